"""The cohesion of a group as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.languages.quantities import decimal
from onrecord.publish.sentences import percent
from onrecord.publish.views.cohesion import CohesionInVote, CohesionOfGroup, IndexFigure

SHOWN = 15
"""So many roll calls are printed, those with the least cohesion; the rest is in --csv and --json."""


def show_cohesion(view: CohesionOfGroup, out: Console) -> None:
    """Print a group's cohesion, and the roll calls that split it most."""
    say_sentences(view.sentences, out)
    rows = table("index", "value", f"{percent(view.level)} interval", "n", "members", "not all on one side")
    for one in view.indices:
        value = f"n under {view.minimum}" if one.value is None else decimal(one.value)
        members = "" if one.members is None else f"{one.members:.1f}"
        rows.add_row(one.method.label, value, _ends(one), str(one.n), members, str(one.split))
    out.print(f"\n{view.name}, {view.votes.words}:")
    out.print(rows)
    out.print(
        f"Intervals: bootstrap, {view.draws:,} times as many {view.drawn} drawn with replacement as there are"
        f" ({view.units:,})."
    )
    out.print(f"Members in these votes ({len(view.states)}): {', '.join(one.name for one in view.states)}")
    _most_split(view, out)
    say_not_known(view.not_known, out)


def _ends(one: IndexFigure) -> str:
    return "–" if one.low is None or one.high is None else f"{decimal(one.low)} to {decimal(one.high)}"


def _most_split(view: CohesionOfGroup, out: Console) -> None:
    rows = table("date", "text", "agreement index", "Rice", "Attinà", "yes", "abstain", "no", "absent", "title")
    split = [one for one in view.rollcalls if one.agreement_index is not None and one.agreement_index < 1]
    for one in sorted(split, key=_least)[:SHOWN]:
        indices = ("–" if value is None else decimal(value) for value in (one.agreement_index, one.rice, one.attina))
        counts = map(str, (one.yes, one.abstain, one.no, one.absent))
        rows.add_row(one.date.isoformat(), one.symbol or one.rollcall_id, *indices, *counts, one.title[:60])
    if split:
        out.print("\nThe roll calls that split it most:")
        out.print(rows)


def _least(one: CohesionInVote) -> tuple[float, int]:
    return one.agreement_index or 0.0, -one.date.toordinal()
