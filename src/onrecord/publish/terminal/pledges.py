"""Pledges as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences
from onrecord.publish.views.pledges import PledgeLine, PledgeList, PledgesOfState


def show_pledges(view: PledgesOfState | PledgeList, out: Console) -> None:
    """Print pledges, each with its test, its status and its evidence."""
    say_sentences(view.sentences, out)
    for p in view.pledges:
        _show(p, out)
    for none in view.said_to_have_none:
        out.print(f"\n{none.state.name}, {none.term}: {none.said}, says {none.source}")
    say_not_known(view.not_known, out)


def _show(p: PledgeLine, out: Console) -> None:
    later = f" – done later on {p.done_later}" if p.done_later else ""
    out.print(f"\n{p.pledge_id}  {p.status.upper()}{later}  {p.pledge}")
    where = f"{p.document or 'no UN document found'}{f', para. {p.paragraph}' if p.paragraph else ''}"
    out.print(f"  {p.state.name}, {p.basis}, {p.term}; pledged {p.pledged_on}, due {p.due}; {where}; {p.source}")
    for part in ("specific", "measurable", "verifiable"):
        answer = getattr(p, part)
        out.print(f"  {part}: {answer.answer} – {answer.reason}")
    needed = f" One would look at: {p.needed}; no indicator computes that." if p.needed else ""
    out.print(f"  {f'{p.asked} ' if p.asked else ''}{p.why}{needed} [n = {p.n}]")
    for e in p.evidence:
        out.print(f"    {e.text}{'' if e.by_due else ' (later)'}; {e.link or e.source_url or e.source}", soft_wrap=True)
