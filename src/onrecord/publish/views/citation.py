"""Where any one thing in the record stands: its words, its UN document and place, its source, its page."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from onrecord.publish import sentences
from onrecord.publish.languages.writing import day
from onrecord.publish.views.citation_forms import Form, Reference, Written, write, write_all
from onrecord.publish.views.findings import all_findings
from onrecord.publish.views.shared import Cite, Sources, cite, state_head
from onrecord.publish.views.vote import vote_record
from onrecord.record.ballots import ballots
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.find_text import find_text
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class Citation:
    """A thing in the record with the words to cite it by: ``said`` is what is cited, ``text`` that and where it stands.

    ``anchor`` is its place on its page.
    """

    id: str
    kind: str
    text: str
    cite: Cite
    title: str
    said: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A finding as it stands on a page, with its n and scope as the page writes them."""

    text: str
    n: str
    scope: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of the site under its title; ``figure`` is one finding on it, at ``anchor``."""

    title: str
    address: str
    anchor: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class CiteRecord:
    """How to cite one thing or page: its permanent address and the citation in every form."""

    page: str
    kind: str
    title: str
    text: str
    permalink: str
    record_to: date
    document: str | None
    document_url: str | None
    forms: tuple[Written, ...]


FIGURE = "figure"
"""The word of the query that names one figure of a page, by its place there."""


def cite_page(page: str, suffix: str = "", figure: str = "") -> str:
    """Return the address of a page's citation, or of that of one figure on it; ``suffix`` is that of a form's file."""
    path, _, query = page.partition("#")[0].partition("?")
    words = "&".join(filter(None, (query, urlencode({FIGURE: figure}) if figure else "")))
    return f"/cite{path if path != '/' else '/index'}{suffix}{f'?{words}' if words else ''}"


def cite_record(kind: str, found: Reference, address: str) -> CiteRecord:
    """Return a reference as its page shows it; ``address`` is that of the page."""
    return CiteRecord(
        page=address,
        kind=kind,
        title=found.title,
        text=write(found, Form.TEXT).strip(),
        permalink=found.link,
        record_to=found.record_to,
        document=found.document,
        document_url=found.document_url,
        forms=write_all(found, address),
    )


def citation(record: Record, asked: str) -> Citation:
    """Return the citation of a vote, text, position (VOTE/STATE), correction, finding or source by its id.

    Raises NotInVocabulary for an id that the record does not have.
    """
    for find in (_source, _correction, _finding):
        found = find(record, asked.strip())
        if found:
            return found
    return _position(record, asked.strip()) or _text(record, asked.strip())


def _text(record: Record, asked: str) -> Citation:
    view = vote_record(record, asked)
    said, kind = view.sentences[0].text, "vote" if view.rollcall_id else "text"
    title = f"{view.symbol}: {view.title}" if view.symbol else view.title
    words = f"{said} {document_words(view.cite)}"
    return Citation(view.rollcall_id or view.symbol or asked, kind, words, view.cite, title, said)


def document_words(found: Cite) -> str:
    """Return where a vote stands, for the end of a citation: UN document, place in it, source, page."""
    document = f"UN document {found.document}, {found.place}: {found.url}. " if found.document else ""
    source = f"{found.source}{f', {found.source_url}' if found.source_url else ''}"
    return f"{document}Read from: {source}. onrecord {found.page}"


def _position(record: Record, asked: str) -> Citation | None:
    vote, _, state = asked.rpartition("/")
    if len(state) != 3 or not state.isupper() or not state.isalpha() or not vote:
        return None
    text = find_text(record, vote)
    one = record.gazetteer.state(state)
    found = ballots(record, "rollcall_id = $id", {"id": text.rollcall_id}) if text.rollcall_id else []
    if not found:
        raise NotInVocabulary("position", asked, f"a vote; {text.symbol} was decided without one")
    ballot = found[0]
    name = state_head(record, one, ballot.date).running_name
    where = cite(ballot, Sources(record))
    said = sentences.position(name, ballot, state)
    title = f"Position of {name} on {text.symbol or text.title}"
    return Citation(
        f"{ballot.rollcall_id}/{state}", "position", f"{said} {document_words(where)}", where, title, said, state
    )


def _source(record: Record, asked: str) -> Citation | None:
    rows = record.tuples("SELECT title, url FROM source WHERE source_id = ?", [asked])
    if not rows:
        return None
    ((title, url),) = rows
    where = Cite(None, None, "the publication as a whole", title, url, "/data")
    return Citation(asked, "source", f"{title}{f', {url}' if url else ''}", where, title, title)


def _correction(record: Record, asked: str) -> Citation | None:
    rows = record.tuples(
        "SELECT rollcall_id, field, corrected, reason, source_id FROM correction"
        " WHERE correction_id = ? ORDER BY field",
        [asked],
    )
    if not rows:
        return None
    rollcall_id, _, _, reason, source_id = rows[0]
    sources, text = Sources(record), find_text(record, rollcall_id)
    what = "; ".join(f"{field}: {corrected}" for _, field, corrected, _, _ in rows)
    source = f"{sources.title(source_id)}{f', {sources.url(source_id)}' if sources.url(source_id) else ''}"
    where = Cite(
        text.symbol, None, "the listed value stays in the record", sources.title(source_id),
        sources.url(source_id), f"/votes/{text.slug}",
    )  # fmt: skip
    title = f"Correction to {text.symbol or rollcall_id}"
    said = f"{title} ({what}): {reason}."
    return Citation(asked, "correction", f"{said} {source}", where, title, said, asked)


def _finding(record: Record, asked: str) -> Citation | None:
    found = [f for f in all_findings(record) if f.finding_id == asked]
    if not found:
        return None
    one = found[0]
    words = f"{one.place}, {one.rule}: expected {one.expected}; found {one.found}; {one.settled}."
    where = Cite(one.symbol, None, one.place, one.source or "onrecord audit", one.source_url, one.page or "/data")
    return Citation(asked, "finding", words, where, f"{one.place}, {one.rule}", words)


def form_of(asked: str) -> Form:
    """Return the form of a citation that a word names; NotInVocabulary for one there is not."""
    try:
        return Form(asked.strip().casefold())
    except ValueError as error:
        known = tuple(form.value for form in Form)
        raise NotInVocabulary("form", asked, f"one of {', '.join(known)}", known) from error


def written(record: Record, one: Citation, form: Form, site: str = "") -> str:
    """Return the citation of one thing in one form."""
    return write(reference(record, one, site), form)


def reference(record: Record, one: Citation, site: str = "") -> Reference:
    """Return what the citation of one thing is made of; ``site`` begins the addresses of pages, if it is known."""
    link = f"{site}{_permanent(record, one.cite.page, one.anchor)}"
    return Reference(
        title=one.title,
        words=one.text.replace(f"onrecord {one.cite.page}", f"onrecord {link}"),
        note=f"{one.said} {one.cite.place[:1].upper()}{one.cite.place[1:]}; read from: {one.cite.source}.",
        link=link,
        document=one.cite.document,
        document_url=one.cite.url,
        record_to=_record_to(record),
    )


def page_reference(record: Record, page: OwnPage, site: str = "") -> Reference:
    """Return what the citation of a page, or of one figure on it, is made of."""
    last = _record_to(record)
    about = f"{page.figure.text} (n = {page.figure.n}; {page.figure.scope})" if page.figure else ""
    link = f"{site}{_permanent(record, page.address, page.anchor)}"
    words = f"{f'{about} ' if about else ''}onrecord, “{page.title}”, record to {day(last)}."
    return Reference(page.title, words, about, link, None, None, last)


def _record_to(record: Record) -> date:
    return record.as_of or council_votes_span(record).last


def _permanent(record: Record, page: str, anchor: str) -> str:
    """Return a page's address, with the day it is asked as of and the place on it."""
    path, _, own = page.partition("#")
    if record.as_of and "as-of=" not in path:
        path = f"{path}{'&' if '?' in path else '?'}as-of={record.as_of}"
    place = anchor or own
    return f"{path}#{place}" if place else path
