"""What a person saves by hand where programs may not fetch: addresses, names of files, and what to do with them."""

from dataclasses import dataclass

from onrecord.sources.fetching.addresses import Address, Programs, records_url

FIRST_YEAR = 2006
"""The year of the Council's first session."""

A_TIME = 200
"""How many records the catalogues give at a time, whatever is asked for."""

MOST_PAGED = 5_000
"""How many records of one search the OHCHR Library pages through before it stops; each single year has far fewer."""


@dataclass(frozen=True, slots=True)
class ToSave:
    """One page to save: its address, and the name of the file to save it under."""

    url: str
    save_as: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person has to do: why, the steps in words, the pages to save, and the command that reads them then."""

    kind: str
    why: str
    steps: tuple[str, ...]
    pages: tuple[ToSave, ...]
    command: str


def by_hand(address: Address, last_year: int, first_year: int = FIRST_YEAR) -> ByHand:
    """Return what a person saves of a kind of document: of a catalogue a page for each year, else one file."""
    why = f"{address.kind}: programs {address.programs}"
    if "{year}" in address.url:
        pages = tuple(_year(address, year) for year in range(first_year, last_year + 1))
        return ByHand(address.kind, why, _CATALOGUE, pages, f"onrecord read {address.kind}-*.xml")
    page = ToSave(address.url, f"{address.kind}.{_ENDINGS[address.kind]}")
    return ByHand(address.kind, why, _ONE_FILE[address.programs], (page,), f"onrecord read {page.save_as}")


def _year(address: Address, year: int) -> ToSave:
    return ToSave(records_url(address, year), f"{address.kind}-{year}-1.xml")


_ENDINGS = {
    "assembly-votes": "csv",
    "security-council-votes": "csv",
    "documents": "pdf",
    "treaties": "xml",
    "human-rights-index": "json",
    "upr-info": "xls",
}
_CATALOGUE = (
    "Open each address below in a browser. The first may take a moment: the site looks whether you are a person.",
    "Save what is shown as XML (Save page as, or the source of the page) under the name beside it.",
    f"The site gives {A_TIME} records at a time. If a file holds exactly {A_TIME}, change jrec=1 in its address to "
    f"jrec={A_TIME + 1}, save that as the same name with -2, and so on until a file holds fewer.",
    f"Take year by year, never all years at once: after {MOST_PAGED:,} records the site stops, and does not say so.",
    "Run the command below over the files. A record that stands in two of them is reported, not counted twice.",
)
_READ_IT = "Run the command below over the file; you may name it otherwise."
_ONE_FILE = {
    Programs.NOT_BY_ITS_TERMS: (
        "Open the address below in a browser and download the newest of the files whose names end in voting.csv.",
        _READ_IT,
    ),
    Programs.CANNOT: (
        "Open the address below in a browser, choose the recommendations you want, and use the export of the site.",
        _READ_IT,
    ),
    Programs.ARE_REFUSED: ("Open the address below in a browser and save what it gives.", _READ_IT),
    Programs.MAY: (
        "Open the address below in a browser, with your document in place of what is in braces, and save it.",
        _READ_IT,
    ),
}
