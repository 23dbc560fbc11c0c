"""Every kind of chart in its frame: drawn, whole in its words, as large as it says, told apart without colour."""

import re
from collections import Counter
from itertools import combinations
from xml.etree import ElementTree

import pytest

from onrecord.publish.charts.colours import LETTER, OF_POSITION
from onrecord.publish.charts.drawn import png, svg
from onrecord.publish.charts.kinds import KINDS, chart_of
from onrecord.publish.charts.letters import lines, width
from onrecord.publish.charts.picture import FRAME, MARGIN, picture, printed, size
from onrecord.vocabulary.errors import NotInVocabulary

BASE = "https://onrecord.example"
SVG = "{http://www.w3.org/2000/svg}"
SOME = [
    ("voting-record", "kazakhstan"), ("voting-record", "cuba"), ("voting-record", "libya"),
    ("situations-of", "united-states-of-america"), ("situations-of", "brazil"),
    ("situation", "syria"), ("situation", "china"), ("situation", "palestine"),
    ("members-on", "georgia"), ("timeline", "tuvalu"), ("timeline", "south-sudan"), ("timeline", "russian-federation"),
    ("treaties", "eastern-european-states"), ("treaties", "western-european-and-other-states"),
]  # fmt: skip


def drawn(record, kind: str, about: str):
    chart = chart_of(record, kind, about)
    return chart, ElementTree.fromstring(svg(chart, BASE))


def words(root: ElementTree.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize(("kind", "about"), SOME)
def test_sentence_n_scope_source_and_address_stand_in_the_picture(record, kind, about):
    chart, root = drawn(record, kind, about)
    said = words(root)
    assert chart.sentence.text in said
    assert f"n = {chart.sentence.n:,}." in said
    assert chart.sentence.scope[1:] in said
    assert f"Source: {chart.source}" in said
    assert f"onrecord {BASE}/charts/{kind}/" in said
    assert all(note in said for note in chart.notes)
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.alt


@pytest.mark.parametrize(("kind", "about"), SOME)
def test_a_picture_is_as_large_as_its_page_is_told(record, kind, about):
    chart, root = drawn(record, kind, about)
    assert (int(root.get("width", 0)), int(root.get("height", 0))) == size(chart, BASE)
    _, _, across, down = map(float, root.get("viewBox", "").split())
    assert (across, down) == size(chart, BASE)


@pytest.mark.parametrize(("kind", "about"), SOME)
def test_no_line_of_words_is_wider_than_the_frame_whatever_the_typeface(record, kind, about):
    _, root = drawn(record, kind, about)
    longer = [text for text in root.iter(f"{SVG}text") if len(text.text or "") > 4]
    assert longer
    assert all(float(text.get("textLength", "inf")) <= FRAME for text in longer)


@pytest.mark.parametrize(("kind", "about"), SOME)
def test_a_picture_is_light(record, kind, about):
    most = {"members-on": 130_000, "treaties": 130_000}.get(kind, 60_000)
    assert len(svg(chart_of(record, kind, about))) < most


@pytest.mark.parametrize(("kind", "about"), SOME)
def test_rows_fit_the_columns_and_the_alternative_names_figures(record, kind, about):
    chart = chart_of(record, kind, about)
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.columns)}
    assert len(chart.values()) == len(chart.rows)
    assert re.search(r"\d", chart.alt)
    assert chart.page == f"/charts/{kind}/{chart.about}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_draws_its_example_at_its_own_address(record, kind):
    chart, root = drawn(record, kind, KINDS[kind].example)
    assert chart.about == KINDS[kind].example
    assert chart.sentence.text in words(root)


def test_the_same_chart_gives_the_same_bytes_and_a_png_of_twice_its_size(record):
    chart = chart_of(record, "voting-record", "togo")
    first = png(chart, BASE)
    assert first == png(chart_of(record, "voting-record", "togo"), BASE)
    wide, high = size(chart, BASE) or (0, 0)
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(first[16:20]), int.from_bytes(first[20:24])) == (2 * wide, 2 * high)


def test_a_picture_asks_for_nothing_outside(record):
    found = svg(chart_of(record, "situation", "iran"), BASE)
    assert not re.search(r"(href|src|url\(|@import)", found)
    assert picture(chart_of(record, "situation", "iran"))["data"] == {
        "values": chart_of(record, "situation", "iran").values()
    }


def test_as_of_a_day_the_picture_says_so(record):
    from datetime import date

    from onrecord.record.store import Record

    chart = chart_of(Record(record.folder, date(2014, 6, 30)), "voting-record", "kazakhstan")
    said = " ".join(printed(chart, BASE).scope + printed(chart, BASE).below)
    assert "As it was known on 30 June 2014." in said
    assert said.endswith("/charts/voting-record/kazakhstan?as-of=2014-06-30")
    assert max(row["year"] for row in chart.values()) == 2014


@pytest.mark.parametrize(
    ("kind", "about", "noun"),
    [
        ("voting-record", "tuvalu", "voting-record chart about"),
        ("situations-of", "south-sudan", "situations-of chart about"),
        ("situation", "cyprus", "situation chart about"),
        ("voting-record", "atlantis", "state"),
        ("members-on", "atlantis", "situation"),
        ("treaties", "kazakhstan", "regional group"),
        ("votingrecord", "kazakhstan", "kind of chart"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_words(record, kind, about, noun):
    with pytest.raises(NotInVocabulary) as raised:
        chart_of(record, kind, about)
    assert (raised.value.noun, raised.value.found) == (noun, kind if noun == "kind of chart" else about)


def test_an_unknown_kind_comes_with_the_known_ones(record):
    with pytest.raises(NotInVocabulary) as raised:
        chart_of(record, "bars", "kazakhstan")
    assert raised.value.suggestions == tuple(KINDS)


_SEEN = {
    "as it is": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "without green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "without blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is left of a colour where a cone is missing: Machado, Oliveira & Fernandes 2009, severity 1.0, linear RGB."""


def _lab(fill: str, seen: str) -> tuple[float, float, float]:
    given = [int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in given]
    r, g, b = (min(1, max(0, sum(f * c for f, c in zip(row, linear, strict=True)))) for row in _SEEN[seen])
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("seen", _SEEN)
def test_positions_are_told_apart_with_any_colour_vision(seen):
    for a, b in combinations(LETTER, 2):
        one, other = _lab(OF_POSITION[a], seen), _lab(OF_POSITION[b], seen)
        apart = sum((p - q) ** 2 for p, q in zip(one, other, strict=True)) ** 0.5
        assert apart > 20, (a, b, apart)


def test_positions_alike_in_grey_carry_letters_of_their_own():
    assert len(set(LETTER.values())) == len(LETTER)
    light = {p: _lab(OF_POSITION[p], "as it is")[0] for p in LETTER}
    alike = [{a.value, b.value} for a, b in combinations(LETTER, 2) if abs(light[a] - light[b]) < 8]
    assert alike == [{"yes", "no"}]


def test_words_are_measured_as_the_typeface_has_them():
    assert width("", 15) == 0
    assert width("ii", 10) < width("WW", 10)
    assert width("Kazakhstan", 15, strong=True) > width("Kazakhstan", 15)
    assert width("Kazakhstan", 30) == pytest.approx(2 * width("Kazakhstan", 15))
    assert width("\U0010ffff", 12) == 12


def test_lines_break_between_words_and_keep_all_of_them():
    text = "From 2006 to 2026, while a member, the state voted in favour of 28 of the 184 texts"
    found = lines(text, 15, 200)
    assert " ".join(found) == text
    assert len(found) > 2
    assert all(width(line, 15) <= 200 for line in found)
    assert lines("Donaudampfschifffahrtsgesellschaft it is", 15, 60)[0] == "Donaudampfschifffahrtsgesellschaft"
    assert lines("", 15, 60) == []


def test_the_frame_has_its_margins(record):
    wide, _ = size(chart_of(record, "situation", "syria")) or (0, 0)
    assert wide == FRAME + 2 * MARGIN


def test_no_mark_lies_outside_the_frame(record):
    _, root = drawn(record, "voting-record", "cuba")
    fills = Counter(path.get("fill") for path in root.iter(f"{SVG}path"))
    assert fills[OF_POSITION[next(iter(LETTER))]] > 5
    assert not [path for path in root.iter(f"{SVG}path") if path.get("opacity") == "0"]
