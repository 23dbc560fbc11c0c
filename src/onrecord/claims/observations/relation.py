"""Concluding observations as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.observations.decide import contents, number_observed, observed, reporting
from onrecord.claims.observations.read import read
from onrecord.claims.observations.samples import samples
from onrecord.claims.observations.say import say_contents, say_number, say_observed, say_reporting
from onrecord.claims.observations.typed import Contents, NumberObserved, Observed, Reporting
from onrecord.claims.relation import Relation

OBSERVATIONS = Relation(
    name="observations",
    read=read,
    decide={Observed: observed, NumberObserved: number_observed, Reporting: reporting, Contents: contents},
    say={
        Observed: say_observed,
        NumberObserved: say_number,
        Reporting: say_reporting,
        Contents: say_contents,
    },
    samples=samples,
)
