"""Two states side by side as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.compare import Comparison, PairLine, Said, TermLine


def show_comparison(view: Comparison, out: Console) -> None:
    """Print the comparison."""
    say_sentences(view.sentences, out)
    out.print(f"\nTerms of {view.a.name}: {_terms(view.terms_a)}")
    out.print(f"Terms of {view.b.name}: {_terms(view.terms_b)}")
    _agreement(view, out)
    _opposite(view, out)
    rows = table("support for country-situation texts", "state", "n", "for", "against", "abstained", "absent", "share")
    names = {view.a.iso3: view.a.name, view.b.iso3: view.b.name}
    for s in view.support:
        share = percent(s.share_yes) if s.share_yes is not None else f"n under {s.minimum}: no share"
        rows.add_row(s.what, names[s.iso3], *map(str, (s.n, s.yes, s.no, s.abstain, s.absent)), share)
    out.print(rows)
    for heading, lines in (
        ("Treaties joined", view.treaties),
        ("Universal Periodic Review", view.reviews),
        ("National human rights institution", view.institutions),
        ("Ratings by outside bodies", view.ratings),
    ):
        _pairs(view, heading, lines, out)
    say_not_known(view.not_known, out)


def _terms(terms: tuple[TermLine, ...]) -> str:
    return ", ".join(f"{t.years}{_early(t)}" for t in terms) or "none in the record"


def _early(term: TermLine) -> str:
    return f" ({term.end_reason} {term.last_day})" if term.end_reason in {"suspended", "withdrew"} else ""


def _agreement(view: Comparison, out: Console) -> None:
    counts = ("open to both", "n", "same", "one step", "opposite")
    rows = table("roll calls", *counts, "same share", "three-point (Lijphart)")
    for one in view.agreement:
        both = (one.identical_share, one.three_point)
        shares = [percent(s) if s is not None else f"n under {one.minimum}" for s in both]
        rows.add_row(one.what, *map(str, (one.could, one.n, one.same, one.one_step, one.opposite)), *shares)
    out.print("\nAgreement (n: roll calls on which both voted in favour, against or abstained):")
    out.print(rows)


def _opposite(view: Comparison, out: Console) -> None:
    out.print(f"\nOpposite positions in the Council ({len(view.opposite)}):")
    if not view.opposite:
        return
    rows = table("date", "symbol", view.a.name, view.b.name, "vote", "title")
    for one in view.opposite:
        line = one.vote
        figures = f"{line.yes}-{line.no}-{line.abstain}" if line.yes is not None else "not in the record"
        symbol = one.vote.symbol or one.vote.rollcall_id
        rows.add_row(str(one.vote.date), symbol, one.a.value, one.b.value, figures, one.vote.title)
    out.print(rows)


def _pairs(view: Comparison, heading: str, lines: tuple[PairLine, ...], out: Console) -> None:
    out.print(f"\n{heading}:")
    rows = table("", view.a.name, view.b.name)
    for line in lines:
        absent = "not a party" if heading == "Treaties joined" else "not in the record"
        rows.add_row(line.what, _said(line.a, absent), _said(line.b, absent))
    out.print(rows)


def _said(one: Said, absent: str) -> str:
    if one.value is None:
        return absent
    return f"{one.value} ({one.day})" if one.day and one.day not in one.value else one.value
