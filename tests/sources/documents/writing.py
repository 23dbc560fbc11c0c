"""A printer of the record's own roll calls: session reports, resolutions and press releases, misprints included.

What is written is known to the last name, so what a reader brings back can be held against it.
"""

import html
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import docx
import typst

from onrecord.record.store import Record
from onrecord.vocabulary.positions import CAST, Position

MISPRINTED = {"United States of America": "Unites States of America", "Cameroon": "Cameron"}
JOB = "GE.25-11364"
FORMS = ("tally first", "no tally", "tally last")
_VOTES = """
select r.rollcall_id, r.date, v.state, v.position from rollcall r join vote v using (rollcall_id)
where r.body = 'HRC' and v.position in ('yes', 'no', 'abstain') order by r.date, r.rollcall_id, v.state
"""


@dataclass
class Printing:
    """One vote to be printed: its draft's symbol, day, names under each position, and what was done to the names."""

    symbol: str
    day: date
    states: dict[Position, list[str]]
    names: dict[Position, list[str]] = field(default_factory=dict)
    wrong_total: bool = False

    def told(self) -> tuple[int, int, int]:
        """The totals as printed: those of the lists, but for a misprint."""
        yes, no, abstain = (len(self.states[position]) for position in CAST)
        return (yes + 1 if self.wrong_total else yes, no, abstain)


@dataclass
class Printed:
    """A document's bytes, the positions printed in it by symbol and state, and the names spoilt beyond reading."""

    data: bytes
    positions: dict[tuple[str, str], Position]
    spoilt: set[str]
    wrong_totals: int


def printings(record: Record, most: int | None, seed: int) -> tuple[list[Printing], set[str]]:
    """Return votes of the record, misprinted by chance, and the names that were spoilt beyond reading."""
    chance = random.Random(seed)
    votes: dict[str, Printing] = {}
    for rollcall, day, state, position in record.tuples(_VOTES):
        number = len(votes) + 1
        new = Printing(f"A/HRC/{number // 90 + 1}/L.{number % 90 + 1}", day, {known: [] for known in CAST})
        votes.setdefault(rollcall, new).states[Position(position)].append(state)
    chosen = list(votes.values())
    chosen = chosen if most is None else sorted(chance.sample(chosen, most), key=lambda vote: vote.day)
    spoilt: set[str] = set()
    for vote in chosen:
        vote.wrong_total = chance.random() < 0.02
        for position in CAST:
            named = ((state, record.gazetteer.name(state, vote.day)) for state in vote.states[position])
            vote.names[position] = [misprint(name, chance, spoilt) for _, name in sorted(named, key=lambda n: n[1])]
    return chosen, spoilt


def misprint(name: str, chance: random.Random, spoilt: set[str]) -> str:
    """Return a name, now and then as printers spoil it; what no reader can know is noted in ``spoilt``."""
    draw = chance.random()
    if draw < 0.0003:
        bad = name[:2] + "q" + name[3:]
        spoilt.add(bad)
        return bad
    if draw < 0.05 and name in MISPRINTED:
        return MISPRINTED[name]
    if draw < 0.015:
        at = chance.randrange(2, len(name) - 1)
        return f"{name[:at]} {name[at:]}"
    if draw < 0.02:
        return f"{name}{chance.randrange(1, 60)}"
    return f"{name} A/HRC/58/2 {JOB}" if draw < 0.025 else name


def listed(names: list[str]) -> str:
    """Return names as a printed list."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def blocks(vote: Printing, form: str, at: int) -> list[str]:
    """Return the paragraphs of a session report on one vote, in one of the forms of its years."""
    yes, no, abstain = vote.told()
    totals = f"by {yes} votes to {no}, with {abstain or 'no'} abstention{'' if abstain == 1 else 's'}"
    opening = (
        f"{at}. At the {at % 50 + 1}th meeting, on {vote.day.day} {vote.day:%B %Y}, Cuba introduced "
        f"draft resolution {vote.symbol}, sponsored by Cuba and co-sponsored by Bosnia and Herzegovina and Peru. "
        "Subsequently, the Sudan and Uganda joined the sponsors."
    )
    first = f"The draft resolution was adopted, {totals}. " if form == "tally first" else ""
    vote_taken = f"{at + 1}. A recorded vote was taken on the draft resolution. {first}The voting was as follows:"
    heads = {Position.YES: "In favour:", Position.NO: "Against:", Position.ABSTAIN: "Abstaining:"}
    lists = [
        part for position in CAST if vote.names[position] for part in (heads[position], listed(vote.names[position]))
    ]
    last = [f"{at + 2}. The draft resolution was adopted, {totals}."] if form == "tally last" else []
    return [opening, vote_taken, *lists, *last]


def report(record: Record, most: int | None, seed: int, written: Callable[[list[str]], bytes]) -> Printed:
    """Return a session report on votes of the record, as the writer of a format writes its paragraphs."""
    votes, spoilt = printings(record, most, seed)
    paragraphs = ["Human Rights Council", "Report of the Human Rights Council on its fifty-eighth session"]
    wrong = 0
    for number, vote in enumerate(votes):
        form = FORMS[number % len(FORMS)]
        wrong += vote.wrong_total and form != "no tally"
        paragraphs += blocks(vote, form, 3 * number + 1)
    return Printed(written(paragraphs), positions_of(votes), spoilt, wrong)


def positions_of(votes: list[Printing]) -> dict[tuple[str, str], Position]:
    """Return the position of every state in every vote."""
    return {(vote.symbol, state): p for vote in votes for p in CAST for state in vote.states[p]}


def pdf_of(paragraphs: list[str]) -> bytes:
    """Return paragraphs as a PDF in the manner of the UN's: headers, footers, job number, hyphenation."""
    setting = f"""#set page(paper: "a4", margin: 3cm, header: [A/HRC/58/2])
#set page(footer: [{JOB} #h(1fr) #context counter(page).display()])
#set text(size: 10pt, hyphenate: true, lang: "en")
#set par(justify: true)
"""
    body = "\n\n".join(f"#par[#{_quoted(text)}]" for text in paragraphs)
    return typst.compile((setting + body).encode())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def word_of(paragraphs: list[str]) -> bytes:
    """Return paragraphs as a Word document, with a header of its own."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "A/HRC/58/2"
    for text in paragraphs:
        file.add_paragraph(text)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def press_release(record: Record, most: int | None, seed: int) -> Printed:
    """Return a press release in HTML on votes of the record: totals in words, lists with their number in brackets."""
    votes, spoilt = printings(record, most, seed)
    out = ["<html><head><title>Human Rights Council adopts texts</title></head><body><nav>Menu</nav><main>"]
    out.append("<h1>Human Rights Council adopts texts</h1><p>4 April 2025</p>")
    heads = {Position.YES: "In favour", Position.NO: "Against", Position.ABSTAIN: "Abstentions"}
    for vote in votes:
        yes, no, abstain = vote.told()
        totals = f"{yes} in favour, {no} against and {abstain or 'no'} abstention{'' if abstain == 1 else 's'}"
        out.append(f"<p>In a resolution ({vote.symbol}) on rights, adopted by a vote of {totals}, it decided.</p>")
        out.append("<p>The result of the vote is as follows:</p>")
        for position in CAST:
            names = vote.names[position]
            if names:
                out.append(f"<p><strong>{heads[position]} ({len(names)})</strong>: {html.escape(listed(names))}.</p>")
    data = "\n".join([*out, "</main></body></html>"]).encode()
    return Printed(data, positions_of(votes), spoilt, sum(vote.wrong_total for vote in votes))
