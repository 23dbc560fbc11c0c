"""Audit rules about texts: titles, agenda items, symbols, years and days."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from onrecord.record.findings import Finding
from onrecord.record.parents import normalised
from onrecord.record.rows import Prepared
from onrecord.vocabulary.rollcalls import Severity
from onrecord.vocabulary.symbols import standard_symbol
from onrecord.vocabulary.texts import FINAL_KINDS, Text, TextKind

EARLY_HEADING = re.compile(r"^implementation of general assembly resolution 60/251\b", re.IGNORECASE)
"""The one heading under which the Council's sessions of 2006 and 2007 took up nearly everything."""

GLUED = re.compile(r"\w(?:resolution|amendment|decision)\s*/", re.IGNORECASE)
HUMAN_WHAT = re.compile(r"\bhuman (?:in|of|and|on)\b", re.IGNORECASE)
DANGLING = re.compile(r"\b(?:and|or|of|the|in|on|to|for|with|by|its)$", re.IGNORECASE)
SMALL_WORDS = frozenset(["a", "all", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])
LONG_TITLE = 180
"""Characters from which a title that ends in part of a word has been cut by the catalogue's field."""

ENOUGH_TEXTS = 3
URGENT_DEBATE_ITEM = "1"
ITEMS = {str(number) for number in range(1, 11)}
FIRST_TEN_ITEM_SESSION = 6


def _finding(rule: str, text: Text, severity: Severity, said: tuple[str, str, str]) -> Finding:
    expected, found, settled = said
    return Finding(rule, severity, text.text_id, expected, found, settled, text_id=text.text_id)


def symbol_form(prepared: Prepared) -> Iterator[Finding]:
    """Symbols that are not in the standard form of what they name."""
    for row in prepared.facts.rollcalls:
        for written in (row.symbol, row.catalogue_symbol):
            standard = standard_symbol(written)
            if written and standard != written:
                yield Finding(
                    "symbol not in standard form", Severity.NOTE, written, standard or "a known form", written,
                    f"read as {standard or row.symbol}", row.rollcall_id,
                    standard_symbol(row.symbol), source_id=row.source_id,
                )  # fmt: skip


def title_repeated(prepared: Prepared) -> Iterator[Finding]:
    """Two final texts of a session under one title though the catalogue gives them different subjects."""
    groups: dict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in prepared.texts:
        if text.kind in FINAL_KINDS and text.catalogue_subject:
            groups[text.session, normalised(text.title)].append(text)
    for group in groups.values():
        for text in group[1:]:
            if text.catalogue_subject != group[0].catalogue_subject:
                said = (
                    "a title of its own",
                    f"the title of {group[0].text_id}; catalogued under {text.catalogue_subject}",
                    "open: the text's own title was not found; its subject stands",
                )
                yield _finding("title repeated", text, Severity.FAULT, said)


def title_is_heading(prepared: Prepared) -> Iterator[Finding]:
    """Amendments that bear only an agenda heading for a title."""
    headings = {normalised(item.title) for item in prepared.facts.agenda_items}
    for text in prepared.texts:
        if text.kind is not TextKind.AMENDMENT:
            continue
        if EARLY_HEADING.match(text.title) or normalised(text.title) in headings:
            said = (
                "the title of a text",
                f"an agenda heading: {text.title}",
                "open: read by eye for its situation",
            )
            yield _finding("title is an agenda heading", text, Severity.FAULT, said)


def title_damaged(prepared: Prepared) -> Iterator[Finding]:
    """Titles cut off, with other text glued on, with a broken word or words left out."""
    corpus = _Corpus(prepared.texts)
    for text in prepared.texts:
        faults = list(corpus.faults(text.title))
        if faults:
            said = ("a whole title", f"{'; '.join(faults)}: {text.title}", "shown as listed")
            yield _finding("title damaged", text, Severity.NOTE, said)


def _words(title: str) -> list[str]:
    return re.findall(r"[a-z]+", normalised(title))


class _Corpus:
    """All titles of the record, against which one title's words are judged."""

    def __init__(self, texts: list[Text]) -> None:
        clean = [_words(text.title) for text in texts if not GLUED.search(text.title)]
        self.words = Counter(word for title in clean for word in title)
        uses = Counter(tuple(title) for title in clean)
        self.usual = [title for title, n in uses.items() if n >= ENOUGH_TEXTS]
        self.ends = Counter(three for title, n in uses.items() for three in [title[-3:]] * n)
        self.next: dict[tuple[str, ...], Counter] = defaultdict(Counter)
        for title, n in uses.items():
            for at in range(len(title) - 3):
                self.next[title[at : at + 3]][title[at + 3]] += n

    def faults(self, title: str) -> Iterator[str]:
        """Yield what is wrong with a title, in words."""
        words = _words(title)
        if GLUED.search(title):
            yield "other text glued on"
            return
        if DANGLING.search(title.strip()) or self._cut_in_word(title, words) or self._cut_in_phrase(words):
            yield "cut off"
        for one, two in pairwise(words):
            if self.words[one] == 1 and self.words[one + two]:
                yield f"broken word: {one} {two}"
        if HUMAN_WHAT.search(title):
            yield "a word left out after “human”"
        if shortened := next((other for other in self.usual if _shortens(words, other)), None):
            yield f"words left out of the usual “{' '.join(shortened)}”"

    def _cut_in_word(self, title: str, words: list[str]) -> bool:
        """Return whether a long title ends in what stands nowhere else but begins longer words."""
        last = words[-1]
        rare = len(title) >= LONG_TITLE and self.words[last] <= 2
        return rare and any(word != last and word.startswith(last) for word in self.words)

    def _cut_in_phrase(self, words: list[str]) -> bool:
        """Return whether the last three words end no other title and elsewhere go on with one same word."""
        three = tuple(words[-3:])
        following = self.next.get(three, Counter())
        goes_on = len(following) == 1 and following.total() >= ENOUGH_TEXTS and not set(following) & SMALL_WORDS
        return len(words) >= 8 and goes_on and self.ends[three] == 1


def _shortens(mine: list[str], other: tuple[str, ...]) -> bool:
    """Return whether ``mine`` is ``other`` with up to four words, not all of them small, left out."""
    if not 0 < len(other) - len(mine) <= 4 or len(mine) < 8 or (mine[0], mine[-1]) != (other[0], other[-1]):
        return False
    left_out = Counter(other) - Counter(mine)
    if left_out.total() != len(other) - len(mine) or set(left_out) <= SMALL_WORDS:
        return False
    rest = iter(other)
    return all(word in rest for word in mine)


def subject_apart(prepared: Prepared) -> Iterator[Finding]:
    """Amendments catalogued under a subject that no other text of that title has."""
    groups: dict[str, list[Text]] = defaultdict(list)
    for text in prepared.texts:
        if text.catalogue_subject:
            groups[normalised(text.title)].append(text)
    for group in groups.values():
        for text in group:
            others = [o for o in group if o is not text]
            if text.kind is TextKind.AMENDMENT and others and not any(_share(text, other) for other in others):
                said = (
                    f"the subject of its title: {others[0].catalogue_subject}",
                    f"{text.catalogue_subject} under the title {text.title}",
                    "open: title or subject is wrong",
                )
                yield _finding("title and subject apart", text, Severity.NOTE, said)


def _share(one: Text, other: Text) -> bool:
    return bool(set(_words(one.catalogue_subject or "")) & set(_words(other.catalogue_subject or "")))


def agenda_item(prepared: Prepared) -> Iterator[Finding]:
    """Items that the agenda does not have, that differ from the parent's, or from the texts of like title."""
    listed = {text.text_id: text for text in prepared.listed_texts}
    usual = _usual_items(prepared.listed_texts)
    for text in prepared.listed_texts:
        fault = _item_fault(text, _above(text, listed, prepared), usual)
        if fault:
            yield _finding("agenda item", text, Severity.FAULT, (*fault, _item_read(text, prepared)))


def _item_read(text: Text, prepared: Prepared) -> str:
    reading, read = prepared.item_readings.get(text.text_id), prepared.by_id[text.text_id].agenda_item
    if reading:
        return f"read as item {reading.agenda_item}: {reading.basis}"
    return "open: shown as listed" if read == text.agenda_item else "read as no item"


def _above(text: Text, listed: dict[str, Text], prepared: Prepared) -> Text | None:
    parent = prepared.parents.get(text.text_id)
    return listed.get(parent.parent_id) if parent and parent.parent_id else None


def _usual_items(texts: list[Text]) -> dict[str, Counter]:
    """Return, for the first eight words of a title, how many texts of each session stand under each item."""
    usual: dict[str, Counter] = defaultdict(Counter)
    for text in texts:
        if text.agenda_item and _regular(text):
            usual[_start(text.title)][text.session, text.agenda_item] += 1
    return usual


def _start(title: str) -> str:
    return " ".join(_words(title)[:8])


def _regular(text: Text) -> bool:
    return text.session.isdigit() and int(text.session) >= FIRST_TEN_ITEM_SESSION


def _item_fault(text: Text, above: Text | None, usual: dict[str, Counter]) -> tuple[str, str] | None:
    if text.agenda_item and text.session.startswith("S-"):
        return "no item: a special session has no agenda items", f"item {text.agenda_item}"
    if text.agenda_item is None or not _regular(text) or text.agenda_item == URGENT_DEBATE_ITEM:
        return None
    if text.agenda_item not in ITEMS:
        return "an item of the agenda, 1 to 10", f"item {text.agenda_item}"
    if above and above.agenda_item:
        differs = above.agenda_item != text.agenda_item
        return (
            (f"item {above.agenda_item}, as of its parent {above.text_id}", f"item {text.agenda_item}")
            if differs
            else None
        )
    others: Counter = Counter()
    for (session, item), n in usual[_start(text.title)].items():
        if session != text.session and item != URGENT_DEBATE_ITEM:
            others[item] += n
    return _unlike(text.agenda_item, others)


def _unlike(item: str, others: Counter) -> tuple[str, str] | None:
    if others.total() < ENOUGH_TEXTS or item in others:
        return None
    usual = " or ".join(sorted(others))
    return f"item {usual}, as of {others.total()} texts of like title at other sessions", f"item {item}"


def item_missing(prepared: Prepared) -> Iterator[Finding]:
    """Texts voted on at a regular session whose item the catalogue leaves blank."""
    voted = {row.symbol for row in prepared.facts.rollcalls}
    for text in prepared.listed_texts:
        if text.agenda_item is None and _regular(text) and text.text_id in voted:
            reading = prepared.item_readings.get(text.text_id)
            settled = f"read as item {reading.agenda_item}: {reading.basis}" if reading else "open: no item shown"
            yield _finding("agenda item missing", text, Severity.NOTE, ("an agenda item", "none", settled))


def listed_year(prepared: Prepared) -> Iterator[Finding]:
    """Texts adopted without a vote that are listed under a year in which their session did not sit."""
    years: dict[str, set[int]] = defaultdict(set)
    for text in prepared.texts:
        if text.decided_on:
            years[text.session].add(text.decided_on.year)
    for session in prepared.facts.sessions:
        years[session.session] |= {day.year for day in (session.opened, session.closed) if day}
    for row in prepared.facts.adopted_without_vote:
        session = row.symbol.split("/")[3]
        if years[session] and row.listed_year not in years[session]:
            expected = " or ".join(map(str, sorted(years[session])))
            yield Finding(
                "listed under another year", Severity.NOTE, row.symbol, f"{expected}, the year of session {session}",
                str(row.listed_year), "the session's year is used", text_id=row.symbol, source_id=row.source_id,
            )  # fmt: skip


def day_outside_session(prepared: Prepared) -> Iterator[Finding]:
    """Decisions dated before their session opened or after it closed."""
    windows = {s.session: s for s in prepared.facts.sessions if s.opened and s.closed}
    for text in prepared.texts:
        window = windows.get(text.session)
        if not (window and window.opened and window.closed and text.decided_on):
            continue
        if not window.opened <= text.decided_on <= window.closed:
            expected = f"a day of session {text.session}, {window.opened} to {window.closed}"
            said = (expected, str(text.decided_on), "open: the date listed is used")
            yield _finding("day outside the session", text, Severity.FAULT, said)


def amendment_dated_early(prepared: Prepared) -> Iterator[Finding]:
    """Amendments dated before the text they amend was decided: the document's date stands for the vote's."""
    for text in prepared.texts:
        above = prepared.decided_later(text)
        if above:
            said = (
                f"{above.decided_on}, when {above.text_id} was decided",
                str(text.decided_on),
                "shown as the date of the document",
            )
            yield _finding("amendment dated before its text", text, Severity.NOTE, said)


TEXT_RULES: tuple[Callable[[Prepared], Iterator[Finding]], ...] = (
    symbol_form,
    title_repeated,
    title_is_heading,
    title_damaged,
    subject_apart,
    agenda_item,
    item_missing,
    listed_year,
    day_outside_session,
    amendment_dated_early,
)
"""Every rule about texts, in the order they are reported."""
