"""Lays the documents of an archive over the facts: pure, ordered, every row citing its document."""

from collections import Counter
from dataclasses import replace

from onrecord.record.archive.documents import Archive
from onrecord.record.from_documents.acts import acts_layered
from onrecord.record.from_documents.elections_and_requests import requests_layered, totals_layered
from onrecord.record.from_documents.said import DocumentRead, document_read
from onrecord.record.from_documents.votes import votes_layered
from onrecord.sources.facts import Facts
from onrecord.sources.facts_read import FromDocuments


def with_documents(facts: Facts, archive: Archive) -> Facts:
    """Return the facts with all that the archive's documents add to them; what they say otherwise is a finding.

    Documents come in the order of their hashes, so that the same archive gives the same record.
    """
    documents = sorted(archive.documents(), key=lambda document: document.sha256)
    return with_read(facts, [document_read(document, archive.statements(document)) for document in documents])


def with_read(facts: Facts, documents: list[DocumentRead]) -> Facts:
    """Return the facts with what documents, already sorted, add to them."""
    sources = tuple(read.source() for read in documents)
    votes, acts = votes_layered(facts, documents), acts_layered(facts, documents)
    totals, requests = totals_layered(facts, documents), requests_layered(facts, documents)
    carried = {
        **facts.carried,
        "treaty_act": (*facts.carried["treaty_act"], *acts.added),
        "other_total": (*facts.carried["other_total"], *totals.added),
        "session_request": (*facts.carried["session_request"], *requests.added),
    }
    new = [account for account in votes.accounts if account.same_vote_as is None]
    rows = {
        "rollcall": len(new),
        "accounts of known roll calls": len(votes.accounts) - len(new),
        "treaty_act": len(acts.added),
        "other_total": len(totals.added),
        "session_request": len(requests.added),
    }
    others = sum((read.others for read in documents), Counter[str]()) + votes.others
    return replace(
        facts,
        sources=(*facts.sources, *sources),
        added=(*facts.added, *votes.accounts),
        carried=carried,
        read=FromDocuments(
            documents=sources,
            findings=(*votes.findings, *acts.findings, *totals.findings, *requests.findings),
            rows={table: n for table, n in rows.items() if n},
            not_layered=dict(others),
        ),
    )
