"""What the record says to claims about positions: one state's, on one text or on a set of texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.claims.evidence import row
from onrecord.claims.judging import C, Counted, R, S, U, by_readings, quantified, unknown
from onrecord.claims.naming import capital, joined, state_name, when
from onrecord.claims.typed import Quantifier, Texts
from onrecord.claims.votes.assembly import assembly_meant
from onrecord.claims.votes.selecting import lookalikes, position_of, texts_meant, unvoted, votes_meant
from onrecord.claims.votes.typed import Changed, Positions, Stance
from onrecord.claims.votes.words import TOOK, count_words, texts_words, topic_label, vote_row
from onrecord.record.ballots import Ballot
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

_EACH = frozenset({Quantifier.THE, Quantifier.ALL})
"""With these, texts on several situations that are each named are each claimed."""

MOST_SHOWN = 60
"""Rows given as evidence at most; a scope says how many were counted."""


def positions(claim: Positions, record: Record) -> Finding:
    """Return whether the states named took the position on the texts described."""
    chosen = _chosen(claim, record)
    if not any(chosen.values()):
        return no_vote(claim.texts, record)
    for topic in claim.texts.topics if len(claim.texts.topics) > 1 else ():
        alone = replace(claim, texts=replace(claim.texts, topics=(topic,), n=None, of=None))
        if not any(_chosen(alone, record).values()):
            return no_vote(alone.texts, record)
        if claim.texts.quantifier in _EACH and claim.texts.n is None:
            found = positions(alone, record)
            if found.verdict is R:
                return found
    for symbol in claim.texts.symbols if len(claim.texts.symbols) > 1 and claim.texts.n is None else ():
        found = positions(replace(claim, texts=replace(claim.texts, symbols=(symbol,))), record)
        if found.verdict is R and claim.texts.quantifier in _EACH:
            return found
    answers = {
        f"{texts}; {stance}": _answer(claim, record, votes, f"{texts}; {stance}", allowed)
        for texts, votes in chosen.items()
        for stance, allowed in claim.stance.readings.items()
    }
    counted = list({b.rollcall_id: b for votes in chosen.values() for b in votes}.values())
    hits, misses = _rows(claim, record, counted)
    found = by_readings(_renamed(answers, claim, chosen), _scope(claim, record, counted), hits, misses)
    if found.verdict is R and hits and not misses:
        return Finding(R, found.says, found.scope, None, found.n, found.answers, (), tuple(hits))
    return found


def _renamed(answers: Mapping[str, Answer], claim: Positions, chosen: Mapping[str, Sequence[Ballot]]):
    """Name the readings by what differs between them only."""
    stances = len(claim.stance.readings) > 1
    named = {}
    for name, answer in answers.items():
        texts, stance = name.split("; ", 1)
        short = name if stances and len(chosen) > 1 else stance if stances else texts
        named[short] = Answer(short, answer.verdict, answer.says, answer.n)
    return named


def _chosen(claim: Positions, record: Record) -> dict[str, tuple[Ballot, ...]]:
    if claim.texts.body == "GA":
        return assembly_meant(record, claim.texts, claim.states)
    chosen = votes_meant(record, claim.texts)
    seated = any(b.position(s) is not Position.NOT_A_MEMBER for v in chosen.values() for b in v for s in claim.states)
    if seated or claim.texts.body == "HRC" or claim.texts.symbols:
        return chosen
    assembly = assembly_meant(record, claim.texts, claim.states)
    return assembly if any(assembly.values()) else chosen


def _answer(
    claim: Positions, record: Record, votes: Sequence[Ballot], reading: str, allowed: frozenset[Position]
) -> Answer:
    verdicts, said, n = [], [], 0
    for state in claim.states:
        verdict, words, counted = _of_state(claim, record, votes, state, allowed)
        verdicts.append(verdict)
        said.append(words)
        n += counted
    verdict = _joint(verdicts)
    return Answer(reading, verdict, " ".join(said), n)


def _joint(verdicts: Sequence[Verdict]) -> Verdict:
    for verdict in (R, C, U):
        if verdict in verdicts:
            return verdict
    return S


def _of_state(
    claim: Positions, record: Record, votes: Sequence[Ballot], state: str, allowed: frozenset[Position]
) -> tuple[Verdict, str, int]:
    seated = [(b, position_of(b, state)) for b in votes]
    sat = [(b, p) for b, p in seated if p is not Position.NOT_A_MEMBER]
    name = capital(state_name(record, state))
    if not sat:
        if not seated:
            return U, f"No such vote is in the record for {state_name(record, state)}.", 0
        verdict = C if claim.stance in {Stance.NOT_VOTING, Stance.ABSENT, Stance.NOT_YES} else R
        return verdict, f"{name} was not a member of the Council at {_the_votes(len(seated))}.", 0
    counted = _counted(sat, allowed, state, doubt_hits=True)
    doubted = _counted(sat, allowed, state, doubt_hits=False)
    verdicts = {_verdict(claim, counted), _verdict(claim, doubted)}
    verdict = verdicts.pop() if len(verdicts) == 1 else C
    return verdict, f"{name} {_tallied(sat)}.{_doubt(sat, state)}", counted.n


def _the_votes(n: int) -> str:
    return "the vote" if n == 1 else f"any of the {n} votes"


def _counted(sat, allowed: frozenset[Position], state: str, doubt_hits: bool) -> Counted:
    hits = misses = unknown_ = 0
    for ballot, position in sat:
        if position is None:
            unknown_ += 1
        elif ballot.doubtful(state):
            hits, misses = (hits + 1, misses) if doubt_hits else (hits, misses + 1)
        elif position in allowed:
            hits += 1
        else:
            misses += 1
    return Counted(hits, misses, unknown_)


def _verdict(claim: Positions, counted: Counted) -> Verdict:
    texts = claim.texts
    if texts.of is not None and texts.of != counted.n:
        return R
    if texts.quantifier is Quantifier.ALL and texts.n is not None and texts.n != counted.n:
        return R
    if texts.quantifier is Quantifier.ONLY:
        return quantified(Quantifier.ALL, counted)
    found = quantified(texts.quantifier, counted, texts.n)
    if found is C and not texts.plural and texts.period is None:
        return U
    return found


def _tallied(sat) -> str:
    """Return what a state did in the votes counted: "abstained in all 5 votes"."""
    if len(sat) == 1:
        ballot, position = sat[0]
        return f"{TOOK[position]} ({ballot.symbol or ballot.title}, {ballot.date:%-d %B %Y})"
    numbers: dict[Position | None, int] = {}
    for _, position in sat:
        numbers[position] = numbers.get(position, 0) + 1
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], str(item[0])))
    parts = [f"{TOOK[p]} in {n if len(ordered) > 1 else f'all {n}'}" for p, n in ordered]
    return f"{joined(parts)}{f' of {len(sat)}' if len(ordered) > 1 else ''} votes"


def _doubt(sat, state: str) -> str:
    number = sum(b.doubtful(state) for b, _ in sat)
    return f" In {number} of them the sources of the vote leave its position in doubt." if number else ""


def _rows(claim: Positions, record: Record, votes: Sequence[Ballot]) -> tuple[list[Evidence], list[Evidence]]:
    """Return the votes that fit the claim and those that speak against it."""
    allowed = frozenset().union(*claim.stance.readings.values())
    hits, misses = [], []
    for ballot in votes:
        found = {position_of(ballot, s) for s in claim.states} - {Position.NOT_A_MEMBER}
        evidence = vote_row(record, ballot, claim.states)
        (hits if found and found <= allowed else misses).append(evidence)
    if claim.texts.quantifier is Quantifier.NONE:
        hits, misses = misses, hits
    return hits[:MOST_SHOWN], misses[:MOST_SHOWN]


def _scope(claim: Positions, record: Record, counted: Sequence[Ballot]) -> str:
    body = "General Assembly" if counted and counted[0].body is Body.GA else "Human Rights Council"
    said = f"{count_words(len(counted))} of the {body} on {texts_words(record, claim.texts)}; amendments not counted"
    if claim.texts.noun in {"amendment", "motion"}:
        said = f"{count_words(len(counted))} of the {body} on {texts_words(record, claim.texts)}"
    others = lookalikes(record, claim.texts, counted)
    if not others:
        return said
    named = joined(
        f"{b.symbol or b.title} (“{b.title}”, counted under {joined(topic_label(record, s) for s in b.subjects)})"
        for b in others[:5]
    )
    return f"{said}; not counted here, though the title has the name: {named}"


def no_vote(texts: Texts, record: Record) -> Finding:
    """Return what is known where no recorded vote fits a description: another text bears the symbol, or none voted."""
    described = texts_words(record, texts)
    agreed = unvoted(record, texts)
    if agreed and (texts.symbols or texts.body == "HRC"):
        says = f"No vote was taken: {joined(_adopted(t) for t in agreed[:3])}."
        rows = tuple(text_row(record, t) for t in agreed[:MOST_SHOWN])
        return Finding(R, says, described, None, len(agreed), (), (), rows)
    other = texts_meant(record, Texts(symbols=texts.symbols)) if texts.symbols else []
    if other and texts.noun in {"amendment", "motion"} and not any(t.kind == texts.noun for t in other):
        says = f"The record has no recorded vote on {described}."
        return unknown(Reason.NOT_IN_THE_RECORD, says, described, [text_row(record, t) for t in other[:5]])
    if other:
        says = f"The symbol is another text's: {joined(_titled(t) for t in other[:3])}."
        return Finding(R, says, described, None, len(other), (), (), tuple(text_row(record, t) for t in other))
    says = f"The record has no recorded vote on {described}."
    return unknown(Reason.NOT_IN_THE_RECORD, says, described, [text_row(record, t) for t in agreed[:5]])


def _titled(text: CouncilText) -> str:
    return f"{text.symbol or text.text_id} is “{text.title}”{_on(text)}"


def _adopted(text: CouncilText) -> str:
    return f"{text.symbol or text.title} was adopted without a vote{_on(text)}"


def _on(text: CouncilText) -> str:
    return f" on {text.decided_on:%-d %B %Y}" if text.decided_on else ""


def text_row(record: Record, text: CouncilText) -> Evidence:
    """Return a text as evidence."""
    says = f"{text.symbol or text.title}, “{text.title}”: {text.outcome}{_on(text)}"
    kind = "adopted_without_vote" if text.how_decided == "without a vote" else "text"
    # A text without a page of its own is known by its sponsors only.
    kind, page = (kind, f"/votes/{text.slug}") if text.slug else ("initiatives", None)
    return row(record, f"{kind}:{text.text_id}", says, text.source_id, text.symbol, page)


def changed(claim: Changed, record: Record) -> Finding:
    """Return whether a state's positions on a situation differ between two periods."""
    sides = []
    for period in (claim.before, claim.after):
        texts = Texts(topics=claim.texts.topics, noun="resolution", period=period, plural=True)
        votes = next(iter(votes_meant(record, texts).values()))
        sides.append([(b, position_of(b, claim.state)) for b in votes if position_of(b, claim.state) in TOOK])
    known = [[(b, p) for b, p in side if p not in {None, Position.NOT_A_MEMBER}] for side in sides]
    rows = [vote_row(record, b, (claim.state,)) for side in known for b, _ in side]
    topic = joined(topic_label(record, t.subject, t.title) for t in claim.texts.topics)
    scope = f"recorded votes on {topic}{when(claim.before)} and{when(claim.after)}"
    name = capital(state_name(record, claim.state))
    if not all(known):
        return unknown(Reason.NOT_IN_THE_RECORD, f"{name} has no position on {topic} in both periods.", scope, rows)
    first, second = ({p for _, p in side} for side in known)
    differ = first != second
    says = f"{name} {_tallied(known[0])}{when(claim.before)}; it {_tallied(known[1])}{when(claim.after)}."
    if differ and first & second:
        return Finding(C, says, scope, None, len(rows), (), tuple(rows))
    verdict = S if differ is claim.changed else R
    return Finding(
        verdict,
        says,
        scope,
        None,
        len(rows),
        (),
        tuple(rows) if verdict is S else (),
        () if verdict is S else tuple(rows),
    )
