"""Reads claims about votes: who took which position, how many did, the figures, what became of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.claims.clauses import Clause, asserted, clauses_at, resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.numbers import VoteTally
from onrecord.claims.phrases import StatesRead, TextsRead, in_list, next_to, states_in, texts_in
from onrecord.claims.typed import Quantifier, States, Texts, Topic
from onrecord.claims.votes.typed import Changed, Fate, Figures, Positions, Stance, Voters
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.rollcalls import Outcome
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


@dataclass(slots=True)
class _Heard:
    """A clause with its texts, and what it leaves to be taken from its neighbours."""

    clause: Clause
    object: TextsRead
    front: TextsRead
    texts: Texts
    filled: list[Filled]


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about votes that a sentence makes."""
    won = [i for i in linked.where("v.vote_won") if _vote_of_state(linked, i)]
    within = {k for i in won for k in _vote_of_state(linked, i) or ()}
    verbs = sorted({*linked.where("v.vote", "v.outcome", "v.change"), *won} - within - _in_titles(linked))
    verbs = sorted({*verbs, *_second_tallies(linked, verbs)}) or list(linked.of_kind(Kind.TALLY))[:1]
    found = [c for c in clauses_at(linked, verbs) if c.predicate in won or _about_a_vote(c, context)]
    found = [c for c in found if asserted(c) and not _without_support(c)]
    heard = _hear_all(found, context)
    _complete(linked, heard, context)
    said: list[Read] = []
    subject: StatesRead | None = None
    for one in heard:
        who, subject = _who(one, subject, context)
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


def _vote_of_state(linked: Linked, at: int) -> range | None:
    """Return the places of "South Africa's vote" right after a verb of winning."""
    state = next_to(linked, at, 1)
    if state is None or linked[state].kind is not Kind.STATE:
        return None
    after = range(state + 1, min(state + 4, len(linked)))
    end = next(
        (i for i in after if linked[i].text.lower() in {"vote", "votes", "support", "backing", "approval"}), None
    )
    return range(state, end + 1) if end and linked[state + 1].text in {"'s", "’s", "'", "’"} else None


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


def _hear_all(found: Sequence[Clause], context: Context) -> list[_Heard]:
    """Return every clause heard; "a year earlier" counts from the clause before."""
    heard: list[_Heard] = []
    for clause in found:
        heard.append(_hear(clause, context))
        if heard[-1].texts.period:
            context = replace(context, period=heard[-1].texts.period)
    return heard


def _second_tallies(linked: Linked, verbs: Sequence[int]) -> set[int]:
    """Return the places of "had been" before the figures of another vote than a verb before them tells of."""
    tallies = [i for i in linked.of_kind(Kind.TALLY) if verbs and i > verbs[0]]
    return {i - 1 for i in tallies[1:] if linked[i - 1].text.lower() in {"been", "was", "were", "is"}}


def _hear(clause: Clause, context: Context) -> _Heard:
    linked = clause.linked
    end = _copula(clause)
    turn = _turn(clause)
    if turn is not None:
        clause = replace(clause, last=turn)
    after = [i for i in clause.after if end is None or i < end]
    agents = _agents(clause)
    away = agents | _followers(clause) | _named_behind(clause)
    obj = texts_in(linked, [i for i in after if i not in away], context, topical=_takes_topic(clause))
    front = texts_in(linked, list(clause.before), context, topical=bool(agents))
    return _Heard(clause, obj, front, _merged(obj.texts, front.texts), [])


def _turn(clause: Clause) -> int | None:
    """Return the comma after which another clause begins: "voted for the text on X, Y otherwise did nothing"."""
    linked = clause.linked
    for i in clause.after:
        following = i + 1
        if _other_verb(linked, i, clause.last):
            return i
        if linked[i].text != "," or following >= clause.last or linked[following].kind is not Kind.STATE:
            continue
        listed = in_list(linked, following, (Kind.STATE, Kind.SUBJECT), clause.last)[-1]
        after = linked[listed + 1] if listed < clause.last else None
        if listed == following and after is not None and after.kind in {Kind.WORD, Kind.PHRASE}:
            return None if after.tagged("n.text", "join", "include") else i
    return None


def _other_verb(linked: Linked, i: int, last: int) -> bool:
    """Whether ", and requested …" begins at a place: a verb of something else."""
    comma, joined = linked[i].text == ",", i + 1 <= last and linked[i + 1].tagged("join.and")
    verb = i + 2 if comma and joined else i + 1 if linked[i].tagged("join.and") else None
    if verb is None or verb >= last or not linked[verb].text.endswith("ed"):
        return False
    return linked[verb].kind in {Kind.WORD, Kind.PHRASE} and not linked[verb].tagged("n", "about", "scope", "agent")


def _takes_topic(clause: Clause) -> bool:
    """Whether a state that stands free after the verb is what the vote was about: "abstained on Syria"."""
    return not clause.verb.tagged("v.outcome")


def _copula(clause: Clause) -> int | None:
    """Return the place of "were" in "those that voted against the text were A and B"."""
    for i in clause.after:
        if clause.linked[i].text.lower() in {"were", "was", "are", "include", "included"}:
            after = next_to(clause.linked, i, 1)
            if after is not None and after <= clause.last and clause.linked[after].kind in {Kind.STATE, Kind.NUMBER}:
                return i
    return None


def _agents(clause: Clause) -> frozenset[int]:
    """Return the places of the states after "by" in "was opposed by A and B", or of those whose vote a text won."""
    linked = clause.linked
    won = _vote_of_state(linked, clause.predicate) if clause.verb.tagged("v.vote_won") else None
    if won:
        return frozenset(won)
    if not clause.verb.tagged("v.vote"):
        return frozenset()
    if clause.verb.tagged("v.voted_by"):
        return _undated(linked, clause.predicate, clause.last)
    for i in clause.after:
        if linked[i].text.lower() == "by":
            following = next_to(linked, i, 1)
            if following is not None and linked[following].kind in {Kind.STATE, Kind.GROUP, Kind.NUMBER}:
                return _undated(linked, clause.predicate, clause.last)
        if linked[i].kind is not Kind.SMALL and not linked[i].tagged("q.only", "bound"):
            break
    return frozenset()


def _followers(clause: Clause) -> frozenset[int]:
    """Return the places of states that did the same: "…, as did India and Cuba"."""
    linked = clause.linked
    for i in clause.after:
        at = next_to(linked, i, 1)
        same = linked[i].text.lower().split()[-1] in {"did", "does"}
        if same and at is not None and at <= clause.last and linked[at].kind is Kind.STATE:
            return frozenset(in_list(linked, at, (Kind.STATE,), clause.last))
    return frozenset()


def _named_behind(clause: Clause) -> frozenset[int]:
    """Return the places of the voters listed behind a colon: "twelve members opposed the text: Algeria, China, …"."""
    linked = clause.linked
    counted = any(linked[i].kind is Kind.NUMBER for i in clause.before)
    colon = next((i for i in clause.after if linked[i].text in {":", "—", "–"}), None)
    first = next_to(linked, colon, 1) if colon is not None and counted else None
    if first is None or first > clause.last or linked[first].kind is not Kind.STATE:
        return frozenset()
    found = [i for i in in_list(linked, first, (Kind.STATE,), clause.last) if linked[i].kind is Kind.STATE]
    return frozenset(found) if all(len(linked[i].value) == 1 for i in found) else frozenset()


def _undated(linked: Linked, at: int, last: int) -> frozenset[int]:
    """Return the places behind one, without the dates among them, which are the text's."""
    return frozenset(i for i in range(at + 1, last + 1) if linked[i].kind is not Kind.PERIOD)


def _merged(main: Texts, other: Texts) -> Texts:
    """Return a description with what another adds: its topic, its noun, its period, its quantifier."""
    chosen = main if main.quantifier is not Quantifier.THE or main.n is not None else other
    both = dict.fromkeys((*main.topics, *other.topics))
    return replace(
        main,
        topics=_narrowed(tuple(both)),
        country=main.country or other.country,
        items=main.items or other.items,
        noun=main.noun or other.noun,
        period=main.period or other.period,
        sessions=main.sessions or other.sessions,
        symbols=main.symbols or other.symbols,
        title=main.title or other.title,
        renewing=main.renewing or other.renewing,
        excluded=(*main.excluded, *other.excluded),
        body=main.body or other.body,
        quantifier=chosen.quantifier,
        n=chosen.n,
        of=chosen.of,
        plural=main.plural or other.plural,
    )


def _narrowed(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """Leave out a situation named whole where a part of it is named too: "the Syria text on Aleppo"."""
    parts = {t.subject for t in topics if t.title}
    return tuple(t for t in topics if t.title or t.subject not in parts)


def _complete(linked: Linked, heard: Sequence[_Heard], context: Context) -> None:
    """Fill what a clause leaves out: its text from the clause before or after, its period from around it."""
    own = [h.texts.period for h in heard]
    for k, one in enumerate(heard):
        if not one.texts.described:
            around = [*reversed(heard[:k]), *heard[k + 1 :]]
            donor = next((h.texts for h in around if h.texts.described), None)
            source = "the same sentence"
            if donor is None and context.texts is not None:
                donor, source = context.texts, "an earlier sentence"
            if donor is not None:
                one.texts = _inherit(one.texts, donor)
                one.filled.append(Filled("texts", ", ".join(t.subject for t in donor.topics) or donor.noun, source))
        if one.texts.period is None and not one.texts.symbols:
            before = next((p for p in reversed(own[:k]) if p), None)
            after = next((p for p in own[k + 1 :] if p), None)
            _date(one, before, after, context)


def _inherit(own: Texts, donor: Texts) -> Texts:
    """Return the donor's texts under the clause's own quantifier; another period asks for that period's texts."""
    moved = own.period is not None and own.period != donor.period
    return replace(
        donor,
        period=own.period or donor.period,
        symbols=() if moved else donor.symbols,
        sessions=() if moved else donor.sessions,
        quantifier=own.quantifier if own.n is not None or own.quantifier is not Quantifier.THE else donor.quantifier,
        n=own.n,
        of=own.of,
        noun=own.noun or donor.noun,
        plural=own.plural or (donor.plural and not own.noun),
    )


def _date(one: _Heard, before: Period | None, after: Period | None, context: Context) -> None:
    """Take the period of the clause before, of the heading, of the clause after, or of the sentences before.

    One text meant as known is, in a text that bears a day, the latest: that of the year up to the day.
    """
    same = "the same sentence"
    for period, source in (
        (before, same),
        (context.heading, "the heading"),
        (after, same),
        (context.period, "an earlier sentence"),
        (_year_before(one, context), "the day of the text"),
    ):
        if period is not None:
            one.texts = replace(one.texts, period=period)
            one.filled.append(Filled("period", period.words, source))
            return


def _year_before(one: _Heard, context: Context) -> Period | None:
    single = one.texts.quantifier is Quantifier.THE and not one.texts.plural and not one.texts.sessions
    never = any(one.clause.linked[i].tagged("order.never", "order.first", "order.last") for i in one.clause.places)
    if context.as_of is None or not single or never or not one.texts.topics:
        return None
    return Period(context.as_of - timedelta(days=365), context.as_of)


def _who(one: _Heard, before: StatesRead | None, context: Context) -> tuple[StatesRead | None, StatesRead | None]:
    """Return who did what the clause says, and who is its subject for the clauses that follow."""
    clause = one.clause
    taken = one.front.used
    before_verb = [i for i in clause.before if i not in taken]
    if (
        clause.verb.text.lower() in {"abstention", "abstentions"}
        and clause.linked[clause.predicate - 1].kind is Kind.NUMBER
    ):
        before_verb = [clause.predicate - 1]
    nearer = _behind_with(clause.linked, _behind_colon(clause.linked, before_verb))
    own = states_in(clause.linked, nearer, context)
    own = own or states_in(clause.linked, before_verb, context)
    agents = _agents(clause)
    if agents:
        own = states_in(clause.linked, sorted(agents), context)
    end = _copula(clause)
    followers = states_in(clause.linked, sorted(_followers(clause)), context) if _followers(clause) else None
    if own is not None and followers is not None:
        states = replace(own.states, states=(*own.states.states, *followers.states.states))
        own = StatesRead(states, own.used | followers.used, own.filled)
    named = _named_behind(clause)
    if own is not None and named and own.states.n is not None:
        found = states_in(clause.linked, sorted(named), context)
        listed = found.states.states if found else ()
        own = StatesRead(replace(own.states, listed=(*own.states.listed, *listed)), own.used | named, own.filled)
    if one.object.left:
        own = _with_complement(own, states_in(clause.linked, sorted(one.object.left), context))
    if end is not None:
        named = states_in(clause.linked, range(end + 1, clause.last + 1), context)
        own = _with_all(own, named) if _exhaustive(clause, end) else _with_complement(own, named)
    if own is None or not (own.states.states or own.states.described or own.states.examples or own.states.listed):
        inherited = replace(before, used=frozenset()) if before else None
        return inherited, before
    return own, own


def _behind_colon(linked: Linked, places: Sequence[int]) -> Sequence[int]:
    """Return the places behind the last colon or dash: "The vote was tense: Cuba opposed the text"."""
    last = max((i for i in places if linked[i].text in {":", ";", "—", "–"}), default=-1)
    behind = [i for i in places if i > last]
    # "Africa stood together: all of its members" means those of the group before the colon.
    return places if any(linked[i].tagged("pronoun.it") for i in behind) else behind


def _behind_with(linked: Linked, places: Sequence[int]) -> Sequence[int]:
    """Return the states right behind "with", where that is all there is: "…, and with Ukraine absent"."""
    last = max((i for i in places if linked[i].text.lower() == "with"), default=-1)
    behind = [i for i in places if i > last]
    plain = {Kind.STATE, Kind.GROUP, Kind.NUMBER, Kind.SMALL, Kind.MARK}
    alone = behind and all(linked[i].kind in plain or linked[i].tagged("join.and", "n.member", "q") for i in behind)
    return behind if last >= 0 and alone else places


def _exhaustive(clause: Clause, copula: int) -> bool:
    """Whether all who did it are named: "the only member to oppose it was Cuba"; not "among them were", "included"."""
    linked = clause.linked
    partly = linked[copula].text.lower().startswith("includ") or any(
        linked[i].tagged("include") or linked[i].text.lower() == "among" for i in clause.before
    )
    return not partly


def _with_all(own: StatesRead | None, named: StatesRead | None) -> StatesRead | None:
    """Return the subject with the states named as all it consists of."""
    if named is None or named.states.n is not None or (own is not None and own.states.states):
        return _with_complement(own, named)
    if own is None:
        return StatesRead(States(listed=named.states.states), named.used) if named.states.states else named
    found = (*named.states.states, *named.states.listed)
    states = replace(own.states, listed=(*own.states.listed, *found), examples=named.states.examples)
    return StatesRead(states, own.used | named.used, own.filled)


def _with_complement(own: StatesRead | None, complement: StatesRead | None) -> StatesRead | None:
    if own is None or complement is None:
        return complement or own
    found = (*complement.states.states, *complement.states.listed, *complement.states.examples)
    states = replace(own.states, examples=(*own.states.examples, *found))
    return StatesRead(states, own.used | complement.used, own.filled)


def _claims(one: _Heard, who: StatesRead | None, context: Context) -> Iterator[Read]:
    clause = one.clause
    if clause.verb.tagged("v.change"):
        yield from _change(one, who, context)
        return
    won = clause.verb.tagged("v.vote_won") and bool(_agents(clause))
    council = _by_the_council(clause)
    if (clause.verb.tagged("v.vote") and not council) or won:
        yield from _stance_claims(one, who)
    if clause.verb.tagged("v.outcome") and (council or not clause.verb.tagged("v.vote")):
        yield from _fate_claims(one)
    yield from _figure_claims(one, who)


def _by_the_council(clause: Clause) -> bool:
    """Whether the Council itself is the subject: "the Council rejected the text"."""
    linked = clause.linked
    at = next((i for i in reversed(clause.before) if linked[i].kind is not Kind.SMALL), None)
    if at is None or not linked[at].tagged("body"):
        return False
    return at == 0 or linked[at - 1].text.lower() not in {"of", "on", "in", "to"}


def _stance_claims(one: _Heard, who: StatesRead | None) -> Iterator[Read]:
    clause = one.clause
    denied = _denial(clause)
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
    used = _used(one, who) | denied
    states = who.states
    if clause.verb.tagged("v.sole") and states.states and not states.described:
        states = States(quantifier=Quantifier.ONLY, listed=states.states)
    named = (*one.object.examples, *one.front.examples)
    if named and (states.described or states.listed or states.examples):
        return
    filled = tuple(one.filled) + ((Filled("state", ", ".join(states.states), f"“{who.filled}”"),) if who.filled else ())
    if states.described or states.listed or states.examples:
        yield Read(Voters(stance=stance, texts=_single(texts), who=states), used, clause.first, clause.last, filled)
    else:
        texts = _habit(one, texts)
        yield Read(Positions(states=states.states, stance=stance, texts=texts), used, clause.first, clause.last, filled)
        yield from _examples(one, states, stance, used, filled)


def _any(clause: Clause) -> bool:
    return any(clause.linked[i].tagged("q.any") for i in clause.places)


def _habit(one: _Heard, texts: Texts) -> Texts:
    """A bare plural ("opposed resolutions on Iran") says what the state usually did; not of texts each named."""
    named = bool(texts.symbols) or len(texts.topics) > 1
    short = texts.period is not None and texts.period.precision != "span"
    if texts.quantifier is Quantifier.THE and texts.plural and not (named or short or _definite(one)):
        return replace(texts, quantifier=Quantifier.GENERIC)
    return texts


def _definite(one: _Heard) -> bool:
    linked = one.clause.linked
    nouns = [i for i in one.clause.places if linked[i].tagged("n.text")]
    return any(
        linked[k].text.lower() in {"the", "both", "these", "those"} for i in nouns for k in range(max(0, i - 5), i)
    )


def _examples(
    one: _Heard, states: States, stance: Stance, used: frozenset[int], filled: tuple[Filled, ...]
) -> Iterator[Read]:
    for topic in (*one.object.examples, *one.front.examples):
        texts = replace(
            one.texts, topics=(topic,), country=False, quantifier=Quantifier.THE, n=None, of=None, plural=True
        )
        claim = Positions(states=states.states, stance=stance, texts=texts)
        yield Read(claim, used, one.clause.first, one.clause.last, filled)


def _single(texts: Texts) -> Texts:
    return (
        replace(texts, quantifier=Quantifier.THE, n=None, of=None) if texts.quantifier is not Quantifier.ALL else texts
    )


def _used(one: _Heard, who: StatesRead | None) -> frozenset[int]:
    found = one.object.used | one.front.used | {one.clause.predicate}
    return frozenset(found | (who.used if who else frozenset()) | _grammar(one.clause))


def _grammar(clause: Clause) -> frozenset[int]:
    """Words that were weighed in reading: quantifiers, inclusions, what was put to the vote."""
    return frozenset(i for i in clause.places if clause.linked[i].tagged("include", "how", "scope", "q.generic"))


def _denial(clause: Clause) -> frozenset[int]:
    """Return the places of a negation of the predicate."""
    near = range(max(clause.first, clause.predicate - 3), clause.predicate)
    neither = (i for i in clause.before if clause.linked[i].text.lower() == "neither")
    return frozenset(i for i in near if clause.linked[i].tagged("negation", "order.never")) | frozenset(neither)


def _never(clause: Clause, denied: frozenset[int]) -> bool:
    return any(clause.linked[i].tagged("order.never") for i in denied)


def _fate_claims(one: _Heard) -> Iterator[Read]:
    clause, linked = one.clause, one.clause.linked
    how = {linked[i].under("how") for i in clause.places if linked[i].tagged("how")} | _by_a_vote(clause)
    what = clause.verb.under("v.outcome")
    if not one.texts.described or what in {None, "created"} or (one.texts.country and not one.texts.topics):
        return
    if _denial(clause) or one.texts.n is not None or _of_texts(one.texts):
        return
    outcome = Outcome.REJECTED if what == "rejected" else Outcome.ADOPTED
    if "without" in how:
        outcome = Outcome.ADOPTED_WITHOUT_A_VOTE
    claim = Fate(texts=one.texts, outcome=outcome, unanimous="unanimous" in how, by_vote="vote" in how)
    yield Read(claim, _used(one, None), clause.first, clause.last, tuple(one.filled))


def _by_a_vote(clause: Clause) -> frozenset[str]:
    """Return how it was decided where the verb has taken the "by" of "by a recorded vote", "by consensus"."""
    at = next_to(clause.linked, clause.predicate, 1)
    if at is None or not clause.verb.text.lower().endswith(" by"):
        return frozenset()
    if clause.linked[at].tagged("n.text.vote"):
        return frozenset({"vote"})
    return frozenset(_BY.get(clause.linked[at].text.lower(), ()))


_BY = {"consensus": {"without"}, "acclamation": {"unanimous"}, "unanimity": {"unanimous"}}


def _of_texts(texts: Texts) -> bool:
    """Whether the adoption is of a text of the Assembly or found by its theme alone: claims about texts have it."""
    return texts.body == "GA" or bool(texts.title and not texts.topics and not texts.symbols)


def _figure_claims(one: _Heard, who: StatesRead | None) -> Iterator[Read]:
    clause, linked = one.clause, one.clause.linked
    # "Seven African members opposed the text, which passed 21-15-11": the totals are the vote's, not the group's.
    group = who.states.group if who and clause.verb.tagged("v.vote") else None
    for i in clause.places:
        if linked[i].kind is Kind.TALLY and one.texts.described and group is not None and i > clause.predicate:
            yield from _figures_of_group(one, i, group)
        elif linked[i].kind is Kind.TALLY and one.texts.described:
            yield from _listed_voters(one, i)
            figures = _figures(linked[i].value, clause.verb.tagged("v.outcome.rejected"))
            used = _used(one, None) | {i}
            claim = Figures(texts=_single(one.texts), **figures)
            yield Read(claim, used, clause.first, clause.last, tuple(one.filled))
            idle = linked[i].value.not_voting if isinstance(linked[i].value, VoteTally) else None
            if idle is not None:
                idlers = States(members=True, n=idle)
                voters = Voters(stance=Stance.NOT_VOTING, texts=_single(one.texts), who=idlers)
                yield Read(voters, used, clause.first, clause.last, tuple(one.filled))


_COLUMNS = {"yes": Stance.YES, "no": Stance.NO, "abstain": Stance.ABSTAIN, "absent": Stance.ABSENT}


def _figures_of_group(one: _Heard, at: int, group: str) -> Iterator[Read]:
    """Yield the figures of a group's members: "five African states voted for it, three against and five abstained"."""
    clause = one.clause
    used = _used(one, None) | {at}
    for column, n in _figures(clause.linked[at].value, rejected=False).items():
        if n is not None:
            who = States(group=group, members=True, n=n)
            claim = Voters(stance=_COLUMNS[column], texts=_single(one.texts), who=who)
            yield Read(claim, used, clause.first, clause.last, tuple(one.filled))


def _listed_voters(one: _Heard, at: int) -> Iterator[Read]:
    """Yield the states in brackets behind a figure: "with 5 against (China, Cuba, …)"; the list may be a part."""
    linked, last = one.clause.linked, one.clause.last
    if at + 2 > last or linked[at + 1].text != "(" or linked[at + 2].kind not in {Kind.STATE, Kind.SMALL}:
        return
    first = next_to(linked, at + 1, 1)
    places = in_list(linked, first, (Kind.STATE,), last) if first is not None else []
    stance = _last_column(linked[at].text)
    codes = [c for i in places if linked[i].kind is Kind.STATE and len(linked[i].value) == 1 for c in linked[i].value]
    if stance is None or len(codes) != sum(linked[i].kind is Kind.STATE for i in places) or not codes:
        return
    claim = Voters(stance=stance, texts=_single(one.texts), who=States(examples=tuple(codes), members=True))
    yield Read(claim, _used(one, None) | {at, *places}, one.clause.first, last, tuple(one.filled))


def _last_column(words: str) -> Stance | None:
    """Return the column that the last words of a tally name."""
    ends = {"against": Stance.NO, "abst": Stance.ABSTAIN, "favo": Stance.YES, "absent": Stance.ABSENT}
    found = {words.lower().rfind(word): stance for word, stance in ends.items() if word in words.lower()}
    return found[max(found)] if found else None


def _figures(value: VoteTally | tuple[int, ...], rejected: bool) -> dict[str, int | None]:
    """Return the columns of a tally; "rejected by 19 votes to 17" gives the larger side first."""
    if isinstance(value, VoteTally):
        yes, no, abstain, absent = value.yes, value.no, value.abstain, value.absent
        swapped = rejected and value.by_order and yes is not None and no is not None and yes > no
    else:
        yes, no, abstain, absent = (*value, None, None, None, None)[:4]
        swapped = rejected and yes is not None and no is not None and yes > no
    return {"yes": no if swapped else yes, "no": yes if swapped else no, "abstain": abstain, "absent": absent}


def _change(one: _Heard, who: StatesRead | None, context: Context) -> Iterator[Read]:
    clause, linked = one.clause, one.clause.linked
    if who is None or len(who.states.states) != 1 or not one.texts.topics:
        return
    spans = _two_periods(linked, context, one.texts.period)
    if spans is None:
        return
    before, after, used = spans
    denied = _denial(clause)
    changed = clause.verb.tagged("v.change.kept") is bool(denied)
    claim = Changed(state=who.states.states[0], texts=one.texts, before=before, after=after, changed=changed)
    yield Read(claim, _used(one, who) | used | denied, clause.first, clause.last, tuple(one.filled))


def _two_periods(linked: Linked, context: Context, own: Period | None) -> tuple[Period, Period, frozenset[int]] | None:
    """Return the years compared: two that the sentence names, or the one it names and the heading's."""
    places = list(linked.of_kind(Kind.PERIOD))
    found = [p for i in places if (p := resolved(linked[i], context))]
    years = sorted({d.year for p in found for d in (p.first, p.last) if d})
    for known in (context.heading, context.period):
        if len(years) < 2 and known is not None and known.year:
            years = sorted({*years, known.year})
    if len(years) < 2:
        return None
    return Period.year_of(years[0]), Period.year_of(years[-1]), frozenset(places)
