"""What a site lets programs fetch: its robots.txt, read as RFC 9309 says."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.robotparser import RobotFileParser

ROBOT = "onrecord"
"""The name by which a robots.txt can speak to us."""

LARGEST = 512_000
"""How many bytes of a robots.txt are read; RFC 9309 asks for 500 KiB at least."""


class Allows(StrEnum):
    """What is known of a site's rules."""

    BY_RULES = "as its rules say"
    ALL = "everything: it has no rules"
    NOTHING = "nothing: its rules are kept from programs"
    UNKNOWN = "nothing for now: its rules could not be read"


@dataclass(frozen=True)
class Robots:
    """The rules of one site."""

    allows: Allows
    rules: RobotFileParser

    def may_fetch(self, url: str) -> bool:
        """Return whether the site lets us fetch an address."""
        match self.allows:
            case Allows.ALL:
                return True
            case Allows.NOTHING | Allows.UNKNOWN:
                return False
            case Allows.BY_RULES:
                return self.rules.can_fetch(ROBOT, url)

    @property
    def delay(self) -> float:
        """The seconds the site wants between two requests; 0 where it does not say."""
        return float(self.rules.crawl_delay(ROBOT) or 0) if self.allows is Allows.BY_RULES else 0.0


def robots(status: int, text: str) -> Robots:
    """Return the rules of a site from the answer to its robots.txt.

    No such file means no rules; a file that is kept from us, or a page that only persons are let through to, means
    that programs are not wanted; a site that is out of order may have rules that we do not know.
    """
    rules = RobotFileParser()
    if status == 200:
        rules.parse([line for line in text.splitlines() if _readable(line)])
        return Robots(Allows.BY_RULES, rules)
    if status in (202, 401, 403):
        return Robots(Allows.NOTHING, rules)
    return Robots(Allows.ALL if 400 <= status < 500 and status != 429 else Allows.UNKNOWN, rules)


def _readable(line: str) -> bool:
    """Whether the standard library's parser bears a line; it breaks on some addresses and figures that are none."""
    try:
        RobotFileParser().parse(["User-agent: *", line])
    except ValueError:
        return False
    return True
