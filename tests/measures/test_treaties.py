"""Standing towards a treaty: hand-worked cases, and the depositary's own counts."""

from datetime import date

import pytest

from onrecord.measures.treaties import TreatyStatus, effect_of, joined_between, parties, standing, tally
from onrecord.record.query_treaties import TREATIES_AS_AT, acts_by_state, instruments
from onrecord.sources.facts_commitments import TreatyAct, TreatyStep

KNOWN_DIFFERENCES = {("ICCPR-OP1", "signatories"): (36, 35)}
"""Where acts and the depositary's printed counts differ: the acts count a signature more."""


def step(act: str, day: str, instrument: str = "ICCPR-OP1", state: str = "AAA") -> TreatyStep:
    return TreatyStep(state, instrument, TreatyAct(act), date.fromisoformat(day), "day", None, None, 2, "s")


def test_a_signature_does_not_bind_and_a_ratification_does():
    acts = [step("signature", "2010-01-01"), step("ratification", "2011-01-01")]
    assert standing(acts, date(2009, 12, 31)).status is TreatyStatus.NONE
    assert standing(acts, date(2010, 1, 1)).status is TreatyStatus.SIGNED_ONLY
    found = standing(acts, date(2011, 1, 1))
    assert (found.status, found.days_to_join, found.n) == (TreatyStatus.PARTY, 365, 2)


def test_a_denunciation_ends_it_when_its_notice_has_run():
    acts = [step("accession", "1992-09-30"), step("denunciation", "2022-11-08")]
    assert standing(acts, date(2023, 2, 7)).status is TreatyStatus.PARTY
    assert standing(acts, date(2023, 2, 7)).denunciation_effect is None
    found = standing(acts, date(2023, 2, 8))
    assert (found.status, found.denunciation_effect) == (TreatyStatus.DENOUNCED, date(2023, 2, 8))
    assert not found.missing_act


def test_a_return_after_a_denunciation_stands():
    acts = [step("accession", "1993-05-10"), step("denunciation", "1999-01-05"), step("accession", "1999-01-05")]
    found = standing(acts, date(2020, 1, 1))
    assert (found.status, found.rejoined) == (TreatyStatus.PARTY, True)


def test_a_denunciation_without_an_act_of_joining_says_that_one_is_missing():
    assert standing([step("denunciation", "1999-01-05")], date(2000, 1, 1)).missing_act


@pytest.mark.parametrize(
    ("day", "effect"), [("1997-10-23", (1998, 1, 23)), ("2000-11-30", (2001, 2, 28)), ("2000-03-27", (2000, 6, 27))]
)
def test_notice_runs_by_the_article(day, effect):
    assert effect_of(step("denunciation", day)) == date(*effect)


def test_declarations_and_successions_to_signature_do_not_make_a_party():
    acts = [step("succession to signature", "2006-10-23", "ICMW"), step("declaration-art21", "2007-01-01", "ICMW")]
    found = standing(acts, date(2020, 1, 1))
    assert found.status is TreatyStatus.SIGNED_ONLY
    assert len(found.declarations) == 1


def test_joined_between_takes_both_ends():
    acts = [step("accession", "2022-01-01"), step("ratification", "2024-12-31"), step("signature", "2023-01-01")]
    assert len(joined_between(acts, date(2022, 1, 1), date(2024, 12, 31))) == 2
    assert len(joined_between(acts, date(2022, 1, 2), date(2024, 12, 30))) == 0


def test_acts_give_the_depositarys_counts_but_for_known_differences(record):
    differing = {}
    for one in instruments(record):
        found = [
            standing([s for s in acts if s.instrument == one.instrument], TREATIES_AS_AT)
            for acts in acts_by_state(record).values()
        ]
        ours = {"parties": tally(found).party, "signatories": sum(f.signed is not None for f in found)}
        printed = {"parties": one.parties, "signatories": one.signatories}
        differing |= {(one.instrument, k): (ours[k], printed[k]) for k in ours if ours[k] != printed[k]}
    assert differing == KNOWN_DIFFERENCES


def test_no_act_is_later_than_the_day_the_pages_were_read(record):
    assert all(s.date <= TREATIES_AS_AT for acts in acts_by_state(record).values() for s in acts)


def test_a_party_stays_one_until_its_denunciation_takes_effect():
    joining, notice = step("ratification", "2010-01-01"), step("denunciation", "2012-01-10")
    other = step("accession", "2011-05-05", instrument="CAT")
    acts = [joining, other, notice]
    assert parties(acts, date(2009, 12, 31)) == {}
    assert parties(acts, date(2012, 2, 1)) == {"ICCPR-OP1": joining, "CAT": other}
    assert parties(acts, date(2012, 5, 1)) == {"CAT": other}
