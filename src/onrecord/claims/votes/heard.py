"""Hears one clause about a vote: its texts, and what it takes from the clauses around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import StatesRead, TextsRead, in_list, texts_in
from onrecord.claims.typed import Quantifier, Texts, Topic
from onrecord.claims.votes.voters_named import agents_after, copula_at, followers_of, named_behind
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled


@dataclass(slots=True)
class Heard:
    """A clause with its texts, and what it leaves to be taken from its neighbours."""

    clause: Clause
    object: TextsRead
    front: TextsRead
    texts: Texts
    filled: list[Filled]


def hear_all(found: Sequence[Clause], context: Context) -> list[Heard]:
    """Return every clause heard; "a year earlier" counts from the clause before."""
    heard: list[Heard] = []
    for clause in found:
        heard.append(_hear(clause, context))
        if heard[-1].texts.period:
            context = replace(context, period=heard[-1].texts.period)
    return heard


def second_tallies(linked: Linked, verbs: Sequence[int]) -> set[int]:
    """Return the places of "had been" before the figures of another vote than a verb before them tells of."""
    tallies = [i for i in linked.of_kind(Kind.TALLY) if verbs and i > verbs[0]]
    return {i - 1 for i in tallies[1:] if linked[i - 1].text.lower() in {"been", "was", "were", "is"}}


def _hear(clause: Clause, context: Context) -> Heard:
    linked = clause.linked
    end = copula_at(clause)
    turn = _turn(clause)
    if turn is not None:
        clause = replace(clause, last=turn)
    after = [i for i in clause.after if end is None or i < end]
    agents = agents_after(clause)
    away = agents | followers_of(clause) | named_behind(clause)
    obj = texts_in(linked, [i for i in after if i not in away], context, topical=_takes_topic(clause))
    front = texts_in(linked, list(clause.before), context, topical=bool(agents))
    return Heard(clause, obj, front, _merged(obj.texts, front.texts), [])


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


def complete(linked: Linked, heard: Sequence[Heard], context: Context) -> None:
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


def _date(one: Heard, before: Period | None, after: Period | None, context: Context) -> None:
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


def _year_before(one: Heard, context: Context) -> Period | None:
    single = one.texts.quantifier is Quantifier.THE and not one.texts.plural and not one.texts.sessions
    never = any(one.clause.linked[i].tagged("order.never", "order.first", "order.last") for i in one.clause.places)
    if context.as_of is None or not single or never or not one.texts.topics:
        return None
    return Period(context.as_of - timedelta(days=365), context.as_of)


def one_text(texts: Texts) -> Texts:
    """Return a description without its number: who voted on it is asked of one text; "all" stays."""
    return (
        replace(texts, quantifier=Quantifier.THE, n=None, of=None) if texts.quantifier is not Quantifier.ALL else texts
    )


def used_by(one: Heard, who: StatesRead | None) -> frozenset[int]:
    """Return the places that a clause's claims rest on."""
    found = one.object.used | one.front.used | {one.clause.predicate}
    return frozenset(found | (who.used if who else frozenset()) | _grammar(one.clause))


def _grammar(clause: Clause) -> frozenset[int]:
    """Words that were weighed in reading: quantifiers, inclusions, what was put to the vote."""
    return frozenset(i for i in clause.places if clause.linked[i].tagged("include", "how", "scope", "q.generic"))


def denials(clause: Clause) -> frozenset[int]:
    """Return the places of a negation of the predicate."""
    near = range(max(clause.first, clause.predicate - 3), clause.predicate)
    neither = (i for i in clause.before if clause.linked[i].text.lower() == "neither")
    return frozenset(i for i in near if clause.linked[i].tagged("negation", "order.never")) | frozenset(neither)
