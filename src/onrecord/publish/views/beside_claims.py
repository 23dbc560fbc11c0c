"""What the record knew on a day on the topic of a claim: rows of a query, each with its source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.measures.same_words import has_words_of
from onrecord.measures.treaties import TreatyStatus, standing
from onrecord.publish.languages.words import english
from onrecord.publish.views.shared import Sentence, Sources, StateHead, vote_page
from onrecord.publish.wording import self_reports as say
from onrecord.publish.written_dates import in_words
from onrecord.record import query_self_reports as query
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.coverage_of import years_without_vote_lists
from onrecord.record.query_self_reports import TitledText, Topic
from onrecord.record.query_treaties import acts_by_state, instruments
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Sponsorship
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One thing the record knew: when, what, with what result, and where it stands."""

    date: str | None
    date_in_words: str | None
    what: str
    result: str
    document: str | None
    document_url: str | None
    page: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the record knew on a topic on the day of a claim, and what it does not know."""

    topic: Topic
    on: date
    sentences: tuple[Sentence, ...]
    rows: tuple[BesideRow, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A state, a day and where the answer is shown."""

    record: Record
    sources: Sources
    head: StateHead
    on: date
    page: str

    def row(
        self,
        when: str | date | None,
        what: str,
        result: str,
        symbol: str | None,
        source_id: str,
        page: str | None = None,
    ) -> BesideRow:
        written = when.isoformat() if isinstance(when, date) else when
        source, url = self.sources.title(source_id), self.sources.url(source_id)
        return BesideRow(
            written, in_words(written) if written else None, what, result, symbol, _url(symbol), page, source, url
        )

    def beside(self, topic: Topic, said: str, n: int, rows: Iterable[BesideRow], gaps: Iterable[str]) -> Beside:
        sentence = Sentence(english(said), n, english(say.scope(topic, self.on)), self.page)
        return Beside(topic, self.on, (sentence,), tuple(rows), tuple(gaps))


def beside(record: Record, head: StateHead, topic: Topic, on: date, page: str) -> Beside:
    """Return what the record knew of a state on a topic at the end of a day."""
    return _TOPICS[topic](_Asked(record, Sources(record), head, on, page))


def _url(symbol: str | None) -> str | None:
    try:
        return parse_symbol(symbol).url if symbol else None
    except NotInVocabulary:
        return None


def _upr(asked: _Asked) -> Beside:
    reviews = query.reviews_by(asked.record, asked.head.iso3, asked.on)
    rows = []
    for one in reviews:
        if one.recommendations is not None:
            what = f"review of cycle {one.cycle}, counted by: {one.count_unit}"
            result = say.upr_count(one)
            rows.append(
                asked.row(one.outcome_date or one.review_date, what, result, one.outcome_decision, one.source_id)
            )
        if one.report_items is not None:
            what = f"review of cycle {one.cycle}, numbered in the working group's report"
            rows.append(
                asked.row(
                    one.report_adopted, what, f"{one.report_items} recommendations", one.report_symbol, one.source_id
                )
            )
    reports = [one.report_symbol for one in reviews if one.report_symbol]
    for part in query.paragraphs_of(asked.record, asked.head.iso3, reports):
        number = part.last_item - part.first_item + 1
        what = f"paragraph {part.paragraph} of the report: {number} recommendations"
        rows.append(asked.row(None, what, part.position, part.report_symbol, part.source_id))
    said = say.upr(asked.head, asked.on, reviews)
    return asked.beside(Topic.UPR, said, len(reviews), rows, say.UPR_NOT_KNOWN)


def _treaties(asked: _Asked) -> Beside:
    acts, rows, found = acts_by_state(asked.record).get(asked.head.iso3, ()), [], []
    for one in instruments(asked.record):
        if one.adopted > asked.on:
            continue
        stand = standing((step for step in acts if step.instrument == one.instrument), asked.on)
        step = stand.joined if stand.status is TreatyStatus.PARTY else stand.signed
        found.append(stand.status)
        source = step.source_id if step else one.source_id
        rows.append(asked.row(step.date if step else None, one.title, stand.status.value, None, source))
    said = say.treaties(asked.head, asked.on, found)
    return asked.beside(Topic.TREATIES, said, len(found), rows, say.TREATIES_NOT_KNOWN)


def _visits(asked: _Asked) -> Beside:
    found = query.visits_by(asked.record, asked.head.iso3, asked.on)
    rows = [
        asked.row(
            f"{one.opened}/{one.closed}" if one.closed and one.closed != one.opened else one.opened,
            f"{one.mandate}{f' ({one.holder})' if one.holder else ''}",
            one.status,
            one.report_symbol,
            one.source_id,
        )
        for one in found
    ]
    said = say.visits(asked.head, asked.on, found)
    return asked.beside(Topic.VISITS, said, len(found), rows, say.VISITS_NOT_KNOWN)


def _institution(asked: _Asked) -> Beside:
    found = query.accreditations_by(asked.record, asked.head.iso3, asked.on)
    rows = [
        asked.row(
            one.date or str(one.year), f"{one.institution or 'national institution'}: {one.event}",
            f"status {one.status}", None, one.source_id,
        )
        for one in found
    ]  # fmt: skip
    said = say.institution(asked.head, asked.on, found)
    return asked.beside(Topic.NATIONAL_INSTITUTION, said, len(found), rows, say.INSTITUTION_NOT_KNOWN)


def _treaty_bodies(asked: _Asked) -> Beside:
    found = query.observations_by(asked.record, asked.head.iso3, asked.on)
    rows = [
        asked.row(
            one.adopted or one.considered, f"{one.treaty_body}: {one.report_considered} report",
            "concluding observations adopted" if one.adopted else "considered", one.symbol, one.source_id,
        )
        for one in found
    ]  # fmt: skip
    said = say.treaty_bodies(asked.head, asked.on, found)
    return asked.beside(Topic.TREATY_BODIES, said, len(found), rows, say.TREATY_BODIES_NOT_KNOWN)


def _sponsorship(asked: _Asked) -> Beside:
    found = query.sponsored_by(asked.record, asked.head.iso3, asked.on)
    texts = query.texts_of_council(asked.record)
    rows, earlier = [], 0
    for one in found:
        rows.append(
            asked.row(one.adopted, f"{one.symbol}: {one.title}", f"{one.role} ({one.list_complete})", one.symbol,
                      one.source_id, f"/sponsorships?symbol={one.symbol}")
        )  # fmt: skip
        for text in _earlier(texts, one):
            earlier += 1
            result = f"an earlier text whose title has the words of {one.symbol}"
            rows.append(
                asked.row(text.decided_on, f"{text.symbol}: {text.title}", result, text.symbol, text.source_id,
                          f"/votes/{text.slug}")
            )  # fmt: skip
    said = say.sponsorship(asked.head, asked.on, found, earlier)
    return asked.beside(Topic.SPONSORSHIP, said, len(found), rows, say.SPONSORSHIP_NOT_KNOWN)


def _earlier(texts: list[TitledText], one: Sponsorship) -> list[TitledText]:
    return [
        text
        for text in texts
        if text.kind == "resolution"
        and text.decided_on is not None
        and text.decided_on < one.adopted
        and has_words_of(text.title, one.title)
    ]


def _votes(asked: _Asked) -> Beside:
    found = query.sponsored_by(asked.record, asked.head.iso3, asked.on)
    by_symbol = {text.symbol: text for text in query.texts_of_council(asked.record)}
    cast = ballots(
        asked.record, "body = 'HRC' AND vote_taken AND list_contains($sessions, session) AND date <= $on",
        {"sessions": sorted({one.session for one in found}), "on": asked.on}, (asked.head.iso3,),
    )  # fmt: skip
    rows, voted, unvoted, amended = [], 0, 0, 0
    for one in found:
        own = [b for b in cast if b.symbol == one.symbol]
        text = by_symbol.get(one.symbol)
        voted += bool(own)
        unvoted += not own and text is not None and text.how_decided == "without a vote"
        how = (
            "put to a recorded vote" if own else text.how_decided if text else "how it was adopted is not in the record"
        )
        rows.append(asked.row(one.adopted, f"{one.symbol}: {one.title}", how, one.symbol, one.source_id))
        against = [b for b in cast if b.session == one.session and not b.final and has_words_of(b.title, one.title)]
        amended += bool(against)
        rows += [_vote(asked, ballot) for ballot in [*own, *against]]
    years = years_without_vote_lists(asked.record) & {one.adopted.year for one in found}
    said = say.votes(asked.head, asked.on, len(found), voted, unvoted, amended)
    return asked.beside(Topic.VOTES, said, len(found), rows, say.votes_not_known(years))


def _vote(asked: _Asked, ballot: Ballot) -> BesideRow:
    what = f"recorded vote on {ballot.symbol or ballot.title} ({ballot.kind})"
    result = say.vote(asked.head, ballot)
    return asked.row(ballot.date, what, result, ballot.symbol, ballot.source_id, vote_page(ballot))


def _reforms(asked: _Asked) -> Beside:
    return asked.beside(Topic.REFORMS, say.reforms(asked.head), 0, (), say.REFORMS_NOT_KNOWN)


def _roles(asked: _Asked) -> Beside:
    found = query.roles(asked.record, asked.head.iso3, asked.on)
    rows = [asked.row(one.held_from, say.role_name(one), say.role_result(one), None, one.source_id) for one in found]
    said = say.roles(asked.head, asked.on, found)
    return asked.beside(Topic.ROLES, said, len(found), rows, say.ROLES_NOT_KNOWN)


def _nothing(asked: _Asked) -> Beside:
    return asked.beside(Topic.NONE, say.NOTHING, 0, (), ())


_TOPICS: dict[Topic, Callable[[_Asked], Beside]] = {
    Topic.UPR: _upr,
    Topic.TREATIES: _treaties,
    Topic.VISITS: _visits,
    Topic.NATIONAL_INSTITUTION: _institution,
    Topic.TREATY_BODIES: _treaty_bodies,
    Topic.SPONSORSHIP: _sponsorship,
    Topic.VOTES: _votes,
    Topic.REFORMS: _reforms,
    Topic.ROLES: _roles,
    Topic.NONE: _nothing,
}
