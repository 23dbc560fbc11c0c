"""Ratings as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.ratings.decide import free, free_moved, rank_moved, ranked, ranked_beside, scored
from onrecord.claims.ratings.decide_institutions import accreditation_moved, accredited, institution
from onrecord.claims.ratings.read import read
from onrecord.claims.ratings.samples import samples
from onrecord.claims.ratings.say import (
    say_accreditation_moved,
    say_accredited,
    say_beside,
    say_free,
    say_free_moved,
    say_institution,
    say_moved,
    say_ranked,
    say_scored,
)
from onrecord.claims.ratings.typed import (
    AccreditationMoved,
    Accredited,
    Free,
    FreeMoved,
    Institution,
    Ranked,
    RankedBeside,
    RankMoved,
    Scored,
)
from onrecord.claims.relation import Relation

RATINGS = Relation(
    name="ratings",
    read=read,
    decide={
        Ranked: ranked,
        RankMoved: rank_moved,
        RankedBeside: ranked_beside,
        Free: free,
        FreeMoved: free_moved,
        Scored: scored,
        Accredited: accredited,
        AccreditationMoved: accreditation_moved,
        Institution: institution,
    },
    say={
        Ranked: say_ranked,
        RankMoved: say_moved,
        RankedBeside: say_beside,
        Free: say_free,
        FreeMoved: say_free_moved,
        Scored: say_scored,
        Accredited: say_accredited,
        AccreditationMoved: say_accreditation_moved,
        Institution: say_institution,
    },
    samples=samples,
)
