"""A checked text for a terminal: each sentence, the marks of its claims, what they rest on; counts at the end."""

import re
from collections.abc import Iterator, Sequence
from textwrap import fill

from rich.console import Console

from onrecord.publish.sentences import day
from onrecord.publish.views.check import CheckRecord, ClaimLine, EvidenceLine, SentenceLine
from onrecord.publish.wording import check as say
from onrecord.vocabulary.verdicts import Verdict


def show_check(view: CheckRecord, out: Console) -> None:
    """Print a checked text."""
    for line in lines(view, out.width):
        out.print(line, soft_wrap=True)


def lines(view: CheckRecord, width: int) -> Iterator[str]:
    """Yield a checked text line by line, none wider than ``width`` but for addresses."""
    claims = {claim.number: claim for claim in view.claims}
    for heading, words in _asked(view):
        yield _field(heading, words, width, 0)
    for sentence in view.sentences:
        yield ""
        yield from _sentence(sentence, [claims[number] for number in sentence.claims], width)
    yield ""
    counts = {count.verdict: count.n for count in view.counts}
    yield say.counted(counts, len(view.sentences), view.without_claim)


def _asked(view: CheckRecord) -> Iterator[tuple[str, str]]:
    yield "About", _with_source(view.about.name if view.about else "no one state", view.about_from)
    yield "As of", _with_source(day(view.as_of) if view.as_of else "no day found: the whole record", view.as_of_from)
    if view.record:
        yield "Record", view.record
    for note in view.notes:
        yield "Note", note


def _sentence(line: SentenceLine, claims: Sequence[ClaimLine], width: int) -> Iterator[str]:
    yield _wrapped(f"{line.number}. {line.text}", width, 0)
    if not claims:
        why = line.nothing.value if line.nothing else "no claim found"
        yield _wrapped(f"– {why}{f': {line.nothing_why}' if line.nothing_why else ''}", width, 3)
    for claim in claims:
        yield from _claim(claim, width)


def _claim(claim: ClaimLine, width: int) -> Iterator[str]:
    yield _wrapped(f"{say.mark(claim.verdict, claim.reason)}  {claim.understood}", width, 3)
    yield _field("Answer", claim.says, width)
    if claim.scope:
        n = f" (n = {claim.n})" if claim.n is not None else ""
        yield _field("Scope", f"{claim.scope}{n}", width)
    for reading in claim.readings:
        n = f" (n = {reading.n})" if reading.n is not None else ""
        yield _field("Reading", f"{reading.reading}: {reading.verdict.label}: {reading.says}{n}", width)
    kinds = [("Against", claim.counter_examples), ("Row", claim.evidence)]
    for heading, rows in kinds if claim.verdict is Verdict.REFUTED else reversed(kinds):
        for row in rows:
            yield from _row(heading, row, width)
    yield from _how_read(claim, width)


def _row(heading: str, row: EvidenceLine, width: int) -> Iterator[str]:
    yield _field(heading, f"[{row.id}] {row.says}", width)
    yield _field("", " ".join(words for words in (row.cite, row.url) if words), width)


def _how_read(claim: ClaimLine, width: int) -> Iterator[str]:
    for filled in claim.filled:
        yield _field("Filled", f"{filled.slot.replace('_', ' ')}: {filled.value}, from {filled.source}", width)
    if claim.said_by:
        yield _field("Said by", claim.said_by, width)
    if claim.unused:
        yield _field("Unused", say.quoted(claim.unused), width)
    if claim.proposed_by:
        yield _field("Proposed", f"by {claim.proposed_by}; decided by the record", width)


def _with_source(words: str, source: str) -> str:
    return f"{words} ({source})" if source else words


def _field(heading: str, words: str, width: int, indent: int = 5) -> str:
    return _wrapped(f"{heading:<8}  {words}", width, indent, 10)


def _wrapped(words: str, width: int, indent: int, hanging: int = 3) -> str:
    before, after = " " * indent, " " * (indent + hanging)
    plain = _CONTROL.sub(" ", words)
    return fill(plain, max(width, 40), initial_indent=before, subsequent_indent=after, break_long_words=False,
                break_on_hyphens=False)  # fmt: skip


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""A text must not be able to move the cursor or change the colours of the terminal that shows it."""
