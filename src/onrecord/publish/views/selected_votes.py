"""The votes that a measure is taken over: what was asked for, held to what the record knows, and said in words."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from onrecord.publish.views.shared import find_subject
from onrecord.publish.wording import selected_votes as say
from onrecord.record.coverage_of import votes_taken_span
from onrecord.record.position_table import PositionTable, VoteSelection, kinds_of, position_table
from onrecord.record.query_selections import items_voted_under, kinds_voted_on
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import Selection


@dataclass(frozen=True, slots=True)
class VotesAsked:
    """Which recorded votes are asked for, as written; what is empty or None does not narrow.

    ``situations`` are codes or names, ``named`` is a named selection of country situations.
    """

    body: str = Body.HRC.value
    first_year: int | None = None
    last_year: int | None = None
    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    named: str | None = None


@dataclass(frozen=True, slots=True)
class SelectedVotes:
    """The votes a measure was taken over: ``n`` recorded votes, the days of the first and last, how many of each kind.

    ``words`` say which they are: body, years and what narrows them.
    """

    body: Body
    first_year: int
    last_year: int
    items: tuple[str, ...]
    kinds: tuple[str, ...]
    situations: tuple[str, ...]
    named: str | None
    n: int
    first: date | None
    last: date | None
    of_kind: tuple[tuple[str, int], ...]
    words: str


def selection_of(record: Record, asked: VotesAsked) -> VoteSelection:
    """Return the selection asked for; NotInVocabulary for a body, year, kind, item, situation or name not known."""
    body = Body(_one_of("body", asked.body.upper(), tuple(Body)))
    first, last = _years(record, body, asked)
    kinds, items = kinds_voted_on(record, body), items_voted_under(record, body)
    return VoteSelection(
        body,
        first,
        last,
        (),
        tuple(_one_of("agenda item", one, items) for one in asked.items),
        tuple(_one_of("kind of text", one, kinds) for one in asked.kinds),
        tuple(find_subject(record, one).subject for one in asked.situations),
        Selection(_one_of("named selection", asked.named, tuple(Selection))) if asked.named else None,
    )


def table_asked(record: Record, asked: VotesAsked) -> PositionTable:
    """Return the positions of the votes asked for; NotInVocabulary where none fits or a word is not known."""
    table = position_table(record, selection_of(record, asked))
    if not table.rollcalls:
        raise NotInVocabulary("selection of votes", selected(record, table).words, "one with a recorded vote in it")
    return table


def _one_of(what: str, asked: str, known: tuple[str, ...]) -> str:
    if asked not in known:
        raise NotInVocabulary(
            what, asked, f"one of {', '.join(known)}" if known else "none: the record has none", known
        )
    return asked


def _years(record: Record, body: Body, asked: VotesAsked) -> tuple[int, int]:
    span = votes_taken_span(record, body)
    if span is None:
        raise NotInVocabulary("body", body, "a body with recorded votes in the record")
    first, last = span.first.year, span.last.year
    for year in (asked.first_year, asked.last_year):
        if year is not None and not first <= year <= last:
            raise NotInVocabulary("year", str(year), f"a year from {first} to {last}")
    since, until = asked.first_year or first, asked.last_year or last
    if since > until:
        raise NotInVocabulary("years", f"{since} to {until}", "a first year that is not after the last")
    return since, until


def page_of_votes(votes: SelectedVotes, state: str | None = None) -> str:
    """Return the page that lists the votes, with a state's position in each where one is given by its slug.

    The list takes one year, item, kind and situation: what narrows the votes by more than one does not narrow it.
    """
    one_year = votes.first_year if votes.first_year == votes.last_year else None
    single = {"item": votes.items, "kind": votes.kinds, "situation": votes.situations}
    asked = {"body": votes.body.value, "state": state, "year": one_year}
    asked |= {name: values[0] for name, values in single.items() if len(values) == 1}
    return f"/votes?{urlencode({name: value for name, value in asked.items() if value is not None})}"


def page_over(path: str, votes: SelectedVotes, **more: str | None) -> str:
    """Return the address of a page about a measure over these votes; ``more`` are further words of its query."""
    words = {"body": votes.body.value, "from": votes.first_year, "to": votes.last_year, "selection": votes.named}
    several = {"item": votes.items, "kind": votes.kinds, "situation": votes.situations}
    given = {name: value for name, value in {**words, **several, **more}.items() if value}
    return f"{path}?{urlencode(given, doseq=True)}"


def selected(record: Record, table: PositionTable) -> SelectedVotes:
    """Return what a table of positions was made from, as a page and its JSON say it."""
    chosen, days = table.selection, [one.date for one in table.rollcalls]
    span = votes_taken_span(record, chosen.body)
    first = chosen.first_year or (span.first.year if span else 0)
    last = chosen.last_year or (span.last.year if span else 0)
    return SelectedVotes(
        body=chosen.body,
        first_year=first,
        last_year=last,
        items=chosen.items,
        kinds=chosen.kinds,
        situations=chosen.situations,
        named=chosen.named.value if chosen.named else None,
        n=len(days),
        first=min(days, default=None),
        last=max(days, default=None),
        of_kind=tuple(kinds_of(table).items()),
        words=say.selection(chosen, (first, last), [record.subjects[one] for one in chosen.situations]),
    )
