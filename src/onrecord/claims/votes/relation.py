"""Votes as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.votes.decide import changed, positions
from onrecord.claims.votes.decide_voters import fate, figures, voters
from onrecord.claims.votes.held_decide import held, sat
from onrecord.claims.votes.held_say import say_held, say_sat
from onrecord.claims.votes.held_typed import Held, Sat
from onrecord.claims.votes.reading import read_votes
from onrecord.claims.votes.samples import samples
from onrecord.claims.votes.say import say_changed, say_fate, say_figures, say_positions, say_voters
from onrecord.claims.votes.shares_beside import difference, median, most_often, only_one, ranked
from onrecord.claims.votes.shares_decide import share, usual
from onrecord.claims.votes.shares_say import (
    say_difference,
    say_median,
    say_most_often,
    say_only_one,
    say_ranked,
    say_share,
    say_usual,
)
from onrecord.claims.votes.shares_typed import Difference, Median, MostOften, OnlyOne, Ranked, Share, Usual
from onrecord.claims.votes.typed import Changed, Fate, Figures, Positions, Voters

VOTES = Relation(
    name="votes",
    read=read_votes,
    decide={
        Positions: positions,
        Changed: changed,
        Voters: voters,
        Figures: figures,
        Fate: fate,
        Share: share,
        Median: median,
        Ranked: ranked,
        MostOften: most_often,
        OnlyOne: only_one,
        Difference: difference,
        Usual: usual,
        Held: held,
        Sat: sat,
    },
    say={
        Positions: say_positions,
        Changed: say_changed,
        Voters: say_voters,
        Figures: say_figures,
        Fate: say_fate,
        Share: say_share,
        Median: say_median,
        Ranked: say_ranked,
        MostOften: say_most_often,
        OnlyOne: say_only_one,
        Difference: say_difference,
        Usual: say_usual,
        Held: say_held,
        Sat: say_sat,
    },
    samples=samples,
)
