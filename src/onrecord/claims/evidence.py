"""Rows of the record as evidence: under their permanent names, in words, with document and address."""

from onrecord.record.query_texts import publications
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import parse_symbol
from onrecord.vocabulary.verdicts import Evidence


def row(
    record: Record, row_id: str, says: str, source_id: str, symbol: str | None = None, page: str | None = None
) -> Evidence:
    """Return a row as evidence: cited to its UN document where it has a symbol, else to its publication."""
    publication = publications(record).get(source_id)
    url = document_url(symbol) or (publication.url if publication else None)
    cite = symbol or (publication.title if publication else source_id)
    return Evidence(row_id, says, cite, url, page, source_id)


def document_url(symbol: str | None) -> str | None:
    """Return the address of a UN document by its symbol; None where there is no symbol of a known form."""
    if symbol is None:
        return None
    try:
        return parse_symbol(symbol).url
    except NotInVocabulary:
        return None
