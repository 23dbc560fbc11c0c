"""The names of states, groups and situations, and the words that are no claim: every code known, no form twice."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

from onrecord.claims.lexicon import expand, key_of, table, tokens
from onrecord.record.store import Record
from onrecord.vocabulary.states import RegionalGroup, StateKind

WORDS = ("outside", "attitude", "attribution", "idle")
ONE_MEANING = ("capitals", "groups", "situations", *WORDS)
GROUP_KINDS = {"regional", "subregion", "organisation", "undefined"}
TITLES = (
    "SELECT situation.subject, text.title FROM situation JOIN text USING (text_id)"
    " UNION ALL SELECT situation, subject_matter FROM joint_statement"
    " UNION ALL SELECT situation, subject_matter FROM special_session"
)


def _keys(form: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(form))


def _lists(entry: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every list of forms with the place it stands at."""
    if isinstance(entry, Mapping):
        for name, inner in entry.items():
            if name not in {"members", "title", "particular"}:
                yield from _lists(inner, f"{path}.{name}")
    elif isinstance(entry, list) and entry and isinstance(entry[0], Mapping):
        for one in entry:
            yield from _lists(one, f"{path}.{one['id']}")
    elif isinstance(entry, list):
        yield path, entry


def _meanings(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every word sequence of a file with the place of the form it comes from."""
    spelt = (lambda form: {_keys(form)}) if file not in WORDS else (lambda form: set(expand(form)))
    for path, forms in _lists(table(file)):
        for at, form in enumerate(forms):
            for words in spelt(form):
                yield (
                    (
                        f"{path}[{at}] {form}"
                        if file in WORDS
                        else path.removesuffix(".adjectives").removesuffix(".forms")
                    ),
                    words,
                )
    for form in table(file).get("particular", {}):
        yield f".particular {form}", _keys(form)


def _twice(meanings: Iterable[tuple[str, tuple[str, ...]]]) -> dict[tuple[str, ...], set[str]]:
    places: dict[tuple[str, ...], set[str]] = {}
    for place, words in meanings:
        places.setdefault(words, set()).add(place)
    return {words: found for words, found in places.items() if len(found) > 1}


def _names(record: Record) -> dict[tuple[str, ...], set[str]]:
    """Return the states by the words of each of their English names."""
    found: dict[tuple[str, ...], set[str]] = {}
    for state in record.gazetteer.states:
        for name in record.gazetteer.names(state.iso3):
            if name.language == "en":
                found.setdefault(_keys(name.name), set()).add(state.iso3)
    return found


@pytest.mark.parametrize("file", ONE_MEANING)
def test_no_form_stands_for_two_things(file: str) -> None:
    assert _twice(_meanings(file)) == {}


def test_a_form_given_twice_is_seen() -> None:
    given = [("AAA[0] Here", ("here",)), ("BBB[0] Here", ("here",))]
    assert _twice(given) == {("here",): {"AAA[0] Here", "BBB[0] Here"}}


@pytest.mark.parametrize("file", ONE_MEANING)
def test_forms_are_stripped_and_say_something(file: str) -> None:
    forms = [form for _, forms in _lists(table(file)) for form in forms]
    assert [form for form in forms if form != " ".join(form.split()) or not form] == []
    assert all(len(set(forms)) == len(forms) for _, forms in _lists(table(file)))
    assert all(words and all(words) for _, words in _meanings(file))


def test_names_of_states_groups_and_situations_do_not_collide() -> None:
    found: dict[tuple[str, ...], set[str]] = {}
    for file in ("capitals", "groups", "situations"):
        for _, words in _meanings(file):
            found.setdefault(words, set()).add(file)
    assert {words: files for words, files in found.items() if len(files) > 1} == {}


def test_every_member_and_observer_has_an_entry_and_nobody_else(record: Record) -> None:
    expected = {s.iso3 for s in record.gazetteer.states if s.kind in {StateKind.MEMBER, StateKind.OBSERVER}}
    assert set(table("capitals")) == expected


def test_no_capital_is_a_name_of_a_state(record: Record) -> None:
    """A capital called like a state would be read as the state in every sense, or as the wrong state."""
    names = _names(record)
    assert {words: place for place, words in _meanings("capitals") if words in names} == {}


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Brussels", "mostly the European Union"),
        ("Geneva", "a seat of the United Nations"),
        ("New York", "a seat of the United Nations"),
        ("Male", "a common word"),
        ("Victoria", "a first name"),
        ("Georgetown", "a university"),
        ("Jerusalem", "a situation before it is a government"),
    ],
)
def test_a_name_that_is_mostly_something_else_is_no_capital(word: str, why: str) -> None:
    assert _keys(word) not in {words for _, words in _meanings("capitals")}, why


def test_groups_have_known_kinds_labels_and_ids() -> None:
    groups = table("groups")["group"]
    assert len({group["id"] for group in groups}) == len(groups)
    assert all(group["kind"] in GROUP_KINDS and group["label"].strip() and group["forms"] for group in groups)
    assert {g["id"] for g in groups if g["kind"] == "regional"} == {group.value for group in RegionalGroup}


def test_members_are_known_states_given_once_with_a_source(record: Record) -> None:
    for group in table("groups")["group"]:
        members = group.get("members", [])
        assert len(set(members)) == len(members), group["id"]
        assert [record.gazetteer.state(iso3).kind for iso3 in members] == [StateKind.MEMBER] * len(members), group["id"]
        assert not members or group["source"].strip(), group["id"]


def test_regional_and_undefined_groups_have_no_list_of_their_own() -> None:
    """The record holds the members of the regional groups with dates; nobody has a list of "the West"."""
    kept = [g["id"] for g in table("groups")["group"] if g["kind"] in {"regional", "undefined"} and "members" in g]
    assert kept == []


def test_no_group_is_called_like_a_state(record: Record) -> None:
    """Only the European Union is in the gazetteer too: it joins treaties itself."""
    names = _names(record)
    called = {(place.split(".")[2], iso3) for place, words in _meanings("groups") for iso3 in names.get(words, ())}
    assert called == {("eu", "EUE")}


def test_situations_are_those_of_the_record(record: Record) -> None:
    codes = {code for code in table("situations") if code not in {"particular", "stands_for"}}
    codes |= set(table("situations")["stands_for"].values())
    narrowed = {entry["subject"] for entry in table("situations")["particular"].values()}
    assert (codes | narrowed) <= set(record.subjects)


def test_a_form_that_narrows_fits_a_title_of_its_situation(record: Record) -> None:
    titles: dict[str, list[str]] = {}
    for subject, title in record.tuples(TITLES):
        titles.setdefault(subject, []).append(title.casefold())
    nowhere = [
        (form, words)
        for form, entry in table("situations")["particular"].items()
        for words in entry["title"]
        if not any(words in title for title in titles[entry["subject"]])
    ]
    assert nowhere == []


def test_forms_that_narrow_and_their_titles_are_lower_case() -> None:
    """They are compared with folded words: a capital would never fit."""
    for form, entry in table("situations")["particular"].items():
        assert form == form.casefold()
        assert [words for words in entry["title"] if words != words.casefold()] == []


def test_every_matter_outside_the_record_says_why() -> None:
    matters = table("outside")["matter"]
    assert len({matter["id"] for matter in matters}) == len(matters)
    assert all(matter["label"].strip() and matter["why"].endswith(".") and matter["forms"] for matter in matters)


def test_every_idle_list_says_why_and_where() -> None:
    lists = {name: entry for name, entry in table("idle").items() if name not in {"trap", "name"}}
    assert {entry["beside"] for entry in lists.values()} == {"one", "any"}
    assert all(entry["why"].strip() and entry["forms"] for entry in (*lists.values(), *table("idle")["trap"].values()))


def test_words_that_restrict_are_nowhere_idle() -> None:
    idle = {words for path, words in _meanings("idle") if not path.startswith((".trap", ".name"))}
    assert {("again",), ("only",), ("all",), ("narrowly",), ("unanimously",), ("then",), ("not",)} & idle == set()
    assert ("moreover",) in idle


def test_longer_names_are_longer_than_the_name_in_them(record: Record) -> None:
    """Each must win over what it begins with by its length, so that none may itself be a state or a capital."""
    short = {words for _, words in _meanings("capitals")} | set(_names(record))
    assert [form for form in table("idle")["name"]["forms"] if _keys(form) in short] == []


def test_the_month_of_may_is_no_condition() -> None:
    assert (key_of("May"),) not in {words for _, words in _meanings("attitude")}
