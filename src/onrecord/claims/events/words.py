"""How a described joint statement or special session reads in a sentence, so that it is read back the same."""

from onrecord.claims.events.typed import Described, Side
from onrecord.claims.naming import joined, state_name
from onrecord.claims.typed import Quantifier, Topic
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period

_HEADS = {
    Quantifier.ALL: "all the",
    Quantifier.NONE: "any of the",
    Quantifier.SOME: "some of the",
    Quantifier.MOST: "most of the",
    Quantifier.HALF: "half of the",
    Quantifier.MANY: "many of the",
    Quantifier.ONLY: "only the",
    Quantifier.AT_LEAST: "at least",
    Quantifier.AT_MOST: "at most",
    Quantifier.MORE_THAN: "more than",
    Quantifier.FEWER_THAN: "fewer than",
    Quantifier.ABOUT: "about",
}


def described_as(record: Record, asked: Described, noun: str) -> str:
    """Return "all the special sessions on Syria in 2012"."""
    plural = asked.plural or asked.n not in {None, 1} or asked.quantifier in _HEADS
    head = _head(asked)
    ordinal = f" {nth(asked.ordinal)}" if asked.ordinal else ""
    beside = f" {joined(state_name(record, code) for code in asked.beside)}" if asked.beside else ""
    led = f" led by {joined(state_name(record, code) for code in asked.led_by)}" if asked.led_by else ""
    words = f"{head}{ordinal}{beside} {noun}{'s' * plural}{_about(record, asked)}{led}"
    at = f" at the {nth(int(asked.sessions[0]))} session of the Human Rights Council" if asked.sessions else ""
    body = {"HRC": " of the Human Rights Council", "GA": " at the General Assembly"}.get(asked.body or "", "")
    return f"{words}{at or body}{_when(asked.period)}"


def _head(asked: Described) -> str:
    if asked.n is None:
        return _HEADS.get(asked.quantifier, "the")
    of = f" of the {asked.of}" if asked.of is not None else " of the" if asked.quantifier not in _HEADS else ""
    bound = "" if asked.quantifier is Quantifier.EXACTLY else _HEADS.get(asked.quantifier, "").removesuffix(" the")
    return f"{bound} {asked.n}{of}".strip()


def _about(record: Record, asked: Described) -> str:
    if asked.quoted:
        return f" on “{asked.quoted}”"
    side = f" {asked.side.value}" if asked.side else " on"
    if asked.topics:
        return f"{side} {joined(topic_words(record, t) for t in asked.topics)}"
    return f" on {' '.join(asked.words)}" if asked.words else ""


def topic_words(record: Record, topic: Topic) -> str:
    """Return a situation within a sentence; the part of it that is meant where there is one."""
    if topic.title:
        return topic.title[0].title() if topic.title[0] != "golan" else "the occupied Syrian Golan"
    known = record.subjects.get(topic.subject)
    return known.label if known else state_name(record, topic.subject)


def _when(period: Period | None) -> str:
    return f" {period.words}" if period else ""


def nth(n: int) -> str:
    """Return 1st, 2nd, 3rd, 4th."""
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def side_of(subject_matter: str) -> Side:
    """Return whether a joint statement is for the state concerned, as its subject in the record says."""
    return Side.SUPPORT if subject_matter.startswith(("Support", "Against")) else Side.CONCERN
