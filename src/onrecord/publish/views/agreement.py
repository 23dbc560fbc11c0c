"""One state beside all others: with whom it took the same position, over the roll calls both could vote in."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from onrecord.measures.agreement import MINIMUM, Agreement
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import agreement as say
from onrecord.record.coverage_of import Span
from onrecord.record.query_agreement import CountsWith, counts_with_all, votes_taken_span
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.states import State

YEARS = 10
"""Without other years asked for, the votes are those of the year of the last one and of so many years before it."""


@dataclass(frozen=True, slots=True)
class AgreementAsked:
    """Whose agreement, in which body, in which years; a year of None is left to the rule ``YEARS``."""

    state: str
    body: str = Body.GA.value
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class AgreementWith:
    """One other state over the roll calls open to both; shares are None under the minimum. ``page`` compares them."""

    state: StateHead
    could: int
    n: int
    same: int
    one_step: int
    opposite: int
    absent: int
    unknown: int
    doubtful: int
    identical_share: float | None
    three_point: float | None
    page: str


@dataclass(frozen=True, slots=True)
class AgreementOfState:
    """One state beside all others in one body over some years, the most agreement first.

    In ``n`` roll calls it could vote; in ``cast`` of them it voted in favour, against or abstained. ``never_open`` are
    members of the United Nations in these years that could vote in none of the n. ``years`` are the first and last
    that can be asked for. ``usual`` says whether body and years are those shown where nothing else is asked for.
    """

    state: StateHead
    page: str
    body: Body
    first_year: int
    last_year: int
    usual: bool
    years: tuple[int, int]
    n: int
    cast: int
    first: date | None
    last: date | None
    minimum: int
    sentences: tuple[Sentence, ...]
    others: tuple[AgreementWith, ...]
    never_open: tuple[StateHead, ...]
    not_known: tuple[str, ...]


def agreement_of_state(record: Record, asked: AgreementAsked) -> AgreementOfState:
    """Return a state beside all others; NotInVocabulary for a state, body or year that the record does not know."""
    body = _body(asked.body)
    covered = _covered(record, body)
    first_year, last_year = _years(covered, asked)
    state = record.gazetteer.resolve(asked.state, date(last_year, 12, 31))
    usual = body is Body.GA and (first_year, last_year) == _usual(covered)
    return _Beside(record, state, body, first_year, last_year).view(covered, usual)


def _body(asked: str) -> Body:
    if asked not in set(Body):
        raise NotInVocabulary("body", asked, f"one of {', '.join(Body)}", tuple(Body))
    return Body(asked)


def _covered(record: Record, body: Body) -> Span:
    found = votes_taken_span(record, body)
    if found is None:
        raise NotInVocabulary("body", body, "a body with recorded votes in the record")
    return found


def _usual(covered: Span) -> tuple[int, int]:
    return max(covered.first.year, covered.last.year - YEARS), covered.last.year


def _years(covered: Span, asked: AgreementAsked) -> tuple[int, int]:
    first, last = covered.first.year, covered.last.year
    for year in (asked.first_year, asked.last_year):
        if year is not None and not first <= year <= last:
            raise NotInVocabulary("year", str(year), f"a year from {first} to {last}")
    until = asked.last_year or last
    since = asked.first_year or max(first, until - YEARS)
    if since > until:
        raise NotInVocabulary("years", f"{since} to {until}", "a first year that is not after the last")
    return since, until


class _Beside:
    """One state's counts with all others, under the names of the last day of the years asked for."""

    def __init__(self, record: Record, state: State, body: Body, first_year: int, last_year: int) -> None:
        self.record, self.state, self.body = record, state, body
        self.first_year, self.last_year, self.on = first_year, last_year, date(last_year, 12, 31)
        self.found = counts_with_all(record, state.iso3, body, first_year, last_year)

    def view(self, covered: Span, usual: bool) -> AgreementOfState:
        own = next((one for one in self.found if one.state == self.state.iso3), None)
        head, page = self.head(self.state), self.page(usual)
        others, never = self.others(), self.never_open() if own else ()
        asked = say.Asked(head, self.body, self.first_year, self.last_year, page)
        return AgreementOfState(
            state=head,
            page=page,
            body=self.body,
            first_year=self.first_year,
            last_year=self.last_year,
            usual=usual,
            years=(covered.first.year, covered.last.year),
            n=own.could if own else 0,
            cast=own.n if own else 0,
            first=own.first if own else None,
            last=own.last if own else None,
            minimum=MINIMUM,
            sentences=tuple(say.of_state(asked, own, others, never)),
            others=others,
            never_open=never,
            not_known=tuple(say.not_known(self.body, covered.last)),
        )

    def page(self, usual: bool) -> str:
        words = {"body": self.body.value, "from": self.first_year, "to": self.last_year}
        return f"/agreement/{self.state.slug}{'' if usual else f'?{urlencode(words)}'}"

    def head(self, state: State) -> StateHead:
        return state_head(self.record, state, self.on)

    def others(self) -> tuple[AgreementWith, ...]:
        lines = [self.line(one) for one in self.found if one.state != self.state.iso3]
        return tuple(sorted(lines, key=_in_order))

    def line(self, one: CountsWith) -> AgreementWith:
        other = self.record.gazetteer.state(one.state)
        counts = (one.could, one.n, one.same, one.one_step, one.opposite, one.absent, one.unknown, one.doubtful)
        made = Agreement(*counts)
        page = f"/compare?{urlencode({'a': self.state.slug, 'b': other.slug})}"
        return AgreementWith(self.head(other), *counts, made.identical_share, made.three_point, page)

    def never_open(self) -> tuple[StateHead, ...]:
        """Return the members of the UN at any time in these years that could vote in none of the state's votes."""
        seen = {self.state.iso3, *(one.state for one in self.found)}
        heads = [self.head(one) for one in self.record.gazetteer.states if one.iso3 not in seen and self.in_the_un(one)]
        return tuple(sorted(heads, key=lambda head: name_order(head.name)))

    def in_the_un(self, state: State) -> bool:
        since, until = state.un_member_from, state.un_member_to
        return since is not None and since <= self.on and (until is None or until >= date(self.first_year, 1, 1))


def _in_order(line: AgreementWith) -> tuple[bool, float, int, str]:
    share = line.identical_share
    return share is None, -(share or 0.0), -line.n, name_order(line.state.name)
