"""Reads claims about pledges: what a state committed itself to, in which document, and whether it kept it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.claims.citations import cited
from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.lexicon import tokens
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.pledges.content import content_of
from onrecord.claims.pledges.read_documents import read_documents
from onrecord.claims.pledges.read_pages import read_pages
from onrecord.claims.pledges.typed import Pledged, PledgeKept
from onrecord.claims.typed import Claim
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled

_TAGS = ("v.pledge.made", "n.pledge.to")
_KEPT = ("v.keep.kept", "v.keep.broken")
_SPOKEN = frozenset({"your", "your country", "your government", "our", "our country", "we"})
_LENGTH = 40
_APART = 12
_BETWEEN = frozenset({Kind.SMALL, Kind.MARK, Kind.PERIOD, Kind.ORDINAL, Kind.STATE})


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about pledges that a sentence makes."""
    led = _of_lead(linked, context) or read_pages(linked, context)
    if led:
        return led
    if context.mood is Mood.HYPOTHETICAL and not any(m.tagged(*_TAGS, "pledge.scene") for m in linked.mentions):
        return []
    documents = read_documents(linked, context)
    if documents:
        return documents
    found: list[Read] = []
    places = [i for i in linked.where(*_TAGS) if _lead_of(linked, i) is not None and not _wished(linked, i, context)]
    for k, i in enumerate(places):
        last = places[k + 1] - 1 if k + 1 < len(places) else len(linked) - 1
        found += _claims(linked, i, last, context)
    return found


def _lead_of(linked: Linked, i: int) -> int | None:
    """Return the place before the first word of what was pledged: of "pledged to", "pledged, in a letter, to"."""
    if linked[i].text.lower().split()[-1] in {"to", "would", "will", "that", "of"}:
        following = linked[i + 1].text.lower() if i + 1 < len(linked) else ""
        return None if linked[i].tagged("n.pledge") and following in {"the", "its", "human", "a"} else i
    for k in range(i + 1, min(i + _APART, len(linked))):
        if linked[k].text.lower() in {"to", "that"}:
            return k
        if not (linked[k].kind in _BETWEEN or linked[k].tagged("pronoun", "n.review", "pledge", "order", "body")):
            return None
    return None


def _wished(linked: Linked, i: int, context: Context) -> bool:
    """Whether pledging is only asked for: "we urge you to pledge to …", "should commit to"."""
    before = linked[i - 1].text.lower() if i else ""
    asked = i == 0 and linked[i].text.lower().startswith("pledge to")
    if linked[i].tagged("v.pledge") and (asked or before in {"to", "should", "must", "could"}):
        return True
    return context.mood is Mood.APPEAL and linked[i].tagged("v.pledge")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a sentence says around a pledge: when it was made, whether it was kept, never made, made at a review."""

    period: Period | None
    kept: int | None
    never: frozenset[int]
    upr: bool


def _claims(linked: Linked, i: int, last: int, context: Context) -> Iterator[Read]:
    states, filled, used = _whose(linked, i, context)
    lead = _lead_of(linked, i)
    if not states or lead is None:
        return
    first = 0 if next(iter(linked.where(*_TAGS))) == i else i
    period, dates = _when(linked, range(first, lead), context)
    end = _end(linked, lead, last)
    setting = _setting(linked, i, period, range(first, lead))
    references = cited(linked)
    scene = {k for k in range(first, end + 1) if linked[k].tagged("pledge.scene", "pledge.document")}
    used |= {i, *dates, *setting.never, *references, *scene, *([setting.kept] if setting.kept is not None else [])}
    for places in _parts(linked, lead + 1, end):
        told = _content(linked, [p for p in places if p not in references], context)
        if told is not None:
            for state in states:
                claim = _claim(linked, state, told, setting)
                yield Read(claim, frozenset(used | told.used), first, max(end, lead), filled)


def _setting(linked: Linked, i: int, period: Period | None, before: range) -> _Setting:
    near = range(max(0, i - 3), i)
    never = frozenset(k for k in near if linked[k].tagged("negation", "order.never"))
    kept = next((k for k in near if linked[k].tagged(*_KEPT)), None)
    upr = any(linked[k].tagged("n.review.upr", "n.review.review") for k in before)
    return _Setting(period, kept, never, upr)


def _claim(linked: Linked, state: str, told: "_Told", setting: _Setting) -> Claim:
    if setting.kept is not None:
        verb = linked[setting.kept]
        keeps = verb.tagged("v.keep.kept") and not verb.tagged("v.keep.broken") and not setting.never
        return PledgeKept(
            state=state, about=told.about, things=told.things, weaker=told.weaker, period=setting.period, kept=keeps
        )
    return Pledged(
        state=state,
        about=told.about,
        things=told.things,
        weaker=told.weaker,
        period=setting.period or told.period,
        loose=setting.period is None and told.period is not None,
        never=bool(setting.never),
        upr=setting.upr,
    )


def _whose(linked: Linked, i: int, context: Context) -> tuple[tuple[str, ...], tuple[Filled, ...], set[int]]:
    """Return whose pledge it is: the state or states named last before it, or whom a pronoun stands for."""
    places = _named_last(linked, i)
    codes = tuple(dict.fromkeys(c for k in places for c in states_of(linked[k], context)))
    if places:
        return codes, (), set(places)
    pronoun = next((k for k in range(i) if linked[k].tagged("pronoun.it")), None)
    known = context.subject or context.about
    if known is None or pronoun is None:
        return (), (), set()
    return (known,), (Filled("state", known, f"“{linked[pronoun].text}”"),), set()


def _named_last(linked: Linked, i: int) -> list[int]:
    """Return the places of the last state before a place, and of those listed with it."""
    here = max((k for k in range(i) if linked[k].kind is Kind.STATE), default=None)
    if here is None or any(
        linked[k].tagged("pronoun.it") and linked[k].text.lower() in _SPOKEN for k in range(here, i)
    ):
        return []
    found = [here]
    while here > 0:
        here -= 1
        if linked[here].kind is Kind.STATE:
            found.append(here)
        elif not (linked[here].text in {",", "the"} or linked[here].tagged("join.and")):
            break
    return sorted(found)


def _when(linked: Linked, places: Sequence[int], context: Context) -> tuple[Period | None, set[int]]:
    """Return the date of a pledge; of two, the one that lies in the other."""
    dates = [(k, p) for k in places if linked[k].kind is Kind.PERIOD and (p := resolved(linked[k], context))]
    inner = [p for _, p in dates if all(p.within(q) for _, q in dates)]
    if not inner:
        return None, set()
    return inner[0], {k for k, _ in dates}


def _end(linked: Linked, i: int, last: int) -> int:
    """Return the last place of what was pledged: up to the end of the clause."""
    for k in range(i + 1, min(last, i + _LENGTH) + 1):
        m = linked[k]
        if (m.kind is Kind.MARK and m.text in ";:") or m.tagged("join.while") or m.text.lower() == "which":
            return k - 1
    return min(last, i + _LENGTH)


def _parts(linked: Linked, start: int, end: int) -> list[list[int]]:
    """Cut what was pledged where "and to …" begins another pledge."""
    found: list[list[int]] = [[]]
    for k in range(start, end + 1):
        m = linked[k]
        following = linked[k + 1].text.lower() if k < end else ""
        if (m.tagged("join.and") or m.text == ",") and following == "to":
            found.append([])
        elif not (m.text.lower() == "to" and not found[-1]):
            found[-1].append(k)
    return [places for places in found if places]


@dataclass(frozen=True, slots=True)
class _Told:
    """What was pledged: in the sentence's words, as weighed, with a date behind it and the places weighed."""

    about: str
    things: tuple[str, ...]
    weaker: tuple[str, ...]
    period: Period | None
    used: frozenset[int]


def _content(linked: Linked, places: Sequence[int], context: Context) -> _Told | None:
    """Return what was pledged, None where nothing is named."""
    dates = [k for k in places if linked[k].kind is Kind.PERIOD]
    period = resolved(linked[dates[0]], context) if len(dates) == 1 and _closes(linked, places, dates[0]) else None
    kept = [k for k in places if k not in dates and not linked[k].tagged("pledge.scene")]
    while kept and linked[kept[-1]].kind in {Kind.MARK, Kind.SMALL} and linked[kept[-1]].text != ")":
        kept.pop()
    while kept and linked[kept[0]].kind is Kind.MARK:
        kept.pop(0)
    if not kept:
        return None
    treaties = tuple(dict.fromkeys(linked[k].value for k in kept if linked[k].kind is Kind.TREATY))
    content = content_of(_slice(linked, [k for k in kept if linked[k].kind is not Kind.TREATY]), treaties)
    if not content.things:
        return None
    weighed = {k for k in places if _weighed(linked, k)} | (set(dates) if period else set())
    things, weaker = tuple(sorted(content.things)), tuple(sorted(content.weaker))
    about = _slice(linked, kept)
    return _Told(about[:1].lower() + about[1:], things, weaker, period, frozenset(weighed))


def _slice(linked: Linked, places: Sequence[int]) -> str:
    """Return the sentence's own words at these places, with its own spaces."""
    found = ""
    for before, k in zip([None, *places], places, strict=False):
        gap = linked.text[linked[before].end : linked[k].start] if before is not None and k == before + 1 else " "
        found += gap + linked[k].text
    return found.strip()


def _closes(linked: Linked, places: Sequence[int], date: int) -> bool:
    """Whether a date ends what was pledged and nothing else was begun before it; "by 2015" is when it is due."""
    before = [linked[k] for k in places if k < date]
    plain = not any(m.text.lower() in {"and", ",", "then"} for m in before)
    lead = linked[date].text.lower().split()[0]
    return plain and lead in {"in", "on"} and all(linked[k].kind is Kind.MARK for k in places if k > date)


def _weighed(linked: Linked, k: int) -> bool:
    """Whether a place of what was pledged is weighed by its words: names of states and numbers are not."""
    m = linked[k]
    if m.kind in {Kind.STATE, Kind.GROUP, Kind.NUMBER, Kind.SHARE, Kind.ORDINAL, Kind.PERIOD, Kind.SYMBOL}:
        return False
    return not m.tagged("negation", "except", "order.never")


def _of_lead(linked: Linked, context: Context) -> list[Read]:
    """Return the pledge that an item of a list holds under "In July 2012 the government pledged to:"."""
    lead = context.lead
    if lead is None or not any(m.tagged("v.pledge", "n.pledge") for m in lead.mentions):
        return []
    at = next(iter(lead.where("v.pledge", "n.pledge")))
    states, filled, _ = _whose(lead, at, context)
    state = states[0] if len(states) == 1 else context.about if not states else None
    if state is None or len(tokens(linked.text)) > _LENGTH * 2:
        return []
    period, _ = _when(lead, [k for k in range(at + 1) if k not in cited(lead)], context)
    places = list(range(len(linked)))
    told = _content(linked, places, context)
    if told is None:
        return []
    year = Period.year_of(period.first.year) if period and period.first else None
    claim = Pledged(state=state, about=told.about, things=told.things, weaker=told.weaker, period=year)
    filled = (*filled, Filled("lead", lead.text, "the words that open the list"))
    return [Read(claim, told.used, 0, len(linked) - 1, filled)]
