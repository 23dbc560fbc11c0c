"""Positions, totals, outcomes and texts of a document beside the record's votes."""

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import NamedTuple

from onrecord.record.comparing.compared import Compared, Relation, Rule, beside, new, not_compared
from onrecord.record.comparing.rollcalls import CouncilText, RollCall, RollCalls
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.statements import OutcomeSaid, PositionSaid, Statement, TallySaid, TextSaid, VoteKey
from onrecord.vocabulary.states import normalise

_LETTERS = dict(zip(Position, "ynaxmt", strict=True))
_POSITIONS = {letter: position for position, letter in _LETTERS.items()}
_CODED = "CASE {} " + " ".join(f"WHEN '{one.value}' THEN '{letter}'" for one, letter in _LETTERS.items()) + " END"
_LISTS = (
    f"SELECT rollcall_id, string_agg(state || coalesce({_CODED.format('position')}, '-') || {_CODED.format('listed')}"
    " || CASE WHEN doubtful THEN '?' ELSE ' ' END, '') FROM vote GROUP BY rollcall_id"
)
"""Every vote's list as one text, six characters for each state: the whole record's fits into a few megabytes."""
_EACH = 6
_TALLIES = "SELECT rollcall_id, witness, yes, no, abstain, absent FROM tally ORDER BY ALL"


class Listed(NamedTuple):
    """A state's position as the record uses it, as it is listed, and whether it is in doubt."""

    position: Position | None
    listed: Position
    doubtful: bool


class Votes:
    """Compares what a document says of votes."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record
        self._rollcalls = RollCalls(record)
        self._list_of = lru_cache(maxsize=64)(self._unpacked)

    @cached_property
    def _lists(self) -> dict[str, str]:
        return dict(self._record.tuples(_LISTS))

    @cached_property
    def _tallies(self) -> dict[str, list[tuple]]:
        found: defaultdict[str, list[tuple]] = defaultdict(list)
        for rollcall_id, *rest in self._record.tuples(_TALLIES):
            found[rollcall_id].append(tuple(rest))
        return dict(found)

    def _unpacked(self, rollcall_id: str) -> dict[str, Listed]:
        packed = self._lists.get(rollcall_id, "")
        cut = (packed[at : at + _EACH] for at in range(0, len(packed), _EACH))
        return {one[:3]: Listed(_POSITIONS.get(one[3]), _POSITIONS[one[4]], one[5] == "?") for one in cut}

    def position(self, statement: Statement, said: PositionSaid) -> Compared:
        """Compare a state's position with the one used, else with the one listed."""
        vote = self._rollcalls.same_vote(said.vote)
        if not isinstance(vote, RollCall):
            return self._no_vote(statement, said.vote, vote)
        lists = self._list_of(vote.rollcall_id)
        found = lists.get(said.state)
        if found is None:
            return _not_listed(statement, said, lists, vote.page)
        words = _position_words(found)
        if found.position is None:
            # The same fault in two places is no agreement: what the record set aside confirms nothing.
            relation = Relation.NOT_COMPARED if said.position is found.listed else Relation.DIFFERS
            return Compared(statement, relation, words, vote.page, Rule.SET_ASIDE)
        other = said.position is not found.position and said.position is found.listed
        rule = Rule.LISTED if other else Rule.POSITION
        return beside(statement, said.position is found.position, words, vote.page, rule)

    def tally(self, statement: Statement, said: TallySaid) -> Compared:
        """Compare totals with those used, then with every witness's."""
        vote = self._rollcalls.same_vote(said.vote)
        if not isinstance(vote, RollCall):
            return self._no_vote(statement, said.vote, vote)
        witnesses = self._tallies.get(vote.rollcall_id, [])
        told = (said.yes, said.no, said.abstain, said.non_voting)
        used = (vote.yes, vote.no, vote.abstain, vote.absent)
        if all(figure is None for figure in used) and not witnesses:
            return new(statement, Rule.NO_TOTALS, vote.page)
        words = "; ".join([f"{_figures(used)} used", *(f"{_figures(rest)} ({name})" for name, *rest in witnesses)])
        if _agree(told, used):
            return beside(statement, True, words, vote.page, Rule.TALLY)
        rule = Rule.OTHER_WITNESS if any(_agree(told, rest) for _, *rest in witnesses) else Rule.TALLY
        return beside(statement, False, words, vote.page, rule)

    def outcome(self, statement: Statement, said: OutcomeSaid) -> Compared:
        """Compare what became of a text."""
        text = self._rollcalls.text(said.vote.symbol) if said.vote.body == Body.HRC else None
        if text is not None:
            return beside(statement, said.outcome == text.outcome, text.outcome, text.page, Rule.OUTCOME)
        vote = self._rollcalls.same_vote(said.vote)
        if not isinstance(vote, RollCall):
            return self._no_vote(statement, said.vote, vote)
        if vote.outcome is None:
            return new(statement, Rule.OUTCOME, vote.page)
        return beside(statement, said.outcome == vote.outcome, vote.outcome, vote.page, Rule.OUTCOME)

    def text(self, statement: Statement, said: TextSaid) -> Compared:
        """Compare title, day, session and agenda item of a text, as far as both give them."""
        self._rollcalls.told(said)
        text = self._rollcalls.text(said.vote.symbol) if said.vote.body == Body.HRC else None
        vote = self._rollcalls.same_vote(said.vote)
        if isinstance(vote, RollCall):
            return _text_beside(statement, said, vote, text)
        if text is not None and vote in {Rule.NO_VOTE, Rule.A_DRAFT, Rule.NO_SYMBOL}:
            return _text_beside(statement, said, None, text)
        if vote is Rule.OTHER_DAY:
            days = ", ".join(day.isoformat() for day in self._rollcalls.days(said.vote))
            page = self._rollcalls.page(said.vote)
            return Compared(statement, Relation.DIFFERS, f"day {days}", page, Rule.OTHER_DAY)
        return self._no_vote(statement, said.vote, vote)

    def _no_vote(self, statement: Statement, key: VoteKey, why: Rule) -> Compared:
        if why is Rule.NO_VOTE:
            return new(statement, why)
        return not_compared(statement, why, self._rollcalls.page(key))


def _not_listed(statement: Statement, said: PositionSaid, lists: dict[str, Listed], page: str) -> Compared:
    if not lists:
        return new(statement, Rule.NO_LIST, page)
    if said.position is Position.ABSENT and all(one.listed is not Position.ABSENT for one in lists.values()):
        return not_compared(statement, Rule.NO_ABSENCES, page)
    return new(statement, Rule.NOT_LISTED, page)


def _position_words(found: Listed) -> str:
    words = found.position.value if found.position else "not known"
    listed = f" (listed as {found.listed.value})" if found.listed is not found.position else ""
    return f"{words}{listed}{', in doubt' if found.doubtful else ''}"


def _agree(told: tuple, has: tuple | list) -> bool:
    """Whether no figure that both give is another, and at least one is given by both."""
    pairs = [(one, other) for one, other in zip(told, has, strict=True) if None not in {one, other}]
    return bool(pairs) and all(one == other for one, other in pairs)


def _figures(figures: tuple | list) -> str:
    *cast, absent = ("?" if figure is None else str(figure) for figure in figures)
    return f"{'-'.join(cast)}{'' if absent == '?' else f', {absent} absent'}"


def _text_beside(statement: Statement, said: TextSaid, vote: RollCall | None, text: CouncilText | None) -> Compared:
    differing = [*_day_and_session(said, vote, text), *_title_and_item(said, vote, text)]
    held: RollCall | CouncilText | None = vote or text
    page = held.page if held else ""
    words = "; ".join(differing) or (f"{text.title}" if text else vote.title if vote else "")
    return beside(statement, not differing, words, page, Rule.TEXT)


def _day_and_session(said: TextSaid, vote: RollCall | None, text: CouncilText | None) -> list[str]:
    """Return what the record says where its day or session is another."""
    day = vote.date if vote else text.decided_on if text else None
    differing = []
    if said.date and day and not (vote.may_be_on(said.date) if vote else day == said.date):
        differing.append(f"day {day.isoformat()}")
    session = vote.session if vote else text.session if text else None
    told = re.fullmatch(r"(?:S-|ES-|OM/)?\d+", said.session or "")
    if told and session and told[0] != session:
        differing.append(f"session {session}")
    return differing


def _title_and_item(said: TextSaid, vote: RollCall | None, text: CouncilText | None) -> list[str]:
    """Return what the record says where its title or agenda item is another; the Assembly's have headings instead."""
    if text is None:
        return []
    differing = []
    titles = [text.title, *([vote.listed_title] if vote else [])]
    if said.title and said.title != said.vote.symbol and not any(_same_title(said.title, one) for one in titles):
        differing.append(f"title “{text.title}”")
    item = re.fullmatch(r"(?:item\s*)?(\d+)\.?", said.agenda_item or "", re.I)
    if item and text.agenda_item and item[1] != text.agenda_item:
        listed = text.listed_agenda_item
        was = f" (listed as {listed})" if listed and listed != text.agenda_item else ""
        differing.append(f"agenda item {text.agenda_item}{was}")
    return differing


def _same_title(one: str, other: str) -> bool:
    """Whether titles are the same; catalogues go on after a title ("... : resolution /")."""
    first, second = (re.sub(r"[^\w ]+", "", normalise(title)).split() for title in (one, other))
    n = min(len(first), len(second))
    return n > 0 and first[:n] == second[:n]
