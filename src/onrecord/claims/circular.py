"""Which publications of the record are the very text being checked: what rests on them alone proves nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.claims.lexicon import key_of, table
from onrecord.claims.sentences import Layout, Sentence
from onrecord.record.query_texts import publications
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Finding, Reason, Verdict

_EDGE = 8
"""So many sentences at the beginning and end of a text may say who published it."""
_ALIKE = 0.6
"""A publication is this text when this share of the words of its title stands at the text's head or foot."""
_ON_WHOSE_WORD = re.compile(r",?\s+(?:citing|quoting|via)\b.*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def own_publications(record: Record, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the ids of the publications that the text at hand seems to be."""
    edges = [*sentences[:_EDGE], *sentences[-_EDGE:]]
    # In a text of a few sentences the foot is the text itself, which may well name what it draws on.
    foot = sentences[-_EDGE:] if len(sentences) > 2 * _EDGE else ()
    signs = [s for s in edges if s.layout is not Layout.PROSE or s in foot]
    words = {key_of(w) for s in signs for w in _WORD.findall(s.text)}
    if not words:
        return frozenset()
    return frozenset(one for one, parts in _titles(record).items() if all(_alike(part, words) for part in parts))


@lru_cache(maxsize=32)
def _titles(record: Record) -> dict[str, tuple[frozenset[str], ...]]:
    light = frozenset(table("small")["light"])
    return {
        one: tuple(
            frozenset(key_of(w) for w in _WORD.findall(_ON_WHOSE_WORD.sub("", part))) - light
            for part in publication.title.split(";")
        )
        for one, publication in publications(record).items()
    }


def _alike(title: frozenset[str], words: set[str]) -> bool:
    return len(title) >= 4 and len(title & words) >= _ALIKE * len(title)


def without_own(finding: Finding, own: frozenset[str]) -> Finding:
    """Return a finding, or that it cannot be given where every row it rests on comes from the text itself."""
    sources = {row.source_id for row in finding.evidence}
    if finding.verdict is not Verdict.SUPPORTED or not sources or not sources <= own:
        return finding
    cited = sorted({row.cite for row in finding.evidence})
    says = f"{finding.says} The record has this only from {'; '.join(cited)}, which seems to be the text being checked."
    return replace(finding, verdict=Verdict.NOT_ENOUGH_INFORMATION, reason=Reason.CIRCULAR, says=says)
