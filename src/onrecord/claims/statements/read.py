"""Reads claims about joint statements: who joined or stayed away, who led, how many joined, when it was made."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause, clauses_at
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.events.describing import Phrase, merged, phrases, stretch_of
from onrecord.claims.events.own_words import with_own_words
from onrecord.claims.events.typed import Behind, Described
from onrecord.claims.events.voices import antecedent, behind, denial
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import next_to
from onrecord.claims.statements.read_phrases import (
    filled_by,
    is_set,
    leader_of_subject,
    leading,
    named,
    of_phrase,
    with_lead,
)
from onrecord.claims.statements.typed import Joined, Led, Made, Signatories
from onrecord.claims.typed import Claim, Quantifier, States
from onrecord.vocabulary.verdicts import Filled

_PLAIN = frozenset({"statement", "statements", "letter", "letters", "declaration", "declarations"})
_LIGHT_TAGS = ("n.member", "include", "agent", "q", "bound", "order", "join.and", "body", "n.statement", "negation")
_GATHERED = frozenset(
    {"attract", "gather", "garner", "draw", "have", "has", "had", "won", "win", "gain", "collect", "drew"}
)


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about joint statements that a sentence makes."""
    if not any(linked.where("n.statement")):
        return []
    linked = with_own_words(linked, "statements", "v", "side")
    anchors = [i for i in linked.where("n.statement") if _joint(linked, i) and not _cited(linked, i)]
    if not anchors or context.mood in {Mood.APPEAL, Mood.HYPOTHETICAL}:
        return []
    found = [with_lead(linked, p) for p in phrases(linked, anchors, context)]
    said = [r for p in found for r in of_phrase(linked, p, context)]
    said += [r for p in found[:1] for r in leader_of_subject(linked, p, context)]
    subject: Behind | None = None
    for clause in _clauses(linked, found):
        said += _of_clause(clause, found, context, subject)
        subject = _subject(clause, found, context) or subject
    return [_under_heading(r, context) for r in said if _meant(r.claim)]


def _under_heading(read_: Read, context: Context) -> Read:
    """Return a reading with the year of the heading above it, where the sentence gives no time of its own."""
    claim = read_.claim
    if not isinstance(claim, Joined | Signatories | Led) or context.heading is None:
        return read_
    if claim.statements.period is not None or claim.statements.sessions:
        return read_
    dated = replace(claim, statements=replace(claim.statements, period=context.heading))
    return replace(read_, claim=dated, filled=(*read_.filled, Filled("period", context.heading.words, "the heading")))


def _cited(linked: Linked, i: int) -> bool:
    """Whether the noun stands in the quoted subject of another statement, or in brackets behind one."""
    before = [linked[k].text for k in range(i)]
    return before.count("“") > before.count("”") or (i > 0 and before[-1] == "(")


def _joint(linked: Linked, i: int) -> bool:
    """Whether "statement" alone is one of several states: the sentence counts those behind it or names a joint one."""
    if linked[i].text.lower() not in _PLAIN:
        return True
    around = linked.text.lower()
    joint = any(
        w in around for w in ("joint statement", "cross-regional", "signator", "joint declaration", "joint letter")
    )
    return joint or _of_many(linked, i)


def _of_many(linked: Linked, i: int) -> bool:
    """Whether a number of states stands before the noun, as in "the 47-nation statement", or behind it."""
    after = [linked[k] for k in range(i + 1, min(i + 8, len(linked)))]
    before = [linked[k] for k in range(max(0, i - 5), i)]
    counted = any(m.kind is Kind.NUMBER for m in after) and any(m.tagged("n.member") for m in after)
    numbered = any(m.kind is Kind.NUMBER for m in before) and any(
        m.text == "-" or m.tagged("n.member") for m in [*before, *(linked[k] for k in range(max(0, i - 8), i))]
    )
    return numbered or (counted and any(m.tagged("v.part", "agent.behalf", "v.statement") for m in after))


def _meant(claim: Claim) -> bool:
    """Whether the claim says which statement is meant."""
    statements = getattr(claim, "statements", Described())
    told = statements.quoted or statements.topics or statements.words or statements.beside or statements.sessions
    return bool(told or (statements.led_by and statements.period))


def _clauses(linked: Linked, found: Sequence[Phrase]) -> list[Clause]:
    inside = {i for p in found for i in range(p.first, p.last + 1)} | set(leading(linked))
    return clauses_at(linked, [i for i in linked.where("v.statement") if i not in inside])


def _subject(clause: Clause, found: Sequence[Phrase], context: Context) -> Behind | None:
    inside = {i for p in found for i in range(p.first, p.last + 1)}
    told = behind(clause.linked, [i for i in clause.before if i not in inside], context)
    return told if told and told.states and not told.filled else None


def _of_clause(clause: Clause, found: Sequence[Phrase], context: Context, subject: Behind | None) -> Iterator[Read]:
    mine = [p for p in found if clause.first <= p.anchor <= clause.last]
    mine = (
        mine or [p for p in found if p.anchor < clause.first][-1:] or [p for p in found if p.anchor > clause.last][:1]
    )
    if not mine:
        return
    verb = clause.verb
    if verb.tagged("v.statement.join", "v.statement.refuse") and not _only_leads(clause):
        yield from _joined(clause, mine, context, subject)
    elif verb.tagged("v.statement.lead", "v.statement.issue") or (
        verb.tagged("v.statement.day") and _by_a_state(clause)
    ):
        yield from _led(clause, mine, context, subject)
    if verb.tagged("v.statement.day"):
        yield from _made(clause, mine, context)


def _by_a_state(clause: Clause) -> bool:
    """Whether "was delivered" is followed by "by" and a state."""
    at = clause.predicate + 1
    who = next_to(clause.linked, at, 1)
    by = at <= clause.last and clause.linked[at].text.lower() == "by"
    return by and who is not None and clause.linked[who].kind is Kind.STATE


def _only_leads(clause: Clause) -> bool:
    return clause.verb.tagged("v.statement.lead") and not clause.verb.tagged("v.statement.refuse")


def _voice(
    clause: Clause, mine: Sequence[Phrase], context: Context, subject: Behind | None
) -> tuple[Behind | None, bool]:
    """Return who the clause speaks of, and whether they follow the verb."""
    inside = {i for p in mine for i in range(p.first, p.last + 1)}
    passive = all(p.anchor < clause.predicate for p in mine)
    led = {k for i in leading(clause.linked) for k in (i, i + 1)}
    places = [i for i in (clause.after if passive else clause.before) if i not in inside | led]
    relative = antecedent(clause)
    if not passive and relative is not None:
        return behind(clause.linked, relative, context), False
    if passive:
        places = _agents(clause.linked, places)
    told = behind(clause.linked, places, context)
    if told is None and not passive:
        told = subject or _again(context)
    return told, passive


def _agents(linked: Linked, places: Sequence[int]) -> list[int]:
    """Return the places of who follows "by", up to a date, a place or what it was about."""
    ends = ("about", "side", "body", "n.session", "join.while", "join.which")
    kept: list[int] = []
    for i in places:
        if linked[i].kind is Kind.PERIOD or linked[i].tagged(*ends) or linked[i].text.lower() in {"at", "in", "during"}:
            break
        kept.append(i)
    return kept


def _again(context: Context) -> Behind | None:
    known = context.subject or context.about
    if known is None:
        return None
    return Behind(States(states=(known,)), (), (), frozenset(), "the subject of the sentence")


def _joined(clause: Clause, mine: Sequence[Phrase], context: Context, subject: Behind | None) -> Iterator[Read]:
    told, passive = _voice(clause, mine, context, subject)
    if told is None or (passive and not _receives(clause)):
        return
    denied = denial(clause)
    refused = clause.verb.tagged("v.statement.refuse")
    mine = [p for p in mine if passive or _reaches(clause, p)]
    inside = {i for p in mine for i in range(p.first, p.last + 1)}
    for phrase in mine:
        described, more = merged(phrase, clause.linked, [i for i in clause.places if i not in inside], context)
        counts = [*told.counts, *(phrase.behind.counts if phrase.behind else ())]
        signed_by = counts[0].n if counts and counts[0].bound is Quantifier.EXACTLY else None
        described = replace(described, signed_by=signed_by)
        statements, positive = _negated(described, bool(denied) or refused)
        if statements is None:
            return
        used = phrase.used | more | told.used | denied | _grammar(clause) | {clause.predicate}
        stretch = stretch_of(clause, phrase)
        for count in told.counts if positive and not is_set(told.states) else ():
            yield Read(Signatories(statements=replace(statements, signed_by=None), count=count), used, *stretch)
        who = named(told.states) if told.states else None
        if who is not None:
            yield Read(Joined(who=who, statements=statements, joined=positive), used, *stretch, filled_by(told))
        if positive and statements.indefinite and len(statements.led_by) == 1:
            # "a declaration put forward by X" says that there was one; "the declaration by X" only points at it.
            led = Led(state=statements.led_by[0], statements=replace(statements, led_by=()))
            yield Read(led, used, *stretch, filled_by(told))


def _reaches(clause: Clause, phrase: Phrase) -> bool:
    """Whether the statement is what the verb is about: nothing of another matter stands between them."""
    passed = (*_LIGHT_TAGS, "n.request", "v.statement")
    return all(
        clause.linked[i].kind in {Kind.SMALL, Kind.MARK, Kind.NUMBER, Kind.PERIOD} or clause.linked[i].tagged(*passed)
        for i in range(clause.predicate + 1, phrase.first)
    )


def _receives(clause: Clause) -> bool:
    """Whether a verb behind its statement names those that joined it: "was signed by", "attracted"."""
    words = clause.verb.text.lower().split()
    following = clause.predicate + 1
    by = following <= clause.last and clause.linked[following].text.lower() == "by"
    return words[-1] in {"by", "of"} or words[0] in _GATHERED or words[0][:-2] in _GATHERED or by


def _negated(statements: Described, denied: bool) -> tuple[Described | None, bool]:
    """Return the statements under the quantifier that a denial leaves, and whether they were joined."""
    if statements.quantifier is Quantifier.NONE:
        return (None, True) if denied else (replace(statements, quantifier=Quantifier.ALL), False)
    if not denied:
        return statements, True
    if statements.quantifier is Quantifier.SOME or (statements.indefinite and statements.n is None):
        return replace(statements, quantifier=Quantifier.ALL, n=None, plural=True), False
    if statements.quantifier is Quantifier.THE or (statements.quantifier is Quantifier.EXACTLY and statements.n == 1):
        return statements, False
    return None, False


def _grammar(clause: Clause) -> frozenset[int]:
    tags = ("include", "n.request", "n.member", "body", "agent", "order.also", "v.statement", "n.session.regular")
    return frozenset(i for i in clause.places if clause.linked[i].tagged(*tags))


def _led(clause: Clause, mine: Sequence[Phrase], context: Context, subject: Behind | None) -> Iterator[Read]:
    told, passive = _voice(clause, mine, context, subject)
    if told is None or (told.states is None and not told.counts):
        return
    denied = denial(clause)
    inside = {i for p in mine for i in range(p.first, p.last + 1)}
    phrase = mine[-1] if passive else mine[0]
    if not passive and not _reaches(clause, phrase):
        return
    described, more = merged(phrase, clause.linked, [i for i in clause.places if i not in inside], context)
    used = phrase.used | more | told.used | denied | _grammar(clause) | {clause.predicate}
    stretch = stretch_of(clause, phrase)
    states = (*told.states.states, *told.states.listed, *told.states.examples) if told.states else ()
    issued = clause.verb.tagged("v.statement.issue") and not clause.verb.tagged("v.statement.lead")
    if not denied and not is_set(told.states):
        for count in told.counts:
            meant = replace(described, led_by=states[:1]) if states and not issued else described
            yield Read(Signatories(statements=meant, count=count), used, *stretch)
    if len(states) == 1 and not issued:
        yield Read(Led(state=states[0], statements=described, led=not denied), used, *stretch, filled_by(told))
    elif states and not denied:
        yield Read(Joined(who=States(states=states), statements=described), used, *stretch, filled_by(told))


def _made(clause: Clause, mine: Sequence[Phrase], context: Context) -> Iterator[Read]:
    if denial(clause):
        return
    for phrase in mine:
        described, more = merged(phrase, clause.linked, clause.places, context)
        if described.period is not None or described.sessions:
            used = phrase.used | more | _grammar(clause) | {clause.predicate}
            stretch = stretch_of(clause, phrase)
            yield Read(Made(statements=described), used, *stretch)
