"""The figures of a vote in a sentence: "by 22 votes to 11 with 14 abstentions", "Yes: 26 / No: 1"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Column = Literal["yes", "no", "abstain", "absent", "not_voting"]


@dataclass(frozen=True, slots=True)
class VoteTally:
    """The figures a sentence gives for a vote; None for a column it does not give.

    ``not_voting`` is kept apart from ``absent``: "eight did not vote" is said of those who abstained as well as of
    those who were away. ``by_order`` is true where no word says which figure is in favour and which against
    ("by 21 votes to 18"): the first was taken as in favour, which does not hold for every "rejected by 21 to 18".
    """

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    not_voting: int | None = None
    by_order: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence that may be one column of a vote."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Together:
    """A stretch of a sentence that gives several columns of one vote."""

    start: int
    end: int
    value: VoteTally


_WHO = r"(?:\s(?:member\s)?(?:votes?|states?|members?|countries|country|nations?|delegations?|governments?|others?))?"
_DID = r"(?:\s(?:were|was|are|is))?(?:\s(?:voted|voting|vote|said|saying|cast))?"
_IT = r"(?:\s(?:of\s)?(?:it|the\s(?:draft\s)?(?:resolution|text|motion|amendment|proposal|draft|measure|decision)))?"
_LABELS: Mapping[Column, str] = {
    "yes": rf"(?:in\sfavou?r|in\ssupport|for|affirmative|supporting|supported){_IT}|yes(?:es)?|ayes?|yeas?",
    "no": rf"(?:against|opposing|opposed){_IT}|negative|no|noes|nays?",
    "abstain": r"abstentions?|abstain(?:ed|ing|ers?)?",
    "absent": r"absent|absences?|absentees?",
    "not_voting": r"not\s(?:voting|participating|taking\spart)|did\snot\s(?:vote|participate|take\spart|cast\sa\svote)"
    r"|non-voting",
}
_COLUMN = "|".join(f"(?P<{column}>{words})" for column, words in _LABELS.items())
_AFTER = re.compile(rf"{_WHO}{_DID}\s(?:{_COLUMN})\b(?:\svotes?)?(?!-|\s?[:=])", re.IGNORECASE)
_NONE = re.compile(
    r"(?:no\s(?:(?P<abstain>abstentions?)|(?P<no>votes?\sagainst|negative\svotes?|noes|opposition)|(?P<absent>absen\w+))"
    r"|(?:none|nobody|no\sone)\s(?:(?P<abstain_>abstain(?:ing|ed))|(?P<no_>against|opposed|opposing)|(?P<absent_>absent)))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?<![\w-])(?:{_COLUMN})(?:\svotes?)?(?:\s?[:=]\s?|\s[–-]\s|\s?\()(?=\w)", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
_GLUE = re.compile(
    r"\s{0,2}[,;/)(–—-]{0,2}\s{0,2}(?:(?:and|with|while|to|but|versus|vs\.?)\s){0,2}"
    r"(?:(?:only|just|another|a\sfurther|the\s(?:other|remaining))\s)?",
    re.IGNORECASE,
)
_TO = re.compile(r"(?P<votes>\svotes?)?\s(?:to|versus|vs\.?)\s(?:only\s|just\s)?", re.IGNORECASE)
_TO_NONE = re.compile(r"(?:none|nil|nothing)\b", re.IGNORECASE)
_PAIR_END = re.compile(r"\svotes?\b(?!\s(?:in\sfavou?r|against))", re.IGNORECASE)
_VOTE_BEFORE = re.compile(
    r"\b(?:by|(?:vote|votes|tally|margin|ballot|count|score)\sof|voted|voting"
    r"|(?:adopted|passed|approved|carried|rejected|defeated)(?:\sit)?)(?:\sa)?\s$",
    re.IGNORECASE,
)
_MOVED_BEFORE = re.compile(
    r"\b(?:rose|rise|risen|fell|fall|fallen|increased?|decreased?|declined?|grew|grown|dropped|down|up|cut"
    r"|reduced|raised|expanded|shrank|shrunk|narrowed|widened|enlarged|outnumbered|added|lost)\s(?:by\s)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 40

_Columns = dict[Column, int]


def tallies(text: str, figures: Sequence[Figure], pairs: Sequence[tuple[int, int, int, int]]) -> tuple[Together, ...]:
    """Return the stretches in which two columns or more of one vote stand together.

    ``figures`` are the whole numbers of the text in order, ``pairs`` the two figures joined by a dash or colon as
    start, end, first and second.
    """
    starts = {f.start: f for f in figures}
    labels = {m.end(): m for m in _BEFORE.finditer(text) if m.end() in starts}
    found: list[Together] = []
    openings = sorted([(f.start, f.end, None) for f in figures] + [(s, e, (a, b)) for s, e, a, b in pairs])
    for start, end, pair in openings:
        if found and start < found[-1].end:
            continue
        reading = _Reading(text, starts, labels)
        together = reading.from_pair(start, end, pair) if pair else reading.from_figure(starts[start])
        if together:
            found.append(together)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    starts: Mapping[int, Figure]
    labels: Mapping[int, re.Match[str]]

    def from_pair(self, start: int, end: int, pair: tuple[int, int]) -> Together | None:
        """Return "22-11 with 14 abstentions" as one tally, if more columns follow the pair."""
        columns: _Columns = {"yes": pair[0], "no": pair[1]}
        last = self._more(columns, end)
        return Together(start, last, VoteTally(**columns, by_order=True)) if len(columns) > 2 else None

    def from_figure(self, figure: Figure) -> Together | None:
        """Return the tally that begins with a figure, if one does."""
        return self._in_order(figure) or self._labelled(figure)

    def _in_order(self, first: Figure) -> Together | None:
        to = _TO.match(self.text, first.end)
        second = self._second(to.end()) if to else None
        before = _words_before(self.text, first.start)
        if to is None or second is None or _FROM_BEFORE.search(before):
            return None
        votes = _PAIR_END.match(self.text, second.end)
        end = votes.end() if votes else second.end
        columns: _Columns = {"yes": first.value, "no": second.value}
        last = self._more(columns, end)
        # "Fell by 18 votes to 121" says a number moved, unless the abstentions follow.
        of_a_vote = (to["votes"] or votes or _VOTE_BEFORE.search(before)) and not _MOVED_BEFORE.search(before)
        said = of_a_vote or len(columns) > 2
        return Together(first.start, last, VoteTally(**columns, by_order=True)) if said else None

    def _second(self, at: int) -> Figure | None:
        none = _TO_NONE.match(self.text, at)
        return Figure(at, none.end(), 0) if none else self.starts.get(at)

    def _labelled(self, first: Figure) -> Together | None:
        opening = self._column(first)
        if opening is None:
            return None
        column, start, end = opening
        columns: _Columns = {column: first.value}
        last = self._more(columns, end)
        return Together(start, last, VoteTally(**columns)) if len(columns) > 1 else None

    def _column(self, figure: Figure) -> tuple[Column, int, int] | None:
        before = self.labels.get(figure.start)
        bracket = before is not None and before[0].endswith("(")
        # "in favour (6 against" labels the six behind it, "in favour: 26" before it.
        after = _AFTER.match(self.text, figure.end) if before is None or bracket else None
        if after:
            return _name(after), figure.start, after.end()
        if before is None:
            return None
        closed = bracket and self.text[figure.end : figure.end + 1] == ")"
        return _name(before), before.start(), figure.end + closed

    def _more(self, columns: _Columns, end: int) -> int:
        """Add the columns that follow one another from a place on; return where they end."""
        while following := self._next(end):
            column, value, after = following
            if column in columns:
                break
            columns[column] = value
            end = after
        return end

    def _next(self, end: int) -> tuple[Column, int, int] | None:
        glue = _GLUE.match(self.text, end)
        at = glue.end() if glue else end
        if at == end:
            return None
        if none := _NONE.match(self.text, at):
            return _name(none), 0, none.end()
        figure = self.starts.get(at) or self._behind_label(at)
        column = self._column(figure) if figure else None
        return (column[0], figure.value, column[2]) if figure and column else None

    def _behind_label(self, at: int) -> Figure | None:
        label = _BEFORE.match(self.text, at)
        return self.starts.get(label.end()) if label else None


def _name(match: re.Match[str]) -> Column:
    group = (match.lastgroup or "").rstrip("_")
    return next(column for column in _LABELS if column == group)


def _words_before(text: str, at: int) -> str:
    return text[max(0, at - _LOOK_BACK) : at]
