"""Reads which treaties the words of a clause name: by name, by protocol of a treaty just named, or as a set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS
from onrecord.claims.treaties.sets import BASE, BODIES, COVENANTS, PROTOCOLS
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import Quantifier

_SETS = ("core", "main", "human", "all", "protocols")
_TOPICS = {"opac": "CRC-OPAC", "opsc": "CRC-OPSC", "opic": "CRC-OPIC", "op2": "ICCPR-OP2"}
_GLUE = frozenset({"the", "to", "of", "both", "and", "un", "united", "nations", "its", "'s", "’s", "’", ",", "international"})


@dataclass(frozen=True, slots=True)
class TreatiesRead:
    """The treaties read: those named all together, and each set or choice apart; names not followed; places used."""

    parts: tuple[Treaties, ...]
    others: tuple[str, ...]
    used: frozenset[int]

    @property
    def named(self) -> tuple[str, ...]:
        """The codes of the treaties that are named."""
        return tuple(c for part in self.parts if part.kind == "named" for c in part.codes)


@dataclass(slots=True)
class _Got:
    codes: list[str] = field(default_factory=list)
    parts: list[Treaties] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def treaties_in(linked: Linked, places: Iterable[int], before: Sequence[str] = ()) -> TreatiesRead:
    """Return the treaties that the words at these places name; ``before`` are those named last before them."""
    order = list(places)
    inside, got = frozenset(order), _Got()
    for i in order:
        if i not in got.used:
            _take(linked, i, inside, got, before)
    parts = list(got.parts)
    if got.codes:
        codes = tuple(dict.fromkeys(got.codes))
        parts.insert(0, Treaties(codes=codes, quantifier=_choice(linked, inside, got)))
    return TreatiesRead(tuple(parts), tuple(got.others), frozenset(got.used))


def _choice(linked: Linked, inside: frozenset[int], got: _Got) -> Quantifier:
    """A list under "neither" or "none of" is denied as a whole; one under "either" asks for one of it."""
    either = [i for i in inside if linked[i].text.lower() in {"either", "one of"}]
    got.used.update(either)
    return Quantifier.SOME if either else Quantifier.ALL


def _take(linked: Linked, i: int, inside: frozenset[int], got: _Got, before: Sequence[str]) -> None:
    m = linked[i]
    if m.tagged("except.but"):
        _take_excluded(linked, i, inside, got)
    elif m.kind is Kind.TREATY or (m.kind is Kind.TREATY_BODY and m.text.split()[-1].isupper()):
        _take_name(linked, i, got)
    elif m.tagged("treaty.protocol", "treaty.protocols") or _bare_protocol(linked, i):
        _take_protocol(linked, i, inside, got, before)
    elif m.tagged("n.treaty") or _numbered(linked, i, inside):
        _take_set(linked, i, inside, got)
    elif m.tagged("treaty.the") and before and not got.codes:
        got.codes += before if m.text.lower().split()[0] in {"both", "these"} else before[-1:]
        got.used.add(i)
    elif m.tagged("treaty.op2") and ("ICCPR-OP2" in got.codes or "ICCPR-OP2" in before):
        got.used.add(i)


def code_of(mention: Mention) -> str:
    """Return the code of the treaty a mention names; a treaty body's letters stand for its treaty."""
    return BODIES.get(mention.value, mention.value) if mention.kind is Kind.TREATY_BODY else mention.value


def _take_name(linked: Linked, i: int, got: _Got) -> None:
    code = code_of(linked[i])
    if code == "OTHER":
        got.others.append(linked[i].text)
        got.used.add(i)
        return
    if code == "BILL" or code not in {*BODIES.values(), *BASE, "COVENANTS"}:
        return
    got.used.add(i)
    if _in_brackets(linked, i) and got.codes and (code in got.codes or BASE.get(got.codes[-1]) == code):
        return
    got.codes += COVENANTS if code == "COVENANTS" else (code,)


def _in_brackets(linked: Linked, i: int) -> bool:
    return i > 0 and linked[i - 1].text in {"(", "[", "“", '"', "‘"}


def _bare_protocol(linked: Linked, i: int) -> bool:
    """Whether "protocols" stands for optional protocols: "the Convention and its two protocols"."""
    return linked[i].tagged("treaty.bare") and any(
        linked[k].text.lower() in {"its", "their", "first", "second", "third", "both of its", "all its"} or linked[k].kind is Kind.ORDINAL
        for k in range(max(0, i - 3), i)
    )


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "the first": 1}


def _take_protocol(linked: Linked, i: int, inside: frozenset[int], got: _Got, before: Sequence[str]) -> None:
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
        elif not (text in {"the", "its", "their", "of", "un", "'s", "’s", "each", "respective", "-"} or (text == "and" and lead.ordinals)):
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
    if here not in inside or linked[here].text.lower() not in {"to", "of"}:
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
        elif m.text.lower() in _GLUE or m.text in {"(", ")"}:
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
        elif not (m.text in {",", ":", "(", "on", "the", ";", ")"} or m.tagged("join.and", "treaty.protocol") or m.text.lower() in {"and the", "to"}):
            break
        here += 1
    return found


def _base_before(got: _Got, before: Sequence[str], ordinals: Sequence[int]) -> list[str]:
    known = [c for c in (*before, *got.codes) if c in PROTOCOLS]
    if known:
        return known[-1:]
    return ["ICCPR"] if ordinals and max(ordinals) <= 2 else []


def _choose(base: str, bases: Sequence[str], lead: _Lead, plural: bool, got: _Got) -> None:
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


_WHOLES = {9: "core", 18: "all"}
"""What a bare number of treaties is the whole of: "party to 12 of the 18 treaties"."""


def _numbered(linked: Linked, i: int, inside: frozenset[int]) -> bool:
    if not linked[i].tagged("treaty.noun") or not linked[i].text.lower().endswith("s"):
        return False
    return _lead_of_set(linked, i, inside).of in _WHOLES


def _take_set(linked: Linked, i: int, inside: frozenset[int], got: _Got) -> None:
    lead = _lead_of_set(linked, i, inside)
    kind = linked[i].under("n.treaty") or _WHOLES.get(lead.of or 0, "human")
    if not linked[i].text.lower().endswith("s") and lead.number is None and lead.quantifier is None:
        return
    if lead.quantifier is None and lead.number is None and not lead.one:
        lead.quantifier = Quantifier.ALL if lead.definite else Quantifier.MANY if kind == "main" else None
    if lead.quantifier is None and lead.number is None:
        return
    n, of = lead.number, lead.of
    quantifier = lead.bound or (Quantifier.EXACTLY if n is not None else lead.quantifier) or Quantifier.ALL
    if lead.quantifier in {Quantifier.ALL, Quantifier.NONE} and n is not None and of is None:
        # "All nine core treaties", "none of the nine": the number says how many there are.
        quantifier, n, of = lead.quantifier, None, n
    if lead.quantifier in {Quantifier.MOST, Quantifier.SOME, Quantifier.MANY, Quantifier.HALF} and n is not None:
        quantifier, n, of = lead.quantifier, None, n
    if lead.definite and n is not None and of is None and lead.quantifier is None and lead.bound is None:
        quantifier, n, of = Quantifier.ALL, None, n
    excluded = tuple(got.excluded) or _excluded_after(linked, i, inside, got)
    got.parts.append(Treaties(kind=kind, quantifier=quantifier, n=n, of=of, excluded=excluded))
    got.used.update({i, *lead.used})


@dataclass(slots=True)
class _SetLead:
    number: int | None = None
    of: int | None = None
    quantifier: Quantifier | None = None
    bound: Quantifier | None = None
    definite: bool = False
    one: bool = False
    used: set[int] = field(default_factory=set)


_SKIPPED = frozenset({"of", "un", "its", "their", "united nations", "existing", "other"})


def _lead_of_set(linked: Linked, i: int, inside: frozenset[int]) -> _SetLead:
    lead, here = _SetLead(), i - 1
    while here in inside and here >= i - 9:
        m = linked[here]
        text = m.text.lower()
        if m.kind is Kind.NUMBER and isinstance(m.value, int):
            lead.number, lead.of = m.value, lead.number
        elif m.kind is Kind.ORDINAL or m.tagged("order"):
            break
        elif m.tagged("bound") and lead.number is not None:
            lead.bound = BOUNDS.get(m.under("bound") or "")
        elif m.tagged("q.only") and lead.number is not None:
            lead.bound = lead.bound or Quantifier.EXACTLY
        elif m.tagged("q"):
            lead.quantifier = QUANTIFIERS.get(m.under("q") or "")
        elif text == "the":
            lead.definite = (lead.of is None and lead.quantifier is None and lead.number is None) or lead.definite
            lead.definite = True if here + 1 == i or linked[here + 1].kind is Kind.NUMBER else lead.definite
        elif text in {"out of", "of", "among"} or text in _SKIPPED:
            pass
        elif text in {"a", "an"}:
            lead.one = True
        else:
            break
        lead.used.add(here)
        here -= 1
    return lead


def _take_excluded(linked: Linked, i: int, inside: frozenset[int], got: _Got) -> None:
    """Take the treaties after "except"; "all but two of the treaties" has a number there."""
    after = i + 1
    if after in inside and linked[after].kind is Kind.NUMBER:
        return
    codes, used = _listed(linked, after, inside, ())
    if codes and got.parts:
        last = got.parts[-1]
        got.parts[-1] = Treaties(
            kind=last.kind, codes=last.codes, quantifier=last.quantifier, n=last.n, of=last.of, excluded=codes
        )
        got.used |= {i, *used}


def _excluded_after(linked: Linked, i: int, inside: frozenset[int], got: _Got) -> tuple[str, ...]:
    here = i + 1
    if here in inside and linked[here].text == ",":
        here += 1
    if here not in inside or not linked[here].tagged("except.but"):
        return ()
    codes, used = _listed(linked, here + 1, inside, ())
    if codes:
        got.used |= {here, *used}
    return codes


def _listed(linked: Linked, start: int, inside: frozenset[int], before: Sequence[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    places = [k for k in range(start, len(linked)) if k in inside]
    read = treaties_in(linked, places, before)
    return read.named, read.used
