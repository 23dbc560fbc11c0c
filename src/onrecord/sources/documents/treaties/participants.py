"""The depositary's table of participants, row by row: a statement for each act, and what was left."""

import re
from collections.abc import Iterator, Sequence

from onrecord.sources.documents.opened import Found
from onrecord.sources.documents.treaties.acts import SIGNING, Column, Dated, column, dated
from onrecord.sources.naming import name_read
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import (
    Left,
    Statement,
    TreatyAct,
    TreatyActSaid,
    TreatyTotalsSaid,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

PARTICIPANT = re.compile(r"participants?(?: [\d, ]+)?", re.I)
"""How the first header of a table of participants reads, with the numbers of its footnotes."""


class Participants:
    """Reads a treaty's tables of participants and counts signatories and parties as it goes."""

    def __init__(self, treaty: str, gazetteer: Gazetteer) -> None:
        """Begin with no table; ``treaty`` is what the acts are towards."""
        self.treaty = treaty
        self.signatories = self.parties = self.rows = 0
        self._gazetteer = gazetteer
        self._columns: dict[int, Column] = {}
        self._headers: tuple[str, ...] = ()
        self._seen: set[tuple[str, TreatyAct, object]] = set()

    @property
    def begun(self) -> bool:
        """Whether a table's header was read."""
        return bool(self._headers)

    def header(self, cells: Sequence[str], row: int | None) -> Iterator[Left]:
        """Take a table's header; yield what of it names no act."""
        columns = {at: found for at, text in enumerate(cells) if at and (found := column(text))}
        self._headers, self._columns = tuple(cells), columns
        for at, text in enumerate(cells):
            if at and text.strip() and at not in columns:
                yield Left(WhyLeft.UNREAD_FIELD, Place(row=row, field=text), text, "a header that names acts")
            for part in columns[at].unknown if at in columns else ():
                yield Left(WhyLeft.UNKNOWN_VALUE, Place(row=row, field=text), part, "the name of an act")

    def row(self, cells: Sequence[str], row: int) -> Iterator[Found]:
        """Yield what a participant's row says; its cells are those of the header."""
        if not self._columns or not any(cell.strip() for cell in cells):
            return
        self.rows += 1
        if len(cells) != len(self._headers):
            expected = f"a row of {len(self._headers)} cells"
            yield Left(WhyLeft.MISSING_FIELD, Place(row=row), " | ".join(cells)[:300], expected)
        acts: list[TreatyAct] = []
        for at, header in self._columns.items():
            text = cells[at].strip() if at < len(cells) else ""
            if text:
                yield from self._cell(cells[0], text, header, Place(row=row, field=header.header), acts)
        if not acts:
            yield Left(WhyLeft.MISSING_FIELD, Place(row=row), " | ".join(cells)[:300], "an act and its day")
        self.signatories += any(act in SIGNING for act in acts)
        self.parties += any(act not in SIGNING and act is not TreatyAct.DENUNCIATION for act in acts)

    def _cell(self, name: str, text: str, header: Column, place: Place, acts: list[TreatyAct]) -> Iterator[Found]:
        cell = dated(text)
        act = header.acts.get(cell.letter) if cell else None
        if cell is None or act is None:
            letters = ", ".join(repr(letter) for letter in header.acts if letter)
            expected = f"a day, and behind it {f'nothing or one of {letters}' if letters else 'nothing'}"
            yield Left(WhyLeft.UNKNOWN_VALUE, place, text, expected)
            return
        withdrawn = cell.withdrawn or name.lstrip().startswith("[")
        if not withdrawn:
            acts.append(act)
        if not cell.whole:
            yield Left(WhyLeft.SPELLING, place, text, "brackets on both sides, or on neither")
        yield from self._act(name, text, act, cell, withdrawn, place)

    def _act(self, name: str, text: str, act: TreatyAct, cell: Dated, withdrawn: bool, place: Place) -> Iterator[Found]:
        # The name is asked as of the act's day: Yugoslavia is another state in 2001 than in 1971.
        read = name_read(name.strip().strip("[]"), self._gazetteer, cell.day)
        if read.why is not None:
            yield Left(read.why, place, name.strip(), "a participant that is a state", read.candidates)
        if read.state is None:
            return
        said = TreatyActSaid(self.treaty, read.state, act, cell.day, withdrawn)
        if (read.state, act, cell.day) in self._seen:
            yield Left(WhyLeft.REPEATED, place, f"{name.strip()}: {text}", "each act once")
        self._seen.add((read.state, act, cell.day))
        yield Statement(said, place, f"{name.strip()}: {text}")

    def disagreements(self, totals: TreatyTotalsSaid, place: Place) -> Iterator[Left]:
        """Yield the printed totals that the rows contradict; every row counts, whether its name was read or not."""
        for what, printed, counted in (
            ("signatories", totals.signatories, self.signatories),
            ("parties", totals.parties, self.parties),
        ):
            if printed is not None and printed != counted:
                yield Left(WhyLeft.DISAGREES, place, f"{printed} {what}", f"{counted}, as many as the rows have")
