"""Which format a file is: by its content, one at most, and told what it looks like where it is none."""

import importlib
import io
import os
import pkgutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources import documents
from onrecord.sources.documents.formats import READERS, reader_of
from onrecord.sources.documents.opened import Opened, Reader
from onrecord.vocabulary.errors import UnreadableDocument
from tests.sources.documents.writing_catalogues import HEADERS, library_csv, marc, ohchr_fields, votes_of


def opened(folder: Path, data: bytes, name: str = "a file") -> Opened:
    path = folder / "file"
    path.write_bytes(data)
    return Opened(path, name)


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


def test_every_reader_is_among_the_formats_and_once() -> None:
    modules = [
        importlib.import_module(f"{documents.__name__}.{m.name}") for m in pkgutil.iter_modules(documents.__path__)
    ]
    written = {vars(module)["READER"].name for module in modules if isinstance(vars(module).get("READER"), Reader)}
    assert sorted(reader.name for reader in READERS) == sorted(written)


MARCXML = b"""<collection xmlns="http://www.loc.gov/MARC21/slim"><record><controlfield tag="001">1</controlfield>
<datafield tag="591" ind1=" " ind2=" "><subfield code="a">RECORDED</subfield></datafield></record></collection>"""
VOTES = b"undl_id,ms_code,ms_name,ms_vote,date\n1,KAZ,KAZAKHSTAN,Y,2006-03-15\n"
UPR_INFO = b"SuR,Rgrp,Org,Recommendation,RS,Rgrp,Org,Response,Action,Issue,Session\n"
UHRI = b'[{"AnnotationId": "1", "AnnotationType": "- Recommendations", "Body": "- CERD", "Text": "1. x"}]'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (MARCXML, "MARCXML voting records"),
        (VOTES, "UN Digital Library votes, CSV"),
        (UPR_INFO, "UPR Info export of recommendations"),
        (UHRI, "UHRI export as JSON"),
    ],
)
def test_a_file_is_told_by_its_content(tmp_path: Path, data: bytes, name: str) -> None:
    file = opened(tmp_path, data, "misnamed.docx")
    assert reader_of(file).name == name
    assert [reader.name for reader in READERS if reader.recognises(file)] == [name]


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"", "an empty file"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\x1f\x8b\x08\x00", "a packed archive"),
        (b"{\\rtf1}", "rich text (RTF)"),
        (packed(), "an empty ZIP archive"),
        (packed("holiday.jpg", "b"), "a ZIP archive of 2 parts (first: holiday.jpg)"),
        (b"PK\x03\x04" + b"\0" * 100, "a damaged archive (BadZipFile)"),
        (b"<html><title>My page</title></html>", "a web page (titled 'My page')"),
        (b"<html><form><input type='password'></form></html>", "a page that asks for a login"),
        (b"<html><title>Access Denied</title></html>", "a page that turns programs away (titled 'Access Denied')"),
        (b"<html><title>Page not found</title></html>", "there is no such page"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "XML whose root is rss"),
        (b'{"name": "x"}', "JSON"),
        (b"Dear all,\nas agreed", "plain text that begins 'Dear all,'"),
        (b"\x00\x01" * 50, "bytes of no known form"),
    ],
)
def test_what_is_no_known_format_is_told_by_its_looks(tmp_path: Path, data: bytes, looks: str) -> None:
    with pytest.raises(UnreadableDocument) as told:
        reader_of(opened(tmp_path, data))
    assert looks in told.value.found
    assert told.value.name == "a file"


@given(
    st.one_of(
        st.binary(max_size=2000),
        st.tuples(st.sampled_from([MARCXML, VOTES, UPR_INFO, UHRI]), st.integers(0, 300), st.binary(max_size=9)).map(
            lambda t: t[0][: t[1]] + t[2] + t[0][t[1] :]
        ),
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_is_two_formats_and_none_upsets_a_reader(tmp_path: Path, data: bytes) -> None:
    file = opened(tmp_path, data)
    known = [reader.name for reader in READERS if reader.recognises(file)]
    assert len(known) <= 1


def test_what_the_catalogues_write_is_one_format_each(tmp_path: Path, record: Record) -> None:
    votes = votes_of(record, "HRC", every=150)
    written = [(library_csv(votes, record.gazetteer, edition), "UN Digital Library votes, CSV") for edition in HEADERS]
    written.append((marc(ohchr_fields(vote, record.gazetteer) for vote in votes), "MARCXML voting records"))
    for data, name in written:
        file = opened(tmp_path, data)
        assert [reader.name for reader in READERS if reader.recognises(file)] == [name]


SAMPLES = {
    "*.pdf": "report of the Working Group on the Universal Periodic Review",
    "treaties/*.csv": "treaty participants as CSV",
    "upr_info/*": "UPR Info export of recommendations",
}


@pytest.mark.skipif("ONRECORD_SHARED" not in os.environ, reason="real documents are not in the repository")
@pytest.mark.parametrize(("files", "name"), SAMPLES.items())
def test_each_real_document_is_one_format(files: str, name: str) -> None:
    found = sorted(Path(os.environ["ONRECORD_SHARED"], "samples").glob(files))
    assert found
    for path in found:
        file = Opened(path, "a file")
        assert [reader.name for reader in READERS if reader.recognises(file)] == [name]
