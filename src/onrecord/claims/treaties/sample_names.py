"""What the sentences about treaties that the record writes of itself call states, treaties and days."""

from datetime import date
from random import Random

from onrecord.claims.treaties.named_states import plainly_named
from onrecord.record.query_treaties import treaties_known_to
from onrecord.record.store import Record

_CHILD = "the Optional Protocol to the Convention on the Rights of the Child"
SHORT = {
    "ICERD": ("the ICERD", "the International Convention on the Elimination of All Forms of Racial Discrimination"),
    "ICCPR": ("the ICCPR", "the International Covenant on Civil and Political Rights"),
    "ICESCR": ("the ICESCR", "the International Covenant on Economic, Social and Cultural Rights"),
    "CEDAW": ("CEDAW", "the Convention on the Elimination of All Forms of Discrimination against Women"),
    "CAT": ("the CAT", "the UN Convention against Torture"),
    "CRC": ("the CRC", "the UN Convention on the Rights of the Child"),
    "ICMW": ("the Migrant Workers Convention", "the ICRMW"),
    "CRPD": ("the CRPD", "the Convention on the Rights of Persons with Disabilities"),
    "CPED": ("the ICPPED", "the Convention for the Protection of All Persons from Enforced Disappearance"),
    "ICCPR-OP1": ("the First Optional Protocol to the ICCPR", "ICCPR-OP1"),
    "ICCPR-OP2": ("the Second Optional Protocol to the ICCPR", "the death penalty protocol"),
    "ICESCR-OP": ("the Optional Protocol to the ICESCR", "ICESCR-OP"),
    "CEDAW-OP": ("the Optional Protocol to CEDAW", "the Optional Protocol to the Women's Convention"),
    "OPCAT": ("OPCAT", "the Optional Protocol to the Convention against Torture"),
    "CRC-OPAC": ("OPAC", f"{_CHILD} on the involvement of children in armed conflict"),
    "CRC-OPSC": ("CRC-OPSC", "the Optional Protocol to the CRC on the sale of children"),
    "CRC-OPIC": ("CRC-OPIC", f"{_CHILD} on a communications procedure"),
    "CRPD-OP": ("the Optional Protocol to the CRPD", "the Optional Protocol to the Disability Convention"),
}
"""A short and a long name of each treaty."""


SampleMade = tuple[str, str, str] | None
"""The form of a sentence, the sentence, its twin; None where the rows drawn give none."""


def random_state(record: Record, chance: Random) -> str:
    """Return the code of a random state."""
    return chance.choice(plainly_named(record))


def random_treaty(chance: Random) -> str:
    """Return the code of a random treaty."""
    return chance.choice(sorted(SHORT))


def random_name(chance: Random, code: str) -> str:
    """Return one of the names of a treaty."""
    return chance.choice(SHORT[code])


def random_day(record: Record, chance: Random) -> date:
    """Return a random day on which parties can be counted."""
    last = treaties_known_to(record)
    return date(chance.randint(2007, last.year - 1), chance.randint(1, 12), chance.randint(1, 28))
