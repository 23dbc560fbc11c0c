"""Pledges as text for a terminal and as CSV."""

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
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


_COLUMNS = (
    "date", "title", "result", "done_on", "done_later", "rule", "why", "judged_on", "due_by", "due", "state", "basis",
    "term", "theme", "specific", "specific_reason", "measurable", "measurable_reason", "verifiable",
    "verifiable_reason", "indicator", "indicator_of", "needed", "n", "evidence", "evidence_links", "document",
    "paragraph", "link", "source", "source_url", "pledge_id", "page",
)  # fmt: skip


def pledges_csv(view: PledgesOfState | PledgeList) -> str:
    """Return pledges as CSV, one row for each clause, with status, evidence, link and source."""
    return rows_csv(_COLUMNS, (_row(p) for p in view.pledges))


def _row(p: PledgeLine) -> dict[str, object]:
    own = {name: getattr(p, name) for name in _COLUMNS if hasattr(p, name)}
    test = {part: getattr(p, part) for part in ("specific", "measurable", "verifiable")}
    return {
        **own,
        **{part: one.answer for part, one in test.items()},
        **{f"{part}_reason": one.reason for part, one in test.items()},
        "date": p.pledged_on,
        "title": p.pledge,
        "result": p.status,
        "state": p.state.name,
        "evidence": "; ".join(e.text for e in p.evidence),
        "evidence_links": " ".join(dict.fromkeys(e.link or e.source_url or "" for e in p.evidence)).strip(),
        "link": p.document_url,
    }
