"""The tables of states as they are kept, and the promise of the gazetteer: one state, or a question back."""

import csv
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import cldr
from onrecord.sources.cldr import LANGUAGES, cldr_names
from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary
from onrecord.vocabulary.states import (
    Gazetteer,
    GroupPeriod,
    NameKind,
    RegionalGroup,
    State,
    StateKind,
    StateName,
    normalise,
)

FACTS = Path(__file__).parents[2] / "facts"
CURRENT = (StateKind.MEMBER, StateKind.OBSERVER, StateKind.OTHER)


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def day(text):
    return date.fromisoformat(text) if text else None


def read_states():
    return [
        State(
            r["iso3"],
            r["iso2"] or None,
            r["m49"] or None,
            r["slug"],
            StateKind(r["kind"]),
            day(r["un_member_from"]),
            day(r["un_member_to"]),
            day(r["existed_from"]),
            day(r["existed_to"]),
            r["continues"] or None,
        )
        for r in rows(FACTS / "states" / "states.csv")
    ]


def read_names():
    return [
        StateName(
            r["iso3"],
            r["name"],
            NameKind(r["kind"]),
            r["language"],
            day(r["valid_from"]),
            day(r["valid_to"]),
        )
        for r in rows(FACTS / "states" / "names.csv")
    ]


def read_groups():
    return [
        GroupPeriod(r["iso3"], RegionalGroup(r["regional_group"]), day(r["valid_from"]), day(r["valid_to"]))
        for r in rows(FACTS / "states" / "groups.csv")
    ]


STATES, NAMES, GROUPS = read_states(), read_names(), read_groups()
MEMBERS = [s for s in STATES if s.kind is StateKind.MEMBER]
FOREIGN = cldr_names({s.iso2: s.iso3 for s in STATES if s.iso2 and s.kind in CURRENT})
GAZETTEER = Gazetteer(STATES, [*NAMES, *FOREIGN], GROUPS)

MEANT = defaultdict(set)
for known in (*NAMES, *FOREIGN):
    MEANT[normalise(known.name)].add(known.iso3)
CLEAR = [known for known in (*NAMES, *FOREIGN) if len(MEANT[normalise(known.name)]) == 1]


def periods_overlap(periods):
    spans = sorted((p.valid_from or date.min, p.valid_to or date.max) for p in periods)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(spans))


def resolves(text, on=None):
    try:
        return GAZETTEER.resolve(text, on)
    except NotInVocabulary:
        return None


def spellings(state):
    names = {normalise(n.name) for n in GAZETTEER.names(state.iso3)}
    articles = ("le ", "la ", "les ", "l", "el ", "los ", "las ")
    return names | {article + name for article in articles for name in names}


def is_spelling_of(text, state):
    codes = {state.iso3, state.iso2, state.m49, state.slug}
    return text.strip() in codes or normalise(text) in spellings(state)


class TestTables:
    def test_every_un_member_is_there_once(self):
        assert len(MEMBERS) == 193
        assert len({s.iso3 for s in STATES}) == len(STATES)
        assert all(s.un_member_from and not s.un_member_to for s in MEMBERS)
        assert {s.iso3 for s in STATES if s.kind is StateKind.OBSERVER} == {"PSE", "VAT"}

    def test_codes_and_slugs_are_unique(self):
        for column in ("m49", "slug"):
            seen = Counter(getattr(s, column) for s in STATES if getattr(s, column))
            assert [v for v, n in seen.items() if n > 1] == []
        iso2 = Counter(s.iso2 for s in STATES if s.iso2)
        assert [v for v, n in iso2.items() if n > 1] == ["CS"]  # ISO gave it out twice: CSK, then SCG
        assert all(s.m49 is None or (len(s.m49) == 3 and s.m49.isdigit()) for s in STATES)
        assert all(s.slug.isascii() and s.slug == s.slug.lower() and " " not in s.slug for s in STATES)

    def test_a_code_is_never_a_name_of_another_state(self):
        for s in STATES:
            for code in filter(None, (s.iso3, s.iso2)):
                others = {n.iso3 for n in NAMES if n.name == code} - {s.iso3}
                assert others == set(), code

    @pytest.mark.parametrize("table", ["states", "names", "groups"])
    def test_table_is_sorted_utf8_with_unix_lines(self, table):
        raw = (FACTS / "states" / f"{table}.csv").read_bytes()
        assert b"\r" not in raw
        assert raw.endswith(b"\n")
        first = [r[next(iter(r))] for r in rows(FACTS / "states" / f"{table}.csv")]
        assert first == sorted(first)

    def test_every_row_has_a_known_source(self):
        known_sources = {r["source_id"] for r in rows(FACTS / "sources.csv")}
        used = {r["source_id"] for t in ("states", "names", "groups") for r in rows(FACTS / "states" / f"{t}.csv")}
        assert used <= known_sources

    def test_first_days_come_before_last_days(self):
        for period in (*NAMES, *GROUPS):
            assert (period.valid_from or date.min) <= (period.valid_to or date.max), period
        for s in STATES:
            assert (s.existed_from or date.min) <= (s.existed_to or date.max)
            assert (s.un_member_from or date.min) <= (s.un_member_to or date.max)
            assert (s.existed_from or date.min) <= (s.un_member_from or date.max), s.iso3

    def test_a_membership_is_continued_the_day_after_it_ended(self):
        continued = {s.iso3: s.continues for s in STATES if s.continues}
        assert continued == {"RUS": "SUN", "SCG": "YUG", "SRB": "SCG"}
        for iso3, before in continued.items():
            ended, began = GAZETTEER.state(before).un_member_to, GAZETTEER.state(iso3).un_member_from
            assert ended is not None
            assert began == ended + timedelta(days=1)

    def test_names_are_not_repeated(self):
        seen = Counter((n.iso3, n.name, n.kind, n.valid_from) for n in NAMES)
        assert [key for key, n in seen.items() if n > 1] == []

    @pytest.mark.parametrize("state", STATES, ids=lambda s: s.iso3)
    def test_one_short_name_at_a_time(self, state):
        short = [n for n in NAMES if n.iso3 == state.iso3 and n.kind is NameKind.SHORT]
        assert not periods_overlap(short)
        today = [n for n in short if n.valid_to is None]
        assert len(today) == (state.kind in CURRENT)
        assert short

    @pytest.mark.parametrize("state", MEMBERS, ids=lambda s: s.iso3)
    def test_every_member_has_one_group_an_adjective_and_a_formal_name(self, state):
        own = [g for g in GROUPS if g.iso3 == state.iso3]
        assert not periods_overlap(own)
        assert len([g for g in own if g.valid_to is None]) == 1
        kinds = {n.kind for n in NAMES if n.iso3 == state.iso3}
        assert {NameKind.SHORT, NameKind.FORMAL, NameKind.DEMONYM} <= kinds

    def test_only_these_names_fit_two_states(self):
        shared = {name for name, iso3s in MEANT.items() if len(iso3s) > 1}
        assert shared == {"china", "congo", "congolese", "dominican", "korea", "korean"}

    def test_groups_have_their_sizes(self):
        sizes = Counter(g.regional_group for g in GROUPS if g.valid_to is None)
        assert sizes == {"AG": 54, "APG": 54, "EEG": 23, "GRULAC": 33, "WEOG": 29}

    def test_groups_agree_with_the_seats_held_on_the_council(self):
        by_hand = [
            {"state": "KAZ", "term_start": "2022-01-01", "regional_group": "APG"},
            {"state": "USA", "term_start": "2009-06-19", "regional_group": "WEOG"},
            {"state": "RUS", "term_start": "2006-06-19", "regional_group": "EEG"},
            {"state": "CUB", "term_start": "2006-06-19", "regional_group": "GRULAC"},
            {"state": "ZAF", "term_start": "2006-06-19", "regional_group": "AG"},
        ]
        table = FACTS / "membership.csv"
        for seat in [*by_hand, *(rows(table) if table.exists() else ())]:
            on = date.fromisoformat(seat["term_start"])
            assert GAZETTEER.group(seat["state"], on) == seat["regional_group"], seat


class TestNamesInTime:
    @pytest.mark.parametrize(
        ("iso3", "on", "name"),
        [
            ("TUR", date(2022, 5, 31), "Turkey"),
            ("TUR", date(2022, 6, 1), "Türkiye"),
            ("TUR", None, "Türkiye"),
            ("MKD", date(2018, 3, 1), "The former Yugoslav Republic of Macedonia"),
            ("COD", date(1990, 1, 1), "Zaire"),
            ("EGY", date(1960, 1, 1), "United Arab Republic"),
            ("SYR", date(1959, 1, 1), "Syria"),  # part of the United Arab Republic: the name before
            ("MNE", date(1990, 1, 1), "Montenegro"),
            ("CSK", None, "Czechoslovakia"),
            ("YMD", None, "Democratic Yemen"),
        ],
    )
    def test_short_name_of_the_day(self, iso3, on, name):
        assert GAZETTEER.name(iso3, on) == name

    def test_formal_name_of_the_day(self):
        assert GAZETTEER.formal_name("KAZ") == "the Republic of Kazakhstan"
        assert GAZETTEER.formal_name("MKD", date(2010, 1, 1)) is None

    def test_group_of_the_day(self):
        assert GAZETTEER.group("ISR", date(1999, 1, 1)) is None
        assert GAZETTEER.group("ISR", date(2006, 1, 1)) is RegionalGroup.WEOG
        assert GAZETTEER.group("SUN", date(1980, 1, 1)) is RegionalGroup.EEG
        assert GAZETTEER.group("VAT", date(2020, 1, 1)) is None
        assert RegionalGroup.WEOG.label == "Western European and other States"

    def test_un_membership_of_the_day(self):
        assert not GAZETTEER.state("SSD").was_un_member(date(2011, 7, 13))
        assert GAZETTEER.state("SSD").was_un_member(date(2011, 7, 14))
        assert not GAZETTEER.state("VAT").was_un_member(date(2020, 1, 1))

    def test_unknown_code_and_stray_name_are_errors(self):
        with pytest.raises(NotInVocabulary, match="alpha-3"):
            GAZETTEER.name("XXX")
        with pytest.raises(DamagedFact, match="QQQ"):
            Gazetteer(STATES, [StateName("QQQ", "Nowhere", NameKind.SHORT, "en", None, None)])


class TestResolve:
    @pytest.mark.parametrize(
        ("text", "iso3"),
        [
            ("KAZ", "KAZ"),
            ("KZ", "KAZ"),
            ("398", "KAZ"),
            ("kazakhstan", "KAZ"),
            ("cote-divoire", "CIV"),
            ("republic-of-the-congo", "COG"),
            ("The Gambia", "GMB"),
            ("Côte d’Ivoire", "CIV"),
            ("COTE D'IVOIRE", "CIV"),
            ("TÜRKİYE", "TUR"),
            ("Turkey", "TUR"),
            ("Iran, Islamic Republic of", "IRN"),
            ("St. Vincent & the Grenadines", "VCT"),
            ("Guinea", "GIN"),
            ("Niger", "NER"),
            ("Nigerien", "NER"),
            ("Macedonia", "MKD"),
            ("Macedonia FYR", "MKD"),
            ("Yugoslavia", "YUG"),
            ("Germany", "DEU"),
            ("Sudan", "SDN"),
            ("South Sudan", "SSD"),
            ("Dominica", "DMA"),
            ("Burma", "MMR"),
            ("la France", "FRA"),
            ("l’Iran", "IRN"),
            ("le Kazakhstan", "KAZ"),
            ("Казахстан", "KAZ"),
            ("中国", "CHN"),
            ("Émirats arabes unis", "ARE"),
        ],
    )
    def test_exact(self, text, iso3):
        assert GAZETTEER.resolve(text).iso3 == iso3

    @pytest.mark.parametrize(
        ("text", "suggested"),
        [
            ("Congo", {"the Republic of the Congo", "Democratic Republic of the Congo"}),
            ("Korea", {"Republic of Korea", "Democratic People's Republic of Korea"}),
            ("Dominican", {"Dominica", "Dominican Republic"}),
            ("CS", {"Czechoslovakia", "Serbia and Montenegro"}),
        ],
    )
    def test_a_word_for_two_states_is_handed_back_with_both(self, text, suggested):
        with pytest.raises(NotInVocabulary) as raised:
            GAZETTEER.resolve(text)
        assert raised.value.noun == "state"
        assert set(raised.value.suggestions) == suggested

    @pytest.mark.parametrize(
        ("text", "on", "iso3"),
        [
            ("China", date(1960, 1, 1), "TWN"),
            ("China", date(1971, 10, 25), "CHN"),
            ("China", None, "CHN"),
            ("Congo", date(1985, 1, 1), "COG"),  # the other Congo was Zaire
            ("CS", date(1980, 1, 1), "CSK"),
            ("CS", date(2004, 1, 1), "SCG"),
        ],
    )
    def test_dates_settle_what_they_can(self, text, on, iso3):
        assert GAZETTEER.resolve(text, on).iso3 == iso3

    @pytest.mark.parametrize("on", [date(1965, 1, 1), date(2020, 1, 1)])
    def test_dates_do_not_settle_the_rest(self, on):
        assert resolves("Congo", on) is None

    def test_un_usage_knows_one_congo(self):
        assert GAZETTEER.resolve_un("Congo").iso3 == "COG"
        assert GAZETTEER.resolve_un("Korea, Republic of").iso3 == "KOR"
        with pytest.raises(NotInVocabulary):
            GAZETTEER.resolve_un("Korea")

    @pytest.mark.parametrize("text", ["", "the", "us", "kz", "999", "Kazakstn", "Unites States", "Guine"])
    def test_no_guess(self, text):
        assert resolves(text) is None

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [("Kazakstn", "Kazakhstan"), ("Unites States", "United States of America"), ("Cameron", "Cameroon")],
    )
    def test_misprints_of_un_documents_are_suggested_not_answered(self, text, suggestion):
        with pytest.raises(NotInVocabulary) as raised:
            GAZETTEER.resolve(text)
        assert suggestion in raised.value.suggestions

    @given(st.sampled_from(CLEAR), st.data())
    def test_any_known_name_resolves_however_it_is_written(self, known_name, data):
        upper = data.draw(st.lists(st.booleans(), min_size=60, max_size=60))
        cased = "".join(c.upper() if up else c.lower() for c, up in zip(known_name.name, upper * 3, strict=False))
        spaced = data.draw(st.sampled_from(["", "  ", "\t"])) + cased.replace(" ", "  ") + " "
        plain = data.draw(st.sampled_from([spaced, normalise(known_name.name)]))
        assert GAZETTEER.resolve(plain).iso3 == known_name.iso3

    @given(st.sampled_from(CLEAR), st.data())
    def test_one_damaged_letter_is_never_read_as_something_else(self, known_name, data):
        at = data.draw(st.integers(0, len(known_name.name) - 1))
        letter = data.draw(st.sampled_from(["", *"abcdefghijklmnopqrstuvwxyz "]))
        damaged = known_name.name[:at] + letter + known_name.name[at + 1 :]
        read = resolves(damaged)
        assert read is None or is_spelling_of(damaged, read)

    @given(st.text(max_size=30))
    def test_any_text_is_a_known_name_or_an_error(self, text):
        read = resolves(text)
        assert read is None or is_spelling_of(text, read)


class TestCandidates:
    def test_nearest_first_each_state_once(self):
        found = GAZETTEER.candidates("kazakh", limit=5)
        assert found[0][0].iso3 == "KAZ"
        assert len({state.iso3 for state, _, _ in found}) == len(found) == 5
        assert [score for _, _, score in found] == sorted((s for _, _, s in found), reverse=True)

    def test_codes_in_any_case_are_offered(self):
        assert GAZETTEER.candidates("kaz")[0][0].iso3 == "KAZ"
        assert GAZETTEER.candidates("") == ()


class TestNamesInOtherLanguages:
    def test_every_member_has_a_name_in_every_official_language(self):
        covered = {(n.iso3, n.language) for n in FOREIGN}
        assert [(s.iso3, lang) for s in MEMBERS for lang in LANGUAGES if (s.iso3, lang) not in covered] == []

    def test_names_are_undated_aliases_by_language_and_code(self):
        assert cldr_names({"KZ": "KAZ", "FR": "FRA"}, ("fr", "es")) == [
            StateName("FRA", "France", NameKind.ALIAS, "fr", None, None),
            StateName("KAZ", "Kazakhstan", NameKind.ALIAS, "fr", None, None),
            StateName("FRA", "Francia", NameKind.ALIAS, "es", None, None),
            StateName("KAZ", "Kazajistán", NameKind.ALIAS, "es", None, None),
        ]

    def test_a_spelling_of_two_states_is_left_out_for_both(self, monkeypatch):
        class TwoCongos:
            territories: ClassVar = {"CG": "Congo", "CD": "CONGO", "FR": "France"}

        monkeypatch.setattr(cldr, "Locale", lambda language: TwoCongos())
        assert [n.iso3 for n in cldr_names({"CG": "COG", "CD": "COD", "FR": "FRA"}, ("fr",))] == ["FRA"]
