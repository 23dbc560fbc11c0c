"""The command line. Every command opens the record, makes a view, and shows it as text, JSON or CSV."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord import __version__
from onrecord.publish.commands import (
    agreement,
    blocs,
    calibrate,
    chart,
    check,
    cohesion,
    compare,
    correct,
    diff,
    documents,
    elections,
    export,
    ideal_points,
    joint_statements,
    mcp,
    pledges,
    policy,
    read,
    reports,
    scorecards,
    self_reports,
    shifts,
    site,
    special_sessions,
    sponsorships,
    standing,
    treaties,
    update,
    upr,
    visits,
    worklist,
)
from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, Limit, RecordFolder, open_record
from onrecord.vocabulary.errors import OnRecordError

# Everything else is imported inside the command that needs it: a command should start as fast as Python does.
if TYPE_CHECKING:
    from onrecord.publish.listed.rows import Rows
    from onrecord.record.store import Record

app = typer.Typer(
    name="onrecord",
    help="The open record of what each state promised and did at the UN Human Rights Council.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}\n{_record_open()}")
        raise typer.Exit


def _record_open() -> str:
    from onrecord.publish.commands.options import folder_to_open
    from onrecord.record.opened import head_of

    folder = folder_to_open(None)
    head = head_of(folder)
    if not head.mine:
        return "record: the shipped one"
    return f"record: yours, with documents: {head.documents}, corrections: {head.corrections} ({folder})"


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version, and which record is open."),
    ] = False,
) -> None:
    """The open record of what each state promised and did at the UN Human Rights Council."""


def _print_json(view: Any) -> None:
    from onrecord.publish.as_json import as_json

    sys.stdout.write(as_json(view))


def _print_csv(rows: "Rows") -> None:
    from onrecord.publish.as_csv import rows_csv

    sys.stdout.write(rows_csv(rows.columns, rows.rows))


@app.command()
def state(
    name: Annotated[str, typer.Argument(help="Name, ISO 3166 code or page address of a state: Kazakhstan, KAZ.")],
    year: Annotated[int | None, typer.Option(help="One calendar year; the whole record if not given.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show how a state voted on country situations: all its years on the Council, or one year in full."""
    if year is None and csv:
        hint = "a list is one year's: give --year, or use `onrecord votes --state`"
        raise typer.BadParameter(hint, param_hint="--csv")
    if year is None:
        _show_state(open_record(record, as_of), name, json)
    else:
        _show_state_year(open_record(record, as_of), name, year, json, csv)


def _show_state(opened: "Record", name: str, json: bool) -> None:
    from onrecord.publish.views.state import state_record

    view = state_record(opened, name)
    if json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_state(view, as_text.console())


def _show_state_year(opened: "Record", name: str, year: int, json: bool, csv: bool) -> None:
    from onrecord.publish.views.state_year import state_year

    view = state_year(opened, name, year)
    if csv:
        from onrecord.publish.listed.votes import state_year_rows

        _print_csv(state_year_rows(view))
    elif json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_state_year(view, as_text.console())


@app.command()
def vote(
    text: Annotated[
        str, typer.Argument(help="Symbol, in full or short, or roll-call id: A/HRC/RES/25/24, 25/24, ga-5000.")
    ],
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show one vote: the figures of every witness, all positions by regional group, what is in doubt."""
    from onrecord.publish.views.vote import vote_record

    view = vote_record(open_record(record, as_of), text)
    if json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_vote(view, as_text.console())


@app.command()
def votes(  # noqa: PLR0913, PLR0917 - one option for each filter
    state: Annotated[str | None, typer.Option(help="Only votes a state could take part in, with its position.")] = None,
    year: Annotated[int | None, typer.Option(help="Calendar year.")] = None,
    situation: Annotated[str | None, typer.Option(help="Country situation: syria, SYR, palestine.")] = None,
    session: Annotated[str | None, typer.Option(help="Session: 25, S-21.")] = None,
    item: Annotated[str | None, typer.Option(help="Agenda item, 1 to 10.")] = None,
    kind: Annotated[str | None, typer.Option(help="resolution, decision, draft, amendment or motion.")] = None,
    position: Annotated[str | None, typer.Option(help="yes, no, abstain or absent; with --state.")] = None,
    status: Annotated[str | None, typer.Option(help="agreed, one witness, sources conflict or no positions.")] = None,
    words: Annotated[str | None, typer.Option(help="Words of the title, as they follow one another.")] = None,
    body: Annotated[str, typer.Option(help="HRC (Human Rights Council) or GA (General Assembly).")] = "HRC",
    limit: Limit = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """List recorded votes, the latest first, narrowed by filters."""
    from onrecord.publish.views.votes import Filters, vote_list

    filters = Filters(state, year, situation, session, item, kind, position, status, words, body)
    view = vote_list(open_record(record, as_of), filters, limit=limit)
    if csv:
        from onrecord.publish.listed.votes import votes_rows

        _print_csv(votes_rows(view))
    elif json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_votes(view, as_text.console())


@app.command()
def situation(
    name: Annotated[
        str, typer.Argument(help="Country situation by name, code or page address: Syria, SYR, palestine.")
    ],
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show every text on a country situation, and how each member voted over the years."""
    from onrecord.publish.views.situation import situation_record

    view = situation_record(open_record(record, as_of), name)
    if csv:
        from onrecord.publish.listed.votes import situation_rows

        _print_csv(situation_rows(view))
    elif json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_situation(view, as_text.console())


@app.command()
def session(
    number: Annotated[
        str, typer.Argument(help="Session of the Council: 25 for a regular one, S-21 for a special one.")
    ],
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show a session: when it sat, what it put to a vote, what it adopted without one."""
    from onrecord.publish.views.session import session_record

    view = session_record(open_record(record, as_of), number)
    if csv:
        from onrecord.publish.listed.votes import session_rows

        _print_csv(session_rows(view))
    elif json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_session(view, as_text.console())


@app.command()
def cite(  # noqa: PLR0913, PLR0917 - one option for each thing asked
    id: Annotated[
        str,
        typer.Argument(
            help="A vote, a text, VOTE/STATE, a correction, finding or source: 25/24/KAZ, c001; with --at a"
            " document that was read: its hash, symbol or file name."
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option(help="Place in a document that was read: 95.42, or page 18, row 777; shows what stands there."),
    ] = None,
    format: Annotated[
        str, typer.Option(help="text, chicago, bibtex or ris; with text, the words and where they stand.")
    ] = "text",
    site: Annotated[str, typer.Option(help="Address of the site, for the link in it: https://example.org.")] = "",
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Say where one thing in the record stands: UN document, place in it, source, page."""
    from onrecord.publish.views.citation import citation, form_of, written
    from onrecord.publish.views.citation_forms import Form

    if at is not None:
        _cite_passage(id, at, json)
        return
    form, opened = form_of(format), open_record(record, as_of)
    view = citation(opened, id)
    if json:
        _print_json(view)
    elif form is not Form.TEXT:
        sys.stdout.write(written(opened, view, form, site.rstrip("/")))
    else:
        from onrecord.publish import as_text

        as_text.show_citation(view, as_text.console())


def _cite_passage(document: str, at: str, json: bool) -> None:
    from onrecord.publish.commands.options import show
    from onrecord.publish.terminal.passage import show_passage
    from onrecord.publish.views.passage import document_passage
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home

    show(document_passage(Archive(home()), document, at), json, show_passage)


@app.command()
def audit(
    rule: Annotated[str | None, typer.Option(help="Only this rule, as the list names it.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show what is wrong or missing in the data, rule by rule, and what the record covers."""
    from onrecord.publish.views.audit import audit_record

    view = audit_record(open_record(record, as_of), rule)
    if csv:
        from onrecord.publish.listed.audit import findings_rows

        _print_csv(findings_rows(view))
    elif json:
        _print_json(view)
    else:
        from onrecord.publish import as_text

        as_text.show_audit(view, as_text.console())


@app.command()
def build(
    out: Annotated[Path | None, typer.Option(help="Folder to build into; the shipped record's if not given.")] = None,
    facts: Annotated[Path | None, typer.Option(help="Folder of facts; the checkout's if not given.")] = None,
    mine: Annotated[
        bool,
        typer.Option("--mine", help="Your record: the shipped facts with your documents and corrections over them."),
    ] = False,
    json: AsJson = False,
) -> None:
    """Build the record from facts/, or your own over it: the same facts and documents give the same bytes."""
    if mine and out:
        raise typer.BadParameter("your record has its place in your data folder", param_hint="--out")
    counts, into = _built_mine(facts) if mine else _built(facts, out)
    if json:
        _print_json(counts)
    else:
        typer.echo(f"built {sum(counts.values())} rows in {len(counts)} tables into {into}")


def _built(facts: Path | None, out: Path | None) -> tuple[dict[str, int], Path]:
    from onrecord.record.build import build as build_record
    from onrecord.record.store import facts_folder, shipped_record

    into = out or shipped_record()
    return build_record(facts or facts_folder(), into, _progress), into


def _built_mine(facts: Path | None) -> tuple[dict[str, int], Path]:
    from onrecord.record.archive.home import home
    from onrecord.record.archive.layered import layer
    from onrecord.record.opened import users_record

    return layer(home(), _progress, facts), users_record(home())


def _progress(step: str) -> None:
    typer.echo(step, err=True)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    record: RecordFolder = None,
) -> None:
    """Open the site on the record."""
    import uvicorn

    from onrecord.publish.web.app import create_app

    loaded = open_record(record).load()
    typer.echo(f"onrecord on http://{host}:{port} (Ctrl-C stops it)", err=True)
    uvicorn.run(create_app(loaded), host=host, port=port, log_level="warning")


for _noun in (
    elections,
    scorecards,
    pledges,
    treaties,
    upr,
    visits,
    standing,
    joint_statements,
    special_sessions,
    sponsorships,
    self_reports,
    shifts,
    compare,
    agreement,
    cohesion,
    policy,
    ideal_points,
    calibrate,
    blocs,
    chart,
    check,
    read,
    documents,
    update,
    diff,
    worklist,
    correct,
    reports,
    export,
    mcp,
    site,
):
    _noun.register(app)


def main() -> None:
    """Run the command line; what a reader can act on is said in one line, with exit code 2."""
    try:
        app()
    except OnRecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
