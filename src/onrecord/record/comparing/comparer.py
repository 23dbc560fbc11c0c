"""Compares every statement of a document with the record, each kind by its own rule, and sums up."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.record.comparing.commitments import References, Treaties, Visits
from onrecord.record.comparing.compared import Compared, ComparedCount, Relation, Rule, not_compared
from onrecord.record.comparing.council import Elections, Requests, Sponsors
from onrecord.record.comparing.reviews import Reviews
from onrecord.record.comparing.votes import Votes
from onrecord.record.store import Record
from onrecord.vocabulary import statements as s
from onrecord.vocabulary.statements import Left, Statement

_Compare = Callable[[Statement, Any], Compared | None]

NOT_KEPT = (
    s.MechanismSaid,
    s.TreatySaid,
    s.DeclarationSaid,
    s.PledgeDocumentSaid,
    s.PledgeSaid,
    s.DocumentSaid,
)
"""What documents say of which the record keeps nothing that could be compared statement by statement."""


class Comparer:
    """Compares the statements of one document in their order; each index of the record is read once, when needed."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        votes, treaties, elections = Votes(record), Treaties(record), Elections(record)
        sponsors, requests, visits, references = Sponsors(record), Requests(record), Visits(record), References(record)
        self._reviews = Reviews(record)
        self._by_kind: dict[type, _Compare] = {
            s.TextSaid: votes.text,
            s.OutcomeSaid: votes.outcome,
            s.TallySaid: votes.tally,
            s.PositionSaid: votes.position,
            s.SponsorSaid: sponsors.sponsor,
            s.SessionRequestSaid: requests.request,
            s.CountSaid: requests.count,
            s.RecommendationSaid: self._reviews.recommendation,
            s.UprParagraphSaid: self._reviews.paragraph,
            s.UprPositionSaid: self._reviews.position,
            s.TreatyActSaid: treaties.act,
            s.TreatyTotalsSaid: treaties.totals,
            s.VisitSaid: visits.visit,
            s.BallotSaid: elections.ballot,
            s.BallotTotalsSaid: elections.totals,
            s.ReferenceSaid: references.reference,
            **dict.fromkeys(NOT_KEPT, _not_kept),
        }

    def __call__(self, statement: Statement) -> Compared | None:
        """Return a statement beside the record; None where it is counted, to be compared at the end."""
        return self._by_kind[type(statement.says)](statement, statement.says)

    def counts(self) -> Iterator[ComparedCount]:
        """Yield, when all statements were told, the numbers counted over them beside the record's."""
        return self._reviews.counts()


def comparer(record: Record) -> Comparer:
    """Return what compares the statements of one document with the record."""
    return Comparer(record)


def _not_kept(statement: Statement, _: Any) -> Compared:
    return not_compared(statement, Rule.NO_KIND)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a whole document stands to the record: how many statements by relation and rule, and the first of each.

    ``shown`` holds at most as many of each relation as were asked for, ``counts`` likewise; ``by_rule`` counts all
    statements, ``counted`` all the numbers counted over them.
    """

    by_rule: dict[tuple[Relation, Rule], int]
    shown: dict[Relation, tuple[Compared, ...]]
    counted: dict[tuple[Relation, Rule], int]
    counts: dict[Relation, tuple[ComparedCount, ...]]

    def n(self, relation: Relation) -> int:
        """Return how many statements stand so to the record."""
        return sum(n for (one, _), n in self.by_rule.items() if one is relation)


SHOWN = (Relation.DIFFERS, Relation.NEW)
"""The relations of which examples are kept."""


def compared_with(record: Record, found: Iterable[Statement | Left], most: int) -> Comparison:
    """Return how what was found in a document stands to the record, with at most ``most`` examples of each relation."""
    compare, summing = comparer(record), Summing(most)
    for one in found:
        compared = compare(one) if isinstance(one, Statement) else None
        if compared is not None:
            summing.add(compared)
    return summing.whole(compare.counts())


class Summing:
    """Sums up comparisons one by one, keeping the first of each relation that a reader will look at."""

    def __init__(self, most: int) -> None:
        """Keep at most so many of each relation."""
        self._most = most
        self._by_rule: Counter[tuple[Relation, Rule]] = Counter()
        self._shown: dict[Relation, list[Compared]] = {relation: [] for relation in SHOWN}

    def add(self, compared: Compared) -> None:
        """Take one comparison."""
        self._by_rule[compared.relation, compared.rule] += 1
        kept = self._shown.get(compared.relation)
        if kept is not None and len(kept) < self._most:
            kept.append(compared)

    def whole(self, counts: Iterable[ComparedCount]) -> Comparison:
        """Return the sum, with the numbers counted over the document."""
        counted: Counter[tuple[Relation, Rule]] = Counter()
        shown: dict[Relation, list[ComparedCount]] = {relation: [] for relation in SHOWN}
        for one in counts:
            counted[one.relation, one.rule] += 1
            if one.relation in shown and len(shown[one.relation]) < self._most:
                shown[one.relation].append(one)
        return Comparison(
            dict(self._by_rule),
            {relation: tuple(kept) for relation, kept in self._shown.items()},
            dict(counted),
            {relation: tuple(kept) for relation, kept in shown.items()},
        )
