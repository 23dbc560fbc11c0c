"""The commands that write a report, a brief or a letter into a file."""

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsJson, AsOf, RecordFolder, open_record
from onrecord.publish.reports.formats import Format

if TYPE_CHECKING:
    from onrecord.publish.reports.document import Document

_Form = Annotated[
    Format | None, typer.Option("--format", help="pdf, docx or html; by the ending of --out if not given, else pdf.")
]
_Out = Annotated[Path | None, typer.Option(help="File to write; a name that says what it is, here, if not given.")]
_Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there; without it nothing is lost.")]
_Base = Annotated[str, typer.Option(help="Beginning of our pages' addresses, for links: https://example.org.")]
_State = Annotated[str, typer.Argument(help="State: Kazakhstan, KAZ.")]


def register(app: typer.Typer) -> None:
    """Add the commands ``report``, ``brief`` and ``letter``."""
    app.command()(report)
    app.command()(brief)
    app.command()(letter)


def report(
    state: _State,
    term: Annotated[str, typer.Option(help="Term on the Council by its years: 2013-2015.")],
    format: _Form = None,
    out: _Out = None,
    force: _Force = False,
    base: _Base = "",
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Write the report of a state's term: pledges, votes, treaties, reviews, visits, ratings, what is not known."""
    from onrecord.publish.reports.term_report import term_report

    opened = open_record(record, as_of)
    _write(lambda: term_report(opened, state, term), _File(format, out, force, base, json))


def brief(
    election: Annotated[str, typer.Argument(help="Day of an election, or its year or month if there was only one.")],
    group: Annotated[str | None, typer.Option(help="Only this regional group: AG, APG, EEG, GRULAC or WEOG.")] = None,
    state: Annotated[str | None, typer.Option(help="Only this candidate: Kazakhstan, KAZ.")] = None,
    format: _Form = None,
    out: _Out = None,
    force: _Force = False,
    base: _Base = "",
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Write the brief on the candidates of an election, as the record knew them that day: side by side, then each."""
    from onrecord.publish.reports.candidate_brief import candidate_brief

    opened = open_record(record, as_of)
    _write(lambda: candidate_brief(opened, election, group, state), _File(format, out, force, base, json))


def letter(
    state: _State,
    term: Annotated[str | None, typer.Option(help="Written on a term: 2013-2015. The latest if none is given.")] = None,
    election: Annotated[str | None, typer.Option(help="Written on a candidacy: day or year of the election.")] = None,
    format: _Form = None,
    out: _Out = None,
    force: _Force = False,
    base: _Base = "",
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Write the skeleton of a letter to a member or candidate: what is outstanding, with blanks for the writer."""
    if term and election:
        raise typer.BadParameter("a letter is written on a term or on a candidacy: give one", param_hint="--election")
    from onrecord.publish.reports.letter import letter as letter_of

    opened = open_record(record, as_of)
    _write(lambda: letter_of(opened, state, term, election), _File(format, out, force, base, json))


class _File:
    """Where a report goes and in which form."""

    def __init__(self, form: Format | None, out: Path | None, force: bool, base: str, json: bool) -> None:
        self.form, self.out, self.force = form or _by_ending(out), out, force
        self.base, self.json = base.rstrip("/"), json

    def named(self, document: "Document") -> Path:
        return self.out or Path(f"{document.file_name}.{self.form}")


def _by_ending(out: Path | None) -> Format:
    if out is None:
        return Format.PDF
    ending = out.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        known = ", ".join(f".{form}" for form in Format)
        hint = f"{out.name}: expected an ending {known} or --format, found {ending or 'none'}"
        raise typer.BadParameter(hint, param_hint="--out")
    return Format(ending)


def _write(make: "Callable[[], Document]", file: _File) -> None:
    if file.out and not file.json:
        _free(file.out, file.force)
    with _said_if_long("reading the record and making the report"):
        document = make()
    if file.json:
        from onrecord.publish.as_json import as_json

        sys.stdout.write(as_json(document))
        return
    out = file.named(document)
    _free(out, file.force)
    with _said_if_long(f"writing {out}"):
        from onrecord.publish.reports.written import written

        content = written(document, file.form, file.base)
    _put(content, out)
    typer.echo(f"wrote {out} ({len(content):,} bytes)", err=True)


def _free(out: Path, force: bool) -> None:
    """Raise BadParameter if a file is there already and is not to be written over."""
    if out.exists() and not force:
        hint = f"{out}: expected no file there, found one; --force writes over it, --out names another"
        raise typer.BadParameter(hint, param_hint="--out")


def _put(content: bytes, out: Path) -> None:
    """Put a file in its place whole: what stood there stays until it is."""
    try:
        with TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as beside:
            whole = Path(beside) / out.name
            whole.write_bytes(content)
            os.replace(whole, out)
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror}", param_hint="--out") from error


@contextmanager
def _said_if_long(what: str) -> Generator[None]:
    """Say on standard error what is being done, if it takes more than a second."""
    timer = Timer(1, lambda: typer.echo(f"{what} …", err=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
