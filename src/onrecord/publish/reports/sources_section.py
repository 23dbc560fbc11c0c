"""The last part of a report: the UN documents and the publications it rests on, with the footnotes that name them."""

from collections.abc import Iterable, Sequence

from onrecord.publish.reports.document import Block, Bullets, Note, Paragraph, Section, Words, notes_of
from onrecord.publish.reports.notes import page_note


def not_known_section(lines: Iterable[str], heading: str = "What is not known") -> Section:
    """Return the part of a report that says what the record does not know."""
    note = page_note("What is wrong or missing in the record, and what it covers", "/data")
    first = Words("Missing is not zero. What limits the figures of this report, as the record itself says it:", (note,))
    items = tuple(Words(line) for line in dict.fromkeys(lines))
    return Section(heading, (Paragraph((first,)), Bullets(items, small=True)))


def sources_section(notes: Iterable[Note], sections: Sequence[Section]) -> Section:
    """Return the list of all that is footnoted in the parts of a report, each with its number."""
    found = dict.fromkeys([*notes, *(n for section in sections for block in section.blocks for n in notes_of(block))])
    documents = {note.document: note for note in found if note.document}
    others = {note.publication: note for note in reversed(found) if note.publication}
    blocks: list[Block] = []
    if documents:
        listed = [Words(symbol, (documents[symbol],)) for symbol in sorted(documents)]
        blocks += [_label("UN documents"), Paragraph(tuple(listed), small=True)]
    if others:
        listed = [Words(name, (others[name],)) for name in sorted(others, key=str.casefold)]
        blocks += [_label("Publications"), Paragraph(tuple(listed), small=True)]
    return Section("Sources", tuple(blocks))


def _label(words: str) -> Paragraph:
    return Paragraph((Words(words, strong=True),))
