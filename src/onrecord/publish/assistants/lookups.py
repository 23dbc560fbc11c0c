"""The tools that look things up: what fits words, lists of votes, and the words to cite one thing by."""

from urllib.parse import urlencode

from onrecord.publish.assistants.answers import Cited, Cut, Found, Hit, Source, Vote, Votes
from onrecord.publish.assistants.opened import Opened
from onrecord.publish.views.citation import citation, form_of, written
from onrecord.publish.views.search import SearchResult, search
from onrecord.publish.views.shared import VoteLine
from onrecord.publish.views.votes import Filters, vote_list

OF_A_KIND = 4
"""How many of each kind the search gives to an assistant."""

NOT_IN_THE_RECORD = "not in the record"
"""What is said where the record does not know: it is none of the six positions."""

VOTES_AT_MOST = 15
"""The most votes one answer lists."""


def found(opened: Opened, words: str) -> Found:
    """Return what fits words, a few of each kind."""
    result = search(opened.record, words, OF_A_KIND)
    return Found(
        words=result.query,
        exact=opened.address(result.exact) if result.exact else None,
        hits=tuple(_hits(opened, result)),
        did_you_mean=tuple(one.words for one in result.suggestions),
        cut=tuple(
            Cut(kind, min(n, OF_A_KIND), n, opened.address(f"/search?{urlencode({'q': result.query, 'kind': kind})}"))
            for kind, n in result.counts
            if n > OF_A_KIND
        ),
        record=opened.note,
    )


def _hits(opened: Opened, result: SearchResult) -> list[Hit]:
    rows = [("state", one.name, one.iso3, one.page) for one in result.states]
    rows += [("page", one.name, one.detail, one.page) for one in result.pages]
    rows += [("situation", one.label, one.subject, one.page) for one in result.situations]
    rows += [("session", one.name, one.session, one.page) for one in result.sessions]
    rows += [("special session", one.name, one.detail, one.page) for one in result.special_sessions]
    rows += [("election", one.name, one.detail, one.page) for one in result.elections]
    rows += [("treaty", one.name, one.detail, one.page) for one in result.treaties]
    rows += [("joint statement", one.name, one.detail, one.page) for one in result.joint_statements]
    rows += [
        ("text", one.title, ", ".join(filter(None, (one.symbol, str(one.date or ""), one.how_decided))), one.page)
        for one in result.texts
    ]
    return [Hit(kind, name, detail, opened.address(page)) for kind, name, detail, page in rows]


def vote_of(opened: Opened, line: VoteLine, state: bool) -> Vote:
    """Return a vote as an answer lists it; ``state``: whether the line has a state's position."""
    position = line.position.value if line.position else NOT_IN_THE_RECORD
    figures = "figures not in the record" if line.yes is None else f"{line.yes}-{line.no}-{line.abstain}"
    absent = f", {line.absent} absent" if line.absent is not None else ""
    conflict = "; sources conflict" if line.status == "sources conflict" else ""
    return Vote(
        date=str(line.date),
        symbol=line.symbol,
        title=line.title,
        situations=line.situation_labels,
        position=position if state else None,
        doubtful=line.position_doubtful,
        result=f"{line.outcome or 'outcome not in the record'} {figures}{absent}{conflict}",
        page=opened.address(line.page),
        document=Source(line.cite.document or line.cite.source, line.cite.url or line.cite.source_url),
    )


def votes(opened: Opened, filters: Filters, start: int, limit: int) -> Votes:
    """Return the votes that filters leave, ``limit`` from ``start`` on; NotInVocabulary for a filter that fits none."""
    view = vote_list(opened.record, filters, start, limit)
    page, shown = opened.address(_list_page(filters)), len(view.votes)
    stretch = f"votes {start + 1} to {start + shown}"
    return Votes(
        n=view.n,
        state=view.state_name,
        counts=view.counts,
        votes=tuple(vote_of(opened, line, view.state_name is not None) for line in view.votes),
        page=page,
        cut=(Cut(stretch, shown, view.n, page),) if shown < view.n else (),
        record=opened.note,
    )


def _list_page(filters: Filters) -> str:
    words = filters.given() | ({"body": filters.body} if filters.body != "HRC" else {})
    return f"/votes?{urlencode(words)}" if words else "/votes"


def cited(opened: Opened, asked: str, form: str) -> Cited:
    """Return the words to cite one thing by, also in a form that reference managers read."""
    one, chosen = citation(opened.record, asked), form_of(form)
    return Cited(
        id=one.id,
        kind=one.kind,
        text=one.text,
        document=one.cite.document,
        url=one.cite.url,
        place=one.cite.place,
        source=Source(one.cite.source, one.cite.source_url),
        page=opened.address(one.cite.page),
        form=chosen.value,
        written=written(opened.record, one, chosen, opened.site),
    )
