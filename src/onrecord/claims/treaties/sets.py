"""Which treaties a description means: the nine core ones, their protocols, all the record follows."""

from datetime import date
from functools import lru_cache

from onrecord.claims.treaties.typed import Treaties
from onrecord.record.query_treaties import instruments
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import Instrument

CORE = ("ICERD", "ICCPR", "ICESCR", "CEDAW", "CAT", "CRC", "ICMW", "CRPD", "CPED")
"""The nine that the UN calls the core international human rights treaties."""

COVENANTS = ("ICCPR", "ICESCR")

PROTOCOLS = {
    "ICCPR": ("ICCPR-OP1", "ICCPR-OP2"),
    "ICESCR": ("ICESCR-OP",),
    "CEDAW": ("CEDAW-OP",),
    "CAT": ("OPCAT",),
    "CRC": ("CRC-OPAC", "CRC-OPSC", "CRC-OPIC"),
    "CRPD": ("CRPD-OP",),
}
"""The optional protocols of each treaty, in the order of their adoption as they are numbered."""

BODIES = {
    "CERD": "ICERD",
    "CCPR": "ICCPR",
    "CESCR": "ICESCR",
    "CEDAW": "CEDAW",
    "CAT": "CAT",
    "CRC": "CRC",
    "CMW": "ICMW",
    "CRPD": "CRPD",
    "CED": "CPED",
}
"""The treaty that each treaty body watches over; papers use the body's letters for the treaty too."""

BASE = {protocol: base for base, protocols in PROTOCOLS.items() for protocol in protocols}
"""The treaty to which each optional protocol belongs."""


@lru_cache(maxsize=16)
def known(record: Record) -> dict[str, Instrument]:
    """Return the treaties of the record by code."""
    return {i.instrument: i for i in instruments(record)}


def meant(record: Record, treaties: Treaties, day: date) -> dict[str, tuple[str, ...]]:
    """Return the treaties a description means on a day, under each reading of it."""
    if treaties.kind == "named":
        return {"treaties named": treaties.codes}
    adopted = {code for code, i in known(record).items() if i.adopted <= day}
    core = tuple(c for c in CORE if c in adopted)
    protocols = tuple(c for c in known(record) if c in BASE and c in adopted)
    whole = (*core, *protocols)
    core_reading = f"the {len(core)} core treaties"
    all_reading = f"the {len(whole)} treaties and optional protocols that the record follows"
    match treaties.kind:
        case "core":
            found = {core_reading: core}
        case "protocols":
            found = {"the optional protocols": protocols}
        case "all":
            found = {all_reading: whole}
        case _:
            found = {core_reading: core, all_reading: whole}
    kept = {name: tuple(c for c in codes if c not in treaties.excluded) for name, codes in found.items()}
    # "More than 40 human rights treaties" counts others too: a set smaller than the number is not the one meant.
    return {name: codes for name, codes in kept.items() if treaties.kind == "core" or (treaties.n or 0) <= len(codes)}
