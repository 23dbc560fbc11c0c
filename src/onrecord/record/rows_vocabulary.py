"""Rows of the tables that facts/ gives as they are: sources, states, names, groups, seats, agenda, subjects."""

from collections.abc import Iterator

from onrecord.record import schema
from onrecord.sources.cldr import cldr_names
from onrecord.sources.facts import Facts
from onrecord.vocabulary.states import StateKind

CLDR_SOURCE = "s0700"


def vocabulary_rows(facts: Facts) -> dict[str, list]:
    """Return the rows of every table that needs no reconciling, by table."""
    return {
        "source": [schema.SourceTable(s.source_id, s.title, s.url) for s in facts.sources],
        "state": [_state(row) for row in facts.states],
        "state_name": list(_names(facts)),
        "regional_group": [
            schema.RegionalGroupTable(g.iso3, g.regional_group, g.valid_from, g.valid_to, g.source_id)
            for g in facts.groups
        ],
        "membership": [_membership(row) for row in facts.membership],
        "agenda_item": [schema.AgendaItemTable(a.item, a.title, a.source_id) for a in facts.agenda_items],
        "subject": [schema.SubjectTable(s.subject, s.slug, s.label, s.kind, s.note) for s in facts.subjects],
    }


def _state(row) -> schema.StateTable:
    return schema.StateTable(
        row.iso3, row.iso2, row.m49, row.slug, row.kind, row.un_member_from, row.un_member_to,
        row.existed_from, row.existed_to, row.continues, row.source_id,
    )  # fmt: skip


def _names(facts: Facts) -> Iterator[schema.StateNameTable]:
    for n in facts.names:
        yield schema.StateNameTable(n.iso3, n.name, n.kind, n.language, n.valid_from, n.valid_to, n.source_id)
    current = {s.iso2: s.iso3 for s in facts.states if s.iso2 and s.kind is not StateKind.FORMER}
    for n in cldr_names(current):
        yield schema.StateNameTable(n.iso3, n.name, n.kind, n.language, n.valid_from, n.valid_to, CLDR_SOURCE)


def _membership(row) -> schema.MembershipTable:
    return schema.MembershipTable(
        row.body, row.state, row.term_start, row.term_end, row.end_reason, row.how_entered,
        row.regional_group, row.election_date, row.note, row.confidence, row.source_id,
    )  # fmt: skip
