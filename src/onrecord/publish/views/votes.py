"""Lists of votes under filters that can be shared as an address."""

from dataclasses import dataclass, fields
from datetime import date

from onrecord.publish.languages.state_names import state_name
from onrecord.publish.views.shared import Sources, VoteLine, find_subject, vote_line
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.texts import TextKind


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of votes is narrowed by; each as a reader writes it, None for no filter."""

    state: str | None = None
    year: int | None = None
    situation: str | None = None
    session: str | None = None
    item: str | None = None
    kind: str | None = None
    position: str | None = None
    status: str | None = None
    words: str | None = None
    body: str = Body.HRC.value

    def given(self) -> dict[str, str]:
        """The filters that narrow the list, by name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in values.items() if value not in {None, ""} and name != "body"}


@dataclass(frozen=True, slots=True)
class VoteList:
    """The votes that filters leave, a stretch of them, and how many there are in all."""

    filters: Filters
    state_name: str | None
    n: int
    start: int
    votes: tuple[VoteLine, ...]
    counts: tuple[tuple[str, int], ...]


def vote_list(record: Record, filters: Filters, start: int = 0, limit: int | None = None) -> VoteList:
    """Return the votes that the filters leave, latest first; NotInVocabulary for a filter that means nothing.

    With a state, the list holds the votes in which it could take part, each with its position, and
    ``counts`` says how often it took each.
    """
    state = record.gazetteer.resolve(filters.state, _on(filters)) if filters.state else None
    where, parameters = _conditions(record, filters)
    found = ballots(record, where, parameters, (state.iso3,) if state else ())
    code = state.iso3 if state else None
    chosen = [b for b in found if code is None or _takes_part(b, code)]
    if filters.position and code:
        chosen = [b for b in chosen if b.position(code) == filters.position]
    latest = sorted(chosen, key=lambda b: (b.date, b.rollcall_id), reverse=True)
    shown = latest[start : start + limit if limit is not None else None]
    sources = Sources(record)
    return VoteList(
        filters=filters,
        state_name=state_name(record.gazetteer, code) if code else None,
        n=len(chosen),
        start=start,
        votes=tuple(vote_line(record, b, sources, code) for b in shown),
        counts=tuple(_counts(chosen, code)) if code else (),
    )


def _on(filters: Filters) -> date | None:
    return date(filters.year, 12, 31) if filters.year else None


def _takes_part(ballot: Ballot, state: str) -> bool:
    if ballot.body is Body.GA:
        return state in ballot.casts
    return ballot.vote_taken and state in ballot.members


def _counts(chosen: list[Ballot], state: str) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for ballot in chosen:
        position = ballot.position(state)
        found[position.value if position else "not in the record"] = (
            found.get(position.value if position else "not in the record", 0) + 1
        )
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def _conditions(record: Record, filters: Filters) -> tuple[str, dict[str, object]]:
    said: list[str] = ["body = $body", "vote_taken"]
    parameters: dict[str, object] = {"body": _one_of(filters.body, [b.value for b in Body], "body")}
    if filters.year is not None:
        said.append("year(date) = $year")
        parameters["year"] = _known_year(record, filters)
    if filters.situation:
        said.append("text_id IN (SELECT text_id FROM situation WHERE subject = $subject)")
        parameters["subject"] = find_subject(record, filters.situation).subject
    if filters.session:
        said.append("session = $session")
        parameters["session"] = known_session(record, filters.session, parameters["body"])
    if filters.item:
        said.append("agenda_item = $item")
        parameters["item"] = _one_of(filters.item, [str(n) for n in range(1, 11)], "agenda item")
    if filters.kind:
        said.append("kind = $kind")
        parameters["kind"] = _one_of(filters.kind, [k.value for k in TextKind] + ["text"], "kind")
    if filters.status:
        said.append("status = $status")
        parameters["status"] = filters.status
    if filters.words:
        said.append("contains(lower(strip_accents(title)), lower(strip_accents($words)))")
        parameters["words"] = filters.words
    if filters.position:
        _one_of(filters.position, [p.value for p in Position], "position")
        _needs_state(filters)
    return " AND ".join(said), parameters


def _needs_state(filters: Filters) -> None:
    if not filters.state:
        raise NotInVocabulary("filter", f"position={filters.position}", "a state along with a position")


def _one_of(found: str, known: list[str], noun: str) -> str:
    if found not in known:
        raise NotInVocabulary(noun, found, f"one of {', '.join(known)}")
    return found


def _known_year(record: Record, filters: Filters) -> int:
    ((first, last),) = record.tuples(
        "SELECT min(year(date)), max(year(date)) FROM rollcall WHERE body = $body", {"body": filters.body}
    )
    if filters.year is None or not first <= filters.year <= last:
        raise NotInVocabulary("year", str(filters.year), f"a year from {first} to {last}")
    return filters.year


def known_session(record: Record, asked: str, body: object = Body.HRC.value) -> str:
    """Return a session as the record writes it ("25", "S-21"); NotInVocabulary if the record has none such."""
    wanted = asked.strip().upper().replace("OM/", "OM-")
    known = {s for (s,) in record.tuples("SELECT DISTINCT session FROM rollcall WHERE body = $body", {"body": body})}
    if body == Body.HRC.value:
        known |= {s for (s,) in record.tuples("SELECT session FROM session")}
    if wanted not in known:
        numbers = sorted(int(s) for s in known if s.isdigit())
        raise NotInVocabulary("session", asked, f"a session from {numbers[0]} to {numbers[-1]}, or S-1, S-2 and so on")
    return wanted
