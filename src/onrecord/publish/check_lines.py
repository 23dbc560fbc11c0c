"""Texts to be checked as lines of JSON, one in and one out, for programs that have many of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.as_json import plain
from onrecord.publish.check_asked import Asked, asked_of
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.verdicts import CheckedClaim, CheckedText, Evidence


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line of the input: its id, as given, and what it asks."""

    id: str | int
    asked: Asked


def read_line(line: bytes) -> AskedLine:
    """Return what a line asks; NotInVocabulary says what a line should be where it is none."""
    try:
        given = json.loads(line.decode())
        asked = asked_of(given)
    except (ValueError, RecursionError) as error:
        raise NotInVocabulary("line", _start(line), f'{{"id", "text"}} as JSON ({_first(error)})') from error
    if isinstance(given.get("id"), bool) or not isinstance(given.get("id"), (str, int)):
        raise NotInVocabulary("line", _start(line), 'an "id" of type string or number')
    return AskedLine(given["id"], asked)


def answer_line(asked_id: str | int, checked: CheckedText) -> str:
    """Return what the record says to the claims of a text, as one line of JSON."""
    return _line(
        {
            "id": asked_id,
            "claims": [_claim(claim) for claim in checked.claims],
            "nothing": _nothing(checked),
            "about": checked.about,
            "as_of": plain(checked.as_of),
            "notes": list(checked.notes),
        }
    )


def error_line(number: int, line: bytes, error: str) -> str:
    """Return the line that stands for one that could not be read, so that lines in and out stay side by side."""
    return _line({"id": _id(line), "line": number, "error": error})


def _id(line: bytes) -> str | int | None:
    try:
        given = json.loads(line.decode())
    except (ValueError, RecursionError):
        return None
    found = given.get("id") if isinstance(given, dict) else None
    return found if isinstance(found, (str, int)) else None


def _claim(claim: CheckedClaim) -> dict[str, Any]:
    found = claim.finding
    return {
        "text": claim.text,
        "span": [claim.start, claim.end],
        "understood": claim.understood,
        "relation": claim.relation,
        "form": claim.form,
        "typed": plain(dict(claim.typed)),
        "verdict": found.verdict.value,
        "reason": found.reason.value if found.reason else None,
        "readings": plain(found.answers),
        "scope": found.scope,
        "n": found.n,
        "says": found.says,
        "evidence": _rows(found.evidence),
        "counter_examples": _rows(found.counter_examples),
        "filled": plain(claim.filled),
        "said_by": claim.said_by,
        "unused": list(claim.unused),
        "proposed_by": claim.proposed_by,
    }


def _rows(rows: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [{"id": row.id, "cite": row.cite, "says": row.says, "url": row.url} for row in rows]


def _nothing(checked: CheckedText) -> str | None:
    """Return why a text has no claim, each reason once; None where it has one."""
    if checked.claims:
        return None
    return "; ".join(dict.fromkeys(s.nothing.value for s in checked.sentences if s.nothing)) or None


def _line(what: dict[str, Any]) -> str:
    return json.dumps(what, ensure_ascii=False) + "\n"


def _start(line: bytes) -> str:
    words = line[:60].decode(errors="replace").strip()
    return f"{words}…" if len(line) > 60 else words


def _first(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
