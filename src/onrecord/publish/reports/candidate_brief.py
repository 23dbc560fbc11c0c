"""The brief on the candidates of an election: side by side, then a page for each, as the record stood that day."""

from collections.abc import Iterator, Sequence

from onrecord import __version__
from onrecord.publish.reports.candidate_page import candidate_section
from onrecord.publish.reports.document import Block, Column, Document, Fact, Finding, Note, Section, Table, Words
from onrecord.publish.reports.notes import cell, distinct, page_note, source_note
from onrecord.publish.reports.reading import in_memory, known_on
from onrecord.publish.reports.sources_section import not_known_section, sources_section
from onrecord.publish.reports.term_report import about_the_record, candidate_notes
from onrecord.publish.reports.terms import known_to
from onrecord.publish.sentences import day
from onrecord.publish.views.elections import Candidate, ElectionRecord, Slate, election_record
from onrecord.publish.views.scorecards import Scorecard, scorecard
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

BESIDE = 5
"""How many candidates stand side by side in one table."""


def candidate_brief(record: Record, election: str, group: str | None = None, state: str | None = None) -> Document:
    """Return the brief on an election, all groups or one, all candidates or one.

    NotInVocabulary for an election, group or candidate that the record does not know.
    """
    record = in_memory(record)
    view = election_record(record, election)
    chosen = _slates(view, group)
    only = _candidate(record, chosen, state) if state else None
    chosen = [slate for slate in chosen if only is None or only in slate.candidates]
    cards = [scorecard(record, view.date.isoformat(), slate.regional_group) for slate in chosen]
    title = _title(view, cards, group, only)
    words = "&".join(f"{name}={found}" for name, found in _asked(cards, group, only))
    page = f"/briefs/{view.date}{f'?{words}' if words else ''}"
    day_known = Fact(
        "As known on", Words(f"{day(view.date)}, but for the result of the election", (_result_note(view),))
    )
    facts = (day_known, *about_the_record(record, title, page))
    sections = tuple(_sections(record, view, chosen, cards, only))
    return Document(
        kind="brief",
        page=page,
        file_name="-".join(
            ["onrecord-brief", str(view.date), *(found.lower() for _, found in _asked(cards, group, only))]
        ),
        title=title,
        subtitle=f"What the record knew of each candidate on {day(view.date)}; what it does not know is not a no",
        known_to=known_to(record),
        version=__version__,
        facts=facts,
        sections=(*sections, sources_section([n for f in facts for n in f.words.notes], sections)),
    )


def _result_note(view: ElectionRecord) -> Note:
    return page_note("All candidates, with every total in print", view.page)


def _asked(cards: Sequence[Scorecard], group: str | None, only: Candidate | None) -> list[tuple[str, str]]:
    given = [("group", cards[0].regional_group)] if group else []
    return given + ([("state", only.state.page.rsplit("/", 1)[-1])] if only else [])


def _slates(view: ElectionRecord, group: str | None) -> list[Slate]:
    stood = [slate for slate in view.slates if slate.candidates]
    if group is None:
        return stood
    wanted = group.strip().casefold()
    found = [slate for slate in stood if wanted in {slate.regional_group.casefold(), slate.label.casefold()}]
    if not found:
        groups = tuple(slate.regional_group for slate in stood)
        raise NotInVocabulary("regional group", group, f"a group with candidates on {view.date}", groups)
    return found


def _candidate(record: Record, slates: Sequence[Slate], asked: str) -> Candidate:
    iso3, standing = record.gazetteer.resolve(asked).iso3, [c for slate in slates for c in slate.candidates]
    found = next((c for c in standing if c.state.iso3 == iso3), None)
    if found is None:
        names = tuple(c.state.name for c in standing)
        raise NotInVocabulary("candidate", asked, "a candidate of this election and group", names)
    return found


def _title(view: ElectionRecord, cards: Sequence[Scorecard], group: str | None, only: Candidate | None) -> str:
    kind = "by-election" if view.by_election else "election"
    to = f"the {kind} to the UN Human Rights Council of {day(view.date)}"
    if only:
        return f"{only.state.name}, candidate in {to}"
    return f"Candidates of {cards[0].label} in {to}" if group else f"Candidates in {to}"


def _sections(
    record: Record, view: ElectionRecord, slates: Sequence[Slate], cards: Sequence[Scorecard], only: Candidate | None
) -> Iterator[Section]:
    known = known_on(record.folder, view.date)
    if only is None:
        yield _election(view, slates)
        yield from (_side_by_side(card) for card in cards)
    by_group = {card.regional_group: card for card in cards}
    for slate in slates:
        for candidate in slate.candidates:
            if only is None or candidate == only:
                yield from candidate_section(known, candidate, by_group[slate.regional_group])
    limits = [*view.not_known, *(line for card in cards for line in card.not_known)]
    yield not_known_section(limits)


def _election(view: ElectionRecord, slates: Sequence[Slate]) -> Section:
    sources = distinct(source_note(c.source, c.source_url, "Election") for s in slates for c in s.candidates)
    blocks: list[Block] = [Finding(sentence, (*sources, _result_note(view))) for sentence in view.sentences]
    return Section("The election", (*blocks, *(_result(slate) for slate in slates)))


def _result(slate: Slate) -> Table:
    columns = (
        Column("State", 2), Column("Votes", 1, True), Column("Rank of all with a total", 1.6), Column("Result", 1),
        Column("Term", 1),
    )  # fmt: skip
    seats = (
        f"{slate.seats} seat{'s' * (slate.seats != 1)}, {slate.n_candidates} candidate{'s' * (slate.n_candidates != 1)}"
    )
    rows = tuple(_line(one) for one in slate.candidates)
    return Table(f"{slate.label}: {seats}, {'contested' if slate.contested else 'closed slate'}", columns, rows)


def _line(one: Candidate) -> tuple[Words, ...]:
    votes = " and ".join(str(total.votes) for total in one.totals) or "not found"
    rank = f"{one.totals[0].rank} of {one.totals[0].of}" if one.totals else None
    return (cell(one.state.name, candidate_notes(one)), cell(votes), cell(rank), cell(one.result), cell(one.term))


def _side_by_side(card: Scorecard) -> Section:
    places = range(0, len(card.candidates), BESIDE)
    tables = [_beside(card, start) for start in places]
    notes = (page_note("Every answer with its evidence", card.page),)
    findings = [Finding(sentence, notes) for sentence in card.sentences]
    return Section(f"{card.label}: the candidates side by side", (*findings, *tables))


def _beside(card: Scorecard, start: int) -> Table:
    heads = card.candidates[start : start + BESIDE]
    columns = (Column("Criterion", 1.3), *(Column(head.name, 1.2) for head in heads))
    note = page_note("Every answer with its evidence", card.page)
    rows = tuple(
        (cell(f"{row.criterion}", (note,)), *(cell(one.words) for one in row.cells[start : start + BESIDE]))
        for row in card.rows
    )
    return Table(f"As known on {day(card.as_known_on)}; “not in the record” is not a no", columns, rows)
