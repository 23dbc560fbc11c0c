"""What an interval permits to be said of a difference of two shares."""

from onrecord.publish.languages.words import say


def difference(low: int, high: int) -> str:
    """Return whether a difference, between ``low`` and ``high`` percentage points, is more than chance would make."""
    if low <= 0 <= high:
        return say(
            "Chance alone could make such a difference: at 95 per cent it lies between {low} and {high} points.",
            low=low, high=high,
        )  # fmt: skip
    return say(
        "It is larger than chance alone would make it: at 95 per cent it lies between {low} and {high} points.",
        low=low, high=high,
    )  # fmt: skip
