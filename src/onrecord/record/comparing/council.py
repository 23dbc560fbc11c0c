"""Sponsors, requests for special sessions and ballots of a document beside the record's."""

from collections import defaultdict
from datetime import date
from functools import cached_property

from onrecord.record.comparing.compared import Compared, Rule, beside, new, not_compared
from onrecord.record.store import Record
from onrecord.vocabulary.statements import (
    BallotSaid,
    BallotTotalsSaid,
    CountSaid,
    Seat,
    SessionRequestSaid,
    SponsorRole,
    SponsorSaid,
    Statement,
)

_MAIN, _CO, _LATER = "main sponsor", "co-sponsor", "later"


class Sponsors:
    """Compares who sponsors a text."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    @cached_property
    def _roles(self) -> dict[tuple[str, str], tuple[str, str]]:
        rows = self._record.tuples("SELECT symbol, draft_symbol, state, role, joined FROM sponsorship")
        found = {}
        for symbol, draft, state, role, joined in rows:
            found |= {(one, state): (role, joined) for one in (symbol, draft) if one}
        return found

    def sponsor(self, statement: Statement, said: SponsorSaid) -> Compared:
        """Compare a state's role; where the document only lists sponsors, either role is the same."""
        page = f"/sponsorships?symbol={said.symbol}"
        found = self._roles.get((said.symbol, said.state))
        if found is None:
            return new(statement, Rule.SPONSOR, page)
        role, joined = found
        same = {
            SponsorRole.MAIN: role == _MAIN,
            SponsorRole.SPONSOR: joined != _LATER,
            SponsorRole.CO: role == _CO,
            SponsorRole.JOINED: joined == _LATER,
            SponsorRole.WITHDREW: False,
        }
        return beside(statement, same[said.role], f"{role}, {joined}", page, Rule.SPONSOR)


class Requests:
    """Compares who asked for special sessions, and how many did."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    @cached_property
    def _seats(self) -> dict[tuple[str, str], str | None]:
        rows = self._record.tuples("SELECT session, state, seat FROM session_request ORDER BY seat NULLS FIRST")
        return {(session, state): seat for session, state, seat in rows}

    @cached_property
    def _counts(self) -> dict[str, int | None]:
        rows = self._record.tuples("SELECT session, n_members, n_observers FROM special_session")
        members = {f"{session}, {Seat.MEMBER.value}": n for session, n, _ in rows}
        return members | {f"{session}, {Seat.OBSERVER.value}": n for session, _, n in rows}

    def request(self, statement: Statement, said: SessionRequestSaid) -> Compared:
        """Compare whether a state is in the list, and as what where both say so."""
        page, key = f"/special-sessions/{said.session}", (said.session, said.state)
        if key not in self._seats:
            return new(statement, Rule.REQUEST, page)
        seat = self._seats[key]
        same = said.seat is None or seat is None or said.seat == seat
        return beside(statement, same, seat or "in the list, without a seat", page, Rule.REQUEST)

    def count(self, statement: Statement, said: CountSaid) -> Compared:
        """Compare how many members or observers are said to have asked for a session."""
        page = f"/special-sessions/{said.of.partition(',')[0]}"
        n = self._counts.get(said.of)
        return new(statement, Rule.COUNT) if n is None else beside(statement, n == said.n, str(n), page, Rule.COUNT)


class Elections:
    """Compares what states received in elections to the Council."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    @cached_property
    def _candidacies(self) -> dict[tuple[date, str], tuple[int | None, int | None, str]]:
        rows = self._record.tuples("SELECT election_date, state, votes, rounds, elected FROM candidacy")
        return {(day, state): tuple(rest) for day, state, *rest in rows}

    @cached_property
    def _others(self) -> dict[tuple[date, str], dict[int, str]]:
        found: defaultdict[tuple[date, str], dict[int, str]] = defaultdict(dict)
        for day, state, votes, said_by in self._record.tuples(
            "SELECT election_date, state, votes, said_by FROM other_total ORDER BY ALL"
        ):
            found[day, state][votes] = said_by
        return dict(found)

    @cached_property
    def _valid(self) -> dict[tuple[date, str], tuple[int | None, int]]:
        rows = self._record.tuples(
            "SELECT election_date, regional_group, max(ballots_valid), max(seats) FROM candidacy GROUP BY ALL"
        )
        return {(day, group): (valid, seats) for day, group, valid, seats in rows}

    def ballot(self, statement: Statement, said: BallotSaid) -> Compared:
        """Compare a state's votes with those of the round the record has, then with other totals it keeps."""
        if said.date is None:
            return not_compared(statement, Rule.NO_DAY)
        page, key = f"/elections/{said.date.isoformat()}", (said.date, said.state)
        if key not in self._candidacies:
            return new(statement, Rule.BALLOT, page)
        votes, rounds, elected = self._candidacies[key]
        if votes is None:
            return new(statement, Rule.BALLOT, page)
        if said.round != (rounds or 1):
            return not_compared(statement, Rule.OTHER_ROUND, page)
        others = self._others.get(key, {})
        says = "; ".join([f"{votes}, {_elected(elected)}", *(f"{n} ({by})" for n, by in others.items())])
        same = votes == said.votes and said.elected in {None, elected == "yes"}
        rule = Rule.OTHER_TOTAL if said.votes in others and said.votes != votes else Rule.BALLOT
        return beside(statement, same, says, page, rule)

    def totals(self, statement: Statement, said: BallotTotalsSaid) -> Compared:
        """Compare the valid papers and the seats of a group, as far as both give them."""
        if said.date is None:
            return not_compared(statement, Rule.NO_DAY)
        page = f"/elections/{said.date.isoformat()}"
        valid, seats = self._valid.get((said.date, said.group or ""), (None, None))
        pairs = [(name, told, has) for name, told, has in
                 (("valid ballots", said.valid, valid), ("seats", said.seats, seats))
                 if told is not None and has is not None]  # fmt: skip
        if not pairs:
            return new(statement, Rule.BALLOT, page)
        says = ", ".join(f"{has} {name}" for name, _, has in pairs)
        return beside(statement, all(told == has for _, told, has in pairs), says, page, Rule.BALLOT)


def _elected(elected: str) -> str:
    return "elected" if elected == "yes" else "not elected"
