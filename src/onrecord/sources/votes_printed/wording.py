"""The words in which votes are printed, in English, French and Spanish: totals, outcomes, and the heads of lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome

_UNITS = tuple(
    re.findall(
        r"\S+",
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen",
    )
)
_TENS = {20: "twenty", 30: "thirty", 40: "forty"}
_FRENCH = tuple(
    re.findall(
        r"\S+",
        "aucune une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
        " dix-huit dix-neuf vingt",
    )
)
_SPANISH = tuple(
    re.findall(
        r"\S+",
        "ninguna una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
        " diecisiete dieciocho diecinueve veinte",
    )
)


def _words() -> Iterator[tuple[str, int]]:
    for words in (_UNITS, _FRENCH, _SPANISH):
        yield from ((word, n) for n, word in enumerate(words))
    yield from (("aucun", 0), ("un", 1), ("uno", 1), ("an", 1), ("a single", 1), ("sans", 0), ("none", 0), ("zero", 0))
    for ten, word in _TENS.items():
        yield word, ten
        yield from ((f"{word}-{unit}", ten + n) for n, unit in enumerate(_UNITS[1:10], start=1))


_NUMBERS = dict(_words())
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_S = r"[\s\xa0]+"
_O = r"[\s\xa0]*"
_TALLIES = (
    # "by a recorded vote of 21 to 5, with 21 abstentions"; "30 votes to 15, with no abstentions"; "22 in favour, 13
    # against and 12 abstentions".
    rf"(?P<yes>{_N})(?:{_S}votes?)?(?:{_S}in{_S}favou?r)?,?(?:{_S}to)?{_S}(?P<no>{_N})(?:{_S}votes?)?(?:{_S}against)?"
    rf",?{_S}(?:with|and|with{_S}and){_S}(?P<abstain>{_N}){_S}abstentions?\b",
    rf"(?P<yes>{_N}){_S}voix(?:{_S}pour)?,?(?:{_S}contre)?{_S}(?P<no>{_N})(?:{_S}(?:voix{_S})?contre)?,?{_S}"
    rf"(?:avec{_S}|et{_S}|et{_S}avec{_S})?(?P<abstain>{_N}){_S}abstentions?\b",
    rf"(?P<yes>{_N}){_S}votos?(?:{_S}a{_S}favor)?,?(?:{_S}contra)?{_S}(?P<no>{_N})(?:{_S}(?:votos{_S})?en{_S}contra)?"
    rf",?{_S}(?:con{_S}|y{_S})?(?P<abstain>{_N}){_S}abstenci(?:ón|ones)\b",
)
_TALLY = tuple(re.compile(rf"\b{pattern}", re.I) for pattern in _TALLIES)
_WITHOUT = re.compile(
    rf"\b(?:adopted|approved){_S}without{_S}(?:a{_S})?vote"
    rf"|\badoptée?s?{_S}sans{_S}(?:vote|être{_S}mise?s?{_S}aux{_S}voix|qu.il{_S}soit{_S}procédé{_S}à{_S}un{_S}vote)"
    rf"|\baprobad[oa]s?{_S}sin{_S}(?:someterl[ao]s?{_S}a{_S})?votación",
    re.I,
)
_COUNT = rf"(?:{_O}\(\s*(?P<count>\d{{1,3}})\s*\))?"
_HEADS = {
    Position.YES: rf"In{_S}fa-?{_O}vou?r|Votes?{_S}in{_S}favou?r|Pour|(?:Votaron{_S})?A{_S}favor"
    rf"|ont{_S}voté{_S}(?:en{_S}faveur|pour)[^:().]{{0,60}}",
    Position.NO: rf"Against|Votes?{_S}against|ont{_S}voté{_S}contre[^:().]{{0,60}}|Contre|(?:Votaron{_S})?En{_S}contra",
    Position.ABSTAIN: rf"Abstaining|Abstentions?|Abstained|se{_S}sont{_S}abstenus[^:().]{{0,60}}|Abstenciones"
    rf"|Se{_S}abstuvieron",
}
_HEAD = {position: re.compile(rf"(?<![\w-])(?:{words}){_COUNT}{_O}:[*\d]*", re.I) for position, words in _HEADS.items()}
_FOLLOWS = re.compile(rf"\b(?:voting|result{_S}of{_S}the{_S}vote){_S}(?:was|is){_S}as{_S}follows", re.I)
_REJECTED = re.compile(r"\b(?:reject(?:ed|ion)|not adopted|not carried|defeated|rejetée?s?|rechazad[oa]s?)\b", re.I)
_ADOPTED = re.compile(
    r"\b(?:adopt(?:ed|s|ing)?|approved|carried|adoptée?s?|adopte|a adopté|aprob(?:ad[oa]s?|ó))\b", re.I
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Totals printed in words, and where."""

    start: int
    end: int
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a list of states, the number printed in it, and where."""

    start: int
    end: int
    position: Position
    count: int | None


@dataclass(frozen=True, slots=True)
class Without:
    """Words saying that a text was adopted without a vote, and where."""

    start: int
    end: int


Event = Tally | Head | Without


def events_in(text: str) -> tuple[Event, ...]:
    """Return what a text prints of votes, in order."""
    found: list[Event] = [Without(m.start(), m.end()) for m in _WITHOUT.finditer(text)]
    for pattern in _TALLY:
        found += [
            Tally(m.start(), m.end(), number(m["yes"]), number(m["no"]), number(m["abstain"]))
            for m in pattern.finditer(text)
        ]
    for position, pattern in _HEAD.items():
        counts = ((m, m["count"]) for m in pattern.finditer(text))
        found += [Head(m.start(), m.end(), position, int(count) if count else None) for m, count in counts]
    return tuple(_apart(sorted(found, key=lambda event: (event.start, -event.end))))


def _apart(found: list[Event]) -> Iterator[Event]:
    end = 0
    for event in found:
        if event.start >= end:
            yield event
            end = event.end


def promises_of(text: str) -> tuple[int, ...]:
    """Return where a text says that the voting follows: behind each of them lists must stand."""
    return tuple(match.start() for match in _FOLLOWS.finditer(text))


def number(words: str) -> int:
    """Return a number printed in figures or words."""
    folded = " ".join(words.casefold().split())
    return int(folded) if folded.isdigit() else _NUMBERS[folded]


def outcome_in(sentence: str) -> Outcome | None:
    """Return what a sentence with totals says became of the text; None where it does not say."""
    if _REJECTED.search(sentence):
        return Outcome.REJECTED
    return Outcome.ADOPTED if _ADOPTED.search(sentence) else None
