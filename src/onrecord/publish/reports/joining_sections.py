"""What a state joined in a report: requests for special sessions, joint statements, texts it sponsored."""

from collections.abc import Iterable, Sequence

from onrecord.measures.lists_of_states import Answer, Conclusion, tally
from onrecord.publish.reports.document import Block, Bullets, Column, Finding, Note, Paragraph, Section, Table, Words
from onrecord.publish.reports.notes import cell, document_note, page_note, source_note
from onrecord.publish.reports.term_views import TermViews
from onrecord.publish.sentences import day
from onrecord.publish.views.joint_statements import JointStatementLine, StateOnStatement
from onrecord.publish.views.special_sessions import SpecialSessionLine, StateOnRequest
from onrecord.publish.views.sponsorships import SponsoredText


def special_sessions_section(views: TermViews) -> Section:
    """Return the part of a report on the special sessions of the term and who asked for them."""
    lines = [s for s in views.sessions.sessions if views.within(s.opened or s.first_decision or s.request_date)]
    whole = page_note("All special sessions, each with its list", views.sessions.page)
    tallied = _tally((line.of_state for line in lines if line.of_state), "supported the request")
    said = f"Special sessions of the term: {len(lines)}. What the lists of supporters say of {views.name}: {tallied}."
    nothing = "No special session of the term is in the record."
    first = Paragraph((Words(said if lines else nothing, (whole,)),))
    return Section("Special sessions: whether it supported the request", (first, *_table_of_sessions(lines)))


def joint_statements_section(views: TermViews) -> Section:
    """Return the part of a report on the joint statements of the term: joined, not joined, or not known."""
    lines = [s for s in views.statements.statements if views.within(s.date)]
    whole = page_note("All joint statements in the record, each with its list", views.statements.page)
    tallied = _tally((line.of_state for line in lines if line.of_state), "joined")
    held = f"Joint statements and letters of the term in the record: {len(lines)}."
    said = f"{held} What their lists say of {views.name}: {tallied}."
    nothing = "No joint statement of the term is in the record, which does not have every joint statement."
    first = Paragraph((Words(said if lines else nothing, (whole,)),))
    return Section("Joint statements: joined, not joined, not known", (first, *_table_of_statements(lines)))


def _tally(answers: Iterable[StateOnRequest | StateOnStatement], what: str) -> str:
    words = {
        Answer.LISTED: what,
        Answer.NOT_LISTED: "not on a complete list",
        Answer.NOT_AMONG_MEMBERS: "a member, and not on a list that is complete for members",
        Answer.NOT_IN_RECORD: "not in the record",
    }
    counted = tally(Conclusion(one.answer, one.why) for one in answers)
    return "; ".join(f"{words[answer]}, {n or 'none'}" for answer, n in counted if n or answer in _ALWAYS_SAID)


_ALWAYS_SAID = (Answer.LISTED, Answer.NOT_LISTED, Answer.NOT_IN_RECORD)


def _table_of_sessions(lines: Sequence[SpecialSessionLine]) -> list[Block]:
    columns = (
        Column("Session", 0.8), Column("Opened", 1), Column("On", 2.3), Column("Outcome", 1.4),
        Column("What the list says of the State", 2.6),
    )  # fmt: skip
    rows = tuple((_first(line), *_rest(line)) for line in reversed(lines))
    return [Table("Special sessions opened in the term", columns, rows)] if rows else []


def _first(line: SpecialSessionLine) -> Words:
    outcome = [document_note(t.symbol, t.url, "outcome of the session") for t in line.outcome_texts]
    return cell(line.session, (source_note(line.source, line.source_url, "List of supporters"), *outcome))


def _rest(line: SpecialSessionLine) -> tuple[Words, ...]:
    opened = line.opened or line.first_decision
    said = line.of_state.label if line.of_state else None
    outcome = "; ".join(text.symbol for text in line.outcome_texts)
    return cell(opened and day(opened)), cell(line.subject_matter), cell(outcome), cell(said)


def _table_of_statements(lines: Sequence[JointStatementLine]) -> list[Block]:
    columns = (
        Column("Date", 1.3), Column("On", 2.6), Column("Led by", 1.1), Column("States, by the source", 0.8, True),
        Column("What the list says of the State", 2.4),
    )  # fmt: skip
    rows = tuple(_statement(line) for line in reversed(lines))
    return [Table("Joint statements and letters dated in the term", columns, rows)] if rows else []


def _statement(line: JointStatementLine) -> tuple[Words, ...]:
    return (
        cell(line.date_in_words, (source_note(line.source, line.source_url),)),
        cell(line.subject_matter),
        cell(line.led_by.name if line.led_by else "not in the record"),
        cell(line.n_states if line.n_states is not None else "not in the record"),
        cell(line.of_state.label if line.of_state else None),
    )


def sponsorship_section(views: TermViews) -> Section:
    """Return the part of a report on texts that the state sponsored, as far as lists of sponsors are known."""
    view = views.sponsorships
    texts = [t for t in view.texts if views.within(t.adopted)]
    blocks: list[Block] = [Finding(sentence, (_lists(view.page),)) for sentence in view.sentences]
    if texts:
        blocks.append(Table("Texts adopted in the term with the State on the list", _TEXT, tuple(map(_text, texts))))
    else:
        said = (
            "No text adopted in the term has the State on a list of sponsors in the record, which has few such lists."
        )
        blocks.append(Bullets((Words(said, (_lists(view.page),)),)))
    return Section("Sponsorship", tuple(blocks))


_TEXT = (
    Column("Text", 1.3),
    Column("Title", 3.6),
    Column("Adopted", 1.2),
    Column("Role", 1),
    Column("List holds", 1.2),
)


def _text(text: SponsoredText) -> tuple[Words, ...]:
    return (
        cell(text.symbol, sponsor_notes(text)),
        cell(text.title),
        cell(day(text.adopted)),
        cell(text.own_role),
        cell(text.list_complete),
    )


def sponsor_notes(text: SponsoredText) -> tuple[Note, ...]:
    """Return the footnotes of a sponsored text: the text and the source of its list."""
    return document_note(text.symbol, text.url), source_note(text.source, text.source_url, "List of sponsors")


def _lists(page: str) -> Note:
    return page_note("Texts whose sponsors are in the record, each with its list", page)
