"""Every pair of several states: how often each two took the same position, each pair once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.publish.views.agreement import AgreementAsked, AgreementWith, Beside
from onrecord.publish.views.named_methods import IntervalLine, MethodLine, interval_line, method_line
from onrecord.publish.views.selected_votes import SelectedVotes, selected
from onrecord.publish.views.shared import StateHead
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class PairOfStates:
    """Two states: the first, and how the second stands beside it; ``interval`` says how its ends were made."""

    state: StateHead
    beside: AgreementWith
    interval: IntervalLine


@dataclass(frozen=True, slots=True)
class AgreementOfPairs:
    """The pairs in the order of their first states, the most agreement first.

    ``narrowed`` says in words what narrows the votes beside body and years. ``never_open`` are states asked for that
    could take part in none of the votes.
    """

    votes: SelectedVotes
    method: MethodLine
    narrowed: str
    minimum: int
    pairs: tuple[PairOfStates, ...]
    never_open: tuple[str, ...]


def agreement_of_pairs(
    record: Record, asked: AgreementAsked, first: Sequence[str], second: Sequence[str]
) -> AgreementOfPairs:
    """Return the pairs of one state of ``first`` and one of ``second`` (ISO 3166 alpha-3 codes), each pair once.

    The state of ``asked`` is not looked at. Raises NotInVocabulary for a word that the record does not know, and where
    there is no pair.
    """
    pairs = [(one, tuple(_beside(at, one, first, second))) for at, one in enumerate(first)]
    if not any(others for _, others in pairs):
        raise NotInVocabulary("states", ", ".join([*first, *second]) or "none", "two different states, or a group")
    sides = [_Side(record, replace(asked, state=one), others) for one, others in pairs if others]
    votes, whole = selected(record, sides[0].whole), sides[0].whole
    return AgreementOfPairs(
        votes=votes,
        method=method_line(sides[0].method),
        narrowed=sides[0].narrowed,
        minimum=MINIMUM,
        pairs=tuple(pair for side in sides for pair in side.found()),
        never_open=tuple(one for one in dict.fromkeys([*first, *second]) if whole.row(one) is None),
    )


def _beside(at: int, one: str, first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return the states of the second list that stand beside one of the first: no pair twice, no state by itself."""
    before = frozenset(first[:at])
    return [other for other in second if other != one and not (other in before and one in second)]


class _Side(Beside):
    """One state beside a few others: all its figures as beside everybody, as they rest on its own votes."""

    def __init__(self, record: Record, asked: AgreementAsked, others: Sequence[str]) -> None:
        super().__init__(record, asked)
        self.whole = self.table
        among = {self.state.iso3, *others}
        kept = np.flatnonzero([one in among for one in self.whole.states])
        self.table = replace(
            self.whole,
            states=tuple(self.whole.states[at] for at in kept),
            codes=self.whole.codes[kept],
            doubtful=self.whole.doubtful[kept],
        )

    def found(self) -> list[PairOfStates]:
        made = interval_line(self.ends)
        return [PairOfStates(self.head, one, made) for one in self.others()]
