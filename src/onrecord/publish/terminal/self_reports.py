"""What a state says of itself as text for a terminal and as CSV."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences
from onrecord.publish.views.self_reports import SelfReportRecord
from onrecord.publish.written_dates import in_words


def show_self_report(view: SelfReportRecord, out: Console) -> None:
    """Print each claim of a state, what the record knew on that day, and the state's roles."""
    say_sentences(view.sentences, out)
    for topic in view.topics:
        out.print(f"\n{topic.heading}, {in_words(topic.said_on)}")
        for claim in topic.claims:
            out.print(f"  Claim: {claim.sentence} [{claim.source}]")
        for sentence in topic.beside.sentences:
            out.print(f"  Record: {sentence.text} (n = {sentence.n}; {sentence.scope})")
        for row in topic.beside.rows:
            when = in_words(row.date) if row.date else "–"
            out.print(
                f"    {when}: {row.what}: {row.result} [{row.source}{f', {row.source_url}' if row.source_url else ''}]"
            )
        for line in topic.beside.not_known:
            out.print(f"    Not known: {line}")
    if view.roles:
        out.print("\nRoles")
    for role in view.roles:
        out.print(f"  {role.basis}: {role.sentence} [{role.source}{f', {role.source_url}' if role.source_url else ''}]")
    say_not_known(view.not_known, out)


_COLUMNS = (
    "kind", "id", "date", "topic", "title", "said_by", "said_where", "result", "n", "basis", "not_known", "source",
    "source_url", "page",
)  # fmt: skip


def self_report_csv(view: SelfReportRecord) -> str:
    """Return claims and roles as CSV, one row each; ``result`` is what the record has beside a claim."""
    return rows_csv(_COLUMNS, [*_claims(view), *_roles(view)])


def _claims(view: SelfReportRecord) -> Iterator[dict[str, Any]]:
    for topic in view.topics:
        for claim in topic.claims:
            yield {
                "kind": "claim",
                "id": claim.claim_id,
                "date": claim.said_on,
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
                "page": f"{view.page}#{claim.claim_id}",
            }


def _roles(view: SelfReportRecord) -> Iterator[dict[str, Any]]:
    for role in view.roles:
        yield {
            "kind": "role",
            "id": role.role_id,
            "date": role.held_from,
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
            "page": f"{view.page}#{role.role_id}",
        }
