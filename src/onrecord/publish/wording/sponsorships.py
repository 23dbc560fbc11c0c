"""Sentences on sponsors of texts; none says that a state did not sponsor or co-sponsor a text."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.publish.sentences import capital, day, joined
from onrecord.publish.views.shared import StateHead

if TYPE_CHECKING:
    from onrecord.publish.views.sponsorships import SponsoredText


def scope(texts: Sequence["SponsoredText"]) -> str:
    """Return which texts and which sponsors a figure counts."""
    held = joined(sorted({text.list_complete for text in texts})) if texts else "none"
    return f"texts of the Human Rights Council whose sponsors are in the record; their lists hold: {held}"


def of_state(head: StateHead, own: Sequence["SponsoredText"], texts: Sequence["SponsoredText"]) -> str:
    """Return the texts on whose list of sponsors a state is, and what cannot be concluded of the others."""
    name = capital(head.running_name)
    if not texts:
        return f"Whether {head.running_name} sponsored any text is not in the record: it has the sponsors of no text."
    if not own:
        return (
            f"{name} is on none of the {_texts(texts)} of sponsors in the record{_kinds(texts)}. Whether it sponsored"
            " or co-sponsored these or other texts is not in the record."
        )
    roles = joined(f"{_role(own, role)}" for role in dict.fromkeys(text.own_role for text in own if text.own_role))
    return (
        f"{name} is in the record as {roles}, adopted between {day(min(t.adopted for t in own))} and"
        f" {day(max(t.adopted for t in own))}. The record has the sponsors of {len(texts)} texts{_kinds(texts)}:"
        " whether it co-sponsored any other text is not in the record."
    )


def _role(own: Sequence["SponsoredText"], role: str) -> str:
    n = sum(text.own_role == role for text in own)
    return f"{role} of {n} text{'s' * (n != 1)}"


def _texts(texts: Sequence["SponsoredText"]) -> str:
    return f"{len(texts)} list{'s' * (len(texts) != 1)}"


def _kinds(texts: Sequence["SponsoredText"]) -> str:
    held = sorted({text.list_complete for text in texts})
    return f" ({joined(held)})" if held else ""


def of_text(text: "SponsoredText") -> str:
    """Return who sponsored a text, as far as its list goes."""
    names = joined(sponsor.state.running_name for sponsor in text.sponsors)
    n = len(text.sponsors)
    more = f" Its source counts {text.cosponsors} co-sponsors, who are not named." if text.cosponsors else ""
    return (
        f"{text.symbol} (“{text.title}”, adopted on {day(text.adopted)}) has {n} sponsor{'s' * (n != 1)} in the record"
        f" (the list holds {text.list_complete}): {names}.{more} Who else sponsored it is not in the record."
    )


def no_list(symbol: str) -> str:
    """Return that the sponsors of a text are not in the record."""
    return f"The sponsors of {symbol} are not in the record."


def at_large(texts: Sequence["SponsoredText"]) -> str:
    """Return of how many texts the record has sponsors."""
    if not texts:
        return "The record has the sponsors of no text; sponsors are not in the record."
    first, last = min(t.adopted for t in texts), max(t.adopted for t in texts)
    states = len({sponsor.state.iso3 for text in texts for sponsor in text.sponsors})
    return (
        f"The record has sponsors of {len(texts)} texts of the Human Rights Council adopted between"
        f" {day(first)} and {day(last)}: {states} States, each on the list of at least one{_kinds(texts)}."
    )


def not_known(texts: Sequence["SponsoredText"]) -> Iterator[str]:
    """Yield what the lists of sponsors leave open."""
    yield "The sponsors of all other texts of the Council are not in the record."
    if any("only" in text.list_complete for text in texts):
        yield "The lists hold main sponsors only: a State that is not on one may have co-sponsored the text."
    yield "Lists of sponsors keep growing after a text is tabled; who joined later may not be in the record."
