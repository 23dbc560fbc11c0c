"""The votes in a report of a term: by year, one by one, under agenda item 7 apart, in doubt, and where they changed."""

from collections.abc import Iterator, Sequence

from onrecord.publish import sentences
from onrecord.publish.charts.voting_record import voting_record
from onrecord.publish.reports.document import Block, Column, Finding, Note, Paragraph, Picture, Section, Table, Words
from onrecord.publish.reports.notes import cell, distinct, page_note, vote_notes
from onrecord.publish.reports.term_views import TermViews
from onrecord.publish.views.shared import Sentence, VoteLine
from onrecord.publish.views.state_year import SelectionFigures, StateYear
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Status
from onrecord.vocabulary.situations import Selection


def voting_sections(views: TermViews) -> list[Section]:
    """Return the part of a report on votes on country situations."""
    if not views.years:
        text = "No roll call of the term is in the record yet."
        return [Section("How it voted on country situations", (Paragraph((Words(text),)),))]
    return [
        Section("How it voted on country situations", tuple(_by_year(views))),
        Section("The votes one by one, without agenda item 7", tuple(_votes(views, item_7=False)), level=2),
        Section("Under agenda item 7, counted apart", tuple(_item_7(views)), level=2),
        *_section("Votes in doubt", _in_doubt(views)),
        Section("Changes of its usual position", tuple(_shifts(views)), level=2),
        Section("Other votes, counted apart", (_apart(views),), level=2),
    ]


def support_findings(views: TermViews, selection: Selection) -> list[Finding]:
    """Return the finding of each year on support for the texts of a selection."""
    found = []
    for year in views.years:
        own = figures(year, selection)
        first = next((s for s in year.sentences if own is None or s.scope == own.definition), None)
        found += [Finding(first, (year_note(year),))] if first else []
    return found


def figures(year: StateYear, selection: Selection) -> SelectionFigures | None:
    """Return a year's figures over a selection; None for a year without a seat."""
    return next((f for f in year.figures if f.selection == selection), None)


def year_note(year: StateYear) -> Note:
    """Return the footnote to the texts of a year, which the report lists one by one."""
    text = f"The texts of {year.year} are listed one by one in this report, each with its UN document, and on the page"
    return page_note(text, year.page)


def _section(heading: str, blocks: Sequence[Block]) -> list[Section]:
    return [Section(heading, tuple(blocks), level=2)] if blocks else []


def _by_year(views: TermViews) -> Iterator[Block]:
    yield Paragraph((Words(_HOW_COUNTED, (page_note("Rules by which the record counts", "/methods"),)),))
    others = [str(y.year) for y in views.years if len({t.election_date for t in y.membership.terms}) > 1]
    if others:
        text = (
            f"Figures are of calendar years: those of {sentences.joined(others)} take in votes of another of its terms."
        )
        yield Paragraph((Words(text, tuple(year_note(y) for y in views.years if str(y.year) in others)),))
    yield _table_of_years(views, Selection.VOTES_COUNT)
    chart = voting_record(views.state)
    if chart:
        yield Picture(chart, (page_note("The figures of every year, each with its texts", views.state.page),))


_HOW_COUNTED = (
    "Counted are texts put to a recorded vote while the State had a seat. Abstention and absence are not support and"
    " are given apart; a position that the record does not know is none of the four. A dagger (†) marks a position or"
    " a count on which the sources disagree."
)


def _table_of_years(views: TermViews, selection: Selection) -> Table:
    columns = (
        Column("Year", 0.6), Column("Seat", 0.9), Column("n", 0.4, True), Column("In favour", 0.8, True),
        Column("Against", 0.8, True), Column("Abstained", 0.9, True), Column("Absent", 0.7, True),
        Column("Not in the record", 0.9, True), Column("Share in favour", 0.9, True),
        Column("Median of the Council", 1, True), Column("Rank", 1.6, True),
    )  # fmt: skip
    label = f"{selection.label[:1].upper()}{selection.label[1:]}"
    caption = f"{label}, by calendar year. {selection.definition}"
    return Table(caption, columns, tuple(_year_row(year, selection) for year in views.years))


def _year_row(year: StateYear, selection: Selection) -> tuple[Words, ...]:
    one = figures(year, selection)
    first = (cell(year.year, (year_note(year),)), cell(year.membership.status))
    if one is None:
        return (*first, *(cell(None) for _ in range(9)))
    beside, share = one.standing, _percent(one.share_yes)
    tied = f", shared by {beside.tied}" if beside and beside.tied > 1 else ""
    rest = (one.n, one.yes, one.no, one.abstain, one.absent, one.unknown, f"{share}{'†' * (one.doubtful > 0)}")
    place = (_percent(beside.median), f"{beside.rank} of {beside.of}{tied}") if beside else (None, None)
    return (*first, *(cell(value) for value in (*rest, *place)))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{sentences.whole(100 * share)}%"


def _votes(views: TermViews, item_7: bool) -> Iterator[Table]:
    for year in views.years:
        lines = [v for v in year.country_situations if (Selection.ITEM_7 in v.selections) is item_7]
        if lines:
            where = "under agenda item 7" if item_7 else "outside agenda item 7"
            yield Table(f"Votes on country situations in {year.year}, {where}", _VOTE, tuple(map(_vote, lines)))


_VOTE = (
    Column("Date", 0.6), Column("Text", 1.7), Column("Situation", 3.1), Column("Item", 0.4, True),
    Column("Position", 0.9), Column("Yes-no-abstain", 1, True), Column("Outcome", 0.8),
)  # fmt: skip


def _vote(line: VoteLine) -> tuple[Words, ...]:
    kind = "" if line.kind in {"resolution", "decision"} or not line.symbol else f" ({line.kind})"
    against = " (a yes runs against the usual texts)" if line.runs_against else ""
    return (
        cell(f"{line.date.day} {line.date:%b}" if line.date_precision == "day" else f"{line.date:%b}"),
        cell(f"{line.symbol or f'“{line.title}”'}{kind}", vote_notes(line)),
        cell(f"{'; '.join(line.situation_labels)}{against}"),
        cell(line.agenda_item),
        cell(f"{position_words(line.position)}{'†' * line.position_doubtful}", strong=True),
        cell(_counts(line)),
        cell(line.outcome),
    )


def position_words(position: Position | None) -> str:
    """Return a position in words; "not in the record" where it is not known."""
    return sentences.short((position,)) if position else "not in the record"


def _counts(line: VoteLine) -> str:
    if line.yes is None:
        return "not in the record"
    return f"{line.yes}-{line.no}-{line.abstain}{'†' * (line.status == Status.CONFLICT)}"


def _item_7(views: TermViews) -> Iterator[Block]:
    yield _table_of_years(views, Selection.ITEM_7)
    for year in views.years:
        chosen = [s for s in year.sentences if _beside_item_7(year, s)]
        yield from (Finding(sentence, (year_note(year),)) for sentence in chosen)
    yield from _votes(views, item_7=True)


def _beside_item_7(year: StateYear, sentence: Sentence) -> bool:
    item_7, rest = figures(year, Selection.ITEM_7), figures(year, Selection.VOTES_COUNT)
    if item_7 is None or rest is None:
        return False
    return sentence.scope == f"{item_7.definition} {rest.definition}"


def _in_doubt(views: TermViews) -> list[Block]:
    lines = [v for y in views.years for v in y.country_situations if v.position_doubtful or v.status == Status.CONFLICT]
    if not lines:
        return []
    columns = (
        Column("Text", 1.4),
        Column("Position", 0.8),
        Column("Yes-no-abstain", 0.8, True),
        Column("How it is read", 3),
    )
    rows = tuple(
        (cell(v.symbol or v.title, vote_notes(v)), cell(_doubted(v)), cell(_counts(v)), cell(v.reading)) for v in lines
    )
    return [Table("Votes whose sources disagree: each source is shown on the vote's page", columns, rows)]


def _doubted(line: VoteLine) -> str:
    return f"{position_words(line.position)}{'†' * line.position_doubtful}"


def _shifts(views: TermViews) -> Iterator[Block]:
    found = [(year, shift) for year in views.years for shift in year.shifts]
    for year, shift in found:
        said = next(s for s in year.sentences if f" on {shift.situation.label} changed " in s.text)
        texts = [
            v
            for y in views.years
            for v in y.country_situations
            if _is_of(v, shift.situation.subject, y.year, year.year)
        ]
        yield Finding(said, distinct([note for v in texts for note in vote_notes(v)[:1]] or [year_note(year)]))
    if not found:
        text = (
            "No change of the usual position on a situation between two years of the term: both years must have a vote"
            " on it and a known position."
        )
        yield Paragraph((Words(text, tuple(year_note(year) for year in views.years)),))


def _is_of(line: VoteLine, subject: str, in_year: int, year: int) -> bool:
    return subject in line.situations and in_year in {year - 1, year} and not line.runs_against


def _apart(views: TermViews) -> Table:
    columns = (
        Column("Year", 0.6), Column("What", 3), Column("n", 0.5, True), Column("In favour", 0.7, True),
        Column("Against", 0.7, True), Column("Abstained", 0.8, True), Column("Absent", 0.7, True),
        Column("Not in the record", 0.9, True),
    )  # fmt: skip
    rows = tuple(
        (cell(y.year, (year_note(y),)), cell(a.what),
         *(cell(n) for n in (a.n, a.yes, a.no, a.abstain, a.absent, a.unknown)))
        for y in views.years for a in y.counted_apart
    )  # fmt: skip
    return Table("Votes that are not on a country-situation text as a whole", columns, rows)
