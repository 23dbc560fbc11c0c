"""A test tool: votes written as the libraries' catalogues write them, to be read back."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from onrecord.record.store import Record
from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import Left, PositionSaid, Statement, VoteKey, WhyLeft
from onrecord.vocabulary.states import Gazetteer

Subfields = tuple[tuple[str, str], ...]
Fields = list[tuple[str, Subfields]]

HEADERS = {
    "2024": "undl_id,ms_codes,ms_names,ms_votes,resolutions,title,modality,draft,committee_report,meeting,"
    "agenda_titles,subjects,date,yes,no,abstentions,non-voting,total-voting,undl_link",
    "2025": "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link",
    "2026": "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link",
    "Security Council": "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,"
    "agenda,subjects,vote_note,modality,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link",
}
_OHCHR = {Position.YES: "Y", Position.NO: "N", Position.ABSTAIN: "A", Position.ABSENT: "."}
_CSV = {Position.YES: "Y", Position.NO: "N", Position.ABSTAIN: "A", Position.ABSENT: "X"}
_CSV_2024 = {**_CSV, Position.ABSENT: "NV"}


@dataclass(frozen=True, slots=True)
class VoteToWrite:
    """A vote of the record: ``totals`` are yes, no, abstentions and non-voting as its catalogue prints them."""

    number: str
    symbol: str | None
    held: date
    session: str
    title: str
    agenda_item: str | None
    subject: str | None
    totals: tuple[int, int, int, int] | None
    positions: tuple[tuple[str, Position], ...]

    @property
    def counted(self) -> tuple[int, int, int, int]:
        held = [position for _, position in self.positions]
        return (
            held.count(Position.YES),
            held.count(Position.NO),
            held.count(Position.ABSTAIN),
            held.count(Position.ABSENT),
        )


def votes_of(record: Record, body: str, every: int = 1) -> list[VoteToWrite]:
    """Return the votes of a body in the record, or each so-manyth, with the positions listed."""
    positions: dict[str, list[tuple[str, Position]]] = {}
    listed = (
        "SELECT rollcall_id, state, listed FROM vote JOIN rollcall USING (rollcall_id) WHERE body = $body ORDER BY ALL"
    )
    for rollcall_id, state, position in record.tuples(listed, {"body": body}):
        positions.setdefault(rollcall_id, []).append((state, Position(position)))
    totals = {
        rollcall_id: tuple(figures)
        for rollcall_id, *figures in record.tuples(
            "SELECT rollcall_id, yes, no, abstain, absent FROM tally WHERE witness = 'catalogue total'"
        )
    }
    rows = record.tuples(
        "SELECT rollcall_id, symbol, listed_date, session, listed_title, agenda_item FROM rollcall"
        " WHERE body = $body ORDER BY listed_date, rollcall_id",
        {"body": body},
    )
    return [
        VoteToWrite(str(900_000 + n), *row, "HUMAN RIGHTS--PART", totals.get(key), tuple(positions.get(key, ())))
        for n, (key, *row) in enumerate(rows)
    ][::every]


def marc(records: Iterable[Fields], declaration: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """Return records as a MARCXML collection; field 001 is the first subfield of a field so named."""
    written = [declaration, '<collection xmlns="http://www.loc.gov/MARC21/slim">']
    for fields in records:
        written += ["<record>", *(_field(tag, subfields) for tag, subfields in fields), "</record>"]
    return "\n".join([*written, "</collection>\n"]).encode()


def _field(tag: str, subfields: Subfields) -> str:
    if tag == "001":
        return f'<controlfield tag="001">{escape(subfields[0][1])}</controlfield>'
    inner = "".join(f"<subfield code={quoteattr(code)}>{escape(text)}</subfield>" for code, text in subfields)
    return f'<datafield tag="{tag}" ind1=" " ind2=" ">{inner}</datafield>'


def ohchr_fields(vote: VoteToWrite, gazetteer: Gazetteer) -> Fields:
    """Return a vote as OHCHR's library catalogues it."""
    head: Fields = [
        ("001", (("", vote.number),)),
        ("245", (("a", vote.title),)),
        ("269", (("a", f"{vote.held:%Y%m%d}" if int(vote.number) % 2 else vote.held.isoformat()),)),
        ("591", (("a", "RECORDED"),)),
    ]
    if vote.symbol:
        head.append(("791", (("a", vote.symbol),)))
    rows: Fields = [
        ("967", (("a", str(n)), ("b", state), ("d", _OHCHR[position]), ("e", _name(gazetteer, state, vote.held))))
        for n, (state, position) in enumerate(vote.positions, start=1)
    ]
    tail: Fields = [("980", (("a", "Voting"),)), ("991", (("b", vote.agenda_item or ""), ("d", vote.subject or "")))]
    yes, no, abstain, absent = vote.totals or vote.counted
    totals = (("b", yes), ("c", no), ("d", abstain), ("e", absent), ("f", yes + no + abstain + absent))
    return [*head, *rows, *tail, ("996", tuple((code, str(figure)) for code, figure in totals))]


def _name(gazetteer: Gazetteer, state: str, held: date) -> str:
    return gazetteer.name(state, held).upper()


def library_csv(votes: Iterable[VoteToWrite], gazetteer: Gazetteer, edition: str) -> bytes:
    """Return votes as a file of the UN Digital Library under the header of an edition, totals as its floats."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS[edition].split(","), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for vote in votes:
        writer.writerows(_csv_rows(vote, gazetteer, edition))
    return text.getvalue().encode()


def _csv_rows(vote: VoteToWrite, gazetteer: Gazetteer, edition: str) -> Iterator[dict[str, str]]:
    yes, no, abstain, absent = (f"{figure}.0" for figure in vote.counted)
    title = f"{vote.title} : resolution / adopted"
    shared = dict.fromkeys(("resolution", "resolutions"), vote.symbol or "")
    shared |= {"undl_id": vote.number, "undl_link": f"https://digitallibrary.un.org/record/{vote.number}"}
    shared |= {"date": vote.held.isoformat(), "session": vote.session, "title": title, "description": title}
    shared |= dict.fromkeys(("agenda", "agenda_title", "agenda_titles"), "One item|Another")
    shared |= {"subjects": "A SUBJECT|ANOTHER--PART", "modality": "Vote"}
    shared |= {"total_yes": yes, "total_no": no, "total_abstentions": abstain, "total_non_voting": absent}
    shared |= {"yes": yes, "no": no, "abstentions": abstain, "non-voting": absent}
    shared |= dict.fromkeys(("total_ms", "total-voting"), f"{len(vote.positions)}.0")
    letters = _CSV_2024 if edition == "2024" else _CSV
    for state, position in vote.positions:
        name = _name(gazetteer, state, vote.held)
        own = {"ms_code": state, "ms_codes": state, "ms_name": name, "ms_names": name, "permanent_member": "False"}
        yield {**shared, **own, **dict.fromkeys(("ms_vote", "ms_votes"), letters[position])}


def opened(folder: Path, data: bytes, name: str = "catalogue") -> Opened:
    """Return bytes as an opened file."""
    path = folder / name
    path.write_bytes(data)
    return Opened(path, name)


def read_back(reader: Reader, folder: Path, data: bytes, gazetteer: Gazetteer) -> list[Found]:
    """Return all that a reader finds in bytes."""
    return list(reader.read(opened(folder, data), gazetteer))


def positions_of(found: Iterable[Found]) -> dict[VoteKey, list[tuple[str, Position]]]:
    """Return the positions said, by vote, in the order of the document."""
    said: dict[VoteKey, list[tuple[str, Position]]] = {}
    for one in found:
        if isinstance(one, Statement) and isinstance(one.says, PositionSaid):
            said.setdefault(one.says.vote, []).append((one.says.state, one.says.position))
    return said


def all_left(found: Iterable[Found], why: WhyLeft | None = None) -> list[Left]:
    """Return what was left, or left for one reason."""
    return [one for one in found if isinstance(one, Left) and why in (None, one.why)]


def says(found: Iterable[Found], kind: type) -> list:
    """Return what the statements of one kind say."""
    return [one.says for one in found if isinstance(one, Statement) and isinstance(one.says, kind)]
