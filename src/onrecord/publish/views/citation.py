"""Where any one thing in the record stands: its words, its UN document and place, its source, its page."""

from dataclasses import dataclass

from onrecord.publish import sentences
from onrecord.publish.views.findings import all_findings
from onrecord.publish.views.shared import Cite, Sources, cite, state_head
from onrecord.publish.views.vote import vote_record
from onrecord.record.ballots import ballots
from onrecord.record.find_text import find_text
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class Citation:
    """A thing in the record with the words to cite it by."""

    id: str
    kind: str
    text: str
    cite: Cite


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
    words = f"{view.sentences[0].text} {_document(view.cite)}"
    return Citation(view.rollcall_id or view.symbol or asked, "vote" if view.rollcall_id else "text", words, view.cite)


def _document(found: Cite) -> str:
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
    words = f"{sentences.position(name, ballot, state)} {_document(where)}"
    return Citation(f"{ballot.rollcall_id}/{state}", "position", words, where)


def _source(record: Record, asked: str) -> Citation | None:
    rows = record.tuples("SELECT title, url FROM source WHERE source_id = ?", [asked])
    if not rows:
        return None
    ((title, url),) = rows
    where = Cite(None, None, "the publication as a whole", title, url, "/data")
    return Citation(asked, "source", f"{title}{f', {url}' if url else ''}", where)


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
    return Citation(
        asked, "correction", f"Correction to {text.symbol or rollcall_id} ({what}): {reason}. {source}", where
    )


def _finding(record: Record, asked: str) -> Citation | None:
    found = [f for f in all_findings(record) if f.finding_id == asked]
    if not found:
        return None
    one = found[0]
    words = f"{one.place}, {one.rule}: expected {one.expected}; found {one.found}; {one.settled}."
    where = Cite(one.symbol, None, one.place, one.source or "onrecord audit", one.source_url, one.page or "/data")
    return Citation(asked, "finding", words, where)
