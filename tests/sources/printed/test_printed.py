"""Documents as lines: pages, cells, footnotes and page furniture, from real files and small ones."""

import io
import os
from pathlib import Path

import docx
import pytest

from onrecord.sources.documents import roll_calls, special_sessions, sponsors
from onrecord.sources.documents.opened import Opened
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.furniture import is_furniture
from onrecord.sources.printed.lines import Part
from onrecord.vocabulary.errors import UnreadableDocument

SHARED = os.environ.get("ONRECORD_SHARED")


def opened(data: bytes, folder: Path) -> Opened:
    path = folder / "document"
    path.write_bytes(data)
    return Opened(path, "document")


@pytest.mark.skipif(SHARED is None, reason="ONRECORD_SHARED does not name the folder with real files")
@pytest.mark.parametrize(("name", "pages", "symbol"), [("2010", 24, "A/HRC/14/10"), ("2014", 28, "A/HRC/28/10")])
def test_a_real_report_has_its_pages_headers_and_footnotes(name: str, pages: int, symbol: str) -> None:
    file = Opened(Path(SHARED or "") / "samples" / f"kazakhstan{name}.pdf", name)
    document = printed(file)
    assert document.pages == pages
    headers = [line for line in document.lines if line.part is Part.HEADER]
    assert {line.page for line in headers if line.text == symbol} == set(range(2, pages + 1))
    assert not any(line.text == symbol for line in document.lines if line.part is Part.BODY)
    assert any(line.part is Part.FOOTNOTE for line in document.lines)
    assert [line.row for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert {line.page for line in begins(file)} == {1, 2}
    assert not any(r.READER.recognises(file) for r in (roll_calls, sponsors, special_sessions))


def test_a_word_document_has_its_cells(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_heading("Vote", 1)
    file.add_paragraph("In favour:")
    table = file.add_table(1, 2)
    table.cell(0, 1).text = "Mali"
    out = io.BytesIO()
    file.save(out)
    lines = printed(opened(out.getvalue(), tmp_path)).lines
    assert [(line.text, line.part, line.cell) for line in lines] == [
        ("Vote", Part.HEADING, None),
        ("In favour:", Part.BODY, None),
        ("Mali", Part.CELL, (1, 1, 2)),
    ]


def test_a_page_has_its_cells_and_no_menu(tmp_path: Path) -> None:
    page = b"<html><body><nav>Menu</nav><h2>Vote</h2><p>One<br>Two</p><table><tr><td>A<td>B</table></body></html>"
    lines = printed(opened(page, tmp_path)).lines
    assert [(line.text, line.part, line.cell) for line in lines] == [
        ("Vote", Part.HEADING, None),
        ("One", Part.BODY, None),
        ("Two", Part.BODY, None),
        ("A", Part.CELL, (1, 1, 1)),
        ("B", Part.CELL, (1, 1, 2)),
    ]


def test_a_plain_text_has_pages_where_it_breaks_them(tmp_path: Path) -> None:
    lines = printed(opened(b"One\ntwo\n\nThree\n\x0cFour\nGE.25-11364\n", tmp_path)).lines
    assert [(line.text, line.page, line.goes_on) for line in lines if line.part is Part.BODY] == [
        ("One", 1, True),
        ("two", 1, False),
        ("Three", 1, False),
        ("Four", 2, True),
    ]
    assert lines[-1].part is Part.HEADER


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"%PDF-1.7 cut", b"PK\x03\x04cut", b"{\\rtf1 text}"])
def test_what_is_no_document_is_refused_and_begins_with_nothing(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument):
        printed(opened(data, tmp_path))
    assert begins(opened(data, tmp_path)) == ()


@pytest.mark.parametrize(
    "text", ["GE.25-11364", "GE.14-23954 (E)", "A/HRC/58/2 GE.25-11364", "12 A/HRC/58/2", "page 4"]
)
def test_furniture_is_told_anywhere(text: str) -> None:
    assert is_furniture(text, at_edge=False)


@pytest.mark.parametrize("text", ["A/HRC/58/2", "12", "- 4 -"])
def test_symbols_and_page_numbers_are_furniture_at_an_edge_only(text: str) -> None:
    assert is_furniture(text, at_edge=True)
    assert not is_furniture(text, at_edge=False)
