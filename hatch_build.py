"""Builds the record into the package when a wheel is made, so that the wheel ships it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RecordHook(BuildHookInterface):
    """Makes src/onrecord/data from facts/ for a standard wheel; an editable install builds it with make."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the record before the wheel's files are gathered."""
        if version != "standard":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from onrecord.record.build import build  # noqa: PLC0415 - only where a wheel is built

        build(root / "facts", root / "src" / "onrecord" / "data")
        build_data["artifacts"].append("src/onrecord/data/*")
