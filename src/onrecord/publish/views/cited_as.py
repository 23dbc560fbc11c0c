"""How a statement of a document is cited: the item as printed, the document's symbol, the address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.publish.views.un_documents import un_document
from onrecord.record.archive.document import KeptDocument
from onrecord.vocabulary import statements as s
from onrecord.vocabulary.statements import Says, Statement


@dataclass(frozen=True, slots=True)
class CitedAs:
    """How a statement is cited: ``item`` as "95.42" where it has a number of its own, symbol and address if known."""

    item: str | None
    symbol: str | None
    url: str | None


def cited_as(one: Statement, document: KeptDocument) -> CitedAs:
    """Return how a statement of a document is cited: by its own symbol where it names one, else by the document's."""
    item, own = OWN[type(one.says)](one.says)
    symbol = own or document.symbol
    un = un_document(symbol)
    return CitedAs(item or one.place.paragraph, symbol, (un.url if un else None) or document.url)


_Own = Callable[[Any], tuple[str | None, str | None]]


def _of_its_vote(says: s.TextSaid | s.OutcomeSaid | s.TallySaid | s.PositionSaid) -> tuple[str | None, str | None]:
    return None, says.vote.symbol


def _of_its_treaty(
    says: s.TreatySaid | s.TreatyActSaid | s.TreatyTotalsSaid | s.DeclarationSaid,
) -> tuple[str | None, str | None]:
    return says.treaty, None


def _of_its_symbol(says: s.SponsorSaid | s.PledgeDocumentSaid | s.DocumentSaid) -> tuple[str | None, str | None]:
    return None, says.symbol


def _of_the_document(says: Says) -> tuple[str | None, str | None]:
    return None, None


OWN: dict[type[Says], _Own] = {
    **dict.fromkeys((s.TextSaid, s.OutcomeSaid, s.TallySaid, s.PositionSaid), _of_its_vote),
    **dict.fromkeys((s.TreatySaid, s.TreatyActSaid, s.TreatyTotalsSaid, s.DeclarationSaid), _of_its_treaty),
    **dict.fromkeys((s.SponsorSaid, s.PledgeDocumentSaid, s.DocumentSaid), _of_its_symbol),
    **dict.fromkeys((s.CountSaid, s.VisitSaid, s.BallotSaid, s.BallotTotalsSaid), _of_the_document),
    s.RecommendationSaid: lambda one: (one.number, one.symbol),
    s.UprPositionSaid: lambda one: (one.number, one.symbol),
    s.UprParagraphSaid: lambda one: (one.paragraph, one.symbol),
    s.MechanismSaid: lambda one: (one.annotation, one.symbol),
    s.PledgeSaid: lambda one: (one.number, None),
    s.SessionRequestSaid: lambda one: (one.session, None),
    s.ReferenceSaid: lambda one: (f"footnote {one.footnote}" if one.footnote else None, None),
}
"""Of each kind of statement the number and the symbol that it names itself; the document's where it names none."""
