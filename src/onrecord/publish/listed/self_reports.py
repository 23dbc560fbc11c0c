"""What states say of themselves, and the roles they held, as rows."""

from collections.abc import Iterable, Iterator

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.self_reports import PATH, RoleLine, SelfReportList, SelfReportRecord

_COLUMNS = (
    "kind", "id", "date", "state", "topic", "title", "said_by", "said_where", "result", "n", "basis", "not_known",
    "source", "source_url", "link",
)  # fmt: skip


def self_report_rows(view: SelfReportRecord) -> Rows:
    """Return claims and roles, one row each; ``result`` is what the record has beside a claim."""
    name = f"onrecord-self-report-{view.page.rpartition('/')[2]}"
    return rows_of(name, _COLUMNS, [*_claims(view), *_roles(view.roles)], ("date",))


def self_reports_rows(view: SelfReportList) -> Rows:
    """Return every role in the record, one row each."""
    return rows_of("onrecord-roles", _COLUMNS, _roles(view.roles), ("date",))


def _claims(view: SelfReportRecord) -> Iterator[Row]:
    for topic in view.topics:
        for claim in topic.claims:
            yield {
                "kind": "claim",
                "id": claim.claim_id,
                "date": claim.said_on,
                "state": view.state.name,
                "topic": claim.topic.value,
                "title": claim.claim,
                "said_by": claim.said_by,
                "said_where": claim.said_where,
                "result": " ".join(sentence.text for sentence in topic.beside.sentences),
                "n": sum(sentence.n for sentence in topic.beside.sentences),
                "basis": "claim",
                "not_known": " ".join(topic.beside.not_known),
                "source": claim.source,
                "source_url": claim.source_url,
                "link": f"{view.page}#{claim.claim_id}",
            }


def _roles(roles: Iterable[RoleLine]) -> Iterator[Row]:
    for role in roles:
        yield {
            "kind": "role",
            "id": role.role_id,
            "date": role.held_from,
            "state": role.state.name,
            "topic": "roles",
            "title": f"{role.role}, {role.organisation}",
            "said_by": None,
            "said_where": None,
            "result": role.sentence,
            "n": 1,
            "basis": role.basis,
            "not_known": None,
            "source": role.source,
            "source_url": role.source_url,
            "link": f"{PATH}/{role.state.page.rpartition('/')[2]}#{role.role_id}",
        }
