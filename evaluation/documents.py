"""Whole documents with known answers, checked as a reader pastes them; only where they lie beside the checkout."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment

from evaluation.lines import CLAIMS, GIVEN, Line, lines, rows_given
from onrecord.claims.check import Checker
from onrecord.claims.documents import read_document
from onrecord.vocabulary.verdicts import CheckedClaim, CheckedSentence, CheckedText, Verdict

_ALIKE = 85
"""A sentence is found where the text is at least so much like it, of 100."""


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence of a document with its known claims, none where it has none; ``kind`` says why."""

    id: str
    text: str
    kind: str
    claims: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its known sentences, the state it is about and its day."""

    name: str
    path: Path
    state: str
    day: date
    sentences: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the checker gave for one known sentence: nothing at all where the sentence was not found."""

    known: Known
    claims: tuple[CheckedClaim, ...] | None

    @property
    def false_alarms(self) -> list[CheckedClaim]:
        """The verdicts given for a sentence that claims nothing."""
        return [] if self.known.claims else [c for c in self.claims or () if c.finding.verdict in GIVEN]

    @property
    def unreached(self) -> list[Line]:
        """The known claims that were not reached."""
        return [line for line in self.known.claims if self.claims is None or not reached(line, self.claims)]


def beside() -> Path | None:
    """Return the folder with the documents: the one ONRECORD_SHARED names, or the one beside the checkout."""
    named = os.environ.get("ONRECORD_SHARED")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared"
    return folder if (folder / "evaluation").is_dir() else None


def reached(line: Line, claims: Sequence[CheckedClaim]) -> bool:
    """Return whether the claims of its sentence give a known claim's answer.

    One must give an accepted verdict on a row of the known evidence. Where the answer may be that the record does
    not say, it is enough that no claim gives a verdict on those rows.
    """
    given = [c for c in claims if c.finding.verdict in GIVEN and touches(line, c)]
    if any(c.finding.verdict in line.accepted for c in given):
        return True
    return Verdict.NOT_ENOUGH_INFORMATION in line.accepted and (not given or not line.evidence)


def touches(line: Line, claim: CheckedClaim) -> bool:
    """Return whether a claim rests on a row of a known claim's evidence, or there is none to rest on."""
    return not line.evidence or bool(line.evidence & rows_given([claim]))


def documents(folder: Path) -> Iterator[Document]:
    """Yield the documents of a folder with their known answers, which are those of this folder's set."""
    known = {line.id: line for line in lines(CLAIMS / "documents.jsonl")}
    by_document: dict[str, list[Known]] = {}
    for path in (folder / "evaluation").glob("*.jsonl"):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if "sentence" in row:
                claims = tuple(known[c["id"]] for c in row["claims"])
                one = Known(row["id"], row["sentence"], row.get("reason") or "", claims)
                by_document.setdefault(row["doc"], []).append(one)
    for name, sentences in sorted(by_document.items()):
        first = next(line for s in sentences for line in s.claims)
        path = next(folder.glob(f"*/{name}"))
        if first.state is not None and first.day is not None:
            yield Document(name, path, first.state, first.day, tuple(sentences))


def checked(checker: Checker, document: Document) -> list[Found]:
    """Return what the checker gives for every known sentence of a document that it reads whole."""
    text = read_document(document.path.read_bytes(), document.name).text
    result = checker.check(text, document.state, document.day)
    letters, places = _letters(result.text)
    found: list[Found] = []
    after = 0
    for known in document.sentences:
        span = _place(known.text, letters, after) or _place(known.text, letters, 0)
        if span is None:
            found.append(Found(known, None))
            continue
        after = span[1]
        found.append(Found(known, _claims_at(result, known.text, places[span[0]], places[span[1] - 1])))
    return found


def _claims_at(result: CheckedText, known: str, start: int, end: int) -> tuple[CheckedClaim, ...]:
    """Return the claims of a known sentence that stands between two places.

    A sentence that runs on behind a page's footnotes lies around them, so that its words must be alike too; of
    footnotes run together only the claims at this one's place are its own.
    """
    wanted, _ = _letters(known)
    near = (s for s in result.sentences if _mostly(s, start, end))
    claims = (c for s in near if partial_ratio(wanted, _letters(s.text)[0]) >= _ALIKE for c in s.claims)
    return tuple(c for c in claims if c.start <= end and c.end > start)


def _mostly(sentence: CheckedSentence, start: int, end: int) -> bool:
    """Whether a sentence and a stretch have in common more than half of the shorter of them."""
    common = min(sentence.end, end + 1) - max(sentence.start, start)
    return common * 2 > min(sentence.end - sentence.start, end + 1 - start)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of a text in small letters, with the place of each."""
    kept = [(small, i) for i, c in enumerate(text) if c.isalnum() for small in c.casefold()]
    return "".join(c for c, _ in kept), [i for _, i in kept]


def _place(sentence: str, letters: str, after: int) -> tuple[int, int] | None:
    wanted, _ = _letters(sentence)
    at = letters.find(wanted, after)
    if at >= 0:
        return at, at + len(wanted)
    # Footnote marks and page numbers may stand within a sentence of the text.
    alike = partial_ratio_alignment(wanted, letters[after:], score_cutoff=_ALIKE) if wanted else None
    return (after + alike.dest_start, after + alike.dest_end) if alike else None


def report(found: Mapping[str, Sequence[Found]]) -> str:
    """Return what whole documents give: known claims reached, and each that is not; false alarms; beside the gold."""
    parts = []
    for name, one in found.items():
        known = sum(len(f.known.claims) for f in one)
        unreached = [(f, line) for f in one for line in f.unreached]
        alarms = [(f, c) for f in one for c in f.false_alarms]
        empty = sum(not f.known.claims for f in one)
        parts.append(f"{name}: {known - len(unreached)} of {known} known claims reached, {len(alarms)} false alarms")
        parts[-1] += f" in {empty} sentences that claim nothing"
        parts += [_unreached(f, line) for f, line in unreached]
        parts += [f"  FALSE ALARM {f.known.id} ({f.known.kind}): {_told(c)}" for f, c in alarms]
        parts += [f"  beside the gold {f.known.id}: {_told(c)}" for f in one for c in beside_gold(f)]
    return "\n".join(parts)


def beside_gold(found: Found) -> list[CheckedClaim]:
    """Return the verdicts on rows that no known claim of the sentence rests on: to be looked at, perhaps right."""
    if not found.known.claims:
        return []
    given = [c for c in found.claims or () if c.finding.verdict in GIVEN]
    return [c for c in given if not any(k.evidence & rows_given([c]) for k in found.known.claims)]


def _unreached(found: Found, line: Line) -> str:
    head = f"  NOT REACHED {line.id} ({line.type}): gold {line.gold}\n    {line.text}"
    if found.claims is None:
        return f"{head}\n    its sentence was not found in the text"
    return "\n".join([head, *(f"    > {_told(c)}" for c in found.claims)])


def _told(claim: CheckedClaim) -> str:
    return f"{claim.finding.verdict} {claim.finding.reason or ''} | {claim.understood} | {claim.finding.says[:160]}"


def measured(found: Mapping[str, Sequence[Found]]) -> dict[str, float]:
    """Return the figures of whole documents that floors are kept of."""
    every = [f for one in found.values() for f in one]
    known = sum(len(f.known.claims) for f in every)
    empty = [f for f in every if not f.known.claims]
    return {
        "reached": 1 - sum(len(f.unreached) for f in every) / known,
        "false_alarms_most": sum(bool(f.false_alarms) for f in empty) / len(empty),
    }
