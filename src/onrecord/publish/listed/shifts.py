"""Turns of subjects, selectivity and shifts of support as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.selectivity import SelectivityOfState, Side
from onrecord.publish.views.shifts import ShiftsOfState
from onrecord.publish.views.turns import TurnOfSubject, TurnsOfSubjects

_TURNS = (
    "title", "subject", "result", "to_votes", "way_before", "from_before", "to_before", "n_before", "way_after",
    "from_after", "to_after", "n_after", "symbols_before", "symbols_after", "link",
)  # fmt: skip


def turns_rows(view: TurnsOfSubjects) -> Rows:
    """Return a row for each turn of a subject, with the symbols of the texts before and after."""
    return rows_of(f"onrecord-turns-{view.by}", _TURNS, [_turn(one) for one in view.turns])


def _turn(one: TurnOfSubject) -> Row:
    before, after = one.before, one.after
    return {
        "title": one.label,
        "subject": one.subject,
        "result": f"{before.way} until {before.last_year}, {after.way} from {after.first_year}",
        "to_votes": one.to_votes,
        "way_before": before.way,
        "from_before": before.first_year,
        "to_before": before.last_year,
        "n_before": before.n,
        "way_after": after.way,
        "from_after": after.first_year,
        "to_after": after.last_year,
        "n_after": after.n,
        "symbols_before": "; ".join(before.symbols),
        "symbols_after": "; ".join(after.symbols),
        "link": one.page,
    }


_SIDE = ("selection", "n", "yes", "no", "abstain", "absent", "unknown", "doubtful", "share")
_SELECTIVITY = ("title", "state", "iso3", "result", "side", *_SIDE, "difference", "low", "high", "level", "link")


def selectivity_rows(view: SelectivityOfState) -> Rows:
    """Return a row for each side; the first has the difference and its interval."""
    shared = {"title": "Support in two selections", "state": view.state.name, "iso3": view.state.iso3}
    shared |= {"link": view.page}
    figures = {"difference": view.difference, "low": view.low, "high": view.high, "level": view.level}
    rows = [
        {**shared, **_side(view.first), "side": "first", **figures},
        {**shared, **_side(view.second), "side": "second"},
    ]
    return rows_of(f"onrecord-selectivity-{view.state.page.rpartition('/')[2]}", _SELECTIVITY, rows)


def _side(one: Side) -> Row:
    numbers = {name: getattr(one, name) for name in _SIDE[1:]}
    return {**numbers, "selection": one.votes.words, "result": f"in favour of {one.yes} of {one.n}: {one.votes.words}"}


_SHIFTS = (
    "title", "state", "iso3", "result", "body", "selection", "first_year", "last_year", "yes", "n", "share", "changed",
    "p", "p_years", "link",
)  # fmt: skip


def shifts_rows(view: ShiftsOfState) -> Rows:
    """Return a row for each year; one that begins a stretch after a change has its p-values."""
    shared = {
        "title": "Support by year",
        "state": view.state.name,
        "iso3": view.state.iso3,
        "body": view.votes.body.value,
        "selection": view.votes.words,
        "link": view.page,
    }
    changes = {one.first_after: one for one in view.changes}
    rows = []
    for one in view.years:
        change = changes.get(one.first_year)
        rows.append(
            {
                **shared,
                "first_year": one.first_year,
                "last_year": one.last_year,
                "yes": one.yes,
                "n": one.n,
                "share": one.share,
                "changed": change is not None,
                "p": change.p if change else None,
                "p_years": change.p_years if change else None,
                "result": f"in favour of {one.yes} of {one.n} in {one.first_year}",
            }
        )
    return rows_of(f"onrecord-shifts-{view.state.page.rpartition('/')[2]}", _SHIFTS, rows)
