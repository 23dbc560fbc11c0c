"""How the record reads, counts and compares: every rule under the name the pages use for it."""

from dataclasses import dataclass

from onrecord.publish.views.guide import GuideLine, method_pages
from onrecord.record.reconcile import APPLIED_CONFIDENCE, SEVERE_APART, PositionsRule, TallyRule
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Severity, Status, Witness
from onrecord.vocabulary.situations import Selection


@dataclass(frozen=True, slots=True)
class Term:
    """A name the record uses, with what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SelectionTerm:
    """A named selection of texts, with its definition and whose it is."""

    selection: str
    label: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the Council's agenda under resolution 5/1."""

    item: str
    title: str


@dataclass(frozen=True, slots=True)
class MethodsRecord:
    """Every rule and measure of the record; ``pages`` are the documents that explain one method each."""

    page: str
    positions: tuple[Term, ...]
    selections: tuple[SelectionTerm, ...]
    measures: tuple[Term, ...]
    witnesses: tuple[Term, ...]
    tally_rules: tuple[Term, ...]
    positions_rules: tuple[Term, ...]
    statuses: tuple[Term, ...]
    severities: tuple[Term, ...]
    left_out: tuple[str, ...]
    agenda: tuple[AgendaItem, ...]
    pages: tuple[GuideLine, ...]


_POSITIONS = {
    Position.YES: "The state voted for the text.",
    Position.NO: "The state voted against the text.",
    Position.ABSTAIN: "The state took part and abstained. An abstention is not support and is never counted as one.",
    Position.ABSENT: (
        "The state was a member on the day and its source lists it as not voting. The UN's catalogue does not say"
        " why, so neither does the record. Absence is not abstention and is given apart."
    ),
    Position.NOT_A_MEMBER: "The state had no seat on the day. Nothing is scored.",
    Position.NO_VOTE_TAKEN: "No roll call was taken, so that no state has a position.",
}
_MEASURES = {
    "share in favour": (
        "The texts a state voted for, over the texts of the selection put to a recorded vote while it was a member"
        " and on which its position is in the record (n). Abstentions and absences count in n and not as support."
    ),
    "median of the Council": "The middle one of the shares of all members with a known position on any of these texts.",
    "median of the group": "The same over the members of the state's regional group on the day of the votes.",
    "rank": (
        "One more than the number of members with a higher share. Equal shares share the better rank, and the page"
        " says how many share it."
    ),
    "support under item 7 beside the rest": (
        "The share under agenda item 7 less the share over the Votes Count selection, in percentage points, given"
        " only where both have texts. It is a difference of two shares, not a judgement on either."
    ),
    "usual position": (
        "The most frequent position of a state on the texts on one situation in one year (the mode). Where two are"
        " equally frequent, it is both."
    ),
    "consistency": "The share of those texts on which the state took its usual position.",
    "shift": (
        "A usual position that differs from the one of the year before. Both years must have a vote on the situation"
        " and a known position; a year without a vote, or outside membership, shows no shift."
    ),
    "same position": (
        "The recorded votes in which two states took the same position, over those in which both voted in favour,"
        " against or abstained (n). Absence is not a position and is counted apart; under n = 20 no share is given."
    ),
    "three-point agreement": (
        "As the same position, but a step between in favour, abstaining and against counts as half (Lijphart, American"
        " Political Science Review 57, 1963)."
    ),
    "counted apart": (
        "Amendments, motions and separate votes on paragraphs are listed and counted on their own: a vote for an"
        " amendment may be a vote against the text."
    ),
}
_TALLY_RULES = {
    TallyRule.AGREE: "Every witness gives the same figures (absences too, where both give them).",
    TallyRule.ONLY_LIST: "No printed total was found; the figures are counted from the positions listed.",
    TallyRule.CORRECTED_LIST: "The list gives the printed total once a position that a source corrects is read so.",
    TallyRule.LIST_STANDS: "A source shows that the printed total, not the list, is in error.",
    TallyRule.LIST_AND_ANOTHER: "Another witness gives the list's figures; the one total that differs is set aside.",
    TallyRule.TOTAL_DOES_NOT_ADD_UP: "No total that differs makes the number of members on the day; the list does.",
    TallyRule.TWO_AGAINST_LIST: "Two or more printed totals agree with each other, not with the list; theirs are used.",
    TallyRule.ONLY_TOTAL: "There is no whole list of positions to count, or it was withdrawn.",
    TallyRule.OPEN: "List and total differ and nothing found settles it. The list is used and marked as in doubt.",
    TallyRule.NOTHING: "Neither a list nor a total was found, or no vote was taken.",
}
_POSITIONS_RULES = {
    PositionsRule.AS_LISTED: "Each position is the one listed.",
    PositionsRule.CORRECTED: "A position is corrected where a source names the state; the listed one stands beside it.",
    PositionsRule.WITHDRAWN: "The list equals another vote's and contradicts its own total. No position in it is used.",
    PositionsRule.PARTIAL: "A source names some states only; the others are not in the record, which is not absence.",
    PositionsRule.READ: "No list was known; each position is the one that a document you had read lists.",
    PositionsRule.NONE: "No source found names any state's position.",
}
_STATUSES = {
    Status.AGREED: "Two independent sources give the same figures and every position is listed.",
    Status.ONE_WITNESS: "One source, nothing found against it.",
    Status.CONFLICT: "Two sources, or a list and its own total, give different figures. Marked † wherever shown.",
    Status.NO_POSITIONS: "The vote is known; who voted how is not in the record.",
}
_SEVERITIES = {
    Severity.NOTE: "Worth knowing; no figure or position depends on it.",
    Severity.FAULT: "A figure, position or description as listed is in error or in doubt.",
    Severity.SEVERE: f"The list is {SEVERE_APART} or more positions away from its total, and nothing settles it.",
}
_LEFT_OUT = (
    "Rejected drafts and procedural motions, except where a source for the vote was found: the UN's catalogue lists"
    " nearly none.",
    "Decisions and President's statements adopted without a vote; and all texts adopted without a vote before"
    " October 2009 and after October 2022.",
    "Statements made before or after a vote, and the reasons states gave.",
    "Absences in the General Assembly: the compilation does not record them, so that a state not listed is not in the"
    " record.",
    f"Inferred corrections of a state's position: one is applied only where a source names the state (confidence"
    f" {APPLIED_CONFIDENCE} or more); the others are shown on the vote's page.",
)


def methods_record(record: Record) -> MethodsRecord:
    """Return every rule and measure, read from the code that applies them."""
    items = record.tuples("SELECT item, title FROM agenda_item ORDER BY item::INTEGER")
    return MethodsRecord(
        page="/methods",
        positions=tuple(Term(p.value, meaning) for p, meaning in _POSITIONS.items()),
        selections=tuple(SelectionTerm(s.value, s.label, s.definition, s.source) for s in Selection),
        measures=tuple(Term(name, meaning) for name, meaning in _MEASURES.items()),
        witnesses=tuple(Term(w.value, w.explanation) for w in Witness),
        tally_rules=tuple(Term(rule.value, _TALLY_RULES[rule]) for rule in TallyRule),
        positions_rules=tuple(Term(rule.value, _POSITIONS_RULES[rule]) for rule in PositionsRule),
        statuses=tuple(Term(status.value, _STATUSES[status]) for status in Status),
        severities=tuple(Term(severity.value, _SEVERITIES[severity]) for severity in Severity),
        left_out=_LEFT_OUT,
        agenda=tuple(AgendaItem(item, title) for item, title in items),
        pages=method_pages(),
    )
