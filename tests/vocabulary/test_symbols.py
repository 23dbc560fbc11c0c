"""UN document symbols: every form in use, the wild ones of catalogues, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import SymbolKind, expand_symbol, parse_symbol

FORMS = [
    ("A/HRC/RES/25/1", SymbolKind.COUNCIL_TEXT, "25", "1"),
    ("A/HRC/RES/S-21/1", SymbolKind.COUNCIL_TEXT, "S-21", "1"),
    ("A/HRC/DEC/OM/1/1", SymbolKind.COUNCIL_TEXT, "OM/1", "1"),
    ("A/HRC/DEC/18/114A", SymbolKind.COUNCIL_TEXT, "18", "114A"),
    ("A/HRC/PRST/19/2", SymbolKind.COUNCIL_TEXT, "19", "2"),
    ("A/HRC/51/L.6", SymbolKind.COUNCIL_DRAFT, "51", "6"),
    ("A/HRC/59/L.1/Rev.1", SymbolKind.COUNCIL_DRAFT, "59", "1"),
    ("A/HRC/S-11/L.1/Rev.2", SymbolKind.COUNCIL_DRAFT, "S-11", "1"),
    ("A/HRC/31/L.20/Corr.1", SymbolKind.COUNCIL_DRAFT, "31", "20"),
    ("A/HRC/28/10", SymbolKind.COUNCIL_REPORT, "28", "10"),
    ("A/HRC/14/10/Add.1", SymbolKind.COUNCIL_REPORT, "14", "10"),
    ("A/HRC/S-17/2/Add.1", SymbolKind.COUNCIL_REPORT, "S-17", "2"),
    ("A/HRC/52/G/4", SymbolKind.COUNCIL_COMMUNICATION, "52", "4"),
    ("A/HRC/47/NGO/112", SymbolKind.COUNCIL_COMMUNICATION, "47", "112"),
    ("A/HRC/WG.6/20/KAZ/1", SymbolKind.UPR_DOCUMENT, "20", "1"),
    ("A/HRC/WG.6/7/L.12", SymbolKind.UPR_DOCUMENT, "7", "12"),
    ("CCPR/C/KAZ/CO/1", SymbolKind.TREATY_BODY, None, "1"),
    ("CRC/C/PER/CO/6-7", SymbolKind.TREATY_BODY, None, "6-7"),
    ("CAT/C/KAZ/Q/2/Add.1", SymbolKind.TREATY_BODY, None, "2"),
    ("E/C.12/KAZ/CO/2", SymbolKind.TREATY_BODY, None, "2"),
    ("HRI/CORE/KAZ/2012", SymbolKind.CORE_DOCUMENT, None, "2012"),
    ("A/RES/60/251", SymbolKind.ASSEMBLY_RESOLUTION, "60", "251"),
    ("A/RES/ES-10/21", SymbolKind.ASSEMBLY_RESOLUTION, "ES-10", "21"),
    ("A/RES/2200(XXI)", SymbolKind.ASSEMBLY_RESOLUTION, "XXI", "2200"),
    ("A/DEC/60/401", SymbolKind.ASSEMBLY_DECISION, "60", "401"),
    ("A/62/53", SymbolKind.ASSEMBLY_DOCUMENT, "62", "53"),
    ("A/60/L.48", SymbolKind.ASSEMBLY_DOCUMENT, "60", "48"),
    ("A/RES/377(V)A", SymbolKind.ASSEMBLY_RESOLUTION, "V", "377"),
    ("A/C.3/78/L.60", SymbolKind.ASSEMBLY_DOCUMENT, "78", "60"),
    ("A/78/PV.50", SymbolKind.ASSEMBLY_DOCUMENT, "78", "50"),
    ("S/RES/2787(2025)", SymbolKind.SECURITY_COUNCIL_RESOLUTION, "2025", "2787"),
    ("S/2022/155", SymbolKind.SECURITY_COUNCIL_DOCUMENT, "2022", "155"),
    ("S/PV.8979", SymbolKind.SECURITY_COUNCIL_DOCUMENT, None, "8979"),
    ("E/CN.4/RES/2005/1", SymbolKind.COMMISSION_TEXT, "2005", "1"),
    ("E/CN.4/2005/L.10", SymbolKind.COMMISSION_DOCUMENT, "2005", "10"),
]
SYMBOLS = st.sampled_from([form[0] for form in FORMS])


@pytest.mark.parametrize(("written", "kind", "session", "number"), FORMS)
def test_reads_each_form_as_it_stands(written: str, kind: SymbolKind, session: str | None, number: str) -> None:
    symbol = parse_symbol(written)
    assert (symbol.text, symbol.kind, symbol.session, symbol.number) == (written, kind, session, number)
    assert (symbol.note, symbol.reissued) == (None, False)


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("A/HRC/DEC41/104", "A/HRC/DEC/41/104"),
        ("A/HRC/RESS-9/1", "A/HRC/RES/S-9/1"),
        ("A/HRC/RES/56/L.33", "A/HRC/56/L.33"),
        ("A/RES/68/7[B]", "A/RES/68/7B"),
        ("A/RES/377 (V)[A]", "A/RES/377(V)A"),
        ("DEC/18/114A", "A/HRC/DEC/18/114A"),
        ("a/hrc/res/25/1", "A/HRC/RES/25/1"),
        ("a/hrc/59/l.1/rev.1", "A/HRC/59/L.1/Rev.1"),
        ("A/HRC/59/L.1/REV1", "A/HRC/59/L.1/Rev.1"),
        ("A/HRC/RES/S–21/1", "A/HRC/RES/S-21/1"),
        ("CRC/C/PER/CO/6–7", "CRC/C/PER/CO/6-7"),
        ("A / HRC / RES / 25 / 1", "A/HRC/RES/25/1"),
        ("A/HRC/51/L 6", "A/HRC/51/L.6"),
        ("A/RES/2200 (XXI)", "A/RES/2200(XXI)"),
        ("\u00a0A/HRC/RES/25/1\n", "A/HRC/RES/25/1"),
    ],
)
def test_repairs_what_catalogues_are_known_to_do(written: str, standard: str) -> None:
    assert parse_symbol(written).text == standard


@pytest.mark.parametrize(
    ("written", "note", "reissued"),
    [
        ("A/HRC/50/L.37 as orally revised", "as orally revised", False),
        ("A/HRC/50/L.37 As  Orally Amended", "as orally amended", False),
        ("A/HRC/50/L.37*", None, True),
        ("A/HRC/50/L.37 **", None, True),
        ("A/HRC/50/L.37* as orally revised", "as orally revised", True),
        ("A/HRC/50/L.37 as orally revised*", "as orally revised", True),
    ],
)
def test_keeps_what_stands_behind_a_symbol_outside_it(written: str, note: str | None, reissued: bool) -> None:
    symbol = parse_symbol(written)
    assert (symbol.text, symbol.note, symbol.reissued) == ("A/HRC/50/L.37", note, reissued)


@pytest.mark.parametrize(
    "written",
    ["", "  ", "*", "A/HRC", "A/HRC/RES/25", "A/HRC/RES/25/1/2", "A/HRC/LAW/25/1", "25/1", "A/HRC/RES/25/1 bis",
     "A/HRC/RES/25/-1", "A/HRC/WG.6/20/KAZAKHSTAN/1", "CCPR/C/KZ/CO/1", "http://undocs.org/A/HRC/RES/25/1",
     "A/HRC/RES/٢٥/1", "A/HRC/RES/25/1; A/HRC/RES/25/2", "as orally revised"],
)  # fmt: skip
def test_refuses_what_is_no_symbol_and_says_what_it_was_given(written: str) -> None:
    with pytest.raises(NotInVocabulary) as refusal:
        parse_symbol(written)
    assert (refusal.value.noun, refusal.value.found) == ("document symbol", written)


def test_the_address_keeps_slashes_and_brackets_readable() -> None:
    assert parse_symbol("A/HRC/59/L.1/Rev.1").url == "https://undocs.org/en/A/HRC/59/L.1/Rev.1"
    assert parse_symbol("A/RES/2200(XXI)").url == "https://undocs.org/en/A/RES/2200(XXI)"
    assert parse_symbol("S/RES/1325 (2000)").url == "https://undocs.org/en/S/RES/1325%20(2000)"


def test_slugs_of_a_draft_and_of_it_as_orally_revised_differ() -> None:
    assert parse_symbol("A/HRC/45/L.57").slug == "A-HRC-45-L.57"
    assert parse_symbol("A/HRC/45/L.57 as orally revised").slug == "A-HRC-45-L.57-as-orally-revised"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("25/1", ("A/HRC/RES/25/1", "A/HRC/DEC/25/1", "A/HRC/25/1")),
        ("HRC/25/1", ("A/HRC/RES/25/1", "A/HRC/DEC/25/1", "A/HRC/25/1")),
        ("s–21/1", ("A/HRC/RES/S-21/1", "A/HRC/DEC/S-21/1", "A/HRC/S-21/1")),
        ("51/L.6", ("A/HRC/51/L.6",)),
        ("51/l6", ("A/HRC/51/L.6",)),
        ("59/L.1/Rev.1", ("A/HRC/59/L.1/Rev.1",)),
        ("A/HRC/RES/25/1", ()),
        ("twenty-five", ()),
        ("25", ()),
    ],
)
def test_a_short_form_stands_for_each_text_it_can_be(short: str, full: tuple[str, ...]) -> None:
    assert expand_symbol(short) == full


@given(st.integers(1, 99), st.integers(1, 200), st.sampled_from(["", "S-", "OM/"]))
def test_every_expansion_is_a_symbol_in_standard_form(session: int, number: int, prefix: str) -> None:
    full = expand_symbol(f"{prefix}{session}/{number}")
    assert len(full) == 3
    assert [parse_symbol(symbol).text for symbol in full] == list(full)


@given(st.text(max_size=40) | st.text(alphabet="AHRCESDPTL/.-0123456789()*–XVI bs", max_size=40))
def test_any_text_is_a_stable_symbol_or_refused(text: str) -> None:
    try:
        standard = parse_symbol(text).text
    except NotInVocabulary:
        return
    assert parse_symbol(standard).text == standard


@given(SYMBOLS, st.data())
def test_case_and_blanks_do_not_change_a_symbol(symbol: str, data: st.DataObject) -> None:
    cased = "".join(c.lower() if data.draw(st.booleans()) else c.upper() for c in symbol)
    blanks = st.sampled_from(["", " ", "\t", "  "])
    spaced = "".join(f"{data.draw(blanks)}/{data.draw(blanks)}" if c == "/" else c for c in cased)
    assert parse_symbol(f"{data.draw(blanks)}{spaced}{data.draw(blanks)}").text == symbol
