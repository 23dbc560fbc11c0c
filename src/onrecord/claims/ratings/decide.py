"""What the record says to claims about ratings."""

from itertools import pairwise

from onrecord.claims.judging import C, R, S, U, all_of, by_readings, unknown
from onrecord.claims.naming import capital, joined, state_name, when
from onrecord.claims.ratings.rows import (
    WORDS,
    all_editions,
    came_out_by,
    editions_of,
    is_stale,
    of_edition,
    press_edition,
    rating_row,
    ratings_of,
    year_of,
)
from onrecord.claims.ratings.typed import Free, FreeMoved, Ranked, RankedBeside, RankMoved, Scored
from onrecord.measures.ratings import RSF_METHOD_CHANGED
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Rating
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

_METHOD = "RSF changed its method in 2022: ranks before and after it are not compared like with like"


def ranked(claim: Ranked, record: Record) -> Finding:
    """Return whether RSF ranked a state so, of so many, in the edition named or the latest."""
    edition = press_edition(record, claim.state, claim.edition)
    name = capital(state_name(record, claim.state))
    if edition is None:
        says = f"The record has no rank of {state_name(record, claim.state)} in RSF's index{when(claim.edition)}."
        return unknown(Reason.NOT_IN_THE_RECORD, says, "RSF's press freedom index")
    own, of = ratings_of(record, claim.state)[("RSF-rank", edition)], of_edition(record, edition)
    scope = f"RSF's press freedom index, edition {edition}"
    verdicts = [S if int(own.value) == claim.rank else R] if claim.rank is not None else []
    if claim.last:
        verdicts.append(U if of is None else S if own.value == of.value else R)
    if claim.of is not None:
        verdicts.append(U if of is None else S if int(of.value) == claim.of else R)
    total = f" of {of.value}" if of else " (how many were ranked is not in the record)"
    says = f"{name} was ranked {own.value}{total} in RSF's index, edition {edition}."
    rows = tuple(rating_row(record, r) for r in (own, of if claim.of is not None or claim.last else None) if r)
    verdict = all_of(verdicts)
    if verdict is R and claim.edition is None:
        return _of_another(claim, record, edition, says, rows)
    return _found(verdict, says, scope, rows)


def _of_another(claim: Ranked, record: Record, latest: int, says: str, rows: tuple[Evidence, ...]) -> Finding:
    """Return the finding where no edition is named and the latest disagrees: another may be meant, or one not here."""
    scope = f"RSF's press freedom index, the latest edition in the record, {latest}"
    ranks = _ranks(record, claim.state)
    fits = [e for e, rank in ranks.items() if rank == claim.rank and e != latest]
    if is_stale(record, latest):
        other = f" It was {claim.rank} in the edition {fits[-1]}." if fits else ""
        return unknown(Reason.OUTSIDE_COVERAGE, f"{says} Later editions are not in the record.{other}", scope, rows)
    if latest - 1 in fits:
        before = rating_row(record, ratings_of(record, claim.state)[("RSF-rank", latest - 1)])
        answers = {
            "the latest edition": Answer("the latest edition", R, says, 1),
            "the edition before": Answer("the edition before", S, before.says, 1),
        }
        return by_readings(answers, scope, (before,), rows)
    return _found(R, says, scope, rows)


def _found(verdict: Verdict, says: str, scope: str, rows: tuple[Evidence, ...], n: int | None = None) -> Finding:
    reason = Reason.OUTSIDE_COVERAGE if verdict is U else None
    return Finding(verdict, says, scope, reason, n, (), rows if verdict is not R else (), rows if verdict is R else ())


def _ranks(record: Record, state: str) -> dict[int, int]:
    return {e: int(r.value) for (name, e), r in ratings_of(record, state).items() if name == "RSF-rank"}


def rank_moved(claim: RankMoved, record: Record) -> Finding:
    """Return whether a state's rank rose or fell so between two editions."""
    scope = "RSF's press freedom index; a smaller number is a better rank"
    ends = _ends(claim, record)
    if ends is None:
        says = f"The record has not both ranks of {state_name(record, claim.state)} in RSF's index."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope)
    first, last = ends
    ranks = _ranks(record, claim.state)
    a, b = ranks[first], ranks[last]
    parts = [b < a if claim.up else b > a]
    parts += [abs(a - b) == claim.by] if claim.by is not None else []
    parts += [a == claim.before] if claim.before is not None else []
    parts += [b == claim.after] if claim.after is not None else []
    rows = tuple(rating_row(record, ratings_of(record, claim.state)[("RSF-rank", e)]) for e in (first, last))
    says = (
        f"{capital(state_name(record, claim.state))} was ranked {a} in the edition {first} and {b} in that of {last}."
    )
    if first < RSF_METHOD_CHANGED <= last:
        scope = f"{scope}. {_METHOD}"
    return _found(S if all(parts) else R, says, scope, rows, 2)


def _ends(claim: RankMoved, record: Record) -> tuple[int, int] | None:
    """Return the two editions compared: those named, or the one named (or the latest) and the one before it."""
    last = press_edition(record, claim.state, claim.edition)
    if last is None:
        return None
    known = editions_of(record, claim.state, "RSF-rank")
    if claim.since is not None:
        first = press_edition(record, claim.state, claim.since)
        return (first, last) if first is not None and first < last else None
    every = [e for e in all_editions(record, "RSF-rank") if e < last]
    first = every[-1] if every else None
    return (first, last) if first in known and first is not None else None


def ranked_beside(claim: RankedBeside, record: Record) -> Finding:
    """Return whether a state was ranked above or below another."""
    scope = "RSF's press freedom index; a smaller number is a better rank"
    edition = press_edition(record, claim.state, claim.edition)
    other = None if edition is None else ratings_of(record, claim.other).get(("RSF-rank", edition))
    if edition is None or other is None:
        says = f"The record has not the ranks of both states in RSF's index{when(claim.edition)}."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope)
    own = ratings_of(record, claim.state)[("RSF-rank", edition)]
    true = (int(own.value) < int(other.value)) is claim.above and own.value != other.value
    says = (
        f"In RSF's edition {edition} {state_name(record, claim.state)} was ranked {own.value},"
        f" {state_name(record, claim.other)} {other.value}."
    )
    return _found(S if true else R, says, scope, (rating_row(record, own), rating_row(record, other)), 2)


def free(claim: Free, record: Record) -> Finding:
    """Return whether Freedom House gave states the status and ratings named."""
    scope = "Freedom House, Freedom in the World, by edition"
    answers: dict[str, Answer] = {}
    rows: dict[str, Evidence] = {}
    for reading, chosen in _readings(claim, record).items():
        verdicts, says = [], []
        for state in claim.states:
            verdict, words, found = _of_state(claim, record, state, chosen)
            verdicts.append(verdict)
            says.append(words)
            rows |= {e.id: e for e in (rating_row(record, r) for r in found)}
        answers[reading] = Answer(reading, all_of(verdicts), " ".join(says), len(rows))
    if not answers or all(a.verdict is U for a in answers.values()):
        says = next(iter(answers.values())).says if answers else "That edition is not in the record."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope, list(rows.values()))
    if (
        claim.edition is None
        and is_stale(record, all_editions(record, "FH-status")[-1])
        and R in {a.verdict for a in answers.values()}
    ):
        says = f"{next(iter(answers.values())).says} Later editions are not in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope, list(rows.values()))
    known = {name: a for name, a in answers.items() if a.verdict is not U}
    evidence = list(rows.values())[:60]
    found = by_readings(known, scope, evidence)
    return (
        found
        if found.verdict is not R
        else Finding(R, found.says, scope, None, found.n, found.answers, (), tuple(evidence))
    )


def _readings(claim: Free, record: Record) -> dict[str, list[int]]:
    """Return the editions meant under each reading: a bare year is the edition's, or the year under review."""
    known = list(all_editions(record, "FH-status"))
    period = claim.edition
    out = [e for e in known if period is None or came_out_by(e, period)]
    if not out:
        return {}
    if period is None or period.first is None:
        return {"every edition": out} if claim.since else {f"the latest edition, {out[-1]}": out[-1:]}
    year = year_of(period)
    if claim.since or year is None:
        return {"every edition of the period": [e for e in known if _inside(e, period)]}
    edition = {f"the edition of {year}": [year]} if year in known else {}
    reviewed = [e for e in known if _reviewed(e) == year and e != year]
    if claim.book or period.precision != "year" or not reviewed:
        return edition
    return edition | {f"the edition on {year}, of {reviewed[0]}": reviewed}


def _inside(edition: int, period: Period) -> bool:
    return (period.first is None or edition >= period.first.year) and (
        period.last is None or edition <= period.last.year
    )


def _reviewed(edition: int) -> int:
    """Return the year that an edition is on: from the edition of 2003, the year before."""
    return edition - 1 if edition >= 2003 else edition


def _of_state(claim: Free, record: Record, state: str, chosen: list[int]) -> tuple[Verdict, str, list[Rating]]:
    held = ratings_of(record, state)
    name = capital(state_name(record, state))
    wanted = {"FH-status": claim.status, "FH-PR": claim.political_rights, "FH-CL": claim.civil_liberties}
    asked = {rating: value for rating, value in wanted.items() if value is not None}
    rows = [held[(rating, e)] for e in chosen for rating in asked if (rating, e) in held]
    if not rows:
        return U, f"Freedom House's rating of {state_name(record, state)} is not in the record.", []
    if any("(" in r.value for r in rows):
        return C, f"{name} has two values in that edition: {joined(r.value for r in rows)}.", rows
    fits = [r.value == str(asked[r.rating]) for r in rows]
    true = all(fits)
    if claim.denied:
        true = not any(fits)
    said = joined(f"{_NAMES[r.rating]}{WORDS.get(r.value, r.value)} (edition {r.edition})" for r in rows[:12])
    return S if true else R, f"{name}: {said}.", rows


_NAMES = {"FH-status": "", "FH-PR": "political rights ", "FH-CL": "civil liberties "}
_ORDER = ("NF", "PF", "F")


def free_moved(claim: FreeMoved, record: Record) -> Finding:
    """Return whether Freedom House changed a state's status so, in the edition named or in any."""
    scope = "Freedom House, Freedom in the World, status by edition"
    held = ratings_of(record, claim.state)
    known = editions_of(record, claim.state, "FH-status")
    moves = [(a, b) for a, b in pairwise(known) if held[("FH-status", a)].value != held[("FH-status", b)].value]
    if not known:
        says = f"Freedom House's rating of {state_name(record, claim.state)} is not in the record."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope)
    asked = [m for m in moves if _in_edition(m[1], claim.edition)]
    if claim.edition is not None and not any(_in_edition(e, claim.edition) for e in known):
        return unknown(Reason.NOT_IN_THE_RECORD, "That edition is not in the record.", scope)
    fits = [m for m in asked if _fits(claim, held[("FH-status", m[0])].value, held[("FH-status", m[1])].value)]
    shown = fits or asked or moves[-1:] or [(known[-1], known[-1])]
    name = capital(state_name(record, claim.state))
    says = " ".join(
        f"{name} was {_word(held, a)} in the edition {a} and {_word(held, b)} in that of {b}." for a, b in shown[:6]
    )
    near = [(e, e) for e in known if claim.edition is not None and _in_edition(e, claim.edition)]
    chosen = shown if fits else [*near, *shown]
    rows = tuple({r.id: r for m in chosen for e in m for r in [rating_row(record, held[("FH-status", e)])]}.values())
    if not fits and near and not asked:
        says = f"{name} was {_word(held, near[-1][1])} in the edition {near[-1][1]}, as before. {says}"
    return _found(S if fits else R, says, scope, rows, len(known))


def _word(held: dict, edition: int) -> str:
    value = held[("FH-status", edition)].value
    return WORDS.get(value, value)


def _in_edition(edition: int, period: Period | None) -> bool:
    """Whether a change shown by an edition happened in a period: by its own year or by the year under review."""
    if period is None:
        return True
    return _inside(edition, period) or _inside(_reviewed(edition), period)


def _fits(claim: FreeMoved, before: str, after: str) -> bool:
    if before not in _ORDER or after not in _ORDER:
        return False
    up = _ORDER.index(after) > _ORDER.index(before)
    return (
        (claim.before is None or before == claim.before)
        and (claim.after is None or after == claim.after)
        and (claim.up is None or up is claim.up)
    )


def scored(claim: Scored, record: Record) -> Finding:
    """Return that total scores are not in the record."""
    says = f"The record has {claim.body}'s ranks or ratings, not the score named."
    return unknown(Reason.NOT_IN_THE_RECORD, says, f"{claim.body}, total scores")
