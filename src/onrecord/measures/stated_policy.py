"""How far a state votes with a stated policy: a list of texts, each with the side the policy takes and its weight.

Two published ways of counting, both given, as they treat abstentions and absences differently:

- They Vote For You (OpenAustralia Foundation, after The Public Whip): points earned over points possible. A vote
  with the policy earns 10 of 10, or 50 of 50 on a text of strong weight; one against it earns nothing; an absence
  earns 1 of 2, or 25 of 50. It knows no abstention; mySociety's version of the same score counts one as an absence,
  and so does this.
- TheyWorkForYou, simplified (mySociety, twfy-votes): only texts of strong weight count, 10 points each; an
  abstention earns half; an absence is left out, but keeps the score from the outer bands: with more than one, from
  "consistently", with a third or more of all, from "almost always".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.stated_policies import Side, Weight


class Answer(StrEnum):
    """How a state's position stands to the policy."""

    WITH = "with"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"


class Band(StrEnum):
    """A score in words, the bands of They Vote For You."""

    CONSISTENTLY_FOR = "consistently for"
    ALMOST_ALWAYS_FOR = "almost always for"
    GENERALLY_FOR = "generally for"
    MIXTURE = "a mixture of for and against"
    GENERALLY_AGAINST = "generally against"
    ALMOST_ALWAYS_AGAINST = "almost always against"
    CONSISTENTLY_AGAINST = "consistently against"
    NOT_ENOUGH = "not enough votes to say"


_FLOORS = (
    (0.95, Band.CONSISTENTLY_FOR),
    (0.85, Band.ALMOST_ALWAYS_FOR),
    (0.60, Band.GENERALLY_FOR),
    (0.40, Band.MIXTURE),
    (0.15, Band.GENERALLY_AGAINST),
    (0.05, Band.ALMOST_ALWAYS_AGAINST),
    (0.0, Band.CONSISTENTLY_AGAINST),
)
_VOTED = (Answer.WITH, Answer.AGAINST)
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a state answered a policy in each way, by the weight of the text."""

    with_policy: int = 0
    with_strong: int = 0
    against: int = 0
    against_strong: int = 0
    abstained: int = 0
    abstained_strong: int = 0
    absent: int = 0
    absent_strong: int = 0

    @property
    def n(self) -> int:
        """Texts of the policy on which the state's position is in the record."""
        return sum(getattr(self, name) for name in self.__slots__)

    @property
    def voted(self) -> int:
        """Texts on which it voted in favour or against."""
        return self.with_policy + self.with_strong + self.against + self.against_strong


_FIELDS = {Answer.WITH: "with_policy", Answer.AGAINST: "against"} | {
    one: one.value for one in (Answer.ABSTAINED, Answer.ABSENT)
}


def answer(side: Side, position: Position) -> Answer:
    """Return how a position that can be listed stands to the policy's side of a text."""
    if position in {Position.ABSTAIN, Position.ABSENT}:
        return Answer.ABSTAINED if position is Position.ABSTAIN else Answer.ABSENT
    return Answer.WITH if (position is Position.YES) is (side is Side.FOR) else Answer.AGAINST


def counted(answers: Sequence[tuple[Answer, Weight]]) -> Counted:
    """Return how often each answer was given."""
    numbers = dict.fromkeys(Counted.__slots__, 0)
    for one, weight in answers:
        field = _FIELDS[one]
        numbers[field if weight is Weight.NORMAL else f"{field.removesuffix('_policy')}_strong"] += 1
    return Counted(**numbers)


@dataclass(frozen=True, slots=True)
class Scoring:
    """A published way to score: its name, whose it is, how it counts in words, and the score (0 to 1) or None.

    ``enough`` says whether a state answered often enough for the score to be put in words.
    """

    name: str
    label: str
    source: str
    formula: str
    score: Callable[[Counted], float | None]
    enough: Callable[[Counted], bool]


def they_vote_for_you(found: Counted) -> float | None:
    """Return points earned over points possible, an abstention counted as an absence; None where none is possible."""
    away, away_strong = found.absent + found.abstained, found.absent_strong + found.abstained_strong
    earned = 10 * found.with_policy + 50 * found.with_strong + away + 25 * away_strong
    possible = 10 * (found.with_policy + found.against) + 50 * (found.with_strong + found.against_strong)
    possible += 2 * away + 50 * away_strong
    return earned / possible if possible else None


def they_work_for_you(found: Counted) -> float | None:
    """Return the simplified score, capped where absences are many; None where no strong text has a position."""
    took = found.with_strong + found.against_strong + found.abstained_strong
    if not took:
        return None
    score = (found.with_strong + found.abstained_strong / 2) / took
    if found.absent_strong > 1:
        score = _kept_within(score, 0.05)
    if found.absent_strong >= (took + found.absent_strong) / 3:
        score = _kept_within(score, 0.15)
    return score


def _kept_within(score: float, edge: float) -> float:
    """Return a score kept from the bands beyond ``edge`` of either end, by the hundredth that the source uses."""
    if score >= 1 - edge - _ROUNDING:
        return 1 - edge - 0.01
    return edge + 0.01 if score <= edge + _ROUNDING else score


def _voted_enough(found: Counted) -> bool:
    """Return whether there are two votes in favour or against, or one on a text of strong weight."""
    return found.voted > 1 or found.with_strong + found.against_strong > 0


def _took_part(found: Counted) -> bool:
    return found.with_strong + found.against_strong + found.abstained_strong > 0


THEY_VOTE_FOR_YOU = Scoring(
    "they-vote-for-you",
    "They Vote For You",
    "OpenAustralia Foundation, They Vote For You (theyvoteforyou.org.au), after The Public Whip",
    "points earned / points possible: 10 of 10 with the policy, 0 of 10 against it, 1 of 2 absent or abstaining; on"
    " texts of strong weight 50 of 50, 0 of 50, 25 of 50",
    they_vote_for_you,
    _voted_enough,
)

THEY_WORK_FOR_YOU = Scoring(
    "they-work-for-you",
    "TheyWorkForYou, simplified",
    "mySociety, TheyWorkForYou (theyworkforyou.com), simplified score",
    "(with the policy + 1/2 abstained) / (with, against, abstained), texts of strong weight only; absences are left out"
    " and cap the score at 0.94 where there are two, at 0.84 where they are a third",
    they_work_for_you,
    _took_part,
)

SCORINGS = (THEY_VOTE_FOR_YOU, THEY_WORK_FOR_YOU)


def band(scoring: Scoring, found: Counted) -> Band:
    """Return a state's score in words; not enough where it has none, or answered too seldom for that way of scoring."""
    score = scoring.score(found)
    if score is None or not scoring.enough(found):
        return Band.NOT_ENOUGH
    return next(one for floor, one in _FLOORS if score >= floor - _ROUNDING)
