"""Measures the readers of official documents beside the bare parsers under them, in one run on one machine.

The General Assembly's votes as CSV beside Python's own csv.reader, UHRI's export as JSON beside ijson, the lines of a
PDF beside pypdfium2's text. The files are written first, as large as the real ones. Each reading is a process of its
own, so that its peak of memory is its own; times are the processor's, and the pairs are taken in turn, so that other
work of the machine meets both.

    python benchmarks/reading.py [--pairs 3] [--rows 900000] [--annotations 250000] [--only csv]
"""

import argparse
import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from onrecord.record.store import Record
from onrecord.sources.documents.opened import Opened, Reader
from onrecord.vocabulary.states import Gazetteer

COLUMNS = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
)
TITLE = "A matter of some length that goes on as the titles of resolutions do, with no end in sight, " * 2
PARAGRAPH = "The Committee recommends that the State party take all measures needed to that end. "


def main() -> None:
    """Write the files and print what each reading takes; or, asked by itself, read one file once."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=int, default=3, help="pairs of readings of each file")
    parser.add_argument("--rows", type=int, default=900_000, help="rows of the file of votes")
    parser.add_argument("--annotations", type=int, default=250_000, help="annotations of UHRI's export")
    parser.add_argument("--only", choices=list(READINGS), help="one format only")
    parser.add_argument("--step", nargs=2, metavar=("WHAT", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        step(asked.step[0], Path(asked.step[1]), asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in (asked.only,) if asked.only else READINGS:
            path = Path(folder) / f"file.{name}"
            run(f"write-{name}", path, "--rows", str(asked.rows), "--annotations", str(asked.annotations))
            compare(name, path, asked.pairs)
            path.unlink()


def step(what: str, path: Path, asked: argparse.Namespace) -> None:
    """Do one step in this process: write a file, or read one."""
    match what:
        case "write-csv":
            write_votes(path, asked.rows)
        case "write-json":
            write_uhri(path, asked.annotations)
        case "write-pdf":
            write_pdf(path)
        case _:
            read_once(what, path)


def run(what: str, path: Path, *more: str) -> str:
    """Do one step in a process of its own, as small at its start as this one; return what it prints."""
    command = [sys.executable, __file__, "--step", what, str(path), *more]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def compare(name: str, path: Path, pairs: int) -> None:
    """Print how a reader does beside the bare parser, in pairs of fresh processes."""
    taken = [(measured(name, path), measured(f"bare-{name}", path)) for _ in range(pairs)]
    ratios = [own["seconds"] / bare["seconds"] for own, bare in taken]
    own = min((one for one, _ in taken), key=lambda one: one["seconds"])
    print(f"{READINGS[name][2]}, {path.stat().st_size / 1e6:.0f} MB, {pairs} pairs")
    print(f"  times {written(ratios)}   ({1 / statistics.median(ratios):.2f} of the bare parser's speed)")
    print(f"  {own['n']:,.0f} found in {own['seconds']:.1f} s: {own['n'] / own['seconds']:,.0f} a second")
    print(f"  memory: peak {own['peak']:.0f} MB, {own['start']:.0f} MB before reading")


def written(ratios: list[float]) -> str:
    """Return the median, lowest and highest ratio."""
    return f"median {statistics.median(ratios):6.2f}   lowest {min(ratios):6.2f}   highest {max(ratios):6.2f}"


def measured(how: str, path: Path) -> dict[str, float]:
    """Return what one reading in a process of its own takes."""
    return json.loads(run(how, path))


def read_once(how: str, path: Path) -> None:
    """Read a file once and print the seconds, how much was found, and the memory before and at its peak in MB."""
    name = how.removeprefix("bare-")
    reading = READINGS[name][1 if name != how else 0]
    gazetteer = Record().gazetteer
    start, began = peak(), time.process_time()
    n = sum(1 for _ in reading(path, gazetteer))
    seconds = time.process_time() - began
    print(json.dumps({"seconds": seconds, "n": n, "start": start, "peak": peak()}))


def peak() -> float:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def read_votes(path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Read with our reader of the Assembly's votes."""
    from onrecord.sources.documents.assembly_csv import READER  # noqa: PLC0415  (each process loads what it measures)

    return statements(READER, path, gazetteer)


def read_uhri(path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Read with our reader of UHRI's export."""
    from onrecord.sources.documents.uhri_json import READER  # noqa: PLC0415

    return statements(READER, path, gazetteer)


def statements(reader: Reader, path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Return what a reader finds."""
    return reader.read(Opened(path, path.name), gazetteer)


def read_pdf(path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Read the lines of a PDF."""
    from onrecord.sources.printed.pdf import pdf_printed  # noqa: PLC0415

    yield from pdf_printed(path.read_bytes(), path.name).lines


def bare_votes(path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Read rows with csv.reader alone."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def bare_uhri(path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Read objects with ijson alone."""
    import ijson  # noqa: PLC0415

    with path.open("rb") as file:
        yield from ijson.items(file, "item")


def bare_pdf(path: Path, gazetteer: Gazetteer) -> Iterator[object]:
    """Read the text of each page with pypdfium2 alone."""
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(path)
    for page in document:
        yield from page.get_textpage().get_text_range().splitlines()


def write_votes(path: Path, rows: int) -> None:
    """Write a file of the Assembly's votes: as many rows as asked for, the states of each vote under their names."""
    gazetteer = Record().gazetteer
    with path.open("w", encoding="utf-8") as file:
        file.write(COLUMNS)
        vote = 0
        while rows > 0:
            vote, held = vote + 1, date(1946, 1, 1) + timedelta(days=5 * vote)
            states = [state.iso3 for state in gazetteer.states if state.was_un_member(held)]
            votes = list(islice(cycle("YYYYYNAX"), len(states)))
            tail = vote_columns(4_000_000 + vote, held, votes)
            seats = [(iso3, quoted(gazetteer.name(iso3, held).upper())) for iso3 in states]
            cast = zip(seats, votes, strict=True)
            file.writelines(f"{4_000_000 + vote},{code},{name},{letter},{tail}\n" for (code, name), letter in cast)
            rows -= len(states)


def quoted(text: str) -> str:
    """Return a cell, in quotation marks where it holds a comma."""
    return f'"{text}"' if "," in text else text


def vote_columns(number: int, held: date, votes: list[str]) -> str:
    """Return the columns that all rows of a vote share, from the date on."""
    session, totals = held.year - 1945, ",".join(f"{votes.count(letter)}.0" for letter in "YNAX")
    cells = (
        held.isoformat(),
        str(session),
        f"A/RES/{session}/{number % 1000}",
        f"A/{session}/L.{number % 100}",
        f"A/{session}/{number % 500}",
        f"A/{session}/PV.{number % 90}",
        f'"{TITLE} : resolution / adopted by the General Assembly"',
        "An item of the agenda",
        "HUMAN RIGHTS--PROGRAMMES|TREATIES",
        "",
        totals,
        f"{len(votes)}.0",
        f"https://digitallibrary.un.org/record/{number}",
    )
    return ",".join(cells)


def write_uhri(path: Path, annotations: int) -> None:
    """Write an export of UHRI: as many annotations as asked for."""
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for n in range(annotations):
            file.write(("," if n else "") + json.dumps(annotation(n)))
        file.write("]")


def annotation(n: int) -> dict[str, object]:
    """Return one annotation as the export has it."""
    return {
        "AffectedPersons": ["Children", "Women & girls"],
        "AnnotationId": f"00000000-0000-0000-0000-{n:012}",
        "AnnotationType": "- Concerns/Observations",
        "Body": "- CRC",
        "Countries": ["Kazakhstan"],
        "DocumentId": f"11111111-0000-0000-0000-{n // 40:012}",
        "PublicationDate": "2015-10-30",
        "PublicationDateOnUhri": "2016-01-02",
        "Regions": ["Asia-Pacific"],
        "Sdgs": ["3 - GOOD HEALTH AND WELL-BEING", "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS"],
        "Symbol": "CRC/C/KAZ/CO/4",
        "Text": f"{n % 80}. {PARAGRAPH * 10}",
        "Themes": ["Education", "Juvenile justice", "Birth registration"],
        "UprCycle": "",
        "UprPositions": [],
        "UprRecommendingCountry": [],
        "UprRecommendingRegions": [],
        "UprSession": "",
    }


def write_pdf(path: Path) -> None:
    """Write a report of some two hundred pages."""
    import typst  # noqa: PLC0415

    text = "\n\n".join(f"{n}. {PARAGRAPH * 6}" for n in range(1, 1_500))
    source = path.with_suffix(".typ")
    source.write_text(f'#set page(header: "A/HRC/28/10")\n{text}', encoding="utf-8")
    typst.compile(str(source), output=str(path))


READINGS: dict[str, tuple[Callable, Callable, str]] = {
    "csv": (read_votes, bare_votes, "The Assembly's votes as CSV, beside csv.reader"),
    "json": (read_uhri, bare_uhri, "UHRI's export as JSON, beside ijson"),
    "pdf": (read_pdf, bare_pdf, "The lines of a PDF, beside pypdfium2"),
}
"""For each format our reading, the bare parser's, and what is compared."""


if __name__ == "__main__":
    main()
