"""Feeds: what is new of a state, a situation, a session, and what was put right; the newest first, each with its id.

A day in a feed is the day of the fact, never of our work: the same record gives the same feed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from onrecord.publish import sentences
from onrecord.publish.views.session import TextOfSession, session_record
from onrecord.publish.views.shared import Sources, StateHead, VoteLine, state_head, vote_page
from onrecord.publish.views.situation import UnvotedText, situation_record
from onrecord.publish.views.timeline import told
from onrecord.publish.views.un_documents import UnDocument, un_document
from onrecord.publish.written_dates import in_words
from onrecord.record.ballots import Ballot, of_state
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.query_corrections import CorrectionRow, SevereRow, corrections, severe_findings
from onrecord.record.query_timeline import EventRow, events
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.rollcalls import Status

LONGEST = 100
"""How many entries a feed has at most, but for corrections: these bear the days of old votes and are all given."""


CORRECTIONS = "/feeds/corrections.atom"
"""The address of the feed of corrections, which is of no page of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: its permanent id, its day, what sort it is, a sentence, its page, document, source."""

    id: str
    day: date
    kind: str
    title: str
    text: str
    page: str
    document: UnDocument | None
    source: str | None
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its permanent id, what it is about, its own address and its page, and the day of its newest entry."""

    id: str
    title: str
    subtitle: str
    path: str
    page: str
    updated: date
    entries: tuple[Entry, ...]


def permanent(*parts: object) -> str:
    """Return an id that the same words always give, and no others: a URN over ids of the record."""
    return uuid5(NAMESPACE_URL, "/".join(("onrecord", *map(str, parts)))).urn


def feed_path(page: str) -> str:
    """Return the address of the feed of a page: /feeds/states/kazakhstan.atom."""
    return f"/feeds{page}.atom"


def state_feed(record: Record, asked: str) -> Feed:
    """Return what is new of a state: votes on whole texts, acts towards treaties, reviews, elections, statements."""
    state = record.gazetteer.resolve(asked)
    head, sources = state_head(record, state, record.as_of or council_votes_span(record).last), Sources(record)
    voted = [b for b in of_state(record, state.iso3) if b.final and b.vote_taken and state.iso3 in b.members]
    entries = [_position(b, head, sources) for b in voted]
    entries += [_event(row, head, sources) for row in events(record, state.iso3)]
    said = (
        "Votes on whole texts in the Human Rights Council, and the State's elections, treaties, reviews, visits and"
        f" statements, each on its own day; the newest {LONGEST}"
    )
    return _feed(record, f"{head.name} on record", said, head.page, entries)


def _position(ballot: Ballot, head: StateHead, sources: Sources) -> Entry:
    said = sentences.position(head.running_name, ballot, head.iso3)
    return Entry(
        id=permanent("vote", ballot.rollcall_id, head.iso3),
        day=ballot.date,
        kind="vote",
        title=f"{ballot.symbol or 'Vote'}: {ballot.title}",
        text=f"{said} {ballot.title}.",
        page=vote_page(ballot),
        document=un_document(ballot.symbol),
        source=sources.title(ballot.source_id),
        source_url=sources.url(ballot.source_id),
    )


def _event(row: EventRow, head: StateHead, sources: Sources) -> Entry:
    text, page = told(row, head)
    act = row.detail if row.kind == "treaty" else None
    return Entry(
        id=permanent(row.kind, head.iso3, row.key or row.what, row.date, *([act] if act else [])),
        day=PartialDate(row.date).last,
        kind=row.kind,
        title=text,
        text=f"{text} ({in_words(row.date)}).",
        page=page or head.page,
        document=un_document(row.document),
        source=sources.title(row.source_id),
        source_url=sources.url(row.source_id),
    )


def situation_feed(record: Record, asked: str) -> Feed:
    """Return what is new on a country situation: votes, amendments, texts adopted without a vote."""
    view = situation_record(record, asked)
    entries = [_vote(line) for line in (*view.votes, *view.counted_apart)]
    entries += [_unvoted(text, view.page) for text in view.without_a_vote if text.date]
    said = f"Texts on the situation before the Human Rights Council, with and without a vote; the newest {LONGEST}"
    return _feed(record, f"{view.situation.label} before the Human Rights Council", said, view.page, entries)


def session_feed(record: Record, asked: str) -> Feed:
    """Return what a session decided: votes, amendments, texts adopted without a vote."""
    view = session_record(record, asked)
    entries = [_vote(line) for line in (*view.votes, *view.amendments_and_motions)]
    entries += [_unvoted(text, view.page) for text in view.without_a_vote if text.date]
    said = f"What the session decided, with and without a vote; the newest {LONGEST}"
    return _feed(record, f"{sentences.capital(view.name)} of the Human Rights Council", said, view.page, entries)


def _vote(line: VoteLine) -> Entry:
    counted = f"{line.yes} in favour, {line.no} against, {line.abstain} abstaining"
    figures = "its figures are not in the record" if line.yes is None else counted
    outcome = f" ({line.outcome})" if line.outcome else ""
    said = f"{line.kind.capitalize()} put to a recorded vote {sentences.on_day(line.date, line.date_precision)}"
    return Entry(
        id=permanent("vote", line.rollcall_id),
        day=line.date,
        kind=line.kind,
        title=f"{line.symbol or 'Vote'}: {line.title}",
        text=f"{said}: {figures}{outcome}.{' Sources conflict.' if line.status == Status.CONFLICT else ''}",
        page=line.page,
        document=un_document(line.symbol),
        source=line.cite.source,
        source_url=line.cite.source_url,
    )


def _unvoted(text: UnvotedText | TextOfSession, page: str) -> Entry:
    day = text.date or date.min
    return Entry(
        id=permanent("text", text.symbol),
        day=day,
        kind="without a vote",
        title=f"{text.symbol}: {text.title}",
        text=f"{text.symbol} was {text.outcome} on {sentences.day(day)}; no roll call was taken.",
        page=text.page or page,
        document=un_document(text.symbol),
        source=None,
        source_url=None,
    )


def corrections_feed(record: Record) -> Feed:
    """Return every correction and every severe finding, each on the day of the vote it is about."""
    sources = Sources(record)
    by_id = groupby(corrections(record), key=lambda row: row.correction_id)
    entries = [_correction(record, list(rows), sources) for _, rows in by_id]
    entries += [_severe(row, sources) for row in severe_findings(record)]
    said = "Corrections, applied and only shown, and severe findings of the audit; all of them, by the day of the vote"
    return _feed(record, "Corrections to the record", said, "/data", entries, CORRECTIONS)


def _correction(record: Record, rows: Sequence[CorrectionRow], sources: Sources) -> Entry:
    one = rows[0]
    kind = "correction applied" if any(row.applied for row in rows) else "correction shown, not applied"
    values = "; ".join(_value(record, row) for row in rows)
    return Entry(
        id=permanent("correction", one.correction_id),
        day=one.date,
        kind=kind,
        title=f"{sentences.capital(kind)}: {one.symbol or one.slug}",
        text=f"{sentences.capital(values)}. Reason: {one.reason}.",
        page=f"/votes/{one.slug}",
        document=un_document(one.symbol),
        source=sources.title(one.source_id),
        source_url=sources.url(one.source_id),
    )


def _value(record: Record, row: CorrectionRow) -> str:
    of = f" of {record.gazetteer.name(row.state, row.date)}" if row.state else ""
    return (
        f"{row.field}{of}: {f'listed as {row.listed}' if row.listed else 'nothing listed'}, corrected: {row.corrected}"
    )


def _severe(row: SevereRow, sources: Sources) -> Entry:
    said = (row.rule, f"expected: {row.expected}", f"found: {row.found}", row.settled)
    return Entry(
        id=permanent("finding", row.finding_id),
        day=row.date or date.min,
        kind="severe finding",
        title=f"Severe finding: {row.symbol or row.rule}",
        text=" ".join(f"{sentences.capital(words)}." for words in said),
        page=f"/votes/{row.slug}" if row.slug else "/data",
        document=un_document(row.symbol),
        source=sources.title(row.source_id) or None,
        source_url=sources.url(row.source_id),
    )


def _feed(
    record: Record, title: str, subtitle: str, page: str, entries: Iterable[Entry], path: str | None = None
) -> Feed:
    ordered = sorted(entries, key=lambda one: (one.day, one.id), reverse=True)
    shown = tuple(ordered if path else ordered[:LONGEST])
    updated = shown[0].day if shown else council_votes_span(record).last
    return Feed(permanent("feed", page, path or ""), title, subtitle, path or feed_path(page), page, updated, shown)
