"""Elections as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.elections.decide import beat, result, votes
from onrecord.claims.elections.decide_numbers import contest, number
from onrecord.claims.elections.decide_sets import again, from_group, held, listed, only_nth, times_elected
from onrecord.claims.elections.decide_totals import compared, placed, votes_changed
from onrecord.claims.elections.samples import samples
from onrecord.claims.elections.say import (
    say_again,
    say_beat,
    say_compared,
    say_contest,
    say_from_group,
    say_held,
    say_listed,
    say_number,
    say_only_nth,
    say_placed,
    say_result,
    say_times_elected,
    say_votes,
    say_votes_changed,
)
from onrecord.claims.elections.typed import (
    Again,
    Beat,
    Compared,
    Contest,
    FromGroup,
    Held,
    Listed,
    Number,
    OnlyNth,
    Placed,
    Result,
    TimesElected,
    Votes,
    VotesChanged,
)
from onrecord.claims.membership.reading import read_elections
from onrecord.claims.relation import Relation

ELECTIONS = Relation(
    name="elections",
    read=read_elections,
    decide={
        Result: result,
        Votes: votes,
        Placed: placed,
        Compared: compared,
        VotesChanged: votes_changed,
        Number: number,
        Contest: contest,
        Beat: beat,
        Listed: listed,
        Again: again,
        OnlyNth: only_nth,
        TimesElected: times_elected,
        FromGroup: from_group,
        Held: held,
    },
    say={
        Result: say_result,
        Votes: say_votes,
        Placed: say_placed,
        Compared: say_compared,
        VotesChanged: say_votes_changed,
        Number: say_number,
        Contest: say_contest,
        Beat: say_beat,
        Listed: say_listed,
        Again: say_again,
        OnlyNth: say_only_nth,
        TimesElected: say_times_elected,
        FromGroup: say_from_group,
        Held: say_held,
    },
    samples=samples,
)
