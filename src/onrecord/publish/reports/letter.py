"""The skeleton of a letter to a member or candidate: what the record shows as outstanding, and blanks to fill."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import __version__
from onrecord.claims.pledges.clauses_known import CANDIDACY
from onrecord.measures.judgement import PledgeStatus
from onrecord.publish.reports.cooperation_sections import requests, review_findings
from onrecord.publish.reports.document import Block, Bullets, Document, Finding, Note, Paragraph, Section, Words
from onrecord.publish.reports.notes import document_note, page_note, source_note
from onrecord.publish.reports.pledges_section import open_pledges
from onrecord.publish.reports.reading import in_memory
from onrecord.publish.reports.sources_section import not_known_section
from onrecord.publish.reports.term_report import candidate_notes
from onrecord.publish.reports.terms import known_to, term_names, term_of_state
from onrecord.publish.reports.treaties_section import depositary_note, left_to_join
from onrecord.publish.sentences import day
from onrecord.publish.views.elections import Candidate, election_record
from onrecord.publish.views.pledges import PledgesOfState, pledges_of_state
from onrecord.publish.views.state import StateRecord, state_record
from onrecord.publish.views.treaties import TreatiesOfState, treaties_of_state
from onrecord.publish.views.upr import ReviewOfState, UprOfState, upr_of_state
from onrecord.publish.views.visits import VisitsOfState, visits_of_state
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import parse_symbol

_BASIS = "A/RES/60/251"
_NOT_KEPT = (PledgeStatus.NOT_KEPT, PledgeStatus.PARTLY, PledgeStatus.OPEN)
_REVIEWS = 2
"""How many reviews a letter speaks of: the latest whose recommendations are counted."""


@dataclass(frozen=True, slots=True)
class _About:
    """What a letter is written on the occasion of: the words for it, the term of its pledges, its sources."""

    occasion: str
    term: str | None
    asked: str
    notes: tuple[Note, ...]


def letter(record: Record, asked: str, term: str | None = None, election: str | None = None) -> Document:
    """Return the skeleton of a letter on a term or a candidacy, the state's latest term where neither is given.

    NotInVocabulary for a state, term or candidacy that the record does not know.
    """
    if term and election:
        raise NotInVocabulary("occasion of a letter", f"{term} and {election}", "a term or an election, not both")
    record = in_memory(record)
    state = state_record(record, asked)
    about = _candidacy(record, state, election) if election else _membership(record, state, term)
    slug = state.page.rsplit("/", 1)[-1]
    return Document(
        kind="letter",
        page=f"/letters/{slug}{about.asked}",
        file_name=f"onrecord-letter-{slug}{f'-{about.term}' if about.term else ''}",
        title=f"Letter to {state.state.running_name}: a skeleton",
        subtitle="Marked blanks are the writer's to fill. Figures are the record's, each with its footnote.",
        known_to=known_to(record),
        version=__version__,
        facts=(),
        sections=tuple(_sections(record, state, about)),
    )


def _membership(record: Record, state: StateRecord, term: str | None) -> _About:
    names = term_names(record, state)
    if term is None and not names:
        return _About("its work with the United Nations on human rights", None, "", ())
    found = term_of_state(record, state, term or names[-1].name)
    notes = tuple(dict.fromkeys(source_note(p.source, p.source_url, "Membership") for p in found.parts))
    return _About(
        f"its membership of the UN Human Rights Council, term {found.words}", found.name, f"?term={found.name}", notes
    )


def _candidacy(record: Record, state: StateRecord, election: str) -> _About:
    view = election_record(record, election)
    stood: list[Candidate] = [c for slate in view.slates for c in slate.candidates if c.state.iso3 == state.state.iso3]
    if not stood:
        names = tuple(c.state.name for slate in view.slates for c in slate.candidates)
        raise NotInVocabulary("candidate", state.state.name, f"a candidate in the election of {day(view.date)}", names)
    (one,) = stood
    words = f"its candidacy in the election to the UN Human Rights Council of {day(view.date)}"
    name = one.term.replace("–", "-") if one.term else None
    return _About(words, name, f"?election={view.date}", candidate_notes(one))


def _sections(record: Record, state: StateRecord, about: _About) -> Iterator[Section]:
    iso3 = state.state.iso3
    treaties, visits = treaties_of_state(record, iso3), visits_of_state(record, iso3)
    upr, pledges = upr_of_state(record, iso3), _pledges(record, iso3, about)
    supported = _of_reviews(pledges_of_state(record, iso3))
    yield Section("", tuple(_opening(record, state, about)))
    yield Section("Human rights treaties", tuple(_treaties(treaties)))
    yield Section("Visits by the special procedures", tuple(_visits(state, visits)))
    yield Section("Universal Periodic Review", tuple(_reviews(state, upr, supported)))
    yield Section("Pledges", tuple(_pledged(state, about, pledges)))
    yield Section("", tuple(_closing()))
    views = (treaties, visits, upr, *((pledges,) if pledges else ()))
    limits = (line for view in views for line in view.not_known)
    yield not_known_section(limits, "For the writer: what the record does not know")


def _pledges(record: Record, iso3: str, about: _About) -> PledgesOfState | None:
    whole = pledges_of_state(record, iso3)
    return pledges_of_state(record, iso3, about.term) if about.term in whole.terms else None


def _blank(words: str) -> Words:
    return Words(f"[{words}]", blank=True)


def _opening(record: Record, state: StateRecord, about: _About) -> Iterator[Block]:
    yield Paragraph((_blank("name and address of your organisation"),))
    yield Paragraph((_blank("date"),))
    yield Paragraph((_blank("name, title and address of the addressee"),))
    yield Paragraph((_blank("salutation"),))
    whom = f"We write to you about {state.state.running_name} and {about.occasion}."
    basis = (
        "By paragraph 9 of General Assembly resolution 60/251, a member of the Council is expected to hold itself to"
        " the highest standards of human rights and to work fully with the Council."
    )
    resolution = document_note(_BASIS, parse_symbol(_BASIS).url, "paragraph 9")
    yield Paragraph((Words(whom, about.notes), Words(basis, (resolution,))))
    known = f"as of {day(known_to(record))}" if record.as_of else f"whose votes run to {day(known_to(record))}"
    taken = (
        f"The points below are taken from onrecord, an open record of public sources, {known}. Each names the document"
        " it rests on. Where the record does not know, we say so, and we should be grateful for any correction."
    )
    yield Paragraph((Words(taken, (page_note("What the record covers", "/data"),)),))


def _treaties(view: TreatiesOfState) -> Iterator[Block]:
    yield Finding(view.sentences[0], (depositary_note(view),))
    left = left_to_join(view)
    if left:
        yield Paragraph(
            (Words("We should welcome word of your Government's plans on each of the treaties still open:"),)
        )
        yield Bullets(left)


def _visits(state: StateRecord, view: VisitsOfState) -> Iterator[Block]:
    pending = [(one, said) for one, said in requests(view) if one.answered_on is None]
    note = page_note("Visits, requests and invitations in the record", view.page)
    if pending:
        yield Paragraph((Words("We ask that the following requests be met with an early date:"),))
        yield from (Finding(said, (source_note(one.source, one.source_url),)) for one, said in pending)
    else:
        text = (
            f"No request for a visit to {state.state.running_name} that is still open is in the record; its list is not"
            " complete."
        )
        yield Paragraph((Words(text, (note,)), _blank("requests that you know to be open, with their source")))


def _of_reviews(view: PledgesOfState) -> tuple[Words, ...]:
    """Return the commitments made at reviews that the record does not show to be kept in full."""
    chosen = tuple(one for one in view.pledges if one.basis != CANDIDACY)
    return open_pledges(chosen, _NOT_KEPT)


def _reviews(state: StateRecord, view: UprOfState, supported: tuple[Words, ...]) -> Iterator[Block]:
    counted = [one for one in view.reviews if one.items or one.rows or one.other_count][-_REVIEWS:]
    note = page_note("Reviews and recommendations in the record", view.page)
    if not counted:
        text = f"No review of {state.state.running_name} with its recommendations counted is in the record."
        yield Paragraph((Words(text, (note,)),))
    yield from review_findings(view, counted)
    places = tuple(place for one in counted for place in _supported(one))
    if places:
        yield Paragraph((Words("Supported recommendations stand in these paragraphs of the reports:"),))
        yield Bullets(places)
    if supported:
        text = "Among what was pledged or supported at reviews, in our words, the record does not show as kept in full:"
        yield Paragraph((Words(text, (note,)),))
        yield Bullets(supported)
    text = (
        "The words of recommendations are not in the record; the reports of the working group have them. We should be"
        " grateful for an account of what has been done on those that your Government supports, in particular on"
    )
    yield Paragraph((Words(text, (note,)), _blank("the recommendations that your organisation follows, by number")))


def _supported(one: ReviewOfState) -> Iterator[Words]:
    listed = one.items.paragraphs if one.items else ()
    if one.report is None:
        return
    for paragraph in listed:
        if paragraph.position.startswith("supported"):
            text = (
                f"{one.report.symbol}, paragraph {paragraph.paragraph}, items {paragraph.first_item} to"
                f" {paragraph.last_item}: {paragraph.n}, {paragraph.position}"
            )
            yield Words(text, (document_note(one.report.symbol, one.report.url, f"paragraph {paragraph.paragraph}"),))


def _pledged(state: StateRecord, about: _About, view: PledgesOfState | None) -> Iterator[Block]:
    page = state.page.replace("/states/", "/pledges/", 1)
    note = page_note("Every clause with its test, its indicator and its evidence", page)
    points = open_pledges(view.pledges, _NOT_KEPT) if view else ()
    if points:
        text = "Of the pledges made on that occasion, in our words, the record does not show these to be kept in full:"
        yield Paragraph((Words(text, (note,)),))
        yield Bullets(points)
        yield Paragraph((Words("We should welcome an account of each, and of the steps that remain."),))
        return
    text = (
        f"No pledge of {state.state.running_name} on that occasion that the record can show not to be kept is in it;"
        " it holds some candidacies' pledges only."
    )
    yield Paragraph((Words(text, (note,)), _blank("pledges that you know of, with their document")))


def _closing() -> Iterator[Block]:
    text = "We should be glad to hear your Government's views on these points, and to meet to discuss them."
    yield Paragraph((Words(text), _blank("what you ask for, by when")))
    yield Paragraph((Words("Yours sincerely,"),))
    yield Paragraph((_blank("name, position and organisation; copies to"),))
