"""Which record is opened where none is named: the user's own where it is up to date, else the one that ships."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.record.archive.home import home
from onrecord.record.schema import FORMAT, MANIFEST
from onrecord.vocabulary.edition import EDITION

ANEW = "`onrecord build --mine` makes it anew"


def shipped_record() -> Path:
    """Return the folder of the record that ships with the package."""
    return Path(str(files("onrecord") / "data"))


def users_record(folder: Path) -> Path:
    """Return where the user's record of a data folder is; it need not be there."""
    return folder / "record"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The folder to open, and why it is not the user's where that is there but cannot be used."""

    folder: Path
    stale: str | None = None


def chosen_record() -> Chosen:
    """Return the user's record if it was made from the shipped facts by this edition, else the one that ships."""
    shipped, mine = shipped_record(), users_record(home())
    if not mine.exists():
        return Chosen(shipped)
    told, facts = _made_from(mine), _made_from(shipped).get("facts")
    if told.get("format") != FORMAT or told.get("edition") != EDITION:
        return Chosen(shipped, f"your record in {mine} was made by an earlier edition: {ANEW}; the shipped one is used")
    if facts is None or told.get("facts") != facts:
        return Chosen(shipped, f"your record in {mine} was made from other facts: {ANEW}; the shipped one is used")
    return Chosen(mine)


def _made_from(folder: Path) -> dict[str, Any]:
    """Return what a record's manifest says it was made from, with its format; nothing where it cannot be read."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {"format": manifest["format"], **manifest["made_from"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


@dataclass(frozen=True, slots=True)
class RecordHead:
    """Which record is open: the user's own, with how many documents and corrections laid over it, or one without."""

    mine: bool
    documents: int
    corrections: int
    edition: str | None
    facts: str | None


def record_head(manifest: dict[str, Any]) -> RecordHead:
    """Return which record a manifest is of."""
    made = manifest.get("made_from", {})
    documents, corrections = len(made.get("documents", ())), made.get("corrections", 0)
    return RecordHead("documents" in made, documents, corrections, made.get("edition"), made.get("facts"))


def head_of(folder: Path) -> RecordHead:
    """Return which record a folder holds, by its manifest alone."""
    return record_head({"made_from": _made_from(folder)})
