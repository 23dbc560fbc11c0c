"""Subjects whose resolutions went from adoption without a vote to votes, or back."""

from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.measures.consensus import Run, Subjects, Turn, turns
from onrecord.publish.views.shared import Sentence, situation_label
from onrecord.publish.wording import turns as say
from onrecord.record.coverage_of import council_votes_span, years_without_vote_lists
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class TurnsAsked:
    """By what resolutions are one subject (situation or title), and in which years; None for all that are covered."""

    by: str = Subjects.SITUATION.value
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class RunOfYears:
    """Years with the same way of adoption: ``by_vote`` and ``without`` of the n resolutions, and their symbols."""

    way: str
    first_year: int
    last_year: int
    n: int
    by_vote: int
    without: int
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnOfSubject:
    """A subject from one way of adoption to another. ``page`` is that of the first text of the years after."""

    subject: str
    label: str
    to_votes: bool
    before: RunOfYears
    after: RunOfYears
    page: str


@dataclass(frozen=True, slots=True)
class TurnsOfSubjects:
    """Every turn, the latest first, among ``subjects`` with ``n`` adopted resolutions in two or more covered years.

    ``undated`` resolutions have no day of adoption in the record and are left out.
    """

    by: str
    page: str
    first_year: int
    last_year: int
    n: int
    subjects: int
    undated: int
    sentences: tuple[Sentence, ...]
    turns: tuple[TurnOfSubject, ...]
    not_known: tuple[str, ...]


def turns_of_subjects(record: Record, asked: TurnsAsked) -> TurnsOfSubjects:
    """Return the turns; NotInVocabulary for a kind of subject or years for which texts without a vote are not known."""
    by, years, texts = _by(asked.by), _years(record, asked), council_texts(record)
    found = turns(texts, years, by)
    by_id = {one.text_id: one for one in texts}
    lines = tuple(_turn(record, one, by, by_id) for one in found.turns)
    view = (min(years), max(years), found)
    return TurnsOfSubjects(
        by=by.value,
        page=_page(asked),
        first_year=view[0],
        last_year=view[1],
        n=found.n,
        subjects=found.subjects,
        undated=found.undated,
        sentences=tuple(say.of_turns(lines, (view[0], view[1]), (found.subjects, found.n), _page(asked))),
        turns=lines,
        not_known=tuple(say.not_known(by, found.undated)),
    )


def _page(asked: TurnsAsked) -> str:
    words = {"by": "" if asked.by == Subjects.SITUATION else asked.by, "from": asked.first_year, "to": asked.last_year}
    given = {name: word for name, word in words.items() if word}
    return f"/turns?{urlencode(given)}" if given else "/turns"


def _by(asked: str) -> Subjects:
    if asked not in set(Subjects):
        raise NotInVocabulary("kind of subject", asked, f"one of {', '.join(Subjects)}", tuple(Subjects))
    return Subjects(asked)


def _years(record: Record, asked: TurnsAsked) -> set[int]:
    span, without = council_votes_span(record), years_without_vote_lists(record)
    covered = {year for year in range(span.first.year, span.last.year + 1) if year not in without}
    if not covered:
        wanted = "a day by which texts adopted without a vote were in the record"
        raise NotInVocabulary("years", f"{span.first.year} to {span.last.year}", wanted)
    first, last = asked.first_year or min(covered), asked.last_year or max(covered)
    for year in (first, last):
        if year not in covered:
            raise NotInVocabulary("year", str(year), f"a year from {min(covered)} to {max(covered)}")
    if first > last:
        raise NotInVocabulary("years", f"{first} to {last}", "a first year that is not after the last")
    return {year for year in covered if first <= year <= last}


def _turn(record: Record, one: Turn, by: Subjects, texts: dict[str, CouncilText]) -> TurnOfSubject:
    label = situation_label(record.subjects[one.subject]) if by is Subjects.SITUATION else one.subject
    first = texts[one.after.texts[0]]
    page = f"/votes/{first.slug}" if first.slug else "/votes"
    return TurnOfSubject(one.subject, label, one.to_votes, _run(one.before, texts), _run(one.after, texts), page)


def _run(run: Run, texts: dict[str, CouncilText]) -> RunOfYears:
    symbols = tuple(texts[one].symbol or one for one in run.texts)
    return RunOfYears(run.way.value, run.first, run.last, run.n, run.by_vote, run.without, symbols)
