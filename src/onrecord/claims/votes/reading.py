"""Reads every claim about votes in a sentence: counts and shares first, then single votes and sets of them."""

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Linked
from onrecord.claims.votes.held_read import read_held
from onrecord.claims.votes.read import read
from onrecord.claims.votes.shares_read import read_shares
from onrecord.claims.votes.shares_usual import read_usual
from onrecord.claims.votes.typed import Positions


def read_votes(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about votes that a sentence makes; a sentence of shares is read as one."""
    whole = read_usual(linked, context) or read_held(linked, context) or read_shares(linked, context)
    if whole and not any(linked.where("include")):
        return whole
    single = read(linked, context)
    return [*whole, *(r for r in single if _example(r))] if whole else single


def _example(read_: Read) -> bool:
    """Whether a reading is of situations named as examples: "most country texts, including on Syria"."""
    claim = read_.claim
    return isinstance(claim, Positions) and bool(claim.texts.topics) and not claim.texts.country
