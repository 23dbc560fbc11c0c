"""Documents read in a process of their own: what comes back, and that hostile files and readers end bounded."""

import contextlib
import io
import os
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from onrecord.record.store import Record
from onrecord.sources import apart
from onrecord.sources.apart import Limits, read_apart
from onrecord.sources.documents.formats import reader_of
from onrecord.sources.documents.opened import Found, Opened
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.statements import DocumentSaid, Statement
from onrecord.vocabulary.states import Gazetteer

BOUND = 45.0
"""The most seconds any of these may take, on a machine that is busy with other things."""

ENTRY = """
import os, signal, sys, time
from onrecord.sources import apart_worker
from onrecord.sources.documents.opened import Reader
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import DocumentSaid, Statement

def says(title):
    return Statement(DocumentSaid(title=title), Place(), title)

def read(opened, gazetteer):
    yield says("first")
    opened.told(1)
    {hostile}
    yield says("second")

apart_worker.reader_of = lambda opened: Reader("a test", lambda opened: True, read)
apart_worker.main()
"""
LIMITS = Limits(memory=1_000_000_000, processor=30, seconds=40.0)


@pytest.fixture
def gazetteer(record: Record) -> Gazetteer:
    return record.gazetteer


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a file"
    path.write_bytes(b"anything")
    return path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started, to see that none is left."""
    processes: list[subprocess.Popen[bytes]] = []
    start = apart._started

    def remembered(name: str) -> subprocess.Popen[bytes]:
        processes.append(start(name))
        return processes[-1]

    monkeypatch.setattr(apart, "_started", remembered)
    return processes


def read_by(hostile: str, file: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits = LIMITS) -> list[str | None]:
    """Return the titles that come from a reader that does something hostile after the first."""
    monkeypatch.setattr(apart, "_WORKER", ("-I", "-B", "-c", ENTRY.replace("{hostile}", hostile)))
    titles: list[str | None] = []
    try:
        for found in read_apart(file, "a file", Gazetteer([], []), limits):
            assert isinstance(found, Statement)
            assert isinstance(found.says, DocumentSaid)
            titles.append(found.says.title)
    except UnreadableDocument as error:
        titles.append(str(error))
    return titles


@pytest.mark.parametrize(
    ("hostile", "limits", "told"),
    [
        ("while True: pass", Limits(processor=1), "within 1 seconds of processor time"),
        ("time.sleep(60)", Limits(seconds=4), "within 4 seconds, found more"),
        ("held = [bytes(50_000_000) for _ in range(100)]", LIMITS, "within 1,000,000,000 bytes of memory, found more"),
        ("os.kill(os.getpid(), signal.SIGKILL)", LIMITS, "the reader was ended by SIGKILL"),
        ("os.abort()", LIMITS, "the reader was ended by SIGABRT"),
        ("os._exit(3)", LIMITS, "the reader ended with status 3"),
        ("raise ValueError('bad' * 1000)", LIMITS, "the reader has a fault (ValueError: badbad"),
        ("deep = lambda: deep(); deep()", LIMITS, "the reader has a fault (RecursionError"),
        ("raise UnreadableDocument('x', 'page 3', 'a list', 'none')", LIMITS, "page 3: expected a list, found none"),
        ("opened.path.with_suffix('.new').write_bytes(b'x' * 9_000_000)", LIMITS, "fault (OSError"),
        ("yield says('x' * 2_000)", Limits(line=1_000), "statements of at most 1,000 bytes"),
        ("while True: yield says('')", Limits(output=100_000), "at most 100,000 bytes of statements"),
        ("apart_worker.line_of = lambda found: '['", LIMITS, "wrote what it should not"),
        ("apart_worker.line_of = lambda found: '[' * 100_000", LIMITS, "wrote what it should not"),
        ('apart_worker.line_of = lambda found: \'{"kind": "Popen"}\'', LIMITS, "wrote what it should not"),
        ("apart_worker.line_of = lambda found: '{\"end\": 7}'", LIMITS, "lost count"),
    ],
)
def test_a_hostile_reader_ends_bounded_and_it_is_said_why(
    hostile: str, limits: Limits, told: str, file: Path, monkeypatch: pytest.MonkeyPatch, started: list
) -> None:
    begun = time.monotonic()
    *titles, why = read_by(hostile, file, monkeypatch, limits)
    assert why is not None
    assert told in why
    assert why.startswith("a file, ")
    assert titles[:1] == ["first"]
    assert set(titles) <= {"first", ""}
    assert time.monotonic() - begun < BOUND
    assert [process.returncode is not None for process in started] == [True]


def test_what_a_library_prints_is_no_statement(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_by("print('hello'); os.write(1, b'{}'); sys.stderr.write('x' * 999_999)", file, monkeypatch) == [
        "first",
        "second",
    ]


def test_who_stops_listening_ends_the_process(
    file: Path, monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    monkeypatch.setattr(apart, "_WORKER", ("-I", "-B", "-c", ENTRY.replace("{hostile}", "time.sleep(600)")))
    with contextlib.closing(read_apart(file, "a file", Gazetteer([], []), LIMITS)) as reading:
        next(reading)
    assert started[0].returncode is not None


def test_only_waiting_for_the_process_counts_as_time() -> None:
    with subprocess.Popen(["sleep", "600"]) as process:
        watch = apart._Watch(process, 0.4)
        time.sleep(0.8)
        assert process.poll() is None
        with watch:
            process.wait(timeout=BOUND)
        assert watch.late


def test_progress_is_passed_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_WORKER", ("-I", "-B", "-c", ENTRY.replace("{hostile}", "opened.told(7)")))
    done: list[int] = []
    found = list(read_apart(file, "a file", Gazetteer([], []), LIMITS, done.append))
    assert len(found) == 2
    assert done[0] == 1


def test_a_worker_that_cannot_be_started_or_says_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_WORKER", ("-I", "-c", "pass"))
    with pytest.raises(UnreadableDocument, match="status 0"):
        list(read_apart(file, "a file", Gazetteer([], [])))
    monkeypatch.setattr(apart.sys, "executable", "/nowhere/python")
    with pytest.raises(UnreadableDocument, match="a process to read it in"):
        list(read_apart(file, "a file", Gazetteer([], [])))


def test_a_file_that_is_not_there_or_too_large_starts_nothing(file: Path, started: list) -> None:
    with pytest.raises(UnreadableDocument, match="No such file"):
        list(read_apart(file.with_name("none"), "none", Gazetteer([], [])))
    with pytest.raises(UnreadableDocument, match="at most 3 bytes, found 8"):
        list(read_apart(file, "a file", Gazetteer([], []), Limits(size=3)))
    assert started == []


VOTES = b"""undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,\
subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link
1,KAZ,KAZAKHSTAN,Y,2006-03-15,60,A/RES/60/251,A/60/L.48,,A/60/PV.72,Human Rights Council,,,,2.0,1.0,0.0,0.0,3.0,x
1,USA,UNITED STATES,N,2006-03-15,60,A/RES/60/251,A/60/L.48,,A/60/PV.72,Human Rights Council,,,,2.0,1.0,0.0,0.0,3.0,x
1,NIG,NIGERRIA,Y,2006-03-15,60,A/RES/60/251,A/60/L.48,,A/60/PV.72,Human Rights Council,,,,2.0,1.0,0.0,0.0,3.0,x
"""


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "2026_voting.csv"
    path.write_bytes(VOTES)
    opened = Opened(path, path.name)
    done: list[int] = []
    there = list(read_apart(path, path.name, gazetteer, LIMITS, done.append))
    assert there == list(reader_of(opened).read(opened, gazetteer))
    assert len(there) > 4
    assert done


def pdf_of(pages: int) -> bytes:
    """Return a PDF of so many pages, each with a line of text."""
    parts: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in range(pages):
        text = b"BT /F 12 Tf 72 720 Td (A/HRC/14/10 page %d) Tj ET" % page
        parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(text), text))
        box = b"/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
        parts.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (box, len(parts)))
        kids.append(b"%d 0 R" % len(parts))
    parts[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(kids))
    out, at = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, part in enumerate(parts, start=1):
        at.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, part))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in at))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start))
    return out.getvalue()


def bomb(part: str, size: int = 60_000_000, parts: int = 1) -> bytes:
    """Return an archive of almost nothing that unpacks to very much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number in range(parts):
            packed.writestr(f"{number}/{part}" if number else part, b"<" * size)
    return out.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE collection [<!ENTITY a "ha">%s]>
<collection xmlns="http://www.loc.gov/MARC21/slim"><record><datafield tag="967"><subfield code="e">&i;</subfield>
</datafield></record></collection>""" % b"".join(
    b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 20) for c in range(ord("b"), ord("j"))
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("laughs.xml", LAUGHS),
        ("bomb.docx", bomb("word/document.xml")),
        ("bomb.xlsx", bomb("xl/workbook.xml")),
        ("parts.zip", bomb("x", 1, 2_100)),
        ("10,000 pages.pdf", pdf_of(10_000)),
        ("deep.json", b'[{"AnnotationId":' + b"[" * 100_000),
        ("deep closed.json", b"[" * 100_000 + b"]" * 100_000),
        ("deep.xml", b'<collection><record><datafield tag="967">' + b"<subfield>" * 100_000),
        ("nul.csv", b"undl_id,ms_code,ms_name,ms_vote\n" + b"\0" * 1_000_000),
        ("one line.csv", b'undl_id,ms_code,ms_name,ms_vote\n1,"' + b"x" * 5_000_000),
        ("empty", b""),
        ("garbage", bytes(range(256)) * 4_000),
    ],
)
def test_a_hostile_file_ends_bounded(name: str, data: bytes, tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    limits = Limits(memory=1_500_000_000, processor=30, seconds=60.0, output=50_000_000)
    begun, found, why = time.monotonic(), list[Found](), ""
    try:
        found.extend(read_apart(path, name, gazetteer, limits))
    except UnreadableDocument as error:
        why = str(error)
    assert why.startswith(f"{name}, ") or found
    for unbounded in ("the reader has a fault", "the reader was ended", "processor time"):
        assert unbounded not in why
    assert time.monotonic() - begun < BOUND
    assert len(found) < 1_000
    assert os.listdir(tmp_path) == [name]
