"""The Council's map of a year: its members on one line by the votes they cast, each with its interval."""

from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from onrecord.measures.absence import Absence, coded
from onrecord.measures.ideal_points.estimates import Asked, Estimate, Estimates
from onrecord.measures.ideal_points.options import Mode
from onrecord.measures.ideal_points.overlap import Place, moves, places
from onrecord.publish.estimates_kept import estimated
from onrecord.publish.views.selected_votes import SelectedVotes, selected
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import council_map as say
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.position_table import Code, PositionTable, VoteSelection, kinds_of, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

LEVEL = 0.9
"""The intervals hold this share of what the model leaves open."""

AMENDMENT = "amendment"
"""The kind of roll call that can be left out."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader chooses of a map; as they stand here is the usual map.

    ``amendments``: votes on amendments count. ``absence``: what becomes of absences. ``informed``: what the members
    voted in the General Assembly of these years is known beforehand.
    """

    amendments: bool = True
    absence: Absence = Absence.LEFT_OUT
    informed: bool = False

    @property
    def words(self) -> dict[str, str]:
        """The words of an address that ask for them; none for the usual map."""
        words = {"amendments": "" if self.amendments else "out", "assembly": "in" if self.informed else ""}
        words["absence"] = "" if self.absence is Absence.LEFT_OUT else "abstention"
        return {name: word for name, word in words.items() if word}


@dataclass(frozen=True, slots=True)
class MemberPoint:
    """One member on the line: its point, its interval from ``low`` to ``high``, the n positions that place it.

    The intervals of ``above`` other members lie wholly above its own, of ``below`` wholly below; those of ``overlaps``
    meet it. Its interval permits every place from ``first_place`` to ``last_place``, counted from the upper end.
    """

    state: StateHead
    point: float
    low: float
    high: float
    n: int
    above: int
    below: int
    overlaps: int
    first_place: int
    last_place: int
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What one other choice makes of the map: over the members in both, the order by point before and after.

    ``turned`` of all ``pairs`` stand the other way round, and those named in ``turned_apart`` although they are apart
    in one of the two maps. ``n`` votes are counted with the other choice. ``page`` is the map with it.
    """

    choices: Choices
    page: str
    n: int
    members: int
    moved: int
    places: int
    farthest: tuple[StateHead, ...]
    pairs: int
    turned: int
    turned_apart: tuple[tuple[StateHead, StateHead], ...]
    apart: int
    apart_with_it: int
    text: str


@dataclass(frozen=True, slots=True)
class CouncilMap:
    """The members of a year by ideal point, the highest first.

    ``upper`` and ``lower`` are the states that say which end is which. ``apart`` of the ``pairs`` of members have
    intervals that do not meet. ``left_out`` counts what the points do not rest on, by reason. ``years`` are the first
    and last that can be asked for.
    """

    year: int
    page: str
    about: str
    years: tuple[int, int]
    choices: Choices
    votes: SelectedVotes
    method: str
    level: float
    positions: int
    upper: tuple[StateHead, ...]
    lower: tuple[StateHead, ...]
    pairs: int
    apart: int
    members: tuple[MemberPoint, ...]
    left_out: tuple[tuple[str, int], ...]
    sentences: tuple[Sentence, ...]
    changes: tuple[Changed, ...]
    not_known: tuple[str, ...]


def council_map(record: Record, year: int, choices: Choices | None = None) -> CouncilMap:
    """Return the map of a year; NotInVocabulary for a year without a recorded vote of the Council in the record."""
    span = council_votes_span(record)
    table = _table(record, year, choices or Choices())
    if not table.rollcalls:
        raise NotInVocabulary("year", str(year), f"a year from {span.first.year} to {span.last.year} with votes")
    return _Map(record, year, choices or Choices()).view((span.first.year, span.last.year))


@lru_cache(maxsize=256)
def _fitted(record: Record, year: int, choices: Choices) -> Estimates:
    """Return the points of a year's members: fitted once in a process for each choice."""
    known = position_table(record, VoteSelection(Body.GA, year, year)) if choices.informed else None
    asked = Asked(mode=Mode.STATIC, level=LEVEL, period="year", informed_by=known)
    return estimated(_table(record, year, choices), asked)


def _table(record: Record, year: int, choices: Choices) -> PositionTable:
    """Return the year's positions, as they are coded."""
    kinds = () if choices.amendments else _other_kinds(record, year)
    return coded(position_table(record, VoteSelection(Body.HRC, year, year, kinds=kinds)), choices.absence)


def _other_kinds(record: Record, year: int) -> tuple[str, ...]:
    table = position_table(record, VoteSelection(Body.HRC, year, year))
    return tuple(kind for kind in sorted(kinds_of(table)) if kind != AMENDMENT)


def assembly_covers(record: Record, year: int) -> bool:
    """Return whether the record has votes of the General Assembly in a year."""
    return bool(position_table(record, VoteSelection(Body.GA, year, year)).rollcalls)


class _Map:
    """One year's map as it is put together."""

    def __init__(self, record: Record, year: int, choices: Choices) -> None:
        self.record, self.year, self.choices = record, year, choices
        self.table = _table(record, year, choices)
        self.fitted = _fitted(record, year, choices)
        self.found = sorted(self.fitted.estimates, key=lambda one: (-one.point, one.state))
        self.on = max(one.date for one in self.table.rollcalls)

    def view(self, years: tuple[int, int]) -> CouncilMap:
        permitted = places(self.found)
        members = tuple(self.member(one, permitted[one.state]) for one in self.found)
        upper, lower = (tuple(map(self.head, ends)) for ends in self.fitted.anchors)
        view = CouncilMap(
            year=self.year,
            page=address(self.year, self.choices),
            about=about(self.year, self.choices),
            years=years,
            choices=self.choices,
            votes=selected(self.record, self.table),
            method=self.fitted.method,
            level=self.fitted.level,
            positions=self.fitted.cells,
            upper=upper,
            lower=lower,
            pairs=len(members) * (len(members) - 1) // 2,
            apart=sum(one.below for one in permitted.values()),
            members=members,
            left_out=tuple(self.fitted.left_out.items()),
            sentences=(),
            changes=tuple(map(self.changed, self.others())),
            not_known=tuple(say.not_known(self.choices, self.fitted.notes)),
        )
        return replace(view, sentences=tuple(say.of_year(view)))

    def head(self, state: str) -> StateHead:
        return state_head(self.record, self.record.gazetteer.state(state), self.on)

    def member(self, one: Estimate, place: Place) -> MemberPoint:
        head = self.head(one.state)
        return MemberPoint(
            state=head,
            point=one.point,
            low=one.low,
            high=one.high,
            n=one.n,
            above=place.above,
            below=place.below,
            overlaps=place.overlaps,
            first_place=place.first,
            last_place=place.last,
            text=say.of_member(head, place),
        )

    def others(self) -> list[Choices]:
        """Return each choice made otherwise, where that changes what is counted."""
        found = []
        kinds = kinds_of(position_table(self.record, VoteSelection(Body.HRC, self.year, self.year)))
        if AMENDMENT in kinds and len(kinds) > 1:
            found.append(replace(self.choices, amendments=not self.choices.amendments))
        if (position_table(self.record, self.table.selection).codes == Code.ABSENT).any():
            other = Absence.ABSTENTION if self.choices.absence is Absence.LEFT_OUT else Absence.LEFT_OUT
            found.append(replace(self.choices, absence=other))
        if assembly_covers(self.record, self.year):
            found.append(replace(self.choices, informed=not self.choices.informed))
        return found

    def changed(self, other: Choices) -> Changed:
        found = moves(self.found, _fitted(self.record, self.year, other).estimates)
        made = Changed(
            choices=other,
            page=address(self.year, other),
            n=len(_table(self.record, self.year, other).rollcalls),
            members=found.members,
            moved=found.moved,
            places=found.places,
            farthest=tuple(map(self.head, found.farthest)),
            pairs=found.pairs,
            turned=found.turned,
            turned_apart=tuple((self.head(a), self.head(b)) for a, b in found.turned_apart),
            apart=found.apart_before,
            apart_with_it=found.apart_after,
            text="",
        )
        return replace(made, text=say.of_change(made, self.choices))


def address(year: int, choices: Choices) -> str:
    """Return the address of a map."""
    return f"/council/{year}{f'?{urlencode(choices.words)}' if choices.words else ''}"


_OTHERWISE = {
    "without-amendments": {"amendments": False},
    "absences-as-abstentions": {"absence": Absence.ABSTENTION},
    "with-the-assembly": {"informed": True},
}
"""The choices that differ from the usual map's, by the word for them in a chart's address."""


def about(year: int, choices: Choices) -> str:
    """Return the last part of the address of a map's chart: 2014, or 2014,without-amendments."""
    made = [word for word, values in _OTHERWISE.items() if replace(choices, **values) == choices]
    return ",".join([str(year), *made])


def asked_of(words: str) -> tuple[int, Choices]:
    """Return year and choices of the last part of a chart's address; NotInVocabulary for one that means nothing."""
    year, *made = words.split(",")
    if not (year.isascii() and year.isdigit()) or not set(made) <= _OTHERWISE.keys():
        expected = f"a year, and of {', '.join(_OTHERWISE)} those wanted, such as 2014,without-amendments"
        raise NotInVocabulary("map of the Council", words, expected, tuple(_OTHERWISE))
    return int(year), replace(Choices(), **{name: value for one in made for name, value in _OTHERWISE[one].items()})
