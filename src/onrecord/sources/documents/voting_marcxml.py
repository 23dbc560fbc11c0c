"""Voting records in MARCXML: OHCHR Library's voting collection and the UN Digital Library's, one reader for both."""

import re
from collections.abc import Iterator

from onrecord.sources.catalogues import SEVERAL, Earlier, VotesRead, tally_written, vote_symbol
from onrecord.sources.documents.marcxml.records import VOTE_TAGS, Record, records
from onrecord.sources.documents.marcxml.votes import FIGURES, MarcVote, RowRead, VoteNote, is_draft, marc_vote
from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.naming import names_in_list
from onrecord.sources.voters import Voters
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.statements import (
    Left,
    OutcomeSaid,
    PositionSaid,
    Says,
    SponsorRole,
    SponsorSaid,
    Statement,
    TallySaid,
    TextSaid,
    VoteKey,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import parse_symbol

_RECORD = re.compile(rb"<(?:\w+:)?record[\s>]")
_VOTES = re.compile(rb"""<(?:\w+:)?datafield\s[^>]*\btag\s*=\s*["'](?:967|996|591)["']""")
_READ = {
    "245": "abc",
    "269": "a",
    "500": "a",
    "591": "a",
    "791": "abc",
    "793": "av",
    "856": "uy",
    "952": "a",
    "991": "abcd",
    "992": "a",
    "993": "a",
    "996": "".join(FIGURES),
    **dict.fromkeys(VOTE_TAGS, "abcde"),
}
_ADMINISTRATION = frozenset(("024", "035", "037", "039", "040", "041", "049", "089", "909", "930", "980", "981", "999"))
"""Fields about the record, not about the vote: whose it is, when it was made, in which collections it is kept."""

_OUTCOMES = {
    VoteNote.WITHOUT_VOTE: Outcome.ADOPTED_WITHOUT_A_VOTE,
    VoteNote.WITHDRAWN: Outcome.NOT_PUT,
    VoteNote.NOT_CONSIDERED: Outcome.NOT_PUT,
}
_LISTED = (VoteNote.RECORDED, VoteNote.RECORDED_BY_HAND)
_SPONSORS = re.compile(r"main\s+sponsors?\s*:\s*(?P<states>.*)", re.IGNORECASE)


def _recognises(opened: Opened) -> bool:
    return bool(_RECORD.search(opened.head) and _VOTES.search(opened.head))


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    voters, before, unread = Voters(gazetteer), VotesRead(), set[str]()
    for record in records(opened):
        if isinstance(record, Left):
            yield record
            continue
        yield from _unread(record, unread)
        vote = marc_vote(record, voters)
        yield from vote.left
        yield from _said(vote, before, gazetteer)


READER = Reader("MARCXML voting records", _recognises, _read)


def _unread(record: Record, known: set[str]) -> Iterator[Left]:
    """Fields and subfields nobody reads, each reported where it first stands in the file."""
    for field in record.fields:
        for code, text in field.subfields if field.tag not in _ADMINISTRATION else ():
            name = f"{field.tag} {code}"
            if code not in _READ.get(field.tag, "") and name not in known:
                known.add(name)
                yield Left(WhyLeft.UNREAD_FIELD, field.place(record.row, code), text, "a field of a voting record")


def _said(vote: MarcVote, before: VotesRead, gazetteer: Gazetteer) -> Iterator[Found]:
    record = vote.record
    if vote.body is None or not vote.symbol:
        yield Left(WhyLeft.NO_SUBJECT, Place(row=record.row, field="791 a"), vote.printed, "a symbol of a known body")
        return
    key, earlier, same = before.key(vote.body, vote.symbol, record.row, vote.content)
    if earlier:
        yield _repeated(vote, earlier, same)
    yield Statement(_text(vote, key), Place(row=record.row, field="791 a"), vote.printed)
    if not same:
        yield from _how_it_went(vote, key)
    yield from _sponsors(vote, gazetteer)


def _repeated(vote: MarcVote, earlier: Earlier, same: bool) -> Left:
    """The same vote again is described again, its positions are not; another vote on the symbol has its own key."""
    expected = "the vote of record {} again" if same else "another vote than that of record {} on the same symbol"
    place = Place(row=vote.record.row, field="791 a")
    return Left(WhyLeft.REPEATED, place, vote.printed, expected.format(earlier.row))


def _text(vote: MarcVote, key: VoteKey) -> TextSaid:
    record = vote.record
    drafts = [one for one in record.values("993", "a") if is_draft(one)]
    others = [one for one in record.values("993", "a") if not is_draft(one)]
    return TextSaid(
        key,
        title=" ".join(record.values("245", "a") + record.values("245", "b") + record.values("245", "c")) or None,
        date=vote.day,
        session=_session(vote),
        agenda_item=_joined(record, "991", "b"),
        meeting=_joined(record, "952", "a") or _joined(record, "793", "v"),
        subject=_joined(record, "991", "d"),
        draft_symbol=vote_symbol(drafts[0]) if drafts else None,
        url=_link(record),
        agenda_title=_joined(record, "991", "c"),
        related=tuple(dict.fromkeys((*drafts[1:], *others, *record.values("991", "a")))),
        note=_joined(record, "591", "a"),
    )


def _joined(record: Record, tag: str, code: str) -> str | None:
    return SEVERAL.join(record.values(tag, code)) or None


def _session(vote: MarcVote) -> str | None:
    listed = _joined(vote.record, "791", "c")
    try:
        return listed or parse_symbol(vote.printed).session
    except NotInVocabulary:
        return None


def _link(record: Record) -> str | None:
    """The link labelled English, else the first."""
    links = [(field.first("y").casefold(), field.first("u")) for field in record.tagged("856") if field.first("u")]
    return next((url for label, url in links if label == "english"), links[0][1] if links else None)


def _how_it_went(vote: MarcVote, key: VoteKey) -> Iterator[Found]:
    outcome = _OUTCOMES.get(vote.note) if vote.note else None
    if vote.note and outcome:
        yield Statement(OutcomeSaid(key, outcome), Place(row=vote.record.row, field="591 a"), vote.note.value)
    if vote.figures:
        yield from _tally(vote, key)
    yield from _gaps(vote, listed=outcome is None and vote.note in (*_LISTED, None))
    if vote.rows and outcome:
        place = Place(row=vote.record.row, field="591 a")
        yield Left(WhyLeft.DISAGREES, place, str(vote.note), f"a recorded vote, as {len(vote.rows)} voters are listed")
    yield from _positions(vote, key)


def _tally(vote: MarcVote, key: VoteKey) -> Iterator[Found]:
    figures = {name: vote.figures.get(name) for name in FIGURES.values()}
    tally, place = TallySaid(key, **figures), Place(row=vote.record.row, field="996")
    printed = tally_written(tally)
    yield Statement(tally, place, printed)
    parts = [figures[name] for name in ("yes", "no", "abstain", "non_voting")]
    total = sum(part for part in parts if part is not None)
    if None not in parts and figures["total"] not in (None, total):
        yield Left(WhyLeft.DISAGREES, place, printed, f"a total of {total}, as the figures add up")
    if vote.rows and not vote.counted().agrees(tally):
        yield Left(WhyLeft.DISAGREES, place, printed, f"{vote.counted()}, as the rows count up")


def _gaps(vote: MarcVote, listed: bool) -> Iterator[Left]:
    """What a recorded vote should have and has not; ``listed`` where nothing says that there was none."""
    row = vote.record.row
    if vote.note is None and not vote.record.values("591", "a") and not vote.rows:
        yield Left(WhyLeft.MISSING_FIELD, Place(row=row, field="591 a"), "", "how the text was decided")
    if listed and not vote.rows:
        yield Left(WhyLeft.MISSING_FIELD, Place(row=row, field="967"), "", "the list of a recorded vote")
    if listed and not vote.figures:
        yield Left(WhyLeft.MISSING_FIELD, Place(row=row, field="996"), "", "the totals of a recorded vote")


def _positions(vote: MarcVote, key: VoteKey) -> Iterator[Found]:
    seen: dict[str, RowRead] = {}
    for row in vote.rows:
        yield from _of_voter(vote, row)
        if row.voter.state is None or row.position is None:
            continue
        place = row.listed.place(vote.record.row, "d")
        other = seen.setdefault(row.voter.state, row)
        if other is row or other.position is not row.position:
            yield Statement(PositionSaid(key, row.voter.state, row.position), place, row.printed)
        if other is not row:
            why = WhyLeft.REPEATED if other.position is row.position else WhyLeft.DISAGREES
            expected = f"{row.voter.state} once; it stands in {other.listed.tag}[{other.listed.nth}], too"
            yield Left(why, place, row.printed, expected)


def _of_voter(vote: MarcVote, row: RowRead) -> Iterator[Left]:
    if row.voter.why:
        printed = " ".join(f"${code} {text}" for code, text in row.listed.subfields)
        place = row.listed.place(vote.record.row)
        yield Left(row.voter.why, place, printed, row.voter.expected, row.voter.candidates)


def _sponsors(vote: MarcVote, gazetteer: Gazetteer) -> Iterator[Found]:
    for field in vote.record.tagged("500"):
        place = field.place(vote.record.row, "a")
        for written in field.all("a"):
            listed = _SPONSORS.fullmatch(written)
            if listed is None:
                yield Left(WhyLeft.UNREAD_FIELD, place, written, "Main sponsors : and a list of states")
                continue
            yield from _main_sponsors(vote, listed["states"], place, gazetteer)


def _main_sponsors(vote: MarcVote, written: str, place: Place, gazetteer: Gazetteer) -> Iterator[Found]:
    for named in names_in_list(written, gazetteer, vote.day):
        if named.state:
            says: Says = SponsorSaid(vote.symbol, named.state, SponsorRole.MAIN, False if "*" in named.mark else None)
            yield Statement(says, place, named.printed)
        if named.why:
            yield Left(named.why, place, named.printed, "the name of one state", named.candidates)
