"""Requests for special sessions: how many states the lists say support one, and which, as members or observers."""

import re
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found
from onrecord.sources.naming import names_in_list
from onrecord.sources.votes_printed.flow import Flow
from onrecord.sources.votes_printed.lists import list_end, names_at
from onrecord.vocabulary.statements import CountSaid, Left, Seat, SessionRequestSaid, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_NEAR = 600
"""How many characters may stand between the words on a request and its first list, and between two lists."""

_SESSION = re.compile(
    r"\b(?P<ordinal>[a-z]+(?:[- ][a-z]+)?|\d{1,2}(?:st|nd|rd|th))\s+special\s+session\b"
    r"|\bA/HRC/S-(?P<number>\d{1,2})\b",
    re.I,
)
_REQUEST = re.compile(r"\brequest\s+(?:is|was|has\s+been|being)?\s*(?:so\s+far\s+)?supported\s+by\b", re.I)
_HEAD = re.compile(
    r"\b(?:(?P<member>States?\s+members?(?:\s+of\s+the\s+(?:Human\s+Rights\s+)?Council)?)"
    r"|(?P<observer>observer\s+States?(?:\s+of\s+the\s+(?:Human\s+Rights\s+)?Council)?))"
    r"\s*(?:\((?P<count>\d{1,3})\)\s*:?|:)",
    re.I,
)
_NAMES = re.compile(r"[*\d\s]*[A-ZÀ-Þ]")
_NEXT_HEAD = re.compile(
    r"[;,.]?\s*(?:\b(?:and|as\s+well\s+as)\b\s*)?(?:\bby\s+)?(?:\bthe\s+(?:following\b)?)?\s*$",
    re.I,
)
_PROVISIONAL = re.compile(r"\bprovisional\b", re.I)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_TEENS = "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_ORDINALS: dict[str, int] = {word: number for number, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def tells_request(text: str) -> bool:
    """Return whether a text lists who supports the request for a special session."""
    request = _REQUEST.search(text)
    head = _HEAD.search(text, request.end(), request.end() + _NEAR) if request else None
    named = head is not None and _NAMES.match(text, head.end()) is not None
    return named and re.search(r"\bspecial\s+session\b", text, re.I) is not None


def requests_in(flow: Flow, gazetteer: Gazetteer) -> Iterator[tuple[int, Found]]:
    """Yield how many states the lists of a request say they have, and each state, with its place in the text."""
    if not tells_request(flow.text):
        return
    request, session = _REQUEST.search(flow.text), _session(flow.text)
    at = request.end() if request else 0
    if session is None:
        printed_here = " ".join(flow.text[:100].split())
        yield at, Left(WhyLeft.NO_SUBJECT, flow.place(0), printed_here, "the number of the special session")
        return
    while head := _HEAD.search(flow.text, at, at + _NEAR):
        following = _HEAD.search(flow.text, head.end())
        most = following.start() if following else len(flow.text)
        at = list_end(flow, head.end(), most, gazetteer)
        yield from _listed(session, head, at, flow, gazetteer)


def _listed(
    session: str, head: re.Match[str], end: int, flow: Flow, gazetteer: Gazetteer
) -> Iterator[tuple[int, Found]]:
    text = _NEXT_HEAD.sub("", _without_notes(flow.text[head.end() : end]))
    reads = names_in_list(text, gazetteer, flow.day(head.start()))
    seat = Seat.MEMBER if head["member"] else Seat.OBSERVER
    provisional = _PROVISIONAL.search(flow.text) is not None
    place = flow.place(head.start())
    if head["count"]:
        count = CountSaid(f"{session}, {seat.value}", int(head["count"]))
        yield head.start(), Statement(count, place, " ".join(head[0].split()))
    for at, read in names_at(flow, head.end(), end, reads):
        if read.why is not None:
            yield at, Left(read.why, flow.place(at), read.printed, "a name of one state", read.candidates)
        if read.state is not None:
            said = SessionRequestSaid(session, read.state, seat, provisional)
            yield at, Statement(said, flow.place(at), read.printed)
    if head["count"] and int(head["count"]) != len(reads):
        found = f"{head['count']} printed, {len(reads)} listed"
        yield end, Left(WhyLeft.DISAGREES, place, found, "a number that is that of the states listed")


def _without_notes(text: str) -> str:
    """Return a list without the word that it is provisional, which the record keeps apart."""
    return re.sub(r"[;,.]?\s*\(?\bprovisional(?:\s+list)?\b\)?\s*", " ", text, flags=re.I)


def _session(text: str) -> str | None:
    for match in _SESSION.finditer(text):
        number = int(match["number"]) if match["number"] else _ordinal(match["ordinal"])
        if number:
            return f"S-{number}"
    return None


def _ordinal(word: str) -> int | None:
    folded = word.casefold()
    if folded[0].isdigit():
        return int(folded.rstrip("stndrh"))
    parts = re.split(r"[- ]", folded)
    if len(parts) == 2 and parts[0] in _TENS and _ORDINALS.get(parts[1], 10) < 10:
        return _TENS[parts[0]] + _ORDINALS[parts[1]]
    tens = {f"{word[:-1]}ieth": number for word, number in _TENS.items()}
    return _ORDINALS.get(parts[-1]) or tens.get(parts[-1])
