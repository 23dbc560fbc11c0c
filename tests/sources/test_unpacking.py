"""Archives measured before they are unpacked."""

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.sources import unpacking
from onrecord.sources.documents.opened import Opened
from onrecord.sources.unpacking import parts_of
from onrecord.vocabulary.errors import UnreadableDocument


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def opened(folder: Path, data: bytes) -> Opened:
    (folder / "file").write_bytes(data)
    return Opened(folder / "file", "a file")


def test_the_parts_of_an_archive_are_named_and_other_files_have_none(tmp_path: Path) -> None:
    assert parts_of(opened(tmp_path, packed({"a": b"1", "b/c": b"2"}))) == ("a", "b/c")
    assert parts_of(opened(tmp_path, b"%PDF-1.4")) == ()


@pytest.mark.parametrize(
    ("most", "parts", "told"),
    [
        (("MOST_PARTS", 2), {"a": b"", "b": b"", "c": b""}, "at most 2 parts, found 3"),
        (("MOST_UNPACKED", 10), {"a": b"123456", "b": b"123456"}, "at most 10 bytes unpacked, found 12"),
        (("SMALL", 1_000), {"a": b"0" * 100_000}, "for its size, found 100,000"),
    ],
)
def test_what_would_unpack_to_too_much_is_refused(
    most: tuple[str, int], parts: dict[str, bytes], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = opened(tmp_path, packed(parts))
    assert parts_of(file) == tuple(parts)
    monkeypatch.setattr(unpacking, *most)
    with pytest.raises(UnreadableDocument, match=told):
        parts_of(file)


@given(st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_is_refused_or_read(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(packed({"word/document.xml": b"<w/>" * 50, "b": b"x"}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(4, len(whole)))])
    with contextlib.suppress(UnreadableDocument):
        assert isinstance(parts_of(opened(tmp_path, cut)), tuple)
