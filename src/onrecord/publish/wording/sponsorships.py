"""Sentences on sponsors of texts; none says that a state did not sponsor or co-sponsor a text."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import english, say, say_n
from onrecord.publish.languages.writing import day, joined
from onrecord.publish.sentences import capital
from onrecord.publish.views.shared import StateHead

if TYPE_CHECKING:
    from onrecord.publish.views.sponsorships import SponsoredText


def scope(texts: Sequence["SponsoredText"]) -> str:
    """Return which texts and which sponsors a figure counts."""
    held = _held(texts) if texts else say("none")
    return say(
        "texts of the Human Rights Council whose sponsors are in the record; their lists hold: {held}", held=held
    )


def _held(texts: Sequence["SponsoredText"]) -> str:
    return joined(english(held) for held in sorted({text.list_complete for text in texts}))


def of_state(head: StateHead, own: Sequence["SponsoredText"], texts: Sequence["SponsoredText"]) -> str:
    """Return the texts on whose list of sponsors a state is, and what cannot be concluded of the others."""
    name = capital(head.running_name)
    if not texts:
        return say(
            "Whether {name} sponsored any text is not in the record: it has the sponsors of no text.",
            name=head.running_name,
        )
    if not own:
        return say_n(
            "{name} is on none of the {n} list of sponsors in the record{kinds}. Whether it sponsored or co-sponsored"
            " these or other texts is not in the record.",
            "{name} is on none of the {n} lists of sponsors in the record{kinds}. Whether it sponsored or co-sponsored"
            " these or other texts is not in the record.",
            len(texts),
            name=name,
            kinds=_kinds(texts),
        )
    return say(
        "{name} is in the record as {roles}, adopted between {first} and {last}. The record has the sponsors of"
        " {number} texts{kinds}: whether it co-sponsored any other text is not in the record.",
        name=name,
        roles=joined(_role(own, role) for role in dict.fromkeys(text.own_role for text in own if text.own_role)),
        first=day(min(t.adopted for t in own)),
        last=day(max(t.adopted for t in own)),
        number=len(texts),
        kinds=_kinds(texts),
    )


def _role(own: Sequence["SponsoredText"], role: str) -> str:
    n = sum(text.own_role == role for text in own)
    return say_n("{role} of {n} text", "{role} of {n} texts", n, role=english(role))


def _kinds(texts: Sequence["SponsoredText"]) -> str:
    return f" ({_held(texts)})" if texts else ""


def of_text(text: "SponsoredText") -> str:
    """Return who sponsored a text, as far as its list goes."""
    more = ""
    if text.cosponsors:
        more = " " + say("Its source counts {number} co-sponsors, who are not named.", number=text.cosponsors)
    return say_n(
        "{symbol} (“{title}”, adopted on {day}) has {n} sponsor in the record (the list holds {held}): {names}.{more}"
        " Who else sponsored it is not in the record.",
        "{symbol} (“{title}”, adopted on {day}) has {n} sponsors in the record (the list holds {held}): {names}.{more}"
        " Who else sponsored it is not in the record.",
        len(text.sponsors),
        symbol=text.symbol,
        title=english(text.title),
        day=day(text.adopted),
        held=english(text.list_complete),
        names=joined(sponsor.state.running_name for sponsor in text.sponsors),
        more=more,
    )


def no_list(symbol: str) -> str:
    """Return that the sponsors of a text are not in the record."""
    return say("The sponsors of {symbol} are not in the record.", symbol=symbol)


def at_large(texts: Sequence["SponsoredText"]) -> str:
    """Return of how many texts the record has sponsors."""
    if not texts:
        return say("The record has the sponsors of no text; sponsors are not in the record.")
    return say(
        "The record has sponsors of {number} texts of the Human Rights Council adopted between {first} and {last}:"
        " {states} States, each on the list of at least one{kinds}.",
        number=len(texts),
        first=day(min(t.adopted for t in texts)),
        last=day(max(t.adopted for t in texts)),
        states=len({sponsor.state.iso3 for text in texts for sponsor in text.sponsors}),
        kinds=_kinds(texts),
    )


def not_known(texts: Sequence["SponsoredText"]) -> Iterator[str]:
    """Yield what the lists of sponsors leave open."""
    yield say("The sponsors of all other texts of the Council are not in the record.")
    if any("only" in text.list_complete for text in texts):
        yield say("The lists hold main sponsors only: a State that is not on one may have co-sponsored the text.")
    yield say("Lists of sponsors keep growing after a text is tabled; who joined later may not be in the record.")
