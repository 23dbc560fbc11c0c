"""The command that puts one state beside all others."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, AsParquet, Form, RecordFolder, open_record, show_list
from onrecord.publish.commands.vote_selection import Items, Kinds, Named, Situations

if TYPE_CHECKING:
    from onrecord.publish.views.agreement import AgreementAsked
    from onrecord.record.store import Record


def register(app: typer.Typer) -> None:
    """Add the command ``agreement``."""
    app.command()(agreement)


Drawn = Annotated[
    str | None,
    typer.Option(help="What intervals draw again: sessions, or roll calls; sessions where there are five or more."),
]


def agreement(
    name: Annotated[str, typer.Argument(help="A state by name, ISO 3166 code or page address.")],
    body: Annotated[str, typer.Option(help="GA (General Assembly) or HRC (Human Rights Council).")] = "GA",
    first: Annotated[
        int | None, typer.Option("--from", help="First calendar year; ten before the last if none.")
    ] = None,
    last: Annotated[int | None, typer.Option("--to", help="Last calendar year; the record's last if none.")] = None,
    method: Annotated[
        str,
        typer.Option(help="identical, three-point, s, pi, kappa, coincidence, coincidence-2017 or they-vote-for-you."),
    ] = "identical",
    items: Items = None,
    kinds: Kinds = None,
    situations: Situations = None,
    named: Named = None,
    by: Annotated[str | None, typer.Option(help="Part by part: item, situation, kind or years.")] = None,
    beside: Annotated[str | None, typer.Option("--with", help="With --by: only beside this state.")] = None,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="How the ranking changes with method, absence, amendments, doubt.")
    ] = False,
    drawn: Drawn = None,
    json: AsJson = False,
    csv: AsCsv = False,
    parquet: AsParquet = None,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show with which states one took the same position: share, interval and n for every other state, nearest first."""
    from onrecord.publish.views.agreement import AgreementAsked

    narrowed = (tuple(items or ()), tuple(kinds or ()), tuple(situations or ()), named, drawn)
    asked, form = AgreementAsked(name, body, first, last, method, *narrowed), Form(json, csv, parquet)
    opened = open_record(record, as_of)
    if beside and by is None:
        raise typer.BadParameter(
            "beside one state part by part: give --by, or use `onrecord compare`", param_hint="--with"
        )
    if by is not None:
        _by(opened, asked, (by, beside), form)
    elif sensitivity:
        _sensitivity(opened, asked, form)
    else:
        _whole(opened, asked, form)


def _whole(opened: "Record", asked: "AgreementAsked", form: Form) -> None:
    from onrecord.publish.listed.agreement import agreement_rows
    from onrecord.publish.terminal.agreement import show_agreement
    from onrecord.publish.views.agreement import agreement_of_state

    show_list(agreement_of_state(opened, asked), form, show_agreement, agreement_rows)


def _by(opened: "Record", asked: "AgreementAsked", divided: tuple[str, str | None], form: Form) -> None:
    from onrecord.publish.listed.agreement_by import agreement_by_rows
    from onrecord.publish.terminal.agreement import show_agreement_by
    from onrecord.publish.views.agreement_by import agreement_by

    show_list(agreement_by(opened, asked, *divided), form, show_agreement_by, agreement_by_rows)


def _sensitivity(opened: "Record", asked: "AgreementAsked", form: Form) -> None:
    from onrecord.publish.listed.agreement_by import sensitivity_rows
    from onrecord.publish.terminal.agreement import show_agreement_sensitivity
    from onrecord.publish.views.agreement_sensitivity import agreement_sensitivity

    show_list(agreement_sensitivity(opened, asked), form, show_agreement_sensitivity, sensitivity_rows)
