"""The three writers: the same words and footnotes in each, the same bytes each time, nothing loaded from elsewhere."""

import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from selectolax.lexbor import LexborHTMLParser

from onrecord.publish.reports.document import Bullets, Document, Finding, Paragraph, Picture, Table, numbered
from onrecord.publish.reports.formats import Format
from onrecord.publish.reports.written import written
from tests.publish.reports.conftest import TERMS, Made

EVERY = [*(" ".join(term) for term in TERMS), "brief", "letter"]


def plain(words: str) -> str:
    """Words without what a writer may put between letters: spaces, breaks that are not seen, hyphens at line ends."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\u0002-]+", "", words)


def findings(document: Document) -> list[Finding]:
    """The sentences of views in a report."""
    return [b for one in document.sections for b in one.blocks if isinstance(b, Finding)]


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("name", ["LBY 2010-2013", "letter"])
def test_the_same_report_has_the_same_bytes(made: Made, name: str, form: Format) -> None:
    assert written(made(name), form) == written(made(name), form)


@pytest.mark.parametrize("name", EVERY)
def test_the_pdf_holds_every_sentence_and_every_footnote(made: Made, name: str) -> None:
    document = made(name)
    content = written(document, Format.PDF)
    opened = pypdfium2.PdfDocument(content)
    text = plain("".join(page.get_textpage().get_text_bounded() for page in opened))
    opened.close()
    numbers = "".join(str(n) for n in range(10))
    bare = text.translate(str.maketrans("", "", numbers))
    for one in findings(document):
        assert plain(one.sentence.text).translate(str.maketrans("", "", numbers)) in bare, one.sentence.text
    for note, number in numbered(document).items():
        assert f"{number}{plain(note.text)[:20]}" in text, note.text
    assert plain(document.title) in text


def test_the_pdf_is_tagged_and_titled_and_without_a_day(made: Made) -> None:
    document = made("MHL 2020-2022")
    content = written(document, Format.PDF)
    opened = pypdfium2.PdfDocument(content)
    about = opened.get_metadata_dict()
    assert about["Title"] == document.title
    assert about["CreationDate"] == ""
    assert opened.is_tagged()
    assert 5 <= len(opened) <= 13
    opened.close()


@pytest.mark.parametrize("name", EVERY)
def test_the_word_file_has_headings_header_rows_and_words_for_pictures(made: Made, name: str) -> None:
    document = made(name)
    opened = docx.Document(BytesIO(written(document, Format.DOCX)))
    headings = [p.text for p in opened.paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")]
    assert headings == [one.heading for one in document.sections if one.heading]
    blocks = [block for one in document.sections for block in one.blocks]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(opened.tables) == len(tables)
    for shown, table in zip(opened.tables, tables, strict=True):
        first = shown._tbl.tr_lst[0]
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert len(shown._tbl.tr_lst) == len(table.rows) + 1
    said = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]
    assert said == [block.chart.alt for block in blocks if isinstance(block, Picture)]
    texts = " ".join(p.text for p in opened.paragraphs)
    assert all(one.sentence.text in texts for one in findings(document))


@pytest.mark.parametrize("name", EVERY)
def test_the_word_file_has_real_footnotes(made: Made, name: str) -> None:
    document = made(name)
    numbers = numbered(document)
    with ZipFile(BytesIO(written(document, Format.DOCX))) as package:
        notes = parse_xml(package.read("word/footnotes.xml"))
        body = parse_xml(package.read("word/document.xml"))
        kinds = package.read("[Content_Types].xml").decode()
        links = package.read("word/_rels/document.xml.rels").decode()
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "footnotes+xml" in kinds
    assert "relationships/footnotes" in links
    texts = {int(one.get(qn("w:id"))): "".join(t.text or "" for t in one.iter(qn("w:t"))) for one in notes if len(one)}
    assert sorted(n for n in texts if n > 0) == list(range(1, len(numbers) + 1))
    assert all(texts[number].strip().startswith(note.text) for note, number in numbers.items())
    called = [int(one.get(qn("w:id"))) for one in body.iter(qn("w:footnoteReference"))]
    assert called == sorted(numbers.values())
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    again = [re.search(r"NOTEREF (note\d+)", one.text or "") for one in body.iter(qn("w:instrText"))]
    assert {found[1] for found in again if found} <= marks


@pytest.mark.parametrize("name", ["KAZ 2013-2015", "brief"])
def test_a_word_processor_opens_the_word_file_with_its_footnotes(made: Made, name: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        assert not os.environ.get("CI"), "expected soffice, found none"
        pytest.skip("soffice is not on this machine")
    document = made(name)
    (tmp_path / "report.docx").write_bytes(written(document, Format.DOCX))
    settings = f"-env:UserInstallation=file://{tmp_path}/settings"
    asked = [
        office,
        settings,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        f"{tmp_path}/report.docx",
    ]
    subprocess.run(asked, check=True, capture_output=True, timeout=300)
    opened = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    text = plain("".join(page.get_textpage().get_text_bounded() for page in opened))
    opened.close()
    for note, number in numbered(document).items():
        assert f"{number}{plain(note.text)[:16]}" in text, note.text


@pytest.mark.parametrize("name", EVERY)
def test_the_html_file_loads_nothing_and_its_footnotes_lead_there_and_back(made: Made, name: str) -> None:
    document = made(name)
    content = written(document, Format.HTML).decode()
    tree = LexborHTMLParser(content)
    assert not tree.css("script, link, iframe, object, embed, img, audio, video, base, [src], [srcset], [data]")
    styles = [one.text() for one in tree.css("style")] + [one.attributes["style"] or "" for one in tree.css("[style]")]
    assert not [one for one in styles if re.search(r"@import|url\((?!#)", one)]
    hrefs = [
        one.attributes.get("xlink:href") or one.attributes.get("href") for one in tree.css("svg [href], use, image")
    ]
    assert not [href for href in hrefs if href and not href.startswith("#")]
    ids = [one.attributes["id"] for one in tree.css("main [id]") if not one.css_matches("svg *")]
    assert len(set(ids)) == len(ids)
    inside = {one.attributes["href"] for one in tree.css("a[href^='#']")}
    assert {href[1:] for href in inside if href} <= set(ids)
    assert len(tree.css(".report-notes li")) == len(numbered(document))
    text = tree.body.text() if tree.body else ""
    assert all(one.sentence.text in text for one in findings(document))
    assert len(tree.css("svg[role=img][aria-label]")) == sum(
        isinstance(block, Picture) for one in document.sections for block in one.blocks
    )


def test_the_same_words_stand_in_all_three(made: Made) -> None:
    document = made("KAZ 2022-2024")
    tree = LexborHTMLParser(written(document, Format.HTML).decode())
    page = plain(tree.body.text() if tree.body else "")
    opened = docx.Document(BytesIO(written(document, Format.DOCX)))
    word = plain("".join(p.text for p in opened.paragraphs) + "".join(c.text for t in opened.tables for c in t._cells))
    for one in document.sections:
        for block in one.blocks:
            listed = block.items if isinstance(block, Bullets) else block.words if isinstance(block, Paragraph) else ()
            for words in listed:
                assert plain(words.text) in page
                assert plain(words.text) in word


def test_our_addresses_are_links_where_the_site_is_known(made: Made) -> None:
    with_site = written(made("letter"), Format.HTML, "https://example.org").decode()
    assert 'href="https://example.org/treaties/kazakhstan"' in with_site
    assert 'href="/treaties' not in written(made("letter"), Format.HTML).decode()
