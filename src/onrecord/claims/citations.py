"""Finds in a sentence the references that only say where it is taken from: "(Aide-memoire, 3 July)"."""

from onrecord.claims.mentions import Kind, Linked

_WEIGHED = frozenset({Kind.STATE, Kind.GROUP, Kind.NUMBER, Kind.SHARE, Kind.TALLY, Kind.MANDATE, Kind.PARAGRAPH})


def cited(linked: Linked) -> frozenset[int]:
    """Return the places of source references: brackets that hold words and a date, and nothing that is claimed."""
    found: set[int] = set()
    opened: int | None = None
    for i, m in enumerate(linked.mentions):
        if m.text == "(":
            opened = i
        elif m.text == ")" and opened is not None:
            if _refers(linked, range(opened + 1, i)):
                found.update(range(opened, i + 1))
            opened = None
    return frozenset(found)


def _refers(linked: Linked, inside: range) -> bool:
    kinds = {linked[i].kind for i in inside}
    worded = any(linked[i].kind in {Kind.WORD, Kind.NAME, Kind.PHRASE} and linked[i].text[0].isupper() for i in inside)
    return worded and Kind.PERIOD in kinds and not kinds & _WEIGHED
