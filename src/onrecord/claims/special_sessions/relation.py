"""Special sessions as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.special_sessions.decide import asked, asked_by_group, supporters
from onrecord.claims.special_sessions.decide_sessions import ended, held, number_of_sessions
from onrecord.claims.special_sessions.read import read
from onrecord.claims.special_sessions.samples import samples
from onrecord.claims.special_sessions.say import (
    say_asked,
    say_asked_by_group,
    say_ended,
    say_held,
    say_number,
    say_supporters,
)
from onrecord.claims.special_sessions.typed import Asked, AskedByGroup, Ended, Held, NumberOfSessions, Supporters

SPECIAL_SESSIONS = Relation(
    name="special sessions",
    read=read,
    decide={
        Asked: asked,
        AskedByGroup: asked_by_group,
        Supporters: supporters,
        NumberOfSessions: number_of_sessions,
        Held: held,
        Ended: ended,
    },
    say={
        Asked: say_asked,
        AskedByGroup: say_asked_by_group,
        Supporters: say_supporters,
        NumberOfSessions: say_number,
        Held: say_held,
        Ended: say_ended,
    },
    samples=samples,
)
