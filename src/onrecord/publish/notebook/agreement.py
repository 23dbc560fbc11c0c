"""Agreement of states for a notebook: one beside all others, a pair, every pair of several or of a group."""

from collections.abc import Sequence

from onrecord.publish.listed.agreement import pairs_rows
from onrecord.publish.notebook.asked import Words, Years, members_of, several, votes_asked
from onrecord.publish.notebook.opened import opened
from onrecord.publish.notebook.table import About, Table
from onrecord.publish.views.agreement import AgreementAsked
from onrecord.publish.views.agreement_of_pairs import AgreementOfPairs, agreement_of_pairs
from onrecord.publish.views.selected_votes import SelectedVotes, selected, table_asked
from onrecord.record.store import Record

_SHOWN = ("state", "other", "agreement", "low", "high", "counted", "could", "absent", "unknown", "doubtful")


def agreement(  # noqa: PLR0913 - one argument for each filter, as a notebook completes them
    states: str | Sequence[str] | None = None,
    *,
    group: str | None = None,
    method: str = "three-point",
    body: str = "HRC",
    years: Years = None,
    item: Words = None,
    kind: Words = None,
    situation: Words = None,
    selection: str | None = None,
    record: Record | None = None,
) -> Table:
    """Return how often states took the same position, one row for each pair, with an interval and every n.

    One name in ``states`` stands beside every other state of the votes, several beside each other. With a ``group``
    those named stand beside its members, and without names the members beside each other: members on the day of the
    last vote. ``method`` is a named method: identical, three-point, s, pi, kappa, coincidence, coincidence-2017 or
    they-vote-for-you. ``agreement`` is its figure over ``counted`` roll calls, None under 20, ``low`` and ``high`` the
    ends of its bootstrap interval. NotInVocabulary for a word that the record does not know, and where no vote fits.
    """
    source = opened(record)
    table = table_asked(source, votes_asked(body, years, (item, kind, situation), selection))
    votes, last = selected(source, table), max(one.date for one in table.rollcalls)
    given = [source.gazetteer.resolve(one, last).iso3 for one in several(states)]
    inside = members_of(source, group, last) if group else ()
    others = inside or (table.states if len(given) == 1 else given)
    view = agreement_of_pairs(source, _asked(votes, method), given or inside, others)
    return Table(pairs_rows(view), _about(source, view))


def _asked(votes: SelectedVotes, method: str) -> AgreementAsked:
    return AgreementAsked(
        state="",
        body=votes.body.value,
        first_year=votes.first_year,
        last_year=votes.last_year,
        method=method,
        items=votes.items,
        kinds=votes.kinds,
        situations=votes.situations,
        named=votes.named,
    )


def _about(record: Record, view: AgreementOfPairs) -> About:
    never = ", ".join(record.gazetteer.name(one, view.votes.last) for one in view.never_open)
    made = [pair.interval for pair in view.pairs]
    drawn = " or ".join(sorted({one.drawn for one in made}))
    ways = [f"bootstrap intervals of {one.level:.0%}: {one.draws:,} draws of {drawn}" for one in made[:1]]
    return About(
        title=f"Agreement of states, by {view.method.label}",
        method=f"{view.method.label}: {view.method.formula}",
        citation=view.method.source,
        n=view.votes.n,
        counted="recorded votes",
        selection=view.votes.words,
        shown=_SHOWN,
        left_out=(
            view.method.leaves_out,
            f"figures over fewer than {view.minimum} roll calls",
            *([f"states that could take part in none of the votes: {never}"] if never else []),
        ),
        notes=(
            view.method.absence,
            *ways,
            "a text adopted without a vote has no positions to compare; on an amendment a yes may oppose the text",
        ),
    )
