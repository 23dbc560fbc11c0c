"""What a search finds besides states, situations, sessions and texts: pages, elections, treaties, statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.publish.languages.words import say
from onrecord.publish.languages.writing import day
from onrecord.publish.views.elections import election_page
from onrecord.publish.views.search_asked import Asked, named
from onrecord.publish.views.shared import state_head
from onrecord.publish.views.treaties import instrument_page
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.query_elections import days_of_elections
from onrecord.record.query_joint_statements import joint_statements
from onrecord.record.query_special_sessions import special_sessions
from onrecord.record.query_texts import council_texts
from onrecord.record.query_treaties import elections_of, instruments
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import Instrument, JointStatement, SpecialSession
from onrecord.vocabulary.states import State, normalise


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page that fits the words: its name, a word more on it, its address."""

    name: str
    detail: str
    page: str


def pages(record: Record, asked: Asked) -> list[PageHit]:
    """Return the pages that a topic, a state with a topic or year, or two states name."""
    if asked.pair:
        return _compared(record, asked.pair)
    if asked.state:
        return [*_of_topic(record, asked, asked.state), *_of_year(record, asked, asked.state)]
    if asked.rest and asked.rest != asked.words:
        return []
    found = [PageHit(_PARTS[asked.topic](), "", f"/{asked.topic}")] if asked.topic in _PARTS else []
    if asked.year and council_votes_span(record).first.year <= asked.year <= council_votes_span(record).last.year:
        found.append(PageHit(say("Votes in {year}", year=asked.year), "", f"/votes?year={asked.year}"))
    return found


def _compared(record: Record, pair: tuple[str, str]) -> list[PageHit]:
    a, b = (named(record, one) for one in pair)
    if len(a) != 1 or len(b) != 1 or a == b:
        return []
    names = {"a": record.gazetteer.name(a[0].iso3), "b": record.gazetteer.name(b[0].iso3)}
    return [PageHit(say("{a} beside {b}", **names), "", f"/compare?a={a[0].slug}&b={b[0].slug}")]


def _of_topic(record: Record, asked: Asked, state: State) -> list[PageHit]:
    name, slug = state_head(record, state).name, state.slug
    made = {
        "pledges": lambda: PageHit(say("Pledges of {name}", name=name), "", f"/pledges/{slug}"),
        "treaties": lambda: PageHit(say("Treaties of {name}", name=name), "", f"/treaties/{slug}"),
        "upr": lambda: PageHit(say("Universal Periodic Review of {name}", name=name), "", f"/upr/{slug}"),
        "visits": lambda: PageHit(say("Visits to {name}", name=name), "", f"/visits/{slug}"),
        "standing": lambda: PageHit(say("How others rate {name}", name=name), "", f"/standing/{slug}"),
        "self-reports": lambda: PageHit(say("What {name} says of itself", name=name), "", f"/self-reports/{slug}"),
        "sponsorships": lambda: PageHit(say("Sponsorship by {name}", name=name), "", f"/sponsorships?state={slug}"),
        "joint-statements": lambda: PageHit(
            say("Joint statements and {name}", name=name), "", f"/joint-statements?state={slug}"
        ),
        "special-sessions": lambda: PageHit(
            say("Special sessions and {name}", name=name), "", f"/special-sessions?state={slug}"
        ),
    }
    return [made[asked.topic]()] if asked.topic in made else []


def _of_year(record: Record, asked: Asked, state: State) -> list[PageHit]:
    name, year = state_head(record, state).name, asked.year
    span, words = council_votes_span(record), f"&year={year}" if year else ""
    found = []
    if year and asked.topic in {None, "votes"} and span.first.year <= year <= span.last.year:
        found.append(PageHit(say("{name} in {year}", name=name, year=year), "", f"/states/{state.slug}/{year}"))
    if asked.topic == "votes":
        found.append(PageHit(_votes_of(name, year), "", f"/votes?state={state.slug}{words}"))
    if (asked.topic == "votes" or year) and state.iso3 in subjects_used(record):
        label, slug = record.subjects[state.iso3].label, record.subjects[state.iso3].slug
        found.append(PageHit(_votes_on(label, year), "", f"/votes?situation={slug}{words}"))
    return found


def _votes_of(name: str, year: int | None) -> str:
    return say("Votes of {name} in {year}", name=name, year=year) if year else say("Votes of {name}", name=name)


def _votes_on(label: str, year: int | None) -> str:
    if year:
        return say("Votes on {situation} in {year}", situation=label, year=year)
    return say("Votes on {situation}", situation=label)


@lru_cache(maxsize=8)
def subjects_used(record: Record) -> frozenset[str]:
    """Return the codes of the situations on which the record has a text."""
    return frozenset(subject for text in council_texts(record) for subject in text.subjects)


_PARTS = {
    "pledges": lambda: say("Pledges of all states"),
    "treaties": lambda: say("Treaties, all states"),
    "upr": lambda: say("Universal Periodic Review, all reviews"),
    "visits": lambda: say("Visits by special procedures"),
    "self-reports": lambda: say("What states say of themselves"),
    "sponsorships": lambda: say("Sponsorship of texts"),
    "joint-statements": lambda: say("Joint statements"),
    "special-sessions": lambda: say("Special sessions"),
    "elections": lambda: say("Elections to the Council"),
    "scorecards": lambda: say("Scorecards of candidates"),
    "votes": lambda: say("Recorded votes"),
    "sessions": lambda: say("Sessions of the Council"),
    "situations": lambda: say("Country situations"),
    "states": lambda: say("States"),
    "charts": lambda: say("Charts"),
    "methods": lambda: say("Methods, and how to cite"),
    "data": lambda: say("What is wrong or missing in the data"),
    "check": lambda: say("Check a text against the record"),
}
"""Parts of the site that have a page of their own, in the language spoken."""


def elections(record: Record, asked: Asked) -> list[PageHit]:
    """Return the elections of a year or in which a state stood, where elections are asked for; the latest first."""
    if asked.topic not in {None, "elections"} or (asked.topic is None and (asked.state or asked.rest)):
        return []
    days = days_of_elections(record)
    if asked.state:
        days = frozenset(one.election_date for one in elections_of(record, asked.state.iso3))
    elif asked.rest:
        return []
    found = sorted((one for one in days if asked.year in {None, one.year}), reverse=True)
    return [PageHit(say("Election of {day}", day=day(one)), "", election_page(one)) for one in found]


def treaties(record: Record, asked: Asked) -> list[PageHit]:
    """Return the treaties whose abbreviation the words are, or whose title has every word; that one first."""
    words = _words(asked.bare)
    found = [i for i in _instruments(record) if normalise(i.instrument) == asked.bare or _all_in(words, i.title)]
    found.sort(key=lambda i: (normalise(i.instrument) != asked.bare, len(i.title)))
    return [PageHit(i.title, i.instrument, instrument_page(i.instrument)) for i in found]


@lru_cache(maxsize=8)
def _instruments(record: Record) -> tuple[Instrument, ...]:
    return tuple(instruments(record))


def special(record: Record, asked: Asked) -> list[PageHit]:
    """Return the special sessions by number, by the situation they were on, or by the words of their subject."""
    number = "".join(c for c in asked.bare if c.isdigit())
    plain = asked.bare in {f"s {number}", f"s{number}"}
    hits = [
        one
        for one in _special_sessions(record)
        if (number and one.session == f"S-{number}" and (plain or asked.topic == "special-sessions"))
        or _about(asked, one.situation, one.subject_matter, "special-sessions")
    ]
    return [_special_hit(one) for one in reversed(hits) if asked.year is None or asked.year == _year(one)]


def _year(one: SpecialSession) -> int | None:
    return one.opened.year if one.opened else one.request_date.first.year if one.request_date else None


def _special_hit(one: SpecialSession) -> PageHit:
    name = say("Special session {session}: who asked for it", session=one.session)
    return PageHit(name, one.subject_matter, f"/special-sessions/{one.session}")


@lru_cache(maxsize=8)
def _special_sessions(record: Record) -> tuple[SpecialSession, ...]:
    return tuple(special_sessions(record))


def statements(record: Record, asked: Asked) -> list[PageHit]:
    """Return the joint statements by id, by the situation they were on, or by the words of their subject."""
    hits = [
        one
        for one in _joint_statements(record)
        if normalise(one.statement) == asked.bare
        or _about(asked, one.situation, one.subject_matter, "joint-statements")
    ]
    return [
        PageHit(one.subject_matter, str(one.date), f"/joint-statements/{one.statement}")
        for one in reversed(hits)
        if asked.year is None or str(asked.year) in str(one.date)
    ]


@lru_cache(maxsize=8)
def _joint_statements(record: Record) -> tuple[JointStatement, ...]:
    return tuple(joint_statements(record))


def _about(asked: Asked, situation: str | None, subject_matter: str, topic: str) -> bool:
    """Whether a thing on a situation and subject is asked for; another topic asks for something else."""
    if asked.topic not in {None, topic}:
        return False
    if situation in {state.iso3 for state in asked.states}:
        return True
    return not asked.states and _all_in(_words(asked.rest), subject_matter)


_SMALL = frozenset(["of", "the", "on", "to", "and", "or", "in", "for", "a", "an", "its", "by", "with", "against"])


def _words(text: str) -> list[str]:
    """Return the words of a text that say something; none where there are only small ones or digits."""
    return [word for word in normalise(text).split() if word not in _SMALL and (len(word) > 2 or not word.isascii())]


def _all_in(words: Iterable[str], title: str) -> bool:
    """Whether every word begins a word of the title; no word is in none."""
    held, wanted = normalise(title).split(), list(words)
    return bool(wanted) and all(any(one.startswith(word) for one in held) for word in wanted)
