"""One part of a sentence about elections or seats."""

from dataclasses import dataclass

from onrecord.claims.mentions import Linked


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a sentence: its verb at ``at`` (None where a noun carries it), what kind it is, whose.

    ``kind`` is the verb's last tag: won, lost, polled, is, leave … or "nominal". ``subject`` are the places of the
    states it is about, its own or those of the stretch before.
    """

    linked: Linked
    first: int
    last: int
    at: int
    kind: str
    subject: tuple[int, ...] = ()
    inherited: bool = False

    @property
    def places(self) -> range:
        """All its places."""
        return range(self.first, self.last + 1)

    @property
    def after(self) -> range:
        """The places behind its verb."""
        return range(self.at + 1, self.last + 1)

    @property
    def before(self) -> range:
        """The places before its verb."""
        return range(self.first, self.at)

    def has(self, *tags: str) -> bool:
        """Whether a mention in it has one of the tags."""
        return any(self.linked[i].tagged(*tags) for i in self.places)
