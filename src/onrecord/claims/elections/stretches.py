"""Cuts a sentence into stretches about elections and seats, one verb each, and finds whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.mentions import Kind, Linked, Mention

ELECTION = ("n.race", "n.seat", "n.candidate", "n.ballot.votes", "n.newcomer", "n.slate", "n.opening", "contest")
"""Nouns that show that a sentence is about an election."""
COUNCIL = ("body.council",)
_NEAR = 6
_COUNCIL_SEATS = 47
_OWNED = ("n.ballot", "n.term", "n.race", "n.candidate", "n.seat", "v.elect", "v.member", "order", "n.times")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a sentence: its verb at ``at`` (None where a noun carries it), what kind it is, whose.

    ``kind`` is the verb's last tag: won, lost, polled, is, leave … or "nominal". ``subject`` are the places of the
    states it is about, its own or those of the stretch before.
    """

    linked: Linked
    first: int
    last: int
    at: int
    kind: str
    subject: tuple[int, ...] = ()
    inherited: bool = False

    @property
    def places(self) -> range:
        """All its places."""
        return range(self.first, self.last + 1)

    @property
    def after(self) -> range:
        """The places behind its verb."""
        return range(self.at + 1, self.last + 1)

    @property
    def before(self) -> range:
        """The places before its verb."""
        return range(self.first, self.at)

    def has(self, *tags: str) -> bool:
        """Whether a mention in it has one of the tags."""
        return any(self.linked[i].tagged(*tags) for i in self.places)


_ELECT = ("ahead", "trail", "withdrew", "returned", "kept", "beat", "again", "polled", "lost", "won", "went", "top", "placed", "gave")
_LIGHT = ("stood", "rose", "fell", "get", "held")
_MEMBER = ("barred", "eligible", "suspended", "withdrew", "return", "come", "leave", "succeed", "is", "consist")


def stretches(linked: Linked) -> list[Stretch]:
    """Return the parts of a sentence that are about elections or seats, in order."""
    verbs = [(i, kind) for i in range(len(linked)) if (kind := _kind(linked, i))]
    if not any(kind != "foreign" for _, kind in verbs):
        return _nominal(linked, verbs)
    return [_named(s) for s in _with_subjects(linked, list(_cut(linked, verbs)))]


def _named(stretch: Stretch) -> Stretch:
    """A part with another verb that speaks of slates and candidates is about an election all the same."""
    if stretch.kind == "foreign" and stretch.has(*_BY_NOUN):
        return replace(stretch, kind="nominal")
    return stretch


_BY_NOUN = ("contest", "n.candidate.candidate", "n.seat", "n.newcomer.winner", "n.newcomer.loser", "n.newcomer.newcomer")


def _nominal(linked: Linked, verbs: Sequence[tuple[int, str]]) -> list[Stretch]:
    tags = _BY_NOUN if verbs else (*ELECTION, "n.term", "elect.session")
    seated = not verbs and _spoken(linked, "n.member.member") and any(m.kind is Kind.NUMBER for m in linked.mentions)
    if not seated and not _spoken(linked, *tags):
        return []
    whole = Stretch(linked, 0, len(linked) - 1, len(linked) - 1, "nominal")
    return _with_subjects(linked, [whole])


def _kind(linked: Linked, i: int) -> str:
    """Return what a mention does as the verb of a stretch; nothing where it does not carry one here."""
    m = linked[i]
    if not m.tagged("v"):
        return ""
    for name in _ELECT:
        if m.tagged(f"v.elect.{name}") and _holds(linked, i, name):
            return f"elect.{name}"
    for name in _MEMBER:
        if m.tagged(f"v.member.{name}") and _seated(linked, i, name):
            return f"member.{name}"
    for name in _LIGHT:
        if m.tagged(f"v.elect.{name}") and _light(linked, i, name):
            return f"elect.{name}"
    for name in ("term_end", "term_begin", "term_have"):
        if m.tagged(f"v.member.{name}") and _of_a_term(linked, i, name):
            return f"member.{name}"
    return "foreign" if _foreign(linked, i) else ""


def _foreign(linked: Linked, i: int) -> bool:
    """Whether a mention is the verb of a part that others read; "15 states that" has no verb."""
    m = linked[i]
    if i and linked[i - 1].kind in {Kind.NUMBER, Kind.ORDINAL} and not m.text.lower().startswith("vot"):
        return False
    mine = m.tagged("v.elect", "v.member", "n.ballot", "n.race", "n.seat", "n.candidate", "n.term", "elect", "term")
    return not mine and m.kind is Kind.PHRASE and not m.tagged("foreign.none", "v.vote_won")


def _spoken(linked: Linked, *tags: str) -> bool:
    return any(m.tagged(*tags) for m in linked.mentions)


def _ahead(linked: Linked, i: int, steps: int = _NEAR) -> Iterator[Mention]:
    return (linked[k] for k in range(i + 1, min(i + 1 + steps, len(linked))))


def _back(linked: Linked, i: int, steps: int = _NEAR) -> Iterator[Mention]:
    return (linked[k] for k in range(i - 1, max(-1, i - 1 - steps), -1))


_WEAK = frozenset(["enter", "enters", "entered", "entering", "choose", "chooses", "chose", "chosen", "choosing", "prevail", "prevailed"])


def _holds(linked: Linked, i: int, name: str) -> bool:
    m = linked[i]
    if name in {"ahead", "trail"}:
        return any(a.kind is Kind.STATE for a in _ahead(linked, i, 2)) and _spoken(linked, *ELECTION)
    if m.text.lower().startswith("election") and not _of_a_state(linked, i):
        return False
    if name in {"won", "returned", "again"} and not _to_the_council(linked, i):
        return False
    if name == "again":
        return _elected_again(linked, i)
    if name == "beat":
        return any(a.kind is Kind.STATE for a in _ahead(linked, i, 3))
    if name == "went":
        return any(b.tagged("n.seat", "n.opening") for b in _back(linked, i, 8)) and any(
            a.kind is Kind.STATE for a in _ahead(linked, i, 3)
        )
    if name == "polled":
        return any(a.kind is Kind.NUMBER for a in _ahead(linked, i))
    if name == "placed":
        return any(a.kind is Kind.ORDINAL or a.tagged("elect.last", "order.first", "order.last") for a in _ahead(linked, i, 3)) and _spoken(linked, *ELECTION)  # noqa: E501
    if name == "gave":
        return _gave(linked, i)
    if m.text.lower() in _WEAK:
        return any(a.tagged(*COUNCIL) for a in _ahead(linked, i, 3))
    if name == "won" and m.text.lower() == "elected" and _adjective(linked, i):
        return False
    if name == "lost":
        return _spoken(linked, *ELECTION, *COUNCIL, "v.elect.won", "v.elect.get", "v.member.is") or _dated(linked, i)
    return True


def _of_a_state(linked: Linked, i: int) -> bool:
    """Whether an election named by its noun is a state's: "Kenya's election to", "its election", "election of Kenya"."""
    owned = i > 0 and (linked[i - 1].tagged("pronoun.it") or linked[i - 1].text in {"'s", "’s"})
    return owned or any(a.kind is Kind.STATE for a in _ahead(linked, i, 2))


def _to_the_council(linked: Linked, i: int) -> bool:
    """Whether what a state is elected to is the Council, or not said: no board, no office, no other body."""
    following = linked[i + 1] if i + 1 < len(linked) else None
    if following is None or following.tagged(*COUNCIL, "n.term", "term", "elect"):
        return True
    if following.kind in {Kind.WORD, Kind.NAME}:
        return _light_word(following.text.lower()) or following.text.lower() in _BESIDE
    last = linked[i].text.lower().split()[-1]
    if following.text.lower() not in {"to", "onto", "into", "as", "on"} and last not in {"to", "onto", "on", "into"}:
        return True
    return any(a.tagged(*COUNCIL, *_ITS_SEATS) or a.tagged("pronoun.it", "term", "v.member") for a in _ahead(linked, i, 6))


_BESIDE = frozenset(("unopposed", "alongside", "despite", "today", "yesterday", "last", "earlier", "amid"))
_ITS_SEATS = ("n.seat", "n.opening", "n.term", "n.newcomer")


def _adjective(linked: Linked, i: int) -> bool:
    """Whether "elected" only says which states: "the five elected African states"."""
    following = next((a for a in _ahead(linked, i, 3) if a.kind is not Kind.GROUP), None)
    passive = any(b.text.lower() in {"was", "were", "been", "is", "are"} for b in _back(linked, i, 2))
    return following is not None and following.tagged("n.member", "n.candidate") and not passive


def _elected_again(linked: Linked, i: int) -> bool:
    """Whether re-election is told, not sought or ruled out: "won re-election", "its re-election in 2015"."""
    if any(b.tagged("v.member.barred", "v.member.eligible", "v.elect.stood") for b in _back(linked, i, 4)):
        return False
    if not linked[i].text.lower().startswith(("re-election", "reelection")):
        return True
    won = any(b.tagged("v.elect.get") for b in _back(linked, i, 3))
    owned = i > 0 and (linked[i - 1].tagged("pronoun.it") or linked[i - 1].text in {"'s", "’s"})
    return won or owned or linked[i].text.lower().endswith("of")


def _dated(linked: Linked, i: int) -> bool:
    return any(a.kind is Kind.PERIOD for a in _ahead(linked, i, 3))


def _gave(linked: Linked, i: int) -> bool:
    """Whether so many states gave a state their votes: "183 states gave X their vote", "183 states voted for X"."""
    given = any(a.kind is Kind.STATE for a in _ahead(linked, i, 3))
    counted = [b.value for b in _back(linked, i, 5) if b.kind is Kind.NUMBER]
    if linked[i].text.lower().startswith(("give", "gave", "giving")):
        votes = any(a.tagged("n.ballot") or a.text.lower().startswith(("vote", "ballot")) for a in _ahead(linked, i))
        return given and bool(counted) and votes
    if any(n > _COUNCIL_SEATS for n in counted):
        return given and not _spoken(linked, "n.text.resolution", "n.text.draft", "n.text.amendment")
    shown = _spoken(linked, "n.seat", "n.term", "n.race", "v.elect.won", *COUNCIL, "n.candidate")
    return given and bool(counted) and shown and not _spoken(linked, "n.text.resolution", "n.text.draft")


def _seated(linked: Linked, i: int, name: str) -> bool:
    m = linked[i]
    about = any(a.tagged(*COUNCIL, "n.term") for a in [m, *_ahead(linked, i, 5)])
    seat = any(a.tagged("n.seat", "n.opening") for a in [m, *_ahead(linked, i, 3)])
    if name == "is":
        return _of_the_council(linked, i)
    if name in {"come", "return", "leave"} and _elsewhere(linked, i):
        return False
    if name == "consist":
        return _spoken(linked, "n.member.member", *COUNCIL) and any(a.kind in {Kind.STATE, Kind.NUMBER, Kind.GROUP} or a.text == "the" for a in _ahead(linked, i, 2))  # noqa: E501
    if name == "succeed":
        vacated = any(a.tagged("v.member.leave") for a in _ahead(linked, i, 8)) or "seat" in m.text.lower()
        return (any(a.kind is Kind.STATE for a in _ahead(linked, i, 2)) and _spoken(linked, *COUNCIL, "n.seat", "n.race", "v.elect")) or vacated
    if name in {"barred", "eligible"}:
        return any(a.tagged("term.next", "v.elect.again") for a in [m, *_ahead(linked, i, 6)])
    if name in {"suspended", "withdrew"}:
        return about or any(b.tagged(*COUNCIL) or "membership" in b.text.lower() for b in _back(linked, i, 5))
    return about or seat or (name == "leave" and _dated(linked, i) and _spoken(linked, *COUNCIL, "n.term"))


def _of_the_council(linked: Linked, i: int) -> bool:
    """Whether what a state is a member of is the Council: named, or nothing else is."""
    m = linked[i]
    if "council" in m.text.lower():
        return not _elsewhere(linked, i)
    if m.text.lower().split()[-1] in {"of", "the", "in", "on"}:
        named = next((a for a in _ahead(linked, i, 3) if not a.tagged("term") and a.kind is not Kind.SMALL), None)
        return named is not None and named.tagged(*COUNCIL) and not _elsewhere(linked, i)
    near = any(a.tagged(*COUNCIL) for a in _ahead(linked, i, 9))
    served = any(b.tagged("v.elect") for b in _back(linked, i, len(linked)))
    alone = "member" in m.text.lower() or served or any(a.tagged("n.term") for a in _ahead(linked, i, 5))
    return not _elsewhere(linked, i) and (near or (alone and _nothing_named(linked, i)))


def _nothing_named(linked: Linked, i: int) -> bool:
    """Whether no body stands right behind the verb: "was a member in 2013", "to serve from 2016 to 2018"."""
    following = linked[i + 1] if i + 1 < len(linked) else None
    return following is None or following.kind in {Kind.PERIOD, Kind.MARK, Kind.NUMBER} or following.tagged(
        "n.term", "term", "order", "pronoun", "join", "elect"
    ) or following.text.lower() in {"a", "its", "for"}


def _elsewhere(linked: Linked, i: int) -> bool:
    """Whether it is something of the Council, not the Council itself, that is meant: "the Council's core group"."""
    for k in range(i, min(i + 10, len(linked) - 1)):
        if linked[k].tagged(*COUNCIL) or "council" in linked[k].text.lower():
            return linked[k + 1].text in {"'s", "’s"} or linked[k + 1].tagged("n.session")
    return False


def _light(linked: Linked, i: int, name: str) -> bool:
    if name == "get":
        return _gets(linked, i) != ""
    if name == "held":
        return any(b.tagged("n.race") for b in _back(linked, i, 6)) or any(a.tagged("n.race") for a in _ahead(linked, i, 3))
    if name in {"rose", "fell"}:
        return any(a.kind is Kind.NUMBER for a in _ahead(linked, i, 3)) and _spoken(linked, "n.ballot", "n.race")
    if "candidate" in linked[i].text.lower():
        return True
    following = next((a for a in _ahead(linked, i, 3) if a.kind is not Kind.GROUP), None)
    if following and linked[i].tagged("contest") and following.tagged("n.seat", "n.race", "n.slate", "n.opening"):
        return False
    here = any(a.tagged("n.seat", "n.race", "n.opening", "n.candidate", "contest") for a in [linked[i], *_ahead(linked, i, 8)])
    return here or any(b.tagged("n.candidate", "n.slate") for b in _back(linked, i, 6))


def _gets(linked: Linked, i: int) -> str:
    """Return what a state wins or receives: a seat, or votes; nothing where it is neither."""
    figure = False
    for k in range(i + 1, min(i + 14, len(linked))):
        m = linked[k]
        if m.tagged("n.seat", "n.opening") and not _of_another_body(linked, k):
            return "won"
        if m.tagged("n.seat", "n.opening"):
            return ""
        if (m.tagged("n.race") and linked[i].text.lower().startswith("w")):
            return "won"
        if m.tagged("n.text") and not m.tagged("n.ballot", "n.race"):
            return ""
        if m.tagged("n.ballot", "elect.more", "elect.fewer", "elect.equal"):
            return "polled"
        if m.tagged("n.term"):
            return ""
        if m.tagged("v.elect") and not m.tagged("elect", "contest", "order"):
            break
        figure = figure or (m.kind is Kind.NUMBER and 2 < m.value < 194)
        if m.kind in {Kind.STATE, Kind.PERIOD, Kind.MARK} and m.text not in {"-", "–", "'s", "’s"}:
            break
    return "polled" if figure and _spoken(linked, "v.elect.kept", "v.elect.polled", "v.elect.won", "v.elect.lost") else ""


def _of_another_body(linked: Linked, k: int) -> bool:
    """Whether a seat is one on something else than the Council: "a seat on the board"."""
    following = linked[k + 1] if k + 1 < len(linked) else None
    if following is None or following.text.lower() not in {"on", "in", "at"}:
        return False
    named = [a for a in _ahead(linked, k + 1, 4) if a.kind in {Kind.WORD, Kind.NAME, Kind.PHRASE, Kind.GROUP, Kind.PERIOD}]
    return bool(named) and not named[0].tagged(*COUNCIL, "n.slate", "n.race", "term") and named[0].kind in {Kind.WORD, Kind.NAME}


def got(stretch: Stretch) -> str:
    """Return what the state of a stretch wins: "won" a seat, "polled" votes."""
    return _gets(stretch.linked, stretch.at)


def _of_a_term(linked: Linked, i: int, name: str) -> bool:
    m = linked[i]
    following = linked[i + 1] if i + 1 < len(linked) else None
    if name == "term_have" and following is not None and following.tagged("v.member.term_have"):
        return False
    if name == "term_have" and m.tagged("v.elect.get") and _gets(linked, i):
        return False
    if name == "term_end" and any(b.tagged("n.term") for b in _back(linked, i, 7)):
        return not m.tagged("v.member.is")
    after = any(a.tagged("n.term") for a in _ahead(linked, i, 6))
    if name == "term_begin":
        return after or any(b.tagged("n.term") for b in _back(linked, i, 4))
    return after and not m.tagged("n.term")


def _cut(linked: Linked, verbs: Sequence[tuple[int, str]]) -> Iterator[Stretch]:
    firsts = [0]
    for (p, _), (q, _) in zip(verbs, verbs[1:], strict=False):
        firsts.append(_begin(linked, p, q))
    lasts = [f - 1 for f in firsts[1:]] + [len(linked) - 1]
    for (i, kind), first, last in zip(verbs, firsts, lasts, strict=True):
        if first <= i <= last:
            yield Stretch(linked, first, last, i, kind)


def _begin(linked: Linked, p: int, q: int) -> int:
    """Return where the part of the verb at ``q`` begins, after that of the one at ``p``."""
    strong = [i for i in range(p + 1, q) if linked[i].kind is Kind.MARK and linked[i].text in ";:—"]
    low = strong[-1] if strong else p
    subject = _subject_start(linked, low, q)
    if subject is not None:
        return subject
    if strong:
        return strong[-1]
    joints = [i for i in range(p + 1, q) if _joint(linked, i)]
    if joints:
        return joints[-1]
    at = q
    while at - 1 > p and linked[at - 1].kind is Kind.SMALL:
        at -= 1
    return at


def _joint(linked: Linked, i: int) -> bool:
    m = linked[i]
    between = m.kind is Kind.MARK and m.text in {",", "(", "–"} and not _inside_a_list(linked, i)
    tied = m.tagged("join.while", "join.which") or (m.tagged("join.as") and m.text.lower() not in {"with", "since", "until"})
    return between or tied or (m.tagged("join.and") and not _inside_a_list(linked, i))


def _inside_a_list(linked: Linked, i: int) -> bool:
    listed = (Kind.STATE, Kind.NUMBER, Kind.PERIOD, Kind.GROUP)
    before = next((m for m in _back(linked, i, 3) if m.kind is not Kind.SMALL), None)
    after = next((m for m in _ahead(linked, i, 3) if m.kind is not Kind.SMALL), None)
    return bool(before and after and before.kind in listed and after.kind in listed)


def _subject_start(linked: Linked, p: int, q: int) -> int | None:
    """Return where the subject right before a verb begins, with the word that ties it to what stands before."""
    at = q - 1
    while at > p and (linked[at].kind in {Kind.SMALL, Kind.WORD} or linked[at].tagged("order", "negation", "elect.margin", "term")):
        if linked[at].tagged("join.which") or linked[at].text.lower() in {"of", "to", "in", "by"}:
            return None
        at -= 1
    if at <= p or not (linked[at].kind is Kind.STATE or linked[at].tagged("pronoun.it")):
        return None
    at = _list_start(linked, p, at)
    while at - 1 > p and (linked[at - 1].text.lower() == "the" or linked[at - 1].tagged("join.while", "join.as")):
        at -= 1
    if at - 1 > p and (linked[at - 1].tagged("join.and") or linked[at - 1].text in {",", "("}):
        at -= 1
    return at


def _list_start(linked: Linked, p: int, at: int) -> int:
    """Return where a list of states that ends at a place begins: "A, B and C" back from C."""
    joined = False
    while True:
        k = at - 1
        while k > p and linked[k].text.lower() == "the":
            k -= 1
        tie = k > p and (linked[k].tagged("join.and") or (joined and linked[k].text == ","))
        j = k - 1
        if k > p and linked[k].tagged("join.and") and j > p and linked[j].text == ",":
            j -= 1
        if not tie or j <= p or linked[j].kind is not Kind.STATE:
            return at
        joined = joined or linked[k].tagged("join.and")
        at = j


def _with_subjects(linked: Linked, found: Sequence[Stretch]) -> list[Stretch]:
    known: tuple[int, ...] = ()
    done: list[Stretch] = []
    for stretch in found:
        own = _own_subject(stretch, known)
        cut_off = not own and _relative(stretch)
        done.append(replace(stretch, subject=own or (() if cut_off else known), inherited=not own))
        known = own or known
    return done


def _own_subject(stretch: Stretch, known: tuple[int, ...]) -> tuple[int, ...]:
    linked = stretch.linked
    if _relative(stretch):
        before = _antecedent(stretch)
        if before is not None and linked[before].kind is Kind.STATE:
            start = _list_start(linked, -1, before)
            return tuple(k for k in range(start, before + 1) if linked[k].kind is Kind.STATE)
        return ()
    return tuple(i for i in stretch.before if linked[i].kind is Kind.STATE and _heads(linked, i, stretch.first))


def _relative(stretch: Stretch) -> bool:
    linked = stretch.linked
    return linked[stretch.first].tagged("join.which") and stretch.first > 0


def _antecedent(stretch: Stretch) -> int | None:
    linked = stretch.linked
    return next((k for k in range(stretch.first - 1, -1, -1) if linked[k].kind is not Kind.MARK), None)


_AFTER_A_NAME = frozenset(("also", "again", "now", "then", "still", "itself", "both", "alone", "too", "together", "did", "all"))
_OF = frozenset(("of", "in", "from", "by", "for", "with", "on", "at", "to", "against", "between", "under", "like", "as", "via"))


def _heads(linked: Linked, i: int, first: int) -> bool:
    """Whether a state named before a verb is what the verb is about, not "Kenya's president", "a judge of Kenya"."""
    following = linked[i + 1] if i + 1 < len(linked) else None
    if following is not None and following.text in {"'s", "’s", "'", "’"}:
        return _owns(linked, i + 1)
    if following is not None and following.kind in {Kind.WORD, Kind.NAME} and not _light_word(following.text.lower()):
        return False
    start = _list_start(linked, first - 1, i)
    k = start - 1
    while k >= first and linked[k].text.lower() == "the":
        k -= 1
    if k < first or linked[k].text.lower() not in _OF:
        return True
    return k > 0 and linked[k - 1].tagged("v.elect", "v.member", "n.candidate", "n.term", "n.newcomer")


def _light_word(word: str) -> bool:
    return word.endswith("ly") or word in _AFTER_A_NAME


def _owns(linked: Linked, at: int) -> bool:
    """Whether what stands behind "'s" is a seat, a term, a candidacy or votes."""
    for m in _ahead(linked, at, 5):
        plain = m.kind in {Kind.ORDINAL, Kind.NUMBER, Kind.PERIOD, Kind.SMALL} or m.text in {"-", "three"}
        if m.tagged("n.ballot", "n.term", "n.race", "n.candidate", "n.seat", "v.elect", "v.member.leave"):
            return True
        if not (plain or m.tagged("order", "term", "contest")):
            return False
    return False
