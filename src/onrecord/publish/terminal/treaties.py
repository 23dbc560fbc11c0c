"""Treaties as text for a terminal and as CSV."""

from datetime import date

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.treaties import TreatiesOfState, TreatyLine
from onrecord.publish.views.treaty_matrix import TreatyMatrix


def show_treaties(view: TreatiesOfState, out: Console) -> None:
    """Print a state's treaties, its elections, its terms."""
    say_sentences(view.sentences, out)
    rows = table("treaty", "standing", "by", "joined", "signed", "days between", "denounced")
    for t in view.treaties:
        dates = (_day(t.joined_on), _day(t.signed_on), _number(t.days_to_join), _day(t.denounced_on))
        rows.add_row(t.instrument, t.status, t.act or "–", *dates)
    out.print(f"\nUN human rights treaties and protocols, as at {view.as_at}:")
    out.print(rows)
    for t in view.treaties:
        for one in t.declarations:
            out.print(f"{t.instrument}: {one.act} {one.date}{f': {one.note}' if one.note else ''}")
        for one in (*t.acts, *t.declarations):
            if one.disagreement:
                out.print(f"† {t.instrument}, {one.act} of {one.date}: {one.disagreement}")
    for e in view.elections:
        out.print(f"{e.text}{'' if e.elected else ' It was not elected.'}")
    say_not_known(view.not_known, out)


def show_matrix(view: TreatyMatrix, out: Console) -> None:
    """Print all treaties with how many are party to each."""
    say_sentences(view.sentences, out)
    rows = table("treaty", "parties", "signed only", "denounced", "adopted", "title")
    for i in view.instruments:
        rows.add_row(i.instrument, str(i.parties), str(i.signed_only), str(i.denounced), str(i.adopted), i.title)
    out.print(rows)
    say_not_known(view.not_known, out)


def _day(value: date | None) -> str:
    return str(value) if value else "–"


def _number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


_COLUMNS = (
    "date", "title", "result", "state", "instrument", "act", "signed_on", "days_to_join", "denounced_on",
    "denunciation_effect", "declarations", "disagreement", "as_at", "link", "source", "source_url", "page",
)  # fmt: skip


def treaties_csv(view: TreatiesOfState) -> str:
    """Return a state's standing towards each treaty as CSV, with its date, link and source."""
    return rows_csv(_COLUMNS, (_row(view, t) for t in view.treaties))


def _row(view: TreatiesOfState, t: TreatyLine) -> dict[str, object]:
    acts = (*t.acts, *t.declarations)
    return {
        "date": t.joined_on or t.signed_on,
        "title": t.title,
        "result": t.status,
        "state": view.state.name,
        "instrument": t.instrument,
        "act": t.act,
        "signed_on": t.signed_on,
        "days_to_join": t.days_to_join,
        "denounced_on": t.denounced_on,
        "denunciation_effect": t.denunciation_effect,
        "declarations": "; ".join(f"{a.act} {a.date}" for a in t.declarations),
        "disagreement": "; ".join(f"{a.act}: {a.disagreement}" for a in acts if a.disagreement),
        "as_at": view.as_at,
        "link": t.untc_url,
        "source": acts[-1].source if acts else None,
        "source_url": acts[-1].source_url if acts else t.untc_url,
        "page": t.page,
    }


_MATRIX_COLUMNS = ("date", "title", "result", "state", "instrument", "act", "as_at", "link", "source", "page")


def matrix_csv(view: TreatyMatrix) -> str:
    """Return every state's standing towards every treaty as CSV."""
    by_code = {i.instrument: i for i in view.instruments}
    return rows_csv(
        _MATRIX_COLUMNS,
        (
            {
                "date": c.date,
                "title": by_code[c.instrument].title,
                "result": c.status,
                "state": s.state.name,
                "instrument": c.instrument,
                "act": c.act,
                "as_at": view.as_at,
                "link": by_code[c.instrument].untc_url,
                "source": by_code[c.instrument].source,
                "page": s.treaties_page,
            }
            for s in view.states
            for c in s.cells
        ),
    )
