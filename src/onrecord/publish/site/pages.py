"""A page of the site as a page of a copy: its links lead to files, what needs the running program says so."""

import re
from collections.abc import Callable
from html import escape, unescape

from onrecord.publish.languages.language import spoken
from onrecord.publish.languages.words import gettext, say
from onrecord.publish.site.places import LISTS, NOT_HERE, between, link, target, without_language
from onrecord.publish.web.marking import marked

_LINK = re.compile(r' (href|src|action|data-link|data-spec)="(/(?!/)[^"#]*)(#[^"]*)?"')
_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_ACTION = re.compile(r'action="([^"?]*)')
_LIVE_ONLY = re.compile(
    r' data-hx-[a-z-]+="[^"]*"'  # asks the server while words are written
    r'|<meta name="htmx-config"[^>]*>\n?'
    r'|<link rel="alternate" type="application/json\+oembed"[^>]*>\n?'
    r'|<details class="embed">.*?</details>\n?'
    r'|<a href="[^"]*\.png" download>PNG</a>',
    re.DOTALL,
)
_LIVE_SCRIPT = re.compile(r'<script src="/static/htmx[^"]*" defer></script>')
_SCRIPTS = re.compile(r' data-scripts="([^"]*)"')
_FOOT = re.compile(r'<footer class="site">\s*<div class="in">')
_SCRIPT = '<script src="/static/{}" defer></script>'


def copied(page: str, source: str, last_day: str, root: str = "") -> tuple[str, set[str]]:
    """Return a page, in the language spoken, for the file ``source`` of a copy, and the addresses it leads to.

    Links begin at the file, so that a copy may stand in any folder of a host; with ``root``, at that.
    """
    found: set[str] = set()
    page = _FORM.sub(_form, _LIVE_ONLY.sub("", page))
    scripts = ["copy.js"] + ["copy_lists.js"] * ('data-list="' in page)
    page = _LIVE_SCRIPT.sub("\n".join(_SCRIPT.format(name) for name in scripts), page, count=1)
    page = _FOOT.sub(lambda foot: foot[0] + _note(last_day), page, count=1)
    page = _SCRIPTS.sub(lambda these: f' data-scripts="{_files(these[1], source, root)}"', page)
    return _LINK.sub(_linked(source, found, root), page), found


def _files(addresses: str, source: str, root: str) -> str:
    """Return the way to each of several static files."""
    return " ".join(root + _static(source, one) for one in addresses.split())


def _static(source: str, address: str) -> str:
    return between(source, address.partition("?")[0].lstrip("/"))


def _linked(source: str, found: set[str], root: str) -> Callable[[re.Match[str]], str]:
    def one(match: re.Match[str]) -> str:
        name, address, anchor = match[1], unescape(match[2]), match[3] or ""
        if address.startswith("/static/"):
            return f' {name}="{root}{_static(source, address)}"'
        found.add(target(address).address)
        return f' {name}="{root}{link(source, address, anchor)}"'

    return one


def _form(match: re.Match[str]) -> str:
    """Return a form that a script of the copy serves, or the sentence that stands where no script can."""
    form = match[0]
    opening = form[: form.index(">")]
    if 'class="day"' in opening:
        return ""
    action = _ACTION.search(opening)
    asked = without_language(action[1]) if action else ""
    if asked == "/search":
        note = gettext("Searching this copy needs scripts; the lists of states, situations and sessions do not.")
        return form + (_without_scripts(note) if "big" in opening else "")
    if asked in LISTS:
        note = gettext("These filters need scripts; without them, the whole list stands here.")
        return _without_scripts(note) + form.replace("<form", f'<form hidden data-list="{asked}"', 1)
    return _needs_program()


def _without_scripts(note: str) -> str:
    return marked(f'<noscript><p class="prose quiet">{escape(note)}</p></noscript>', spoken(), None)


def _needs_program() -> str:
    words = gettext("This copy has no program behind it that could answer a form.")
    more = gettext("What needs the program, and how to run it")
    line = f'<p class="prose quiet needs">{escape(words)} <a href="{NOT_HERE}">{escape(more)}</a></p>'
    return marked(line, spoken(), None)


def _note(last_day: str) -> str:
    words = say("A copy of the record to {day} that needs no server.", day=last_day)
    more = gettext("What needs the program, and how to run it")
    line = f'\n    <p class="copy-note">{escape(words)} <a href="{NOT_HERE}">{escape(more)}</a></p>'
    return marked(line, spoken(), None)
