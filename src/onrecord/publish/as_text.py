"""Views as text for a terminal: the sentences first, then the tables, then what is not known."""

import shutil
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from onrecord.publish import sentences
from onrecord.publish.views.audit import AuditRecord
from onrecord.publish.views.citation import Citation
from onrecord.publish.views.session import SessionRecord
from onrecord.publish.views.shared import VoteLine
from onrecord.publish.views.situation import SituationRecord
from onrecord.publish.views.state import StateRecord
from onrecord.publish.views.state_year import StateYear
from onrecord.publish.views.vote import VoteRecord
from onrecord.publish.views.votes import VoteList
from onrecord.vocabulary.positions import Position

WIDTH_WHEN_PIPED = 140


def console() -> Console:
    """Return a console as wide as the terminal, or wide enough for a line of a vote when piped."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH_WHEN_PIPED
    return Console(width=width, highlight=False, markup=False, emoji=False)


def show_state(view: StateRecord, out: Console) -> None:
    """Print a state's whole record."""
    say_sentences(view.sentences, out)
    rows = table("year", "seat", "n", "for", "against", "abstained", "absent", "share for")
    for y in view.years:
        figures = [_figure(v) for v in (y.n, y.yes, y.no, y.abstain, y.absent)]
        rows.add_row(str(y.year), y.status, *figures, _share(y.share_yes))
    out.print("\nCountry situations by year (items 2, 4 and 10, special sessions, urgent debates):")
    out.print(rows)
    grid = table("situation", *(str(y)[2:] for y in view.grid_years))
    for row in view.grid:
        grid.add_row(row.situation.label, *(_cell(marks) for marks in row.years))
    out.print("\nEvery vote, one mark each:")
    out.print(grid)
    out.print(_legend())
    say_not_known(view.not_known, out)


def show_state_year(view: StateYear, out: Console) -> None:
    """Print a state's year."""
    out.print(view.membership.sentence)
    if not view.figures:
        return
    say_sentences(view.sentences, out)
    _votes(view.country_situations, out, "Country situations", position=True)
    rows = table("selection", "n", "for", "against", "abstained", "absent", "share", "median", "rank")
    for f in view.figures:
        rank = f"{f.standing.rank} of {f.standing.of}" if f.standing else ""
        tied = f" (shared by {f.standing.tied})" if f.standing and f.standing.tied > 1 else ""
        median = _share(f.standing.median) if f.standing else ""
        rows.add_row(
            f.label, *map(str, (f.n, f.yes, f.no, f.abstain, f.absent)), _share(f.share_yes), median, rank + tied
        )
    out.print("\nFigures by named selection (share and median of support; rank from the highest share):")
    out.print(rows)
    for shift in view.shifts:
        out.print(f"Shift: {shift.text}")
    apart = table("counted apart", "n", "for", "against", "abstained", "absent", "not in the record")
    for a in view.counted_apart:
        apart.add_row(a.what, *map(str, (a.n, a.yes, a.no, a.abstain, a.absent, a.unknown)))
    out.print(apart)
    say_not_known(view.not_known, out)


def show_vote(view: VoteRecord, out: Console) -> None:
    """Print one vote."""
    say_sentences(view.sentences, out)
    status = f"Status: {view.status}" + (f" ({view.severity})" if view.severity else "")
    out.print(f"{status}. Figures: {view.tally_rule}. Positions: {view.positions_rule}." if view.status else "")
    for w in view.witnesses:
        used = "  ← used" if w.used else ""
        absent = f", {w.absent} absent" if w.absent is not None else ""
        out.print(f"  {w.witness}: {w.yes}-{w.no}-{w.abstain}{absent} ({w.source}){used}")
    for group in view.groups:
        out.print(f"\n{group.label}: {', '.join(f'{n} {p.value}' for p, n in group.counts) or 'no position used'}")
        for position in (*Position, None):
            names = [v.state.name + ("†" if v.doubtful else "") for v in group.states if v.position is position]
            if names:
                out.print(f"  {_mark(position)} {position.value if position else 'not used'}: {', '.join(names)}")
    for c in view.corrections:
        applied = "applied" if c.applied else "shown, not applied"
        out.print(f"\nCorrection {c.correction_id} ({applied}): {c.state or ''} {c.field} → {c.corrected}: {c.reason}")
    for f in view.findings:
        out.print(f"\n{f.severity}: {f.rule}: expected {f.expected}; found {f.found}; {f.settled}")
    say_not_known(view.not_known, out)
    out.print(f"\nUN document: {view.cite.url} ({view.cite.place})" if view.cite.url else "")
    out.print(f"Read from: {view.cite.source} {view.cite.source_url or ''}")


def show_votes(view: VoteList, out: Console) -> None:
    """Print a list of votes."""
    counts = ", ".join(f"{n} {position}" for position, n in view.counts)
    named = f" by {view.state_name}: {counts}" if view.state_name else ""
    out.print(f"{view.n} recorded vote{'s' * (view.n != 1)}{named}")
    _votes(view.votes, out, "", position=view.state_name is not None)


def show_situation(view: SituationRecord, out: Console) -> None:
    """Print a situation with every member's positions over its votes."""
    say_sentences(view.sentences, out)
    _votes(view.votes, out, "Recorded votes")
    rows = table("state", "n", "for", "against", "abstained", "absent", "each vote in order")
    for s in view.strips:
        rows.add_row(s.state.name, *map(str, (s.n, s.yes, s.no, s.abstain, s.absent)), "".join(map(_mark, s.positions)))
    out.print(rows)
    out.print(_legend())
    say_not_known(view.not_known, out)


def show_session(view: SessionRecord, out: Console) -> None:
    """Print a session."""
    say_sentences(view.sentences, out)
    _votes(view.votes, out, "Texts put to a recorded vote")
    _votes(view.amendments_and_motions, out, "Amendments and motions")
    for text in view.without_a_vote:
        out.print(f"  {text.symbol}  {text.title} ({text.outcome})")
    say_not_known(view.not_known, out)


def show_audit(view: AuditRecord, out: Console) -> None:
    """Print the audit by rule, and what the record covers."""
    by = ", ".join(f"{n} {severity}" for severity, n in view.by_severity)
    out.print(f"{view.n} findings: {by}. Roll calls: {', '.join(f'{n} {s}' for s, n in view.by_status)}.")
    for rule in view.rules:
        out.print(f"\n{rule.rule} ({rule.n}): {rule.explanation}")
        for f in rule.findings:
            out.print(f"  {f.severity:6} {f.place}: expected {f.expected}; found {f.found}; {f.settled}")
    out.print("\nCoverage:")
    for c in view.coverage:
        days = f"{c.covers_from or ''} to {c.covers_to or ''}" if c.covers_from or c.covers_to else "undated"
        whole = "complete" if c.complete else "partial"
        out.print(f"  {c.table_name}: {c.scope}, {days}, {whole}, {c.rows} rows: {c.why}")


def show_citation(view: Citation, out: Console) -> None:
    """Print the words to cite a thing by."""
    out.print(view.text, soft_wrap=True)


def say_sentences(said: Iterable, out: Console) -> None:
    """Print findings, each with its n and its page."""
    for sentence in said:
        out.print(f"{sentence.text} [n = {sentence.n}; {sentence.page}]")


def _votes(votes: Sequence[VoteLine], out: Console, heading: str, position: bool = False) -> None:
    if heading:
        out.print(f"\n{heading} ({len(votes)}):")
    if not votes:
        return
    rows = table("date", "symbol", "situation", "item", *(["position"] if position else []), "vote", "status", "title")
    for line in votes:
        figures = f"{line.yes}-{line.no}-{line.abstain}" if line.yes is not None else "not in the record"
        doubt = "†" if line.position_doubtful else ""
        mine = [f"{_mark(line.position)} {line.position or 'not in the record'}{doubt}"] if position else []
        day = f"{line.date:%Y-%m}" if line.date_precision == "month" else str(line.date)
        where = ", ".join(line.situations) or "–"
        rows.add_row(
            day,
            line.symbol or line.rollcall_id,
            where,
            line.agenda_item or "–",
            *mine,
            figures,
            line.status,
            line.title,
        )
    out.print(rows)


def table(*columns: str) -> Table:
    """Return an empty table with these headings."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def _mark(position: Position | None) -> str:
    return position.glyph if position else "?"


def _cell(marks: tuple | None) -> str:
    return "–" if marks is None else "".join(_mark(m.position) for m in marks)


def _legend() -> str:
    return "  ".join(f"{p.glyph} {p.value}" for p in Position) + "  ? not in the record"


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _share(value: float | None) -> str:
    return "" if value is None else sentences.percent(value)


def say_not_known(said: Iterable[str], out: Console) -> None:
    """Print what is not known."""
    for line in said:
        out.print(f"Not known: {line}")
