"""Rows of the Council's tables: texts, roll calls, tallies, votes, corrections, situations, sessions."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from onrecord.record import schema
from onrecord.record.exchanged import Exchange, exchanged
from onrecord.record.parents import parents
from onrecord.record.reconcile import APPLIED_CONFIDENCE, PositionsRule, Reconciled, reconcile
from onrecord.record.seats import Seats
from onrecord.record.situations import code
from onrecord.record.texts import how_decided, slugs, text_id, unvoted_texts, voted_texts
from onrecord.record.witnesses import cases
from onrecord.sources.facts import Facts
from onrecord.sources.facts_rows import CorrectedField, SessionKind
from onrecord.vocabulary.rollcalls import Body, Outcome
from onrecord.vocabulary.states import NameKind
from onrecord.vocabulary.symbols import standard_symbol
from onrecord.vocabulary.texts import Text, TextKind


class Prepared:
    """The facts with everything worked out from them once: roll calls reconciled, texts coded."""

    def __init__(self, facts: Facts) -> None:
        """Reconcile every roll call, find parents, code situations."""
        self.facts = facts
        self.seats = Seats(facts.membership)
        self.rollcalls: list[Reconciled] = [reconcile(case, self.seats) for case in cases(facts)]
        voted = voted_texts(self.rollcalls)
        self.listed_texts: list[Text] = [*voted, *unvoted_texts(facts, voted)]
        self.item_readings = {r.text_id: r for r in facts.agenda_item_readings}
        self.texts: list[Text] = [self._with_item(text) for text in self.listed_texts]
        self.by_id = {text.text_id: text for text in self.texts}
        self.parents = parents(self.texts)
        self.codings = code(self.texts, self.parents, facts.terms, facts.readings, _special_session_subjects(facts))
        self.slugs = slugs((t.text_id, standard_symbol(t.text_id)) for t in self.texts)

    @cached_property
    def exchanged(self) -> tuple[Exchange, ...]:
        """The states that the Assembly's compilation seems to have exchanged, by year."""
        facts = self.facts
        names = {state.iso3: state.iso3 for state in facts.states}
        names |= {row.iso3: row.name for row in facts.names if row.kind is NameKind.SHORT}
        return exchanged(
            facts.assembly_positions, {row.rollcall_id: row.date for row in facts.assembly_rollcalls}, names
        )

    def _with_item(self, text: Text) -> Text:
        reading = self.item_readings.get(text.text_id)
        if reading:
            return replace(text, agenda_item=reading.agenda_item)
        return replace(text, agenda_item=None) if text.session.startswith("S-") else text

    def decided_later(self, text: Text) -> Text | None:
        """Return the parent of an amendment dated before it: the date is then the document's, not the vote's."""
        parent = self.parents.get(text.text_id)
        above = self.by_id.get(parent.parent_id) if parent and parent.parent_id else None
        if text.kind is not TextKind.AMENDMENT or above is None or above.decided_on is None:
            return None
        return above if text.decided_on and text.decided_on < above.decided_on else None


def _special_session_subjects(facts: Facts) -> dict[str, str | None]:
    """Return the situation each special session was called on, as the title of its text says."""
    return {s.session: s.subject for s in facts.sessions if s.kind is SessionKind.SPECIAL}


def council_rows(prepared: Prepared) -> dict[str, list]:
    """Return the rows of the Council's tables, by table."""
    return {
        "session": list(_sessions(prepared)),
        "text": list(_texts(prepared)),
        "rollcall": [_rollcall(r, prepared) for r in prepared.rollcalls],
        "tally": [_tally(r, t) for r in prepared.rollcalls for t in r.tallies],
        "vote": [_vote(r, p) for r in prepared.rollcalls for p in r.positions],
        "correction": list(_corrections(prepared.facts)),
        "situation": [
            schema.SituationTable(c.text_id, c.subject, c.rule, c.basis, c.read_by_eye, c.note)
            for c in prepared.codings
        ],
    }


def _sessions(prepared: Prepared) -> Iterator[schema.SessionTable]:
    decided: dict[str, list] = {}
    for text in prepared.texts:
        if text.decided_on:
            decided.setdefault(text.session, []).append(text.decided_on)
    for s in prepared.facts.sessions:
        days = decided.get(s.session)
        first, last = (min(days), max(days)) if days else (None, None)
        yield schema.SessionTable(s.session, s.kind, s.opened, s.closed, first, last, s.confidence, s.source_id)


_NO_ITEMS = "special sessions have no agenda items"


def _item_basis(text: Text, listed: Text, rollcall: Reconciled | None, prepared: Prepared) -> str | None:
    reading = prepared.item_readings.get(text.text_id)
    if reading:
        return reading.basis
    correction = rollcall.case.corrected(CorrectedField.AGENDA_ITEM) if rollcall else None
    if correction and correction.confidence > 0:
        return correction.reason
    return _NO_ITEMS if listed.agenda_item != text.agenda_item else None


def _texts(prepared: Prepared) -> Iterator[schema.TextTable]:
    rollcalls = {text_id(r): r for r in prepared.rollcalls}
    sources = {row.symbol: row.source_id for row in prepared.facts.adopted_without_vote}
    for text, listed in zip(prepared.texts, prepared.listed_texts, strict=True):
        rollcall, parent = rollcalls.get(text.text_id), prepared.parents.get(text.text_id)
        yield schema.TextTable(
            text_id=text.text_id,
            symbol=standard_symbol(text.text_id),
            slug=prepared.slugs[text.text_id],
            session=text.session,
            decided_on=text.decided_on,
            kind=text.kind,
            title=text.title,
            agenda_item=text.agenda_item,
            listed_agenda_item=rollcall.case.agenda_item if rollcall else listed.agenda_item,
            item_basis=_item_basis(text, listed, rollcall, prepared),
            catalogue_subject=text.catalogue_subject,
            how_decided=how_decided(rollcall) if rollcall else "without a vote",
            outcome=rollcall.outcome if rollcall else Outcome.ADOPTED_WITHOUT_A_VOTE,
            parent_id=parent.parent_id if parent else None,
            parent_rule=parent.rule if parent else None,
            source_id=rollcall.case.source_id if rollcall else sources[text.text_id],
        )


def _rollcall(r: Reconciled, prepared: Prepared) -> schema.RollCallTable:
    text = text_id(r)
    return schema.RollCallTable(
        rollcall_id=r.case.rollcall_id,
        body=Body.HRC,
        text_id=text,
        symbol=standard_symbol(r.case.symbol),
        slug=prepared.slugs[text],
        session=r.case.session,
        date=r.date,
        date_precision="document" if prepared.decided_later(prepared.by_id[text]) else "day",
        listed_date=r.case.date,
        kind=r.kind,
        title=r.title,
        listed_title=r.case.title,
        agenda_item=prepared.by_id[text].agenda_item,
        vote_taken=r.vote_taken,
        outcome=r.outcome,
        listed_outcome=r.case.listed_outcome,
        status=r.status,
        severity=r.severity,
        apart=r.apart,
        yes=r.tally.yes if r.tally else None,
        no=r.tally.no if r.tally else None,
        abstain=r.tally.abstain if r.tally else None,
        absent=r.tally.absent if r.tally else None,
        tally_witness=r.tally.witness if r.tally else None,
        tally_rule=r.tally_rule,
        positions_rule=r.positions_rule if r.vote_taken else PositionsRule.NONE,
        list_status=r.case.list_status,
        note=r.case.note,
        source_id=r.case.source_id,
    )


def _tally(r: Reconciled, t) -> schema.TallyTable:
    return schema.TallyTable(r.case.rollcall_id, t.witness, t.yes, t.no, t.abstain, t.absent, t.source_id)


def _vote(r: Reconciled, p) -> schema.VoteTable:
    return schema.VoteTable(
        r.case.rollcall_id, p.state, p.position, p.listed, p.rule, p.correction_id, p.doubtful, None
    )


def _corrections(facts: Facts) -> Iterator[schema.CorrectionTable]:
    """Yield the corrections; one without confidence that names a state is a lead and stays in facts/."""
    for c in facts.position_corrections:
        if c.state is None or c.confidence > 0:
            applied = c.state is not None and c.confidence >= APPLIED_CONFIDENCE
            yield schema.CorrectionTable(
                c.correction_id, c.rollcall_id, c.state, "position", c.recorded, c.corrected, c.basis, c.reason,
                c.confidence, applied, c.source_id,
            )  # fmt: skip
    for c in facts.rollcall_corrections:
        yield schema.CorrectionTable(
            c.correction_id, c.rollcall_id, None, c.field, None, c.corrected, c.basis, c.reason,
            c.confidence, c.confidence > 0, c.source_id,
        )  # fmt: skip
