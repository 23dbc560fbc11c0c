"""The answer to a comparison: how a statement stands to the record, by which rule, and what the record says."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.statements import Statement


class Relation(StrEnum):
    """How what a document says stands to what the record has."""

    SAME = "as the record has it"
    DIFFERS = "differs from the record"
    NEW = "not in the record"
    NOT_COMPARED = "not compared"


class Rule(StrEnum):
    """By which rule a statement was compared, or why it was not."""

    POSITION = "the position used in the record's vote"
    LISTED = "the position as listed; the record uses another"
    SET_ASIDE = "the position as listed, which the record has set aside"
    NO_ABSENCES = "the record's list of this vote holds no absences"
    NO_LIST = "the record has this vote without positions"
    NOT_LISTED = "the record's list of this vote has no such state"
    TALLY = "the totals the record uses"
    OTHER_WITNESS = "totals of another witness; the record uses others"
    NO_TOTALS = "no figure of it is in the record"
    OUTCOME = "what became of the text"
    TEXT = "title, day, session and agenda item of the text"
    NO_VOTE = "no vote or text of this symbol"
    A_DRAFT = "a draft, which the record may have under its resolution's symbol"
    NO_SYMBOL = "no symbol by which the record knows votes"
    SEVERAL = "the record has several votes on this symbol, and the document does not tell which"
    OTHER_DAY = "the record has votes on this symbol on other days"
    TAKEN = "another vote of the document on this symbol is the one the record has"
    OTHER_BODY = "the record has no votes of this body"
    SPONSOR = "the state's role in the list of sponsors"
    REQUEST = "the list of those who asked for the session"
    COUNT = "the number the source of the record gives"
    ACT = "act and day of the state's acts towards the treaty"
    ACT_WITHDRAWN = "an act that no longer stands, of which the record keeps none"
    TREATY = "the depositary's totals"
    NO_TREATY = "a treaty that is not in the record"
    PARAGRAPH = "items and position of the report's paragraph"
    ITEMS = "the number of items in the report"
    RECOMMENDATIONS = "the number of recommendations of one state to another in a session, by response"
    NO_FINAL_RESPONSE = "no final response; the record counts the final ones"
    NO_SESSION = "no session of the review is told"
    VISIT = "the days and status of the mandate's visit"
    BALLOT = "the votes received in the election"
    OTHER_TOTAL = "another total of this election that the record keeps beside the one used"
    OTHER_ROUND = "another round than the one the record has"
    NO_DAY = "no day of the election is told"
    CITED_DATE = "the date the cited document bears"
    NO_KIND = "the record keeps nothing of this kind"


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement beside the record: ``record_says`` in words where it has anything, ``page`` where that is shown."""

    statement: Statement
    relation: Relation
    record_says: str | None
    page: str | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class ComparedCount:
    """A number counted over a document's statements beside the record's: what is counted, both figures, the page."""

    of: str
    counted: int
    relation: Relation
    record_has: int | None
    page: str | None
    rule: Rule


def beside(statement: Statement, same: bool, record_says: str, page: str, rule: Rule) -> Compared:
    """Return a statement beside what the record says of the same thing."""
    return Compared(statement, Relation.SAME if same else Relation.DIFFERS, record_says, page, rule)


def new(statement: Statement, rule: Rule, page: str | None = None) -> Compared:
    """Return a statement of which the record has nothing."""
    return Compared(statement, Relation.NEW, None, page, rule)


def not_compared(statement: Statement, rule: Rule, page: str | None = None) -> Compared:
    """Return a statement that is not compared, with the reason."""
    return Compared(statement, Relation.NOT_COMPARED, None, page, rule)
