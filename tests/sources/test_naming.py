"""States as documents print them: lists taken apart, what a printer does undone and said, and no state guessed."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.naming import name_read, names_in_list
from onrecord.vocabulary.statements import WhyLeft
from onrecord.vocabulary.states import Gazetteer, NameKind, StateKind

PIECES = st.sampled_from(["and", ",", "Niger", "(", ")", "of", "*", "Guinea", "3", "\n", "-\n"])


@cache
def _shipped() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def states(text: str, record: Record, on: date | None = None) -> list[str | None]:
    return [read.state for read in names_in_list(text, record.gazetteer, on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angola, Bosnia and Herzegovina and Trinidad and Tobago", "AGO BIH TTO"),
        ("Chad, Antigua and Barbuda and Chile, and China", "TCD ATG CHL CHN"),
        ("Qatar and Sao Tome and Principe, Saint Vincent and the Grenadines", "QAT STP VCT"),
        ("Ukraine and the United Kingdom of Great Britain and Northern Ireland.", "UKR GBR"),
        ("Guinea, Guinea-Bissau; Niger; Nigeria", "GIN GNB NER NGA"),
        ("Venezuela, Bolivarian Republic of and Bolivia (Plurinational State of)3 ]", "VEN BOL"),
        ("Congo, Democratic Republic of the Congo, Iran (Islamic Republic of)", "COG COD IRN"),
        ("Kenya A/HRC/58/2 GE.25-11364, Kuwait", "KEN KWT"),
        ("Bosnia A/HRC/58/2 12 GE.25-11364 and Herzegovina, Cuba", "BIH CUB"),
        ("Hon-\nduras, Guinea-\nBissau, Timor-\nLeste", "HND GNB TLS"),
        (
            "l’Allemagne, les États-Unis d’Amérique et le Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
            "DEU USA GBR",
        ),
        ("Bosnia y Herzegovina, Reino Unido de Gran Bretaña e Irlanda del Norte y Uruguay", "BIH GBR URY"),
        ("Cuba (on behalf of the Non-Aligned Movement, and others), Peru", "CUB PER"),
        ("None.", ""),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_list_is_taken_apart_the_longest_name_first(text: str, expected: str, record: Record) -> None:
    reads = names_in_list(text, record.gazetteer)
    assert [read.state for read in reads] == expected.split()
    assert {read.why for read in reads} <= {None}


def test_marks_that_stick_to_a_name_are_no_part_of_it(record: Record) -> None:
    reads = names_in_list(
        "Albania,* Andorra,* Cuba, Egypt,** Haiti12, Peru¹ and Iran (Islamic Republic of)*", record.gazetteer
    )
    assert [(read.state, read.mark) for read in reads] == [
        ("ALB", "*"),
        ("AND", "*"),
        ("CUB", ""),
        ("EGY", "**"),
        ("HTI", "12"),
        ("PER", "¹"),
        ("IRN", "*"),
    ]


@pytest.mark.parametrize(
    ("text", "state", "meant"),
    [
        ("Hon duras", "HND", "Honduras"),
        ("Unites States of America", "USA", "United States of America"),
        ("Cameron", "CMR", "Cameroon"),
        ("Chi na", "CHN", "China"),
        ("Et hiopia", "ETH", "Ethiopia"),
        ("Trinidad and To bago", "TTO", "Trinidad and Tobago"),
    ],
)
def test_a_misprint_is_read_and_said(text: str, state: str, meant: str, record: Record) -> None:
    (read,) = names_in_list(text, record.gazetteer)
    assert (read.state, read.why, read.candidates) == (state, WhyLeft.SPELLING, (meant,))


@pytest.mark.parametrize(
    "text", ["Nigera", "Northern Ireland", "British Virgin Islands", "Atlantis", "IR", "AL", "004", "French"]
)
def test_what_is_no_name_is_left(text: str, record: Record) -> None:
    (read,) = names_in_list(text, record.gazetteer)
    assert (read.state, read.why) == (None, WhyLeft.UNKNOWN_STATE)


def test_an_unknown_name_has_candidates_and_no_state(record: Record) -> None:
    read = name_read("Nigera", record.gazetteer)
    assert read.state is None
    assert {"Niger", "Nigeria"} <= set(read.candidates)


def test_a_name_of_several_states_is_unclear(record: Record) -> None:
    assert name_read("Korea", record.gazetteer).why is WhyLeft.UNCLEAR_STATE
    assert states("Serbia and Montenegro", record, date(2006, 5, 1)) == ["SCG"]
    (read,) = names_in_list("Serbia and Montenegro", record.gazetteer, date(2020, 5, 1))
    assert (read.state, read.why) == (None, WhyLeft.UNCLEAR_STATE)
    assert {"Serbia", "Montenegro"} <= set(read.candidates)


def test_a_lost_comma_is_read_and_said(record: Record) -> None:
    reads = names_in_list("Kenya Kuwait, Mali", record.gazetteer)
    assert [(read.state, read.why) for read in reads] == [
        ("KEN", WhyLeft.SPELLING),
        ("KWT", WhyLeft.SPELLING),
        ("MLI", None),
    ]


def test_every_short_name_of_a_member_reads_alone_and_between_any_two(record: Record) -> None:
    today = [s for s in record.gazetteer.states if s.kind in (StateKind.MEMBER, StateKind.OBSERVER)]
    names = [record.gazetteer.name(s.iso3) for s in today]
    assert states(", ".join(names[:-1]) + " and " + names[-1], record) == [s.iso3 for s in today]
    assert states(" and ".join(names), record) == [s.iso3 for s in today]


def test_french_and_spanish_names_read(record: Record) -> None:
    for state in record.gazetteer.states:
        for name in record.gazetteer.names(state.iso3):
            if name.language in ("fr", "es") and name.kind is NameKind.SHORT and state.kind is StateKind.MEMBER:
                assert states(name.name, record) == [state.iso3], name


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["and", ",", "Niger", "(", ")", "of", "*", "Guinea", "3"])).map(" ".join)
)
def test_any_text_is_read_without_an_error(text: str) -> None:
    from onrecord.record.store import shipped_record

    gazetteer = Record(shipped_record()).gazetteer
    for read in names_in_list(text, gazetteer):
        assert (read.state is None) <= (read.why is not None)
