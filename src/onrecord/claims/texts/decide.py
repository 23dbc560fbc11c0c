"""What the record says to claims about the adoption of texts and about sessions."""

from dataclasses import replace

from onrecord.claims.evidence import row
from onrecord.claims.judging import C, R, S, U, all_of, bounded, unknown
from onrecord.claims.naming import capital
from onrecord.claims.texts.selecting import days_of, days_of_sessions, on_topic, texts_meant, undated
from onrecord.claims.texts.themes import on_theme, theme_words
from onrecord.claims.texts.typed import Adopted, Cited, Contents, Moment, NumberAdopted, Place, PlaceInLine, SessionHeld
from onrecord.claims.texts.words import listed, session_evidence, session_words, text_label, text_row, words_of
from onrecord.record.query_sessions import AssemblyText, assembly_texts, sessions
from onrecord.record.query_sponsorships import sponsorships
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence, Finding, Reason, Verdict

_OPEN = "Resolutions adopted without a vote are listed from October 2009 to October 2022 only; decisions are not."


def adopted(claim: Adopted, record: Record) -> Finding:
    """Return whether a text of the description was adopted when and where the sentence says."""
    scope = f"texts adopted by the Council: {words_of(record, claim.texts)}"
    if claim.texts.body == "GA":
        return _assembly(claim, record, scope)
    clash = _clash(record, claim)
    if clash is not None:
        return clash
    found = texts_meant(record, undated(claim.texts))
    if not found:
        return unknown(Reason.OUTSIDE_COVERAGE, f"No such text is in the record. {_OPEN}", scope)
    judged = [(t, _when_and_where(record, t, claim)) for t in found]
    best = next(v for v in (S, U, R) if any(j[1] is v for j in judged))
    chosen = [t for t, v in judged if v is best]
    rows = tuple(text_row(record, t) for t in chosen[:10])
    says = f"{listed(chosen)}.{_not_unanimous(claim, chosen)}"
    if best is R and not claim.texts.symbols and not _sure(claim, record, found):
        return unknown(Reason.OUTSIDE_COVERAGE, f"Of such texts the record has: {says} {_OPEN}", scope, rows)
    reason = Reason.NOT_IN_THE_RECORD if best is U else None
    return Finding(best, says, scope, reason, len(chosen), (), () if best is R else rows, rows if best is R else ())


def _sure(claim: Adopted, record: Record, found: list[CouncilText]) -> bool:
    """Whether the day and session leave one text, so that only how it was adopted can be wrong."""
    return bool(claim.how) and any(_when_and_where(record, t, Adopted(texts=claim.texts)) is S for t in found)


def _when_and_where(record: Record, text: CouncilText, claim: Adopted) -> Verdict:
    parts = [S if on_topic(text, claim.texts.topics) else R] if claim.texts.symbols and claim.texts.topics else []
    if claim.session is not None:
        parts.append(S if text.session == claim.session else R)
    if claim.period is not None:
        days = days_of(record, text)
        parts.append(U if days is None else S if days.within(claim.period) else U if days.overlaps(claim.period) else R)
    if claim.how:
        voted = text.how_decided == "recorded vote"
        parts.append(S if voted is (claim.how == "vote") else R)
    return all_of(parts)


def _not_unanimous(claim: Adopted, chosen: list[CouncilText]) -> str:
    if claim.how != "unanimous" or any(t.how_decided == "recorded vote" for t in chosen):
        return ""
    return " Adopted without a vote is taken for unanimously here; no vote was taken that all could have joined."


def _clash(record: Record, claim: Adopted) -> Finding | None:
    """Return refuted where the session was held at another time than the sentence says."""
    if claim.session is None or claim.period is None:
        return None
    days = days_of_sessions(record).get(claim.session)
    if days is None or days.overlaps(claim.period):
        return None
    one = sessions(record)[claim.session]
    scope = f"days of the Council's session {claim.session}"
    return Finding(R, f"{capital(session_words(one))}.", scope, None, 1, (), (), (session_evidence(record, one),))


def _assembly(claim: Adopted, record: Record, scope: str) -> Finding:
    symbols = {_assembly_symbol(form) for forms in claim.texts.symbols for form in forms}
    found = [assembly_texts(record)[symbol] for symbol in symbols if symbol in assembly_texts(record)]
    if not found or claim.period is None:
        says = "The record has no recorded vote of the General Assembly on it; texts adopted without one are not in it."
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope)
    one = found[0]
    verdict = S if one.days.within(claim.period) else U if one.days.overlaps(claim.period) else R
    says = f"{one.symbol} (“{one.title}”) was put to the vote in the General Assembly {one.days.words}."
    rows = (_assembly_row(record, one),)
    reason = Reason.OUTSIDE_COVERAGE if verdict is U else None
    return Finding(verdict, says, scope, reason, 1, (), () if verdict is R else rows, rows if verdict is R else ())


def _assembly_symbol(form: str) -> str:
    parts = form.split("/")
    return form if form.startswith("A/RES/") else f"A/RES/{parts[-2]}/{parts[-1]}" if len(parts) > 1 else form


def _assembly_row(record: Record, one: AssemblyText) -> Evidence:
    says = f"{one.symbol}, “{one.title}”, voted on {one.days.words}"
    return row(record, one.rollcall_id, says, one.source_id, one.symbol, f"/votes/{one.slug}")


def number_adopted(claim: NumberAdopted, record: Record) -> Finding:
    """Return whether so many texts were adopted; those adopted without a vote are known in part only."""
    scope = f"texts adopted by the Council: {words_of(record, claim.texts)}"
    found = texts_meant(record, claim.texts)
    how = {"vote": "recorded vote", "without": "without a vote"}.get(claim.how)
    found = [t for t in found if how is None or t.how_decided == how]
    sure = [t for t in found if _within(record, t, claim.texts.period)]
    most = len(found) if claim.how == "vote" else 10**6
    verdict = bounded(claim.bound, len(sure), most, claim.n)
    rows = tuple(text_row(record, t) for t in found[:60])
    voted = sum(t.how_decided == "recorded vote" for t in sure)
    says = f"The record has {len(sure)} such texts, {voted} by a recorded vote and {len(sure) - voted} without a vote."
    if verdict is U:
        says = f"{says} {_OPEN}"
    reason = Reason.OUTSIDE_COVERAGE if verdict is U else None
    return Finding(
        verdict, says, scope, reason, len(sure), (), () if verdict is R else rows, rows if verdict is R else ()
    )


def _within(record: Record, text: CouncilText, period: Period | None) -> bool:
    days = days_of(record, text)
    return period is None or (days is not None and days.within(period))


def place_in_line(claim: PlaceInLine, record: Record) -> Finding:
    """Return whether a text is the first, last or only one on its theme: another one refutes it, none proves little."""
    themed = undated(replace(claim.texts, symbols=()))
    scope = f"texts on {_theme(record, claim)} adopted by the Council, by their titles"
    if not (themed.topics or theme_words(themed.title)):
        return unknown(
            Reason.NOT_IN_THE_RECORD, "The sentence names no theme that titles could be searched for.", scope
        )
    on_it = texts_meant(record, replace(themed, noun=""), close=True)
    own = _own(claim, record, on_it)
    others = _others(claim, record, on_it, own)
    if others:
        rows = tuple(text_row(record, t) for t in others[:20])
        which = "an earlier text" if claim.place is Place.FIRST else "another text"
        said = f"The record has {which} on it: {listed(others)}."
        meant = tuple(text_row(record, t) for t in own[:1])
        return Finding(R, said, scope, None, len(others), (), meant, rows)
    rows = tuple(text_row(record, t) for t in on_it[:20])
    says = f"No other text on it is in the record, which does not have every text. {_OPEN}"
    return unknown(Reason.OUTSIDE_COVERAGE, says, scope, rows)


def _theme(record: Record, claim: PlaceInLine) -> str:
    words = words_of(record, undated(replace(claim.texts, symbols=())))
    return words.split(" on ", 1)[-1]


def _own(claim: PlaceInLine, record: Record, on_it: list[CouncilText]) -> list[CouncilText]:
    """Return the text that is said to be the first, where its symbol or its day tells which it is."""
    if claim.texts.symbols:
        return texts_meant(record, claim.texts)
    if claim.by is not None:
        own = {row.symbol for row in sponsorships(record) if row.state == claim.by}
        put = [t for t in on_it if t.symbol in own]
        return put if len(put) == 1 else []
    if claim.texts.period is None and not claim.texts.sessions:
        return []
    return texts_meant(record, claim.texts) or [t for t in on_it if _within(record, t, claim.texts.period)]


def _others(claim: PlaceInLine, record: Record, on_it: list[CouncilText], own: list[CouncilText]) -> list[CouncilText]:
    known = {t.text_id for t in own}
    rest = [t for t in on_it if t.text_id not in known and t.kind == "resolution"]
    limit = _limit(claim, record, own)
    if claim.place is Place.ONLY:
        return rest if own or len(rest) > 1 else []
    if limit is None or limit.first is None or limit.last is None:
        return []
    days = [(t, days_of(record, t)) for t in rest]
    if claim.place is Place.FIRST:
        return [t for t, d in days if d and d.last and d.last < limit.first]
    return [t for t, d in days if d and d.first and d.first > limit.last]


def _limit(claim: PlaceInLine, record: Record, own: list[CouncilText]) -> Period | None:
    if claim.texts.period is not None:
        return claim.texts.period
    if claim.texts.sessions:
        return days_of_sessions(record).get(claim.texts.sessions[0])
    return days_of(record, own[0]) if own else None


def cited(claim: Cited, record: Record) -> Finding:
    """Return whether the symbol of a text goes with the situation, title, day or session given beside it."""
    found = texts_meant(record, claim.texts)
    scope = f"{claim.symbol[0]} in the record of texts"
    if not found:
        return unknown(
            Reason.NOT_IN_THE_RECORD, f"{claim.symbol[0]} is not among the texts in the record. {_OPEN}", scope
        )
    one = found[0]
    parts = [p for p in (_topic_fits(one, claim), _title_fits(one, claim), _day_fits(record, one, claim)) if p]
    if claim.texts.sessions:
        parts.append(S if one.session in claim.texts.sessions else R)
    if claim.texts.items:
        parts.append(U if one.agenda_item is None else S if one.agenda_item in claim.texts.items else R)
    verdict = all_of(parts)
    rows = (text_row(record, one),)
    item = f" under agenda item {one.agenda_item}" if one.agenda_item else ""
    says = f"{listed([one])}{item}."
    reason = Reason.NOT_IN_THE_RECORD if verdict is U else None
    return Finding(verdict, says, scope, reason, 1, (), () if verdict is R else rows, rows if verdict is R else ())


def _topic_fits(one: CouncilText, claim: Cited) -> Verdict | None:
    if not claim.texts.topics:
        return None
    if on_topic(one, claim.texts.topics):
        return S
    whole = [replace(t, title=()) for t in claim.texts.topics]
    return C if on_topic(one, whole) else R


def _title_fits(one: CouncilText, claim: Cited) -> Verdict | None:
    if not claim.texts.title:
        return None
    return S if on_theme(one.title, claim.texts.title) else U


def _day_fits(record: Record, one: CouncilText, claim: Cited) -> Verdict | None:
    if claim.period is None:
        return None
    days = days_of(record, one)
    return U if days is None else S if days.within(claim.period) else U if days.overlaps(claim.period) else R


def session_held(claim: SessionHeld, record: Record) -> Finding:
    """Return whether a session of the Council was held, opened or closed when the sentence says."""
    one = sessions(record).get(claim.session)
    scope = f"days of the Council's session {claim.session}"
    if one is None:
        return unknown(Reason.NOT_IN_THE_RECORD, f"Session {claim.session} is not in the record.", scope)
    verdict = _session_fits(one.opened, one.closed, claim)
    rows = (session_evidence(record, one),)
    reason = Reason.NOT_IN_THE_RECORD if verdict is U else None
    says = f"{capital(session_words(one))}."
    return Finding(verdict, says, scope, reason, 1, (), () if verdict is R else rows, rows if verdict is R else ())


def _session_fits(opened, closed, claim: SessionHeld) -> Verdict:
    if claim.moment is not Moment.HELD:
        known = opened if claim.moment is Moment.OPENED else closed
        return U if known is None else S if claim.period.contains(known) else R
    if opened is None or closed is None:
        return U
    days = Period(opened, closed)
    if claim.period.precision == "span" and claim.period.first and claim.period.last:
        return S if days == claim.period else S if days.within(claim.period) else R
    return S if days.overlaps(claim.period) else R


def contents(claim: Contents, record: Record) -> Finding:
    """Return that what texts say is not in the record, with the text that is meant where it is known."""
    found = texts_meant(record, claim.texts) if claim.texts.described else []
    rows = tuple(text_row(record, t) for t in found[:3]) if len(found) <= 3 else ()
    named = f" The text is {text_label(found[0])}." if len(found) == 1 else ""
    says = f"What texts say is not in the record, which holds their titles, days and votes.{named}"
    return unknown(Reason.NOT_IN_THE_RECORD, says, "contents of texts", rows)
