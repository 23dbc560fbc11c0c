"""Checks an export or release against its manifest, file by file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.publish.export.manifest import NAME, File, Manifest, contents_of, file_of, paths_in, read_manifest


@dataclass(frozen=True, slots=True)
class Fault:
    """One file that is not as the manifest says: what was expected and what was found."""

    file: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What checking an export found: which it is, how many files were checked, and every fault."""

    folder: str
    version: str
    record_to: str
    contents: str
    files: int
    bytes: int
    faults: tuple[Fault, ...]


def verify(folder: Path) -> Verification:
    """Return the faults of an export; DamagedRelease if it has no manifest that can be read."""
    manifest = read_manifest(folder)
    faults = (*_of_manifest(manifest), *_missing_or_changed(folder, manifest), *_extra(folder, manifest))
    return Verification(
        folder=str(folder),
        version=manifest.version,
        record_to=manifest.record_to,
        contents=manifest.contents,
        files=len(manifest.files),
        bytes=sum(file.bytes for file in manifest.files),
        faults=faults,
    )


def _of_manifest(manifest: Manifest) -> Iterator[Fault]:
    found = contents_of(manifest.files)
    if found != manifest.contents:
        yield Fault(NAME, f"hashes whose hash is {manifest.contents}", f"hashes whose hash is {found}")


def _missing_or_changed(folder: Path, manifest: Manifest) -> Iterator[Fault]:
    for file in manifest.files:
        if not (folder / file.path).is_file():
            yield Fault(file.path, _said(file), "no such file")
            continue
        found = file_of(folder, file.path)
        if found != file:
            yield Fault(file.path, _said(file), _said(found))


def _extra(folder: Path, manifest: Manifest) -> Iterator[Fault]:
    known = {file.path for file in manifest.files}
    for path in paths_in(folder):
        if path not in known:
            yield Fault(path, f"no file that {NAME} does not list", "this file")


def _said(file: File) -> str:
    return f"{file.bytes:,} bytes with SHA-256 {file.sha256}"
