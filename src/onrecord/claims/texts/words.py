"""How texts and sessions read in a sentence."""

from onrecord.claims.evidence import row
from onrecord.claims.naming import capital, day
from onrecord.claims.typed import Texts
from onrecord.claims.votes.words import texts_words
from onrecord.record.query_sessions import SessionRow, rollcalls_of_texts
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Evidence


def text_label(text: CouncilText) -> str:
    """Return "A/HRC/RES/25/1 (“Promoting …”)"."""
    return f"{text.symbol or text.text_id} (“{text.title}”)"


def adopted_words(text: CouncilText) -> str:
    """Return when and how a text was decided."""
    how = "by a recorded vote" if text.how_decided == "recorded vote" else "without a vote"
    how = how if text.slug else f"{how} (no recorded vote on it is in the record)"
    on = f" on {day(text.decided_on)}" if text.decided_on else ""
    return f"adopted {how}{on} at session {text.session}"


def text_row(record: Record, text: CouncilText) -> Evidence:
    """Return a text as evidence."""
    says = f"{text_label(text)}: {adopted_words(text)}"
    page = f"/votes/{text.slug}" if text.slug else f"/sponsorships?symbol={text.symbol}"
    return row(record, _row_id(record, text), says, text.source_id, text.symbol, page)


def _row_id(record: Record, text: CouncilText) -> str:
    if text.how_decided == "recorded vote":
        return rollcalls_of_texts(record).get(text.text_id, f"text:{text.text_id}")
    return f"{'adopted_without_vote' if text.slug else 'initiatives'}:{text.symbol or text.text_id}"


def session_evidence(record: Record, one: SessionRow) -> Evidence:
    """Return a session of the Council as evidence."""
    return row(
        record, f"session:{one.session}", capital(session_words(one)), one.source_id, None, f"/sessions/{one.session}"
    )


def session_words(one: SessionRow) -> str:
    """Return "session 25 was held from 3 March 2014 to 28 March 2014"."""
    if one.opened and one.closed and one.opened != one.closed:
        return f"session {one.session} was held from {day(one.opened)} to {day(one.closed)}"
    known = one.opened or one.closed
    return f"session {one.session} was held on {day(known)}" if known else f"the days of session {one.session} are not in the record"  # fmt: skip  # noqa: E501


def words_of(record: Record, texts: Texts) -> str:
    """Return texts as a sentence names them."""
    return texts_words(record, texts)


def listed(texts: list[CouncilText], most: int = 4) -> str:
    """Return texts with how they were decided, the first few of them."""
    more = f" and {len(texts) - most} others" if len(texts) > most else ""
    return "; ".join(f"{text_label(t)} was {adopted_words(t)}" for t in texts[:most]) + more
