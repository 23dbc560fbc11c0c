"""The vocabulary that pages show through the filter ``term``: the labels of the code and the fixed words of the record.

They are read from where they are said, so that a new status, rule or measure comes to the translators by itself.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from onrecord.measures.absence import Absence
from onrecord.measures.agreement.methods import METHODS as AGREEMENT
from onrecord.measures.agreement.sensitivity import Changed, Effect
from onrecord.measures.blocs.defection import Line
from onrecord.measures.cohesion import INDICES
from onrecord.measures.consensus import Way
from onrecord.measures.judgement import PledgeStatus
from onrecord.measures.lists_of_states import COUNTED
from onrecord.measures.resampling import Drawn
from onrecord.measures.scorecard import CRITERIA
from onrecord.measures.stated_policy import SCORINGS, Band
from onrecord.measures.treaties import TreatyStatus
from onrecord.measures.upr import Action
from onrecord.publish.charts.kinds import KINDS
from onrecord.publish.views.audit import EXPLANATIONS
from onrecord.publish.views.methods import methods_record
from onrecord.publish.wording import check, compare
from onrecord.publish.wording.standing import STATUS_WORDS
from onrecord.record import query_terms
from onrecord.record.reconcile import PositionsRule, TallyRule
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, ListStatus, Outcome, Severity, Status, Witness
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup, StateKind
from onrecord.vocabulary.texts import TextKind
from onrecord.vocabulary.verdicts import Nothing, Reason, Verdict

_VALUES: tuple[type[StrEnum], ...] = (
    Band,
    Changed,
    Effect,
    Absence,
    Drawn,
    Line,
    ListStatus,
    Nothing,
    Outcome,
    PledgeStatus,
    Position,
    PositionsRule,
    Reason,
    Severity,
    Status,
    TallyRule,
    TextKind,
    TreatyStatus,
    Way,
    Witness,
)


def terms(record: Record) -> dict[str, list[str]]:
    """Return every word of the vocabulary with the places it comes from."""
    found = query_terms.terms(record)
    for place, words in (*_of_enums(), *_of_code(record)):
        for word in words:
            places = found.setdefault(word, [])
            if place not in places:
                places.append(place)
    return found


def _of_enums() -> Iterator[tuple[str, Iterable[str]]]:
    for one in _VALUES:
        yield one.__name__, [member.value for member in one]
    yield "Position", [position.verb for position in Position]
    yield "Witness", [witness.explanation for witness in Witness]
    yield "Selection", [word for one in Selection for word in (one.label, one.definition)]
    for labelled in (Action, Body, RegionalGroup, StateKind, Verdict):
        yield labelled.__name__, [member.label for member in labelled]


def _of_code(record: Record) -> Iterator[tuple[str, Iterable[str]]]:
    methods = methods_record(record)
    for field in ("measures", "tally_rules", "positions_rules", "statuses", "severities"):
        yield "methods", [word for one in getattr(methods, field) for word in (one.name, one.meaning)]
    yield "methods", [one.meaning for one in methods.positions]
    yield "methods", methods.left_out
    yield "audit", [word for pair in EXPLANATIONS.items() for word in pair]
    yield "check", [*check.MEANS.values(), *check.REASON_MEANS.values(), check.NOTHING_KEPT, check.TOO_LONG_TO_SHARE]
    yield "check", [check.word(Verdict.NOT_ENOUGH_INFORMATION, reason) for reason in Reason]
    named = (*AGREEMENT, *INDICES)
    yield "named methods", [word for one in named for word in (one.label, one.formula, one.leaves_out)]
    yield "named methods", [one.absence for one in AGREEMENT]
    yield "stated policy", [word for one in SCORINGS for word in (one.label, one.formula)]
    yield "charts", [word for kind in KINDS.values() for word in (kind.title, kind.shows, kind.about)]
    yield "scorecard", [word for one in CRITERIA for word in (one.area, one.question)]
    yield "standing", STATUS_WORDS.values()
    yield "lists_of_states", COUNTED
    yield "compare", [*compare.SORTS, compare.OWN_TEXTS, compare.SHARED_TEXTS]
