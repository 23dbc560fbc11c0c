"""The words by which a state under review takes a position on recommendations, as reports and addenda print them."""

import re

from onrecord.vocabulary.statements import UprResponse

_NOT = r"(?:(?:do|does|did|can|could|will|would|is|are|was|were|has|have)\s+not|cannot|not)"
_ADVERBS = r"(?:be|been|currently|presently|fully|at\s+present|at\s+this\s+(?:time|stage)|yet)"
_THE = r"(?:(?:the|its|their|full|our)\s+)*"
_FORMS: tuple[tuple[UprResponse, str], ...] = (
    (
        UprResponse.SUPPORTED_IN_PART,
        r"\b(?:partial(?:ly)?|partly|in\s+part)\s+(?:accept|support)\w*|\b(?:accept|support)\w*[\s,(]+(?:partial(?:ly)?|partly|in\s+part)\b"
        r"|\bsupported\s*/\s*noted\b",
    ),
    (
        UprResponse.NOTED,
        rf"\b{_NOT}\s+(?:{_ADVERBS}\s+)*(?:(?:enjoy|have|receive|find|meet|gain)\w*\s+{_THE}support"
        r"|(?:support|accept|endorse)\w*|in\s+a\s+position\s+to\s+(?:support|accept|endorse|agree)\w*|agree\s+(?:to|with))"
        r"|\bunable\s+to\s+(?:support|accept|endorse)|\breject(?:s|ed)?\b"
        r"|\b(?:noted|notes)\b|\bta(?:kes?|ken|king)\s+note\b",
    ),
    (
        UprResponse.PENDING,
        r"\bwill\s+(?:also\s+|further\s+|duly\s+)*(?:be\s+)?(?:(?:also|further|duly|carefully)\s+)*"
        r"(?:examine|consider|review|studie|study)\w*"
        r"|\b(?:responses?|repl(?:y|ies)|positions?|respond)\b[^.;]{0,80}\bin\s+due\s+(?:time|course)\b"
        r"|\bunder\s+(?:consideration|examination|review\s+by\s+the\s+government)\b|\bto\s+be\s+(?:examined|considered)\b"
        r"|\bpending\b",
    ),
    (
        UprResponse.SUPPORTED,
        rf"\benjoy(?:s|ed)?\s+{_THE}support\b|\b(?:has|have|having)\s+{_THE}support\b"
        r"|\b(?:support|accept|endorse)(?:s|ed)\b|\b(?:can|could|would)\s+(?:accept|support)\b"
        r"|\bagree[sd]?\s+(?:to|with)\b",
    ),
    (UprResponse.VOLUNTARY_PLEDGE, r"\bvoluntary\s+(?:pledges?|commitments?)\b"),
)
_PATTERNS = tuple((response, re.compile(form, re.IGNORECASE)) for response, form in _FORMS)
_OF_RECOMMENDATIONS = re.compile(r"\brecommendations?\b", re.IGNORECASE)


def positions_in(words: str) -> tuple[UprResponse, ...]:
    """Return every position that words take, in the order of ``UprResponse``; none where they take none.

    The forms are looked for from the narrowest to the widest, and what one has read is not read again: in "did not
    enjoy the support of X" nothing is supported. Recommendations that are rejected or not accepted are noted, as
    paragraph 32 of the annex to A/HRC/RES/5/1 has it.
    """
    found = set()
    left = words
    for response, pattern in _PATTERNS:
        left, hits = pattern.subn(" ", left)
        if hits:
            found.add(response)
    if _OF_RECOMMENDATIONS.search(words):
        # "voluntary commitments" beside recommendations is the name of the document or of its second part.
        found.discard(UprResponse.VOLUNTARY_PLEDGE)
    return tuple(response for response in UprResponse if response in found)


_SENTENCE = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z“\"(])")
_LABEL = r"(?:(?:responses?|positions?|repl(?:y|ies)|answers?|comments?|decision)\s*[:.–-]\s*)?"
_SUBJECT = re.compile(rf"{_LABEL}(?:[^\s.;]+[\s.]+){{0,5}}?", re.IGNORECASE)
_LABEL_OR_VERB = re.compile(rf"{_LABEL}(?:.{{0,60}}\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?)?", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:accept|support|endors|not|reject)ed", re.IGNORECASE)


def answer_in(words: str) -> tuple[UprResponse, ...]:
    """Return the positions of the first sentence that begins with a position or takes one on recommendations it names.

    In "brought into line with accepted standards" nothing is accepted.
    """
    for sentence in _SENTENCE.split(words):
        found = positions_in(sentence)
        if found and (_OF_RECOMMENDATIONS.search(sentence) or _begins_with_position(sentence)):
            return found
    return ()


def _begins_with_position(sentence: str) -> bool:
    """Whether a sentence takes a position at its beginning: "Accepted.", "The Government of Malta supports …"."""
    first = min((m for _, pattern in _PATTERNS for m in pattern.finditer(sentence)), key=re.Match.start, default=None)
    if first is None:
        return False
    before = _LABEL_OR_VERB if _PARTICIPLE.fullmatch(first[0]) else _SUBJECT
    return before.fullmatch(sentence[: first.start()]) is not None
