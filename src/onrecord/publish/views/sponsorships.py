"""Sponsors of texts: who tabled them, as far as the lists in the record go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.wording import sponsorships as say
from onrecord.record.query_special_sessions import pages_of_texts
from onrecord.record.query_sponsorships import sponsorships
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Sponsorship
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import expand_symbol, parse_symbol


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A state on a text's list of sponsors: its role and when it joined."""

    state: StateHead
    role: str
    joined: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class SponsoredText:
    """A text with the sponsors its list holds; ``own_role`` is that of the state asked for, None where not listed."""

    symbol: str
    url: str
    page: str | None
    draft_symbol: str | None
    draft_url: str | None
    title: str
    session: str
    adopted: date
    list_complete: str
    cosponsors: str | None
    own_role: str | None
    own_joined: str | None
    sponsors: tuple[Sponsor, ...]
    source: str
    source_url: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class SponsorshipList:
    """Texts whose sponsors are in the record, the latest first: all, a state's, or one text."""

    page: str
    state: StateHead | None
    symbol: str | None
    n: int
    texts_in_record: int
    sentences: tuple[Sentence, ...]
    texts: tuple[SponsoredText, ...]
    others: tuple[SponsoredText, ...]
    not_known: tuple[str, ...]


PATH = "/sponsorships"
"""Where the page of sponsors stands."""


def sponsorship_list(record: Record, asked: str | None = None) -> SponsorshipList:
    """Return the texts whose sponsors are in the record, of a state or a symbol where one is asked for.

    ``others`` are the texts on whose list the state is not found. NotInVocabulary for what is neither a state
    nor a document symbol.
    """
    symbols = _symbols(asked) if asked else ()
    state = record.gazetteer.resolve(asked) if asked and not symbols else None
    texts = _texts(record, state.iso3 if state else None)
    head = state_head(record, state, record.as_of) if state else None
    chosen = [t for t in texts if not symbols or {t.symbol, _bare(t.draft_symbol)} & set(symbols)]
    own = [t for t in chosen if state is None or t.own_role]
    symbol = (own[0].symbol if own else symbols[0]) if symbols else None
    words = f"?state={state.slug}" if state else f"?symbol={symbol}" if symbol else ""
    return SponsorshipList(
        page=f"{PATH}{words}",
        state=head,
        symbol=symbol,
        n=len(own),
        texts_in_record=len(texts),
        sentences=tuple(_sentences(head, symbol, own, texts, f"{PATH}{words}")),
        texts=tuple(own),
        others=tuple(t for t in chosen if state is not None and not t.own_role),
        not_known=tuple(say.not_known(texts)),
    )


def _symbols(asked: str) -> tuple[str, ...]:
    """Return the full symbols that the words can stand for; none where they are no symbol."""
    try:
        return (parse_symbol(asked).text,)
    except NotInVocabulary:
        return expand_symbol(asked)


def _bare(draft: str | None) -> str | None:
    return parse_symbol(draft).text if draft else None


def _texts(record: Record, state: str | None) -> list[SponsoredText]:
    by_symbol: dict[str, list[Sponsorship]] = {}
    for row in sponsorships(record):
        by_symbol.setdefault(row.symbol, []).append(row)
    sources, pages = Sources(record), pages_of_texts(record, tuple(by_symbol))
    return [_text(record, sources, pages, rows, state) for rows in by_symbol.values()]


def _text(
    record: Record, sources: Sources, pages: dict[str, str], rows: Sequence[Sponsorship], state: str | None
) -> SponsoredText:
    one, own = rows[0], next((row for row in rows if row.state == state), None)
    slug = pages.get(one.symbol)
    return SponsoredText(
        symbol=one.symbol,
        url=parse_symbol(one.symbol).url,
        page=f"/votes/{slug}" if slug else None,
        draft_symbol=one.draft_symbol,
        draft_url=parse_symbol(one.draft_symbol).url if one.draft_symbol else None,
        title=one.title,
        session=one.session,
        adopted=one.adopted,
        list_complete=one.list_complete,
        cosponsors=one.cosponsors,
        own_role=own.role if own else None,
        own_joined=own.joined if own else None,
        sponsors=tuple(
            sorted((_sponsor(record, sources, row) for row in rows), key=lambda s: name_order(s.state.name))
        ),
        source=sources.title(one.source_id),
        source_url=sources.url(one.source_id),
        note=one.note,
    )


def _sponsor(record: Record, sources: Sources, row: Sponsorship) -> Sponsor:
    head = state_head(record, record.gazetteer.state(row.state), row.adopted)
    return Sponsor(head, row.role, row.joined, sources.title(row.source_id), sources.url(row.source_id))


def _sentences(
    head: StateHead | None, symbol: str | None, own: list[SponsoredText], texts: list[SponsoredText], page: str
) -> list[Sentence]:
    if head:
        return [Sentence(say.of_state(head, own, texts), len(own), say.scope(texts), page)]
    if symbol:
        said = say.of_text(own[0]) if own else say.no_list(symbol)
        return [Sentence(said, len(own[0].sponsors) if own else 0, say.scope(own), page)]
    return [Sentence(say.at_large(texts), len(texts), say.scope(texts), page)]
