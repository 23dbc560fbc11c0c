"""Where the official documents are: each kind with its address, what it gives, its terms, and who may fetch it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from onrecord.sources.looks import Form
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import parse_symbol

MEGABYTE = 1_000_000


class Programs(StrEnum):
    """Whether programs may fetch from a site."""

    MAY = "may fetch it"
    NOT_BY_ITS_TERMS = "may not without approval, by the terms of the site"
    ARE_REFUSED = "are answered with nothing"
    CANNOT = "cannot: the file is made by a form on the site"


@dataclass(frozen=True, slots=True)
class Address:
    """Where one kind of document is.

    ``url`` has its variable part in braces. ``largest`` is how many bytes such a file may have at most. ``terms`` is
    the address of the site's own terms, ``licence`` what they come to; where they are silent, it says so.
    """

    kind: str
    gives: str
    url: str
    form: Form
    largest: int
    changes: str
    licence: str
    terms: str
    programs: Programs


_UN_TERMS = "https://www.un.org/en/about-us/terms-of-use"
_UN_LICENCE = "the terms of use of the United Nations' sites; cite the document by its symbol"
_LIBRARY_TERMS = "https://digitallibrary.un.org/pages/?page=tos"
_LIBRARY_LICENCE = "free of charge for non-commercial use, naming the United Nations, the address and the day"
_OHCHR_TERMS = "https://www.ohchr.org/en/about-us/terms-use"

ASSEMBLY_VOTES = Address(
    "assembly-votes",
    "every state's vote on every recorded vote of the General Assembly since 1946, one row each (CSV)",
    "https://digitallibrary.un.org/record/4060887",
    Form.TEXT,
    1_000 * MEGABYTE,
    "several times a year; the file's name begins with its day",
    _LIBRARY_LICENCE,
    _LIBRARY_TERMS,
    Programs.NOT_BY_ITS_TERMS,
)
SECURITY_COUNCIL_VOTES = Address(
    "security-council-votes",
    "every member's vote on every resolution of the Security Council since 1946, one row each (CSV)",
    "https://digitallibrary.un.org/record/4055387",
    Form.TEXT,
    200 * MEGABYTE,
    "several times a year; the file's name begins with its day",
    _LIBRARY_LICENCE,
    _LIBRARY_TERMS,
    Programs.NOT_BY_ITS_TERMS,
)
DIGITAL_LIBRARY_RECORDS = Address(
    "digital-library-records",
    "the UN Digital Library's records of votes of one year, with each state's vote (MARCXML)",
    "https://digitallibrary.un.org/search?cc=Voting+Data&c=Voting+Data&ln=en&of=xm&rg=200&jrec={first}&fct__3={year}",
    Form.XML,
    500 * MEGABYTE,
    "within days of a vote",
    _LIBRARY_LICENCE,
    _LIBRARY_TERMS,
    Programs.NOT_BY_ITS_TERMS,
)
COUNCIL_VOTES = Address(
    "council-votes",
    "the OHCHR Library's voting collection: the records of one year, with each state's vote (MARCXML)",
    "https://searchlibrary.ohchr.org/search?c=Voting&cc=Voting&ln=en&of=xm&rg=200&jrec={first}&p=year%3A{year}",
    Form.XML,
    500 * MEGABYTE,
    "after each session of the Human Rights Council",
    _UN_LICENCE,
    _OHCHR_TERMS,
    Programs.ARE_REFUSED,
)
DOCUMENTS = Address(
    "documents",
    "any UN document by its symbol, in one language (PDF)",
    "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
    Form.PDF,
    200 * MEGABYTE,
    "never, but for a reissue or a corrigendum",
    _UN_LICENCE,
    _UN_TERMS,
    Programs.MAY,
)
TREATIES = Address(
    "treaties",
    "who signed and joined a human rights treaty deposited with the Secretary-General, and when (XML)",
    "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/{treaty}.en.xml",
    Form.XML,
    50 * MEGABYTE,
    "within days of an act",
    "the terms of use of the United Nations' sites; cite the publication, the address and the day",
    _UN_TERMS,
    Programs.MAY,
)
HUMAN_RIGHTS_INDEX = Address(
    "human-rights-index",
    "every passage of the Universal Human Rights Index with its annotations (JSON, about 400 MB)",
    "https://uhri.ohchr.org/api/uhri/export-results/export-full-en.json",
    Form.JSON,
    2_000 * MEGABYTE,
    "daily",
    "published for reuse by OHCHR; read its terms before passing the file itself on",
    "https://uhri.ohchr.org/en/our-data-api",
    Programs.MAY,
)
UPR_INFO = Address(
    "upr-info",
    "UPR recommendations as the organisation UPR Info codes them, with the response and the kind of action (.xls)",
    "https://upr-info-database.uwazi.io/",
    Form.OLE,
    200 * MEGABYTE,
    "after each session of the Universal Periodic Review",
    "not stated in the export; read the terms of the site, and name UPR Info",
    "https://upr-info.org/en",
    Programs.CANNOT,
)

ADDRESSES = (
    COUNCIL_VOTES,
    ASSEMBLY_VOTES,
    SECURITY_COUNCIL_VOTES,
    DIGITAL_LIBRARY_RECORDS,
    DOCUMENTS,
    TREATIES,
    HUMAN_RIGHTS_INDEX,
    UPR_INFO,
)
"""Every kind of document, in the order in which they are listed."""

_LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
_TREATY = re.compile(r"IV-\d{1,2}(?:-[a-z])?")


def address_of(kind: str) -> Address:
    """Return where documents of a kind are; NotInVocabulary where there is no such kind."""
    for address in ADDRESSES:
        if address.kind == kind:
            return address
    raise NotInVocabulary("kind of document", kind, f"one of {', '.join(a.kind for a in ADDRESSES)}")


def document_url(symbol: str, language: str = "en") -> str:
    """Return the address of a UN document in one of the six languages; NotInVocabulary for what is no symbol."""
    if language not in _LANGUAGES:
        raise NotInVocabulary("language of UN documents", language, f"one of {', '.join(_LANGUAGES)}")
    return DOCUMENTS.url.format(symbol=quote(parse_symbol(symbol).text, safe=""), language=language)


def treaty_url(treaty: str) -> str:
    """Return the address of the status of a treaty of chapter IV by its number there, such as "IV-4" or "IV-9-b"."""
    if not _TREATY.fullmatch(treaty):
        raise NotInVocabulary("treaty", treaty, "a number of chapter IV such as IV-4 or IV-9-b")
    return TREATIES.url.format(treaty=treaty)


def variable_of(address: Address) -> str | None:
    """Return what must be said beside the kind: "symbol", "treaty" or "year"; None where one address gives all."""
    return next((name for name in ("symbol", "treaty", "year") if f"{{{name}}}" in address.url), None)


def url_of(address: Address, which: str) -> str:
    """Return the address of one document of a kind; NotInVocabulary for a kind that is one file, or has no such one."""
    match variable_of(address):
        case "symbol":
            return document_url(which)
        case "treaty":
            return treaty_url(which)
        case variable:
            expected = f"no {variable or 'document'} named: {address.kind} is got as a whole"
            raise NotInVocabulary(address.kind, which, expected)


def records_url(address: Address, year: int) -> str:
    """Return the address of the first records of a year in a catalogue."""
    return address.url.format(year=year, first=1)
