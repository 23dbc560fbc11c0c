"""The report of a state's term: what it promised, how it voted, what it joined, and what is not known of it."""

from collections.abc import Iterator
from datetime import date

from onrecord import __version__
from onrecord.publish.reports.cooperation_sections import review_findings, reviews_near, upr_section, visits_section
from onrecord.publish.reports.document import Block, Document, Fact, Finding, Note, Section, Words
from onrecord.publish.reports.joining_sections import (
    joint_statements_section,
    special_sessions_section,
    sponsorship_section,
)
from onrecord.publish.reports.notes import page_note, source_note
from onrecord.publish.reports.pledges_section import pledge_notes, pledges_section
from onrecord.publish.reports.ratings_sections import ratings_section, self_reports_section
from onrecord.publish.reports.reading import in_memory
from onrecord.publish.reports.sources_section import not_known_section, sources_section
from onrecord.publish.reports.term_views import TermViews
from onrecord.publish.reports.terms import known_to
from onrecord.publish.reports.treaties_section import term_findings, treaties_section
from onrecord.publish.reports.votes_section import support_findings, voting_sections
from onrecord.publish.sentences import day, joined
from onrecord.publish.views.elections import Candidate
from onrecord.publish.views.pledges import pledges_page
from onrecord.publish.views.state import TermLine
from onrecord.record.store import Record
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup


def term_report(record: Record, asked: str, term: str) -> Document:
    """Return the report of a state's term; NotInVocabulary for a state or term that the record does not know."""
    record = in_memory(record)
    views = TermViews(record, asked, term)
    title = f"{views.state.state.name} on the UN Human Rights Council, {views.term.words}"
    slug = views.state.page.rsplit("/", 1)[-1]
    facts, sections = tuple(_facts(views, title)), _sections(views)
    title_notes = [note for fact in facts for note in fact.words.notes]
    return Document(
        kind="report",
        page=_page(views),
        file_name=f"onrecord-report-{slug}-{views.term.name}",
        title=title,
        subtitle="A report of its term: what it promised, how it voted, what it joined, and what is not known",
        known_to=known_to(record),
        version=__version__,
        facts=facts,
        sections=(*sections, sources_section(title_notes, sections)),
    )


def _page(views: TermViews) -> str:
    return f"{views.state.page.replace('/states/', '/reports/', 1)}/{views.term.name}"


def _sections(views: TermViews) -> tuple[Section, ...]:
    page = pledges_page(views.state.state)
    return (
        Section("Summary", tuple(_summary(views))),
        pledges_section(views.name, page, views.pledges, "What it pledged"),
        *voting_sections(views),
        special_sessions_section(views),
        joint_statements_section(views),
        sponsorship_section(views),
        treaties_section(views),
        upr_section(views),
        visits_section(views),
        ratings_section(views),
        self_reports_section(views),
        not_known_section(_not_known(views)),
    )


def _facts(views: TermViews, title: str) -> Iterator[Fact]:
    head, parts = views.state.state, views.term.parts
    yield Fact("State", Words(f"{head.name}{f' ({head.formal_name})' if head.formal_name else ''}"))
    yield Fact("Seat of", Words(RegionalGroup(parts[0].regional_group).label, _term_notes(views)))
    yield Fact("Term", Words(_held(views), _term_notes(views)))
    yield from _elected(views.term.election, views.term.candidate)
    yield from about_the_record(views.record, title, _page(views))


def about_the_record(record: Record, title: str, page: str) -> Iterator[Fact]:
    """Return the lines of a title block on what a report was made from, and how to cite it."""
    last = known_to(record)
    as_of = f"as of {day(last)}: only what was known on that day" if record.as_of else f"to {day(last)}"
    yield Fact("Record", Words(f"{as_of}; onrecord {__version__}", (page_note("What the record covers", "/data"),)))
    known = "as of" if record.as_of else "to"
    cite = f"onrecord {__version__}, “{title}”, record {known} {day(last)}, {page}"
    yield Fact("How to cite", Words(cite, (page_note("How to cite a single vote, position or figure", "/methods"),)))


def _held(views: TermViews) -> str:
    return "; ".join(_part(part) for part in views.term.parts) + (" (running)" if views.term.running else "")


def _part(part: TermLine) -> str:
    days = f"{day(part.term_start)} to {day(part.term_end)}" if part.term_end else f"from {day(part.term_start)}"
    return f"{days}{_how_ended(part.end_reason, part.note)}"


def _how_ended(reason: str | None, note: str | None) -> str:
    said = [reason] if reason not in {None, "expired"} else []
    return f" ({'; '.join(filter(None, [*said, note]))})" if said or note else ""


def _term_notes(views: TermViews) -> tuple[Note, ...]:
    return tuple(dict.fromkeys(source_note(p.source, p.source_url, "Membership") for p in views.term.parts))


def _elected(election: date, candidate: Candidate | None) -> Iterator[Fact]:
    if candidate:
        yield Fact("Election", Words(f"{day(election)}: {_votes(candidate)}", candidate_notes(candidate)))


def _votes(candidate: Candidate) -> str:
    if not candidate.totals:
        return "its vote total was not found"
    used, *others = candidate.totals
    also = f"; also in print: {joined(str(total.votes) for total in others)}" if others else ""
    ranks = f"rank {used.rank} of {used.of} candidates with a total" if used.rank else "no rank"
    return f"{used.votes} votes, {ranks}{also}"


def candidate_notes(candidate: Candidate) -> tuple[Note, ...]:
    """Return the footnotes of a candidacy: the source of each total of votes in print."""
    found = [source_note(candidate.source, candidate.source_url, "Election")]
    found += [source_note(t.said_by, t.source_url, f"{t.votes} votes") for t in candidate.totals if not t.used]
    return tuple(dict.fromkeys([*found, page_note("All candidates, with ranks and ties", candidate.sentence.page)]))


def _summary(views: TermViews) -> Iterator[Block]:
    if views.term.candidate:
        yield Finding(views.term.candidate.sentence, candidate_notes(views.term.candidate))
    if views.pledges and views.pledges.pledges:
        yield from (Finding(s, pledge_notes(views.pledges)) for s in views.pledges.sentences)
    yield from support_findings(views, Selection.VOTES_COUNT)
    yield from term_findings(views)
    yield from review_findings(views.upr, [r for r in reviews_near(views) if views.within(r.review_date)])


def _not_known(views: TermViews) -> Iterator[str]:
    pages = (
        *views.years, *((views.pledges,) if views.pledges else ()), views.sessions, views.statements,
        views.sponsorships, views.treaties, views.upr, views.visits, views.standing, views.self_reports,
    )  # fmt: skip
    for page in pages:
        yield from page.not_known
