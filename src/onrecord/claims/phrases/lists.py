"""States and situations as mentions name them, and lists of them: what both kinds of phrase need."""

from collections.abc import Iterable, Sequence

from onrecord.claims.context import Context
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.typed import Quantifier, Topic

QUANTIFIERS = {
    "all": Quantifier.ALL,
    "none": Quantifier.NONE,
    "no": Quantifier.NONE,
    "any": Quantifier.SOME,
    "most": Quantifier.MOST,
    "half": Quantifier.HALF,
    "some": Quantifier.SOME,
    "many": Quantifier.MANY,
    "both": Quantifier.ALL,
    "only": Quantifier.ONLY,
    "generic": Quantifier.GENERIC,
}
BOUNDS = {
    "least": Quantifier.AT_LEAST,
    "most": Quantifier.AT_MOST,
    "over": Quantifier.MORE_THAN,
    "under": Quantifier.FEWER_THAN,
    "about": Quantifier.ABOUT,
    "exactly": Quantifier.EXACTLY,
}
TOPICAL = (Kind.STATE, Kind.SUBJECT)


def states_of(mention: Mention, context: Context) -> tuple[str, ...]:
    """Return the code of the state a mention names; the context's own where the name fits several; else none."""
    if mention.kind is not Kind.STATE:
        return ()
    codes = mention.value
    if len(codes) == 1:
        return codes
    return (context.about,) if context.about is not None and context.about in codes else ()


def topic_of(mention: Mention, context: Context) -> Topic | None:
    """Return the situation that a mention names as a topic."""
    if mention.kind is Kind.SUBJECT:
        return Topic(*mention.value)
    codes = states_of(mention, context)
    # In the Council a text on a power that occupies is coded to what it occupies.
    return Topic(table("situations")["stands_for"].get(codes[0], codes[0])) if codes else None


def next_to(linked: Linked, at: int, step: int, skip: Iterable[Kind] = (Kind.SMALL,)) -> int | None:
    """Return the next place in a direction that is not of a kind to skip; None at the sentence's end."""
    kinds, here = frozenset(skip), at + step
    while 0 <= here < len(linked):
        if linked[here].kind not in kinds:
            return here
        here += step
    return None


def in_list(linked: Linked, at: int, kinds: Sequence[Kind], last: int) -> list[int]:
    """Return the places of a list that begins at ``at``: "A, B and C", each of the kinds given."""
    found = [at]
    here = at + 1
    while here <= last:
        m = linked[here]
        if m.kind in kinds:
            found.append(here)
        elif not (
            m.text == "," or m.tagged("join.and") or m.text.lower() in {"the", "of", "on", "in", "'s", "’s", "’"}
        ):
            break
        here += 1
    return found


def listing(m: Mention) -> bool:
    """Return whether a mention only holds a list together: a comma, "and", "those on"."""
    return m.text == "," or m.tagged("join.and", "about", "pronoun.this")


def owner(linked: Linked, i: int, inside: Iterable[int]) -> bool:
    """Whether a state only labels a text: "Iceland's resolution", "the Dutch-led text"."""
    places = frozenset(inside)
    following = [linked[k] for k in range(i + 1, min(i + 4, len(linked))) if k in places]
    if not following:
        return False
    possessive = following[0].text in {"'s", "’s", "’", "'"}
    led = following[0].text == "-" and len(following) > 1 and following[1].tagged("agent.led")
    return led or (possessive and any(m.tagged("n.text") and not m.tagged("n.text.vote") for m in following[1:]))


def marked_as_topic(linked: Linked, i: int, inside: Iterable[int]) -> bool:
    """Whether a state is what a text is about: it follows "on", or stands before the text's noun."""
    places = frozenset(inside)
    after = [linked[k] for k in range(i + 1, min(i + 3, len(linked))) if k in places]
    if any(m.tagged("n.text") for m in after[:2]) and after[0].text not in {"'s", "’s"} and not after[0].tagged("v"):
        return True
    here, separated = i - 1, True
    while here >= 0:
        m = linked[here]
        if m.tagged("about") or m.text.lower() in {"on", "over", "about"}:
            return separated
        if m.kind in TOPICAL:
            if not separated:
                return False
            separated = False
        elif listing(m):
            separated = True
        elif m.kind not in {Kind.SMALL, Kind.WORD}:
            return False
        here -= 1
    return False


def bound_before(linked: Linked, i: int, inside: Iterable[int]) -> tuple[Quantifier | None, frozenset[int]]:
    """Return the bound before a number with its place: "at least" five."""
    for k in (i - 1, i - 2):
        if k in inside and (bound := linked[k].under("bound")):
            return BOUNDS[bound], frozenset({k})
    return None, frozenset()
