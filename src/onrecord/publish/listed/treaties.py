"""Treaties as rows: a state's, all states', one treaty's."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.treaties import TreatiesOfState, TreatyLine
from onrecord.publish.views.treaty_matrix import InstrumentRecord, PartyLine, TreatyMatrix

_COLUMNS = (
    "date", "title", "result", "state", "instrument", "act", "signed_on", "days_to_join", "denounced_on",
    "denunciation_effect", "declarations", "disagreement", "as_at", "document_url", "source", "source_url", "link",
)  # fmt: skip


def treaties_rows(view: TreatiesOfState) -> Rows:
    """Return a state's standing towards each treaty."""
    name = f"onrecord-treaties-{view.page.rpartition('/')[2]}"
    return rows_of(name, _COLUMNS, [_row(view, t) for t in view.treaties])


def _row(view: TreatiesOfState, t: TreatyLine) -> Row:
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
        "document_url": t.untc_url,
        "source": acts[-1].source if acts else None,
        "source_url": acts[-1].source_url if acts else t.untc_url,
        "link": t.page,
    }


_MATRIX = ("date", "title", "result", "state", "instrument", "act", "as_at", "document_url", "source", "link")


def matrix_rows(view: TreatyMatrix) -> Rows:
    """Return every state's standing towards every treaty."""
    by_code = {i.instrument: i for i in view.instruments}
    return rows_of("onrecord-treaties", _MATRIX, [
        {
            "date": c.date,
            "title": by_code[c.instrument].title,
            "result": c.status,
            "state": s.state.name,
            "instrument": c.instrument,
            "act": c.act,
            "as_at": view.as_at,
            "document_url": by_code[c.instrument].untc_url,
            "source": by_code[c.instrument].source,
            "link": s.treaties_page,
        }
        for s in view.states
        for c in s.cells
    ])  # fmt: skip


_PARTIES = (
    "date", "title", "result", "state", "iso3", "instrument", "act", "signed_on", "days_to_join", "denounced_on",
    "as_at", "document_url", "source", "source_url", "link",
)  # fmt: skip


def treaty_rows(view: InstrumentRecord) -> Rows:
    """Return the states with an act towards one treaty: its parties, those that only signed, those that left."""
    lines = (*view.parties, *view.signed_only, *view.denounced)
    name = f"onrecord-{view.instrument.instrument}"
    return rows_of(name, _PARTIES, [_party(view, line) for line in lines])


def _party(view: InstrumentRecord, line: PartyLine) -> Row:
    used = line.denounced or line.joined or line.signed
    return {
        "date": used.date if used else None,
        "title": view.instrument.title,
        "result": line.status,
        "state": line.state.name,
        "iso3": line.state.iso3,
        "instrument": view.instrument.instrument,
        "act": used.act if used else None,
        "signed_on": line.signed.date if line.signed else None,
        "days_to_join": line.days_to_join,
        "denounced_on": line.denounced.date if line.denounced else None,
        "as_at": view.as_at,
        "document_url": view.instrument.untc_url,
        "source": used.source if used else view.instrument.source,
        "source_url": used.source_url if used else None,
        "link": line.treaties_page,
    }
