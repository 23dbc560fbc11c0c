"""Where the user's own documents and record are kept."""

import os
import sys
from pathlib import Path


def home() -> Path:
    """Return the user's data folder: ``ONRECORD_HOME``, or the place the platform gives to programs' data.

    The folder need not be there yet; reading a first document makes it.
    """
    if named := os.environ.get("ONRECORD_HOME"):
        return Path(named).expanduser()
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "onrecord"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "onrecord"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "onrecord"
