"""The command that checks a text against the record: sentence by sentence, or many texts as lines of JSON."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsJson, RecordFolder, open_record, show
from onrecord.vocabulary.errors import OnRecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.propose import Proposer
    from onrecord.publish.check_asked import Asked
    from onrecord.publish.views.check import CheckRecord, Checks
    from onrecord.record.store import Record


def register(app: typer.Typer) -> None:
    """Add the command ``check``."""
    app.command()(check)


def check(
    file: Annotated[str, typer.Argument(help="A text: plain, HTML, PDF or DOCX; - for standard input.")],
    about: Annotated[str | None, typer.Option(help="State the text is about; found in the text if not given.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Day of the text, 2014, 2015-03 or 2015-03-24; the last day it means.")
    ] = None,
    json: AsJson = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="The file has one {id, text, about?, as_of?} a line; one answer a line.")
    ] = False,
    html: Annotated[Path | None, typer.Option(help="Write the result as one HTML page to this file.")] = None,
    claim_review: Annotated[
        Path | None, typer.Option(help="Write the result as schema.org ClaimReview in JSON-LD to this file.")
    ] = None,
    site: Annotated[str, typer.Option(help="Address of the site, for links in files: https://example.org.")] = "",
    propose: Annotated[
        bool, typer.Option("--propose", help="Let a model propose claims for sentences not read; the record decides.")
    ] = False,
    propose_url: Annotated[
        str, typer.Option(envvar="ONRECORD_PROPOSE_URL", help="Its OpenAI-compatible address, up to /v1.")
    ] = "",
    propose_model: Annotated[
        str, typer.Option(envvar="ONRECORD_PROPOSE_MODEL", help="Its name. A key: ONRECORD_PROPOSE_KEY.")
    ] = "",
    record: RecordFolder = None,
) -> None:
    """Check a text against the record: what it supports, refutes, leaves open, with the rows each verdict rests on."""
    from onrecord.claims.check import Checker
    from onrecord.publish.check_asked import Asked

    opened = open_record(record)
    checker = Checker(opened, _proposer(opened, propose_url, propose_model) if propose else None)
    if jsonl:
        _check_lines(opened, checker, file)
        return
    view = _checked(opened, checker, _read(file, Asked("", about or "", as_of or "")))
    _write_files(opened, view, html, claim_review, site.rstrip("/"))
    from onrecord.publish.terminal.check import show_check

    show(view, json, show_check)


def _proposer(opened: "Record", url: str, model: str) -> "Proposer":
    from onrecord.claims.propose import Endpoint, Proposer

    if not (url and model):
        hint = "say where the model is: --propose-url and --propose-model, or ONRECORD_PROPOSE_URL and _MODEL"
        raise typer.BadParameter(hint, param_hint="--propose")
    states = frozenset(state.iso3 for state in opened.gazetteer.states)
    return Proposer(Endpoint(url, model, os.environ.get("ONRECORD_PROPOSE_KEY")), states)


class Unopened(OnRecordError):
    """A file that cannot be read or written."""


def _bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise Unopened(f"{file}: expected a file to read, found {error.strerror or error}") from error


def _read(file: str, asked: "Asked") -> "tuple[Asked, tuple[str, ...]]":
    """Return what is asked with the text of the file, and notes on how it was read."""
    from onrecord.claims.documents import read_document

    document = read_document(_bytes(file), "" if file == "-" else file)
    return replace(asked, text=document.text), document.notes


def _checked(opened: "Record", checker: "Checks", read: "tuple[Asked, tuple[str, ...]]") -> "CheckRecord":
    from onrecord.publish.terminal.progress import Progress
    from onrecord.publish.views import check as views

    (asked, notes), progress = read, Progress("sentences")
    checked = views.check(opened, checker, asked, progress=progress.at)
    progress.end()
    view = views.check_record(opened, checked, asked)
    return replace(view, notes=(*notes, *view.notes))


def _write_files(
    opened: "Record", view: "CheckRecord", html: Path | None, claim_review: Path | None, site: str
) -> None:
    from onrecord.record.coverage_of import council_votes_span

    last_day = council_votes_span(opened).last
    if html:
        from onrecord.publish.web.check_export import export_page

        _write(html, export_page(view, last_day, site))
    if claim_review:
        from onrecord.publish.claim_review import claim_reviews

        _write(claim_review, claim_reviews(view, last_day, site))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unopened(f"{path}: expected a file to write, found {error.strerror or error}") from error


def _check_lines(opened: "Record", checker: "Checks", file: str) -> None:
    """Answer each line as it comes; exit with 2 at the end if one of them could not be read."""
    from onrecord.publish.check_lines import error_line
    from onrecord.publish.terminal.progress import Progress

    progress, bad = Progress("lines"), 0
    for number, line in enumerate(_lines(file), 1):
        try:
            answer = _answered(opened, checker, line)
        except OnRecordError as error:
            bad += 1
            answer = error_line(number, line, str(error))
            progress.end()
            typer.echo(f"onrecord: line {number}: {error}", err=True)
        sys.stdout.write(answer)
        sys.stdout.flush()
        progress.at(number)
    progress.end()
    if bad:
        raise typer.Exit(2)


def _lines(file: str) -> "Iterator[bytes]":
    if file == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as handle:
            yield from handle
    except OSError as error:
        raise Unopened(f"{file}: expected a file to read, found {error.strerror or error}") from error


def _answered(opened: "Record", checker: "Checks", line: bytes) -> str:
    from onrecord.publish.check_lines import answer_line, read_line
    from onrecord.publish.views import check as views

    if not line.strip():
        return ""
    one = read_line(line)
    return answer_line(one.id, views.check(opened, checker, one.asked))
