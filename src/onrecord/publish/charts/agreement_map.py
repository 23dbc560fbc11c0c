"""A map of the world: with which states one state took the same position, over the roll calls open to both."""

import re
from typing import Any

from onrecord.publish.charts import geometry
from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import INK, PAPER, SOFT
from onrecord.publish.sentences import joined
from onrecord.publish.views.agreement import AgreementAsked, AgreementOfState, AgreementWith
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

KIND = "agreement"

BINS = (
    (0.9, "90% and over", "#081d58"),
    (0.8, "80% to <90%", "#253494"),
    (0.7, "70% to <80%", "#225ea8"),
    (0.6, "60% to <70%", "#1d91c0"),
    (0.4, "40% to <60%", "#41b6c4"),
    (0.2, "20% to <40%", "#7fcdbb"),
    (0.0, "under 20%", "#c7e9b4"),
)
"""Each bin's lower bound, label and fill, in seven steps of ColorBrewer's YlGnBu: lightness alone puts them in order,
so they hold in grey and for any colour vision."""

_NO_VOTE, _LAND = "no vote open to both", "#f1f2f3"
_OWN = "#c03a0b"

_COLUMNS = (
    Column("state", "State"),
    Column("iso3", "ISO 3166 code"),
    Column("same_percent", "Same position, per cent of n"),
    Column("n", "n: both in favour, against or abstaining"),
    Column("could", "Roll calls open to both"),
    Column("shade", "Shade on the map"),
)

SOURCES = {
    Body.GA: "United Nations General Assembly Voting Data (Voeten, Strezhnev and Bailey)",
    Body.HRC: "voting notes of Human Rights Council resolutions and the UN catalogue of recorded votes",
}


def asked_of(about: str) -> AgreementAsked:
    """Return what the last part of a map's address asks for: kazakhstan, or kazakhstan,HRC,2016-2026."""
    found = _ADDRESS.fullmatch(about)
    if found is None:
        raise NotInVocabulary("map", about, "a state, or a state, body and years such as kazakhstan,HRC,2016-2026")
    body = found["body"] or Body.GA.value
    first, last = (int(found[name]) if found[name] else None for name in ("first", "last"))
    return AgreementAsked(found["state"], body, first, last)


_ADDRESS = re.compile(r"(?P<state>[^,]+)(?:,(?P<body>[A-Z]+),(?P<first>[0-9]{4})-(?P<last>[0-9]{4}))?")


def agreement_map(view: AgreementOfState) -> Chart | None:
    """Return the map of a state's agreement with all others; None without a vote, or where it is not plain."""
    if not view.n or not view.plain:
        return None
    slug = view.state.page.rsplit("/", 1)[-1]
    return Chart(
        kind=KIND,
        about=slug if view.usual else f"{slug},{view.body.value},{view.first_year}-{view.last_year}",
        title=f"{view.state.name}: same positions as other states, {view.body.label}, {_years(view)}",
        sentence=view.sentences[0],
        source=SOURCES[view.body],
        alt=_alt(view),
        columns=_COLUMNS,
        rows=_rows(view),
        spec=_spec(view),
        notes=tuple(_notes(view)),
        room=Room(left=0, above=64, below=12),
    )


def _years(view: AgreementOfState) -> str:
    return str(view.first_year) if view.first_year == view.last_year else f"{view.first_year}–{view.last_year}"


def _rows(view: AgreementOfState) -> tuple[Row, ...]:
    own = (view.state.name, view.state.iso3, None, view.cast, view.n, view.state.name)
    others = [_row(view, one) for one in view.others]
    never = [(one.name, one.iso3, None, 0, 0, _NO_VOTE) for one in view.never_open]
    return (own, *others, *never)


def _row(view: AgreementOfState, one: AgreementWith) -> Row:
    share = None if one.identical_share is None else round(100 * one.identical_share, 1)
    return one.state.name, one.state.iso3, share, one.n, one.could, _shade(view, one)


def _shade(view: AgreementOfState, one: AgreementWith) -> str:
    if one.identical_share is None:
        return _too_few(view)
    return next(label for floor, label, _ in BINS if one.identical_share >= floor)


def _too_few(view: AgreementOfState) -> str:
    return f"n under {view.minimum}, no share"


def _notes(view: AgreementOfState) -> list[str]:
    said = [
        "Boundaries: Natural Earth; no opinion on them is meant. Dots are states too small to be seen, some beside"
        " their place. The state itself has a thick line; a dashed line means that n is too small for a share."
    ]
    if view.body is Body.GA:
        said.append(f"The General Assembly's absences are not in the record; its votes are in it to {view.years[1]}.")
    missing = [one.state.running_name for one in view.others if one.state.iso3 not in geometry.drawn()]
    if missing:
        said.append(f"In the table only, as the map is of today's states: {joined(missing)}.")
    return said


def _alt(view: AgreementOfState) -> str:
    by: dict[str, int] = {}
    for one in view.others:
        by[_shade(view, one)] = by.get(_shade(view, one), 0) + 1
    if view.never_open:
        by[_NO_VOTE] = len(view.never_open)
    counts = "; ".join(f"{label}: {number}" for label, number in by.items())
    return f"Map of the world, states shaded by the share of same positions as {view.state.running_name}. {counts}."


def _spec(view: AgreementOfState) -> dict[str, Any]:
    look = {"color": _colour(view), "tooltip": tooltip(_COLUMNS, "state", "same_percent", "n", "could")}
    look |= _outline(view)
    return {
        "height": 318,
        "projection": {"type": "equalEarth", "scale": 135, "translate": [364, 182]},
        "layer": [_land(), _shapes(view, look), _dots(look)],
    }


def _colour(view: AgreementOfState) -> dict[str, Any]:
    shades = {label: fill for _, label, fill in BINS}
    if any(one.identical_share is None for one in view.others):
        shades[_too_few(view)] = PAPER
    shades |= {_NO_VOTE: _LAND, view.state.name: _OWN}
    return {
        "field": "shade",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(shades), "range": list(shades.values())},
        "legend": {"columns": 5, "symbolType": "square", "symbolStrokeColor": SOFT, "symbolStrokeWidth": 0.6},
    }


def _outline(view: AgreementOfState) -> dict[str, Any]:
    """Return how the state itself and those with too few votes are told apart without colour: a line and dashes."""
    own, few = ({"test": {"field": "shade", "equal": word}} for word in (view.state.name, _too_few(view)))
    return {
        "stroke": {"condition": {**own, "value": INK}, "value": SOFT},
        "strokeWidth": {"condition": {**own, "value": 1.8}, "value": 0.35},
        "strokeDash": {"condition": {**few, "value": [2, 1.5]}, "value": [1, 0]},
    }


def _land() -> dict[str, Any]:
    land = {"values": geometry.elsewhere(), "format": {"type": "topojson", "feature": "elsewhere"}}
    return {"data": land, "mark": {"type": "geoshape", "fill": _LAND, "stroke": SOFT, "strokeWidth": 0.35}}


def _shapes(view: AgreementOfState, look: dict[str, Any]) -> dict[str, Any]:
    """Return all states' shapes; one that had no vote then, having been no member, looks as the rest of the land."""
    names = [column.name for column in _COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in _rows(view)]
    return {
        "data": {"values": geometry.states(), "format": {"type": "topojson", "feature": "states"}},
        "transform": [
            {
                "lookup": "id",
                "from": {"data": {"values": rows}, "key": "iso3", "fields": [n for n in names if n != "iso3"]},
            },
            {"calculate": f"datum.shade || '{_NO_VOTE}'", "as": "shade"},
        ],
        "mark": {"type": "geoshape"},
        "encoding": look,
    }


def _dots(look: dict[str, Any]) -> dict[str, Any]:
    places = {"values": list(geometry.dots())}
    return {
        "transform": [
            {"lookup": "iso3", "from": {"data": places, "key": "iso3", "fields": ["longitude", "latitude"]}},
            {"filter": "isValid(datum.longitude)"},
        ],
        "mark": {"type": "circle", "size": 32, "opacity": 1},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            **look,
        },
    }
