"""A test tool: bytes as a file a reader is given, and what it says of them."""

from pathlib import Path
from typing import TypeVar

import pytest

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.statements import Left, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer

T = TypeVar("T")


def opened(folder: Path, name: str, data: bytes | str) -> Opened:
    path = folder / "file"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return Opened(path, name)


def found(reader: Reader, file: Opened, gazetteer: Gazetteer) -> list[Found]:
    return list(reader.read(file, gazetteer))


def said(items: list[Found], kind: type[T]) -> list[T]:
    return [item.says for item in items if isinstance(item, Statement) and isinstance(item.says, kind)]


def left(items: list[Found], why: WhyLeft) -> list[Left]:
    return [item for item in items if isinstance(item, Left) and item.why is why]


def reads_or_refuses(reader: Reader, file: Opened, gazetteer: Gazetteer) -> None:
    """Fail if a reader raises anything but an error of ours, or says something without saying where."""
    try:
        for item in reader.read(file, gazetteer):
            assert item.place is not None
    except OnRecordError:
        return
    except Exception as error:  # noqa: BLE001  (this is what is tested)
        pytest.fail(f"{reader.name}: {error!r}")
