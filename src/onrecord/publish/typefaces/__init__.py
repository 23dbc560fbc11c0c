"""The typefaces of pictures and reports, so that both look the same on every machine (OFL 1.1, licences beside them).

Source Sans 3 is from npm's source-sans 3.52.0, Source Serif 4 from @expo-google-fonts/source-serif-4 0.4.1, unchanged.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the font files are."""

SANS = "Source Sans 3"
"""The family of text and of figures."""
