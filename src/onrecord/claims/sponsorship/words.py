"""How sponsors of texts read in a sentence."""

from onrecord.claims.evidence import row
from onrecord.claims.naming import day, joined, state_name
from onrecord.claims.sponsorship.selecting import SponsoredText
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Evidence


def sponsors_words(record: Record, one: SponsoredText) -> str:
    """Return "A/HRC/RES/57/18 (“…”, 10 October 2024), main sponsors: …"."""
    names = joined(state_name(record, state) for state in sorted(one.sponsors))
    on = f", {day(one.text.decided_on)}" if one.text.decided_on else ""
    return f"{one.text.symbol} (“{one.text.title}”{on}), {one.rows[0].list_complete.removesuffix(' only')}: {names}"


def sponsors_row(record: Record, one: SponsoredText) -> Evidence:
    """Return a text's list of sponsors as evidence."""
    more = f"; co-sponsors: {one.cosponsors}" if one.cosponsors else ""
    page = f"/sponsorships?symbol={one.text.symbol}"
    says = f"{sponsors_words(record, one)}{more}"
    return row(record, f"initiatives:{one.text.symbol}", says, one.rows[0].source_id, one.text.symbol, page)
