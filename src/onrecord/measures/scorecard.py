"""Criteria for candidates side by side, by the year their term begins, and the figures behind the cells.

After the candidate scorecards of the International Service for Human Rights (ISHR): a checklist by area with no
total. ISHR changes its criteria by year and names its scorecards for the term: leadership on at least two country
situations came with those "for 2019" (terms 2019-2021), complaint procedures, mid-term report, published plan and
UN contributions with those "for 2021" (terms 2021-2023). What ISHR finds by survey is asked here of the record only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.measures.treaties import parties
from onrecord.record.query_scorecards import InstrumentRow, LeadRow, NhriRow, StatementRow, VisitRow
from onrecord.sources.facts_commitments import TreatyStep


class Criterion(StrEnum):
    """What is asked of each candidate."""

    SLATE = "contested slate"
    PLEDGE = "pledge document"
    VOTES = "votes on country situations"
    STATEMENTS = "joint statements"
    LEADERSHIP = "leadership"
    UPR_SUPPORT = "UPR recommendations supported"
    UPR_MID_TERM = "UPR mid-term report"
    UPR_PLAN = "UPR implementation plan"
    TREATIES = "treaties"
    COMPLAINTS = "complaint procedures"
    INVITATION = "standing invitation"
    VISITS = "visits"
    NHRI = "national institution"
    DUES = "UN contributions"


@dataclass(frozen=True, slots=True)
class Definition:
    """A criterion: its area, its question, the first and last year of a term's beginning that it is asked for."""

    criterion: Criterion
    area: str
    question: str
    from_term: int
    to_term: int | None
    source: str
    source_url: str | None


_OWN = ("onrecord", None)
_ISHR_2017 = (
    "ISHR, scorecards of candidates for 2017",
    "https://www.ishr.ch/news/hrc-elections-how-do-candidates-rate",
)
_ISHR_2018 = (
    "ISHR, scorecards of candidates for 2018",
    "https://ishr.ch/latest-updates/hrc-elections-how-do-candidates-2018-rate/",
)
_ISHR_2019 = (
    "ISHR, scorecards of candidates for 2019",
    "https://ishr.ch/latest-updates/hrc-elections-how-do-the-candidates-for-2019-rate/",
)
_ISHR_2021 = (
    "ISHR, scorecards of candidates for 2021",
    "https://ishr.ch/news/hrc-elections-how-do-candidates-2021-rate-and-what-have-they-pledged-do-council-members",
)
_ISHR_2022 = (
    "ISHR, scorecards of candidates for 2022",
    "https://ishr.ch/defenders-toolbox/resources/hrc-elections-2021-scorecards",
)
_ALWAYS = 2006
_COUNCIL, _SITUATIONS, _UPR = "Election and Council", "Country situations", "Universal Periodic Review"
_TREATIES, _PROCEDURES, _HOME = "Treaties and treaty bodies", "Special procedures", "National institution"

CRITERIA: tuple[Definition, ...] = tuple(
    Definition(criterion, area, question, from_term, None, *source)
    for criterion, area, question, from_term, source in (
        (Criterion.SLATE, _COUNCIL, "Did its group offer a choice: more candidates than seats?", _ALWAYS, _ISHR_2022),
        (Criterion.PLEDGE, _COUNCIL, "Is a pledge document for the term in the record?", _ALWAYS, _ISHR_2022),
        (
            Criterion.VOTES,
            _SITUATIONS,
            "How did it vote on country situations (as Votes Count takes them) in its last term?",
            _ALWAYS,
            _OWN,
        ),
        (
            Criterion.STATEMENTS,
            _SITUATIONS,
            "Which joint statements on country situations, for or against the state concerned, did it join or lead?",
            _ALWAYS,
            _OWN,
        ),
        (
            Criterion.LEADERSHIP,
            _SITUATIONS,
            "Has it led action on at least two country situations, whichever way it pointed?",
            2019,
            _ISHR_2019,
        ),
        (
            Criterion.UPR_SUPPORT,
            _UPR,
            "What share of recommendations did it support in its latest review with counts?",
            _ALWAYS,
            _ISHR_2017,
        ),
        (Criterion.UPR_MID_TERM, _UPR, "Has it submitted a mid-term report?", 2021, _ISHR_2021),
        (Criterion.UPR_PLAN, _UPR, "Has it published a plan for the recommendations?", 2021, _ISHR_2021),
        (Criterion.TREATIES, _TREATIES, "How many of the UN's human-rights treaties had it joined?", _ALWAYS, _OWN),
        (Criterion.COMPLAINTS, _TREATIES, "Which complaint procedures had it accepted?", 2021, _ISHR_2021),
        (Criterion.INVITATION, _PROCEDURES, "Had it issued a standing invitation?", _ALWAYS, _ISHR_2018),
        (Criterion.VISITS, _PROCEDURES, "Which visits did it receive in the three years before?", _ALWAYS, _ISHR_2018),
        (Criterion.NHRI, _HOME, "What status has its national human rights institution?", _ALWAYS, _ISHR_2017),
        (Criterion.DUES, "United Nations", "Has it paid its UN contributions?", 2021, _ISHR_2021),
    )
)
"""Every criterion in reading order; ``to_term`` is None while no later scorecard is known to have dropped it."""

NOT_ASKED_OF_THE_RECORD = frozenset({Criterion.UPR_MID_TERM, Criterion.UPR_PLAN, Criterion.DUES})
"""Criteria for which the record has no table yet: always "not in the record"."""

COMPLAINT_DECLARATIONS = {"ICERD": "declaration-art14", "CAT": "declaration-art22"}
"""The acts by which a state accepts complaints under a treaty it has joined, where the record has such acts."""

YEARS_OF_VISITS = 3


def criteria_of(term_year: int) -> tuple[Definition, ...]:
    """Return the criteria asked of candidates whose term begins in a year."""
    return tuple(d for d in CRITERIA if d.from_term <= term_year and (d.to_term is None or term_year <= d.to_term))


@dataclass(frozen=True, slots=True)
class Complaints:
    """Complaint procedures accepted: by joining a protocol (``of_protocols`` there are), or by declaration."""

    protocols: tuple[TreatyStep, ...]
    of_protocols: int
    declarations: tuple[TreatyStep, ...]
    by_declaration: tuple[str, ...]


def complaints(steps: Sequence[TreatyStep], treaties: Sequence[InstrumentRow], on: date) -> Complaints:
    """Return which complaint procedures the state of ``steps`` has accepted; declarations only where listed."""
    party = parties(steps, on)
    protocols = [t.instrument for t in treaties if t.complaint_procedure and not t.by_declaration]
    made = tuple(
        step for step in steps if COMPLAINT_DECLARATIONS.get(step.instrument) == step.act and step.instrument in party
    )
    open_to = tuple(t.instrument for t in treaties if t.by_declaration)
    return Complaints(tuple(party[code] for code in protocols if code in party), len(protocols), made, open_to)


def latest_institution(rows: Iterable[NhriRow], state: str) -> NhriRow | None:
    """Return the latest status of a state's national institution; None where there is none in the record."""
    own = [row for row in rows if row.state == state]
    return own[-1] if own else None


def visits_before(rows: Iterable[VisitRow], state: str, day: date) -> tuple[VisitRow, ...]:
    """Return the visits completed in the three years up to a day."""
    since = date(day.year - YEARS_OF_VISITS, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
    done = (row for row in rows if row.state == state and row.status == "completed")
    return tuple(row for row in done if since < (row.closed or row.opened) <= day)


@dataclass(frozen=True, slots=True)
class Statements:
    """Joint statements joined, of those whose list is whole, and led, of those whose lead is known."""

    joined: tuple[StatementRow, ...]
    of_joined: int
    led: tuple[StatementRow, ...]
    of_led: int


def statements_of(rows: Sequence[StatementRow], state: str) -> Statements:
    """Return which joint statements a state joined, over complete lists only, and which it led."""
    whole = [row for row in rows if row.list_complete == "full"]
    known = [row for row in rows if row.led_by is not None]
    return Statements(
        joined=tuple(row for row in whole if state in row.joined_by),
        of_joined=len(whole),
        led=tuple(row for row in known if row.led_by == state),
        of_led=len(known),
    )


def situations_led(rows: Iterable[LeadRow], state: str) -> dict[str, list[LeadRow]]:
    """Return what a state led, by situation."""
    found: dict[str, list[LeadRow]] = {}
    for row in rows:
        if row.state == state:
            found.setdefault(row.situation, []).append(row)
    return found
