"""Pledges: one row for each clause, its test, and a status computed from the record."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.measures.judgement import Evidence, Judgement, PledgeStatus, Recommended, Rows
from onrecord.measures.pledges import judge
from onrecord.publish.languages.words import english, gettext
from onrecord.publish.languages.words import say as in_language
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.views.treaties import untc_url
from onrecord.publish.wording import pledges as say
from onrecord.record import query_pledges as ask
from onrecord.record.query_treaties import acts_by_state, instruments, treaties_known_to
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import YN, Indicator, Pledge
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class TestAnswer:
    """One part of the test of a commitment: the answer and the reason for it."""

    __test__ = False

    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A row of the record that a status rests on, or a count of ``n`` rows of one kind."""

    text: str
    table: str
    date: str
    by_due: bool
    n: int
    link: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """One clause: what was pledged and where, its test, its computed status with the evidence."""

    pledge_id: str
    page: str
    state: StateHead
    basis: str
    term: str
    document: str | None
    document_url: str | None
    paragraph: str | None
    pledged_on: str
    due_by: date | None
    due: str
    pledge: str
    theme: str
    specific: TestAnswer
    measurable: TestAnswer
    verifiable: TestAnswer
    indicator: str
    indicator_of: str | None
    asked: str | None
    needed: str | None
    status: str
    rule: str
    why: str
    judged_on: date
    done_on: str | None
    done_later: str | None
    n: int
    evidence: tuple[EvidenceLine, ...]
    text: str
    note: str | None
    confidence: int
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class NoPledge:
    """A candidacy of which a source says that no pledge was submitted: a claim, not a clause."""

    state: StateHead
    term: str
    said: str
    confidence: int
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class PledgesOfState:
    """A state's pledges in the record, all or those of one term."""

    state: StateHead
    page: str
    term: str | None
    terms: tuple[str, ...]
    judged_to: date
    n: int
    counts: tuple[tuple[str, int], ...]
    done_later: int
    sentences: tuple[Sentence, ...]
    pledges: tuple[PledgeLine, ...]
    said_to_have_none: tuple[NoPledge, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PledgeList:
    """Pledges of all states, narrowed by filters."""

    page: str
    state: str | None
    theme: str | None
    status: str | None
    judged_to: date
    n: int
    n_states: int
    counts: tuple[tuple[str, int], ...]
    done_later: int
    sentences: tuple[Sentence, ...]
    pledges: tuple[PledgeLine, ...]
    said_to_have_none: tuple[NoPledge, ...]
    not_known: tuple[str, ...]


NO_CLAUSE = "none"
"""The theme of a row that says that a candidate submitted no pledge."""


def pledges_page(head: StateHead) -> str:
    """Return the address of a state's page on pledges."""
    return head.page.replace("/states/", "/pledges/", 1)


def pledges_of_state(record: Record, asked: str, term: str | None = None) -> PledgesOfState:
    """Return a state's pledges, all or of one term; NotInVocabulary for a state or a term without any."""
    state = record.gazetteer.resolve(asked)
    head = state_head(record, state, record.as_of)
    mine = [p for p in ask.pledges(record) if p.state == state.iso3]
    terms = tuple(dict.fromkeys(p.term for p in mine))
    if term is not None and term not in terms:
        expected = "a term, or session of a review, with pledges of this State in the record"
        raise NotInVocabulary("term", term, expected, terms)
    chosen = [p for p in mine if term in {None, p.term}]
    lines = tuple(_Judge(record).lines(chosen))
    page, last = pledges_page(head), ask.known_to(record)
    counts, later = _counts(lines), _later(lines)
    scope = in_language("for {term}", term=term) if term else gettext(say.ALL)
    return PledgesOfState(
        state=head,
        page=page,
        term=term,
        terms=terms,
        judged_to=last,
        n=len(lines),
        counts=counts,
        done_later=later,
        sentences=tuple(_sentences(head.running_name, counts, later, scope, last, page)),
        pledges=lines,
        said_to_have_none=tuple(_Judge(record).said_to_have_none(chosen)),
        not_known=tuple(_not_known(record, lines)),
    )


def pledge_list(
    record: Record, state: str | None = None, theme: str | None = None, status: str | None = None
) -> PledgeList:
    """Return pledges of all states, by state, theme and status; NotInVocabulary for a filter that is not known."""
    everything = ask.pledges(record)
    iso3 = record.gazetteer.resolve(state).iso3 if state else None
    themes = sorted({p.theme for p in everything})
    if theme and theme not in themes:
        raise NotInVocabulary("theme", theme, "a theme of the list of pledges", tuple(themes))
    if status and status not in set(PledgeStatus):
        raise NotInVocabulary("status", status, "one of " + ", ".join(PledgeStatus), tuple(PledgeStatus))
    chosen = [p for p in everything if iso3 in {None, p.state} and theme in {None, "", p.theme}]
    judged = _Judge(record)
    lines = tuple(line for line in judged.lines(chosen) if status in {None, "", line.status})
    counts, later, last = _counts(lines), _later(lines), ask.known_to(record)
    states = len({line.state.iso3 for line in lines})
    who = record.gazetteer.name(iso3, record.as_of) if iso3 else f"{states} State{'s' * (states != 1)}"
    scope = in_language("on the theme “{theme}”", theme=english(theme)) if theme else gettext(say.ALL)
    return PledgeList(
        page="/pledges",
        state=iso3,
        theme=theme or None,
        status=status or None,
        judged_to=last,
        n=len(lines),
        n_states=states,
        counts=counts,
        done_later=later,
        sentences=tuple(_sentences(who, counts, later, scope, last, "/pledges")),
        pledges=lines,
        said_to_have_none=tuple(judged.said_to_have_none(chosen)) if not status else (),
        not_known=tuple(_not_known(record, lines)),
    )


def _counts(lines: Iterable[PledgeLine]) -> tuple[tuple[str, int], ...]:
    found = Counter(line.status for line in lines)
    return tuple((status.value, found[status]) for status in PledgeStatus)


def _later(lines: Iterable[PledgeLine]) -> int:
    return sum(line.status == PledgeStatus.NOT_KEPT and line.done_later is not None for line in lines)


def _sentences(
    who: str, counts: Sequence[tuple[str, int]], later: int, scope: str, last: date, page: str
) -> list[Sentence]:
    n, by_status = sum(number for _, number in counts), [(PledgeStatus(s), number) for s, number in counts]
    said = [Sentence(say.overview(who, by_status, scope, last), n, say.scope(), page)]
    missed = dict(by_status)[PledgeStatus.NOT_KEPT]
    return [*said, Sentence(say.late(who, missed, later), missed, say.scope(), page)] if missed else said


def _not_known(record: Record, lines: Sequence[PledgeLine]) -> list[str]:
    said = [
        in_language("The record holds the clauses that were found, in our words, not every pledge of every State."),
        in_language(
            "A status says what the record holds; it is computed by the indicator named beside it and never typed in."
        ),
    ]
    if any(line.indicator == Indicator.MAKE_RECOMMENDATIONS for line in lines) and (
        cover := ask.recommendations_cover(record)
    ):
        said.append(say.known_from(*cover))
    if any(line.indicator == Indicator.LEAD_A_TEXT for line in lines):
        said.append(
            in_language("Main sponsors are in the record for few texts; a text not listed may have been led, too.")
        )
    if any(line.indicator == Indicator.RECEIVE_VISITS for line in lines):
        said.append(in_language("The list of visits is not complete."))
    return said


@lru_cache(maxsize=4)
def _tables(record: Record) -> dict[str, dict[str, tuple]]:
    """Return the rows that pledges are judged from, by table and state."""
    names = ("visit", "standing_invitation", "nhri_status", "upr_review", "sponsorship")
    found: dict[str, dict[str, list]] = {name: {} for name in (*names, "recommended")}
    for name in names:
        for row in ask.rows_of(record, name):
            found[name].setdefault(row.state, []).append(row)
    for state, *rest in ask.recommended(record):
        found["recommended"].setdefault(state, []).append(Recommended(*rest))
    return {name: {state: tuple(rows) for state, rows in by.items()} for name, by in found.items()}


class _Judge:
    """Judges clauses by the rows of their states."""

    def __init__(self, record: Record) -> None:
        self.record, self.sources, self.as_of = record, Sources(record), record.as_of
        self.chapters = {i.instrument: i.untc_chapter for i in instruments(record)}

    def rows(self, state: str) -> Rows:
        tables = _tables(self.record)
        return Rows(
            acts=acts_by_state(self.record).get(state, ()),
            visits=tables["visit"].get(state, ()),
            invitations=tables["standing_invitation"].get(state, ()),
            institutions=tables["nhri_status"].get(state, ()),
            reviews=tables["upr_review"].get(state, ()),
            recommended=tables["recommended"].get(state, ()),
            sponsored=tables["sponsorship"].get(state, ()),
            acts_known_to=treaties_known_to(self.record),
            known_to=ask.known_to(self.record),
            recommendations_cover=ask.recommendations_cover(self.record),
        )

    def head(self, state: str) -> StateHead:
        return state_head(self.record, self.record.gazetteer.state(state), self.as_of)

    def lines(self, clauses: Iterable[Pledge]) -> list[PledgeLine]:
        return [self.line(p, judge(p, self.rows(p.state))) for p in clauses if p.theme != NO_CLAUSE]

    def line(self, pledge: Pledge, found: Judgement) -> PledgeLine:
        head, due = self.head(pledge.state), say.due(pledge, self.as_of)
        hidden = self.as_of is not None and pledge.due_by is not None and pledge.due_by > self.as_of
        return PledgeLine(
            pledge_id=pledge.pledge_id,
            page=f"{pledges_page(head)}#{pledge.pledge_id}",
            state=head,
            basis=pledge.basis,
            term=pledge.term,
            document=pledge.document_symbol,
            document_url=_url(pledge.document_symbol),
            paragraph=pledge.paragraph,
            pledged_on=pledge.pledged_on,
            due_by=None if hidden else pledge.due_by,
            due=due,
            pledge=pledge.pledge,
            theme=pledge.theme,
            specific=_answer(pledge.specific, pledge.specific_reason),
            measurable=_answer(pledge.measurable, pledge.measurable_reason),
            verifiable=_answer(pledge.verifiable, pledge.verifiable_reason),
            indicator=pledge.indicator,
            indicator_of=pledge.indicator_of,
            asked=say.asked(pledge),
            needed=_needed(pledge),
            status=found.status,
            rule=found.why,
            why=self.why(pledge, found),
            judged_on=found.judged_on,
            done_on=found.done_on,
            done_later=found.done_later,
            n=found.n,
            evidence=tuple(self.evidence(e) for e in found.evidence),
            text=say.of_pledge(head.running_name, pledge, found, due),
            note=pledge.note,
            confidence=pledge.confidence,
            source=self.sources.title(pledge.source_id),
            source_url=self.sources.url(pledge.source_id),
        )

    def why(self, pledge: Pledge, found: Judgement) -> str:
        cover = ask.recommendations_cover(self.record)
        counted = cover is not None and pledge.indicator is Indicator.MAKE_RECOMMENDATIONS
        return f"{say.why(pledge, found)} {say.known_from(*cover)}" if cover and counted else say.why(pledge, found)

    def evidence(self, row: Evidence) -> EvidenceLine:
        treaty = untc_url(self.chapters[row.instrument]) if row.instrument else None
        return EvidenceLine(
            text=say.evidence(row),
            table=row.table,
            date=row.date,
            by_due=row.by_due,
            n=row.n,
            link=treaty or _url(row.symbol),
            source=self.sources.title(row.source_id).rstrip(" ("),
            source_url=self.sources.url(row.source_id),
        )

    def said_to_have_none(self, clauses: Iterable[Pledge]) -> list[NoPledge]:
        return [
            NoPledge(
                self.head(p.state), p.term, p.pledge, p.confidence,
                self.sources.title(p.source_id), self.sources.url(p.source_id),
            )
            for p in clauses
            if p.theme == NO_CLAUSE
        ]  # fmt: skip


def _answer(answer: YN, reason: str) -> TestAnswer:
    return TestAnswer("yes" if answer == YN.YES else "no", reason)


def _needed(pledge: Pledge) -> str | None:
    """Return what one would look at for a pledge without an indicator; words about tables of facts are left out."""
    words = pledge.indicator_words or ""
    if pledge.indicator is not Indicator.NONE or re.search(r"^none\b|\brows?\b", words):
        return None
    return words or None


def _url(symbol: str | None) -> str | None:
    try:
        return parse_symbol(symbol).url if symbol else None
    except NotInVocabulary:
        return None
