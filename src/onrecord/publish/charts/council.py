"""The Council's map of a year as a picture: its members by ideal point, each with its interval."""

from onrecord.publish.charts.chart import Chart, Column
from onrecord.publish.charts.intervals import Whiskers, group_name, whiskers
from onrecord.publish.charts.year_cells import SOURCE
from onrecord.publish.sentences import joined
from onrecord.publish.views.council_map import CouncilMap

KIND = "council"

_COLUMNS = (
    Column("row", "State"),
    Column("iso3", "ISO 3166 code"),
    Column("group", "Regional group"),
    Column("point", "Ideal point"),
    Column("low", "Interval from"),
    Column("high", "Interval to"),
    Column("n", "n: positions cast"),
    Column("places", "Places its interval permits"),
)


def council(view: CouncilMap) -> Chart | None:
    """Return the members of a year on one line; None where none has a point."""
    if not view.members:
        return None
    rows = tuple(
        (
            one.state.name,
            one.state.iso3,
            group_name(one.state.regional_group),
            round(one.point, 3),
            round(one.low, 3),
            round(one.high, 3),
            one.n,
            f"{one.first_place} to {one.last_place}",
        )
        for one in view.members
    )
    drawn = Whiskers(tuple(str(row[0]) for row in rows), frozenset(str(row[2]) for row in rows), _sides(view))
    return Chart(
        kind=KIND,
        about=view.about,
        title=f"The Human Rights Council in {view.year}: members by ideal point, with intervals",
        sentence=view.sentences[0],
        source=SOURCE,
        alt=_alt(view),
        columns=_COLUMNS,
        rows=rows,
        spec=whiskers(drawn, _COLUMNS),
        notes=(
            f"Method: {view.method}. Mark: the point; line: its interval of {round(100 * view.level)} per cent."
            " Where two lines meet, no order is known.",
            "Only what was put to a recorded vote places a member; a higher point is not a better one, and points of"
            " two years are not on one scale.",
        ),
        room=drawn.room,
    )


def _sides(view: CouncilMap) -> tuple[str, str]:
    lower, upper = (joined(head.running_name for head in heads[:3]) for heads in (view.lower, view.upper))
    return f"← the side of {lower}" * bool(lower), f"the side of {upper} →" * bool(upper)


def _alt(view: CouncilMap) -> str:
    first, last = view.members[0], view.members[-1]
    return (
        f"Marks with intervals for {len(view.members)} members, from {first.state.running_name} at {first.point:.2f}"
        f" ({first.low:.2f} to {first.high:.2f}) to {last.state.running_name} at {last.point:.2f} ({last.low:.2f} to"
        f" {last.high:.2f}). Of {view.pairs} pairs {view.apart} are apart. The table of the page gives each."
    )
