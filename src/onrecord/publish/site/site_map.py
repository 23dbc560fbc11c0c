"""The map of a site for search engines, and what they may ask for."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

MOST = 50_000
"""The most addresses that a site map may have (sitemaps.org)."""


def site_map(base: str, addresses: Iterable[str]) -> str:
    """Return the site map of some addresses under a base; those beyond what a map may have are left out."""
    lines = [f"<url><loc>{escape(base.rstrip('/') + one)}</loc></url>" for one in sorted(addresses)[:MOST]]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "\n".join(lines) + "\n</urlset>\n"


def robots(base: str, shut: Iterable[str] = ()) -> str:
    """Return what search engines may ask for: all but ``shut``; with a base, where the site map is."""
    lines = ["User-agent: *", *(f"Disallow: {one}" for one in shut)] if shut else ["User-agent: *", "Allow: /"]
    return "\n".join([*lines, *([f"Sitemap: {base.rstrip('/')}/sitemap.xml"] if base else [])]) + "\n"
