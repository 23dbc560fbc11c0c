"""Reads claims about special sessions: who asked for them, how many did, how many were held, when, how they ended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause, clauses_at
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.events.describing import Phrase, merged, phrases, stretch_of
from onrecord.claims.events.own_words import with_own_words
from onrecord.claims.events.typed import Behind, Described
from onrecord.claims.events.voices import antecedent, behind, denial
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.special_sessions.read_events import defined, ended_in, grammar, held_in
from onrecord.claims.special_sessions.typed import (
    Asked,
    AskedByGroup,
    NumberOfSessions,
    Supporters,
)
from onrecord.claims.typed import Claim, Quantifier, States
from onrecord.vocabulary.verdicts import Filled

_ELSEWHERE = ("body.assembly", "body.security", "body.commission")
_AGREED = frozenset({"EUE"})


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about special sessions that a sentence makes."""
    if not any(linked.where("n.session.special")):
        return []
    linked = with_own_words(linked, "special_sessions", "v")
    anchors = _anchors(linked)
    if not anchors or context.mood in {Mood.APPEAL, Mood.HYPOTHETICAL} or any(linked.where(*_ELSEWHERE)):
        return []
    found = phrases(linked, anchors, context)
    said = [r for p in found for r in _of_phrase(linked, p, context)]
    subject: Behind | None = None
    for clause in _clauses(linked, found):
        heard = list(_of_clause(clause, found, context, subject))
        subject = _subject(clause, found, context) or subject
        said += heard
    return [_under_heading(r, context) for r in said if _meant(r.claim)]


def _under_heading(read_: Read, context: Context) -> Read:
    """Return a reading with the year of the heading above it, where the sentence gives no time of its own."""
    claim = read_.claim
    if not isinstance(claim, Asked | AskedByGroup | Supporters) or context.heading is None:
        return read_
    if claim.sessions.period is not None or claim.sessions.ordinal is not None:
        return read_
    dated = replace(claim, sessions=replace(claim.sessions, period=context.heading))
    return replace(read_, claim=dated, filled=(*read_.filled, Filled("period", context.heading.words, "the heading")))


def _meant(claim: Claim) -> bool:
    """Whether anything says which session is meant."""
    return getattr(claim, "sessions", Described()).said


def _subject(clause: Clause, found: Sequence[Phrase], context: Context) -> Behind | None:
    inside = {i for p in found for i in range(p.first, p.last + 1)}
    told = behind(clause.linked, [i for i in clause.before if i not in inside], context)
    return told if told and told.states and not told.filled else None


def _anchors(linked: Linked) -> list[int]:
    """Return the places of "special session", and of "session" alone beside one: "and for the July session on Gaza"."""
    special = list(linked.where("n.session.special"))
    if not special:
        return []
    others = [i for i in linked.where("n.session.regular") if i > special[0] and not _of_the_council(linked, i)]
    return sorted({*special, *others})


def _of_the_council(linked: Linked, i: int) -> bool:
    before = [linked[k] for k in range(max(0, i - 3), i)]
    return linked[i].tagged("n.session.special") or any(
        m.kind in {Kind.ORDINAL, Kind.NUMBER} or m.text.lower() == "regular" for m in before
    )


def _clauses(linked: Linked, found: Sequence[Phrase]) -> list[Clause]:
    inside = {i for p in found for i in range(p.first, p.last + 1)}
    return clauses_at(linked, [i for i in linked.where("v.session") if i not in inside])


def _of_phrase(linked: Linked, phrase: Phrase, context: Context) -> Iterator[Read]:
    """Yield what a phrase itself asserts of who was behind the session: "requested by 36 members"."""
    told = phrase.behind
    if told is None:
        return
    described, more = merged(phrase, linked, _outside(linked, phrase), context)
    sessions = defined(described)
    used = phrase.used | more | told.used
    for claim in _claims_behind(told, sessions, asked=True, began=False):
        yield Read(claim, used, phrase.first, phrase.last, _filled(told))


def _outside(linked: Linked, phrase: Phrase) -> list[int]:
    """Return the place of the sentence's one date, where the phrase has none itself."""
    dates = list(linked.of_kind(Kind.PERIOD))
    return dates if phrase.described.period is None and len(dates) == 1 else []


def _filled(told: Behind) -> tuple[Filled, ...]:
    if told.filled is None or told.states is None:
        return ()
    return (Filled("state", ", ".join(told.states.states), f"“{told.filled}”"),)


def _claims_behind(told: Behind, sessions: Described, asked: bool, began: bool) -> Iterator[Claim]:
    who = told.states
    for count in told.counts if asked and not _set_of(who) else ():
        yield Supporters(sessions=sessions, count=count)
    bodies = [g for g in told.groups if not _counts_members(who)]
    if who is not None:
        bodies += [s for s in who.states if s in _AGREED]
        who = _without_bodies(who, told)
    if who is not None:
        yield Asked(who=who, sessions=sessions, asked=asked, began=began)
    if sessions.quantifier is Quantifier.ALL and sessions.n is not None and sessions.period is not None:
        # "the three special sessions convened in 2014" says that there were three.
        yield NumberOfSessions(sessions=replace(sessions, quantifier=Quantifier.THE, n=None), n=sessions.n)
    for group in bodies if asked else ():
        yield AskedByGroup(group=group, sessions=sessions)


def _set_of(who: States | None) -> bool:
    return who is not None and _counts_members(who)


def _counts_members(who: States | None) -> bool:
    """Whether a group is spoken of by its members: "none of Africa's 13 members", "African members"."""
    return who is not None and (
        who.group is not None and (who.members or who.quantifier is not None or who.n is not None)
    )


def _without_bodies(who: States, told: Behind) -> States | None:
    states = tuple(s for s in who.states if s not in _AGREED)
    listed, examples = who.listed, who.examples
    if _counts_members(who):
        return replace(who, states=states)
    named = (*states, *listed, *examples)
    if not named:
        return None
    return States(states=named)


def _of_clause(clause: Clause, found: Sequence[Phrase], context: Context, subject: Behind | None) -> Iterator[Read]:
    verb = clause.verb
    mine = [p for p in found if clause.first <= p.anchor <= clause.last]
    mine = (
        mine or [p for p in found if p.anchor < clause.first][-1:] or [p for p in found if p.anchor > clause.last][:1]
    )
    if not mine:
        return
    if verb.tagged("v.session.ask", "v.session.begin", "v.session.refuse") and _asks(clause, mine):
        yield from _asked(clause, mine, context, subject)
    elif verb.tagged("v.session.held", "v.session.opened", "v.session.closed", "v.session.was"):
        yield from held_in(clause, mine, context)
    if verb.tagged("v.session.ended"):
        yield from ended_in(clause, mine, context)


def _asks(clause: Clause, mine: Sequence[Phrase]) -> bool:
    """Whether the session is what the verb asks for: it follows the verb, or is what is "supported by" someone."""
    passive = any(p.anchor < clause.predicate for p in mine)
    by = clause.verb.text.lower().endswith((" by", " of", "support of")) or _by_after(clause)
    return (not passive) or by


def _by_after(clause: Clause) -> bool:
    following = clause.predicate + 1
    return following <= clause.last and clause.linked[following].text.lower() == "by"


def _asked(clause: Clause, mine: Sequence[Phrase], context: Context, subject: Behind | None) -> Iterator[Read]:
    linked = clause.linked
    inside = {i for p in mine for i in range(p.first, p.last + 1)}
    passive = all(p.anchor < clause.predicate for p in mine)
    agents = _agents_after(clause)
    places = [i for i in (agents or clause.after if passive or agents else clause.before) if i not in inside]
    relative = None if passive or agents else antecedent(clause)
    if relative is not None:
        places, subject = relative, subject if linked[clause.predicate - 1].text.lower() == "who" else None
    told = behind(linked, places, context) or (None if passive or relative else subject or _again(context))
    if told is None:
        return
    denied = denial(clause)
    refused = clause.verb.tagged("v.session.refuse")
    for phrase in mine:
        described, more = merged(phrase, linked, [i for i in clause.places if i not in inside], context)
        sessions, asked = _negated(defined(described), bool(denied) or refused)
        if sessions is None:
            return
        used = phrase.used | more | told.used | denied | grammar(clause) | {clause.predicate}
        began = clause.verb.tagged("v.session.begin") and not clause.verb.tagged("v.session.ask")
        stretch = stretch_of(clause, phrase)
        seated, aside = _seated(clause)
        for claim in _claims_behind(told, sessions, asked, began):
            whole = replace(claim, seated=seated) if isinstance(claim, Asked) else claim
            yield Read(whole, used | aside, *stretch, _filled(told))


_AGENTIVE = (" by", "request of", "behest of", "initiative of", "support of", "backing of", "request from")


def _seated(clause: Clause) -> tuple[bool | None, frozenset[int]]:
    """Return what an aside says of the subject's seat: ", then not a member of the Council,"."""
    linked = clause.linked
    commas = [i for i in clause.before if linked[i].text == ","][:2]
    if len(commas) < 2 or linked[commas[0] + 1].text.lower() not in {"then", "at", "not", "itself"}:
        return None, frozenset()
    inner = range(commas[0] + 1, commas[1])
    if not any(linked[i].tagged("n.member.member") or "member of" in linked[i].text.lower() for i in inner):
        return None, frozenset()
    hard = {Kind.STATE, Kind.GROUP, Kind.NUMBER, Kind.PERIOD}
    if any(linked[i].kind in hard and linked[i].text.lower() != "then" for i in inner):
        return None, frozenset()
    denied = any(linked[i].text.lower() == "not" or linked[i].tagged("negation") for i in inner)
    return not denied, frozenset(inner)


def _agents_after(clause: Clause) -> list[int]:
    """Return the places of who follows "at the request of" or "supported by"; none after another verb."""
    linked = clause.linked
    if not clause.verb.text.lower().endswith(_AGENTIVE):
        return []
    kept: list[int] = []
    for i in clause.after:
        if linked[i].kind is Kind.PERIOD or linked[i].tagged("body", "about", "n.session", "join.which", "v.session"):
            break
        kept.append(i)
    return kept


def _again(context: Context) -> Behind | None:
    known = context.subject or context.about
    if known is None:
        return None
    return Behind(States(states=(known,)), (), (), frozenset(), "the subject of the sentence")


def _negated(sessions: Described, denied: bool) -> tuple[Described | None, bool]:
    """Return the sessions under the quantifier that a denial leaves, and whether they were asked for."""
    if sessions.quantifier is Quantifier.NONE:
        return (None, True) if denied else (replace(sessions, quantifier=Quantifier.ALL), False)
    if not denied:
        return sessions, True
    if sessions.quantifier is Quantifier.SOME or (sessions.indefinite and sessions.n is None):
        return replace(sessions, quantifier=Quantifier.ALL, n=None, plural=True), False
    if sessions.quantifier is Quantifier.THE or (sessions.quantifier is Quantifier.EXACTLY and sessions.n == 1):
        return sessions, False
    return None, False
