"""Treaties as text for a terminal."""

from datetime import date

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.treaties import TreatiesOfState
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
