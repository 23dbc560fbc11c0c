"""The errors of onrecord, drawn as one tree; only the front doors catch the base.

OnRecordError
├── DamagedArchive      a document of the user's archive of which it cannot be read what it is
├── DamagedFact         a row of facts/ that is not what its table allows
├── DamagedRelease      a folder that is no export or release, or one whose manifest cannot be read
├── NotEstimable        a measure asked of votes from which it cannot be computed
├── NotInVocabulary     a state, symbol, session, situation or year that the record does not know
├── PackageMissing      a package that only this way of taking a table needs is not installed
├── RecordMissing       no record to open: none there, of another format, or damaged
└── UnreadableDocument  a file or text to be checked that cannot be read
"""


class OnRecordError(Exception):
    """Something a reader can act on: what was wrong, where, what was expected, what was found."""


class DamagedFact(OnRecordError):
    """A row of facts/ that cannot be read: names file, row, column, what was expected and found."""

    def __init__(self, place: str, expected: str, found: str) -> None:
        """Say where (file, row, column), what was expected there and what was found."""
        self.place, self.expected, self.found = place, expected, found
        super().__init__(f"{place}: expected {expected}, found {found}")


class DamagedArchive(OnRecordError):
    """A kept document that cannot be relied on: names the file, what was expected of it and what was found."""

    def __init__(self, file: str, expected: str, found: str) -> None:
        """Say which file, what was expected of it and what was found."""
        self.file, self.expected, self.found = file, expected, found
        super().__init__(f"{file}: expected {expected}, found {found}; read the document again")


class DamagedRelease(OnRecordError):
    """A folder that is no export or release, or one that cannot be relied on: names file, expected and found."""

    def __init__(self, file: str, expected: str, found: str) -> None:
        """Say which file, what was expected of it and what was found."""
        self.file, self.expected, self.found = file, expected, found
        super().__init__(f"{file}: expected {expected}, found {found}")


class NotEstimable(OnRecordError):
    """A measure that cannot be computed from the votes it is asked of: names the measure, what it needs and found."""

    def __init__(self, measure: str, expected: str, found: str) -> None:
        """Say which measure was asked for, what it needs and what the votes have."""
        self.measure, self.expected, self.found = measure, expected, found
        super().__init__(f"{measure}: expected {expected}, found {found}")


class NotInVocabulary(OnRecordError):
    """A word the record does not know, with the nearest known ones as suggestions, never as an answer."""

    def __init__(self, noun: str, found: str, expected: str, suggestions: tuple[str, ...] = ()) -> None:
        """Say which noun was asked for, what was found and expected, and what may have been meant."""
        self.noun, self.found, self.expected, self.suggestions = noun, found, expected, suggestions
        hint = f" Did you mean: {'; '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"{noun}: expected {expected}, found {found!r}.{hint}")


class PackageMissing(OnRecordError):
    """A package that onrecord itself does not need, and that is not installed: names it and what asked for it."""

    def __init__(self, package: str, asked: str) -> None:
        """Say which package was looked for, and what needs it."""
        self.package, self.asked = package, asked
        super().__init__(f"{asked}: expected the package {package}, found none; install {package}")


class RecordMissing(OnRecordError):
    """No record to open at the place it was looked for: none, one of another format, or a damaged one."""


class UnreadableDocument(OnRecordError):
    """A file or text to be checked that cannot be read: names file, place, what was expected and found."""

    def __init__(self, name: str, place: str, expected: str, found: str) -> None:
        """Say which file, where in it, what was expected there and what was found."""
        self.name, self.place, self.expected, self.found = name, place, expected, found
        super().__init__(f"{name}, {place}: expected {expected}, found {found}")


class ProposerFailed(OnRecordError):
    """The server of the model asked for proposals did not answer, or not within the schema."""
