"""What a whole document says of itself: the state it is about, its day, the year of a heading, what came before."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.linking import Linker
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.sentences import Layout, Sentence
from onrecord.claims.typed import Texts
from onrecord.vocabulary.periods import Period

_EDGE = 6
"""So many lines at the beginning and end of a document may hold its own date."""


def guess_about(sentences: Sequence[Sentence], linked: Sequence[Linked]) -> tuple[str | None, str]:
    """Return the state that a text names by far the most, with how often; None where none stands out."""
    named = Counter(m.value[0] for one in linked for m in one.mentions if m.kind is Kind.STATE and len(m.value) == 1)
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None, ""
    return ranked[0][0], f"read from the text, which names it {ranked[0][1]} times"


def guess_day(sentences: Sequence[Sentence], linked: Sequence[Linked]) -> tuple[date | None, str]:
    """Return the day a text bears at its head or foot; None where it bears none."""
    edges = [*range(min(_EDGE, len(sentences))), *range(max(0, len(sentences) - _EDGE), len(sentences))]
    for k in edges:
        if sentences[k].layout not in {Layout.METADATA, Layout.HEADING}:
            continue
        for i in linked[k].of_kind(Kind.PERIOD):
            period = resolved(linked[k][i], Context())
            if period and period.first and period.first == period.last:
                return period.first, f"read from the text: “{sentences[k].text.strip()}”"
    return None, ""


def heading_period(sentence: Sentence, linker: Linker, context: Context) -> Period | None:
    """Return the year or month that the heading above a sentence gives; None where it gives none."""
    if not sentence.heading:
        return None
    linked = linker.link(sentence.heading)
    for i in linked.of_kind(Kind.PERIOD):
        period = resolved(linked[i], context)
        if period is not None:
            return period
    return None


def after_sentence(context: Context, reads: Sequence[Read], elections: Collection[date]) -> Context:
    """Return what the next sentence may take from this one; an election, if one was held in the time named."""
    for read in reads:
        texts = getattr(read.claim, "texts", None)
        states = getattr(read.claim, "states", ())
        if isinstance(texts, Texts) and texts.described:
            context = replace(context, texts=replace(texts, n=None, of=None))
        race = getattr(read.claim, "race", None)
        held = getattr(race, "period", None)
        if isinstance(held, Period) and any(held.contains(day) for day in elections):
            context = replace(context, election=held)
        if len(states) == 1:
            context = replace(context, subject=states[0])
    return replace(context, lead=None)
