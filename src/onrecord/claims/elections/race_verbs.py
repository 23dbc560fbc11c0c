"""Which verbs tell of an election here: each in its own surroundings, as most are used of much else."""

from collections.abc import Callable

from onrecord.claims.elections.nearby import (
    COUNCIL,
    ELECTION,
    POSSESSIVE,
    ahead,
    back,
    following,
    light_word,
    spoken,
    state_ahead,
)
from onrecord.claims.mentions import Kind, Linked, Mention

_COUNCIL_SEATS = 47
_PLAIN_LOSS = frozenset({"lost", "lose", "loses", "losing"})
_NEEDS_THE_COUNCIL = (
    frozenset({"enter", "enters", "entered", "entering", "choose", "chooses", "chose", "chosen", "choosing"})
    | frozenset({"prevail", "prevailed", "prevails"})
)  # fmt: skip


def election_verb(linked: Linked, i: int) -> str:
    """Return what the verb at a place tells of an election: won, lost, polled …; nothing where it does not."""
    m = linked[i]
    return next((name for name, holds in _VERBS.items() if m.tagged(f"v.elect.{name}") and holds(linked, i)), "")


def light_verb(linked: Linked, i: int) -> str:
    """Return what a verb of many uses tells of an election: get, stood, rose, fell, held; nothing where it does not."""
    m = linked[i]
    return next((name for name, holds in _LIGHT.items() if m.tagged(f"v.elect.{name}") and holds(linked, i)), "")


def _won(linked: Linked, i: int) -> bool:
    m = linked[i]
    if m.text.lower().startswith("election") and not _of_a_state(linked, i):
        return False
    if i and linked[i - 1].tagged(*COUNCIL) and state_ahead(linked, i, 2):
        return False  # the Council elects its president; its members the General Assembly
    if m.text.lower() in _NEEDS_THE_COUNCIL:
        return any(a.tagged(*COUNCIL) for a in ahead(linked, i, 3))
    return _to_the_council(linked, i) and not (m.text.lower() == "elected" and _adjective(linked, i))


def _of_a_state(linked: Linked, i: int) -> bool:
    """Whether an election named by its noun is a state's: "Kenya's first election to", "the election of Kenya"."""
    before = next((b for b in back(linked, i, 3) if b.kind is not Kind.ORDINAL and not b.tagged("order")), None)
    owned = before is not None and (before.tagged("pronoun.it") or before.text in POSSESSIVE)
    return owned or state_ahead(linked, i, 2)


_BESIDE = frozenset({"unopposed", "alongside", "despite", "today", "yesterday", "last", "earlier", "amid"})
_PREPOSITIONS = frozenset({"to", "onto", "into", "as", "on"})


def _to_the_council(linked: Linked, i: int) -> bool:
    """Whether what a state is elected to is the Council, or not said: no board, no office, no other body."""
    after = following(linked, i)
    if after is None or after.tagged(*COUNCIL, "n.term", "term", "elect"):
        return True
    if after.kind in {Kind.WORD, Kind.NAME}:
        return light_word(after.text.lower()) or after.text.lower() in _BESIDE
    last = linked[i].text.lower().split()[-1]
    if after.text.lower() not in _PREPOSITIONS and last not in _PREPOSITIONS:
        return True
    named = (*COUNCIL, "n.seat", "n.opening", "n.term", "n.newcomer", "pronoun.it", "term", "v.member")
    return any(a.tagged(*named) for a in ahead(linked, i))


def _adjective(linked: Linked, i: int) -> bool:
    """Whether "elected" only says which states: "the five elected African states"."""
    after = next((a for a in ahead(linked, i, 3) if a.kind is not Kind.GROUP), None)
    passive = any(b.text.lower() in {"was", "were", "been", "is", "are"} for b in back(linked, i, 2))
    return after is not None and after.tagged("n.member", "n.candidate") and not passive


def _again(linked: Linked, i: int) -> bool:
    """Whether re-election is told, not sought or ruled out: "won re-election", "its re-election in 2015"."""
    if any(b.tagged("v.member.barred", "v.member.eligible", "v.elect.stood") for b in back(linked, i, 4)):
        return False
    if not linked[i].text.lower().startswith(("re-election", "reelection")):
        return _to_the_council(linked, i)
    won = any(b.tagged("v.elect.get") for b in back(linked, i, 3))
    return won or _of_a_state(linked, i) or linked[i].text.lower().endswith("of")


def _lost(linked: Linked, i: int) -> bool:
    if linked[i].text.lower() in _PLAIN_LOSS:
        return spoken(linked, *ELECTION, "v.elect.won")
    dated = any(a.kind is Kind.PERIOD for a in ahead(linked, i, 3))
    return dated or spoken(linked, *ELECTION, *COUNCIL, "v.elect.won", "v.elect.get", "v.member.is")


def _went(linked: Linked, i: int) -> bool:
    return any(b.tagged("n.seat", "n.opening") for b in back(linked, i, 8)) and state_ahead(linked, i, 3)


def _polled(linked: Linked, i: int) -> bool:
    return any(a.kind is Kind.NUMBER for a in ahead(linked, i))


def _placed(linked: Linked, i: int) -> bool:
    near = ahead(linked, i, 3)
    place = any(a.kind is Kind.ORDINAL or a.tagged("elect.last", "order.first", "order.last") for a in near)
    return place and spoken(linked, *ELECTION)


def _set_beside(linked: Linked, i: int) -> bool:
    return state_ahead(linked, i, 2) and spoken(linked, *ELECTION)


def _gave(linked: Linked, i: int) -> bool:
    """Whether so many states gave a state their votes: "183 states gave X their vote", "183 states voted for X"."""
    given = state_ahead(linked, i, 3)
    counted = [b.value for b in back(linked, i, 5) if b.kind is Kind.NUMBER]
    if linked[i].text.lower().startswith(("give", "gave", "giving")):
        votes = any(a.tagged("n.ballot") or a.text.lower().startswith(("vote", "ballot")) for a in ahead(linked, i))
        return given and bool(counted) and votes
    on_a_text = spoken(linked, "n.text.resolution", "n.text.draft", "n.text.amendment")
    # No more than 47 can vote in the Council: more is an election in the General Assembly.
    told = any(n > _COUNCIL_SEATS for n in counted) or spoken(linked, *_CANDIDATE, *COUNCIL)
    return given and bool(counted) and told and not on_a_text


_CANDIDATE = ("n.seat", "n.term", "n.race", "v.elect.won", "n.candidate")


def _always(linked: Linked, i: int) -> bool:
    return True


_VERBS: dict[str, Callable[[Linked, int], bool]] = {
    "ahead": _set_beside,
    "trail": _set_beside,
    "withdrew": _always,
    "returned": _to_the_council,
    "kept": _always,
    "beat": lambda linked, i: state_ahead(linked, i, 3),
    "again": _again,
    "polled": _polled,
    "lost": _lost,
    "won": _won,
    "went": _went,
    "top": _always,
    "placed": _placed,
    "gave": _gave,
}


def _held(linked: Linked, i: int) -> bool:
    return any(m.tagged("n.race") for m in (*back(linked, i), *ahead(linked, i, 3)))


def _moved(linked: Linked, i: int) -> bool:
    return any(a.kind is Kind.NUMBER for a in ahead(linked, i, 3)) and spoken(linked, "n.ballot", "n.race")


def _stood(linked: Linked, i: int) -> bool:
    if "candidate" in linked[i].text.lower():
        return True
    after = next((a for a in ahead(linked, i, 3) if a.kind is not Kind.GROUP), None)
    if after and linked[i].tagged("contest") and after.tagged("n.seat", "n.race", "n.slate", "n.opening"):
        return False
    around = ("n.seat", "n.race", "n.opening", "n.candidate", "contest")
    if linked[i].text.lower().startswith(("seek", "sought")):
        around = ("n.seat", "n.race", "v.elect.again")
    here = any(a.tagged(*around) for a in (linked[i], *ahead(linked, i, 8)))
    return here or any(b.tagged("n.candidate", "n.slate") for b in back(linked, i))


_LIGHT: dict[str, Callable[[Linked, int], bool]] = {
    "stood": _stood,
    "rose": _moved,
    "fell": _moved,
    "get": lambda linked, i: bool(got(linked, i)),
    "held": _held,
}


def got(linked: Linked, i: int) -> str:
    """Return what a state wins or receives: "won" a seat, "polled" votes; nothing where it is neither."""
    figure = False
    for k in range(i + 1, min(i + 14, len(linked))):
        m = linked[k]
        told = _gain(linked, i, k)
        if told is not None:
            return told
        figure = figure or (m.kind is Kind.NUMBER and 2 < m.value < 194)
        if _ends(m):
            break
    in_passing = ("v.elect.kept", "v.elect.polled", "v.elect.won", "v.elect.lost")
    return "polled" if figure and spoken(linked, *in_passing) else ""


def _gain(linked: Linked, i: int, k: int) -> str | None:
    """Return what the noun at ``k`` makes of the verb at ``i``; None where it decides nothing."""
    m = linked[k]
    if m.tagged("n.seat", "n.opening"):
        return "" if _of_another_body(linked, k) else "won"
    if m.tagged("n.race") and linked[i].text.lower().startswith("w"):
        return "won"
    if m.tagged("n.term") or (m.tagged("n.text") and not m.tagged("n.ballot", "n.race")):
        return ""
    return "polled" if m.tagged("n.ballot", "elect.more", "elect.fewer", "elect.equal") else None


def _ends(m: Mention) -> bool:
    verb = m.tagged("v.elect") and not m.tagged("elect", "contest", "order")
    stop = m.kind in {Kind.STATE, Kind.PERIOD, Kind.MARK} and m.text not in {"-", "–", "'s", "’s"}
    return verb or stop


def _of_another_body(linked: Linked, k: int) -> bool:
    """Whether a seat is one on something else than the Council: "a seat on the board"."""
    after = following(linked, k)
    if after is None or after.text.lower() not in {"on", "in", "at"}:
        return False
    named = next((a for a in ahead(linked, k + 1, 4) if a.kind not in {Kind.SMALL, Kind.MARK}), None)
    return named is not None and named.kind in {Kind.WORD, Kind.NAME} and not named.tagged(*COUNCIL)
