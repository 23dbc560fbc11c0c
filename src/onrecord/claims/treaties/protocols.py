"""Reads which optional protocols are meant: "both of its Optional Protocols", "the Second Optional Protocol"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS
from onrecord.claims.treaties.sets import BODIES, COVENANTS, PROTOCOLS
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import Quantifier

_TOPICS = {"opac": "CRC-OPAC", "opsc": "CRC-OPSC", "opic": "CRC-OPIC", "op2": "ICCPR-OP2"}
_GLUE = frozenset(
    {"the", "to", "of", "both", "and", "un", "united", "nations", "its", "'s", "’s", "’", ",", "international"}
)


@dataclass(slots=True)
class Got:
    """What has been gathered of the treaties of a clause."""

    codes: list[str] = field(default_factory=list)
    parts: list[Treaties] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def code_of(mention: Mention) -> str:
    """Return the code of the treaty a mention names; a treaty body's letters stand for its treaty."""
    return BODIES.get(mention.value, mention.value) if mention.kind is Kind.TREATY_BODY else mention.value


def bare_protocol(linked: Linked, i: int) -> bool:
    """Whether "protocols" stands for optional protocols: "the Convention and its two protocols"."""
    return linked[i].tagged("treaty.bare") and any(
        linked[k].text.lower() in {"its", "their", "first", "second", "third", "both of its", "all its"}
        or linked[k].kind is Kind.ORDINAL
        for k in range(max(0, i - 3), i)
    )


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "the first": 1}


def take_protocol(linked: Linked, i: int, inside: frozenset[int], got: Got, before: Sequence[str]) -> None:
    """Take the protocols that a mention of "optional protocol" stands for, by what is around it."""
    lead = _lead(linked, i, inside)
    bases, after = _bases(linked, i, inside)
    plural = linked[i].text.lower().endswith("s") or len(lead.ordinals) > 1
    topics = _topics(linked, i, after, inside)
    if not bases:
        bases = _base_before(got, before, lead.ordinals)
    if not bases:
        return
    got.used.update({i, *lead.used, *after})
    if topics:
        got.codes += [_TOPICS[linked[k].under("treaty") or ""] for k in topics]
        got.used.update(topics)
        return
    for base in bases:
        _choose(base, bases, lead, plural, got)
    if "ICCPR-OP2" in got.codes:
        got.used.update(k for k in range(i, min(i + 14, len(linked))) if k in inside and linked[k].tagged("treaty.op2"))


@dataclass(slots=True)
class _Lead:
    """What stands before "optional protocols": ordinals, a number, "both", "an"."""

    ordinals: list[int] = field(default_factory=list)
    number: int | None = None
    quantifier: Quantifier | None = None
    bound: Quantifier | None = None
    of: int | None = None
    one: bool = False
    used: set[int] = field(default_factory=set)


LIGHT = frozenset({"the", "its", "their", "of", "out", "un", "'s", "’s", "each", "respective", "-"})


def _lead(linked: Linked, i: int, inside: frozenset[int]) -> _Lead:
    lead, here = _Lead(), i - 1
    while here in inside and here >= i - 8:
        m = linked[here]
        text = m.text.lower()
        if text in _ORDINALS:
            lead.ordinals.insert(0, _ORDINALS[text])
        elif m.kind is Kind.NUMBER and isinstance(m.value, int):
            if lead.number is not None:
                lead.of = lead.number
            lead.number = m.value
        elif m.tagged("q.both"):
            lead.number, lead.quantifier = lead.number or 2, Quantifier.ALL
        elif m.tagged("bound"):
            lead.bound = BOUNDS.get(m.under("bound") or "")
        elif m.tagged("q"):
            lead.quantifier = lead.quantifier or QUANTIFIERS.get(m.under("q") or "")
        elif text in {"an", "another", "a", "one"}:
            lead.one = True
        elif not (set(text.split()) <= LIGHT or (text == "and" and lead.ordinals)):
            break
        lead.used.add(here)
        if text in {"an", "another", "a"}:
            break
        here -= 1
    return lead


def _bases(linked: Linked, i: int, inside: frozenset[int]) -> tuple[list[str], set[int]]:
    """Return the treaties named after "protocol to the", with the places used."""
    here, found, used, seen = i + 1, [], set(), set()
    if here in inside and linked[here].tagged("treaty.its"):
        return [], {here}
    if here not in inside or linked[here].text.lower().split()[0] not in {"to", "of"}:
        return [], set()
    plural = linked[i].text.lower().endswith("s")
    while here in inside:
        m = linked[here]
        if m.kind in {Kind.TREATY, Kind.TREATY_BODY}:
            code = code_of(m)
            if code == "COVENANTS":
                found += COVENANTS
            elif code in PROTOCOLS:
                found.append(code)
            else:
                break
            used |= {*seen, here}
            seen = set()
            if not plural:
                break
        elif set(m.text.lower().split()) <= _GLUE or m.text in {"(", ")"}:
            seen.add(here)
        else:
            break
        here += 1
    return list(dict.fromkeys(found)), used


def _topics(linked: Linked, i: int, after: set[int], inside: frozenset[int]) -> list[int]:
    """Return the places of what protocols to the Convention on the Rights of the Child are about."""
    here, found = max(after, default=i) + 1, []
    while here in inside:
        m = linked[here]
        if m.tagged("treaty.opac", "treaty.opsc", "treaty.opic"):
            found.append(here)
        elif not (
            m.text in {",", ":", "(", "on", "the", ";", ")"}
            or m.tagged("join.and", "treaty.protocol")
            or m.text.lower() in {"and the", "to"}
        ):
            break
        here += 1
    return found


def _base_before(got: Got, before: Sequence[str], ordinals: Sequence[int]) -> list[str]:
    known = [c for c in (*before, *got.codes) if c in PROTOCOLS]
    if known:
        return known[-1:]
    return ["ICCPR"] if ordinals and max(ordinals) <= 2 else []


def _choose(base: str, bases: Sequence[str], lead: _Lead, plural: bool, got: Got) -> None:
    """Take the protocols of a treaty that are meant: by number in their order, all, or one not said which."""
    protocols = PROTOCOLS[base]
    if lead.ordinals == [1] and lead.number:
        got.codes += protocols[: lead.number]
    elif lead.ordinals:
        got.codes += [protocols[n - 1] for n in lead.ordinals if n <= len(protocols)]
    elif len(protocols) == 1:
        got.codes.append(protocols[0])
    elif lead.of is not None or (lead.number is not None and lead.number < len(protocols) and not _all_of_them(lead)):
        got.parts.append(Treaties(codes=protocols, quantifier=lead.bound or Quantifier.EXACTLY, n=lead.number))
    elif lead.number is not None and lead.number < len(protocols):
        got.codes += protocols[: lead.number]
    elif lead.one or (plural and len(bases) > 1 and lead.quantifier is None):
        got.parts.append(Treaties(codes=protocols, quantifier=Quantifier.SOME))
    elif lead.quantifier in {Quantifier.NONE, Quantifier.SOME}:
        got.parts.append(Treaties(codes=protocols, quantifier=lead.quantifier))
    elif plural:
        got.codes += protocols
    elif base == "ICCPR":
        got.codes.append(protocols[0])
    else:
        got.parts.append(Treaties(codes=protocols, quantifier=Quantifier.SOME))


def _all_of_them(lead: _Lead) -> bool:
    """Whether a number of protocols is all that are meant: "the two", "both", "its two"."""
    return lead.quantifier is Quantifier.ALL or lead.number == 2
