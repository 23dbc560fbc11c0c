"""One state beside all others as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.agreement import AgreementOfState, AgreementWith


def show_agreement(view: AgreementOfState, out: Console) -> None:
    """Print a state's agreement with every other."""
    say_sentences(view.sentences, out)
    counts = ("open to both", "n", "same", "one step", "opposite", "absent", "not in the record")
    rows = table("state", "same share", "three-point (Lijphart)", *counts)
    for one in view.others:
        figures = (one.could, one.n, one.same, one.one_step, one.opposite, one.absent, one.unknown)
        rows.add_row(one.state.name, *_shares(view, one), *map(str, figures))
    out.print("\nAgreement (n: roll calls on which both voted in favour, against or abstained):")
    out.print(rows)
    if view.never_open:
        out.print(f"\nCould vote in none of them: {', '.join(one.name for one in view.never_open)}")
    say_not_known(view.not_known, out)


def _shares(view: AgreementOfState, one: AgreementWith) -> list[str]:
    both = (one.identical_share, one.three_point)
    return [percent(share) if share is not None else f"n under {view.minimum}" for share in both]
