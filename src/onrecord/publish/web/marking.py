"""The last touch on a page: its links keep language and day, and its English words say that they are English."""

import re
from datetime import date

from onrecord.publish.languages.language import Language
from onrecord.publish.languages.words import ENGLISH_FROM, ENGLISH_TO, unmarked

AS_OF = "as-of"
"""The word of a query by which any page is asked as of a day."""

_LINK = re.compile(
    r"(?<!data-as-is )(?<= )(href|src|action|formaction|data-hx-get|data-link|data-spec)"
    r'="(/(?!static/)[^"#?]*)(\?[^"#]*)?(#[^"]*)?"'
)
"""An address of ours in a page. One written after data-as-is leads elsewhere on purpose: to another language or day."""

_PLAIN = re.compile(r"<option\b[^>]*>[^<]*|<(title|textarea|desc|text|script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""Where no element can stand: within a tag, and within elements that hold only text (an option need not be closed)."""

_NOTICE = re.compile(r'<p class="in in-english".*?</p>', re.DOTALL)
"""The line that says what the marks of English look like; a page without any has no need of it."""

_SPAN, _SPAN_END = '<span lang="en" dir="ltr">', "</span>"


def marked(page: str, language: Language, as_of: date | None) -> str:
    """Return a page's text in its language and as of its day: every address of ours on it keeps both."""
    if as_of is not None or language is not Language.EN:
        page = _LINK.sub(lambda link: _kept(link, language, as_of), page)
    return page if language is Language.EN else _spans(page)


def _kept(link: re.Match[str], language: Language, day: date | None) -> str:
    name, path, words, place = link[1], link[2], link[3] or "", link[4] or ""
    if day is not None and name != "action" and AS_OF not in words:
        words = f"{words}{'&amp;' if words else '?'}{AS_OF}={day}"
    return f'{name}="{language.prefix}{path}{words}{place}"'


def _spans(page: str) -> str:
    """Return a page whose marks of English are elements; where none can stand, the marks are dropped."""
    page = _PLAIN.sub(lambda plain: unmarked(plain[0]), page)
    if ENGLISH_FROM not in _NOTICE.sub("", page):
        return _NOTICE.sub("", page)
    return page.replace(ENGLISH_FROM, _SPAN).replace(ENGLISH_TO, _SPAN_END)
