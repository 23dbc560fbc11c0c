"""One vote, or a text decided without one: the figures of every witness, all positions, what is in doubt."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from onrecord.publish import sentences
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext, say
from onrecord.publish.views.findings import FindingLine, findings_of
from onrecord.publish.views.shared import (
    Cite,
    Sentence,
    SituationHead,
    Sources,
    StateHead,
    VoteLine,
    cite,
    situation_head,
    state_head,
    vote_line,
)
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.find_text import TextRow, children, find_text
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import Body, Witness
from onrecord.vocabulary.states import RegionalGroup
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class WitnessLine:
    """What one witness says of the totals, and whether the reading used is the same."""

    witness: str
    explanation: str
    yes: int
    no: int
    abstain: int
    absent: int | None
    used: bool
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class StateVote:
    """One state's position: the reading used, what is listed, the rule, and whether doubt remains."""

    state: StateHead
    position: Position | None
    listed: Position | None
    rule: str
    doubtful: bool
    correction_id: str | None
    listed_code: str | None


@dataclass(frozen=True, slots=True)
class GroupVotes:
    """The positions of one regional group, with how many took each."""

    group: str
    label: str
    counts: tuple[tuple[Position, int], ...]
    states: tuple[StateVote, ...]


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """What a source or an argument says against a listed value, and whether the reading follows it."""

    correction_id: str
    state: str | None
    field: str
    listed: str | None
    corrected: str
    basis: str
    reason: str
    confidence: int
    applied: bool
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class CodingLine:
    """A situation the text concerns (none: no situation), by which rule and on what basis."""

    situation: SituationHead | None
    rule: str
    basis: str
    read_by_eye: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class TextLine:
    """Another text, as a vote's page names it."""

    symbol: str | None
    title: str
    how_decided: str
    outcome: str | None
    page: str


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """Everything the record says of one text and the vote on it."""

    rollcall_id: str | None
    body: Body
    symbol: str | None
    title: str
    listed_title: str | None
    page: str
    session: str
    date: date | None
    date_precision: str
    kind: str
    agenda_item: str | None
    item_basis: str | None
    catalogue_subject: str | None
    how_decided: str
    outcome: str | None
    status: str | None
    severity: str | None
    apart: int
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    tally_rule: str | None
    positions_rule: str | None
    note: str | None
    sentences: tuple[Sentence, ...]
    witnesses: tuple[WitnessLine, ...]
    groups: tuple[GroupVotes, ...]
    not_members: tuple[StateVote, ...]
    not_in_record: tuple[StateHead, ...]
    corrections: tuple[CorrectionLine, ...]
    situations: tuple[CodingLine, ...]
    parent: TextLine | None
    parent_rule: str | None
    about_this: tuple[VoteLine, ...]
    not_known: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    cite: Cite


def vote_record(record: Record, asked: str) -> VoteRecord:
    """Return a vote or text by roll-call id, symbol (full or short) or page slug; NotInVocabulary if none."""
    text = find_text(record, asked)
    found = ballots(record, "rollcall_id = $id", {"id": text.rollcall_id}) if text.rollcall_id else []
    view = _View(record, text, found[0] if found else None)
    return view.record_of()


class _View:
    """One text, its vote if it had one, and the vocabulary to show them."""

    def __init__(self, record: Record, text: TextRow, ballot: Ballot | None) -> None:
        self.record, self.text, self.ballot = record, text, ballot
        self.sources = Sources(record)
        self.page = f"/votes/{text.slug}"

    def record_of(self) -> VoteRecord:
        text, ballot = self.text, self.ballot
        strangers, missing = self.not_members(), self.not_in_record()
        return VoteRecord(
            rollcall_id=text.rollcall_id,
            body=Body(text.body),
            symbol=text.symbol,
            title=text.title,
            listed_title=text.listed_title if text.listed_title != text.title else None,
            page=self.page,
            session=text.session,
            date=text.date,
            date_precision=text.date_precision,
            kind=text.kind,
            agenda_item=text.agenda_item,
            item_basis=text.item_basis,
            catalogue_subject=text.catalogue_subject,
            how_decided=text.how_decided,
            outcome=text.outcome,
            status=ballot.status if ballot else None,
            severity=ballot.severity if ballot else None,
            apart=text.apart,
            yes=ballot.yes if ballot else None,
            no=ballot.no if ballot else None,
            abstain=ballot.abstain if ballot else None,
            absent=ballot.absent if ballot else None,
            tally_rule=ballot.tally_rule if ballot else None,
            positions_rule=ballot.positions_rule if ballot else None,
            note=text.note,
            sentences=(self.sentence(),),
            witnesses=tuple(self.witnesses()),
            groups=tuple(self.groups()),
            not_members=tuple(strangers),
            not_in_record=tuple(missing),
            corrections=tuple(self.corrections()),
            situations=tuple(self.codings()),
            parent=self.parent(),
            parent_rule=text.parent_rule,
            about_this=tuple(self.about_this()),
            not_known=tuple(self.not_known(missing)),
            findings=tuple(findings_of(self.record, self._ids(), [text.text_id] if text.text_id else [])),
            cite=cite(ballot, self.sources) if ballot else self._text_cite(),
        )

    def _ids(self) -> list[str]:
        return [self.text.rollcall_id] if self.text.rollcall_id else []

    def _text_cite(self) -> Cite:
        url = parse_symbol(self.text.symbol).url if self.text.symbol else None
        source_id = self.text.source_id
        place = "the adoption note printed at the end of the text"
        return Cite(self.text.symbol, url, place, self.sources.title(source_id), self.sources.url(source_id), self.page)

    def sentence(self) -> Sentence:
        ballot = self.ballot
        n = sum(v or 0 for v in (ballot.yes, ballot.no, ballot.abstain, ballot.absent)) if ballot else 0
        return Sentence(
            sentences.vote(self.text, ballot), n, say("one text; n is the number of states counted"), self.page
        )

    def witnesses(self) -> list[WitnessLine]:
        if not self.ballot:
            return []
        rows = self.record.tuples(
            "SELECT witness, yes, no, abstain, absent, source_id FROM tally WHERE rollcall_id = ?", self._ids()
        )
        return [
            WitnessLine(
                witness, Witness(witness).explanation, yes, no, abstain, absent,
                (yes, no, abstain) == (self.ballot.yes, self.ballot.no, self.ballot.abstain),
                self.sources.title(source_id), self.sources.url(source_id),
            )
            for witness, yes, no, abstain, absent, source_id in sorted(rows, key=_witness_order)
        ]  # fmt: skip

    def _state_vote(self, state: str) -> StateVote:
        ballot = self.ballot
        cast = ballot.casts[state] if ballot else None
        head = state_head(self.record, self.record.gazetteer.state(state), self.text.date)
        if cast is None:
            return StateVote(head, None, None, "", False, None, None)
        return StateVote(
            head, cast.position, cast.listed, cast.rule, cast.doubtful, cast.correction_id, cast.listed_code
        )

    def _listed(self, members: bool) -> list[StateVote]:
        ballot = self.ballot
        if not ballot or not ballot.vote_taken:
            return []
        inside = ballot.members if ballot.body is Body.HRC else frozenset(ballot.casts)
        return [self._state_vote(state) for state in ballot.casts if (state in inside) is members]

    def groups(self) -> list[GroupVotes]:
        found: dict[str, list[StateVote]] = defaultdict(list)
        for vote in self._listed(members=True):
            found[vote.state.regional_group or ""].append(vote)
        return [_group(code, found[code]) for code in (*RegionalGroup, "") if code in found]

    def not_members(self) -> list[StateVote]:
        return self._listed(members=False)

    def not_in_record(self) -> list[StateHead]:
        ballot = self.ballot
        if not ballot or not ballot.vote_taken:
            return []
        missing = sorted(ballot.members - set(ballot.casts))
        return [state_head(self.record, self.record.gazetteer.state(s), ballot.date) for s in missing]

    def corrections(self) -> list[CorrectionLine]:
        rows = self.record.tuples(
            "SELECT * EXCLUDE (rollcall_id) FROM correction WHERE rollcall_id = $id ORDER BY correction_id, field",
            {"id": self.text.rollcall_id},
        )
        return [CorrectionLine(*rest, self.sources.title(s), self.sources.url(s)) for *rest, s in rows]

    def codings(self) -> list[CodingLine]:
        rows = self.record.tuples(
            "SELECT subject, rule, basis, read_by_eye, note FROM situation WHERE text_id = $id ORDER BY subject",
            {"id": self.text.text_id},
        )
        subjects = self.record.subjects
        return [CodingLine(situation_head(subjects[s]) if s else None, *rest) for s, *rest in rows]

    def parent(self) -> TextLine | None:
        if self.text.parent_id is None:
            return None
        above = find_text(self.record, self.text.parent_id)
        return TextLine(above.symbol, above.title, above.how_decided, above.outcome, f"/votes/{above.slug}")

    def about_this(self) -> list[VoteLine]:
        ids = children(self.record, self.text.text_id) if self.text.text_id else []
        found = ballots(self.record, "list_contains($ids, rollcall_id)", {"ids": ids}) if ids else []
        return [vote_line(self.record, ballot, self.sources) for ballot in found]

    def not_known(self, missing: list[StateHead]) -> list[str]:
        said = []
        if self.text.body == Body.GA:
            said.append(say("Absences are not recorded in this compilation: a state not listed is not in the record."))
        if missing:
            said.append(
                say(
                    "The positions of {number} members are not in the record; they are not counted as absent.",
                    number=len(missing),
                )
            )
        if self.text.date_precision == "month":
            said.append(say("The source's day of the month is damaged; the date is given to the month."))
        if self.text.date_precision == "document":
            said.append(say("The date is that of the amendment's document; the vote came later in the session."))
        if self.text.date is None:
            said.append(say("The day of adoption is not in the record."))
        return said


def _witness_order(row: tuple) -> tuple[int, str]:
    return list(Witness).index(Witness(row[0])), row[-1]


def _group(code: str, votes: list[StateVote]) -> GroupVotes:
    counts = Counter(vote.position for vote in votes if vote.position)
    label = gettext(RegionalGroup(code).label) if code else say("No regional group in the record")
    ordered = sorted(votes, key=lambda v: (_rank(v.position), name_order(v.state.name)))
    return GroupVotes(code, label, tuple((p, counts[p]) for p in LISTED if counts[p]), tuple(ordered))


def _rank(position: Position | None) -> int:
    return LISTED.index(position) if position in LISTED else len(LISTED)
