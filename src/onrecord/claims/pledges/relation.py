"""Pledges as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.pledges.decide import pledge_document, pledge_kept, pledged
from onrecord.claims.pledges.read import read
from onrecord.claims.pledges.samples import samples
from onrecord.claims.pledges.say import say_document, say_kept, say_pledged
from onrecord.claims.pledges.typed import Pledged, PledgeDocument, PledgeKept
from onrecord.claims.relation import Relation

PLEDGES = Relation(
    name="pledges",
    read=read,
    decide={Pledged: pledged, PledgeKept: pledge_kept, PledgeDocument: pledge_document},
    say={Pledged: say_pledged, PledgeKept: say_kept, PledgeDocument: say_document},
    samples=samples,
)
