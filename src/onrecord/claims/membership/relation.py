"""Seats on the Council as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.membership.decide import came, number_of_terms, sat, term_is
from onrecord.claims.membership.decide_sets import barred, ended_early, members, succeeds, together
from onrecord.claims.membership.reading import read_seats
from onrecord.claims.membership.samples import samples
from onrecord.claims.membership.say import (
    say_barred,
    say_came,
    say_ended_early,
    say_members,
    say_number_of_terms,
    say_sat,
    say_succeeds,
    say_term_is,
    say_together,
)
from onrecord.claims.membership.typed import (
    Barred,
    Came,
    EndedEarly,
    Members,
    NumberOfTerms,
    Sat,
    Succeeds,
    TermIs,
    Together,
)
from onrecord.claims.relation import Relation

MEMBERSHIP = Relation(
    name="membership",
    read=read_seats,
    decide={
        Sat: sat,
        TermIs: term_is,
        NumberOfTerms: number_of_terms,
        Members: members,
        Succeeds: succeeds,
        EndedEarly: ended_early,
        Together: together,
        Came: came,
        Barred: barred,
    },
    say={
        Sat: say_sat,
        TermIs: say_term_is,
        NumberOfTerms: say_number_of_terms,
        Members: say_members,
        Succeeds: say_succeeds,
        EndedEarly: say_ended_early,
        Together: say_together,
        Came: say_came,
        Barred: say_barred,
    },
    samples=samples,
)
