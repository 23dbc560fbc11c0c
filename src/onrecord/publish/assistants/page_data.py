"""The tool that reads any page's data: by its address, a part at a time, cut to a size that fits an answer."""

import json
from typing import Any

from onrecord.publish.assistants.answers import Cut, PageData
from onrecord.vocabulary.errors import NotInVocabulary

LARGEST = 5_000
"""How large the data of one answer may be, in bytes of JSON."""

_LENGTHS = (60, 30, 15, 8, 4, 2, 1)
"""To how many rows lists are cut, one after the other, until the data fits."""


def cut_to_size(address: str, data: Any, part: str, start: int, record: str) -> PageData:
    """Return a page's data, or one part of it from row ``start`` on, with its long lists cut.

    ``part`` goes down by name or row number: "treaties", "treaties/0". NotInVocabulary where there is none such.
    """
    chosen = _part(data, part)
    if start:
        if not isinstance(chosen, list) or start >= len(chosen):
            n = len(chosen) if isinstance(chosen, list) else 0
            raise NotInVocabulary("start", str(start), f"a row of a list; this part has {n}")
        chosen = chosen[start:]
    for most in (None, *_LENGTHS, 0):
        cuts: list[Cut] = []
        shown = _shortened(chosen, most, part, start, (address, cuts))
        if len(json.dumps(shown, ensure_ascii=False).encode()) <= LARGEST:
            break
    else:
        shown, cuts = _names(chosen), [Cut(part or "the page", 0, 1, f"{address}: ask for one part")]
    return PageData(address, part, shown, tuple(cuts[:12]), record)


def _part(data: Any, part: str) -> Any:
    for name in filter(None, part.split("/")):
        if isinstance(data, list) and name.isascii() and name.isdigit() and len(name) < 7 and int(name) < len(data):
            data = data[int(name)]
        elif isinstance(data, dict) and name in data:
            data = data[name]
        else:
            known = tuple(data) if isinstance(data, dict) else ()
            rows = f"a row from 0 to {len(data) - 1}" if isinstance(data, list) and data else "no further part"
            raise NotInVocabulary("part", name[:60], f"one of {', '.join(known)}" if known else rows)
    return data


def _shortened(value: Any, most: int | None, path: str, start: int, told: tuple[str, list[Cut]]) -> Any:
    """Return data whose lists have ``most`` rows at most; what was cut is told."""
    address, cuts = told
    if isinstance(value, dict):
        return {name: _shortened(one, most, f"{path}/{name}".strip("/"), 0, told) for name, one in value.items()}
    if not isinstance(value, list):
        return value
    if most is not None and len(value) > most:
        cuts.append(Cut(path or "rows", most, len(value) + start, f"{address} part={path} start={start + most}"))
        value = value[:most]
    return [_shortened(one, most, f"{path}/{at + start}".strip("/"), 0, told) for at, one in enumerate(value)]


def _names(value: Any) -> Any:
    """Return of data that is too large even with its lists empty: the names of its parts."""
    return {"parts": list(value)} if isinstance(value, dict) else {"rows": len(value) if isinstance(value, list) else 1}
