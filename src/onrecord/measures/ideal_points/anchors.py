"""The states that say which end of the line is high: they do not enter the fit."""

POSITIVE = ("USA", "GBR", "FRA", "DEU", "NLD", "CAN")
"""States on the high side: in both bodies they mostly vote against what the states of the other side bring in."""

NEGATIVE = ("CUB", "CHN", "RUS", "BLR", "VEN", "PAK", "DZA", "EGY")
"""States on the low side."""
