"""The forms a report is written in; apart from the writers, so that the command line knows them without loading any."""

from enum import StrEnum


class Format(StrEnum):
    """A form of a report, by the ending of its file."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"

    @property
    def media_type(self) -> str:
        """What a server says the file is."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html; charset=utf-8",
}
