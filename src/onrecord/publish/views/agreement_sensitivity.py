"""How one state's ranking of all others changes with the method, and with how absence, amendments and doubt count."""

from dataclasses import dataclass

from onrecord.measures.agreement.methods import method as method_named
from onrecord.measures.agreement.sensitivity import (
    Changed,
    Effect,
    Variant,
    correlations,
    sensitivity,
)
from onrecord.publish.languages.words import gettext
from onrecord.publish.views.agreement import AgreementAsked, Beside
from onrecord.publish.views.named_methods import MethodLine, method_line
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording import agreement as words
from onrecord.publish.wording import agreement_sensitivity as say
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A state's rank as asked and as changed, among the states that have a figure in both."""

    state: StateHead
    asked: int
    changed: int


@dataclass(frozen=True, slots=True)
class VariantLine:
    """One other ranking beside the one asked for, over ``n`` states; ``label`` says what is done otherwise.

    ``tau`` is Kendall's tau-b, ``rho`` Spearman's; None where there is nothing to correlate. ``nearest`` and
    ``farthest`` are the states at the ends, as asked and as changed; ``moves`` has every state, the biggest moves
    first.
    """

    changed: Changed
    name: str
    label: str
    n: int
    tau: float | None
    rho: float | None
    effect: Effect
    nearest_asked: tuple[StateHead, ...]
    nearest: tuple[StateHead, ...]
    farthest_asked: tuple[StateHead, ...]
    farthest: tuple[StateHead, ...]
    moves: tuple[MoveLine, ...]


@dataclass(frozen=True, slots=True)
class AgreementSensitivity:
    """What becomes of a state's ranking of all others; ``effect`` is the farthest-reaching of the variants'.

    ``not_tried`` says which changes would change nothing, as these votes hold nothing to count otherwise.
    """

    state: StateHead
    page: str
    body: Body
    first_year: int
    last_year: int
    narrowed: str
    method: MethodLine
    n: int
    effect: Effect
    sentences: tuple[Sentence, ...]
    variants: tuple[VariantLine, ...]
    not_tried: tuple[str, ...]
    not_known: tuple[str, ...]


def agreement_sensitivity(record: Record, asked: AgreementAsked) -> AgreementSensitivity:
    """Return how a state's ranking changes; NotInVocabulary for a state, body, year or method that there is not."""
    found = Beside(record, asked)
    made = sensitivity(found.table, found.state.iso3, found.method)
    lines = tuple(_variant(found, one) for one in made.variants)
    return AgreementSensitivity(
        state=found.head,
        page=found.page,
        body=found.selection.body,
        first_year=found.first_year,
        last_year=found.last_year,
        narrowed=found.narrowed,
        method=method_line(found.method),
        n=len(found.days),
        effect=made.effect,
        sentences=tuple(say.verdict(found.words(), made, found.names)),
        variants=lines,
        not_tried=tuple(gettext(one.value) for one in made.not_tried),
        not_known=tuple(words.not_known(found.selection.body, found.covered.last)),
    )


def _variant(found: Beside, one: Variant) -> VariantLine:
    how = correlations(one)
    heads = [tuple(_head(found, state) for state in end) for end in (*one.nearest, *one.farthest)]
    moves = sorted(one.moves, key=lambda move: (-abs(move.changed - move.asked), move.asked, move.state))
    label = method_named(one.name).label if one.changed is Changed.METHOD else one.changed.value
    return VariantLine(
        one.changed, one.name, gettext(label), one.n, how.tau, how.rho, one.effect, *heads,
        tuple(MoveLine(_head(found, move.state), move.asked, move.changed) for move in moves),
    )  # fmt: skip


def _head(found: Beside, state: str) -> StateHead:
    return found.head_of(found.record.gazetteer.state(state))
