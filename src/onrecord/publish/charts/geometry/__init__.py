"""The land of the map: member States under their ISO 3166 codes, the rest without a code, dots for what is too small.

README.md beside this file says what it was made from, and what was changed.
"""

import csv
import io
import json
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = files("onrecord.publish.charts.geometry")


@cache
def states() -> dict[str, Any]:
    """Return the member States as TopoJSON, in the object ``states``; each shape's id is its alpha-3 code."""
    return json.loads((_FOLDER / "states.json").read_text(encoding="utf-8"))


@cache
def elsewhere() -> dict[str, Any]:
    """Return the rest of the land as TopoJSON, in the object ``elsewhere``."""
    return json.loads((_FOLDER / "elsewhere.json").read_text(encoding="utf-8"))


@cache
def dots() -> tuple[dict[str, Any], ...]:
    """Return a point for each member State too small to be seen: its code, longitude and latitude."""
    rows = csv.DictReader(io.StringIO((_FOLDER / "dots.csv").read_text(encoding="utf-8")))
    return tuple(
        {"iso3": row["state"], "longitude": float(row["longitude"]), "latitude": float(row["latitude"])} for row in rows
    )


@cache
def drawn() -> frozenset[str]:
    """Return the codes of the states that have a shape or a dot."""
    shapes = states()["objects"]["states"]["geometries"]
    return frozenset(shape["id"] for shape in shapes) | {dot["iso3"] for dot in dots()}
