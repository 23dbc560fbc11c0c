"""Reads claims about votes: who took which position, how many did, the figures, what became of the text."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.clauses import Clause, asserted, clauses_at
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import StatesRead
from onrecord.claims.typed import Quantifier, States, Texts
from onrecord.claims.votes.heard import Heard, complete, denials, hear_all, one_text, second_tallies, used_by
from onrecord.claims.votes.read_outcomes import change_claims, fate_claims, figure_claims
from onrecord.claims.votes.typed import Positions, Stance, Voters
from onrecord.claims.votes.voters_named import agents_after, vote_of_state
from onrecord.claims.votes.who import who_did
from onrecord.vocabulary.verdicts import Filled

_STANCES = {
    "yes": Stance.YES,
    "no": Stance.NO,
    "abstain": Stance.ABSTAIN,
    "absent": Stance.ABSENT,
    "idle": Stance.NOT_VOTING,
    "bare": None,
    "resist": Stance.RESISTED,
    "unsupportive": Stance.NOT_YES,
}
_DENIED = {
    Stance.YES: Stance.NOT_YES,
    Stance.NO: Stance.NOT_NO,
    None: Stance.NOT_VOTING,
}
_FOREIGN = (
    "n.statement",
    "n.session.special",
    "n.recommendation",
    "n.candidate",
    "n.seat",
    "n.race.election",
    "v.elect.won",
    "v.elect.again",
    "n.visit",
    "n.invitation",
    "n.treaty",
    "n.pledge",
    "n.index",
    "n.review",
    "upr.outcome",
)
"""Nouns that make a clause about something other than a vote."""

SEATS = 47
"""Seats of the Council: more voters than that elect, or sit in the Assembly."""

_PLAIN = ("vote", "voting", "abstain", "abstention", "absent", "fence", "ballot")
"""Words that make a verb one of voting, whatever else the clause holds."""


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about votes that a sentence makes."""
    won = [i for i in linked.where("v.vote_won") if vote_of_state(linked, i)]
    within = {k for i in won for k in vote_of_state(linked, i) or ()}
    verbs = sorted({*linked.where("v.vote", "v.outcome", "v.change"), *won} - within - _in_titles(linked))
    verbs = sorted({*verbs, *second_tallies(linked, verbs)}) or list(linked.of_kind(Kind.TALLY))[:1]
    found = [c for c in clauses_at(linked, verbs) if c.predicate in won or _about_a_vote(c, context)]
    found = [c for c in found if asserted(c) and not _without_support(c)]
    heard = hear_all(found, context)
    complete(linked, heard, context)
    said: list[Read] = []
    subject: StatesRead | None = None
    for one in heard:
        who, subject = who_did(one, subject, context)
        said += _claims(one, who, context)
    return said


def _without_support(clause: Clause) -> bool:
    """Whether a noun of support is what was not had: "failed to win India's support"."""
    if clause.verb.text.lower() not in {"support", "backing", "approval", "endorsement"}:
        return False
    near = [clause.linked[i].text.lower().split()[0] for i in clause.before[-6:]]
    return any(word.startswith(("fail", "lack", "los", "without", "no", "den", "refus")) for word in near)


def _in_titles(linked: Linked) -> frozenset[int]:
    """Return the places within the titles of texts: quoted right after a symbol or a word for a text."""
    inside: set[int] = set()
    for i, m in enumerate(linked.mentions):
        if m.text not in {"“", '"', "«"}:
            continue
        end = next((k for k in range(i + 1, len(linked)) if linked[k].text in {"”", '"', "»"}), None)
        before = next((linked[k] for k in range(i - 1, -1, -1) if linked[k].text not in {"(", ",", "entitled"}), None)
        if end is not None and (before is None or before.kind is Kind.SYMBOL or before.tagged("n.text")):
            inside.update(range(i + 1, end))
    return frozenset(inside)


def _about_a_vote(clause: Clause, context: Context) -> bool:
    linked, verb = clause.linked, clause.verb
    titles = _in_titles(linked)
    if any(linked[i].tagged(*_FOREIGN) or linked[i].kind is Kind.TREATY for i in clause.places if i not in titles):
        return False
    counts = [linked[i].value for i in clause.before if linked[i].kind is Kind.NUMBER]
    if any(isinstance(n, int) and n > SEATS for n in counts) and not any(
        linked[i].tagged("n.text") for i in clause.places
    ):
        return False
    if any(word in verb.text.lower() for word in _PLAIN):
        return True
    texts = any(linked[i].tagged("n.text") or linked[i].kind in {Kind.SYMBOL, Kind.TALLY} for i in clause.places)
    counted = any(linked[i].kind is Kind.NUMBER and i + 1 == clause.predicate for i in clause.before) and verb.tagged(
        "v.vote"
    )
    return texts or counted or (verb.tagged("v.change") and _topical(clause))


def _topical(clause: Clause) -> bool:
    return any(clause.linked[i].kind in {Kind.STATE, Kind.SUBJECT} for i in clause.after)


def _claims(one: Heard, who: StatesRead | None, context: Context) -> Iterator[Read]:
    clause = one.clause
    if clause.verb.tagged("v.change"):
        yield from change_claims(one, who, context)
        return
    won = clause.verb.tagged("v.vote_won") and bool(agents_after(clause))
    council = _by_the_council(clause)
    if (clause.verb.tagged("v.vote") and not council) or won:
        yield from _stance_claims(one, who)
    if clause.verb.tagged("v.outcome") and (council or not clause.verb.tagged("v.vote")):
        yield from fate_claims(one)
    yield from figure_claims(one, who)


def _by_the_council(clause: Clause) -> bool:
    """Whether the Council itself is the subject: "the Council rejected the text"."""
    linked = clause.linked
    at = next((i for i in reversed(clause.before) if linked[i].kind is not Kind.SMALL), None)
    if at is None or not linked[at].tagged("body"):
        return False
    return at == 0 or linked[at - 1].text.lower() not in {"of", "on", "in", "to"}


def _stance_claims(one: Heard, who: StatesRead | None) -> Iterator[Read]:
    clause = one.clause
    denied = denials(clause)
    stance = _STANCES[clause.verb.under("v.vote") or clause.verb.under("v.vote_won") or "bare"]
    texts = one.texts
    if denied:
        if (texts.quantifier is Quantifier.SOME and _any(clause)) or _never(clause, denied):
            texts = replace(texts, quantifier=Quantifier.NONE)
            stance = stance or Stance.NOT_VOTING
        elif stance in _DENIED:
            stance = _DENIED[stance]
        else:
            return
    elif stance is Stance.NOT_YES and texts.quantifier is Quantifier.SOME and _any(clause):
        texts, stance = replace(texts, quantifier=Quantifier.NONE), Stance.YES
    if stance is None or who is None or not texts.described:
        return
    used = used_by(one, who) | denied
    states = who.states
    if clause.verb.tagged("v.sole") and states.states and not states.described:
        states = States(quantifier=Quantifier.ONLY, listed=states.states)
    named = (*one.object.examples, *one.front.examples)
    if named and (states.described or states.listed or states.examples):
        return
    filled = tuple(one.filled) + ((Filled("state", ", ".join(states.states), f"“{who.filled}”"),) if who.filled else ())
    if states.described or states.listed or states.examples:
        yield Read(Voters(stance=stance, texts=one_text(texts), who=states), used, clause.first, clause.last, filled)
    else:
        texts = _habit(one, texts)
        yield Read(Positions(states=states.states, stance=stance, texts=texts), used, clause.first, clause.last, filled)
        yield from _examples(one, states, stance, used, filled)


def _any(clause: Clause) -> bool:
    return any(clause.linked[i].tagged("q.any") for i in clause.places)


def _habit(one: Heard, texts: Texts) -> Texts:
    """A bare plural ("opposed resolutions on Iran") says what the state usually did; not of texts each named."""
    named = bool(texts.symbols) or len(texts.topics) > 1
    short = texts.period is not None and texts.period.precision != "span"
    if texts.quantifier is Quantifier.THE and texts.plural and not (named or short or _definite(one)):
        return replace(texts, quantifier=Quantifier.GENERIC)
    return texts


def _definite(one: Heard) -> bool:
    linked = one.clause.linked
    nouns = [i for i in one.clause.places if linked[i].tagged("n.text")]
    return any(
        linked[k].text.lower() in {"the", "both", "these", "those"} for i in nouns for k in range(max(0, i - 5), i)
    )


def _examples(
    one: Heard, states: States, stance: Stance, used: frozenset[int], filled: tuple[Filled, ...]
) -> Iterator[Read]:
    for topic in (*one.object.examples, *one.front.examples):
        texts = replace(
            one.texts, topics=(topic,), country=False, quantifier=Quantifier.THE, n=None, of=None, plural=True
        )
        claim = Positions(states=states.states, stance=stance, texts=texts)
        yield Read(claim, used, one.clause.first, one.clause.last, filled)


def _never(clause: Clause, denied: frozenset[int]) -> bool:
    return any(clause.linked[i].tagged("order.never") for i in denied)
