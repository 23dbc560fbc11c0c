"""The tools on states: one state's record in short, whole or of a year, and two states side by side."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from onrecord.publish.assistants.answers import Chapter, Compared, Cut, Profile, Source
from onrecord.publish.assistants.lookups import vote_of
from onrecord.publish.assistants.opened import Opened, sources
from onrecord.publish.sentences import day
from onrecord.publish.views.compare import comparison
from onrecord.publish.views.pledges import pledges_of_state
from onrecord.publish.views.shared import Sentence, VoteLine
from onrecord.publish.views.state import TermLine, state_record
from onrecord.publish.views.state_year import state_year
from onrecord.publish.views.treaties import treaties_of_state
from onrecord.publish.views.upr import upr_of_state
from onrecord.publish.views.votes import Filters, vote_list

FIGURES_AT_MOST = 3
"""The most figures of a chapter; the rest stands on its page."""

VOTES_OF_A_YEAR = 7
"""The most votes of a year that a profile lists."""

SOURCES_AT_MOST = 2
"""The most sources named for a chapter; each row of its page names its own."""

NOT_KNOWN_AT_MOST = 2
"""The most lines on what is not known; the page has all."""


def profile(opened: Opened, asked: str) -> Profile:
    """Return a state's record in short: terms, votes on country situations, pledges, treaties, reviews."""
    view = state_record(opened.record, asked)
    chapters = [one(opened, view.state.iso3) for one in _CHAPTERS]
    return Profile(
        state=view.state.name,
        iso3=view.state.iso3,
        page=opened.address(view.page),
        terms=tuple(_term(t) for t in view.terms),
        chapters=tuple(chapter for chapter, _ in chapters),
        votes=(),
        cut=tuple(cut for _, cut in chapters if cut),
        not_known=view.not_known[:NOT_KNOWN_AT_MOST],
        record=opened.note,
    )


def profile_of_year(opened: Opened, asked: str, year: int) -> Profile:
    """Return one year of a state: its figures beside the Council's, and its votes on country situations."""
    view = state_year(opened.record, asked, year)
    page, lines = opened.address(view.page), view.country_situations
    said = view.sentences or (Sentence(view.membership.sentence, 0, "terms on the Human Rights Council", view.page),)
    chapter, cut = _chapter(opened, f"{year}", view.page, said, sources(*_of_votes(lines)))
    more = (Cut("votes on country situations", VOTES_OF_A_YEAR, len(lines), page),)
    return Profile(
        state=view.state.name,
        iso3=view.state.iso3,
        page=page,
        terms=tuple(_days(t.term_start, t.term_end) for t in view.membership.terms),
        chapters=(chapter,),
        votes=tuple(vote_of(opened, line, True) for line in lines[:VOTES_OF_A_YEAR]),
        cut=(*((cut,) if cut else ()), *(more if len(lines) > VOTES_OF_A_YEAR else ())),
        not_known=view.not_known[:NOT_KNOWN_AT_MOST],
        record=opened.note,
    )


def compared(opened: Opened, a: str, b: str, year: int | None) -> Compared:
    """Return two states side by side, over all years or in one."""
    view = comparison(opened.record, a, b, year)
    cited = [(one.source, one.source_url) for pair in view.treaties for one in (pair.a, pair.b) if one.source]
    votes = vote_list(opened.record, Filters(state=view.a.iso3, year=year), 0, SOURCES_AT_MOST).votes
    return Compared(
        a=view.a.name,
        b=view.b.name,
        page=opened.address(view.page),
        figures=tuple(opened.figure(one) for one in view.sentences),
        sources=(*sources(*_of_votes(votes)), *sources(*cited)[:SOURCES_AT_MOST]),
        not_known=view.not_known[:NOT_KNOWN_AT_MOST],
        record=opened.note,
    )


_Chapter = tuple[Chapter, Cut | None]


def _votes(opened: Opened, iso3: str) -> _Chapter:
    view = state_record(opened.record, iso3)
    lines = vote_list(opened.record, Filters(state=iso3), 0, SOURCES_AT_MOST).votes
    found = sources(*((t.source, t.source_url) for t in view.terms), *_of_votes(lines))
    return _chapter(opened, "votes on country situations", view.page, view.sentences[::-1], found)


def _pledges(opened: Opened, iso3: str) -> _Chapter:
    view = pledges_of_state(opened.record, iso3)
    nothing = (Sentence("No pledge of this state is in the record.", 0, _PLEDGES_HELD, view.page),)
    found = sources(*((p.document or p.source, p.document_url or p.source_url) for p in view.pledges))
    return _chapter(opened, "pledges", view.page, view.sentences or nothing, found)


_PLEDGES_HELD = "clauses of pledges in the record, which holds some pledges, not all"


def _treaties(opened: Opened, iso3: str) -> _Chapter:
    view = treaties_of_state(opened.record, iso3)
    found = sources(*((act.source, act.source_url) for line in view.treaties for act in line.acts))
    return _chapter(opened, "treaties", view.page, view.sentences, found)


def _reviews(opened: Opened, iso3: str) -> _Chapter:
    view = upr_of_state(opened.record, iso3)
    found = sources(*((one.report.symbol, one.report.url) for one in view.reviews[::-1] if one.report))
    n = len(view.reviews)
    latest_first = (*view.sentences[:n][::-1], *view.sentences[n:])
    return _chapter(opened, "Universal Periodic Review", view.page, latest_first, found)


_CHAPTERS: tuple[Callable[[Opened, str], _Chapter], ...] = (_votes, _pledges, _treaties, _reviews)


def _chapter(
    opened: Opened, name: str, page: str, said: Sequence[Sentence], found: tuple[Source, ...]
) -> tuple[Chapter, Cut | None]:
    address = opened.address(page)
    shown = tuple(opened.figure(one) for one in said[:FIGURES_AT_MOST])
    cut = Cut(f"figures on {name}", len(shown), len(said), address) if len(said) > len(shown) else None
    return Chapter(name, address, shown, found[:SOURCES_AT_MOST]), cut


def _of_votes(lines: Iterable[VoteLine]) -> list[tuple[str | None, str | None]]:
    """Return the UN documents of votes; the source where a vote has none."""
    return [(line.cite.document or line.cite.source, line.cite.url or line.cite.source_url) for line in lines]


def _term(term: TermLine) -> str:
    ended = f", {term.end_reason}" if term.end_reason and term.end_reason != "expired" else ""
    return f"{_days(term.term_start, term.term_end)}{ended}"


def _days(first: date, last: date | None) -> str:
    return f"{day(first)} to {day(last)}" if last else f"from {day(first)}, running"
