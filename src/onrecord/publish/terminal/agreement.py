"""One state beside all others as text for a terminal: as a whole, part by part, and how its ranking changes."""

from collections.abc import Iterable

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.agreement import AgreementOfState, AgreementWith
from onrecord.publish.views.agreement_by import AgreementBy, PartWith
from onrecord.publish.views.agreement_sensitivity import AgreementSensitivity
from onrecord.publish.views.named_methods import IntervalLine, MethodLine
from onrecord.publish.views.shared import StateHead
from onrecord.publish.wording.agreement import figure

NAMED = 3
"""So many states at either end are named in a line."""


def show_agreement(view: AgreementOfState, out: Console) -> None:
    """Print a state's agreement with every other."""
    say_sentences(view.sentences, out)
    show_method(view.method, out)
    counts = ("open to both", "n", "same", "one step", "opposite", "absent", "not in the record")
    rows = table("state", view.method.label, interval_of(view.interval), "three-point (Lijphart)", *counts)
    for one in view.others:
        figures = (one.could, one.n, one.same, one.one_step, one.opposite, one.absent, one.unknown)
        rows.add_row(one.state.name, *_shares(view, one), *map(str, figures))
    out.print("\nAgreement (n: roll calls on which both voted in favour, against or abstained):")
    out.print(rows)
    show_interval(view.interval, out)
    if view.never_open:
        out.print(f"\nCould vote in none of them: {', '.join(one.name for one in view.never_open)}")
    say_not_known(view.not_known, out)


def _shares(view: AgreementOfState, one: AgreementWith) -> list[str]:
    own = written(view.method, one.agreement, one.counted, view.minimum)
    lijphart = percent(one.three_point) if one.three_point is not None else f"n under {view.minimum}"
    return [own, _ends(view.method, one.low, one.high), lijphart]


def written(method: MethodLine, value: float | None, counted: int, minimum: int) -> str:
    """Return a figure as its method's are written, or why it has none."""
    if value is None:
        return f"n under {minimum}" if counted < minimum else "no variation"
    return figure(method.scale, value)


def _ends(method: MethodLine, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "–"
    return f"{figure(method.scale, low)} to {figure(method.scale, high)}"


def interval_of(made: IntervalLine) -> str:
    """Return the head of a column of intervals."""
    return f"{made.level:.0%} interval"


def show_method(method: MethodLine, out: Console) -> None:
    """Print what a method is, whose, and what it leaves out."""
    out.print(f"Method: {method.label} ({method.source}): {method.formula}.")
    out.print(f"Left out: {method.leaves_out}. {method.absence}")


def show_interval(made: IntervalLine, out: Console) -> None:
    """Print how intervals were made."""
    out.print(
        f"Intervals: bootstrap, {made.draws:,} times as many {made.drawn} drawn with replacement as there are"
        f" ({made.units:,}), expanded percentiles of {made.level:.0%}."
    )


def show_agreement_by(view: AgreementBy, out: Console) -> None:
    """Print a state's agreement part by part: beside one other state, or with who is nearest and farthest."""
    out.print(
        f"{view.state.name} in the {view.body.label}, {view.first_year} to {view.last_year} [n = {view.n}; {view.page}]"
    )
    show_method(view.method, out)
    if view.beside:
        _beside_one(view, out)
    else:
        _beside_all(view, out)
    say_not_known(view.not_known, out)


def _beside_one(view: AgreementBy, out: Console) -> None:
    level = interval_of(view.parts[0].interval) if view.parts else ""
    rows = table("", "open", "open to both", "n", view.method.label, level, "drawn")
    for part in view.parts:
        one = part.others[0] if part.others else None
        if one is None:
            rows.add_row(part.label, str(part.n), "0", "0", f"n under {view.minimum}", "–", part.interval.drawn)
            continue
        value = written(view.method, one.agreement, one.counted, view.minimum)
        ends = _ends(view.method, one.low, one.high)
        rows.add_row(part.label, str(part.n), str(one.could), str(one.counted), value, ends, part.interval.drawn)
    out.print(f"\nAgreement with {view.beside.running_name if view.beside else ''}:")
    out.print(rows)


def _beside_all(view: AgreementBy, out: Console) -> None:
    rows = table("", "n", "nearest", "farthest")
    for part in view.parts:
        given = [one for one in part.others if one.agreement is not None]
        few = f"no state with {view.minimum} votes in common"
        near, far = (_named(view, end) for end in (given[:NAMED], given[::-1][:NAMED]))
        rows.add_row(part.label, str(part.n), near or few, far if len(given) > NAMED else "")
    out.print(f"\nWith whom it agrees most and least, by {view.by} (n: roll calls open to it; in brackets: in common):")
    out.print(rows)


def _named(view: AgreementBy, lines: Iterable[PartWith]) -> str:
    return "; ".join(
        f"{one.state.name} {figure(view.method.scale, one.agreement or 0.0)} ({one.counted})" for one in lines
    )


def show_agreement_sensitivity(view: AgreementSensitivity, out: Console) -> None:
    """Print how a state's ranking changes: the verdict, each other way beside it, whose rank moves most."""
    say_sentences(view.sentences, out)
    show_method(view.method, out)
    rows = table("ranked otherwise", "states", "tau", "rho", "effect", "whose rank moves most (asked → otherwise)")
    for one in view.variants:
        moved = [
            f"{move.state.name} {move.asked}→{move.changed}" for move in one.moves[:NAMED] if move.asked != move.changed
        ]
        rows.add_row(one.label, str(one.n), _two(one.tau), _two(one.rho), one.effect.value, "; ".join(moved))
    out.print("\nThe ranking beside others (tau: Kendall's tau-b; rho: Spearman's; 1 is the same order):")
    out.print(rows)
    for one in view.variants:
        if one.nearest != one.nearest_asked or one.farthest != one.farthest_asked:
            out.print(f"  {one.label}: nearest {_heads(one.nearest)}; farthest {_heads(one.farthest)}")
    say_not_known(view.not_known, out)


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _heads(states: Iterable[StateHead]) -> str:
    return ", ".join(one.name for one in states)
