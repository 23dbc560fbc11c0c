"""One clause about treaties as it was heard, and whether its words bear a claim: denied, wished for, indirect."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context, Mood
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.treaties.subjects import Who
from onrecord.claims.treaties.typed import Treaties
from onrecord.vocabulary.periods import Period

_UNREAL = frozenset(
    ["will", "would", "could", "can", "may", "might", "should", "shall", "must", "to", "if", "unless", "whether"]
)
_WISHED = re.compile(
    r"recommend|urg|call|consider|toward|pledg|commit|promis|delay|propos|plan|encourag|request|demand|pending|fail|lack"
    r"|await|possib|need|support|oppos|discuss|debat",
    re.IGNORECASE,
)
"""Words beside "ratification" that leave open whether it came about."""
_NO = frozenset({"not", "non", "never", "no", "neither", "nor", "without", "refused", "refuse", "declined", "failed"})
_NOUNS = ("ratification", "accession", "signature", "adherence", "succession", "withdrawal", "denunciation", "adoption")


@dataclass(slots=True)
class Heard:
    """One clause with what it says of treaties. ``front`` is the period before the verb, ``period`` the clause's."""

    clause: Clause
    kind: str
    who: Who | None
    parts: list[tuple[Treaties, Period | None]]
    others: tuple[str, ...]
    period: Period | None
    front: Period | None
    denied: bool
    real: bool
    passive: bool
    used: set[int] = field(default_factory=set)
    shared: bool = False
    ended: bool = False
    understood: bool = True
    contrast: tuple[Treaties, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The codes of the treaties that are named."""
        return tuple(c for part, _ in self.parts if part.kind == "named" for c in part.codes)


def is_noun(clause: Clause) -> bool:
    """Whether the verb is a noun: "ratification of", "accession to"."""
    return clause.verb.text.lower().split()[0] in {*_NOUNS, "entry"}


def denied_by(one: Heard, after: Sequence[int]) -> bool:
    """Whether words of the clause deny its verb; what they are is marked as used."""
    linked, clause = one.clause.linked, one.clause
    found = _negations(one)
    one.ended = any(linked[i].text.lower() == "no longer" for i in found)
    if any(linked[i].text.lower() == "neither" for i in found):
        one.used.update(found)
        return True
    late = [i for i in after[:2] if linked[i].text.lower() in {"neither"}]
    late += [i for i in after if late and linked[i].text.lower() == "nor"]
    one.used.update(found, late)
    inside = any(w in _NO for w in clause.verb.text.lower().split())
    if len(found) > 1:
        one.used.difference_update(found)
    denied = bool(found) or bool(late) or inside
    return (denied and not one.ended) or one.kind in {"outside", "outstanding"}


def _negations(one: Heard) -> list[int]:
    """Return the places of words that deny the verb: none before a relative pronoun, a treaty or a named subject."""
    linked, clause = one.clause.linked, one.clause
    found: list[int] = []
    named = False
    for i in range(clause.predicate - 1, max(clause.first, clause.predicate - 8) - 1, -1):
        m = linked[i]
        if m.tagged("join.which") or (m.kind is Kind.TREATY and not one.passive):
            break
        named = named or m.kind in {Kind.STATE, Kind.GROUP}
        if m.tagged("negation", "order.never") and (not named or m.text.lower() in {"neither", "nor"}):
            found.append(i)
    return found


def unheard_denial(one: Heard) -> bool:
    """Whether a phrase that says no stands in the clause and was not weighed: "has not supported"."""
    linked = one.clause.linked
    return any(
        linked[i].kind.value == "phrase" and i not in one.used and _NO & set(linked[i].text.lower().split())
        for i in one.clause.places
    )


_NAMED = ("treaty", "n.treaty")
_KEPT = ("q", "bound", "order", "include", "treaty", "n.treaty", "join", "negation", "except", "share", "n.member")
_OBLIQUE = frozenset({"to", "of", "under", "with", "in", "against", "for", "by", "from", "on"})


def direct(one: Heard, objects: frozenset[int]) -> bool:
    """Whether the treaties are what the verb is about: not "a law on the Convention", "amendments to it"."""
    linked, clause = one.clause.linked, one.clause
    at = min(
        (i for i in objects if linked[i].kind in {Kind.TREATY, Kind.TREATY_BODY} or linked[i].tagged(*_NAMED)),
        default=None,
    )
    if at is None:
        return True
    if at > clause.predicate:
        return all(_light(linked, i) or i in one.used for i in range(clause.predicate + 1, at))
    if any(linked[i].tagged("join.which") for i in range(at, clause.predicate)):
        return True
    before = next(
        (i for i in range(at - 1, clause.first - 1, -1) if linked[i].text.lower() not in {"the", "both"}), None
    )
    if before is None or linked[before].text.lower() not in _OBLIQUE:
        return True
    return before == clause.first or not linked[before - 1].kind.value.startswith(("word", "name"))


def _light(linked: Linked, i: int) -> bool:
    m = linked[i]
    if m.kind in {Kind.SMALL, Kind.MARK, Kind.PERIOD, Kind.NUMBER, Kind.ORDINAL, Kind.TREATY, Kind.STATE, Kind.GROUP}:
        return True
    return m.tagged(*_KEPT, "v.treaty") or m.text.lower() in _ADJECTIVES


_ADJECTIVES = frozenset(
    {
        "un",
        "united",
        "nations",
        "international",
        "landmark",
        "important",
        "following",
        "existing",
        "various",
        "relevant",
        "respective",
        "by",
        "parliament",
        "on",
        "with",
        "of",
        "to",
        "for",
        "in",
        "of the",
        "the",
        "as well as",
        "formally",
        "officially",
        "recently",
        "finally",
        "also",
        "already",
        "have",
        "has",
        "had",
        "were",
        "was",
        "are",
        "is",
        "human rights",
    }
)


def is_real(one: Heard, context: Context) -> bool:
    """Whether the clause says what is or was, not what should, will or might be."""
    linked, clause = one.clause.linked, one.clause
    if is_noun(clause) and one.kind not in {"gone", "force", "made"}:
        wished = any(_WISHED.match(linked[i].text) for i in range(max(0, clause.predicate - 9), clause.predicate))
        return one.period is not None and context.mood is Mood.ASSERTED and not wished
    if any(linked[i].text.lower() in {"if", "unless", "whether"} for i in clause.before):
        return False
    start = max([clause.first, *[i + 1 for i in clause.before if linked[i].kind is Kind.STATE]])
    near = [
        linked[i].text.lower() for i in range(max(start, clause.predicate - 5), clause.predicate) if i not in one.used
    ]
    placed = any(
        linked[i].tagged("order", "q.only", "treaty.few", "include.one_of") or linked[i].kind is Kind.ORDINAL
        for i in clause.before
    )
    words = [w for text in near for w in text.split() if w in _UNREAL and not (w == "to" and placed)]
    if context.mood is Mood.APPEAL and one.kind != "outstanding":
        relative = any(linked[i].tagged("join.which") for i in clause.before)
        return not words and relative
    return not words
