"""Reads claims about ratings: ranks and how they moved, Freedom House's statuses, accreditation of institutions."""

from collections.abc import Iterator, Sequence

from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.ratings.parts import Part, parts_of
from onrecord.claims.ratings.read_institutions import institutions
from onrecord.claims.ratings.typed import Free, FreeMoved, Ranked, RankedBeside, RankMoved, Scored

_STATUSES = (("rating.not_free", "NF"), ("rating.partly", "PF"), ("rating.free", "F"))


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about ratings that a sentence makes."""
    bodies = {linked[i].value for i in linked.of_kind(Kind.RATING)}
    if context.mood is Mood.APPEAL or bodies & {"FOTN"} or any(linked.where("n.index.other")):
        return []
    said: list[Read] = []
    for part in parts_of(linked, context):
        if "in the record" in linked.words(part.first, part.last).lower() and not part.hidden:
            continue
        if "RSF" in bodies and "FH" not in part.bodies:
            said += _press(part)
        if "FH" in bodies and "RSF" not in part.bodies:
            said += _freedom(part)
        said += institutions(part)
    return said


def _press(part: Part) -> Iterator[Read]:
    linked = part.linked
    if part.tagged("negation", "order.never") or not part.states:
        return
    numbers = part.numbers()
    if part.tagged("v.rating.rise", "v.rating.fall") and len(part.states) == 1:
        yield from _moved(part, numbers)
    elif part.tagged("v.rating.top", "v.rating.last") and not numbers:
        yield from _end_of_list(part)
    elif side := _side(part):
        yield from _beside(part, side)
    elif part.tagged("rating.points") and not part.tagged("v.rating.rank", "rating.place"):
        yield part.read(Scored(state=part.states[0][1], body="Reporters Without Borders"), [i for i, _ in numbers])
    elif part.tagged("v.rating.rank", "rating.place") or any(linked[i].kind is Kind.ORDINAL for i, _ in numbers):
        yield from _ranks(part, numbers)


def _ranks(part: Part, numbers: Sequence[tuple[int, int]]) -> Iterator[Read]:
    of = [(i, n) for i, n in numbers if part.is_total(i)]
    ranks = [(i, n) for i, n in numbers if (i, n) not in of]
    if len(of) > 1 or len(ranks) != len(part.states) or part.edition_at is None:
        return
    total = of[0] if of else None
    pairs = zip(part.states, ranks, strict=True)
    for (at, state), (place, rank) in pairs:
        claim = Ranked(state=state, rank=rank, of=total[1] if total else None, edition=part.edition)
        yield part.read(claim, [at, place, *([total[0]] if total else [])])


def _end_of_list(part: Part) -> Iterator[Read]:
    """Read "topped the index", "came last"."""
    last = bool(part.tagged("v.rating.last"))
    if len(part.states) != 1 or part.edition_at is None:
        return
    claim = Ranked(state=part.states[0][1], rank=None if last else 1, edition=part.edition, last=last)
    yield part.read(claim, part.tagged("v.rating", "order.last", "order.first"))


def _moved(part: Part, numbers: Sequence[tuple[int, int]]) -> Iterator[Read]:
    linked, up = part.linked, bool(part.tagged("v.rating.rise"))
    if part.tagged("v.rating.rise") and part.tagged("v.rating.fall"):
        return
    by, before, after, used = None, None, None, []
    for i, n in numbers:
        following = linked[i + 1] if i + 1 < len(linked) else None
        if part.is_total(i):
            used.append(i)
        elif following is not None and following.tagged("rating.place") and linked[i].kind is Kind.NUMBER:
            by, used = n, [*used, i]
        elif _led_by(linked, i, "from"):
            before, used = n, [*used, i]
        elif any(_led_by(linked, i, word) for word in ("to", "at", "in", "ranking", "rank", "place")):
            after, used = n, [*used, i]
    edition, since = part.two_editions()
    claim = RankMoved(state=part.states[0][1], up=up, by=by, before=before, after=after, edition=edition, since=since)
    total = next((n for i, n in numbers if part.is_total(i)), None)
    yield part.read(claim, used)
    if total is not None:
        yield part.read(Ranked(state=part.states[0][1], rank=after, of=total, edition=edition), used)


_ABOVE = {"above", "ahead of", "higher than", "better than", "over", "ahead"}
_BELOW = {"below", "behind", "lower than", "worse than", "beneath"}


def _side(part: Part) -> str | None:
    if len(part.states) != 2:
        return None
    between = part.linked.words(part.states[0][0], part.states[1][0]).lower()
    for name, words in (("above", _ABOVE), ("below", _BELOW)):
        if any(f" {w} " in between for w in words):
            return name
    return None


def _beside(part: Part, side: str) -> Iterator[Read]:
    if part.numbers() or part.edition_at is None:
        return
    (_, state), (_, other) = part.states
    claim = RankedBeside(state=state, other=other, above=side == "above", edition=part.edition)
    places = [i for i in range(part.states[0][0], part.states[1][0]) if part.linked[i].tagged("order", "bound")]
    yield part.read(claim, places)


def _freedom(part: Part) -> Iterator[Read]:
    statuses = _statuses(part)
    numbers = part.numbers()
    denied = part.tagged("negation", "order.never")
    if not part.states:
        return
    if part.tagged("rating.total") and not statuses:
        yield part.read(Scored(state=part.states[0][1], body="Freedom House"), [i for i, _ in numbers])
        return
    if _moves(part, statuses) and len(part.states) == 1 and not denied:
        yield from _status_moved(part, statuses)
        return
    pairs = _paired(part, statuses)
    if pairs and not numbers and not denied and part.edition_at is not None:
        for (at, state), (place, status) in pairs:
            yield part.read(Free(states=(state,), status=status, edition=part.edition, book=part.book), [at, place])
        return
    scores, used = _scores(part, numbers)
    if scores is None or len(statuses) > 1 or (not statuses and not scores) or part.edition_at is None:
        return
    claim = Free(
        states=tuple(state for _, state in part.states),
        status=statuses[0][1] if statuses else None,
        political_rights=scores.get("pr"),
        civil_liberties=scores.get("cl"),
        edition=part.edition,
        book=part.book,
        since=_throughout(part),
        denied=bool(denied),
    )
    yield part.read(
        claim, [*used, *denied, *(i for i, _ in statuses), *part.tagged("q.generic", "q.all", "order.still")]
    )


def _paired(part: Part, statuses: Sequence[tuple[int, str]]) -> list[tuple[tuple[int, str], tuple[int, str]]]:
    """Pair states and statuses that follow one another: "rates A Partly Free and B Not Free"."""
    if len(statuses) < 2 or len(statuses) != len(part.states):
        return []
    pairs = list(zip(part.states, statuses, strict=True))
    ends = [*(at for (at, _), _ in pairs[1:]), part.last + 1]
    return pairs if all(at < place < end for ((at, _), (place, _)), end in zip(pairs, ends, strict=True)) else []


def _throughout(part: Part) -> bool:
    period = part.edition
    return bool(part.tagged("q.generic", "q.all")) or (
        period is not None
        and period.first is not None
        and (period.last is None or period.last.year - period.first.year > 1)
    )


def _statuses(part: Part) -> list[tuple[int, str]]:
    found = []
    for i in part.places:
        for tag, code in _STATUSES:
            if part.linked[i].tagged(tag) and (code != "F" or _is_status(part.linked, i)):
                found.append((i, code))
                break
    return found


def _is_status(linked: Linked, i: int) -> bool:
    """Whether "free" is the status: with a capital, in quotation marks, or after "as"."""
    before = linked[i - 1].text.lower() if i else ""
    return linked[i].text[0].isupper() or before in {"“", '"', "‘", "as", "'"}


def _moves(part: Part, statuses: Sequence[tuple[int, str]]) -> bool:
    moved = part.tagged("v.rating.upgrade", "v.rating.downgrade", "v.rating.rise", "v.rating.fall", "v.change")
    return bool(moved and statuses) or (len(statuses) == 2 and len(part.states) == 1)


def _status_moved(part: Part, statuses: Sequence[tuple[int, str]]) -> Iterator[Read]:
    linked = part.linked
    before = next((s for i, s in statuses if _led_by(linked, i, "from")), None)
    after = next((s for i, s in statuses if _led_by(linked, i, "to")), None)
    if (before is None) + (after is None) + len(statuses) != 2 or part.numbers():
        return
    up = (
        True
        if part.tagged("v.rating.upgrade", "v.rating.rise")
        else False
        if part.tagged("v.rating.downgrade", "v.rating.fall")
        else None
    )
    claim = FreeMoved(state=part.states[0][1], before=before, after=after, up=up, edition=part.edition)
    yield part.read(claim, [i for i, _ in statuses])


def _led_by(linked: Linked, i: int, word: str) -> bool:
    """Whether a place follows "from" or "to", quotation marks and articles aside."""
    here = i - 1
    while here >= 0 and linked[here].text.lower() in {"“", "‘", '"', "'", "a", "the", "being", "rated"}:
        here -= 1
    return here >= 0 and linked[here].text.lower().split()[-1] == word


def _scores(part: Part, numbers: Sequence[tuple[int, int]]) -> tuple[dict[str, int] | None, list[int]]:
    """Pair each number with "political rights" or "civil liberties"; None where one is left over."""
    kinds = [(i, "pr" if part.linked[i].tagged("rating.pr") else "cl") for i in part.tagged("rating.pr", "rating.cl")]
    if part.tagged("rating.pr") and part.tagged("rating.cl") and len(numbers) == 1:
        pair = " ".join(m.text for m in part.linked.mentions)
        if "both" in pair.lower():
            return {"pr": numbers[0][1], "cl": numbers[0][1]}, [numbers[0][0], *(i for i, _ in kinds)]
    if len(kinds) != len(numbers):
        return None, []
    pairs = zip(numbers, kinds, strict=True)
    return {kind: n for (_, n), (_, kind) in pairs}, [i for i, _ in (*numbers, *kinds)]
