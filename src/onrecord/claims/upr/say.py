"""Claims about the Universal Periodic Review as plain sentences, which the reader reads back to the same claim."""

from decimal import Decimal
from fractions import Fraction

from onrecord.claims.naming import capital, joined, state_name, when
from onrecord.claims.typed import Quantifier
from onrecord.claims.upr.decide_documents import ADDENDUM, ADOPTED, OUTCOME
from onrecord.claims.upr.typed import (
    ComparedReviews,
    NumberedRecommendation,
    NumberOfReviews,
    NumberReceived,
    Partners,
    RankedReviews,
    Recommended,
    Response,
    ReviewDocument,
    Reviewed,
    ShareAccepted,
)
from onrecord.claims.upr.words import at_review, in_set, ordinal
from onrecord.record.query_upr import issue_labels
from onrecord.record.store import Record

_BOUND = {
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.FEWER_THAN: "fewer than ",
    Quantifier.ABOUT: "about ",
}
_OF = {
    Quantifier.ALL: "all the",
    Quantifier.NONE: "none of the",
    Quantifier.MOST: "most of the",
    Quantifier.HALF: "half of the",
    Quantifier.THE: "the",
    Quantifier.MANY: "many",
}
_DID = {None: "received", Response.ACCEPTED: "accepted", Response.NOTED: "noted"}


def say_reviewed(claim: Reviewed, record: Record) -> str:
    """Return "The second Universal Periodic Review of Kazakhstan took place in October 2014"."""
    which = "last " if claim.last else f"{ordinal(claim.cycle)} " if claim.cycle else ""
    session = f" at session {claim.session} of the UPR working group" if claim.session else ""
    state = state_name(record, claim.state)
    return f"The {which}Universal Periodic Review of {state} took place{session}{when(claim.period)}."


def say_number_of_reviews(claim: NumberOfReviews, record: Record) -> str:
    """Return "Kazakhstan was reviewed 3 times under the Universal Periodic Review"."""
    number = f"{_BOUND.get(claim.bound, '')}{claim.n} times"
    return f"{capital(state_name(record, claim.state))} was reviewed {number} under the Universal Periodic Review."


def say_number(claim: NumberReceived, record: Record) -> str:
    """Return "Kazakhstan accepted 122 recommendations at its first Universal Periodic Review"."""
    number = f"{_BOUND.get(claim.bound, '')}{claim.n} recommendation{'s' * (claim.n != 1)}"
    return f"{capital(state_name(record, claim.state))} {_DID[claim.response]} {number}{at_review(claim.which)}."


def share_words(share: Decimal | Fraction) -> str:
    """Return a share in words: "94 per cent", "2/3"."""
    return f"{share} per cent" if isinstance(share, Decimal) else f"{share.numerator}/{share.denominator}"


def say_share(claim: ShareAccepted, record: Record) -> str:
    """Return "Kazakhstan accepted 94 per cent of the recommendations at its first Universal Periodic Review"."""
    if claim.share is None:
        part = _OF.get(claim.quantifier, "some of the")
    else:
        part = f"{_BOUND.get(claim.quantifier, '')}{share_words(claim.share)} of the"
    did = _DID[claim.response]
    return f"{capital(state_name(record, claim.state))} {did} {part} recommendations{at_review(claim.which)}."


def say_recommended(claim: Recommended, record: Record) -> str:
    """Return "Kazakhstan accepted the recommendations of France on torture at its first Universal Periodic Review"."""
    names = joined(state_name(record, s) for s in claim.by) if claim.by else ""
    about = _about(claim, record)
    if claim.response is None and claim.by:
        whom = f" to {joined(state_name(record, s) for s in claim.to)}" if claim.to else ""
        part = _part(claim, "no ")
        which = in_set(claim.which) if claim.which.said else ""
        return f"{capital(names)} made {part}recommendations{about}{whom}{which}."
    whose = f" of {names}" if names else ""
    to = capital(joined(state_name(record, s) for s in claim.to)) if claim.to else "States"
    which = at_review(claim.which) if claim.which.said else ""
    return f"{to} {_DID[claim.response]} {_part(claim, 'none of the ')}recommendations{whose}{about}{which}."


def _part(claim: Recommended, none: str) -> str:
    if claim.n is not None:
        of = " of the" if claim.response is not None else ""
        return f"{_BOUND.get(claim.quantifier, '')}{claim.n}{of} "
    if claim.quantifier is Quantifier.NONE:
        return none
    return f"{_OF[claim.quantifier]} " if claim.quantifier in _OF else ""


def _about(claim: Recommended, record: Record) -> str:
    if claim.about:
        return f" {claim.about}"
    labels = issue_labels(record)
    return f" on {joined(labels.get(i, i).lower() for i in claim.issues)}" if claim.issues else ""


def say_numbered(claim: NumberedRecommendation, record: Record) -> str:
    """Return "A/HRC/14/10: recommendations 95.65 were made by France"."""
    source = f" of {claim.symbol}" if claim.symbol else f" to {state_name(record, claim.to)}" if claim.to else ""
    by = f" made by {joined(state_name(record, s) for s in claim.by)}" if claim.by else ""
    did = f" was {_DID[claim.response]}" if claim.response else ""
    many = len(claim.paragraphs) > 1
    return f"Recommendation{'s' * many} {joined(claim.paragraphs)}{source}{by}{did}."


def say_document(claim: ReviewDocument, record: Record) -> str:
    """Return "The outcome of the first Universal Periodic Review of Kazakhstan was adopted by A/HRC/DEC/14/104"."""
    which = f"{ordinal(claim.which.cycle)} " if claim.which.cycle else "last " if claim.which.last else ""
    review = f"the {which}Universal Periodic Review of {state_name(record, claim.state)}{when(claim.which.period)}"
    symbol = f" {claim.symbols[0]}" if claim.symbols else ""
    if claim.kind == OUTCOME:
        by = f" by{symbol}" if symbol else ""
        return f"The outcome of {review} was adopted{by}{when(claim.period)}."
    if claim.kind == ADOPTED:
        return f"The working group adopted its report{symbol} on {review}{when(claim.period)}."
    noun = "addendum to the report" if claim.kind == ADDENDUM else "report"
    dated = f" dated{when(claim.period)}" if claim.period else ""
    return f"The {noun} of the working group on {review} is{symbol}{dated}."


def say_compared(claim: ComparedReviews, record: Record) -> str:
    """Return "Kazakhstan received more recommendations at its second review than at its first review"."""
    how = {1: "more", -1: "fewer", 0: "as many"}[claim.sign]
    than = "as" if claim.sign == 0 else "than"
    did = _DID[claim.response]
    state = capital(state_name(record, claim.state))
    if claim.other == claim.state:
        return f"{state} {did} {how} recommendations{at_review(claim.which)} {than}{at_review(claim.other_which)}."
    return f"{state} {did} {how} recommendations{at_review(claim.which)} {than} {state_name(record, claim.other)}."


def say_ranked(claim: RankedReviews, record: Record) -> str:
    """Return "Kazakhstan received the most recommendations of all states in the first cycle"."""
    place = "" if claim.place == 1 else f"{ordinal(claim.place)} "
    side = "fewest" if claim.fewest else "most"
    verb = "made" if claim.made else "received"
    state = capital(state_name(record, claim.state))
    return f"{state} {verb} the {place}{side} recommendations of all states{in_set(claim.which)}."


def say_partners(claim: Partners, record: Record) -> str:
    """Return "Kazakhstan received recommendations from 75 states at its second Universal Periodic Review"."""
    state = capital(state_name(record, claim.state))
    verb = "made recommendations to" if claim.made else "received recommendations from"
    which = "" if not claim.which.said else in_set(claim.which) if claim.made else at_review(claim.which)
    number = f" {_BOUND.get(claim.bound, '')}{claim.n} states" if claim.n is not None else " states"
    side = "to" if claim.made else "from"
    each = f" ({claim.most})" if claim.most is not None else ""
    top = f", the most {side} {joined(state_name(record, s) for s in claim.top)}{each}" if claim.top else ""
    return f"{state} {verb}{number}{which}{top}."
