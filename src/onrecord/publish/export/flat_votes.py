"""The Council's votes as one table that needs no joins: one row for each state's position in each roll call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Annotated

from onrecord.publish import sentences
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.views.citation import document_words
from onrecord.publish.views.shared import Cite, Sources, StateHead, cite, state_head
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.schema import Table
from onrecord.record.store import Record
from onrecord.vocabulary.situations import Selection


@dataclass(frozen=True, slots=True)
class VoteWithContext:
    """One state's position in one roll call of the Human Rights Council, with its text, its figures and its source.

    There is a row for each member on the day and for each other state that the list names.
    """

    rollcall_id: Annotated[str, "permanent id of the vote"]
    date: Annotated[date, "day of the vote, to the precision given"]
    date_precision: Annotated[str, "day, or document where only the text is dated"]
    session: Annotated[str, "session of the Council; special sessions as S-n"]
    symbol: Annotated[str | None, "document symbol of the text; none for a motion without one"]
    title: Annotated[str, "title, after corrections"]
    kind: Annotated[str, "resolution, decision, draft, amendment or motion"]
    final: Annotated[bool, "whether the vote was on a text as a whole: a resolution, decision or draft"]
    agenda_item: Annotated[str | None, "agenda item; special sessions have none"]
    situations: Annotated[str | None, "country situations the text concerns, by code, with spaces between"]
    situation_labels: Annotated[str | None, "the same by name, with semicolons between"]
    selections: Annotated[str | None, "named selections that take the text, with spaces between; see README.txt"]
    vote_taken: Annotated[bool, "false where the catalogue lists a vote that never was"]
    state: Annotated[str, "the state, by ISO 3166-1 alpha-3 code"]
    state_name: Annotated[str, "its short name on the day"]
    regional_group: Annotated[str | None, "its regional group on the day"]
    position: Annotated[
        str | None, "yes, no, abstain, absent, not a member or no vote taken; none where it is not in the record"
    ]
    doubtful: Annotated[bool, "true where the vote's witnesses leave this position in doubt"]
    listed: Annotated[str | None, "position as the source lists it; none where the list does not name the state"]
    rule: Annotated[str | None, "the rule by which the position is read"]
    outcome: Annotated[str | None, "what became of the text"]
    yes: Annotated[int | None, "in favour, by the reading used"]
    no: Annotated[int | None, "against, by the reading used"]
    abstain: Annotated[int | None, "abstaining, by the reading used"]
    absent: Annotated[int | None, "absent, by the reading used"]
    status: Annotated[str, "agreed, one witness, sources conflict or no positions"]
    reading: Annotated[str, "the rule by which the figures used were chosen"]
    document_url: Annotated[str | None, "address of the UN document"]
    document_place: Annotated[str, "where in it the vote stands"]
    source: Annotated[str, "the publication from which the list was read"]
    source_url: Annotated[str | None, "its address"]
    link: Annotated[str, "the vote's page on the site, without the site's own address"]
    citation: Annotated[str, "the words to cite the position by"]


FLAT = Table(VoteWithContext, ("rollcall_id", "state"))
"""The table's columns and unique order."""

NAME = "votes_with_context"
"""The table's name."""


@lru_cache(maxsize=2)
def flat_votes(record: Record) -> tuple[tuple, ...]:
    """Return every row of the table in its order, in English."""
    with speaking(Language.EN):
        return tuple(_rows(record))


def _rows(record: Record) -> Iterator[tuple]:
    sources, cells = Sources(record), attrgetter(*FLAT.columns)
    heads: dict[tuple[str, date], StateHead] = {}
    for ballot in sorted(ballots(record, "body = 'HRC'", {}), key=attrgetter("rollcall_id")):
        where = cite(ballot, sources)
        document = document_words(where)
        for iso3 in sorted(ballot.members | ballot.casts.keys()):
            at = iso3, ballot.date
            if at not in heads:
                heads[at] = state_head(record, record.gazetteer.state(iso3), ballot.date)
            yield cells(_row(record, ballot, heads[at], where, document))


def _row(record: Record, ballot: Ballot, state: StateHead, where: Cite, document: str) -> VoteWithContext:
    cast, position = ballot.casts.get(state.iso3), ballot.position(state.iso3)
    chosen = [selection.value for selection in Selection if ballot.selected(selection)]
    labels = [record.subjects[subject].label for subject in ballot.subjects]
    return VoteWithContext(
        rollcall_id=ballot.rollcall_id,
        date=ballot.date,
        date_precision=ballot.date_precision,
        session=ballot.session,
        symbol=ballot.symbol,
        title=ballot.title,
        kind=ballot.kind,
        final=ballot.final,
        agenda_item=ballot.agenda_item,
        situations=" ".join(ballot.subjects) or None,
        situation_labels="; ".join(labels) or None,
        selections=" ".join(chosen) or None,
        vote_taken=ballot.vote_taken,
        state=state.iso3,
        state_name=state.name,
        regional_group=state.regional_group,
        position=position.value if position else None,
        doubtful=ballot.doubtful(state.iso3),
        listed=cast.listed.value if cast else None,
        rule=cast.rule if cast else None,
        outcome=ballot.outcome,
        yes=ballot.yes,
        no=ballot.no,
        abstain=ballot.abstain,
        absent=ballot.absent,
        status=ballot.status.value,
        reading=ballot.tally_rule,
        document_url=where.url,
        document_place=where.place,
        source=where.source,
        source_url=where.source_url,
        link=where.page,
        citation=f"{sentences.position(state.running_name, ballot, state.iso3)} {document}",
    )
