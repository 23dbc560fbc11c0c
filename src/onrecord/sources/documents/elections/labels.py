"""The lines of a result as they are worded: groups, papers, rounds, and names with their votes."""

import re

from onrecord.vocabulary.states import RegionalGroup

COUNCIL = "Human Rights Council"
BODIES = re.compile(
    r"Human Rights Council|Economic and Social Council|Security Council|International Court of Justice|Peacebuilding"
    r" Commission|Committee for Programme and Coordination|Commission on International Trade Law"
    r"|International Law Commission"
)
"""The bodies the Assembly elects to, the Council one of them: a meeting may elect to several."""

GROUPS = {
    "african states": RegionalGroup.AG,
    "african group": RegionalGroup.AG,
    "africa": RegionalGroup.AG,
    "asian states": RegionalGroup.APG,
    "asian group": RegionalGroup.APG,
    "asia": RegionalGroup.APG,
    "asia-pacific states": RegionalGroup.APG,
    "asia-pacific group": RegionalGroup.APG,
    "asia and the pacific states": RegionalGroup.APG,
    "asian and pacific states": RegionalGroup.APG,
    "eastern european states": RegionalGroup.EEG,
    "eastern european group": RegionalGroup.EEG,
    "eastern europe": RegionalGroup.EEG,
    "latin american and caribbean states": RegionalGroup.GRULAC,
    "latin american and caribbean group": RegionalGroup.GRULAC,
    "latin america and the caribbean": RegionalGroup.GRULAC,
    "western european and other states": RegionalGroup.WEOG,
    "western european and other states group": RegionalGroup.WEOG,
    "western european and others group": RegionalGroup.WEOG,
    "western europe and others": RegionalGroup.WEOG,
    "western european and others": RegionalGroup.WEOG,
}
"""The group each heading names; the Asian States have been the Asia-Pacific States since 2011."""

PAPERS = {
    "number of ballot papers": "papers",
    "ballot papers": "papers",
    "number of ballot papers cast": "papers",
    "number of invalid ballots": "invalid",
    "number of invalid ballot papers": "invalid",
    "number of invalid papers": "invalid",
    "invalid ballots": "invalid",
    "number of valid ballots": "valid",
    "number of valid ballot papers": "valid",
    "valid ballots": "valid",
    "abstentions": "abstentions",
    "abstention": "abstentions",
    "number of abstentions": "abstentions",
    "members voting": "voting",
    "number of members voting": "voting",
    "members present and voting": "voting",
    "number of members present and voting": "voting",
    "number of representatives voting": "voting",
    "required majority": "majority",
    "majority required": "majority",
    "required absolute majority": "majority",
    "absolute majority required": "majority",
    "required absolute majority of members": "majority",
    "required majority of members": "majority",
    "number of seats": "seats",
    "seats to be filled": "seats",
}
"""The figure each label stands for."""

NUMBERS = {
    word: n
    for n, words in enumerate(
        (
            ("no", "none", "nil"),
            ("one",),
            ("two",),
            ("three",),
            ("four",),
            ("five",),
            ("six",),
            ("seven",),
            ("eight",),
            ("nine",),
            ("ten",),
            ("eleven",),
            ("twelve",),
            ("thirteen",),
        )
    )
    for word in words
}
"""The numbers that are printed as words."""

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_GROUP = re.compile(
    r"(?:[(]?[a-e][).]\s*)?(?:[“\"'(]?group\s*[“\"'(]?[A-E][”\"')]?\s*[-–—:,.]*\s*)?"
    r"[(]?(?P<name>[A-Za-z][A-Za-z -]+?)[)]?"
    r"(?:\s*[-–—,:(]\s*(?:for\s+)?(?P<seats>\d{1,2}|[a-z]+)\s+(?:seat|member|vacanc|place)[a-z]*[^()]{0,60}[)]?)?\s*[:.]?",
    re.I,
)
_LABELLED = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z ]*?)\s*[:.…\s]\s*[.…\s]*(?P<figure>\d{1,4}|none|nil|no)?\s*[;.,]?", re.I
)
_OBTAINED = re.compile(r"(?:number of )?votes obtained(?:\s+by[^:]*)?\s*:?\s*[.…]*(?P<rest>.*)", re.I | re.S)
_VOTES = re.compile(
    r"(?P<name>[^\d]+?)[\s:,.…·(–—-]*(?<![\d/])(?P<votes>\d{1,3})(?![\d/])\s*(?:votes?\b)?[)*]*[;,.]?\s*"
)
_ROUND = re.compile(
    r"(?:results? of (?:the )?)?\W*(?:the )?(?P<ordinal>first|second|third|fourth|fifth|sixth)\s+"
    r"(?:restricted\s+|unrestricted\s+)?(?:round|ballot)\b.{0,60}",
    re.I,
)


def group(line: str) -> tuple[RegionalGroup, int | None] | None:
    """Return the group a line is the heading of, and its seats if printed: "Group A — African States (4 seats)"."""
    match = _GROUP.fullmatch(line) if len(line) <= 120 else None
    known = GROUPS.get(" ".join(match["name"].split()).casefold()) if match else None
    if match is None or known is None:
        return None
    seats = (match["seats"] or "").casefold()
    return known, int(seats) if seats.isdigit() else NUMBERS.get(seats)


def papers(line: str) -> tuple[str, str, int | None] | None:
    """Return the figure a line labels, its label and its number; a label that stands alone has None."""
    match = _LABELLED.fullmatch(line + " ") if len(line) <= 120 else None
    if match is None:
        return None
    label = " ".join(match["label"].split())
    field = PAPERS.get(label.casefold())
    if field is None and not (label.casefold().startswith("number of") and match["figure"]):
        return None
    figure = (match["figure"] or "").casefold()
    number = int(figure) if figure.isdigit() else NUMBERS.get(figure)
    return field or "", label, number


def obtained(line: str) -> str | None:
    """Return what follows the words that open the list of votes, or None for another line."""
    match = _OBTAINED.fullmatch(line)
    return match["rest"].strip() if match else None


def votes(line: str) -> list[tuple[str, int]]:
    """Return the names and votes of a line, or nothing where it is not made of these alone."""
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(line):
        match = _VOTES.match(line, at)
        if match is None or not any(c.isalpha() for c in match["name"]):
            return []
        name = re.sub(r"^\s*and\s+", "", match["name"].strip(" ,;:.…·•–—"))
        found.append((_closed(name), int(match["votes"])))
        at = match.end()
    return found


def ordinal(line: str) -> int | None:
    """Return the round a short line is the heading of, or None."""
    match = _ROUND.fullmatch(line) if len(line) <= 100 else None
    return _ORDINALS[match["ordinal"].casefold()] if match else None


def _closed(name: str) -> str:
    """Return a name whose last bracket the pattern took for a separator's with it closed again."""
    return f"{name})" if name.count("(") > name.count(")") else name
