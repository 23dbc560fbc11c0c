"""Numbers, shares and counted things in the language spoken."""

from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.languages.nouns import COUNTED
from onrecord.publish.languages.words import ngettext, say
from onrecord.publish.languages.writing import number
from onrecord.publish.sentences import whole


def percent(share: float | None) -> str:
    """Return a share in whole per cent with its sign, for a table."""
    if share is None:
        return "–"
    in_hundred = whole(100 * share)
    if spoken() is Language.EN:
        return f"{in_hundred}%"
    from babel.numbers import format_percent  # noqa: PLC0415  (babel takes long to import, and English needs none of it)

    return format_percent(in_hundred / 100, locale=spoken().value)


def decimal(value: float) -> str:
    """Return a number to two places, with a minus sign as wide as a digit."""
    if spoken() is Language.EN:
        return _signed(f"{value:z.2f}")  # z: what rounds to nought has no sign
    from babel.numbers import format_decimal  # noqa: PLC0415  (babel takes long to import)

    return _signed(format_decimal(round(value, 2) + 0.0, format="0.00", locale=spoken().value))


_LEFT_TO_RIGHT = "\u200e"


def _signed(written: str) -> str:
    """Return a number with its minus as wide as a digit, and its sign before it also where words run to the left."""
    mark = _LEFT_TO_RIGHT if spoken().direction == "rtl" and written[0] in "+-" else ""
    return mark + written.replace("-", "−")


def points(difference: float | None) -> str:
    """Return a difference of two shares in percentage points."""
    if difference is None:
        return "–"
    return say("{difference} points", difference=_signed(f"{whole(100 * difference):+d}"))


def plural(n: int, noun: str) -> str:
    """Return a number with its noun: 1 text, 1,054 votes. The nouns there are stand in ``COUNTED``."""
    return ngettext(*COUNTED[noun], n).format(n=number(n))
