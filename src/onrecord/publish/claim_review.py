"""A checked text as ClaimReview in JSON-LD, the form in which search engines and archives take fact checks."""

import json
from datetime import date
from typing import Any

from onrecord.publish.views.check import CheckRecord, ClaimLine, EvidenceLine
from onrecord.vocabulary.verdicts import Verdict

_RATING = {Verdict.REFUTED: 1, Verdict.CONFLICTING: 3, Verdict.SUPPORTED: 5}
"""Of five. A claim to which the record has no answer is not rated, and is left out."""


def claim_reviews(view: CheckRecord, last_day: date, site: str = "", found_at: str | None = None) -> str:
    """Return a ClaimReview for each claim that is supported, refuted or conflicting, as JSON-LD.

    ``last_day`` is the record's: the same text and record give the same bytes. ``site`` begins the addresses of
    our pages, ``found_at`` is where the text was published, if that is known.
    """
    reviews = [_review(claim, view, last_day, site, found_at) for claim in view.claims if claim.verdict in _RATING]
    return json.dumps({"@context": "https://schema.org", "@graph": reviews}, ensure_ascii=False, indent=2) + "\n"


def _review(claim: ClaimLine, view: CheckRecord, last_day: date, site: str, found_at: str | None) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"{site}{view.page}#c{claim.number}" if view.page else f"{site}/check",
        "datePublished": last_day.isoformat(),
        "author": {"@type": "Organization", "name": "onrecord"} | ({"url": site} if site else {}),
        "claimReviewed": claim.understood,
        "reviewBody": f"{claim.says} {claim.scope}".strip(),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATING[claim.verdict],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": claim.verdict.label,
        },
        "itemReviewed": _claim(claim, found_at),
        "citation": [_citation(row, site) for row in (*claim.counter_examples, *claim.evidence)],
    }


def _claim(claim: ClaimLine, found_at: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Claim", "text": claim.text}
    if claim.said_by:
        made["author"] = {"@type": "Organization", "name": claim.said_by}
    if found_at:
        made["firstAppearance"] = {"@type": "CreativeWork", "url": found_at}
    return made


def _citation(row: EvidenceLine, site: str) -> dict[str, Any]:
    made = {"@type": "CreativeWork", "identifier": row.id, "name": row.cite, "description": row.says}
    urls = [url for url in (row.url, f"{site}{row.page}" if site and row.page else None) if url]
    return made | ({"url": urls[0]} if urls else {}) | ({"sameAs": urls[1]} if len(urls) > 1 else {})
