"""Files of every kind into text: what is kept, what is dropped, and what is refused with which words."""

import io
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.claims import documents
from onrecord.claims.documents import DocumentKind, clean, read_apart, read_document
from onrecord.sources.printed import pdf as documents_pdf
from onrecord.sources.printed import web_page as documents_html
from onrecord.sources.printed import word as documents_docx
from onrecord.vocabulary.errors import OnRecordError, UnreadableDocument


def pdf(*pages: list[tuple[int, int, int, str]], title: str = "") -> bytes:
    """A small PDF, written by hand: each page a list of (x, y, size, text)."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b""]
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = []
    for page in pages:
        stream = b"BT " + b" ".join(_shown(*entry) for entry in page) + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    return _assembled(objects)


def _shown(x: int, y: int, size: int, text: str) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj" % (size, x, y, escaped.encode("cp1252"))


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (size, len(objects))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF" % (size, table, trailer, len(out))


def lines(top: int, *texts: str, size: int = 10) -> list[tuple[int, int, int, str]]:
    return [(70, top - 12 * at, size, text) for at, text in enumerate(texts)]


def word(**parts: bytes) -> bytes:
    file = docx.Document()
    file.core_properties.title = "Norland at the Council"
    file.add_heading("Pledges", 1)
    file.add_paragraph("Before its election, Norland pledged to:")
    file.add_paragraph("ratify the treaty;", style="List Bullet")
    file.add_paragraph("receive every mandate holder.", style="List Number")
    table = file.add_table(2, 2)
    for at, text in enumerate(("State", "Vote", "Norland", "Yes")):
        table.cell(at // 2, at % 2).text = text
    file.add_paragraph("It kept “one” of them.")
    saved = io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    return saved.getvalue()


PAGE = """<!doctype html><html><head><title>Votes &amp; more</title><style>p {}</style></head><body>
<nav><a href="/">Home</a></nav><header><h1>Norland  joins</h1></header>
<p>First line<br>second <b>bold</b>-ness.</p><div>Loose text<p>Inner.</p>tail</div>
<ul><li>One<ul><li>Nested</li></ul></li><li><p>Two</p></li></ul>
<table><tr><th>State</th><th>Vote</th></tr><tr><td>Norland</td><td>Yes</td></tr></table>
<script>var hidden</script><form>Subscribe</form><aside>Other news</aside><footer>Imprint</footer></body></html>"""


def test_page_keeps_its_blocks_and_drops_what_is_around_them():
    page = read_document(PAGE.encode())
    assert (page.kind, page.title) == (DocumentKind.HTML, "Votes & more")
    assert [line for line in page.text.split("\n") if line] == [
        "Norland joins",
        "First line",
        "second bold-ness.",
        "Loose text",
        "Inner.",
        "tail",
        "• One",
        "• Nested",
        "• Two",
        "State | Vote",
        "Norland | Yes",
    ]


def test_page_with_one_main_part_is_read_from_it():
    story = "The Council met for three weeks and took up the reports before it. " * 4
    page = read_document(f"<html><body><div>Menu</div><main><p>{story}</p></main><div>More</div>".encode())
    assert page.text.strip() == story.strip()


def test_page_nested_too_deep_is_refused_before_it_is_parsed():
    with pytest.raises(UnreadableDocument, match="at most 1,000 inside one another"):
        read_document(b"<div>" * (documents_html.DEEPEST + 1) + b"deep")
    assert read_document(b"<p>one" * 3000).text.count("one") == 3000


def test_word_keeps_headings_items_rows_and_title():
    file = read_document(word(), "pledges.docx")
    assert (file.kind, file.title) == (DocumentKind.DOCX, "Norland at the Council")
    assert [line for line in file.text.split("\n") if line] == [
        "Pledges",
        "Before its election, Norland pledged to:",
        "• ratify the treaty;",
        "• receive every mandate holder.",
        "State | Vote",
        "Norland | Yes",
        "It kept “one” of them.",
    ]


def test_word_file_that_unpacks_to_too_much_is_refused_by_the_size_it_declares():
    bomb = word(**{"word/media/zeros.bin": bytes(documents_docx.MOST_UNPACKED)})
    assert len(bomb) < 1_000_000
    with pytest.raises(UnreadableDocument, match="at most 60,000,000 bytes unpacked"):
        read_document(bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_word_part_that_defines_entities_is_refused(encoding):
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(UnreadableDocument, match="a document type definition"):
        read_document(word(**{"word/evil.xml": xml.encode(encoding)}))


def test_other_archive_is_no_word_document():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notes.txt", "hello")
    with pytest.raises(UnreadableDocument, match=r"votes\.docx, the archive: expected a Word document"):
        read_document(packed.getvalue(), "votes.docx")


FIRST = [
    "Norland was elected to the Human Rights Council in October and has since taken the",
    "floor in many of its debates, as its ambassador told the well-informed press in accord-",
    "ance with the rules.1 It has sponsored texts on housing, on water and on the rights of",
]
SECOND = ["older persons in every region.", "It will stand again."]


def two_pages() -> bytes:
    one = [(70, 800, 9, "A/NOR/7"), *lines(760, "A record of service", size=14), *lines(720, *FIRST)]
    one += [(70, 100, 7, "1 Rules of procedure, para. 4."), (290, 40, 9, "1")]
    two = [(70, 800, 9, "A/NOR/7"), *lines(760, *SECOND), (290, 40, 9, "2")]
    return pdf(one, two, title="Service")


def test_pdf_is_put_back_into_paragraphs():
    file = read_document(two_pages())
    assert (file.kind, file.title) == (DocumentKind.PDF, "Service")
    heading, paragraph, note = file.text.strip().split("\n\n")
    assert heading == "A record of service"
    assert "in accordance with the rules.1 It has" in paragraph
    assert "the well-informed press" in paragraph
    assert "the rights of older persons in every region." in paragraph
    assert note == "1 Rules of procedure, para. 4."


def test_pdf_page_without_text_is_noted_and_one_without_any_refused():
    assert read_document(pdf(lines(700, "It voted no."), [])).notes == ("no text on page 2",)
    with pytest.raises(UnreadableDocument, match=r"scan\.pdf, its 2 pages: expected text, found none"):
        read_document(pdf([], []), "scan.pdf")


def test_pdf_with_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(documents_pdf, "MOST_PAGES", 1)
    with pytest.raises(UnreadableDocument, match="at most 1 pages, found 2"):
        read_document(two_pages())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Ünion “q”".encode(), "Ünion “q”"),
        (b"\xef\xbb\xbfIt voted.", "It voted."),
        ("It voted – so.".encode("utf-16"), "It voted – so."),
        (b"\xfe\xff" + "Ja".encode("utf-16-be"), "Ja"),
        (b"caf\xe9 \x93q\x94", "café “q”"),
        (b"a\0b\x07c\r\nd\re", "abc\nd\ne"),
        ("cafe\u0301".encode(), "café"),
        (b"1 < 2 and <b>so</b>", "1 < 2 and <b>so</b>"),
    ],
)
def test_plain_text_by_its_bytes(data, text):
    read = read_document(data)
    assert (read.kind, read.text) == (DocumentKind.TEXT, text)


def test_guessed_encoding_is_noted():
    assert read_document(b"caf\xe9").notes == ("not UTF-8; read as Windows-1252",)
    page = '<html><meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2")
    assert read_document(page).text.strip() == "Łódź"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "expected words, found none"),
        (b" \n\t", "expected words, found none"),
        (b"\x89PNG\r\n", "found a PNG image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"%PDF-1.4 nothing", "expected a PDF, found a damaged one"),
        (b"PK\x03\x04nothing", "a damaged archive"),
    ],
)
def test_what_cannot_be_read_is_said(data, words):
    with pytest.raises(UnreadableDocument) as raised:
        read_document(data, "my file")
    assert str(raised.value).startswith("my file, ")
    assert words in str(raised.value)
    assert isinstance(raised.value, OnRecordError)


def test_limits_of_bytes_and_characters(monkeypatch):
    monkeypatch.setattr(documents, "LARGEST", 10)
    for read in (read_document, read_apart):
        with pytest.raises(UnreadableDocument, match="at most 10 bytes, found 11"):
            read(b"x" * 11)
    monkeypatch.setattr(documents, "MOST_TEXT", 5)
    with pytest.raises(UnreadableDocument, match="at most 5 characters, found 6"):
        read_document(b"x" * 6)


@given(st.text(max_size=200))
@example("\ud800\u2029\x85\x0c")
def test_cleaned_text_is_clean_again_and_can_be_written(text):
    once = clean(text)
    assert clean(once) == once
    assert "\0" not in once
    assert "\r" not in once
    once.encode()


SOUND = {"pdf": two_pages(), "docx": word()}


@settings(max_examples=40, deadline=5000, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(SOUND)),
    st.floats(0, 1),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), max_size=12),
)
def test_damaged_file_is_a_document_or_refused(kind, share, flips):
    data = bytearray(SOUND[kind])
    for place, mask in flips:
        data[int(place * len(data))] ^= mask
    try:
        read = read_document(bytes(data[: int(share * len(data))] if share < 0.5 else data))
    except UnreadableDocument:
        return
    assert read.text.strip()
