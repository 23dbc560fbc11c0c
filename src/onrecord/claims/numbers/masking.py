"""Text with its document symbols and web addresses blanked out, so that nothing in them reads as a figure."""

import re

_BLANK = "¤"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+")
_TOKEN = re.compile(r"[^\s—()\[\],;“”\"]+")
_SPACED_SYMBOL = re.compile(
    r"\b(?:A|E|S|HRI|CCPR|CERD|CEDAW|CRC|CAT|CRPD|CMW|CED)(?:\s?/\s?[A-Z0-9][\w.-]{0,30}){2,8}", re.ASCII
)
_NUMBER_IN_BRACKETS = re.compile(r"\b\d{1,4}\s?[A-Z]?\s?\((?:(?:19|20)\d\d|(?:[A-Z]{1,2}-)?[IVXL]{1,8})\)")
_RESOLUTION_BEFORE = re.compile(r"\b(?:resolutions?|decisions?|S/RES|(?:UN)?SCR|Security Council)\b", re.IGNORECASE)
_TEXT_BEFORE = re.compile(r"\b(?:resolutions?|decisions?|texts?|document)\s$", re.IGNORECASE)
_TWO_YEARS = re.compile(r"[‘']?((?:19|20)\d\d)/((?:19|20)\d\d|\d\d)[.’':?!]*", re.ASCII)
_BEFORE = 120


def without_symbols(text: str) -> str:
    """Return the text, as long as it was, with symbols ("A/HRC/25/1", "25/1", "1325 (2000)") and addresses blanked.

    Every word with a slash and a figure in it counts as a symbol, except two years in a row ("2011/2012")
    that do not stand behind the word resolution.
    """
    blanked = _ADDRESS.sub(_blank, text)
    if "/" in blanked:
        blanked = _SPACED_SYMBOL.sub(_blank, blanked)
        blanked = _TOKEN.sub(_blank_if_symbol, blanked)
    return _NUMBER_IN_BRACKETS.sub(_blank_if_resolution, blanked) if "(" in blanked else blanked


def _blank(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])


def _blank_if_symbol(match: re.Match[str]) -> str:
    token = match[0]
    if "/" not in token or not any(c.isdigit() for c in token) or _is_two_years(match):
        return token
    return _blank(match)


def _is_two_years(match: re.Match[str]) -> bool:
    years = _TWO_YEARS.fullmatch(match[0])
    if years is None or _TEXT_BEFORE.search(match.string[max(0, match.start() - 20) : match.start()]):
        return False
    return (int(years[1]) + 1) % 100 == int(years[2]) % 100


def _blank_if_resolution(match: re.Match[str]) -> str:
    roman = match[0][-2] in "IVXL"
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    # "183 (2012)" is a result and its year; the Security Council's newer resolutions have four figures.
    cited = _RESOLUTION_BEFORE if match[0][:4].isdigit() else _TEXT_BEFORE
    return _blank(match) if roman or cited.search(before) else match[0]
