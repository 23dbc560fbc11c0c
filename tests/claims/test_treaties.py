"""Sentences about treaties: what is read, what the record says, on which rows; and what must stay unread."""

from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.context import Context
from onrecord.claims.relations import say
from onrecord.claims.treaties.read import read
from onrecord.claims.treaties.samples import samples
from onrecord.record.store import Record


def verdicts(checker: Checker, text: str, about: str | None = None) -> list[str]:
    claims = checker.check(text, about).claims
    return [k.finding.verdict.value for k in claims if k.relation == "treaty"]


def rows(checker: Checker, text: str) -> set[str]:
    claims = checker.check(text).claims
    return {e.id for k in claims for e in (*k.finding.evidence, *k.finding.counter_examples)}


SUPPORTED = [
    ("Kenya acceded to the Convention against Torture on 21 February 1997.", "ratifications:KEN/CAT/accession"),
    ("The Convention on the Rights of the Child was ratified by Kenya in 1990.", "ratifications:KEN/CRC/ratification"),
    ("The United States signed the CRC in 1995 but has not ratified it.", "ratifications:USA/CRC/signature"),
    ("Cuba signed both Covenants in 2008 but has yet to ratify either.", "ratifications:CUB/ICCPR/signature"),
    ("Japan is not a party to the Second Optional Protocol.", "instruments:ICCPR-OP2"),
    ("Saudi Arabia remains outside both Covenants.", "instruments:ICCPR"),
    ("Somalia acceded to the ICCPR and its First Optional Protocol in 1990.", "ratifications:SOM/ICCPR-OP1/accession"),
    ("Belarus denounced the First Optional Protocol to the ICCPR in 2022.", "ratifications:BLR/ICCPR-OP1/denunciation"),
    ("Of the nine core human rights treaties, Bahrain is party to seven.", "ratifications:BHR/ICCPR/accession"),
    ("The only UN member state not party to the CRC is the United States.", "ratifications:USA/CRC/signature"),
    ("All Nordic countries have ratified ICCPR-OP2.", "ratifications:SWE/ICCPR-OP2/ratification"),
    ("As of 31 December 2015, 168 countries had ratified the ICCPR.", "ratifications:AFG/ICCPR/accession"),
    ("Jamaica was the first country to ratify the Disability Convention.", "ratifications:JAM/CRPD/ratification"),
    ("The CRPD entered into force on 3 May 2008.", "instruments:CRPD"),
    ("Indonesia ratified the ICCPR in 2006 and CAT in 1998.", "ratifications:IDN/CAT/ratification"),
    ("Neither Turkmenistan nor Uzbekistan is a party to the CPED.", "instruments:CPED"),
    ("Norway ratified the CRPD in 2013, but it has not acceded to its Optional Protocol.", "instruments:CRPD-OP"),
    ("In 2024 Kazakhstan joined an optional protocol to the CRC.", "ratifications:KAZ/CRC-OPIC/ratification"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), SUPPORTED)
def test_supported_on_its_row(checker: Checker, text: str, row: str) -> None:
    found = verdicts(checker, text)
    assert found
    assert set(found) == {"supported"}
    assert row in rows(checker, text)


REFUTED = [
    ("Kenya acceded to the Convention against Torture on 21 February 1998.", "ratifications:KEN/CAT/accession"),
    ("The United States has ratified the Convention on the Rights of the Child.", "ratifications:USA/CRC/signature"),
    ("Norway has ratified the CRPD and its Optional Protocol.", "instruments:CRPD-OP"),
    ("All five Central Asian States are parties to OPCAT.", "instruments:OPCAT"),
    ("Of the nine core human rights treaties, Bahrain is party to eight.", "instruments:CPED"),
    ("Argentina has ratified all core human rights treaties except CPED.", "ratifications:ARG/CPED/ratification"),
    ("Senegal was the first state to ratify the CRPD.", "ratifications:JAM/CRPD/ratification"),
    ("The CRPD entered into force on 3 May 2006.", "instruments:CRPD"),
    ("193 states have ratified the Convention on the Rights of the Child.", "instruments:CRC"),
    ("North Korea denounced the ICCPR in 1997.", "instruments:ICCPR"),
]


@pytest.mark.parametrize(("text", "row"), REFUTED)
def test_refuted_by_its_row(checker: Checker, text: str, row: str) -> None:
    assert "refuted" in verdicts(checker, text)
    assert row in rows(checker, text) or row == "instruments:CRC"


UNREAD = [
    "Kenya has pledged to ratify OPCAT.",
    "The Committee urged Kenya to ratify the OPCAT.",
    "Kenya accepted the recommendation on ratification of OPCAT in 2010.",
    "Kenya withdrew its reservation to CEDAW in 2010.",
    "Kenya denounced torture in violation of CAT.",
    "Kenya ratified the law implementing CAT in 2005.",
    "Amendments to the CRC were ratified by Kenya in 2003.",
    "Kenya signed an agreement with the Committee against Torture in 2010.",
    "Unlike Uzbekistan, Kazakhstan has ratified the CRPD.",
    "If Kenya ratifies OPCAT, it will be bound.",
    "Kenya does not respect the CAT, which it ratified in 1999.",
    "No EU member state has ratified the Migrant Workers Convention.",
]


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_not_said_gets_no_verdict(checker: Checker, text: str) -> None:
    assert not {"supported", "refuted"} & set(verdicts(checker, text))


def test_an_appeal_presupposes_what_is_outstanding(checker: Checker) -> None:
    text = "We urge you to ratify the treaties that are still outstanding, in particular OPCAT and CPED."
    assert verdicts(checker, text, "Kenya") == ["supported", "supported"]
    assert verdicts(checker, text, "Germany") == ["refuted", "refuted"]


def test_other_treaties_are_said_not_to_be_in_the_record(checker: Checker) -> None:
    assert verdicts(checker, "Kenya has ratified the Rome Statute and the CAT.") == [
        "not-enough-information",
        "supported",
    ]


def test_accession_where_the_state_ratified_is_shown_as_two_readings(checker: Checker) -> None:
    assert verdicts(checker, "Norway acceded to the CRPD in 2013.") == ["conflicting"]


def test_parties_of_a_distant_day_are_not_counted(checker: Checker) -> None:
    assert verdicts(checker, "In 1985 71 states were party to the ICCPR.") == ["not-enough-information"]


def test_what_is_read_reads_back(checker: Checker) -> None:
    record = Record()
    for sample in islice(samples(record, Random(11)), 100):
        for one in read(checker.link(sample.text), Context()):
            back = [r.claim for r in read(checker.link(say(one.claim, record)), Context())]
            assert one.claim in back, sample.text


def test_samples_are_supported_and_their_twins_not(checker: Checker) -> None:
    for sample in islice(samples(Record(), Random(5)), 200):
        assert set(verdicts(checker, sample.text)) == {"supported"}, sample.text
        assert {"refuted", "conflicting"} & set(verdicts(checker, sample.twin)), sample.twin
