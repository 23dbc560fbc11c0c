"""Reads claims about sponsors: who put a text forward or co-sponsored it, how many, on whose behalf."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause, clauses_at
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.events.own_words import with_own_words
from onrecord.claims.events.voices import denial
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, StatesRead, states_in, states_of
from onrecord.claims.sponsorship.typed import (
    InitiativesAdopted,
    NumberOfSponsors,
    NumberSponsored,
    OnBehalf,
    Role,
    Sponsored,
)
from onrecord.claims.texts.phrases import texts_of, themes_in, ways_adopted
from onrecord.claims.typed import Quantifier, Texts
from onrecord.vocabulary.verdicts import Filled

_ELSEWHERE = ("n.statement", "n.treaty", "n.recommendation", "n.candidate", "n.text.amendment")
_NOUNS = ("n.text.resolution", "n.text.draft", "n.text.decision", "n.text.text", "n.sponsor.text")
_OF_TEXTS = ("/RES/", "/DEC/", "/L.")
_COUNTING = frozenset(
    {
        Quantifier.EXACTLY,
        Quantifier.AT_LEAST,
        Quantifier.AT_MOST,
        Quantifier.MORE_THAN,
        Quantifier.FEWER_THAN,
        Quantifier.ABOUT,
    }
)


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about sponsors of texts that a sentence makes."""
    if not any(linked.where(*_NOUNS)) and not any(linked.of_kind(Kind.SYMBOL)):
        return []
    linked = with_own_words(with_own_words(linked, "sponsorship", "v", "n.sponsor"), "votes", "v.outcome")
    if context.mood in {Mood.APPEAL, Mood.HYPOTHETICAL} or any(linked.where(*_ELSEWHERE)):
        return []
    said = [*_initiatives(linked, context), *_counts(linked)]
    special = any(linked.where("n.session.special"))
    for clause in _clauses(linked):
        # A special session has states behind it too: only what none but a text has is read beside one.
        if not special or _role(linked, clause.predicate) is Role.CO:
            said += _of_clause(clause, context)
    return said


def _noun(linked: Linked, i: int) -> bool:
    """Whether "draft" is the text, not what its sponsors did: "voted for the draft"."""
    return linked[i].tagged("n.text") and i > 0 and linked[i - 1].text.lower() in {"the", "a", "this", "that"}


def _clauses(linked: Linked) -> list[Clause]:
    named = linked.where("v.sponsor", "n.sponsor.main", "n.sponsor.co", "n.sponsor.any")
    verbs = [i for i in named if not _label(linked, i) and not _noun(linked, i)]
    kept = [i for k, i in enumerate(verbs) if not (k and i - verbs[k - 1] < 4 and _same(linked, verbs[k - 1], i))]
    return clauses_at(linked, [*kept])


def _same(linked: Linked, a: int, b: int) -> bool:
    """Whether a verb and a noun of sponsoring are one predicate: "joined as a co-sponsor", "was a main sponsor"."""
    return linked[a].tagged("v.sponsor") and linked[b].tagged("n.sponsor")


def _label(linked: Linked, i: int) -> bool:
    """Whether it only names a text: "the Swiss-led resolution", "a core group text"."""
    if i and linked[i - 1].text == "-":
        return True
    noun = linked[i].tagged("n.sponsor") and not linked[i].tagged("v.sponsor")
    return noun and i + 1 < len(linked) and linked[i + 1].tagged("n.text")


def _role(linked: Linked, i: int) -> Role:
    near = [linked[i], *(linked[k] for k in range(i + 1, min(i + 4, len(linked))))]
    for m in near:
        if m.tagged("n.sponsor.co", "v.sponsor.co"):
            return Role.CO
        if m.tagged("v.sponsor.any", "n.sponsor.any"):
            return Role.ANY
        if m.tagged("v.sponsor.main", "n.sponsor.main"):
            return Role.MAIN
    return Role.ANY


def _of_clause(clause: Clause, context: Context) -> Iterator[Read]:
    linked = clause.linked
    behind = _behind(clause)
    object_ = list(clause.before if behind else clause.after)
    if not any(linked[i].tagged(*_NOUNS) or linked[i].kind is Kind.SYMBOL for i in clause.places):
        return
    if any(linked[i].kind is Kind.TALLY for i in clause.places):
        return
    who = states_in(linked, behind or [i for i in clause.before if not _on_behalf(clause, i)], context)
    if who is None:
        return
    named = (*who.states.states, *who.states.listed, *who.states.examples)
    if not named:
        yield from _numbered(clause, who, object_, context)
        return
    denied, role = denial(clause), _role(linked, clause.predicate)
    used = who.used | denied | {clause.predicate} | _grammar(clause)
    filled = (Filled("state", ", ".join(named), f"“{who.filled}”"),) if who.filled else ()
    named, together = _together(clause, named, context)
    for texts, more in _texts(clause, object_, context):
        whole, source = _meant(texts, context)
        if not (whole.described or whole.period or whole.plural) and not _resolution(clause):
            continue
        if any(not any(part in form for form in forms for part in _OF_TEXTS) for forms in whole.symbols):
            continue
        for claim in _claims(named, role, whole, bool(denied)):
            yield Read(claim, used | more | together, clause.first, clause.last, (*filled, *source))
    yield from _for_group(clause, named, object_, context, used, filled)


def _numbered(clause: Clause, who: StatesRead, object_: Sequence[int], context: Context) -> Iterator[Read]:
    """Yield "16 states had co-sponsored the resolution"."""
    if (
        denial(clause)
        or who.states.n is None
        or who.states.group
        or _role(clause.linked, clause.predicate) is Role.MAIN
    ):
        return
    bound = who.states.quantifier if who.states.quantifier in _COUNTING else Quantifier.EXACTLY
    for texts, more in _texts(clause, object_, context):
        if texts.described or texts.period:
            used = who.used | more | {clause.predicate} | _grammar(clause)
            claim = NumberOfSponsors(
                texts=replace(texts, n=None, quantifier=Quantifier.THE), n=who.states.n, bound=bound
            )
            yield Read(claim, used | _more(clause), clause.first, clause.last)


def _more(clause: Clause) -> frozenset[int]:
    return frozenset(i for i in clause.places if clause.linked[i].tagged("order.more", "bound"))


def _behind(clause: Clause) -> list[int]:
    """Return the places of who follows "by" or "on the initiative of"; none where the subject is who sponsored."""
    linked, at = clause.linked, clause.predicate
    text = linked[at].text.lower()
    start = at + 1
    if not text.endswith((" by", "initiative of")):
        if start > clause.last or linked[start].text.lower() != "by":
            return []
        start += 1
    kept: list[int] = []
    for i in range(start, clause.last + 1):
        if linked[i].kind is Kind.PERIOD or linked[i].tagged(
            "about", "v.outcome", "n.session", "n.text", "agent.behalf"
        ):
            break
        if linked[i].text.lower() in {"was", "were", "at", "in", "during", "has", "had"}:
            break
        kept.append(i)
    return kept


def _resolution(clause: Clause) -> bool:
    return any(clause.linked[i].tagged("n.text.resolution") for i in clause.places)


def _together(clause: Clause, named: tuple[str, ...], context: Context) -> tuple[tuple[str, ...], frozenset[int]]:
    """Add the states of "together with the Gambia" behind the text."""
    linked = clause.linked
    for i in clause.after:
        if linked[i].text.lower() in {"with", "together with", "alongside", "along with", "jointly with"}:
            states = [k for k in range(i + 1, min(i + 3, clause.last + 1)) if linked[k].kind is Kind.STATE]
            if states and (codes := states_of(linked[states[0]], context)):
                return (*named, *codes), frozenset({i, states[0]})
    return named, frozenset()


def _meant(texts: Texts, context: Context) -> tuple[Texts, tuple[Filled, ...]]:
    """Fill which text "that resolution" is from the sentence before."""
    if (
        texts.described
        or texts.period
        or texts.plural
        or texts.quantifier is not Quantifier.THE
        or context.texts is None
    ):
        return texts, ()
    return context.texts, (Filled("text", context.texts.noun or "text", "an earlier sentence"),)


def _texts(clause: Clause, places: Sequence[int], context: Context) -> Iterator[tuple[Texts, frozenset[int]]]:
    """Yield the texts of the clause: one for each theme in a list of them."""
    linked = clause.linked
    found = texts_of(linked, places, context)
    front = texts_of(linked, [i for i in clause.places if i not in set(places)], context)
    texts = replace(found.texts, period=found.texts.period or front.texts.period, body=None)
    texts = replace(texts, sessions=texts.sessions or front.texts.sessions)
    used = found.used | frozenset(i for i in clause.places if linked[i].kind is Kind.PERIOD and texts.period)
    themes = themes_in(linked, places[0], places[-1]) if places else []
    if len(themes) < 2 or texts.symbols:
        yield texts, used
        return
    for theme in themes:
        one = replace(texts, topics=theme.topics, title=() if theme.topics else theme.words, plural=False)
        yield one, used | theme.used


def _claims(named: tuple[str, ...], role: Role, texts: Texts, denied: bool) -> Iterator[Sponsored | NumberSponsored]:
    if texts.n is not None and texts.quantifier in _COUNTING and len(named) == 1 and not denied and texts.n > 1:
        meant = replace(texts, n=None, quantifier=Quantifier.THE, plural=False)
        yield NumberSponsored(state=named[0], role=role, texts=meant, n=texts.n, bound=texts.quantifier)
        return
    if texts.quantifier is Quantifier.NONE or (denied and texts.quantifier is Quantifier.SOME):
        yield Sponsored(states=named, role=role, texts=replace(texts, quantifier=Quantifier.NONE))
        return
    if texts.n is not None and texts.n > 1:
        return
    quantifier = Quantifier.THE if texts.n is not None else texts.quantifier
    yield Sponsored(states=named, role=role, texts=replace(texts, n=None, quantifier=quantifier), sponsored=not denied)


def _on_behalf(clause: Clause, i: int) -> bool:
    for k in range(i - 1, max(clause.first, i - 5) - 1, -1):
        m = clause.linked[k]
        if m.tagged("agent.behalf"):
            return True
        if m.kind is not Kind.SMALL and m.text.lower() not in {"all", "five", "-"} and m.kind is not Kind.NUMBER:
            return False
    return False


def _for_group(clause: Clause, named, object_, context: Context, used: frozenset[int], filled) -> Iterator[Read]:
    linked = clause.linked
    for i in clause.places:
        if linked[i].kind is Kind.GROUP and _on_behalf(clause, i) and len(named) == 1:
            texts, more = next(_texts(clause, object_, context))
            meant = replace(texts, n=None, quantifier=Quantifier.THE, plural=False)
            claim = OnBehalf(state=named[0], group=linked[i].value, texts=meant)
            yield Read(claim, used | more | {i}, clause.first, clause.last, filled)


def _grammar(clause: Clause) -> frozenset[int]:
    tags = (
        "include",
        "n.member",
        "agent",
        "n.sponsor",
        "v.sponsor",
        "body",
        "scope",
        "v.outcome",
        "how.without",
        "n.term",
        "n.text",
    )
    return frozenset(i for i in clause.places if clause.linked[i].tagged(*tags))


def _initiatives(linked: Linked, context: Context) -> Iterator[Read]:
    """Yield "all of Kazakhstan's initiatives were adopted unanimously"."""
    verb = next(linked.where("v.outcome.adopted"), None)
    every = next(linked.where("q.all"), None)
    noun = next(linked.where("n.sponsor.text", "n.text.resolution", "n.text.draft"), None)
    if verb is None or every is None or noun is None or not every < noun < verb:
        return
    owners = [i for i in range(every, noun) if linked[i].kind is Kind.STATE or linked[i].tagged("pronoun.it")]
    if len(owners) != 1:
        return
    codes = states_of(linked[owners[0]], context) or ((context.subject or context.about,) if linked[owners[0]].tagged("pronoun.it") else ())  # fmt: skip  # noqa: E501
    if not codes or codes[0] is None:
        return
    end = next((k - 1 for k in range(verb + 1, len(linked)) if linked[k].tagged("join.and") and k + 1 < len(linked) and linked[k + 1].predicate), len(linked) - 1)  # fmt: skip  # noqa: E501
    places = list(range(every, end + 1))
    ways = ways_adopted(linked, places, verb)
    how = next((h for h in ("unanimous", "without", "vote") if h in ways), "")
    found = texts_of(linked, [i for i in places if i > noun], context)
    texts = Texts(period=found.texts.period, noun="resolution")
    used = frozenset(i for i in places if linked[i].kind is not Kind.NUMBER and linked[i].kind is not Kind.GROUP)
    filled = () if linked[owners[0]].kind is Kind.STATE else (Filled("state", codes[0], f"“{linked[owners[0]].text}”"),)
    yield Read(InitiativesAdopted(state=codes[0], texts=texts, how=how), used, every, end, filled)


def _counts(linked: Linked) -> Iterator[Read]:
    """Yield "more than 70 co-sponsors", "co-sponsored by over 60 states"."""
    for i in linked.of_kind(Kind.NUMBER):
        noun = next(
            (k for k in range(i + 1, min(i + 4, len(linked))) if linked[k].tagged("n.sponsor.co", "n.sponsor.any")),
            None,
        )
        by = i > 1 and any(linked[k].tagged("v.sponsor.co", "v.sponsor.any") and "by" in linked.words(k, i) for k in range(max(0, i - 5), i))  # fmt: skip  # noqa: E501
        if noun is None and not by:
            continue
        bound = next((BOUNDS[b] for k in (i - 1, i - 2) if k >= 0 and (b := linked[k].under("bound"))), None)
        found = texts_of(linked, list(range(len(linked))), Context())
        if not found.texts.described and not found.texts.period:
            continue
        texts = replace(found.texts, n=None, quantifier=Quantifier.THE, body=None)
        used = found.used | {i, i - 1} | ({noun} if noun is not None else set())
        used |= {k for k in range(len(linked)) if linked[k].tagged("bound", "v.sponsor", "n.member")}
        yield Read(NumberOfSponsors(texts=texts, n=linked[i].value, bound=bound or Quantifier.EXACTLY), frozenset(used), 0, len(linked) - 1)  # fmt: skip  # noqa: E501
