"""Words for a checked text: its verdicts and marks, its summary, what a reason means, what the page says of itself."""

from collections.abc import Iterable, Mapping

from onrecord.publish.sentences import joined
from onrecord.vocabulary.verdicts import Reason, Verdict

MEANS = {
    Verdict.SUPPORTED: "the rows of the record say so, under every reading tried",
    Verdict.REFUTED: "a row speaks against it, or a complete list does not have it",
    Verdict.CONFLICTING: "two readings, or two sources, give two answers; each is shown",
    Verdict.NOT_ENOUGH_INFORMATION: "the record cannot tell, and says why: that it is missing does not make it false",
}
"""What each verdict means, for a legend."""

REASON_MEANS = {
    Reason.NOT_IN_THE_RECORD: "What would decide it is not in the record. A source that has it would.",
    Reason.OUTSIDE_COVERAGE: (
        "The record is not complete for the time or the list in question: that nothing is found there shows nothing."
    ),
    Reason.NOT_CHECKABLE: "No list could decide it: it depends on a judgement, or on what nobody records.",
    Reason.AMBIGUOUS: "The words fit several things in the record, and the answer depends on which is meant.",
    Reason.NOT_READ: "It is about the record, but not all of it was understood: better no answer than a wrong one.",
    Reason.CIRCULAR: "The only row that says so was read from this text itself, and a text is no evidence for itself.",
}
"""What stands behind each reason for giving no answer."""

NOTHING_KEPT = (
    "Nothing is kept: the text is read, checked and forgotten. An address to share carries the text in itself, packed;"
    " whoever has the address can read the text."
)
"""What becomes of a text."""

TOO_LONG_TO_SHARE = (
    "This text is too long for an address to carry. To pass the result on, save it as a file: the HTML page stands"
    " alone."
)
"""Why a result has no address."""

EXAMPLE = (
    "Notes on the Human Rights Council\n\n"
    "Kazakhstan was elected to the Human Rights Council on 12 November 2012. In June 2014 it voted against the"
    " resolution on Belarus. In March 2014 it voted in favour of the resolution on Iran. Brazil was elected to the"
    " Council in 2016 with 150 votes. Germany has ratified the Convention against Torture.\n\n"
    "Norway voted for every resolution on Syria from 2010 to 2012. No special rapporteur has ever visited Tuvalu."
    " This is regrettable, and the government should do more.\n"
)
"""A text to try the page with: true and false sentences about several states."""

HOW_TO_ASK = {
    "page": "/check",
    "send": "POST to /check.json: JSON, or the form of the page (text or file, about, as_of)",
    "takes": {
        "text": "the text, up to 200,000 characters",
        "about": "optional: the state that the text is about, by name or ISO 3166 code",
        "as_of": "optional: the day of the text, 2014, 2015-03 or 2015-03-24; the last day it can mean counts",
    },
    "gives": {
        "claims": "what the text says about the record, each with its words, verdict, scope, readings and rows",
        "sentences": "each sentence with its offsets, the numbers of its claims, or why it has none",
    },
    "verdicts": {verdict.value: meaning for verdict, meaning in MEANS.items()},
    "keeps": NOTHING_KEPT,
}
"""What the address for programs says to one who sends it nothing."""


def word(verdict: Verdict, reason: Reason | None = None) -> str:
    """Return a verdict in words, with the reason where it is none: "not enough information: outside coverage"."""
    return f"{verdict.label}: {reason.value}" if reason else verdict.label


def mark(verdict: Verdict, reason: Reason | None = None) -> str:
    """Return a verdict as a terminal shows it: SUPPORTED, REFUTED, CONFLICTING, NOT IN THE RECORD."""
    return (reason.value if reason else verdict.label).upper()


def summary(counts: Mapping[Verdict, int], sentences: int, without: int) -> str:
    """Return what became of a text's claims, in a sentence that can be printed."""
    claims = sum(counts.values())
    if not claims:
        return f"No claim about the record was read in the {_many(sentences, 'sentence')} of this text."
    said = joined(f"{_DOES[verdict]} {n}" for verdict, n in counts.items() if n)
    of = f"Of the {claims} claims" if claims > 1 else "Of the one claim"
    rest = f" In {without} of its {_many(sentences, 'sentence')} no claim was read." if without else ""
    return f"{of} found in this text, the record {said}.{rest}"


_DOES = {
    Verdict.SUPPORTED: "supports",
    Verdict.REFUTED: "refutes",
    Verdict.CONFLICTING: "gives conflicting answers to",
    Verdict.NOT_ENOUGH_INFORMATION: "cannot decide",
}


def counted(counts: Mapping[Verdict, int], sentences: int, without: int) -> str:
    """Return the counts to end a list with: "4 supported, 1 refuted; no claim read in 3 of 9 sentences"."""
    said = ", ".join(f"{n} {verdict.label}" for verdict, n in counts.items())
    return f"{said}; no claim read in {without} of {_many(sentences, 'sentence')}"


def quoted(words: Iterable[str]) -> str:
    """Return words in quotation marks, one after the other."""
    return ", ".join(f"“{word}”" for word in words)


def _many(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"
