"""Ideal points for a notebook."""

from onrecord.publish.listed.ideal_points import ideal_points_rows
from onrecord.publish.notebook.asked import Words, Years, votes_asked
from onrecord.publish.notebook.opened import opened
from onrecord.publish.notebook.table import About, Table
from onrecord.publish.views.ideal_points import IdealPoints, PointsAsked, ideal_points_of
from onrecord.publish.wording.ideal_points import about_points
from onrecord.record.store import Record

_SHOWN = ("point", "low", "high", "across_low", "across_high", "n")


def ideal_points(  # noqa: PLR0913 - one argument for each filter, as a notebook completes them
    state: str | None = None,
    *,
    body: str = "HRC",
    years: Years = None,
    item: Words = None,
    kind: Words = None,
    situation: Words = None,
    mode: str = "dynamic",
    period: str = "year",
    level: float = 0.9,
    informed: bool = True,
    record: Record | None = None,
) -> Table:
    """Return where states stand on one line by their votes, one row for each state and period.

    ``point`` is in standard deviations of all points around their mean, the United States' side up. ``low`` and
    ``high`` bound it beside the other states of its period, ``across_low`` and ``across_high`` beside other periods,
    at ``level``; ``change``, between ``change_low`` and ``change_high``, is how far it lies from the state's first
    point. ``n`` positions place it. ``mode`` is dynamic (a path over the periods), static (one point each),
    session (each period by itself) or posterior; ``period`` is year or session. With ``informed`` the Council's points
    are told what the same states voted in the General Assembly. A ``state`` narrows what is returned, not what is
    estimated from. NotInVocabulary for a word that the record does not know, NotEstimable where the votes place nobody.
    """
    asked = PointsAsked(votes_asked(body, years, (item, kind, situation), None), state, mode, period, level, informed)
    view = ideal_points_of(opened(record), asked)
    return Table(ideal_points_rows(view), _about(view))


def _about(view: IdealPoints) -> About:
    return About(
        title=about_points(view),
        method=view.method,
        citation=view.source,
        n=view.positions,
        counted=f"positions on {view.items:,} roll calls",
        selection=view.votes.words,
        shown=("period", "state", *_SHOWN),
        left_out=tuple(f"{reason}: {count:,}" for reason, count in view.left_out),
        notes=view.not_known,
    )
