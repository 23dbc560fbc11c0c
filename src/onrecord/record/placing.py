"""Moves a folder that was made beside its place there whole: a reader finds the old or the new, never a part."""

from pathlib import Path


def put_in_place(made: Path, out: Path, aside: Path) -> None:
    """Move the folder ``made`` to ``out``; what stood there goes to ``aside``, and comes back if the move fails."""
    if out.exists():
        out.rename(aside)
    try:
        made.rename(out)
    except OSError:
        if aside.exists():
            aside.rename(out)
        raise
