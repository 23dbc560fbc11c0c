"""Visits and standing invitations as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.visits.decide import in_order, number_of_visits, visit_requested, visited
from onrecord.claims.visits.decide_invitations import invited, number_inviting
from onrecord.claims.visits.read import read
from onrecord.claims.visits.samples import samples
from onrecord.claims.visits.say import say_in_order, say_invited, say_inviting, say_number, say_requested, say_visited
from onrecord.claims.visits.typed import Invited, NumberInviting, NumberOfVisits, Visited, VisitInOrder, VisitRequested

VISITS = Relation(
    name="visits",
    read=read,
    decide={
        Visited: visited,
        VisitInOrder: in_order,
        VisitRequested: visit_requested,
        NumberOfVisits: number_of_visits,
        Invited: invited,
        NumberInviting: number_inviting,
    },
    say={
        Visited: say_visited,
        VisitInOrder: say_in_order,
        VisitRequested: say_requested,
        NumberOfVisits: say_number,
        Invited: say_invited,
        NumberInviting: say_inviting,
    },
    samples=samples,
)
