"""Votes as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relations import Relation
from onrecord.claims.votes.decide import changed, positions
from onrecord.claims.votes.decide_voters import fate, figures, voters
from onrecord.claims.votes.read import read
from onrecord.claims.votes.samples import samples
from onrecord.claims.votes.say import say_changed, say_fate, say_figures, say_positions, say_voters
from onrecord.claims.votes.typed import Changed, Fate, Figures, Positions, Voters

VOTES = Relation(
    name="votes",
    read=read,
    decide={
        Positions: positions,
        Changed: changed,
        Voters: voters,
        Figures: figures,
        Fate: fate,
    },
    say={
        Positions: say_positions,
        Changed: say_changed,
        Voters: say_voters,
        Figures: say_figures,
        Fate: say_fate,
    },
    samples=samples,
)
