"""Treaties as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.treaties.decide import not_followed, standing
from onrecord.claims.treaties.decide_deeds import deed
from onrecord.claims.treaties.decide_firsts import made, more_treaties, place
from onrecord.claims.treaties.decide_sets import parties
from onrecord.claims.treaties.read import read
from onrecord.claims.treaties.samples import samples
from onrecord.claims.treaties.say import (
    say_deed,
    say_made,
    say_more,
    say_not_followed,
    say_parties,
    say_place,
    say_standing,
)
from onrecord.claims.treaties.typed import Deed, Made, MoreTreaties, NotFollowed, Parties, Place, Standing

TREATIES = Relation(
    name="treaties",
    read=read,
    decide={
        Standing: standing,
        Deed: deed,
        Parties: parties,
        Place: place,
        MoreTreaties: more_treaties,
        Made: made,
        NotFollowed: not_followed,
    },
    say={
        Standing: say_standing,
        Deed: say_deed,
        Parties: say_parties,
        Place: say_place,
        MoreTreaties: say_more,
        Made: say_made,
        NotFollowed: say_not_followed,
    },
    samples=samples,
)
