"""Whether a sentence claims something: asserted, asked for, foreseen or supposed; and who is said to say it."""

from collections.abc import Mapping
from functools import cache

from onrecord.claims.context import Mood
from onrecord.claims.lexicon import table
from onrecord.claims.matching import WordList
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.sentences import Layout, Sentence
from onrecord.vocabulary.verdicts import Nothing


@cache
def _attitudes() -> WordList:
    lists = table("attitude")
    return WordList((form, name) for name, forms in lists.items() for form in forms)


@cache
def _attributions() -> WordList:
    lists = table("attribution")
    return WordList((form, name) for name in ("verbs", "frames", "unnamed") for form in lists[name])


def judge_sentence(sentence: Sentence, linked: Linked) -> tuple[Nothing | None, Mood, str]:
    """Return what the sentence would be if no claim is found in it, its mood, and the words that show it."""
    text = sentence.text.strip()
    found = {m.value: m.text for m in reversed(list(_attitudes().find(text)))}
    mood = _mood(found)
    if text.endswith("?"):
        return Nothing.QUESTION, Mood.HYPOTHETICAL, "a question"
    for nothing, holds, why in (
        (Nothing.FORMALITY, sentence.layout in _BARE, f"a {sentence.layout.value}"),
        (Nothing.FORMALITY, "formality" in found and len(linked) < 12, f"“{found.get('formality')}”"),
        (Nothing.APPEAL, "appeal" in found, f"“{found.get('appeal')}”"),
        (Nothing.HEADING, sentence.layout is Layout.HEADING, "a heading"),
        (Nothing.QUOTATION, _quoted(text), "a quotation"),
    ):
        if holds:
            return nothing, mood, why
    return None, mood, next((f"“{found[name]}”" for name in _SHOWN if name in found), "")


_BARE = frozenset({Layout.METADATA, Layout.TABLE})
_SHOWN = ("vague", "opinion", "future", "hypothetical")


def _mood(found: Mapping[str, str]) -> Mood:
    order = (("appeal", Mood.APPEAL), ("hypothetical", Mood.HYPOTHETICAL), ("future", Mood.FUTURE))
    return next((mood for name, mood in order if name in found), Mood.ASSERTED)


def _quoted(text: str) -> bool:
    marks = sum(text.count(mark) for mark in '“”"«»')
    return text[:1] in '“"«' or (marks >= 2 and len(text) > 0 and _inside(text) > len(text) // 2)


def _inside(text: str) -> int:
    opened = min((text.find(m) for m in '“"«' if m in text), default=0)
    closed = max(text.rfind(m) for m in '”"»')
    return max(0, closed - opened)


def said_by(linked: Linked) -> tuple[str | None, frozenset[int]]:
    """Return who a sentence says makes its claim, with the places of that frame; None where the text itself does."""
    for match in _attributions().find(linked.text):
        if match.value == "frames":
            who = _after(linked, match.end)
        elif match.value == "unnamed":
            who = _between(linked, match.start, match.end)
        elif _introduces(linked, match.end, match.text):
            who = _before(linked, match.start, match.end)
        else:
            continue
        if who:
            return linked.words(who[0], who[-1]), frozenset(who)
    return None, frozenset()


def _introduces(linked: Linked, end: int, verb: str) -> bool:
    """Whether what follows a verb of speech is what was said: "that …", a quotation, "it has …"."""
    before = [m for m in linked.mentions if m.end <= end - len(verb)][-1:]
    if before and before[0].kind is Kind.NUMBER:
        return False  # "one of 15 states that" counts states
    if verb.rsplit(maxsplit=1)[-1].lower() == "that":
        return True
    following = [m for m in linked.mentions if m.start >= end][:1]
    return bool(following) and (
        following[0].text.lower() in {"that", "it", "they", "there", "“", '"', ","} and following[0].text != ","
    )


def _before(linked: Linked, start: int, end: int) -> list[int]:
    """Return the places of the words before a verb of speech, back to the last comma, and of the verb."""
    before = [i for i, m in enumerate(linked.mentions) if m.end <= start]
    kept: list[int] = []
    for i in reversed(before):
        if linked[i].kind is Kind.MARK and linked[i].text in ",;:":
            break
        kept.append(i)
    verb = [i for i, m in enumerate(linked.mentions) if start <= m.start < end]
    return sorted(kept) + verb if kept and len(kept) <= 12 else []


def _after(linked: Linked, end: int) -> list[int]:
    """Return the places of the words after "according to", up to the next comma."""
    kept: list[int] = []
    for i, m in enumerate(linked.mentions):
        if m.start < end:
            continue
        if m.kind is Kind.MARK and m.text in ",;:":
            break
        kept.append(i)
    return kept if len(kept) <= 12 else []


def _between(linked: Linked, start: int, end: int) -> list[int]:
    return [i for i, m in enumerate(linked.mentions) if start <= m.start < end]
