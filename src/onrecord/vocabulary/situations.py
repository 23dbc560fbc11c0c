"""The states and territories that Council texts concern, and the named selections of such texts.

What counts as a country situation is a judgement, so each selection carries its name, its source and its
definition in words, and says "cannot be said" where the record does not hold the agenda item it turns on.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

PALESTINE = "PSE"
"""Palestine and other occupied Arab territories: one situation, the occupied Syrian Golan included."""

FIRST_SESSION_OF_THE_AGENDA = 6
"""The ten-item agenda was adopted on 18 June 2007 (resolution 5/1); earlier items bear other numbers."""


class SubjectKind(StrEnum):
    """Whether a situation is that of a state or of a territory."""

    STATE = "state"
    TERRITORY = "territory"


@dataclass(frozen=True, slots=True)
class Subject:
    """A state or territory that texts concern, by ISO 3166 alpha-3 code.

    ``slug`` is its name in addresses, ``label`` its name in running text.
    """

    subject: str
    slug: str
    label: str
    kind: SubjectKind
    note: str | None = None


class Selection(StrEnum):
    """A named choice among the texts that concern a state or territory."""

    ALL = "all"
    VOTES_COUNT = "votes-count"
    YOUR_HRC = "your-hrc"
    ITEM_7 = "item-7"

    @property
    def label(self) -> str:
        """The selection as a reader would say it."""
        return _LABELS[self]

    @property
    def source(self) -> str:
        """Whose selection it is."""
        return _SOURCES[self]

    @property
    def definition(self) -> str:
        """Which texts are selected, in words."""
        return _DEFINITIONS[self]


_LABELS = {
    Selection.ALL: "every country-situation text",
    Selection.VOTES_COUNT: "country situations as Votes Count takes them",
    Selection.YOUR_HRC: "country items as yourHRC.org takes them",
    Selection.ITEM_7: "Palestine and other occupied Arab territories (item 7)",
}
_SOURCES = {
    Selection.ALL: "onrecord",
    Selection.VOTES_COUNT: "Human Rights Watch, Votes Count",
    Selection.YOUR_HRC: "Universal Rights Group, yourHRC.org",
    Selection.ITEM_7: "Human Rights Council resolution 5/1, annex, agenda item 7",
}
_DEFINITIONS = {
    Selection.ALL: "Texts read to concern a state or territory, under whatever agenda item.",
    Selection.VOTES_COUNT: (
        "Texts that concern a state or territory under agenda items 2, 4 and 10, in special sessions and in"
        " urgent debates (item 1 of a regular session). Item 7 is counted apart."
    ),
    Selection.YOUR_HRC: (
        "Texts that concern a state or territory under agenda items 2, 4, 7 and 10. Special sessions have no"
        " agenda items and urgent debates are under item 1, so neither is selected."
    ),
    Selection.ITEM_7: "Texts that concern a state or territory under agenda item 7, and no others.",
}
_ITEMS = {
    Selection.VOTES_COUNT: frozenset({"1", "2", "4", "10"}),
    Selection.YOUR_HRC: frozenset({"2", "4", "7", "10"}),
    Selection.ITEM_7: frozenset({"7"}),
}
_REGULAR = re.compile(r"\d+")


def in_selection(selection: Selection, session: str, agenda_item: str | None) -> bool | None:
    """Return whether a text that concerns a state or territory is selected; None if it cannot be said.

    It cannot be said where the selection turns on an agenda item that is not in the record, nor for regular
    sessions 1 to 5, whose agenda was not yet the one of ten items.
    """
    if selection is Selection.ALL:
        return True
    if not _REGULAR.fullmatch(session):
        return selection is Selection.VOTES_COUNT and session.startswith("S-")
    if agenda_item is None or int(session) < FIRST_SESSION_OF_THE_AGENDA:
        return None
    return agenda_item in _ITEMS[selection]
