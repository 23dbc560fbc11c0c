"""Special sessions as text for a terminal and as CSV."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.special_sessions import (
    SpecialSessionLine,
    SpecialSessionList,
    SpecialSessionRecord,
    Supporter,
)
from onrecord.publish.written_dates import in_words


def show_special_sessions(view: SpecialSessionList, out: Console) -> None:
    """Print all special sessions, with what each list says of a state where one is asked for."""
    say_sentences(view.sentences, out)
    rows = table(
        "session", "opened", "subject", "members", "observers", "list", *(["of the state"] if view.state else [])
    )
    for line in view.sessions:
        cells = [line.of_state.label] if line.of_state else []
        rows.add_row(
            line.session, str(line.opened or "–"), line.subject_matter, _figure(line.n_members),
            _figure(line.n_observers), line.list_complete.value, *cells,
        )  # fmt: skip
    out.print(rows)
    say_not_known(view.not_known, out)


def show_special_session(view: SpecialSessionRecord, out: Console) -> None:
    """Print how one special session came about."""
    say_sentences(view.sentences, out)
    counts = table("", "the source counts", "listed")
    for count in view.counts:
        mark = " (differ; both kept)" if count.agrees is False else ""
        counts.add_row(count.what, _figure(count.by_source), f"{count.listed}{mark}")
    out.print(counts)
    for label, states in (("Asked for by", view.requested), ("Members", view.members), ("Observers", view.observers)):
        if states:
            out.print(f"{label} ({len(states)}): {', '.join(one.state.name for one in states)}")
    for line in view.disagreements:
        out.print(f"Differs: {line}")
    if view.line.note:
        out.print(f"Note: {view.line.note}")
    for text in view.line.outcome_texts:
        out.print(f"Outcome: {text.symbol} {view.line.outcome or ''} {text.url}")
    say_not_known(view.not_known, out)
    out.print(f"Read from: {view.line.source} {view.line.source_url or ''}")


def _figure(value: int | None) -> str:
    return "–" if value is None else str(value)


_COLUMNS = (
    "session", "date", "request_date", "title", "situation", "requested_by", "n_members", "n_observers", "n_supporting",
    "members_listed", "observers_listed", "list_complete", "state", "seat", "result", "why", "outcome",
    "outcome_symbols", "document_url", "note", "source", "source_url", "page",
)  # fmt: skip


def special_sessions_csv(view: SpecialSessionList) -> str:
    """Return special sessions as CSV, one row each; with a state, the row says what its list lets one conclude."""
    return rows_csv(_COLUMNS, (_row(line) for line in view.sessions))


def _row(line: SpecialSessionLine) -> dict[str, Any]:
    own = {name: getattr(line, name) for name in _COLUMNS if hasattr(line, name)}
    of = line.of_state
    return {
        **own,
        "date": line.opened,
        "title": line.subject_matter,
        "situation": line.situation.subject if line.situation else None,
        "list_complete": line.list_complete.value,
        "state": of.state.name if of else None,
        "seat": of.seat.value if of else None,
        "result": of.label if of else None,
        "why": of.why.value if of else None,
        "outcome_symbols": " ".join(text.symbol for text in line.outcome_texts),
        "document_url": line.outcome_texts[0].url if line.outcome_texts else None,
        "page": of.sentence.page if of else line.page,
    }


_SUPPORTERS = (
    "session", "date", "request_date", "title", "state", "iso3", "role", "seat", "seat_by_membership", "list_complete",
    "result", "source", "source_url", "page",
)  # fmt: skip


def special_session_csv(view: SpecialSessionRecord) -> str:
    """Return the list of a session's request as CSV, one row for each state; or the answer on one state asked for."""
    if view.of_state:
        return rows_csv(_COLUMNS, [_row(view.line)])
    by_state = {one.state.iso3: one for one in (*view.requested, *view.members, *view.observers)}
    return rows_csv(_SUPPORTERS, _supporters(view.line, by_state.values()))


def _supporters(line: SpecialSessionLine, states: Iterable[Supporter]) -> Iterator[dict[str, Any]]:
    for one in states:
        roles = [word for word, held in (("requested", one.requested), ("supported", one.supported)) if held]
        yield {
            "session": line.session,
            "date": line.opened,
            "request_date": line.request_date,
            "title": line.subject_matter,
            "state": one.state.name,
            "iso3": one.state.iso3,
            "role": " and ".join(roles),
            "seat": one.seat,
            "seat_by_membership": one.seat_by_membership,
            "list_complete": line.list_complete.value,
            "result": f"{' and '.join(roles)} the session (request of {in_words(line.request_date)})",
            "source": line.source,
            "source_url": line.source_url,
            "page": line.page,
        }
