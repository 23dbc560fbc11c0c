"""The phrasings that sampled sentences about seats on the Council are written in, by what they say."""

PHRASINGS: dict[str, tuple[str, ...]] = {
    "in a year": (
        "{S} was a member of the Human Rights Council in {year}.",
        "In {year} {s} sat on the UN Human Rights Council.",
        "{S} held a seat on the Council in {year}.",
        "In {year} {s} served on the Human Rights Council.",
    ),
    "throughout": (
        "{S} was a member of the Human Rights Council throughout {year}.",
        "Throughout {year} {s} sat on the Council.",
        "{S} served on the Human Rights Council throughout {year}.",
        "{S} held a seat on the Council throughout {year}.",
    ),
    "not in a year": (
        "{S} was not a member of the Human Rights Council in {year}.",
        "In {year} {s} did not sit on the Council.",
        "In {year} {s} was not a member of the Council.",
        "{S} did not serve on the Human Rights Council in {year}.",
    ),
    "on a day": (
        "On {day} {s} was a member of the Human Rights Council.",
        "{S} was a member of the Council on {day}.",
        "On {day} {s} sat on the Council.",
        "{S} held a seat on the Human Rights Council on {day}.",
    ),
    "never": (
        "{S} has never been a member of the Human Rights Council.",
        "{S} was never a member of the Council.",
        "{S} has never sat on the UN Human Rights Council.",
        "{S} has never served on the Human Rights Council.",
    ),
    "spell": (
        "{S} was a member of the Human Rights Council from {first} to {last}.",
        "From {first} to {last} {s} sat on the Council.",
        "{S} served on the Human Rights Council from {first} to {last}.",
        "{S}, a member of the Council from {first} to {last}, has a record.",
    ),
    "nth term": (
        "{S}'s {nth} term on the Human Rights Council began in {first}.",
        "{S}'s {nth} term on the Council ran from {first} to {last}.",
        "The {nth} term of {s} on the Council ended in {last}.",
        "{S} began its {nth} term on the Council in {first}.",
        "{S} completed its {nth} term on the Council in {last}.",
    ),
    "term ends": (
        "{S}'s term on the Human Rights Council ended on {day}.",
        "{S}, whose term expired on {day}, had a seat on the Council.",
        "The term of {s} on the Council expired on {day}.",
        "{S}'s term on the Council came to an end on {day}.",
    ),
    "number of terms": (
        "{S} has served {n} terms on the Human Rights Council.",
        "By the end of 2025 {s} had served {n} terms on the Council.",
        "{S} has had {n} terms on the Human Rights Council.",
        "{S} has {n} terms on the Council in the record.",
    ),
    "contingent": (
        "{L} made up the Group of {g} on the Council in {year}.",
        "In {year} the members from the Group of {g} on the Council were made up of {l}.",
        "In {year} the Group of {g} on the Council consisted of {l}.",
        "{L} formed the Group of {g} on the Council in {year}.",
    ),
    "members of a group": (
        "In {year} the Group of {g} had {n} members on the Council.",
        "The Group of {g} had {n} members of the Council in {year}.",
        "{S} was one of {n} members of the Group of {g} on the Council in {year}.",
        "There were {n} members of the Group of {g} on the Council in {year}.",
    ),
    "succession": (
        "In {year} {s} took the place of {t} on the Human Rights Council.",
        "{S} replaced {t} on the Council in {year}.",
        "{S} took over from {t} on the Council in {year}.",
        "{S} took the seat of {t} on the Council in {year}.",
    ),
    "together": (
        "{S} sat alongside {t} on the Council in {year}.",
        "{S} was a member of the Council at the same time as {t} in {year}.",
        "In {year} {s} served on the Human Rights Council together with {t}.",
        "In {year} {s} sat on the Council alongside {t}.",
    ),
    "joined": (
        "{S} joined the Human Rights Council in {first}.",
        "In {first} {s} became a member of the Council.",
        "{S} took its seat on the Council in {first}.",
        "{S} joined the UN Human Rights Council at the beginning of {first}.",
    ),
    "left": (
        "{S} left the Human Rights Council at the end of {last}.",
        "At the end of {last} {s} left the Council.",
        "{S} ceased to be a member of the Council in {last}.",
        "{S} left the UN Human Rights Council in {last}.",
    ),
    "rejoined": (
        "{S} rejoined the Human Rights Council in {first}.",
        "{S} returned to the Council in {first}.",
        "In {first} {s} came back to the Human Rights Council.",
        "{S} re-joined the Council in {first}.",
    ),
    "ended early": (
        "{S} {did} the Human Rights Council on {day}.",
        "On {day} {s} {did} the Council.",
        "{S} {did} the UN Human Rights Council on {day}.",
        "On {day} {s} {did} the Human Rights Council.",
    ),
    "barred": (
        "{S} was not eligible for immediate re-election to the Council in {last}.",
        "In {last} {s} was ineligible for immediate re-election.",
        "Having served two consecutive terms, {s} was not eligible for re-election in {last}.",
        "{S} was barred from immediate re-election in {last}.",
    ),
    "until": (
        "{S} was a member of the Human Rights Council until {day}.",
        "Until {day} {s} was a member of the Council.",
        "{S} sat on the Council until {day}.",
        "{S} served on the Human Rights Council until {day}.",
    ),
}
