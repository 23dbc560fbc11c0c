"""Sentences about votes: what is read in them, what the record says, which rows it rests on; traps that stay unread."""

from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.votes.relation import VOTES
from onrecord.claims.votes.samples import samples
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim

S, R, U, C = "supported", "refuted", "not-enough-information", "conflicting"
OURS = {t.__name__ for t in VOTES.decide}


def claims(checker: Checker, text: str, about: str | None = None) -> list[CheckedClaim]:
    found = checker.check(text, about)
    return [c for s in found.sentences for c in s.claims if c.typed["type"] in OURS]


def verdicts(checker: Checker, text: str, about: str | None = None) -> list[tuple[str, str]]:
    return [(str(c.typed["type"]), c.finding.verdict.value) for c in claims(checker, text, about)]


READ = [
    # one state, one text
    ("Kazakhstan abstained on resolution 25/1.", [("Positions", S)]),
    ("Kazakhstan voted for resolution 25/1.", [("Positions", R)]),
    ("On 27 March 2014, India abstained on the resolution on Sri Lanka.", [("Positions", S)]),
    ("Almaty saw protests, but Astana opposed resolution 25/24.", [("Positions", S)]),
    ("The U.S. voted against resolution 29/25.", [("Positions", S)]),
    ("HRC/RES/25/24 was opposed by Kazakhstan.", [("Positions", S)]),
    ("Resolution 47/22 had the support of Japan.", [("Positions", S)]),
    ("South Africa refused to back resolution 25/1.", [("Positions", S)]),
    ("Morocco did not vote against the resolution on Iran in March 2014.", [("Positions", S)]),
    ("Kazakhstan was not present when resolution 22/23 on Iran was voted on in March 2013.", [("Positions", S)]),
    ("Switzerland voted for resolution 25/1.", [("Positions", R)]),
    ("Kazakhstan voted against resolution 30/1 on Sri Lanka.", [("Positions", R)]),
    ("Kazakhstan abstained on resolution 25/1 on Belarus.", [("Positions", R)]),
    (
        "In December 2014 Kazakhstan voted against the General Assembly resolution on human rights in Iran.",
        [("Positions", S)],
    ),
    # several states
    ("Both Kazakhstan and India abstained on resolution 25/1.", [("Positions", S)]),
    ("Neither Kazakhstan nor India supported resolution 25/1.", [("Positions", S)]),
    ("Kazakhstan abstained, as did India, on resolution 25/1.", [("Positions", S)]),
    ("Moscow, Beijing and Havana rejected the Syria text of March 2014.", [("Positions", S)]),
    (
        "In the vote on resolution 25/24, the Maldives, Morocco, the Philippines and Namibia abstained.",
        [("Positions", R)],
    ),
    # several clauses: inherited subject, text, date
    (
        "Kazakhstan abstained on the Syria text in March 2014 and voted against the one on Iran.",
        [("Positions", S), ("Positions", S)],
    ),
    (
        "India, having voted for the 2013 resolution on Sri Lanka, abstained on the 2014 one.",
        [("Positions", S), ("Positions", S)],
    ),
    (
        "Pakistan voted against resolution 25/1, whereas India, once a supporter, abstained.",
        [("Positions", S), ("Positions", S)],
    ),
    (
        "Resolution 25/1, on which Kazakhstan abstained, was adopted by 23 votes to 12.",
        [("Positions", S), ("Fate", S), ("Figures", S)],
    ),
    # sets of texts
    ("Kazakhstan abstained on all resolutions on Syria in 2014.", [("Positions", S)]),
    ("Kazakhstan abstained on every resolution on Syria and Iran in 2014.", [("Positions", R)]),
    (
        "At the 25th session Kazakhstan abstained on the resolutions on Sri Lanka, Iran and North Korea.",
        [("Positions", R)],
    ),
    ("Kazakhstan abstained on resolutions 25/1, 25/23 and 25/25.", [("Positions", R)]),
    ("Russia did not support any of the resolutions on Syria in 2014.", [("Positions", S)]),
    ("Egypt has never voted in favour of a resolution on Iran.", [("Positions", S)]),
    ("Cuba opposed all three Syria resolutions in 2019.", [("Positions", S)]),
    ("Cuba opposed all four Syria resolutions in 2019.", [("Positions", R)]),
    ("The United States voted against every item 7 resolution in 2014.", [("Positions", S)]),
    ("Kazakhstan abstained on item 7 resolutions in 2014.", [("Positions", R)]),
    ("Kazakhstan voted for all country resolutions in 2014 except those on Iran and Belarus.", [("Positions", R)]),
    (
        "Kazakhstan abstained on several country resolutions in 2014, Syria and Iran among them.",
        [("Positions", S), ("Positions", S), ("Positions", R)],
    ),
    # voters
    (
        "Eleven countries, among them China and Pakistan, voted against the Sri Lanka resolution in March 2021.",
        [("Voters", S)],
    ),
    (
        "Eleven countries, among them China and India, voted against the Sri Lanka resolution in March 2021.",
        [("Voters", R)],
    ),
    ("Japan was one of the 14 members abstaining on the Sri Lanka resolution in March 2021.", [("Voters", S)]),
    ("Japan and 13 other countries abstained on the Sri Lanka resolution in March 2021.", [("Voters", S)]),
    ("Of the 47 members, 22 voted for the Sri Lanka resolution in March 2021.", [("Voters", S)]),
    ("Only Burundi, China and Eritrea opposed the resolution on Ukraine on 4 April 2024.", [("Voters", S)]),
    ("Only Burundi and China opposed the resolution on Ukraine on 4 April 2024.", [("Voters", R)]),
    ("Only Kazakhstan abstained on resolution 25/1.", [("Voters", R)]),
    ("The only member to vote against resolution 29/25 was the United States.", [("Voters", S)]),
    ("The only member to abstain on resolution 25/1 was Kazakhstan.", [("Voters", R)]),
    ("The US cast the only vote against resolution 29/25.", [("Voters", S)]),
    ("All members but the United States voted for resolution 25/27.", [("Voters", S)]),
    ("All members but Cuba voted for resolution 25/27.", [("Voters", R)]),
    ("No WEOG member voted against the resolution on Iran in March 2014.", [("Voters", S)]),
    ("Every Eastern European member but Russia voted for the Iran resolution in March 2014.", [("Voters", S)]),
    ("More than 30 members voted for the North Korea resolution in March 2014.", [("Voters", R)]),
    ("A clear majority of the Council's members supported the North Korea resolution in March 2014.", [("Voters", S)]),
    (
        "Four African states voted for the Sri Lanka resolution in March 2014, three against and six abstained.",
        [("Voters", S), ("Voters", S), ("Voters", S)],
    ),
    ("22 members backed resolution 45/4, including the Bahamas and Angola.", [("Voters", S)]),
    # figures and outcomes
    (
        "The Sri Lanka resolution was adopted by 22 votes to 11 with 14 abstentions in March 2021.",
        [("Fate", S), ("Figures", S)],
    ),
    ("The vote on resolution 26/25 was 24-7-16.", [("Figures", S)]),
    ("The vote on resolution 26/25 was 24-8-15.", [("Figures", R)]),
    ("The Council rejected the draft on Yemen in October 2021 by 21 votes to 18.", [("Fate", S), ("Figures", S)]),
    ("Resolution 25/1 was adopted by consensus.", [("Fate", R)]),
    ("Resolution 30/1 was adopted by 25 votes to none.", [("Fate", S), ("Figures", R)]),
    ("Resolution S-25/1 was adopted by 24 votes to 7, with 16 abstentions.", [("Fate", S), ("Figures", C)]),
    # change
    ("Kazakhstan shifted its position on Iran between 2013 and 2014.", [("Changed", S)]),
    ("Kazakhstan did not change its position on Iran between 2013 and 2014.", [("Changed", R)]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_sentence(checker: Checker, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(verdicts(checker, text)) == sorted(expected)


TRAPS = [
    "Kazakhstan would have voted for resolution 25/1.",
    "Had Kazakhstan supported resolution 25/1, it would have passed with more votes.",
    "If Kazakhstan votes against resolution 25/1, civil society will notice.",
    "Kazakhstan was urged to vote in favour of the resolution on Iran in March 2014.",
    "We urge Kazakhstan to vote for the resolution on Iran in March 2015.",
    "Did Kazakhstan vote for resolution 25/24?",
    "Kazakhstan may have abstained on resolution 25/1.",
    "The resolution on Sri Lanka in March 2014 failed to win India's support.",
    "Members of the Lima Group voted for resolution 39/1.",
    "Kazakhstan and 17 members of the Asian and Latin American groups abstained on resolution 25/1.",
    "23 of the 47 members voted for resolution 25/1, 12 of them African.",
    "Kazakhstan abstained on all the resolutions on Syria in 2014, except the one in March.",
    "Kazakhstan voted against the resolution on Iran in March 2014 and again in March 2015.",
    "India voted in favour of the amendments to resolution 25/38.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_trap_gets_no_verdict(checker: Checker, text: str) -> None:
    assert {verdict for _, verdict in verdicts(checker, text)} <= {U}


def test_every_state_of_a_list_is_weighed(checker: Checker) -> None:
    (claim,) = claims(checker, "In October 2025, the Sudan, the Maldives, Ethiopia and Cuba opposed resolution 60/15.")
    assert claim.typed["states"] == ["SDN", "MDV", "ETH", "CUB"]


@pytest.mark.parametrize(
    ("text", "evidence", "against"),
    [
        ("Kazakhstan abstained on resolution 25/1.", ["hrc-res-25-1"], []),
        ("Kazakhstan supported resolution 25/1.", [], ["hrc-res-25-1"]),
        ("Kazakhstan abstained on the Sri Lanka resolution in March 2014.", ["hrc-res-25-1"], []),
        ("Resolution 30/1 was adopted by a recorded vote.", [], ["adopted_without_vote:A/HRC/RES/30/1"]),
        ("The vote on resolution 26/25 was 24-7-16.", ["hrc-res-26-25"], []),
    ],
)
def test_rows(checker: Checker, text: str, evidence: list[str], against: list[str]) -> None:
    finding = claims(checker, text)[0].finding
    assert [e.id for e in finding.evidence] == evidence
    assert [e.id for e in finding.counter_examples] == against


def test_the_country_is_the_one_the_text_is_about(checker: Checker) -> None:
    (claim,) = claims(checker, "Our country abstained on the resolution on Sri Lanka in March 2014.", "KAZ")
    assert claim.finding.verdict.value == S
    assert [(f.slot, f.value) for f in claim.filled] == [("state", "KAZ")]


def test_not_voting_is_not_taken_for_absence(checker: Checker) -> None:
    assert verdicts(checker, "India did not take part in the vote on resolution 25/1.") == [("Positions", C)]


def test_samples(checker: Checker) -> None:
    for sample in islice(samples(Record(), Random(7)), 250):
        assert {v for _, v in verdicts(checker, sample.text)} == {S}, sample.text
        assert {v for _, v in verdicts(checker, sample.twin)} & {R, C}, sample.twin
