"""Roles that states held, as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.roles.decide import held_role
from onrecord.claims.roles.read import read
from onrecord.claims.roles.samples import samples
from onrecord.claims.roles.say import say_role
from onrecord.claims.roles.typed import HeldRole

ROLES = Relation(name="roles", read=read, decide={HeldRole: held_role}, say={HeldRole: say_role}, samples=samples)
