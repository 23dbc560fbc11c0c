"""Reads the sentences in which the record's own pages give a commitment and whether it was kept."""

import re

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.pledges.content import content_of
from onrecord.claims.pledges.typed import Pledged, PledgeKept
from onrecord.claims.typed import Claim

_LINE = re.compile(
    r"The commitment of .+? of (?P<made>[^(]+) \((?P<basis>[^)]+)\), “(?P<words>.+?)” \(in our words\), .*?"
    r"(?P<status>was kept in part|was not kept by then|was kept|is open|cannot be measured)"
)


def read_pages(linked: Linked, context: Context) -> list[Read]:
    """Return the claims of a sentence of the record's own pages; none for other sentences."""
    match = _LINE.match(linked.text.strip())
    states = [c for i in linked.of_kind(Kind.STATE) for c in states_of(linked[i], context)]
    if match is None or not states:
        return []
    made = next(i for i, m in enumerate(linked.mentions) if m.start >= match.start("made"))
    period = next(
        (p for i in linked.of_kind(Kind.PERIOD) if i >= made - 1 and (p := resolved(linked[i], context))), None
    )
    content = content_of(match["words"])
    things, weaker = tuple(sorted(content.things)), tuple(sorted(content.weaker))
    about = match["words"][:1].lower() + match["words"][1:]
    claims: list[Claim] = []
    if "recommendation" not in match["basis"]:
        claims.append(Pledged(state=states[0], about=about, things=things, weaker=weaker, period=period))
    if match["status"] in {"was kept", "was not kept by then"}:
        kept = match["status"] == "was kept"
        claims.append(PledgeKept(state=states[0], about=about, things=things, weaker=weaker, period=period, kept=kept))
    return [Read(c, frozenset(range(len(linked))), 0, len(linked) - 1) for c in claims]
