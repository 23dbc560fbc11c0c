"""Answers in short text, for clients that show no structured content: the same facts, never without n and source."""

import json
from collections.abc import Iterable

from onrecord.publish.assistants.answers import (
    Chapter,
    Checked,
    Cited,
    Claim,
    Compared,
    Cut,
    Figure,
    Found,
    PageData,
    Profile,
    Source,
    Vote,
    Votes,
)


def found(one: Found) -> str:
    """Return what fits words, a line each."""
    lines = [f"“{one.words}” names one page: {one.exact}"] if one.exact else []
    lines += [f"{hit.kind}: {hit.name}{f' ({hit.detail})' if hit.detail else ''} {hit.page}" for hit in one.hits]
    if not one.hits:
        lines.append(f"Nothing in the record fits “{one.words}”.")
    if one.did_you_mean:
        lines.append(f"Did you mean: {'; '.join(one.did_you_mean)}? Ask again; this is likeness of spelling only.")
    return _joined([*lines, *_cuts(one.cut)], one.record)


def profile(one: Profile) -> str:
    """Return a state's record in short, a figure to a line."""
    terms = "; ".join(one.terms) or "none in the record"
    lines = [f"{one.state} ({one.iso3}), {one.page}. Terms on the Council: {terms}."]
    lines += [line for chapter in one.chapters for line in _chapter(chapter)]
    lines += [_vote(vote, with_position=True) for vote in one.votes]
    return _joined([*lines, *_unknown(one.not_known), *_cuts(one.cut)], one.record)


def compared(one: Compared) -> str:
    """Return two states side by side, a figure to a line."""
    lines = [f"{one.a} and {one.b}, {one.page}", *map(_figure, one.figures), _sources(one.sources)]
    return _joined([*lines, *_unknown(one.not_known)], one.record)


def votes(one: Votes) -> str:
    """Return a list of votes, a vote to a line."""
    counts = "; ".join(f"{n} {position}" for position, n in one.counts)
    whose = f" of {one.state}{f' ({counts})' if counts else ''}" if one.state else ""
    lines = [f"n = {one.n} votes{whose}, the latest first. {one.page}"]
    lines += [_vote(vote, with_position=one.state is not None) for vote in one.votes]
    return _joined([*lines, *_cuts(one.cut)], one.record)


def checked(one: Checked) -> str:
    """Return a checked text, claim by claim."""
    lines = [one.summary, f"Read {one.read_as}."]
    lines += [line for claim in one.claims for line in _claim(claim)]
    return _joined([*lines, *one.notes, *_cuts(one.cut)], one.record)


def cited(one: Cited) -> str:
    """Return the words to cite a thing by, and the form asked for."""
    return one.text if one.form == "text" else f"{one.text}\n\n{one.written}"


def page(one: PageData) -> str:
    """Return a page's data as JSON on one line."""
    data = json.dumps(one.data, ensure_ascii=False, separators=(",", ":"))
    return _joined([f"{one.address} {one.part}".strip(), data, *_cuts(one.cut)], one.record)


def _chapter(one: Chapter) -> list[str]:
    return [f"{one.name}:", *map(_figure, one.figures), *([_sources(one.sources)] if one.sources else [])]


def _figure(one: Figure) -> str:
    return f"- {one.text} [n = {one.n:,}; {one.scope}; {one.page}]"


def _sources(found: Iterable[Source]) -> str:
    return f"  Sources: {'; '.join(f'{s.title} {s.url}' if s.url else s.title for s in found)}"


def _vote(one: Vote, with_position: bool) -> str:
    position = f"{one.position}{' (in doubt)' if one.doubtful else ''}: " if with_position else ""
    name = f"{one.symbol}, {one.title}" if one.symbol else one.title
    return f"- {one.date} {position}{name}; {one.result}; {one.document.url or one.document.title} {one.page}"


def _claim(one: Claim) -> list[str]:
    n = f" [n = {one.n:,}; {one.scope}]" if one.n is not None else f" [{one.scope}]" if one.scope else ""
    lines = [f"- {one.verdict.upper()}: “{one.sentence}” Understood as: {one.understood}. {one.says}{n}"]
    for name, rows in (("evidence", one.evidence), ("against", one.counter_examples)):
        lines += [f"  {name}: {row.says} ({row.cite}) {row.url or ''}".rstrip() for row in rows]
    return lines


def _unknown(lines: Iterable[str]) -> list[str]:
    return [f"Not known: {line}" for line in lines]


def _cuts(found: Iterable[Cut]) -> list[str]:
    return [f"{one.what}: {one.shown} of {one.of}, more at {one.more}" for one in found]


def _joined(lines: Iterable[str], record: str) -> str:
    return "\n".join([*lines, f"Source: {record}"])
