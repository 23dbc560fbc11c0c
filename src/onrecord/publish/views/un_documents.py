"""UN documents as views name them: the symbol with its address on the UN's server."""

from dataclasses import dataclass

from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class UnDocument:
    """A UN document: its symbol and its address; no address where the symbol is of no form the record knows."""

    symbol: str
    url: str | None


def un_document(symbol: str | None) -> UnDocument | None:
    """Return a document by its symbol, with its address on the UN's server."""
    if symbol is None:
        return None
    try:
        return UnDocument(symbol, parse_symbol(symbol).url)
    except NotInVocabulary:
        return UnDocument(symbol, None)
