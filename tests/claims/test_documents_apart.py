"""Documents read in a process of their own: the same text, and every failure a refusal."""

import subprocess
import sys

import pytest

from onrecord.claims.documents import read_apart, read_document
from onrecord.vocabulary.errors import UnreadableDocument


@pytest.mark.parametrize("data", ["It voted “no”.".encode(), b"<html><title>T</title><p>It voted.", b"caf\xe9"])
def test_apart_gives_the_same_document(data):
    assert read_apart(data, "a file") == read_document(data, "a file")


def test_apart_gives_the_same_refusal():
    with pytest.raises(UnreadableDocument) as raised:
        read_apart(b"%PDF-1.4 nothing", "-x")
    assert str(raised.value).startswith("-x, the file: expected a PDF")


def test_apart_is_ended_after_its_time():
    with pytest.raises(UnreadableDocument, match=r"read within 0\.01 seconds"):
        read_apart(b"It voted.", seconds=0.01)


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "print('no json')",
        "print('[]')",
        "print('{}')",
        "print('{\"refused\": 1}')",
        "print('[' * 100000)",
        "bytearray(10 ** 15)",
        'print(\'{"text": "a", "kind": "?", "title": null, "notes": []}\')',
    ],
)
def test_whatever_the_process_does_is_a_refusal(monkeypatch, program):
    run = subprocess.run

    def other(command, **options):
        return run([sys.executable, "-I", "-c", program], **options)

    monkeypatch.setattr(subprocess, "run", other)
    with pytest.raises(UnreadableDocument, match="a document that can be read, found one at which the reader ended"):
        read_apart(b"It voted.", "x")


@pytest.mark.skipif(sys.platform == "win32", reason="the platform has no limit of memory")
def test_process_has_bounded_memory():
    program = (
        "import resource, onrecord.claims.documents.apart as a; a._limit(5.0);"
        "assert resource.getrlimit(resource.RLIMIT_AS)[0] == a.MOST_MEMORY;"
        "assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0;"
        "a.read_document = lambda data, name: bytearray(a.MOST_MEMORY);"
        "print(a._reply(b'', 'x')['refused'][1])"
    )
    done = subprocess.run([sys.executable, "-I", "-B", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "one read within 1,500,000,000 bytes of memory"
