"""What files look like by their first bytes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.looks import Form, form_of, looks_like, refusal


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"", Form.EMPTY),
        (b"%PDF-1.4", Form.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", Form.PDF),
        (b"PK\x03\x04", Form.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.OLE),
        (b"\x89PNG\r\n", Form.IMAGE),
        (b"BM\x00\x00\x00", Form.IMAGE),
        (b"BMENA States,Vote\n", Form.TEXT),
        (b"\x1f\x8b\x08", Form.PACKED),
        (b"<!DOCTYPE html>", Form.HTML),
        ("\ufeff<html>".encode("utf-16"), Form.HTML),
        (b"<!-- saved --><HTML>", Form.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', Form.HTML),
        (b'<?xml version="1.0"?>\n<!-- Search --><collection>', Form.XML),
        (b"<collection xmlns='http://www.loc.gov/MARC21/slim'>", Form.XML),
        (b'[{"AnnotationId": 1}]', Form.JSON),
        (b"[", Form.JSON),
        (b'{"a": 1}', Form.JSON),
        (b"[Adopted without a vote.]", Form.TEXT),
        (b"undl_id,ms_code\n", Form.TEXT),
        ("L'État\n".encode("latin-1"), Form.TEXT),
        (b"\x00\x01\x02", Form.BYTES),
        (b"\x01\x02\x03\x04", Form.BYTES),
    ],
)
def test_the_form_is_told_by_the_bytes(head: bytes, form: Form) -> None:
    assert form_of(head) is form


def test_xml_is_told_by_its_root_and_a_page_by_its_title() -> None:
    assert looks_like(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r>') == "XML whose root is r"
    assert looks_like(b"<html><title> A\n page </title>") == "a web page (titled 'A page')"


def test_a_long_page_that_speaks_of_access_denied_is_no_refusal() -> None:
    words = b"<html><title>Press release</title><p>" + b"The delegation said access denied was no answer. " * 40
    assert refusal(words) is None
    assert refusal(b"<html><title>Access denied</title><p>" + b"word " * 400) == (
        "a page that turns programs away (titled 'Access denied')"
    )


@given(st.binary(max_size=3000))
@settings(max_examples=100, deadline=None)
def test_any_bytes_look_like_something(head: bytes) -> None:
    assert looks_like(head)
    assert isinstance(form_of(head), Form)


@pytest.mark.parametrize("unit", [b"<script", b"<", b"<!--", b" ", b"<title>", b"<!DOCTYPE [", b"<?xml"])
def test_no_bytes_take_long_to_look_at(unit: bytes) -> None:
    started = time.process_time()
    looks_like(b"<html>" + unit * (65_536 // len(unit)))
    looks_like(unit * (65_536 // len(unit)))
    assert time.process_time() - started < 2
