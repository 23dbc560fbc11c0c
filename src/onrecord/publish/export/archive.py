"""Packs a folder into one ZIP file, the same bytes each time."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can hold, for every file: the same content gives the same bytes."""


def packed(folder: Path, target: Path, root: str) -> None:
    """Write every file of a folder into the ZIP file ``target``, under the folder ``root``."""
    with ZipFile(target, "w") as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            info = ZipInfo(f"{root}/{path.relative_to(folder).as_posix()}", _NO_TIME)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as inside:
                while part := source.read(1 << 20):
                    inside.write(part)
