"""Which pages have rows to download, so that each can say so in one place."""

import re
from typing import Any, get_type_hints

from starlette.routing import compile_path

_PAGES: list[tuple[re.Pattern[str], Any]] = []


def has_rows_at(path: str, view: Any) -> None:
    """Remember that the pages at a path have rows where they show what the function ``view`` returns."""
    _PAGES.append((compile_path(path)[0], get_type_hints(view)["return"]))


def has_rows(address: str, view: Any) -> bool:
    """Return whether the page at an address, which shows ``view``, has rows to download."""
    return any(pattern.match(address) and isinstance(view, shown) for pattern, shown in _PAGES)
