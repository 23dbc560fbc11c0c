"""How others rate a state, as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.standing import StandingOfState

_COLUMNS = (
    "date", "state", "title", "result", "of", "year_under_review", "method", "document", "document_url", "note", "link",
    "source", "source_url",
)  # fmt: skip


def standing_rows(view: StandingOfState) -> Rows:
    """Return every status, rating and observation of a state, one figure a row."""
    rows = [
        *(_row(view, n, date=n.date or n.year, title=f"National human rights institution: {n.event}",
               result=n.status_words) for n in view.national_institution),
        *(_row(view, p, date=p.edition, title="RSF press freedom index, rank", result=p.rank, of=p.of, method=p.method)
          for p in view.press_freedom if p.rank is not None),
        *(_row(view, p, date=p.edition, title="RSF press freedom index, score", result=p.score, method=p.method)
          for p in view.press_freedom if p.score is not None),
        *(_row(view, f, date=f.label, title=f"Freedom House, {what}", result=result,
               year_under_review=f.year_under_review)
          for f in view.freedom_house
          for what, result in (("political rights", f.political_rights), ("civil liberties", f.civil_liberties),
                               ("status", f.status_words)) if result is not None),
        *(_row(view, o, date=o.adopted, title=f"Concluding observations of {o.treaty_body}, {o.report_considered}",
               result="adopted" if o.adopted else "not in the record",
               document=o.document.symbol if o.document else None,
               document_url=o.document.url if o.document else None) for o in view.concluding_observations),
    ]  # fmt: skip
    return rows_of(f"onrecord-standing-{view.page.rpartition('/')[2]}", _COLUMNS, rows, ("date",))


def _row(view: StandingOfState, line: object, **given: object) -> Row:
    shared = {name: getattr(line, name) for name in ("note", "source", "source_url")}
    empty: dict[str, object] = dict.fromkeys(_COLUMNS)
    return {**empty, "state": view.state.name, "link": view.page, **shared, **given}
