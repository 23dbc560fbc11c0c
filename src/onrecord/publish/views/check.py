"""A checked text as the command line, the page, its JSON twin and its exports show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from onrecord.publish.as_json import plain
from onrecord.publish.check_asked import Asked, address
from onrecord.publish.languages.state_names import names_to_choose
from onrecord.publish.views.shared import Sources, StateHead, state_head
from onrecord.publish.wording import check as say
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.verdicts import (
    Answer,
    CheckedClaim,
    CheckedSentence,
    CheckedText,
    Evidence,
    Filled,
    Nothing,
    Reason,
    Verdict,
)


class Checks(Protocol):
    """Whatever checks a text against the record."""

    def check(
        self,
        text: str,
        about: str | None = None,
        as_of: date | None = None,
        seconds: float | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> CheckedText:
        """Return the text, checked."""
        ...


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One row of the record that an answer rests on, with its page here, its document and its source."""

    id: str
    says: str
    cite: str
    url: str | None
    page: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim under its number in the text, with what the record says to it."""

    number: int
    sentence: int
    text: str
    start: int
    end: int
    verdict: Verdict
    reason: Reason | None
    word: str
    understood: str
    says: str
    scope: str
    n: int | None
    readings: tuple[Answer, ...]
    evidence: tuple[EvidenceLine, ...]
    counter_examples: tuple[EvidenceLine, ...]
    filled: tuple[Filled, ...]
    said_by: str | None
    unused: tuple[str, ...]
    proposed_by: str | None
    relation: str
    form: str
    typed: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """One sentence under its number, with the numbers of its claims, or why it has none."""

    number: int
    text: str
    start: int
    end: int
    claims: tuple[int, ...]
    nothing: Nothing | None
    nothing_why: str


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How many claims of a text have a verdict."""

    verdict: Verdict
    n: int


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """A checked text. ``page`` is an address that carries the text in itself, None where it would be too long."""

    page: str | None
    summary: str
    about: StateHead | None
    about_from: str
    as_of: date | None
    as_of_from: str
    record: str
    notes: tuple[str, ...]
    counts: tuple[VerdictCount, ...]
    without_claim: int
    claims: tuple[ClaimLine, ...]
    sentences: tuple[SentenceLine, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CheckForm:
    """The form for a text, with what was asked so far and the states to choose from."""

    page: str
    asked: Asked
    names: tuple[str, ...]
    problem: str | None = None
    suggestions: tuple[str, ...] = ()


def check(
    record: Record,
    checker: Checks,
    asked: Asked,
    seconds: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> CheckedText:
    """Return a text checked; NotInVocabulary where the state or the day given with it is none."""
    about = record.gazetteer.resolve(asked.about, asked.day).iso3 if asked.about else None
    return checker.check(asked.text, about, asked.day, seconds=seconds, progress=progress)


def check_record(record: Record, checked: CheckedText, asked: Asked) -> CheckRecord:
    """Return a checked text as its pages show it."""
    claims = tuple(_claims(record, checked))
    counts = {verdict: sum(claim.verdict is verdict for claim in claims) for verdict in say.MEANS}
    without = sum(not sentence.claims for sentence in checked.sentences)
    return CheckRecord(
        page=address(asked),
        summary=say.summary(counts, len(checked.sentences), without),
        about=_about(record, checked),
        about_from=checked.about_from,
        as_of=checked.as_of,
        as_of_from=checked.as_of_from,
        record=checked.record,
        notes=checked.notes,
        counts=tuple(VerdictCount(verdict, n) for verdict, n in counts.items()),
        without_claim=without,
        claims=claims,
        sentences=tuple(_sentences(checked.sentences)),
        text=checked.text,
    )


def check_form(
    record: Record, asked: Asked, problem: str | None = None, suggestions: tuple[str, ...] = ()
) -> CheckForm:
    """Return the form with what was asked so far, and what was wrong with it."""
    today = names_to_choose(record.gazetteer, [s for s in record.gazetteer.states if s.existed_to is None])
    return CheckForm("/check", asked, today, problem, suggestions)


_Lines = Callable[[Sequence[Evidence]], tuple[EvidenceLine, ...]]


def _claims(record: Record, checked: CheckedText) -> list[ClaimLine]:
    placed = [(at, claim) for at, sentence in enumerate(checked.sentences, 1) for claim in sentence.claims]
    lines, names = _evidence_lines(record), _names(record)
    return [_claim((number, at), claim, lines, names) for number, (at, claim) in enumerate(placed, 1)]


def _claim(place: tuple[int, int], claim: CheckedClaim, lines: _Lines, names: Mapping[str, str]) -> ClaimLine:
    found = claim.finding
    return ClaimLine(
        number=place[0],
        sentence=place[1],
        text=claim.text,
        start=claim.start,
        end=claim.end,
        verdict=found.verdict,
        reason=found.reason,
        word=say.word(found.verdict, found.reason),
        understood=claim.understood,
        says=found.says,
        scope=found.scope,
        n=found.n,
        readings=found.answers,
        evidence=lines(found.evidence),
        counter_examples=lines(found.counter_examples),
        filled=tuple(replace(one, value=_named(one.value, names)) for one in claim.filled),
        said_by=claim.said_by,
        unused=claim.unused,
        proposed_by=claim.proposed_by,
        relation=claim.relation,
        form=claim.form,
        typed=plain(dict(claim.typed)),
    )


def _names(record: Record) -> dict[str, str]:
    states = {state.iso3: record.gazetteer.name(state.iso3) for state in record.gazetteer.states}
    return states | {code: subject.label for code, subject in record.subjects.items() if code not in states}


def _named(value: str, names: Mapping[str, str]) -> str:
    """Return the codes of states and situations by their names; anything else as it is."""
    codes = [code.strip() for code in value.split(",")]
    return ", ".join(names[code] for code in codes) if all(code in names for code in codes) else value


def _evidence_lines(record: Record) -> _Lines:
    sources = Sources(record)

    def lines(rows: Sequence[Evidence]) -> tuple[EvidenceLine, ...]:
        return tuple(
            EvidenceLine(
                row.id, row.says, row.cite, row.url, row.page, sources.title(row.source_id), sources.url(row.source_id)
            )
            for row in rows
        )

    return lines


def _sentences(sentences: Sequence[CheckedSentence]) -> list[SentenceLine]:
    made, claims = [], 0
    for number, one in enumerate(sentences, 1):
        own = tuple(range(claims + 1, claims + 1 + len(one.claims)))
        claims += len(own)
        made.append(SentenceLine(number, one.text, one.start, one.end, own, one.nothing, one.nothing_why))
    return made


def _about(record: Record, checked: CheckedText) -> StateHead | None:
    if not checked.about:
        return None
    try:
        return state_head(record, record.gazetteer.resolve(checked.about, checked.as_of), checked.as_of)
    except NotInVocabulary:
        return None
