"""The Universal Periodic Review as the checker takes it: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.upr.decide_documents import document, numbered
from onrecord.claims.upr.decide_numbers import compared, number_received, share_accepted
from onrecord.claims.upr.decide_partners import partners
from onrecord.claims.upr.decide_ranks import ranked
from onrecord.claims.upr.decide_recommended import recommended
from onrecord.claims.upr.decide_reviews import number_of_reviews, reviewed
from onrecord.claims.upr.read import read
from onrecord.claims.upr.samples import samples
from onrecord.claims.upr.say import (
    say_compared,
    say_document,
    say_number,
    say_number_of_reviews,
    say_numbered,
    say_partners,
    say_ranked,
    say_recommended,
    say_reviewed,
    say_share,
)
from onrecord.claims.upr.typed import (
    ComparedReviews,
    NumberedRecommendation,
    NumberOfReviews,
    NumberReceived,
    Partners,
    RankedReviews,
    Recommended,
    ReviewDocument,
    Reviewed,
    ShareAccepted,
)

UPR = Relation(
    name="upr",
    read=read,
    decide={
        Reviewed: reviewed,
        NumberOfReviews: number_of_reviews,
        NumberReceived: number_received,
        ShareAccepted: share_accepted,
        Recommended: recommended,
        NumberedRecommendation: numbered,
        ReviewDocument: document,
        ComparedReviews: compared,
        RankedReviews: ranked,
        Partners: partners,
    },
    say={
        Reviewed: say_reviewed,
        NumberOfReviews: say_number_of_reviews,
        NumberReceived: say_number,
        ShareAccepted: say_share,
        Recommended: say_recommended,
        NumberedRecommendation: say_numbered,
        ReviewDocument: say_document,
        ComparedReviews: say_compared,
        RankedReviews: say_ranked,
        Partners: say_partners,
    },
    samples=samples,
)
