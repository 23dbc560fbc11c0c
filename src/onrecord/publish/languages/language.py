"""The languages of the United Nations, and the one that is being spoken."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Language(StrEnum):
    """A language of the site, by its ISO 639-1 code, which also begins its addresses; English has none."""

    EN = "en"
    FR = "fr"
    ES = "es"
    RU = "ru"
    AR = "ar"
    ZH = "zh"

    @property
    def label(self) -> str:
        """The language's name in itself."""
        return _LABELS[self]

    @property
    def direction(self) -> str:
        """Which way it is written, as HTML says it: ltr or rtl."""
        return "rtl" if self is Language.AR else "ltr"

    @property
    def prefix(self) -> str:
        """What its addresses begin with: "/fr"; nothing for English."""
        return "" if self is Language.EN else f"/{self.value}"


_LABELS = {
    Language.EN: "English",
    Language.FR: "Français",
    Language.ES: "Español",
    Language.RU: "Русский",
    Language.AR: "العربية",
    Language.ZH: "中文",
}
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=Language.EN)


def spoken() -> Language:
    """Return the language in which words are written now; English unless a page or command asked for another."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: Language) -> Generator[None]:
    """Have words written in a language within the block."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)
