"""The kinds of charts: for each, how its address is read and which view it draws."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.publish.charts import voting_record
from onrecord.publish.charts.chart import Chart
from onrecord.publish.views.state import state_record
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart: what it shows, what its address is about, and an example of the address's last part."""

    name: str
    title: str
    shows: str
    about: str
    example: str


def _voting_record(record: Record, about: str) -> Chart | None:
    return voting_record.voting_record(state_record(record, about))


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            name=voting_record.KIND,
            title="Voting record by year",
            shows="a state's positions on country situations in each year it sat on the Council",
            about="a state",
            example="kazakhstan",
        ),
    )
}


_MAKE: dict[str, Callable[[Record, str], Chart | None]] = {voting_record.KIND: _voting_record}
"""How each kind is made of the last part of its address; None where the record has nothing to draw."""


def chart_of(record: Record, kind: str, about: str) -> Chart:
    """Return one chart; NotInVocabulary if there is no such kind, or nothing in the record for it to show."""
    if kind not in KINDS:
        raise NotInVocabulary("kind of chart", kind, f"one of {', '.join(KINDS)}", tuple(KINDS))
    found = _MAKE[kind](record, about)
    if found is None:
        raise NotInVocabulary(KINDS[kind].about.split(" ", 1)[1], about, f"one with something to show in “{kind}”")
    return found
