"""Reads claims about recommendations by their numbers: "A/HRC/14/10, recommendations 95.65 (France), 95.66 (…)"."""

from collections.abc import Iterator, Sequence

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.upr.typed import NumberedRecommendation, Response

_LISTING = frozenset({",", "and", "or", "(", ")", ";", "–", "-", "to", "the"})
_MANY = 40


def read_numbered(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about numbered recommendations that a sentence makes."""
    at = list(linked.of_kind(Kind.PARAGRAPH))
    noun = next(linked.where("n.recommendation"), None)
    if not at or noun is None or "." not in str(linked[at[0]].value):
        return []
    symbol, places = _symbol(linked)
    found: list[Read] = []
    for group in _groups(linked, at):
        found += _claims(linked, group, symbol, places, context)
    return found


def _symbol(linked: Linked) -> tuple[dict[int, str], set[int]]:
    """Return the report named last before each place, and the places of the symbols."""
    named: dict[int, str] = {}
    current = ""
    places = set()
    for i, m in enumerate(linked.mentions):
        if m.kind is Kind.SYMBOL:
            current = m.value[0]
            places.add(i)
        named[i] = current
    ahead = next((linked[i].value[0] for i in sorted(places)), "")
    return {i: symbol or ahead for i, symbol in named.items()}, places


def _groups(linked: Linked, at: Sequence[int]) -> list[list[int]]:
    """Return the numbers that share what is said of them: "95.65 to 95.68", each number with its own brackets."""
    found: list[list[int]] = []
    for i in at:
        between = range(found[-1][-1] + 1, i) if found else ()
        if found and all(linked[k].text.lower() in _LISTING - {"(", ")", ";"} for k in between):
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _claims(
    linked: Linked, group: list[int], symbol: dict[int, str], symbols: set[int], context: Context
) -> Iterator[Read]:
    first, last = group[0], group[-1]
    states, places = _bracketed(linked, last) or _made_by(linked, last, context)
    by = tuple(c for i in states for c in states_of(linked[i], context))
    response, verbs = _became(linked, last)
    to = _to(linked, context, frozenset(states))
    if not by and response is None:
        return
    used = frozenset({*group, *states, *places, *symbols, *verbs, *to[1]})
    claim = NumberedRecommendation(
        to=to[0], symbol=symbol[first], paragraphs=tuple(_numbers(linked, group)), by=by, response=response
    )
    yield Read(claim, used, first, max([last, *states, *places, *verbs]))


def _numbers(linked: Linked, group: Sequence[int]) -> Iterator[str]:
    """Yield the numbers of a group, those of a range each."""
    for k, i in enumerate(group):
        yield str(linked[i].value)
        following = group[k + 1] if k + 1 < len(group) else None
        if following is None or following - i != 2 or linked[i + 1].text.lower() not in {"-", "–", "to"}:
            continue
        paragraph, start = str(linked[i].value).split(".")[:2]
        other, end = str(linked[following].value).split(".")[:2]
        if paragraph == other and int(end) - int(start) < _MANY:
            yield from (f"{paragraph}.{n}" for n in range(int(start) + 1, int(end)))


def _bracketed(linked: Linked, last: int) -> tuple[list[int], set[int]] | None:
    if last + 1 >= len(linked) or linked[last + 1].text != "(":
        return None
    states, here = [], last + 2
    while here < len(linked) and linked[here].text != ")":
        if linked[here].kind is Kind.STATE:
            states.append(here)
        elif linked[here].text.lower() not in _LISTING:
            return None
        here += 1
    return (states, set(range(last + 1, here + 1))) if states else None


def _made_by(linked: Linked, last: int, context: Context) -> tuple[list[int], set[int]]:
    """Return the states after "came from", "was made by", "by", "of"."""
    here = last + 1
    while here < len(linked) and here <= last + 8 and linked[here].kind is not Kind.STATE:
        here += 1
    led = [linked[k] for k in range(last + 1, min(here, len(linked)))]
    if any(m.tagged("v.upr.accepted", "v.upr.noted") and not m.tagged("v.upr.made") for m in led):
        return [], set()
    if here >= len(linked) or linked[here].kind is not Kind.STATE or not any(_leads(m.text) for m in led):
        return [], set()
    states = [here]
    while here + 1 < len(linked) and (linked[here + 1].kind is Kind.STATE or linked[here + 1].text.lower() in _LISTING):
        here += 1
        if linked[here].kind is Kind.STATE:
            states.append(here)
    return states, set(range(last + 1, states[-1] + 1))


def _leads(text: str) -> bool:
    return text.lower().split()[-1] in {"from", "by", "of"}


def _became(linked: Linked, last: int) -> tuple[Response | None, set[int]]:
    for i in range(last + 1, min(last + 6, len(linked))):
        m = linked[i]
        if m.tagged("v.upr.accepted", "v.upr.noted"):
            denied = any(linked[k].tagged("negation") for k in range(last + 1, i))
            accepted = m.tagged("v.upr.accepted") != denied
            return (Response.ACCEPTED if accepted else Response.NOTED), set(range(last + 1, i + 1))
        if m.kind in {Kind.PARAGRAPH, Kind.STATE} or m.text in {",", ";", "("}:
            break
    return None, set()


def _to(linked: Linked, context: Context, taken: frozenset[int]) -> tuple[str, set[int]]:
    """Return the state under review where the sentence names it: "recommendation 95.1 to Kazakhstan"."""
    for i in linked.of_kind(Kind.STATE):
        before = linked[i - 1].text.lower().split()[-1] if i else ""
        if before in {"to", "on", "by"} and i not in taken and (codes := states_of(linked[i], context)):
            return codes[0], {i}
        ahead = [linked[k] for k in range(i + 1, min(i + 5, len(linked)))]
        answered = any(m.tagged("v.upr.accepted", "v.upr.noted") for m in ahead[:3])
        if answered and i not in taken and (codes := states_of(linked[i], context)):
            return codes[0], {i}
    return context.about or "", set()
