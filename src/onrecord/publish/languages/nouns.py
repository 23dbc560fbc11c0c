"""What the pages count, one and several of it, as messages for the catalogues."""


def message_n(one: str, many: str) -> tuple[str, str]:
    """Return a message and its plural as they are, marked for the catalogues."""
    return one, many


COUNTED = {
    "amendment or motion": message_n("{n} amendment or motion", "{n} amendments or motions"),
    "candidate": message_n("{n} candidate", "{n} candidates"),
    "commitment": message_n("{n} commitment", "{n} commitments"),
    "event": message_n("{n} event", "{n} events"),
    "fact": message_n("{n} fact", "{n} facts"),
    "finding": message_n("{n} finding", "{n} findings"),
    "issue": message_n("{n} issue", "{n} issues"),
    "more row": message_n("{n} more row", "{n} more rows"),
    "position": message_n("{n} position", "{n} positions"),
    "roll call": message_n("{n} roll call", "{n} roll calls"),
    "row": message_n("{n} row", "{n} rows"),
    "scorecard": message_n("{n} scorecard", "{n} scorecards"),
    "seat": message_n("{n} seat", "{n} seats"),
    "sentence": message_n("{n} sentence", "{n} sentences"),
    "source": message_n("{n} source", "{n} sources"),
    "State": message_n("{n} State", "{n} States"),
    "text": message_n("{n} text", "{n} texts"),
    "vote": message_n("{n} vote", "{n} votes"),
}
"""The nouns that a page puts after a number."""
