"""The commands that list what a person is asked about documents, and take the answers."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsJson, RecordFolder, open_record, show
from onrecord.vocabulary.errors import NotInVocabulary, OnRecordError

if TYPE_CHECKING:
    from onrecord.record.archive.settled import SettledRow
    from onrecord.record.store import Record


def register(app: typer.Typer) -> None:
    """Add the commands ``worklist`` and ``settle``."""
    app.command()(worklist)
    app.command()(settle)


def worklist(
    document: Annotated[
        str | None, typer.Argument(help="A document that was read: hash, symbol or file name. All if not given.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only name, disagrees, repeated or position.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many questions; all are counted.")] = 20,
    json: AsJson = False,
    record: RecordFolder = None,
) -> None:
    """List what a person must settle: names not read, figures that disagree, positions that differ from the record."""
    from onrecord.publish.terminal.worklist import show_worklist
    from onrecord.publish.views.worklist import Asked, kind_named
    from onrecord.publish.views.worklist import worklist as view
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home
    from onrecord.record.archive.settled import Settled

    asked = Asked(document, kind_named(kind), limit)
    show(view(Archive(home()), open_record(record), Settled(home()), asked), json, show_worklist)


def settle(
    question: Annotated[str, typer.Argument(help="The id of a question, as `onrecord worklist` gives it.")],
    answer: Annotated[
        str | None,
        typer.Argument(help="For a name: KAZ, a candidate's number or neither. Else: document, record or neither."),
    ] = None,
    author: Annotated[str, typer.Option(help="Who answers; needed, but for --undo.")] = "",
    reason: Annotated[str | None, typer.Option(help="Why it is so.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the answer back; the question is open again.")] = False,
    no_build: Annotated[
        bool, typer.Option("--no-build", help="Keep the answer, but leave your record as it is until it is built.")
    ] = False,
    json: AsJson = False,
    record: RecordFolder = None,
) -> None:
    """Answer a question of the work list: a settled name makes the statement that had been left."""
    from onrecord.publish.terminal.worklist import show_settled, show_undone
    from onrecord.publish.views.worklist import settled_line
    from onrecord.record.archive.home import home
    from onrecord.record.archive.settled import Settled

    if undo and answer is not None:
        raise NotInVocabulary("answer", answer, "none beside --undo")
    if undo:
        row = Settled(home()).undo(question)
    else:
        by = (_given("author", author), reason)
        row = _settled(open_record(record), question, _given("answer", answer), by)
    show(settled_line(row), json, show_undone if undo else show_settled)
    if row.makes and not no_build and not _layered():
        raise typer.Exit(1)


def _layered() -> bool:
    """Build the user's record anew, with the answer; say why, and return False, where that fails."""
    from onrecord.publish.commands.export import progress
    from onrecord.record.archive.home import home
    from onrecord.record.archive.layered import layer

    try:
        layer(home(), progress())
    except OnRecordError as error:
        typer.echo(f"onrecord: the answer is kept, but your record was not built anew: {error}", err=True)
        return False
    typer.echo("Your record is built anew with it.", err=True)
    return True


def _given(noun: str, written: str | None) -> str:
    if not written or not written.strip():
        expected = "what the question asks for" if noun == "answer" else "who answers: --author"
        raise NotInVocabulary(noun, "nothing", expected)
    return written.strip()


def _settled(record: "Record", question: str, answer: str, by: "tuple[str, str | None]") -> "SettledRow":
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home
    from onrecord.record.archive.settled import Settled
    from onrecord.record.archive.settling import Answer, Settler
    from onrecord.record.archive.worklist import the_question

    archive, settled = Archive(home()), Settled(home())
    asked = the_question(archive, record, settled, question)
    told = Answer(answer, *by, datetime.now(UTC).date())
    return Settler(archive, settled, record.gazetteer).settle(asked, told)
