"""Reads which treaties the words of a clause name: by name, by protocol of a treaty just named, or as a set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS
from onrecord.claims.treaties.protocols import Got, bare_protocol, code_of, take_protocol
from onrecord.claims.treaties.sets import BASE, BODIES, COVENANTS
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import Quantifier

_SETS = ("core", "main", "human", "all", "protocols")


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


def treaties_in(linked: Linked, places: Iterable[int], before: Sequence[str] = ()) -> TreatiesRead:
    """Return the treaties that the words at these places name; ``before`` are those named last before them."""
    order = list(places)
    inside, got = frozenset(order), Got()
    for i in order:
        if i not in got.used:
            _take(linked, i, inside, got, before)
    parts = list(got.parts)
    if got.codes:
        codes = tuple(dict.fromkeys(got.codes))
        parts.insert(0, Treaties(codes=codes, quantifier=_choice(linked, inside, got)))
    return TreatiesRead(tuple(parts), tuple(got.others), frozenset(got.used))


def _choice(linked: Linked, inside: frozenset[int], got: Got) -> Quantifier:
    """A list under "neither" or "none of" is denied as a whole; one under "either" asks for one of it."""
    either = [i for i in inside if linked[i].text.lower() in {"either", "one of"}]
    got.used.update(either)
    return Quantifier.SOME if either else Quantifier.ALL


def _take(linked: Linked, i: int, inside: frozenset[int], got: Got, before: Sequence[str]) -> None:
    m = linked[i]
    if m.tagged("except.but"):
        _take_excluded(linked, i, inside, got)
    elif m.kind is Kind.TREATY or (m.kind is Kind.TREATY_BODY and m.text.split()[-1].isupper()):
        _take_name(linked, i, got)
    elif m.tagged("treaty.protocol", "treaty.protocols") or bare_protocol(linked, i):
        take_protocol(linked, i, inside, got, before)
    elif m.tagged("n.treaty") or _numbered(linked, i, inside):
        _take_set(linked, i, inside, got)
    elif m.tagged("treaty.the") and before and not got.codes:
        got.codes += before if m.text.lower().split()[0] in {"both", "these"} else before[-1:]
        got.used.add(i)
    elif m.tagged("treaty.op2") and ("ICCPR-OP2" in got.codes or "ICCPR-OP2" in before):
        got.used.add(i)


def _take_name(linked: Linked, i: int, got: Got) -> None:
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


_WHOLES = {9: "core", 18: "all"}
"""What a bare number of treaties is the whole of: "party to 12 of the 18 treaties"."""


def _numbered(linked: Linked, i: int, inside: frozenset[int]) -> bool:
    if not linked[i].tagged("treaty.noun") or not linked[i].text.lower().endswith("s"):
        return False
    return _lead_of_set(linked, i, inside).of in _WHOLES


def _take_set(linked: Linked, i: int, inside: frozenset[int], got: Got) -> None:
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


_SKIPPED = frozenset({"united nations", "existing", "other"})


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


def _take_excluded(linked: Linked, i: int, inside: frozenset[int], got: Got) -> None:
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


def _excluded_after(linked: Linked, i: int, inside: frozenset[int], got: Got) -> tuple[str, ...]:
    here = i + 1
    if here in inside and linked[here].text == ",":
        here += 1
    if here not in inside or not linked[here].tagged("except.but"):
        return ()
    codes, used = _listed(linked, here + 1, inside, ())
    if codes:
        got.used |= {here, *used}
    return codes


def _listed(
    linked: Linked, start: int, inside: frozenset[int], before: Sequence[str]
) -> tuple[tuple[str, ...], frozenset[int]]:
    places = [k for k in range(start, len(linked)) if k in inside]
    read = treaties_in(linked, places, before)
    return read.named, read.used
