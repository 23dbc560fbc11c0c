"""What an archive does with files: copies them as they are hashed, and has them on the disk before they are named."""

import hashlib
import os
import secrets
from pathlib import Path
from typing import IO, Any

OURS = secrets.token_hex(4)
"""Tells what this process makes from what one before it of the same number left."""

_STRETCH = 1 << 20


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copied(path: Path, to: Path) -> tuple[str, int]:
    """Copy a file and return its hash and size; what is hashed is what is kept."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, to.open("wb") as goal:
        while stretch := source.read(_STRETCH):
            digest.update(stretch)
            goal.write(stretch)
            size += len(stretch)
        to_the_disk(goal)
    return digest.hexdigest(), size


def write_whole(file: Path, text: str) -> None:
    """Write a text to a file, on the disk when this returns."""
    with file.open("w", encoding="utf-8") as out:
        out.write(text)
        to_the_disk(out)


def to_the_disk(file: IO[Any]) -> None:
    """Have a file's bytes on the disk before its folder gets its name: else that name may outlive them."""
    file.flush()
    os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Have a folder's new names written to the disk, where the platform can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def runs(process: str, made_by: str) -> bool:
    """Return whether the process that made a folder is at work; another's process of its number counts as that one."""
    if not process.isdigit():
        return False
    if int(process) == os.getpid():
        return made_by.startswith(OURS)
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
