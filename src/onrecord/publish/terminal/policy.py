"""Agreement with a stated policy as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.policy import PolicyAgreement, ScoreLine


def show_policy(view: PolicyAgreement, out: Console) -> None:
    """Print the policy's texts, then every state with both scores."""
    say_sentences(view.sentences, out)
    texts = table("date", "text", "policy", "weight", "title")
    for one in view.texts:
        texts.add_row(one.date.isoformat(), one.symbol or one.rollcall_id, one.side, one.weight, one.title[:70])
    out.print("\nThe texts of the policy:")
    out.print(texts)
    for method in view.methods:
        out.print(f"{method.label} ({method.source}): {method.formula}.")
    rows = table("state", "n", "with", "against", "abstained", "absent", "not in the record", *_heads(view))
    for line in view.states:
        c = line.counted
        counts = (
            line.n,
            c.with_policy + c.with_strong,
            c.against + c.against_strong,
            c.abstained + c.abstained_strong,
            c.absent + c.absent_strong,
            line.unknown,
        )
        cells = [cell for score in line.scores for cell in _score(score)]
        rows.add_row(line.state.name, *map(str, counts), *cells)
    out.print("\nStates that could vote on a text of it (n: texts on which the position is in the record):")
    out.print(rows)
    say_not_known(view.not_known, out)


def _heads(view: PolicyAgreement) -> list[str]:
    return [head for one in view.methods for head in (one.label, "rank")]


def _score(one: ScoreLine) -> tuple[str, str]:
    if one.score is None:
        return one.band.value, ""
    return f"{percent(one.score)}: {one.band.value}", f"{one.rank} of {one.of}"
