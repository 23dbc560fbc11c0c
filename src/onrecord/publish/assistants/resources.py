"""What an assistant may read beside the tools: each method, what the record covers, how to cite."""

import json
import re
from dataclasses import dataclass, fields

from onrecord.publish.as_json import plain
from onrecord.publish.assistants.opened import Opened
from onrecord.publish.views.methods import SelectionTerm, Term, methods_record
from onrecord.record.coverage_of import coverage
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing to read: its address in the protocol, its name, what it is, its text."""

    uri: str
    name: str
    description: str
    media_type: str
    text: str


def readings(opened: Opened) -> list[Reading]:
    """Return everything there is to read."""
    return [_how_to_cite(opened), _coverage(opened), *_methods(opened)]


def _methods(opened: Opened) -> list[Reading]:
    view = methods_record(opened.record)
    lists = {field.name: getattr(view, field.name) for field in fields(view)}
    return [
        _method(opened, group, one)
        for group, terms in lists.items()
        if isinstance(terms, tuple)
        for one in terms
        if isinstance(one, (Term, SelectionTerm))
    ]


def _method(opened: Opened, group: str, one: Term | SelectionTerm) -> Reading:
    name = one.name if isinstance(one, Term) else one.label
    meaning = one.meaning if isinstance(one, Term) else f"{one.definition} Selection of: {one.source}."
    slug = re.sub(r"[^a-z0-9]+", "-", (name if isinstance(one, Term) else one.selection).casefold()).strip("-")
    text = f"{name} ({group.replace('_', ' ')})\n{meaning}\nAll methods: {opened.address('/methods')}\n"
    return Reading(f"onrecord://methods/{group.replace('_', '-')}/{slug}", name, meaning[:160], "text/plain", text)


def _coverage(opened: Opened) -> Reading:
    text = json.dumps(plain(_held(opened.record)), ensure_ascii=False, separators=(",", ":"))
    description = "What each table covers, whether it is complete, and why not: what is outside it is not known."
    return Reading("onrecord://coverage", "Coverage: what is missing", description, "application/json", text)


def _held(record: Record) -> dict:
    return {"rule": "Outside its coverage a table answers nothing: missing is not zero.", "tables": coverage(record)}


def _how_to_cite(opened: Opened) -> Reading:
    text = (
        "How to cite\n"
        "Cite a vote by its UN document first and by its page second. The tool `cite` gives the words for a vote"
        ' ("25/24"), a position ("25/24/KAZ"), a correction, a finding or a source, also as BibTeX, RIS and Chicago.\n'
        "A figure is quoted as its sentence stands, with n, scope and period. A figure in doubt is quoted with its"
        " doubt.\n"
        "Addresses do not change. Say to which day the record runs, and on which day you read it.\n"
        f"This record: {opened.note}.\nMore: {opened.address('/methods#cite')}\n"
    )
    return Reading("onrecord://how-to-cite", "How to cite", "How to quote and cite the record.", "text/plain", text)
