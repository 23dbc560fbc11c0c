"""Sponsors of texts as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.sponsorship.decide import (
    initiatives_adopted,
    number_of_sponsors,
    number_sponsored,
    on_behalf,
    sponsored,
)
from onrecord.claims.sponsorship.read import read
from onrecord.claims.sponsorship.samples import samples
from onrecord.claims.sponsorship.say import (
    say_initiatives,
    say_number,
    say_on_behalf,
    say_sponsored,
    say_sponsors,
)
from onrecord.claims.sponsorship.typed import (
    InitiativesAdopted,
    NumberOfSponsors,
    NumberSponsored,
    OnBehalf,
    Sponsored,
)

SPONSORSHIP = Relation(
    name="sponsorship",
    read=read,
    decide={
        Sponsored: sponsored,
        NumberSponsored: number_sponsored,
        OnBehalf: on_behalf,
        NumberOfSponsors: number_of_sponsors,
        InitiativesAdopted: initiatives_adopted,
    },
    say={
        Sponsored: say_sponsored,
        NumberSponsored: say_number,
        OnBehalf: say_on_behalf,
        NumberOfSponsors: say_sponsors,
        InitiativesAdopted: say_initiatives,
    },
    samples=samples,
)
