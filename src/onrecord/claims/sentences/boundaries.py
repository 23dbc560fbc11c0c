"""Where the sentences of a paragraph end."""

import re
from functools import cache

from onrecord.claims.lexicon import table

# A mark that may end a sentence, what closes behind it, a footnote number glued on, then space or the end.
_MARK = re.compile(
    r"(?P<mark>[.!?…]{1,6})(?P<close>[\"”’»)\]']{0,4})(?P<note>[¹²³⁰⁴-⁹]{1,3}|[*†‡]{1,2}|\[\d{1,3}\]"
    r"|\d{1,3}(?:,\d{1,3}){0,3})?(?P<after>[\"”’»)\]]?)(?=\s|$)"
    r"|(?<=[a-z]{3})(?P<glued>[.!?][\"”’]?)(?=[\"“‘]?[A-Z][a-z])"
)
_OPENERS = "\"“‘«'([–—-"
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}$|(?:[A-Z]\.-)[A-Z]\.$")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){2,6}$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[A-Za-z])[.)]+$")
_REFERENCE = re.compile(r"\d|[A-Z]{1,5}/|[IVXL]{1,6}\b|[A-Z]\b|\(\w")
_FAR = 300


def sentence_ends(text: str) -> list[int]:
    """Return where each sentence of a paragraph ends, the last at the paragraph's end."""
    ends: list[int] = []
    at = 0
    for match in _MARK.finditer(text):
        end = match.end()
        if end < len(text) and _ends_here(text, at, match):
            ends.append(end)
            at = end
    return [*ends, len(text)]


def _ends_here(text: str, at: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].lstrip()
    word = following.lstrip(_OPENERS)
    if not word or word[0].islower() or word[0] in ",;:)/|%":
        return False
    if match["glued"]:
        return not _in_address(text, match.start())
    if match["note"] and not _is_note(text, match):
        return False
    if _is_bracketed(text, at, match.start(), match.end()):
        return False
    if match["mark"] != ".":
        return not _is_omission(text, match)
    return match["close"] != "" or match["note"] is not None or _may_end(text, at, match.start(), following)


def _is_note(text: str, match: re.Match[str]) -> bool:
    """Whether digits behind a full stop are a footnote's number and not the decimals of "6.5"."""
    if not match["note"][0].isdigit() or match["close"]:
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    if before.endswith(("/L", "/Rev", "/Add")):
        return False
    return before[-1:].isalpha() or before[-1:] in ')]”"%' or (before.isdigit() and before[:2] in ("19", "20"))


def _is_omission(text: str, match: re.Match[str]) -> bool:
    """Whether dots stand for words left out, as in "[...]" or "a resolution ... Belarus"."""
    if not (match["mark"].startswith("…") or match["mark"].startswith("..")):
        return False
    before = text[match.start() - 1 : match.start()]
    return before in ("[", "(", " ", "")


def _is_bracketed(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark stands within brackets that open and close inside the same sentence."""
    begin = max(at, start - _FAR)
    opened = text.rfind("(", begin, start)
    if opened <= at or text.rfind(")", opened, end) != -1:
        return False
    return text.find(")", end, end + _FAR) != -1


def _in_address(text: str, at: int) -> bool:
    token = text[max(0, at - 60) : at].rsplit(maxsplit=1)[-1:] or [""]
    return any(sign in token[0] for sign in ("/", "@", "www.", "_"))


def _may_end(text: str, at: int, stop: int, following: str) -> bool:
    """Whether a full stop is more than that of an abbreviation, an initial or a number in front."""
    head = text[max(at, stop - 40) : stop]
    words = head.split()
    last = words[-1].lstrip(_OPENERS) if words else ""
    if len(words) == 1 and stop - at <= 40 and _ENUMERATOR.match(f"{last}."):
        return False
    starts = _first_word(following) in _entries("starters")
    if _INITIALS.fullmatch(f"{last}.") and "." not in last:
        return starts and len(words) > 1
    if _ACRONYM.fullmatch(f"{last}.") and last.casefold() not in _entries("inside"):
        return starts and last.casefold() not in _entries("before_name")
    return _ends_after(last.casefold(), starts, following)


def _ends_after(word: str, starts: bool, following: str) -> bool:
    if word in _entries("before_name") or word in _entries("inside"):
        return False
    if word in _entries("before_number"):
        return _REFERENCE.match(following) is None or (starts and following[1:2].isspace() and following[0] in "AI")
    return starts if word in _entries("open") else True


def _first_word(text: str) -> str:
    match = re.match(r"[^\W\d_]+", text.lstrip(_OPENERS))
    return match[0].casefold() if match else ""


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(table("sentences")[name])
