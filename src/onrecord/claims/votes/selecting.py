"""Which votes and texts a description means, under each reading of what it leaves open."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from onrecord.claims.lexicon import key_of, table
from onrecord.claims.typed import Texts, Topic
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.find_text import children
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import PALESTINE, Selection

_KINDS = {
    "resolution": frozenset({"resolution"}),
    "decision": frozenset({"decision"}),
    "draft": frozenset({"draft", "resolution", "decision"}),
    "amendment": frozenset({"amendment"}),
    "motion": frozenset({"motion"}),
    "text": frozenset({"resolution", "decision", "draft"}),
    "vote": frozenset({"resolution", "decision", "draft"}),
    "issue": frozenset({"resolution", "decision", "draft"}),
    "inquiry": frozenset({"resolution", "decision", "draft"}),
    "": frozenset({"resolution", "decision", "draft"}),
}


@lru_cache(maxsize=16)
def council_votes(record: Record) -> tuple[Ballot, ...]:
    """Return all votes of the Council with every position."""
    return tuple(ballots(record, "body = 'HRC'", {}))


@lru_cache(maxsize=256)
def assembly_votes(record: Record, state: str) -> tuple[Ballot, ...]:
    """Return all votes of the Assembly with the position of one state."""
    return tuple(ballots(record, "body = 'GA'", {}, (state,)))


@lru_cache(maxsize=16)
def _by_subject(record: Record) -> dict[str, tuple[Ballot, ...]]:
    found: dict[str, list[Ballot]] = {}
    for ballot in council_votes(record):
        for subject in ballot.subjects:
            found.setdefault(subject, []).append(ballot)
    return {subject: tuple(votes) for subject, votes in found.items()}


@lru_cache(maxsize=16)
def _by_symbol(record: Record) -> dict[str, tuple[Ballot, ...]]:
    found: dict[str, list[Ballot]] = {}
    for ballot in council_votes(record):
        for name in {ballot.symbol, ballot.text_id} - {None}:
            found.setdefault(str(name), []).append(ballot)
    return {symbol: tuple(votes) for symbol, votes in found.items()}


def votes_meant(record: Record, texts: Texts) -> dict[str, tuple[Ballot, ...]]:
    """Return the Council's votes that a description means, under each named reading; empty ones included."""
    pool = _pool(record, texts)
    found = [b for b in pool if b.vote_taken and _fits(record, b, texts)]
    if not found and _titled_motion(texts):
        return votes_meant(record, replace(texts, noun="motion"))
    if not found and any(t.title for t in texts.topics):
        whole = replace(texts, topics=tuple(Topic(t.subject) for t in texts.topics))
        return {f"{name}, the situation taken whole": votes for name, votes in votes_meant(record, whole).items()}
    readings = _readings_of_country(found, texts) if texts.country and not texts.topics else _plain(found, texts)
    return {name: tuple(votes) for name, votes in readings.items()}


def _titled_motion(texts: Texts) -> bool:
    """Whether a motion may be meant, which only its title names: no other text may bear it."""
    return len(texts.title) > 3 and not texts.noun and not texts.symbols and not texts.topics


def _pool(record: Record, texts: Texts) -> Sequence[Ballot]:
    if texts.symbols:
        named = [b for forms in texts.symbols for form in forms for b in _by_symbol(record).get(form, ())]
        if texts.noun in {"amendment", "motion"} and not any(b.kind == texts.noun for b in named):
            # "The amendments to resolution 25/38" are other texts than the one named.
            named = [b for one in named if one.text_id for b in _about(record, one.text_id) if b.kind == texts.noun]
        return _unique(named)
    if texts.topics:
        return _unique(b for t in texts.topics for b in _by_subject(record).get(t.subject, ()))
    return council_votes(record)


@lru_cache(maxsize=512)
def _about(record: Record, text_id: str) -> tuple[Ballot, ...]:
    """Return the votes on amendments to a text and motions about it."""
    wanted = set(children(record, text_id))
    return tuple(b for b in council_votes(record) if b.rollcall_id in wanted)


def _unique(votes: Iterable[Ballot]) -> list[Ballot]:
    by_id = {b.rollcall_id: b for b in votes}
    return sorted(by_id.values(), key=lambda b: (b.date, b.rollcall_id))


def _fits(record: Record, ballot: Ballot, texts: Texts) -> bool:
    return (
        (bool(texts.symbols) or ballot.kind in _KINDS[texts.noun])
        and in_period(ballot, texts)
        and (not texts.items or ballot.agenda_item in texts.items)
        and (not texts.sessions or ballot.session in texts.sessions)
        and _on_topic(ballot, texts.topics)
        and not _on_any(ballot, texts.excluded)
        and title_has(ballot.title, texts.title)
    )


_TO_THE_VOTE = timedelta(days=28)
"""An amendment is voted on in the session it was tabled for, within four weeks of its document's date."""


def in_period(ballot: Ballot, texts: Texts) -> bool:
    """Return whether a vote was, or may have been, taken in the period: its day may be known by month only."""
    return texts.period is None or texts.period.overlaps(_days(ballot))


def _days(ballot: Ballot) -> Period:
    if ballot.date_precision == "month":
        return Period.month_of(ballot.date.year, ballot.date.month)
    if ballot.date_precision == "document":
        return Period(ballot.date, ballot.date + _TO_THE_VOTE)
    return Period.day_of(ballot.date)


def _on_topic(ballot: Ballot, topics: Sequence[Topic]) -> bool:
    return not topics or _on_any(ballot, topics)


def _on_any(ballot: Ballot, topics: Sequence[Topic]) -> bool:
    return any(t.subject in ballot.subjects and titled(ballot.title, t.title) for t in topics)


def titled(title: str, parts: Sequence[str]) -> bool:
    """Return whether a title holds one of the parts, however written."""
    bare = key_of(title)
    return not parts or any(key_of(part) in bare for part in parts)


_LIGHT = frozenset(table("small")["light"])


def title_has(title: str, words: Sequence[str]) -> bool:
    """Return whether a title holds every word of a theme, endings aside."""
    wanted = [_stem(w) for w in words if key_of(w) not in _LIGHT]
    if not wanted:
        return not words or title_has_all(title, words)
    held = {_stem(w) for w in re.findall(r"\w+", title)}
    return all(w in held for w in wanted)


def title_has_all(title: str, words: Sequence[str]) -> bool:
    """Return whether a title holds all the words in their order."""
    return " ".join(key_of(w) for w in words) in " ".join(key_of(w) for w in re.findall(r"\w+", title))


def _stem(word: str) -> str:
    key = key_of(word)
    return re.sub(r"(?<=\w{4})(ing|ed|ies|es|s|e|y|ion|ions|al)$", "", key)


def _readings_of_country(found: Sequence[Ballot], texts: Texts) -> dict[str, list[Ballot]]:
    if texts.items:
        return {f"under agenda item{'s' * (len(texts.items) > 1)} {', '.join(texts.items)}": _concerning(found)}
    if any(t.subject == PALESTINE for t in texts.excluded):
        return {"country situations other than the occupied Arab territories": _concerning(found)}
    return {
        "country situations, item 7 counted apart": [b for b in found if b.selected(Selection.VOTES_COUNT)],
        "country situations, item 7 included": _concerning(found),
    }


def _concerning(found: Sequence[Ballot]) -> list[Ballot]:
    return [b for b in found if b.subjects]


def _plain(found: Sequence[Ballot], texts: Texts) -> dict[str, list[Ballot]]:
    readings = {"texts as described": list(found)}
    if any(t.subject == PALESTINE and not t.title for t in texts.topics) and not texts.symbols:
        narrower = [b for b in found if not titled(b.title, ("golan",))]
        if narrower and len(narrower) < len(found):
            readings["without the texts on the occupied Syrian Golan"] = narrower
    return readings


def unvoted(record: Record, texts: Texts) -> list[CouncilText]:
    """Return the texts of a description that were adopted without a vote."""
    if not texts.described:
        return []
    return [t for t in texts_meant(record, texts) if t.how_decided == "without a vote"]


def texts_meant(record: Record, texts: Texts) -> list[CouncilText]:
    """Return the Council's texts that a description means, however they were decided."""
    wanted = {form for forms in texts.symbols for form in forms}
    found = [t for t in council_texts(record) if _text_fits(record, t, texts, wanted)]
    if not found and _titled_motion(texts):
        return texts_meant(record, replace(texts, noun="motion"))
    return found


def _text_fits(record: Record, text: CouncilText, texts: Texts, wanted: set[str]) -> bool:
    if wanted and text.symbol not in wanted and text.text_id not in wanted:
        return False
    undated = bool(wanted) and text.decided_on is None
    dated = texts.period is None or _decided_in(record, text, texts)
    return (
        (dated or undated)
        and (bool(wanted) or text.kind in _KINDS[texts.noun])
        and (not texts.items or text.agenda_item in texts.items)
        and (not texts.sessions or text.session in texts.sessions)
        and (not texts.topics or any(t.subject in text.subjects and titled(text.title, t.title) for t in texts.topics))
        and title_has(text.title, texts.title)
        and (not texts.country or bool(text.subjects))
    )


def _decided_in(record: Record, text: CouncilText, texts: Texts) -> bool:
    """Return whether a text was decided in the period; by its vote, whose day may not be known, where it had one."""
    votes = _by_symbol(record).get(text.text_id, ())
    if votes:
        return any(in_period(b, texts) for b in votes)
    return texts.period is not None and text.decided_on is not None and texts.period.contains(text.decided_on)


def lookalikes(record: Record, texts: Texts, counted: Sequence[Ballot]) -> list[Ballot]:
    """Return votes whose titles name a situation asked about but which concern another: the Syrian Golan, say."""
    if not texts.topics or texts.symbols:
        return []
    known = {b.rollcall_id for b in counted}
    names = [w for t in texts.topics for w in _names_of(record, t.subject)]
    asked = {t.subject for t in texts.topics}
    return [
        b
        for b in council_votes(record)
        if b.rollcall_id not in known
        and b.vote_taken
        and in_period(b, texts)
        and b.kind in _KINDS[texts.noun]
        and b.subjects
        and not asked & set(b.subjects)
        and any(re.search(rf"\b{re.escape(n)}\b", b.title, re.IGNORECASE) for n in names)
    ]


@lru_cache(maxsize=512)
def _names_of(record: Record, subject: str) -> tuple[str, ...]:
    if subject not in {state.iso3 for state in record.gazetteer.states}:
        return ()
    names = record.gazetteer.names(subject)
    return tuple(n.name for n in names if n.language == "en" and n.kind in {"short", "demonym"})


def position_of(ballot: Ballot, state: str) -> Position | None:
    """Return a state's position; in the Assembly an unlisted state's is not known."""
    if ballot.body is Body.GA and state not in ballot.casts:
        return None
    return ballot.position(state)
