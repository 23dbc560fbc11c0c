"""Who voted, as library catalogues say it: by a code and a name that should mean one state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.sources.naming import NameRead, name_read
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.statements import WhyLeft
from onrecord.vocabulary.states import Gazetteer, State

_BOTH = "a code and a name of one state"


@dataclass(frozen=True, slots=True)
class VoterRead:
    """The state that a code and a name mean, or None; and what has to be said of them, if anything."""

    state: str | None
    why: WhyLeft | None = None
    expected: str = ""
    candidates: tuple[str, ...] = ()


Pair = tuple[str, str]
"""A code and a name as written."""


class Voters:
    """Reads codes and names, each pair once for every year in which it means the same from first to last day."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Read with these states and names."""
        self._gazetteer = gazetteer
        self._years: dict[int | None, dict[Pair, VoterRead]] = {}
        self._days: dict[tuple[Pair, date], VoterRead] = {}

    def on(self, day: date | None) -> Mapping[Pair, VoterRead]:
        """Return every code and name as they were meant on a day; None for a day that is not known."""
        known = self._years.setdefault(day.year if day else None, {})
        return _OfTheDay(known, lambda pair: self._first_met(pair, day, known))

    def _first_met(self, pair: Pair, day: date | None, known: dict[Pair, VoterRead]) -> VoterRead:
        """Read a pair and keep it: for the whole year, unless it changes its meaning within."""
        if day is None:
            return known.setdefault(pair, self._read(*pair, None))
        if (pair, day) not in self._days:
            first, last = (self._read(*pair, date(day.year, *bound)) for bound in ((1, 1), (12, 31)))
            if first == last:
                return known.setdefault(pair, first)
            self._days[pair, day] = self._read(*pair, day)
        return self._days[pair, day]

    def _read(self, code: str, name: str, day: date | None) -> VoterRead:
        by_code = self._coded(code)
        by_name = name_read(name, self._gazetteer, day) if name.strip() else None
        if by_code is None:
            return _by_name_alone(code, by_name)
        if by_name is None:
            return VoterRead(by_code.iso3, WhyLeft.MISSING_FIELD, f"a name beside the code {code}")
        if by_name.state is None:
            return self._by_code_alone(by_code, by_name)
        if by_name.state != by_code.iso3:
            return self._apart(by_code, self._gazetteer.state(by_name.state), day)
        if day is not None and not by_code.existed(day):
            return VoterRead(by_code.iso3, WhyLeft.DISAGREES, f"the code of a state that stood on {day}")
        misspelt = code != by_code.iso3
        return VoterRead(by_code.iso3, WhyLeft.SPELLING, by_code.iso3) if misspelt else _as_named(by_name)

    def _coded(self, code: str) -> State | None:
        try:
            return self._gazetteer.state(code.strip().upper())
        except NotInVocabulary:
            return None

    def _by_code_alone(self, by_code: State, by_name: NameRead) -> VoterRead:
        """A known code beside a name that is none: the code holds, unless the name is most like another state's."""
        own = {name.name for name in self._gazetteer.names(by_code.iso3)}
        likely = by_name.candidates[:1] if by_name.why is WhyLeft.UNKNOWN_STATE else by_name.candidates
        if likely and own.isdisjoint(likely):
            both = (self._gazetteer.name(by_code.iso3), *by_name.candidates)
            return VoterRead(None, WhyLeft.DISAGREES, _BOTH, both)
        return VoterRead(by_code.iso3, WhyLeft.SPELLING, f"a known name of {by_code.iso3}", by_name.candidates)

    def _apart(self, by_code: State, by_name: State, day: date | None) -> VoterRead:
        """A code and a name of two states: only who was a member of the United Nations that day can have voted.

        Catalogues put today's code beside the name of the day (RUS and USSR). Where both were members, or neither,
        the vote is given to none: which of the two is meant is not for a reader to guess.
        """
        seated = [state.iso3 for state in (by_code, by_name) if day is not None and state.was_un_member(day)]
        state = seated[0] if len(seated) == 1 else None
        names = tuple(self._gazetteer.name(one.iso3, day) for one in (by_code, by_name))
        return VoterRead(state, WhyLeft.DISAGREES, _BOTH, names)


class _OfTheDay(dict[Pair, VoterRead]):
    """What is known of a year, asked as a dictionary is: half a million rows ask it."""

    def __init__(self, known: dict[Pair, VoterRead], first_met: Callable[[Pair], VoterRead]) -> None:
        super().__init__(known)
        self._first_met = first_met

    def __missing__(self, pair: Pair) -> VoterRead:
        read = self[pair] = self._first_met(pair)
        return read


def _by_name_alone(code: str, by_name: NameRead | None) -> VoterRead:
    if by_name is None:
        return VoterRead(None, WhyLeft.UNKNOWN_STATE, _BOTH)
    if by_name.state is None:
        return VoterRead(None, by_name.why or WhyLeft.UNKNOWN_STATE, _BOTH, by_name.candidates)
    why = WhyLeft.SPELLING if code.strip() else WhyLeft.MISSING_FIELD
    return VoterRead(by_name.state, why, f"the code {by_name.state}")


def _as_named(by_name: NameRead) -> VoterRead:
    expected = "the name as it is known" if by_name.why else ""
    return VoterRead(by_name.state, by_name.why, expected, by_name.candidates if by_name.why else ())
