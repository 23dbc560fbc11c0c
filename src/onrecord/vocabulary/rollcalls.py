"""What a roll call is known by: its witnesses, its status and the reading used."""

from enum import StrEnum


class Body(StrEnum):
    """The bodies whose votes are in the record."""

    HRC = "HRC"
    GA = "GA"

    @property
    def label(self) -> str:
        """The body's name in running text."""
        return {"HRC": "Human Rights Council", "GA": "General Assembly"}[self.value]


class Outcome(StrEnum):
    """What became of a text."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    ADOPTED_WITHOUT_A_VOTE = "adopted without a vote"
    ACCEPTED_BY_SPONSOR = "accepted by the sponsor without a vote"
    NOT_PUT = "not put to the vote"


class ListStatus(StrEnum):
    """How much of a roll call's list of positions is in the record."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Witness(StrEnum):
    """Who says how a vote went."""

    POSITIONS = "positions listed"
    CATALOGUE_TOTAL = "catalogue total"
    ADOPTION_NOTE = "adoption note"
    OTHER_REPORT = "other report"
    READ_DOCUMENT = "read document"

    @property
    def explanation(self) -> str:
        """Where the witness's figures stand."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Witness.POSITIONS: "counted from the positions the source lists state by state",
    Witness.CATALOGUE_TOTAL: "the totals printed in the same record of the OHCHR Library's catalogue",
    Witness.ADOPTION_NOTE: "the tally printed on OHCHR's page of the session",
    Witness.OTHER_REPORT: "a tally printed by another source, named in the citation",
    Witness.READ_DOCUMENT: "the totals printed in a document that you had read, or counted from its list",
}


class Status(StrEnum):
    """How well a roll call is attested."""

    AGREED = "agreed"
    ONE_WITNESS = "one witness"
    CONFLICT = "sources conflict"
    NO_POSITIONS = "no positions"


class Severity(StrEnum):
    """How far a fault reaches."""

    NOTE = "note"
    FAULT = "fault"
    SEVERE = "severe"
