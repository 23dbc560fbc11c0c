"""Where a state stands towards a treaty on a day, computed from its acts with the depositary.

The acts and what they do are those of the Vienna Convention on the Law of Treaties (articles 11 to 18, 54 and 56)
and of the final clauses of each treaty: a signature does not bind; ratification, acceptance, formal confirmation,
accession and succession do; a denunciation ends it when its notice has run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.sources.facts_commitments import TreatyAct, TreatyStep

JOINING = frozenset({
    TreatyAct.RATIFICATION, TreatyAct.ACCESSION, TreatyAct.SUCCESSION, TreatyAct.ACCEPTANCE,
    TreatyAct.FORMAL_CONFIRMATION, TreatyAct.RATIFICATION_OR_ACCESSION,
})  # fmt: skip
"""The acts by which a state becomes party."""

SIGNING = frozenset({TreatyAct.SIGNATURE, TreatyAct.SUCCESSION_TO_SIGNATURE})
"""The acts by which a state is a signatory."""

DECLARING = frozenset({
    TreatyAct.DECLARATION_14, TreatyAct.DECLARATION_21, TreatyAct.DECLARATION_22, TreatyAct.DECLARATION_24,
})  # fmt: skip
"""Declarations under a treaty, counted apart from joining it."""

MONTHS_OF_NOTICE = {"ICCPR-OP1": 3}
"""Months after which a denunciation takes effect, by treaty: First Optional Protocol, article 12, paragraph 1.

No other treaty of the record has been denounced; for one that is not here a denunciation counts from its notice.
"""


class TreatyStatus(StrEnum):
    """Where a state stands towards a treaty on a day."""

    PARTY = "party"
    SIGNED_ONLY = "signed only"
    DENOUNCED = "denounced"
    NONE = "no act"


@dataclass(frozen=True, slots=True)
class Standing:
    """A state's standing towards one treaty on one day, with the acts it rests on; ``n`` acts were read.

    ``in_force_until`` is the day a notified denunciation takes effect, where it is known by the day asked.
    ``missing_act`` is true where a denunciation stands without the act of joining that it ends.
    """

    status: TreatyStatus
    joined: TreatyStep | None
    signed: TreatyStep | None
    days_to_join: int | None
    denounced: TreatyStep | None
    denunciation_effect: date | None
    rejoined: bool
    missing_act: bool
    declarations: tuple[TreatyStep, ...]
    n: int


def standing(steps: Iterable[TreatyStep], on: date) -> Standing:
    """Return where a state stands towards one treaty at the end of a day.

    ``steps`` are the acts of one state towards one treaty. A denunciation ends what was joined before its notice;
    a later act of joining, or one of the same day, stands (Guyana, First Optional Protocol, 5 January 1999).
    """
    known = sorted((s for s in steps if s.date <= on), key=lambda s: s.date)
    joins, signatures, notices = _of(known, JOINING), _of(known, SIGNING), _of(known, {TreatyAct.DENUNCIATION})
    notice = notices[-1] if notices else None
    effect = effect_of(notice) if notice else None
    again = notice is not None and any(s.date >= notice.date for s in joins)
    ended = effect is not None and effect <= on and not again
    signed = signatures[0] if signatures else None
    return Standing(
        status=_status(bool(joins or notice), bool(signed), ended),
        joined=joins[-1] if joins else None,
        signed=signed,
        days_to_join=_days(signed, joins),
        denounced=notice,
        denunciation_effect=effect if effect and effect <= on else None,
        rejoined=again,
        missing_act=_missing(joins, notices),
        declarations=tuple(_of(known, DECLARING)),
        n=len(known),
    )


def parties(steps: Iterable[TreatyStep], on: date) -> dict[str, TreatyStep]:
    """Return the act by which one state joined each treaty to which it is party on a day, by treaty."""
    own: dict[str, list[TreatyStep]] = {}
    for step in steps:
        own.setdefault(step.instrument, []).append(step)
    found = {code: standing(acts, on) for code, acts in own.items()}
    return {code: s.joined for code, s in found.items() if s.status is TreatyStatus.PARTY and s.joined}


def _of(steps: Sequence[TreatyStep], acts: Iterable[TreatyAct]) -> list[TreatyStep]:
    wanted = set(acts)
    return [s for s in steps if s.act in wanted]


def _status(bound: bool, signed: bool, ended: bool) -> TreatyStatus:
    if bound:
        return TreatyStatus.DENOUNCED if ended else TreatyStatus.PARTY
    return TreatyStatus.SIGNED_ONLY if signed else TreatyStatus.NONE


def _days(signed: TreatyStep | None, joins: Sequence[TreatyStep]) -> int | None:
    """Return the days from signature to the first act of joining on or after it."""
    after = [s.date for s in joins if signed and s.date >= signed.date]
    return (after[0] - signed.date).days if signed and after else None


def _missing(joins: Sequence[TreatyStep], notices: Sequence[TreatyStep]) -> bool:
    """Return whether there are denunciations that no earlier act of joining accounts for."""
    return any(sum(j.date < notice.date for j in joins) < n for n, notice in enumerate(notices, start=1))


def effect_of(notice: TreatyStep) -> date:
    """Return the day on which a denunciation takes effect, by the treaty's own article."""
    months = notice.date.month - 1 + MONTHS_OF_NOTICE.get(notice.instrument, 0)
    year, month = notice.date.year + months // 12, months % 12 + 1
    for day in range(notice.date.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, notice.date.day)


def joined_between(steps: Iterable[TreatyStep], first: date, last: date) -> list[TreatyStep]:
    """Return the acts of joining in a period, both days inclusive, in the order of their dates."""
    return sorted((s for s in _of(list(steps), JOINING) if first <= s.date <= last), key=lambda s: s.date)


def signed_between(steps: Iterable[TreatyStep], first: date, last: date) -> list[TreatyStep]:
    """Return the signatures in a period, both days inclusive, in the order of their dates."""
    return sorted((s for s in _of(list(steps), SIGNING) if first <= s.date <= last), key=lambda s: s.date)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of ``n`` standings are of each kind."""

    n: int
    party: int
    signed_only: int
    denounced: int
    no_act: int


def tally(standings: Iterable[Standing]) -> Tally:
    """Return how many standings are party, signed only, denounced and without an act."""
    found = [s.status for s in standings]
    return Tally(
        len(found),
        found.count(TreatyStatus.PARTY),
        found.count(TreatyStatus.SIGNED_ONLY),
        found.count(TreatyStatus.DENOUNCED),
        found.count(TreatyStatus.NONE),
    )
