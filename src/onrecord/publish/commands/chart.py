"""The command on charts."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsOf, RecordFolder, open_record

if TYPE_CHECKING:
    from onrecord.publish.charts.chart import Chart
    from onrecord.publish.charts.kinds import Kind


class Format(StrEnum):
    """What a chart is written as."""

    SVG = "svg"
    PNG = "png"
    JSON = "json"
    CSV = "csv"


def register(app: typer.Typer) -> None:
    """Add the command ``chart`` to the command line."""
    app.command()(chart)


def chart(
    kind: Annotated[str | None, typer.Argument(help="Kind of chart: voting-record. The kinds if not given.")] = None,
    about: Annotated[
        str | None, typer.Argument(help="What it is about, as in its address: kazakhstan, syria, african-states.")
    ] = None,
    format: Annotated[
        Format | None, typer.Option(help="What to write; by the ending of --out if not given, else svg.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; standard output if not given.")] = None,
    base: Annotated[str, typer.Option(help="Beginning of the address in the picture: https://example.org.")] = "",
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Draw a chart with its sentence, n, source and address in it; as JSON its Vega-Lite, as CSV its rows."""
    from onrecord.publish.charts.kinds import KINDS, chart_of

    if kind is None:
        _list(tuple(KINDS.values()))
        return
    if about is None:
        what = KINDS[kind].about if kind in KINDS else f"one of {', '.join(KINDS)}, and then what it is about"
        raise typer.BadParameter(f"a {kind} chart is about {what}: name one", param_hint="ABOUT")
    wanted = format or _by_ending(out)
    if wanted is Format.PNG and out is None and sys.stdout.isatty():
        hint = "a PNG is no text for a terminal: give --out FILE, or pass the output on"
        raise typer.BadParameter(hint, param_hint="--format")
    _write(_made(chart_of(open_record(record, as_of), kind, about), wanted, base), out)


def _list(kinds: tuple["Kind", ...]) -> None:
    for kind in kinds:
        typer.echo(f"{kind.name} ({kind.about}, such as {kind.example}): {kind.shows}")


def _by_ending(out: Path | None) -> Format:
    if out is None:
        return Format.SVG
    ending = out.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        hint = (
            f"{out.name}: expected an ending {', '.join(f'.{f}' for f in Format)} or --format, found {ending or 'none'}"
        )
        raise typer.BadParameter(hint, param_hint="--out")
    return Format(ending)


def _made(found: "Chart", wanted: Format, base: str) -> bytes:
    from onrecord.publish.as_json import as_json
    from onrecord.publish.charts.chart import rows_of
    from onrecord.publish.charts.drawn import png, svg
    from onrecord.publish.charts.picture import picture

    if wanted is Format.PNG:
        return png(found, base)
    if wanted is Format.SVG:
        return svg(found, base).encode()
    if wanted is Format.CSV:
        return rows_of(found).encode()
    return as_json(picture(found, base)).encode()


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror}", param_hint="--out") from error
    typer.echo(f"wrote {out} ({len(content):,} bytes)", err=True)
