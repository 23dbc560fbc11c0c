"""Reads claims about treaty bodies: reviews of states, their concluding observations, symbols and dates."""

import re
from collections.abc import Iterator

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.observations.typed import Contents, Moment, NumberObserved, Observed, Reporting
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.verdicts import Filled

_SYMBOL = re.compile(r"(?:CCPR|CERD|CEDAW|CRC|CAT|CRPD|CMW|CED|E)/C[./]\S*/CO/\S+|(?:CERD|CRC|CAT|CEDAW)/C/\S*CO/\S+")
_ORDINALS = ("initial", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about concluding observations that a sentence makes."""
    symbols = _symbols(linked)
    observations = list(linked.where("n.observation.observations", "n.observation.recommendations"))
    if symbols:
        return list(_citations(linked, context, symbols))
    bodies = _bodies(linked)
    if not bodies or linked.text.lower().startswith("the record has"):
        return list(_without_body(linked, context))
    if context.mood is Mood.APPEAL:
        return list(_presupposed(linked, context, bodies, observations))
    if len(bodies) != 1:
        return []
    return list(_asserted(linked, context, bodies[0], observations))


def _symbols(linked: Linked) -> list[tuple[int, str]]:
    found = [(i, v) for i in linked.of_kind(Kind.SYMBOL) for v in linked[i].value]
    return [(i, v) for i, v in found if _SYMBOL.fullmatch(v)]


def _bodies(linked: Linked) -> list[tuple[int, str]]:
    return [(i, linked[i].value) for i in linked.of_kind(Kind.TREATY_BODY)]


def _citations(linked: Linked, context: Context, symbols: list[tuple[int, str]]) -> Iterator[Read]:
    """Read a symbol with the body, the state and the date it is cited with; several split the words between them."""
    starts = [0, *(i + 1 for i, _ in symbols[:-1])]
    for start, (at, symbol) in zip(starts, symbols, strict=True):
        end = len(linked) - 1 if at == symbols[-1][0] else at
        places = range(start, end + 1)
        states = [(i, c) for i in places for c in states_of(linked[i], context)]
        bodies = [(i, linked[i].value) for i in places if linked[i].kind is Kind.TREATY_BODY]
        dates = [(i, p) for i in places if linked[i].kind is Kind.PERIOD and (p := resolved(linked[i], context))]
        if len({c for _, c in states}) > 1 or len({b for _, b in bodies}) > 1 or len(dates) > 1:
            continue
        claim = Observed(
            state=states[0][1] if states else None,
            body=bodies[0][1] if bodies else None,
            symbol=symbol,
            when=dates[0][1] if dates else None,
            moment=_moment(linked, places) if dates else Moment.ANY,
        )
        used = {at, *(i for i, _ in (*states, *bodies, *dates)), *_paragraphs(linked, places), *_mark(linked)}
        yield Read(claim, frozenset(used), start, end)


def _mark(linked: Linked) -> set[int]:
    """Return the place of a footnote's own number."""
    return {0} if len(linked) > 1 and linked[0].kind is Kind.NUMBER and linked[1].tagged("n.observation") else set()


def _paragraphs(linked: Linked, places: range) -> set[int]:
    """Return the places of paragraph numbers: where in a document a thing stands is not in the record."""
    found = {i for i in places if linked[i].kind is Kind.PARAGRAPH}
    for i in places:
        if not linked[i].tagged("n.observation.paragraph", "n.observation.recommendations"):
            continue
        for k in range(i + 1, min(i + 8, places.stop)):
            if linked[k].kind in {Kind.NUMBER, Kind.PARAGRAPH}:
                found.add(k)
            elif linked[k].text not in {".", ",", "and", "to", "–", "-", "(", ")"} and linked[k].kind is not Kind.WORD:
                break
    return found


def _moment(linked: Linked, places: range) -> Moment:
    words = " ".join(linked[i].text.lower() for i in places if linked[i].tagged("v.observe"))
    if "adopt" in words:
        return Moment.ADOPTED
    if any(w in words for w in ("issue", "publish", "release")):
        return Moment.ISSUED
    if any(w in words for w in ("review", "consider", "examin", "dialogue", "scrutin", "assess", "evaluat")):
        return Moment.CONSIDERED
    return Moment.ANY


def _presupposed(
    linked: Linked, context: Context, bodies: list[tuple[int, str]], observations: list[int]
) -> Iterator[Read]:
    """Read "implement the 2011 recommendations by the Human Rights Committee": that there are such."""
    if len(bodies) != 1 or not observations or context.about is None:
        return
    at, body = bodies[0]
    noun = min(observations, key=lambda i: abs(i - at))
    near = [
        i for i in range(min(noun, at) - 3, max(noun, at) + 4) if 0 <= i < len(linked) and linked[i].kind is Kind.PERIOD
    ]
    period = resolved(linked[near[0]], context) if len(near) == 1 else None
    if period is None or abs(noun - at) > 6:
        return
    places = (noun, at, near[0])
    filled = (Filled("state", context.about, "the text"),)
    claim = Observed(state=context.about, body=body, when=period)
    yield Read(claim, frozenset(places), min(places), max(places), filled)


def _asserted(linked: Linked, context: Context, own: tuple[int, str], observations: list[int]) -> Iterator[Read]:
    at, body = own
    places = range(len(linked))
    verbs = list(linked.where("v.observe.adopt", "v.observe.review"))
    said = list(linked.where("v.observe.said"))
    reports = list(linked.where("n.observation.report"))
    states, filled = _states(linked, context)
    if said and not observations:
        state = states[0][1] if len(states) == 1 else None
        yield Read(
            Contents(body=body, state=state),
            frozenset({at, *said, *(i for i, _ in states)}),
            0,
            len(linked) - 1,
            filled,
        )
        return
    if len(states) != 1 or linked[at].kind is not Kind.TREATY_BODY:
        return
    if list(linked.where("v.observe.report")) and reports and not observations:
        claim = Reporting(state=states[0][1], body=body)
        yield Read(
            claim, frozenset({at, states[0][0], *reports, *linked.where("v.observe")}), 0, len(linked) - 1, filled
        )
        return
    if not (observations or (verbs and (reports or _object_is_state(linked, verbs, states)))):
        return
    yield from _review(linked, context, own, states[0], filled, places)


def _review(
    linked: Linked,
    context: Context,
    own: tuple[int, str],
    state: tuple[int, str],
    filled: tuple[Filled, ...],
    places: range,
) -> Iterator[Read]:
    dates = [(i, p) for i in linked.of_kind(Kind.PERIOD) if (p := resolved(linked[i], context))]
    if len(dates) > 1 or (any(linked.of_kind(Kind.PERIOD)) and not dates):
        return
    denied = [i for i in places if linked[i].tagged("negation", "order.never")]
    claim = Observed(
        state=state[1],
        body=own[1],
        when=dates[0][1] if dates else None,
        moment=_moment(linked, places),
        report=_report(linked),
        denied=bool(denied),
    )
    used = {own[0], state[0], *denied, *(i for i, _ in dates), *_paragraphs(linked, places)}
    used |= {i for i in places if linked[i].tagged("v.observe", "n.observation", "order.last", "order.still")}
    yield Read(claim, frozenset(used), 0, len(linked) - 1, filled)


def _report(linked: Linked) -> str:
    """Return which report was considered, where the sentence counts one: "second"."""
    for i in linked.where("n.observation.report"):
        words = linked[i].text.lower().split()
        found = [w for w in _ORDINALS if w in words]
        if len(found) == 1:
            return found[0]
    return ""


def _object_is_state(linked: Linked, verbs: list[int], states: list[tuple[int, str]]) -> bool:
    return any(0 < states[0][0] - v <= 3 for v in verbs) or any(
        linked[v].text.lower().startswith(("was", "were", "is")) for v in verbs
    )


def _states(linked: Linked, context: Context) -> tuple[list[tuple[int, str]], tuple[Filled, ...]]:
    states = [(i, c) for i in linked.of_kind(Kind.STATE) for c in states_of(linked[i], context)]
    if states:
        return (states[:1] if len({c for _, c in states}) == 1 else states), ()
    known = context.subject or context.about
    at = next(iter(linked.where("pronoun.it")), None)
    if known is None or at is None:
        return [], ()
    return [(at, known)], (Filled("state", known, f"“{linked[at].text}”"),)


def _without_body(linked: Linked, context: Context) -> Iterator[Read]:
    """Read what is said of the treaty bodies together: how many observations, that a state reports to them."""
    states, filled = _states(linked, context)
    if context.mood is Mood.APPEAL or len(states) != 1 or any(linked.where("negation", "order.never")):
        return
    used = {states[0][0], *linked.where("v.observe", "n.observation")}
    observations = list(linked.where("n.observation.observations"))
    numbers = [i for i in linked.of_kind(Kind.NUMBER) if any(0 < k - i <= 3 for k in observations)]
    if len(numbers) == 1 and isinstance(linked[numbers[0]].value, int):
        held = "the record has" in linked.text.lower()
        last = _end(linked, states[0][0])
        bound = (
            BOUNDS.get(linked[numbers[0] - 1].under("bound") or "", Quantifier.EXACTLY)
            if numbers[0]
            else Quantifier.EXACTLY
        )
        claim = NumberObserved(state=states[0][1], n=linked[numbers[0]].value, bound=bound, held=held)
        yield Read(claim, frozenset(used | {numbers[0], max(0, numbers[0] - 1)}), 0, last, filled)
    elif list(linked.where("n.observation.report")) and list(linked.where("v.observe.report")) and _to_bodies(linked):
        yield Read(Reporting(state=states[0][1]), frozenset(used), 0, len(linked) - 1, filled)


def _to_bodies(linked: Linked) -> bool:
    return any(linked.where("n.observation.bodies"))


def _end(linked: Linked, at: int) -> int:
    """Return the place before "by 8 treaty bodies": who adopted them is another claim."""
    return next((i - 1 for i in range(at + 1, len(linked)) if linked[i].text.lower() == "by"), len(linked) - 1)
