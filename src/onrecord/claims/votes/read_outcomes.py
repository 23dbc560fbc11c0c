"""Reads what became of a text: adopted or not, the figures, a changed position."""

from collections.abc import Iterator

from onrecord.claims.clauses import Clause, resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.numbers import VoteTally
from onrecord.claims.phrases import StatesRead, in_list, next_to
from onrecord.claims.typed import States, Texts
from onrecord.claims.votes.heard import Heard, denials, one_text, used_by
from onrecord.claims.votes.typed import Changed, Fate, Figures, Stance, Voters
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.rollcalls import Outcome


def fate_claims(one: Heard) -> Iterator[Read]:
    """Yield that a text was adopted or rejected, and how."""
    clause, linked = one.clause, one.clause.linked
    how = {linked[i].under("how") for i in clause.places if linked[i].tagged("how")} | _by_a_vote(clause)
    what = clause.verb.under("v.outcome")
    if not one.texts.described or what in {None, "created"} or (one.texts.country and not one.texts.topics):
        return
    if denials(clause) or one.texts.n is not None or _of_texts(one.texts):
        return
    outcome = Outcome.REJECTED if what == "rejected" else Outcome.ADOPTED
    if "without" in how:
        outcome = Outcome.ADOPTED_WITHOUT_A_VOTE
    claim = Fate(texts=one.texts, outcome=outcome, unanimous="unanimous" in how, by_vote="vote" in how)
    yield Read(claim, used_by(one, None), clause.first, clause.last, tuple(one.filled))


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


def figure_claims(one: Heard, who: StatesRead | None) -> Iterator[Read]:
    """Yield the figures of a vote, or of a group's members in it."""
    clause, linked = one.clause, one.clause.linked
    # "Seven African members opposed the text, which passed 21-15-11": the totals are the vote's, not the group's.
    group = who.states.group if who and clause.verb.tagged("v.vote") else None
    for i in clause.places:
        if linked[i].kind is Kind.TALLY and one.texts.described and group is not None and i > clause.predicate:
            yield from _figures_of_group(one, i, group)
        elif linked[i].kind is Kind.TALLY and one.texts.described:
            yield from _listed_voters(one, i)
            figures = _figures(linked[i].value, clause.verb.tagged("v.outcome.rejected"))
            used = used_by(one, None) | {i}
            claim = Figures(texts=one_text(one.texts), **figures)
            yield Read(claim, used, clause.first, clause.last, tuple(one.filled))
            idle = linked[i].value.not_voting if isinstance(linked[i].value, VoteTally) else None
            if idle is not None:
                idlers = States(members=True, n=idle)
                voters = Voters(stance=Stance.NOT_VOTING, texts=one_text(one.texts), who=idlers)
                yield Read(voters, used, clause.first, clause.last, tuple(one.filled))


_COLUMNS = {"yes": Stance.YES, "no": Stance.NO, "abstain": Stance.ABSTAIN, "absent": Stance.ABSENT}


def _figures_of_group(one: Heard, at: int, group: str) -> Iterator[Read]:
    """Yield the figures of a group's members: "five African states voted for it, three against and five abstained"."""
    clause = one.clause
    used = used_by(one, None) | {at}
    for column, n in _figures(clause.linked[at].value, rejected=False).items():
        if n is not None:
            who = States(group=group, members=True, n=n)
            claim = Voters(stance=_COLUMNS[column], texts=one_text(one.texts), who=who)
            yield Read(claim, used, clause.first, clause.last, tuple(one.filled))


def _listed_voters(one: Heard, at: int) -> Iterator[Read]:
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
    claim = Voters(stance=stance, texts=one_text(one.texts), who=States(examples=tuple(codes), members=True))
    yield Read(claim, used_by(one, None) | {at, *places}, one.clause.first, last, tuple(one.filled))


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


def change_claims(one: Heard, who: StatesRead | None, context: Context) -> Iterator[Read]:
    """Yield that a state changed its position between two years, or kept it."""
    clause, linked = one.clause, one.clause.linked
    if who is None or len(who.states.states) != 1 or not one.texts.topics:
        return
    spans = _two_periods(linked, context, one.texts.period)
    if spans is None:
        return
    before, after, used = spans
    denied = denials(clause)
    changed = clause.verb.tagged("v.change.kept") is bool(denied)
    claim = Changed(state=who.states.states[0], texts=one.texts, before=before, after=after, changed=changed)
    yield Read(claim, used_by(one, who) | used | denied, clause.first, clause.last, tuple(one.filled))


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
