"""Reads every claim about votes in a sentence: counts and shares first, then single votes and sets of them."""

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Linked
from onrecord.claims.votes.held_read import read_held
from onrecord.claims.votes.read import read
from onrecord.claims.votes.shares_read import read_shares
from onrecord.claims.votes.shares_usual import read_usual


def read_votes(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about votes that a sentence makes; a sentence of shares is read as one."""
    whole = read_usual(linked, context) or read_held(linked, context) or read_shares(linked, context)
    return whole or read(linked, context)
