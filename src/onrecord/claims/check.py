"""Checks a text: sentences, links, typed claims, a query for each, a verdict with the rows it rests on."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.claims.accounting import unaccounted
from onrecord.claims.assertion import judge_sentence, said_by
from onrecord.claims.circular import own_publications, without_own
from onrecord.claims.context import Context, Read
from onrecord.claims.document_context import after_sentence, guess_about, guess_day, heading_period
from onrecord.claims.linking import linker_of
from onrecord.claims.mentions import HARD, Kind, Linked
from onrecord.claims.naming import day as day_words
from onrecord.claims.outside import OUTSIDE, outside_claims
from onrecord.claims.relations import decide, relations, say
from onrecord.claims.sentences import Sentence, split
from onrecord.claims.typed import Claim, as_fields
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.query_elections import days_of_elections
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary, ProposerFailed
from onrecord.vocabulary.verdicts import (
    CheckedClaim,
    CheckedSentence,
    CheckedText,
    Finding,
    Nothing,
    Reason,
    Verdict,
)

if TYPE_CHECKING:
    from onrecord.claims.propose import Proposer

__all__ = ["LONGEST", "Checker", "check"]

LONGEST = 4_000
"""The most characters of a sentence that is read. What is longer is no sentence but a table or a page run together."""


def check(
    text: str, about: str | None = None, as_of: date | str | None = None, record: Record | None = None
) -> CheckedText:
    """Return every sentence of a text with its claims and what the record says to each.

    ``about`` is the state that "the country" and "it" stand for, under any of its names; ``as_of`` the day of the
    text, as a date or as YYYY-MM-DD, after which nothing could be known. Both are read from the text where they are
    not given. NotInVocabulary where ``about`` is no state's name or ``as_of`` no day.
    """
    return Checker(record or Record()).check(text, about, _day(as_of) if isinstance(as_of, str) else as_of)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotInVocabulary("day", written, "a day as YYYY-MM-DD") from None


class Checker:
    """Checks texts against one record. Making one takes a moment; checking a sentence a few thousandths of a second."""

    def __init__(self, record: Record, proposer: "Proposer | None" = None) -> None:
        """Link against the names of this record; a proposer is asked for sentences that were not read."""
        self._record, self._proposer = record, proposer
        self._linker = linker_of(record)
        self._as_of = lru_cache(maxsize=64)(self._open)

    @property
    def record(self) -> Record:
        """The record that texts are checked against."""
        return self._record

    def _open(self, day: date) -> Record:
        return Record(self._record.folder, day)

    def link(self, text: str) -> Linked:
        """Return one sentence with its mentions."""
        return self._linker.link(text)

    def check(
        self,
        text: str,
        about: str | None = None,
        as_of: date | None = None,
        seconds: float | None = None,
        progress=None,
    ) -> CheckedText:
        """Return a text, checked. With ``seconds``, sentences not reached by then are said not to be.

        ``progress`` is called with the number of sentences done and of all. NotInVocabulary where ``about`` is
        no state's name.
        """
        started = time.monotonic()
        given = self._record.gazetteer.resolve(about).iso3 if about else None
        sentences = split(text)
        linked = self._links(sentences, None if seconds is None else started + seconds / 2)
        known = sentences[: len(linked)]
        state, about_from = (given, "given") if given else guess_about(known, linked)
        day, as_of_from = (as_of, "given") if as_of else guess_day(known, linked)
        day = day if day is None or self._record.as_of is None else min(day, self._record.as_of)
        record = self._as_of(day) if day and day != self._record.as_of else self._record
        context = Context(about=state, as_of=day or self._record.as_of)
        checked: list[CheckedSentence] = []
        notes: list[str] = []
        own = own_publications(record, sentences)
        for sentence, links in zip(sentences, linked, strict=False):
            if seconds is not None and time.monotonic() - started > seconds:
                break
            found, after = self._sentence(sentence, links, context, record, own)
            if self._proposer and _unread_sentence(found):
                found, note = self._proposed(found, links, context, record)
                notes += note
            context = after
            checked.append(found)
            if progress:
                progress(len(checked), len(sentences))
        left = len(sentences) - len(checked)
        if left:
            notes.append(f"The last {left} of {len(sentences)} sentences were not reached in the time.")
        return CheckedText(text, tuple(checked), state, about_from, day, as_of_from, _name(self._record), tuple(notes))

    def _links(self, sentences: Sequence[Sentence], until: float | None) -> list[Linked]:
        """Return the sentences linked, as many as are reached in the time; those too long to be read as empty."""
        linked: list[Linked] = []
        for sentence in sentences:
            if until is not None and time.monotonic() > until:
                break
            linked.append(self._linker.link(sentence.text if len(sentence.text) <= LONGEST else ""))
        return linked

    def _proposed(
        self, sentence: CheckedSentence, linked: Linked, context: Context, record: Record
    ) -> tuple[CheckedSentence, list[str]]:
        """Return a sentence with the claims that the model proposed for it, decided by the record, and what failed."""
        if self._proposer is None:
            return sentence, []
        try:
            proposal = self._proposer.propose(linked, context)
        except ProposerFailed as error:
            self._proposer = None
            return sentence, [f"{error}; no more sentences were sent to it"]
        model = self._proposer.endpoint.model
        claims = tuple(_proposed_claim(sentence, claim, model, record) for claim in proposal.claims)
        notes = [f"Proposed by {model} and left out: {why}" for why in proposal.left_out]
        return (replace(sentence, claims=claims, nothing=None) if claims else sentence), notes

    def _lead(self, sentence: Sentence) -> Linked | None:
        return self._linker.link(sentence.lead) if sentence.lead and len(sentence.lead) <= LONGEST else None

    def _sentence(
        self, sentence: Sentence, linked: Linked, context: Context, record: Record, own: frozenset[str]
    ) -> tuple[CheckedSentence, Context]:
        if len(sentence.text) > LONGEST:
            why = f"{len(sentence.text):,} characters without a stop; at most {LONGEST:,} are read as a sentence"
            return _empty(sentence, Nothing.NOT_READ, why), context
        context = replace(context, heading=heading_period(sentence, self._linker, context))
        nothing, mood, why = judge_sentence(sentence, linked)
        if nothing in {Nothing.FORMALITY, Nothing.QUESTION}:
            return _empty(sentence, nothing, why), context
        context = replace(context, mood=mood, lead=self._lead(sentence))
        reads = [read for relation in relations() for read in relation.read(linked, context)]
        speaker, frame = said_by(linked)
        found = _claims(sentence, linked, reads, frame, speaker, record)
        claims = tuple(replace(claim, finding=without_own(claim.finding, own)) for claim in found)
        if not claims:
            claims = tuple(outside_claims(sentence, linked, mood))
        after = after_sentence(context, reads, days_of_elections(record))
        if claims:
            return CheckedSentence(sentence.text, sentence.start, sentence.end, claims), after
        return _empty(sentence, nothing or _unread(linked), why), after


def _name(record: Record) -> str:
    return f"votes to {day_words(council_votes_span(record).last)}"


def _unread(linked: Linked) -> Nothing:
    """Return what a sentence without a claim is: not read where it has a verb of the record and a name or number."""
    facts = sum(1 for _ in linked.of_kind(*HARD))
    return Nothing.NOT_READ if linked.predicates and facts >= 2 else Nothing.OPINION


def _empty(sentence: Sentence, nothing: Nothing, why: str) -> CheckedSentence:
    return CheckedSentence(sentence.text, sentence.start, sentence.end, (), nothing, why)


def _claims(
    sentence: Sentence,
    linked: Linked,
    reads: Sequence[Read],
    frame: frozenset[int],
    speaker: str | None,
    record: Record,
) -> Iterator[CheckedClaim]:
    used = frozenset(i for read in reads for i in read.used) | frame
    seen = set()
    for read in reads:
        if read.claim in seen:
            continue
        seen.add(read.claim)
        left = unaccounted(linked, read, used)
        finding = _not_read(linked, left) if left else decide(read.claim, record)
        first = sentence.offsets[linked[read.first].start]
        last = sentence.offsets[linked[read.last].end - 1] + 1
        yield CheckedClaim(
            linked.words(read.first, read.last),
            first,
            last,
            say(read.claim, record),
            read.claim.relation,
            read.claim.form.value,
            {"type": type(read.claim).__name__, **as_fields(read.claim)},
            finding,
            read.filled,
            speaker,
            tuple(m.text for i, m in enumerate(linked.mentions) if i not in used and m.kind in {Kind.WORD, Kind.NAME}),
        )


def _unread_sentence(sentence: CheckedSentence) -> bool:
    """Whether the grammar found nothing in a sentence that seems to speak of the record."""
    if not sentence.claims:
        return sentence.nothing in {Nothing.NOT_READ, Nothing.OPINION}
    return all(c.finding.reason is Reason.NOT_READ or c.form == OUTSIDE for c in sentence.claims)


def _proposed_claim(sentence: CheckedSentence, claim: Claim, model: str, record: Record) -> CheckedClaim:
    return CheckedClaim(
        sentence.text,
        sentence.start,
        sentence.end,
        say(claim, record),
        claim.relation,
        claim.form.value,
        {"type": type(claim).__name__, **as_fields(claim)},
        decide(claim, record),
        proposed_by=model,
    )


def _not_read(linked: Linked, left: Sequence[int]) -> Finding:
    words = ", ".join(f"“{linked[i].text}”" for i in left)
    says = f"Not read to the end: {words} would change what is claimed, and was not understood."
    return Finding(Verdict.NOT_ENOUGH_INFORMATION, says, "", Reason.NOT_READ)
