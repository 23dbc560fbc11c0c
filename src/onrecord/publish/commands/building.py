"""The commands that make the record and say what is wrong or missing in it."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the commands ``audit`` and ``build``."""
    app.command()(audit)
    app.command()(build)


def audit(
    rule: Annotated[str | None, typer.Option(help="Only this rule, as the list names it.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show what is wrong or missing in the data, rule by rule, and what the record covers."""
    from onrecord.publish import as_text
    from onrecord.publish.listed.audit import findings_rows
    from onrecord.publish.views.audit import audit_record

    view = audit_record(open_record(record, as_of), rule)
    show(view, json, as_text.show_audit, findings_rows if csv else None)


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
    show(counts, json, lambda built, out: out.print(_written(built, into), soft_wrap=True))


def _written(counts: dict[str, int], into: Path) -> str:
    return f"built {sum(counts.values())} rows in {len(counts)} tables into {into}"


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
