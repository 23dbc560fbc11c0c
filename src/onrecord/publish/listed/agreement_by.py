"""One state beside all others part by part, and how its ranking changes, as rows."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.agreement_by import AgreementBy, AgreementPart
from onrecord.publish.views.agreement_sensitivity import AgreementSensitivity

_SCOPE = ("title", "state", "iso3", "other", "other_iso3", "result", "body", "first_year", "last_year", "method")
_BY = (*_SCOPE, "by", "part", "could", "counted", "agreement", "low", "high", "interval", "narrowed", "link")
_RANKS = (*_SCOPE, "otherwise", "rank", "rank_otherwise", "of", "narrowed", "link")


def _scope(view: AgreementBy | AgreementSensitivity) -> dict[str, object]:
    return {
        "title": f"Agreement in the {view.body.label}, {view.first_year}–{view.last_year}",
        "state": view.state.name,
        "iso3": view.state.iso3,
        "body": view.body.value,
        "first_year": view.first_year,
        "last_year": view.last_year,
        "narrowed": view.narrowed,
        "link": view.page,
    }


def agreement_by_rows(view: AgreementBy) -> Rows:
    """Return a state's agreement with every other state in every part of its votes, one row each."""
    found = [{**_scope(view), **row} for part in view.parts for row in _of_part(view, part)]
    return rows_of(f"onrecord-agreement-{_slug(view)}-by-{view.by}", _BY, found)


def _of_part(view: AgreementBy, part: AgreementPart) -> list[dict[str, object]]:
    made = part.interval
    return [
        {
            "other": one.state.name,
            "other_iso3": one.state.iso3,
            "result": f"{view.method.label} with {one.state.name}, {part.label}: {one.counted} roll calls",
            "method": view.method.name,
            "by": view.by.value,
            "part": part.label,
            "could": one.could,
            "counted": one.counted,
            "agreement": one.agreement,
            "low": one.low,
            "high": one.high,
            "interval": f"{made.level:.0%}, {made.units} {made.drawn} drawn again",
        }
        for one in part.others
    ]


def sensitivity_rows(view: AgreementSensitivity) -> Rows:
    """Return every state's rank as asked and in every other ranking, one row each."""
    found = [
        {
            **_scope(view),
            "other": move.state.name,
            "other_iso3": move.state.iso3,
            "result": f"{move.state.name} at rank {move.asked}, and {move.changed} by: {one.label}",
            "method": view.method.name,
            "otherwise": one.name,
            "rank": move.asked,
            "rank_otherwise": move.changed,
            "of": one.n,
        }
        for one in view.variants
        for move in one.moves
    ]
    return rows_of(f"onrecord-agreement-{_slug(view)}-sensitivity", _RANKS, found)


def _slug(view: AgreementBy | AgreementSensitivity) -> str:
    return view.state.page.rpartition("/")[2]
