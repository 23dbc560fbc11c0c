"""What can be fetched, what was, and what a person saves by hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.record.query_treaties import instruments
from onrecord.record.store import Record
from onrecord.sources.fetching.addresses import ADDRESSES, Address, Programs, url_of, variable_of
from onrecord.sources.fetching.answers import Answer, Failed, Fetched, NeedsAPerson, Refused, Unchanged
from onrecord.sources.fetching.by_hand import ByHand, by_hand
from onrecord.sources.fetching.receiving import Wanted
from onrecord.sources.looks import Form
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class KindLine:
    """One kind of document: what it gives, where it is, how often it changes, on what terms, and who may fetch it."""

    kind: str
    gives: str
    url: str
    needs: str | None
    changes: str
    licence: str
    terms: str
    programs: Programs


@dataclass(frozen=True, slots=True)
class Kinds:
    """Every kind of document."""

    kinds: tuple[KindLine, ...]


@dataclass(frozen=True, slots=True)
class Got:
    """A document that is there now: its file, where it came from, its hash and size, whether it is new."""

    file: str
    url: str
    sha256: str
    bytes: int
    new: bool


@dataclass(frozen=True, slots=True)
class NotGot:
    """A document that could not be got: why, and how many bytes are kept to go on from."""

    file: str
    url: str
    why: str
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Saving:
    """A document that a person saves: why, from which address, under which name."""

    save_as: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Update:
    """What came of an update: what is there now, what is for a person to save, what could not be got."""

    got: tuple[Got, ...]
    to_save: tuple[Saving, ...]
    by_hand: tuple[ByHand, ...]
    not_got: tuple[NotGot, ...]


def kinds() -> Kinds:
    """Return every kind of document."""
    return Kinds(tuple(_line(address) for address in ADDRESSES))


def _line(one: Address) -> KindLine:
    return KindLine(one.kind, one.gives, one.url, variable_of(one), one.changes, one.licence, one.terms, one.programs)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be got of a kind: by a program, the documents wanted; else what a person does."""

    wanted: tuple[Wanted, ...] = ()
    by_hand: ByHand | None = None


def order(record: Record, address: Address, which: tuple[str, ...], folder: Path, last_year: int) -> Order:
    """Return what is to be got of a kind of document, ``which`` naming documents by symbol or treaties by number.

    NotInVocabulary where a kind needs such a name and none is given, and for one that is none.
    """
    if address.programs is not Programs.MAY:
        return Order(by_hand=by_hand(address, last_year))
    if variable_of(address) is None:
        if which:
            url_of(address, which[0])
        return Order((_wanted(address, address.url, address.kind, folder),))
    chosen = which or (_treaties(record) if variable_of(address) == "treaty" else ())
    if not chosen:
        raise NotInVocabulary(
            "document", "", f"--of with a {variable_of(address)}: {address.kind} are asked for one by one"
        )
    return Order(tuple(_wanted(address, url_of(address, one), one, folder) for one in chosen))


_ENDINGS = {Form.PDF: "pdf", Form.XML: "xml", Form.JSON: "json"}


def _wanted(address: Address, url: str, name: str, folder: Path) -> Wanted:
    file = f"{re.sub(r'[^A-Za-z0-9.]+', '-', name)}.{_ENDINGS[address.form]}"
    return Wanted(url, folder / file, address.form, address.largest)


def _treaties(record: Record) -> tuple[str, ...]:
    """Return the record's treaties of chapter IV by their numbers there, each once."""
    numbers = dict.fromkeys(one.untc_chapter for one in instruments(record))
    return tuple(number for number in numbers if re.fullmatch(r"IV-\d{1,2}(?:-[a-z])?", number))


def update(orders: tuple[Order, ...], fetch: Callable[[Wanted], Answer]) -> Update:
    """Return what came of all that was wanted, fetched in its order."""
    found = [_came(wanted, fetch(wanted)) for one in orders for wanted in one.wanted]
    return Update(
        got=tuple(one for one in found if isinstance(one, Got)),
        to_save=tuple(one for one in found if isinstance(one, Saving)),
        by_hand=tuple(one.by_hand for one in orders if one.by_hand),
        not_got=tuple(one for one in found if isinstance(one, NotGot)),
    )


def _came(wanted: Wanted, answer: Answer) -> Got | Saving | NotGot:
    match answer:
        case Fetched(path, url, sha256, size):
            return Got(str(path), url, sha256, size, new=True)
        case Unchanged(path, url, sha256, size):
            return Got(str(path), url, sha256, size, new=False)
        case NeedsAPerson(url, why):
            return Saving(wanted.path.name, url, why)
        case Refused(url, expected, found):
            return NotGot(str(wanted.path), url, f"expected {expected}, found {found}")
        case Failed(url, why, tries, kept):
            return NotGot(str(wanted.path), url, f"{why}, after {tries} {'try' if tries == 1 else 'tries'}", kept)
