"""Ideal points are estimated once: in a process, and on the disk for the next one, as intervals take a minute to make.

What is kept is named by everything it is made from: the positions, what was asked, and the code of the estimates. If
any of these changes the name does, so that what is found is what would be made anew.
"""

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, astuple
from functools import cache, lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import Any

from onrecord.measures import ideal_points
from onrecord.measures.ideal_points.estimates import Asked, Change, Estimate, Estimates
from onrecord.measures.ideal_points.estimates import ideal_points as made_anew
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.posterior_estimates import posterior_points
from onrecord.measures.ideal_points.priors import Prediction
from onrecord.record.archive.home import home
from onrecord.record.position_table import PositionTable

MOST_KEPT = 64
"""So many files are kept on the disk; those longest not asked for go first."""


@lru_cache(maxsize=32)
def estimated(table: PositionTable, asked: Asked, full: bool = False) -> Estimates:
    """Return the ideal points of a table: those kept in the user's data folder, or made now and kept there.

    With ``full`` by draws from the full posterior. Raises NotEstimable where there is nothing to estimate from.
    """
    name = _name(table, asked, full)
    place = home() / "estimates" / f"{name}.json"
    # Who asks for what another is making waits for it.
    with _making[name]:
        found = _kept(place, table)
        if found is None:
            found = posterior_points(table, asked) if full else made_anew(table, asked)
            # A data folder that cannot be written to keeps nothing, and takes nothing away.
            with suppress(OSError):
                _keep(place, found)
    return found


_making: defaultdict[str, Lock] = defaultdict(Lock)


def _name(table: PositionTable, asked: Asked, full: bool) -> str:
    digest = hashlib.sha256(_code() + bytes([full]))
    for part in _parts(table, asked):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _parts(table: PositionTable, asked: Asked) -> Iterator[bytes]:
    yield repr((asked.mode, asked.level, asked.period)).encode()
    for one in (table, asked.informed_by):
        if one is not None:
            yield repr((one.selection, one.states, one.rollcalls)).encode()
            yield one.codes.tobytes()
            yield one.doubtful.tobytes()


@cache
def _code() -> bytes:
    """Return the hash of the modules that estimates are made by."""
    digest = hashlib.sha256()
    for path in sorted(Path(str(ideal_points.__file__)).parent.glob("*.py")):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()


def _keep(place: Path, found: Estimates) -> None:
    """Write estimates whole or not at all, and let go of the oldest."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=place.parent, suffix=".part", delete=False, encoding="utf-8") as handle:
        json.dump(_written(found), handle, ensure_ascii=False)
    os.replace(handle.name, place)
    by_age = sorted(place.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)
    for one in by_age[:-MOST_KEPT]:
        one.unlink(missing_ok=True)


def _written(found: Estimates) -> dict[str, Any]:
    return {
        "options": asdict(found.options),
        "method": found.method,
        "level": found.level,
        "estimates": [[*_numbers(one), astuple(one.change) if one.change else None] for one in found.estimates],
        "items": found.items,
        "cells": found.cells,
        "left_out": {str(reason): n for reason, n in found.left_out.items()},
        "anchors": found.anchors,
        "prediction": asdict(found.prediction) if found.prediction else None,
        "notes": found.notes,
    }


def _numbers(one: Estimate) -> list[Any]:
    """Return what an estimate holds but its change, which is the last."""
    return [getattr(one, name) for name in Estimate.__match_args__[:-1]]


def _kept(place: Path, table: PositionTable) -> Estimates | None:
    """Return the estimates kept at a place; None where there are none, or none that can be read."""
    try:
        found = _read(json.loads(place.read_text(encoding="utf-8")), table)
        os.utime(place)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found


def _read(told: dict[str, Any], table: PositionTable) -> Estimates:
    options: dict[str, Any] = told["options"]
    options["mode"] = Mode(options["mode"])
    return Estimates(
        selection=table.selection,
        options=Options(**options),
        method=told["method"],
        level=told["level"],
        estimates=tuple(Estimate(*one[:-1], Change(*one[-1]) if one[-1] else None) for one in told["estimates"]),
        items=told["items"],
        cells=told["cells"],
        left_out=told["left_out"],
        anchors=(tuple(told["anchors"][0]), tuple(told["anchors"][1])),
        prediction=Prediction(**told["prediction"]) if told["prediction"] else None,
        notes=tuple(told["notes"]),
    )
