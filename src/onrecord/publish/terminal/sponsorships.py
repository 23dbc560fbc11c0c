"""Sponsors of texts as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.sponsorships import SponsorshipList


def show_sponsorships(view: SponsorshipList, out: Console) -> None:
    """Print texts with their sponsors, as far as the lists go."""
    say_sentences(view.sentences, out)
    if view.texts:
        rows = table("adopted", "text", "title", "role", "joined", "sponsors listed", "list holds")
        for text in view.texts:
            names = ", ".join(sponsor.state.name for sponsor in text.sponsors)
            rows.add_row(
                str(text.adopted), text.symbol, text.title, text.own_role or "–", text.own_joined or "–",
                f"{len(text.sponsors)}: {names}", text.list_complete,
            )  # fmt: skip
        out.print(rows)
    say_not_known(view.not_known, out)
