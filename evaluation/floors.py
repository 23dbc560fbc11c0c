"""The floors that the figures must not fall under: raised when asked, lowered only with a reason that is kept."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"
"""The file of the floors."""

_HEAD = """\
# The least that each figure of each set may be (the most, for names in _most), as shares.
# `make evaluate RAISE=1` writes what has become better; `make evaluate LOWER="why"` alone lowers, and says so below.
"""

Measured = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is worse than its floor."""

    set: str
    figure: str
    floor: float
    value: float | None

    def __str__(self) -> str:
        """Say which figure fell, from where to where."""
        found = "not measured" if self.value is None else f"{self.value:.4f}"
        side = "above" if self.figure.endswith("_most") else "under"
        return f"{self.set}: {self.figure} is {found}, {side} its floor of {self.floor:.4f}"


def read(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Return the floors by set and figure."""
    return {name: dict(entry) for name, entry in _whole(path).items() if name != "lowered"}


def falls(measured: Measured, floors: Measured) -> Iterator[Fall]:
    """Yield every figure that is worse than its floor; one that is not measured any more is worse."""
    for name, entry in floors.items():
        for figure, least in entry.items():
            value = measured.get(name, {}).get(figure)
            if value is None or worse(figure, value, least):
                yield Fall(name, figure, least, value)


def worse(figure: str, value: float, than: float) -> bool:
    """Return whether one value of a figure is worse than another."""
    return value > than if figure.endswith("_most") else value < than


def raised(measured: Measured, floors: Measured) -> dict[str, dict[str, float]]:
    """Return the floors with every figure that has become better, and with those that had none."""
    new = {name: dict(entry) for name, entry in floors.items()}
    for name, entry in measured.items():
        for figure, value in entry.items():
            kept, found = new.setdefault(name, {}).get(figure), rounded(figure, value)
            if kept is None or worse(figure, kept, found):
                new[name][figure] = found
    return new


def rounded(figure: str, value: float) -> float:
    """Return a figure to four places, rounded to the side on which it still holds."""
    return ceil(value * 10_000 - 1e-6) / 10_000 if figure.endswith("_most") else floor(value * 10_000 + 1e-6) / 10_000


def raise_floors(measured: Measured, path: Path = FLOORS) -> int:
    """Write the floors that have become better; return how many there are."""
    old = read(path)
    new = raised(measured, old)
    _write(path, new, _lowered(path))
    return sum(new[name][figure] != old.get(name, {}).get(figure) for name in new for figure in new[name])


def lower_floors(measured: Measured, reason: str, on: date, path: Path = FLOORS) -> list[Fall]:
    """Lower every floor that is not met to what was measured, and write down when, why and from where."""
    if not reason.strip():
        raise ValueError("a floor is lowered for a reason; none was given")
    floors, kept = read(path), _lowered(path)
    fallen = [fall for fall in falls(measured, floors) if fall.value is not None]
    for fall in fallen:
        floors[fall.set][fall.figure] = rounded(fall.figure, fall.value or 0.0)
        kept.append(
            {
                "on": on.isoformat(),
                "set": fall.set,
                "figure": fall.figure,
                "from": fall.floor,
                "to": floors[fall.set][fall.figure],
                "reason": " ".join(reason.split()),
            }
        )
    _write(path, floors, kept)
    return fallen


def _whole(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _lowered(path: Path) -> list[dict]:
    return [dict(entry) for entry in _whole(path).get("lowered", [])]


def _write(path: Path, floors: Measured, lowered: list[dict]) -> None:
    parts = [_HEAD]
    for name in sorted(floors):
        parts.append("\n".join([f"[{name}]", *(f"{figure} = {value}" for figure, value in floors[name].items()), ""]))
    for entry in lowered:
        parts.append("\n".join(["[[lowered]]", *(f"{k} = {_toml(v)}" for k, v in entry.items()), ""]))
    path.write_text("\n".join(parts), encoding="utf-8")


def _toml(value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
