"""The views that a report of a term is made from, read once."""

from datetime import date
from functools import cached_property

from onrecord.publish.reports.terms import TermOfState, term_of_state
from onrecord.publish.views.joint_statements import JointStatementList, joint_statement_list
from onrecord.publish.views.pledges import PledgesOfState, pledges_of_state
from onrecord.publish.views.self_reports import SelfReportRecord, self_report_record
from onrecord.publish.views.special_sessions import SpecialSessionList, special_session_list
from onrecord.publish.views.sponsorships import SponsorshipList, sponsorship_list
from onrecord.publish.views.standing import StandingOfState, standing_of_state
from onrecord.publish.views.state import StateRecord, state_record
from onrecord.publish.views.state_year import StateYear, state_year
from onrecord.publish.views.treaties import TreatiesOfState, treaties_of_state
from onrecord.publish.views.upr import UprOfState, upr_of_state
from onrecord.publish.views.visits import VisitsOfState, visits_of_state
from onrecord.record.query_treaties import treaties_known_to
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate


class TermViews:
    """Everything the record says of a state over one term, as the pages of the site show it."""

    def __init__(self, record: Record, asked: str, term: str) -> None:
        """Find the state and its term; NotInVocabulary for a state or term that the record does not know."""
        self.record = record
        self.state: StateRecord = state_record(record, asked)
        self.iso3, self.name = self.state.state.iso3, self.state.state.running_name
        self.term: TermOfState = term_of_state(record, self.state, term)

    @cached_property
    def years(self) -> tuple[StateYear, ...]:
        """The calendar years of the term."""
        return tuple(state_year(self.record, self.iso3, year) for year in self.term.years)

    @cached_property
    def pledges(self) -> PledgesOfState | None:
        """The pledges made for the term; None where the record has none."""
        mine = pledges_of_state(self.record, self.iso3)
        return pledges_of_state(self.record, self.iso3, self.term.name) if self.term.name in mine.terms else None

    @cached_property
    def treaties(self) -> TreatiesOfState:
        """The treaties as at the end of the term, or as at the last day known if that is earlier."""
        return treaties_of_state(self.record, self.iso3, min(self.term.last_day, treaties_known_to(self.record)))

    @cached_property
    def treaties_now(self) -> TreatiesOfState:
        """The treaties as at the last day known."""
        return treaties_of_state(self.record, self.iso3)

    @cached_property
    def upr(self) -> UprOfState:
        """The Universal Periodic Review."""
        return upr_of_state(self.record, self.iso3)

    @cached_property
    def visits(self) -> VisitsOfState:
        """Visits, requests for visits and standing invitations."""
        return visits_of_state(self.record, self.iso3)

    @cached_property
    def standing(self) -> StandingOfState:
        """How others rate the state."""
        return standing_of_state(self.record, self.iso3)

    @cached_property
    def sessions(self) -> SpecialSessionList:
        """Special sessions with what each list says of the state."""
        return special_session_list(self.record, self.iso3)

    @cached_property
    def statements(self) -> JointStatementList:
        """Joint statements with what each list says of the state."""
        return joint_statement_list(self.record, self.iso3)

    @cached_property
    def sponsorships(self) -> SponsorshipList:
        """Texts whose lists of sponsors hold the state."""
        return sponsorship_list(self.record, self.iso3)

    @cached_property
    def self_reports(self) -> SelfReportRecord:
        """What the state says of itself."""
        return self_report_record(self.record, self.iso3)

    def within(self, when: str | date | None) -> bool:
        """Whether a day, as precise as it is known, falls into the term, in full or in part."""
        days = span(when)
        return days is not None and days[0] <= self.term.last_day and days[1] >= self.term.first_day


def span(when: str | date | None) -> tuple[date, date] | None:
    """Return the first and last day that a date, as precise as it is known, can stand for."""
    if when is None or isinstance(when, date):
        return None if when is None else (when, when)
    parts = [PartialDate(part) for part in when.split("/")]
    return parts[0].first, parts[-1].last
