"""Draws votes that are in no doubt and that their description points to alone, with ways to name what is in them."""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from random import Random

from onrecord.claims.lexicon import table
from onrecord.claims.naming import day
from onrecord.claims.votes.selecting import council_votes
from onrecord.record.ballots import Ballot
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import ListStatus, Status
from onrecord.vocabulary.situations import PALESTINE
from onrecord.vocabulary.states import NameKind, in_running_text

SURE = frozenset({Status.AGREED, Status.ONE_WITNESS})


@lru_cache(maxsize=4)
def sound_votes(record: Record) -> tuple[Ballot, ...]:
    """Return the votes with a full list, no position in doubt, figures that match it, and a symbol of their own."""
    texts, roll_calls = defaultdict(int), defaultdict(int)
    for text in council_texts(record):
        texts[text.symbol] += 1
    for ballot in council_votes(record):
        roll_calls[ballot.symbol] += 1
    return tuple(
        b
        for b in council_votes(record)
        if _sound(b) and b.symbol and " " not in b.symbol and texts[b.symbol] == roll_calls[b.symbol] == 1
    )


def _sound(ballot: Ballot) -> bool:
    return (
        ballot.vote_taken
        and ballot.status in SURE
        and ballot.list_status == ListStatus.FULL
        and ballot.date_precision == "day"
        and not any(ballot.doubtful(s) for s in ballot.members)
        and all(ballot.position(s) in LISTED for s in ballot.members)
        and (ballot.yes, ballot.no, ballot.abstain) == tuple(len(took(ballot, p)) for p in LISTED[:3])
    )


def took(ballot: Ballot, position: Position) -> list[str]:
    """Return the members that took a position, by code."""
    return sorted(s for s in ballot.members if ballot.position(s) is position)


@lru_cache(maxsize=4)
def single_votes(record: Record) -> tuple[Ballot, ...]:
    """Return the sound votes on resolutions that are the only text of their month on their one situation."""
    in_month: dict[tuple[str, int, int], int] = defaultdict(int)
    for text in council_texts(record):
        # A text without a day may be of any month: its situations are left out.
        for subject in text.subjects:
            if text.decided_on is None:
                in_month[subject, 0, 0] += 1
            elif text.kind not in {"amendment", "motion"}:
                in_month[subject, text.decided_on.year, text.decided_on.month] += 1
    return tuple(
        b
        for b in sound_votes(record)
        if b.kind == "resolution"
        and len(b.subjects) == 1
        and b.subjects[0] != PALESTINE
        and in_month[b.subjects[0], b.date.year, b.date.month] == 1
        and not in_month[b.subjects[0], 0, 0]
    )


@lru_cache(maxsize=4)
def years_of_situations(record: Record) -> dict[tuple[str, int], tuple[Ballot, ...]]:
    """Return the votes on resolutions by situation and year, where all of them are sound."""
    found: dict[tuple[str, int], list[Ballot]] = defaultdict(list)
    for ballot in council_votes(record):
        if ballot.kind == "resolution" and ballot.vote_taken:
            for subject in ballot.subjects:
                found[subject, ballot.date.year].append(ballot)
    sure = {b.rollcall_id for b in council_votes(record) if _sound(b)}
    return {
        key: tuple(votes)
        for key, votes in found.items()
        if key[0] != PALESTINE and all(b.rollcall_id in sure for b in votes)
    }


@lru_cache(maxsize=2048)
def names_of(record: Record, state: str, on: date) -> tuple[str, ...]:
    """Return the names a state goes by in running text, its capital among them, each only its own."""
    gazetteer = record.gazetteer
    known = {gazetteer.name(state), gazetteer.name(state, on)}
    known |= {
        n.name
        for n in gazetteer.names(state)
        if n.language == "en" and n.kind is NameKind.ALIAS and n.valid(on) and len(n.name) > 3
    }
    plain = [in_running_text(n) for n in sorted(known) if _only_its(record, n, state) and not set(n) & set("(.,")]
    return tuple(plain) + tuple(f for f in table("capitals").get(state, ()) if _no_other(record, f, state))


def _only_its(record: Record, name: str, state: str) -> bool:
    try:
        return record.gazetteer.resolve(name).iso3 == state
    except NotInVocabulary:
        return False


def _no_other(record: Record, form: str, state: str) -> bool:
    """Whether a capital's name is no other state's name: Luxembourg is its own, Mexico City is longer than Mexico."""
    try:
        return record.gazetteer.resolve(form).iso3 == state
    except NotInVocabulary:
        return True


def a_name(record: Record, state: str, on: date, chance: Random) -> str:
    """Return one of a state's names; most often the UN's short name."""
    short, others = in_running_text(record.gazetteer.name(state)), names_of(record, state, on)
    return short if short in others and chance.random() < 0.65 else chance.choice(others)


def a_day(value: date, chance: Random) -> str:
    """Return a date as documents write one: "on 28 March 2014", "in March 2014"."""
    forms = (f"on {day(value)}", f"on {value:%B} {value.day}, {value.year}", f"in {value:%B %Y}")
    return chance.choice(forms)


def a_symbol(text: Ballot | CouncilText, chance: Random) -> str:
    """Return a text by its symbol, as documents write it: "resolution 25/1", "A/HRC/RES/25/1"."""
    symbol = str(text.symbol)
    noun = {"resolution": "resolution", "decision": "decision", "draft": "draft", "amendment": "amendment"}.get(
        text.kind, "text"
    )
    forms = [symbol, f"{noun} {symbol}", f"the {noun} {symbol}"]
    if symbol.startswith("A/HRC/RES/") and symbol.count("/") == 4:
        short = symbol.removeprefix("A/HRC/RES/")
        forms += [f"resolution {short}", f"Human Rights Council resolution {short}", f"HRC resolution {short}"]
        forms += [f"Council resolution {short}", f"HRC/RES/{short}"]
    return chance.choice(forms)


def a_situation(record: Record, subject: str, chance: Random) -> str:
    """Return the one resolution on a situation, as documents write it: "the resolution on Syria"."""
    label = situation_name(record, subject)
    bare = label.removeprefix("the ")
    return chance.choice(
        (
            f"the resolution on {label}",
            f"the {bare} resolution",
            f"the resolution on human rights in {label}",
            f"the resolution on the situation of human rights in {label}",
            f"the Council's resolution on {label}",
            f"the Human Rights Council resolution on {label}",
        )
    )


def situation_name(record: Record, subject: str) -> str:
    """Return a situation's name in running text, without what stands in brackets."""
    return in_running_text(record.subjects[subject].label.split(" (")[0])
