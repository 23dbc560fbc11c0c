"""Turns a view into plain data: the JSON of a page's twin and of the command line's --json."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """Return dataclasses as objects, tuples as lists, enumerated values and dates as strings."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


def as_json(view: Any) -> str:
    """Return a view as indented JSON, UTF-8 left as it is, with a line end."""
    return json.dumps(plain(view), ensure_ascii=False, indent=2) + "\n"
