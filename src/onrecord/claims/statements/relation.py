"""Joint statements as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.statements.decide import joined_statements, led, made, signatories
from onrecord.claims.statements.read import read
from onrecord.claims.statements.samples import samples
from onrecord.claims.statements.say import say_joined, say_led, say_made, say_signatories
from onrecord.claims.statements.typed import Joined, Led, Made, Signatories

STATEMENTS = Relation(
    name="joint statements",
    read=read,
    decide={Joined: joined_statements, Signatories: signatories, Led: led, Made: made},
    say={Joined: say_joined, Signatories: say_signatories, Led: say_led, Made: say_made},
    samples=samples,
)
