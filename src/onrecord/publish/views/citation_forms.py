"""A citation as reference managers read it: BibTeX, RIS, the Chicago style, plain text.

The day on which a reader opened a page is the reader's to fill in: a citation says to which day the record runs.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord import __version__
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.languages.words import ENGLISH_FROM, ENGLISH_TO
from onrecord.publish.languages.writing import day

AUTHOR = "The onrecord contributors"
"""Whom a citation names, as CITATION.cff does."""


class Form(StrEnum):
    """A form of a citation, by the word of the command line."""

    TEXT = "text"
    CHICAGO = "chicago"
    BIBTEX = "bibtex"
    RIS = "ris"

    @property
    def label(self) -> str:
        """The form's name."""
        return {"text": "Plain text", "chicago": "Chicago", "bibtex": "BibTeX", "ris": "RIS"}[self.value]

    @property
    def suffix(self) -> str:
        """The end of the form's file name."""
        return {"text": ".txt", "chicago": ".chicago.txt", "bibtex": ".bib", "ris": ".ris"}[self.value]

    @property
    def media_type(self) -> str:
        """The form's media type."""
        kinds = {"bibtex": "application/x-bibtex", "ris": "application/x-research-info-systems"}
        return f"{kinds.get(self.value, 'text/plain')}; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation is made of: a page here under its permanent address, and the UN document it leads to.

    ``words`` are its plain text; ``note`` says what a reader should know of it; ``record_to`` is the record's last day.
    """

    title: str
    words: str
    note: str
    link: str
    document: str | None
    document_url: str | None
    record_to: date


@dataclass(frozen=True, slots=True)
class Written:
    """A citation in one form, with the name of its file."""

    form: Form
    label: str
    text: str
    file: str


def write(reference: Reference, form: Form) -> str:
    """Return a reference in one form, ending with a line end; always in English, which is the citations' language."""
    with speaking(Language.EN):
        return f"{_WRITERS[form](reference)}\n"


def write_all(reference: Reference, address: str) -> tuple[Written, ...]:
    """Return a reference in every form; ``address`` is that of its page, from which its files have theirs."""
    path, mark, query = address.partition("?")
    return tuple(
        Written(form, form.label, write(reference, form), f"{path}{form.suffix}{mark}{query}") for form in Form
    )


def _text(one: Reference) -> str:
    return _line(f"{one.words} {one.link}" if one.link not in one.words else one.words)


def _chicago(one: Reference) -> str:
    """Return an entry for a bibliography in the notes and bibliography style of The Chicago Manual of Style."""
    document = f"{_line(one.document)}. {one.document_url}. In " if one.document and one.document_url else ""
    return (
        f"{document}{AUTHOR}. “{_line(one.title)}.” onrecord, version {__version__}, record to {day(one.record_to)}."
        f" Accessed [day of access]. {one.link}."
    )


def _bibtex(one: Reference) -> str:
    fields = {
        "author": f"{{{_tex(AUTHOR)}}}",
        "title": f"{{{_tex(one.title)}}}",
        "howpublished": "onrecord",
        "version": __version__,
        "year": str(one.record_to.year),
        "month": f"{one.record_to:%b}".lower(),
        "url": _tex_address(_web(one.link)),
        "note": _tex_note(one),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value]
    body = ",\n".join(lines)
    return f"@misc{{{_key(one)},\n{body}\n}}"


def _tex_note(one: Reference) -> str:
    said = _tex(_note(one))
    if not one.document_url:
        return said
    return f"{said} UN document {_tex(one.document or '')}: \\url{{{_tex_address(one.document_url)}}}"


def _note(one: Reference) -> str:
    """Return to which day the record runs, what is cited, and the page where no whole address is known."""
    page = "" if _web(one.link) else f" onrecord {one.link}"
    return f"Record to {day(one.record_to)}. {one.note}{page}"


def _ris(one: Reference) -> str:
    lines = [
        ("TY", "ELEC"),
        ("AU", f"{AUTHOR},"),
        ("TI", one.title),
        ("T2", "onrecord"),
        ("ET", __version__),
        ("PY", str(one.record_to.year)),
        ("DA", f"{one.record_to:%Y/%m/%d}"),
        ("UR", _web(one.link)),
        ("L2", one.document_url or ""),
        ("N1", _note(one)),
        ("LA", "en"),
    ]
    body = [f"{tag}  - {_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*body, "ER  - \r"])


_WRITERS = {Form.TEXT: _text, Form.CHICAGO: _chicago, Form.BIBTEX: _bibtex, Form.RIS: _ris}


def _web(link: str) -> str:
    """Return a link if it is an address of the web: without a site, it is only the end of one."""
    return link if link.startswith(("https://", "http://")) else ""


_MARKS = str.maketrans("", "", f"{ENGLISH_FROM}{ENGLISH_TO}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def _line(text: str) -> str:
    """Return a text on one line, without marks of language and control characters."""
    return " ".join(_CONTROL.sub(" ", text.translate(_MARKS)).split())


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(text: str) -> str:
    """Return a text with TeX's own characters escaped; letters beyond ASCII stay, as UTF-8."""
    return "".join(_TEX.get(character, character) for character in _line(text))


def _tex_address(address: str) -> str:
    """Return an address for a field that TeX reads as it is: only what would end the field is written otherwise."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _key(one: Reference) -> str:
    """Return the entry's key: letters, digits and hyphens of ASCII, the same for the same page each time."""
    path = re.sub(r"^https?://[^/]+", "", one.link) or "/"
    ascii_only = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode()
    return "onrecord-" + (re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-") or "home")
