"""The options by which commands of measures select votes: body, years, items, kinds, situations."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.publish.views.selected_votes import VotesAsked

OfBody = Annotated[str, typer.Option("--body", help="HRC (Human Rights Council) or GA (General Assembly).")]
FirstYear = Annotated[int | None, typer.Option("--from", help="First calendar year; the record's first if none.")]
LastYear = Annotated[int | None, typer.Option("--to", help="Last calendar year; the record's last if none.")]
Items = Annotated[list[str] | None, typer.Option("--item", help="Only this agenda item; may be given again.")]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", help="Only resolution, decision, draft, amendment or motion; may be given again."),
]
Situations = Annotated[
    list[str] | None, typer.Option("--situation", help="Only texts on this situation; may be given again.")
]
Named = Annotated[
    str | None,
    typer.Option("--selection", help="Only a named selection of country situations: all, votes-count, your-hrc …"),
]


def votes_asked(
    body: str,
    years: tuple[int | None, int | None],
    items: list[str] | None,
    kinds: list[str] | None,
    situations: list[str] | None,
    named: str | None = None,
) -> "VotesAsked":
    """Return the votes that a command's options ask for."""
    from onrecord.publish.views.selected_votes import VotesAsked

    return VotesAsked(body, *years, tuple(items or ()), tuple(kinds or ()), tuple(situations or ()), named)
