"""Texts as the checker takes them: read, decided, said, sampled."""

from onrecord.claims.relation import Relation
from onrecord.claims.texts.decide import adopted, cited, contents, number_adopted, place_in_line, session_held
from onrecord.claims.texts.read import read
from onrecord.claims.texts.samples import samples
from onrecord.claims.texts.say import say_adopted, say_cited, say_contents, say_number, say_place, say_session
from onrecord.claims.texts.typed import Adopted, Cited, Contents, NumberAdopted, PlaceInLine, SessionHeld

TEXTS = Relation(
    name="texts",
    read=read,
    decide={
        Adopted: adopted,
        NumberAdopted: number_adopted,
        PlaceInLine: place_in_line,
        Cited: cited,
        SessionHeld: session_held,
        Contents: contents,
    },
    say={
        Adopted: say_adopted,
        NumberAdopted: say_number,
        PlaceInLine: say_place,
        Cited: say_cited,
        SessionHeld: say_session,
        Contents: say_contents,
    },
    samples=samples,
)
