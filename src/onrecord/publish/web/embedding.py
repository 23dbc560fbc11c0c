"""Which pages can be shown in a frame on another site, at which address, how large, and the words that do it."""

import re
from dataclasses import dataclass
from html import escape

from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.picture import picture_size

WIDTH, HEIGHT = 768, 420
"""The size of a frame, in CSS pixels, where nothing better is known."""

NARROWEST, LOWEST = 280, 160
"""The smallest frame in which an embed can still be read."""

_BESIDE_PICTURE = 64
"""The height of the line below a picture and of the room around it, in CSS pixels."""

_PAGES = re.compile(
    r"/(?:charts/[^/?]+/[^/?]+|votes(?:/[^?]+)?|check\?z=[^&]+|compare\?a=[^&]+&b=[^&]+"
    r"|(?:states|situations|elections|treaties|pledges|upr|visits|standing|special-sessions|joint-statements)/[^?]+)"
    r"(?:[?&].*)?"
)
"""Addresses of pages that open with findings, a picture, a list of votes or verdicts."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame to be put into another site: what it shows, its address, its title and its size."""

    page: str
    address: str
    title: str
    width: int
    height: int

    @property
    def html(self) -> str:
        """The element to paste."""
        return (
            f'<iframe src="{escape(self.address)}" width="{self.width}" height="{self.height}"'
            f' title="{escape(self.title)}" loading="lazy" referrerpolicy="no-referrer" frameborder="0"></iframe>'
        )

    def within(self, width: int | None, height: int | None) -> "Frame":
        """Return the frame no larger than asked for, a picture in its proportions; never too small to be read."""
        wide = max(min(self.width, width or self.width), NARROWEST)
        tall = self.height
        if self.page.startswith("/charts/") and wide < self.width:
            tall = round((self.height - _BESIDE_PICTURE) * wide / self.width) + _BESIDE_PICTURE
        low = max(min(tall, height or tall), LOWEST)
        return Frame(self.page, self.address, self.title, min(wide, width or wide), min(low, height or low))


def embeds_at(page: str) -> str | None:
    """Return the address of the small page that shows a page in a frame; None where there is none."""
    return f"/embed{page}" if _PAGES.fullmatch(page) else None


def frame_of(base: str, page: str, title: str, chart: Chart | None = None) -> Frame:
    """Return the frame that shows a page; ``base`` begins its address, with the language it is in."""
    size = picture_size(chart, base, None) if chart else None
    width, height = (size[0], size[1] + _BESIDE_PICTURE) if size else (WIDTH, HEIGHT)
    return Frame(page, f"{base}/embed{page}", title, width, height)
