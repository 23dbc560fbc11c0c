"""The folder of an export: made beside its place and moved there whole; other files are never touched."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from onrecord.publish.export.manifest import NAME, paths_in, read_manifest
from onrecord.record.placing import put_in_place
from onrecord.vocabulary.errors import DamagedRelease


@contextmanager
def made_whole(out: Path) -> Generator[Path]:
    """Give a folder to write into, and move it to ``out`` when all is written; on any error nothing is left there.

    DamagedRelease if ``out`` holds anything but an earlier export: it is then left as it is.
    """
    out = out.absolute()
    check_replaceable(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".onrecord-export-", dir=out.parent) as beside:
        made = Path(beside) / "export"
        made.mkdir()
        yield made
        put_in_place(made, out, Path(beside) / "replaced")


def check_replaceable(out: Path) -> None:
    """Raise DamagedRelease unless there is nothing at ``out``, an empty folder, or an earlier export and no more."""
    if not out.exists() and not out.is_symlink():
        return
    expected = "an empty folder, none, or an earlier export"
    if not out.is_dir() or out.is_symlink():
        raise DamagedRelease(str(out), expected, "something that is no folder of its own")
    if not any(out.iterdir()):
        return
    if not (out / NAME).is_file():
        raise DamagedRelease(str(out), expected, f"other files, such as {min(p.name for p in out.iterdir())}")
    known = {file.path for file in read_manifest(out).files}
    strange = [path for path in paths_in(out) if path not in known]
    if strange:
        raise DamagedRelease(str(out), expected, f"{strange[0]}, which its {NAME} does not list")
