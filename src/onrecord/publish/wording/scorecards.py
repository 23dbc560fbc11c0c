"""Words of a scorecard: what its cells say, and the sentences above it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.scorecard import Complaints
from onrecord.measures.support import Counted
from onrecord.publish.languages.words import english
from onrecord.publish.sentences import day, joined, percent
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.query_scorecards import InvitationRow, NhriRow, UprRow
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.states import RegionalGroup

if TYPE_CHECKING:
    from onrecord.publish.views.scorecards import CriterionRow

SMALL = 20
"""Under this many cases a share is not given, only the counts."""

NOT_IN_THE_RECORD = "not in the record"
NO_TABLE = "the record has no source for this criterion"
PLEDGES_PARTIAL = "the record holds some candidacies' documents only; one may have been submitted"
NO_VOTES = "no vote of its last term is in the record"
NO_STATEMENTS = "no joint statement with its whole list is in the record by that day"
STATEMENTS = "joined: of the statements whose whole list is in the record; led: of those whose lead is"
UPR_COUNTS = "counts are not in the record"
VISITS_PARTIAL = "the list of visits is not complete; there may have been some"
VISITS_MORE = "the list of visits is not complete; there may have been more"


def many(n: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{n} {noun}{'s' * (n != 1)}"


def dated(written: str) -> str:
    """Return a partial date in words: 14 June 2021, June 2021, 2021."""
    partial = PartialDate(written.rsplit("/", maxsplit=1)[-1])
    last = partial.last
    return {10: day(last), 7: f"{last:%B %Y}"}.get(len(partial), str(last.year))


def page_of(row: CandidacyRow) -> str:
    """Return the address of the election a candidacy belongs to."""
    return f"/elections/{row.election_date.isoformat()}"


def slate(candidates: int, seats: int, group: str) -> str:
    """Return how many stood for how many seats of a group."""
    return f"{many(candidates, 'candidate')} for {many(seats, 'seat')} of {RegionalGroup(group).label}"


def votes(found: Counted) -> str:
    """Return a state's positions over the texts, with the share in favour where n is not small."""
    share = f" ({percent(found.share_yes)})" if found.share_yes is not None and found.n >= SMALL else ""
    said = f"in favour of {found.yes} of {found.n}{share}"
    return f"{said}; against {found.no}, abstained {found.abstain}, absent {found.absent}"


def votes_scope(first: date, last: date, found: Counted) -> str:
    """Return which votes were counted, and what limits the figure."""
    parts = [f"recorded votes from {day(first)} to {day(last)}"]
    parts += [f"n is small (under {SMALL})"] if found.n < SMALL else []
    parts += [f"{found.unknown} positions not in the record"] if found.unknown else []
    parts += [f"{found.doubtful} in doubt, counted as listed"] if found.doubtful else []
    return "; ".join(parts)


def led_fewer(labels: str) -> str:
    """Return what leadership the record has where it is not two situations."""
    known = f"in the record: {labels} only; " if labels else ""
    return f"{known}most texts' and statements' leads are not in the record"


def review(row: UprRow) -> str:
    """Return one review with its counts and their unit, or that they are not in the record."""
    outcome = f"; outcome {row.outcome_decision}" if row.outcome_decision else ""
    if row.supported is None or row.recommendations is None:
        return f"cycle {row.cycle}: counts not in the record{outcome}"
    return f"cycle {row.cycle}: {row.supported} of {row.recommendations} supported, {row.count_unit}{outcome}"


def supported(row: UprRow) -> str:
    """Return the share of recommendations supported, with n."""
    share = (row.supported or 0) / (row.recommendations or 1)
    return f"{row.supported} of {row.recommendations} ({percent(share)}), cycle {row.cycle}"


def unit(row: UprRow, later: Sequence[int]) -> str:
    """Return whose count it is, and which later reviews have no counts in the record."""
    after = f"; counts of cycle {joined(map(str, later))} not in the record" if later else ""
    return f"unit: {row.count_unit}{after}"


_NAMES_OF_DECLARATIONS = {
    "ICERD": "ICERD (art. 14)",
    "CAT": "CAT (art. 22)",
    "CPED": "CPED (art. 31)",
    "ICMW": "ICMW (art. 77)",
}


def complaints(found: Complaints) -> str:
    """Return the complaint procedures accepted: protocols joined, declarations in the record."""
    names = ", ".join(step.instrument for step in found.protocols)
    said = f"{len(found.protocols)} of {found.of_protocols} by protocol{f': {names}' if names else ''}"
    made = ", ".join(_NAMES_OF_DECLARATIONS[step.instrument] for step in found.declarations)
    return f"{said}; by declaration: {made}" if made else said


def declarations(rest: Sequence[str]) -> str | None:
    """Return which declarations are not in the record."""
    names = joined(_NAMES_OF_DECLARATIONS[code] for code in rest) if rest else ""
    return f"declarations under {names} are not in the record" if names else None


def pledged_only(rows: Sequence[InvitationRow]) -> str:
    """Return what the record has of an invitation that it does not have."""
    if rows:
        return f"it {rows[-1].event} ({dated(rows[-1].date)}); the record does not say that it did"
    return "the list of States that have issued one is not complete"


def invited(row: InvitationRow) -> str:
    """Return since when a standing invitation is known."""
    return f"{'by ' if row.date_meaning == 'on or before' else ''}{dated(row.date)}"


def institution(row: NhriRow) -> str:
    """Return an institution's status with its year."""
    status = f"{row.status} status" if row.status in {"A", "B"} else "none accredited"
    return f"{status} ({dated(row.date) if row.date else row.year})"


def institution_event(row: NhriRow) -> str:
    """Return what is known of an institution's status."""
    name = f"{row.institution}: " if row.institution else ""
    return f"{name}{row.status}, {row.event}"


def of_scorecard(
    on: date, group: str, heads: Sequence[StateHead], rows: Sequence["CriterionRow"], page: str
) -> list[Sentence]:
    """Return what is compared, how many treaties each had joined, and how much the record answers."""
    n, names = len(heads), joined(head.running_name for head in heads)
    cells = [cell for row in rows for cell in row.cells]
    answered = sum(cell.value is not None for cell in cells)
    first = (
        f"{'Candidates' if n > 1 else 'The candidate'} of {group} in the election to the Human Rights Council of"
        f" {day(on)}: {names}. Of {len(cells)} answers to {len(rows)} questions the record has {answered}; the rest are"
        " not in the record, which is not a no. No total is drawn."
    )
    scope = "as known on the day of the election; criteria after ISHR's candidate scorecards and onrecord's own"
    said = [Sentence(english(first), len(cells), english(scope), page)]
    return [*said, *_of_treaties(on, heads, rows, page)]


def _of_treaties(on: date, heads: Sequence[StateHead], rows: Sequence["CriterionRow"], page: str) -> list[Sentence]:
    cells = next((row.cells for row in rows if row.criterion == "treaties"), ())
    counts = [(cell.n, head.running_name) for cell, head in zip(cells, heads, strict=True) if cell.n is not None]
    if not counts:
        return []
    each = joined(f"{name} {n}" for n, name in sorted(counts, key=lambda c: -c[0]))
    text = f"Of the {cells[0].of} UN human-rights treaties and protocols adopted by {day(on)} they had joined: {each}."
    return [
        Sentence(
            english(text), len(counts), english("ratifications, accessions and successions less denunciations"), page
        )
    ]


def not_known(rows: Sequence["CriterionRow"]) -> list[str]:
    """Return which criteria the record does not answer, for whom, and why."""
    said = []
    for row in rows:
        blank = [cell for cell in row.cells if cell.value is None]
        if blank:
            who = "any candidate" if len(blank) == len(row.cells) else joined(cell.iso3 for cell in blank)
            why = sorted({cell.remark for cell in blank if cell.remark})
            said.append(f"{row.question} Not in the record for {who}{f': {why[0]}' if len(why) == 1 else ''}.")
    units = {c.remark for r in rows if r.criterion == "UPR recommendations supported" for c in r.cells if c.value}
    if len(units) > 1:
        said.append("UPR counts of different cycles or units stand side by side; they are not to be ranked.")
    return said
