"""Text into sentences: where they end, what they are, and where each character stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims import sentences
from onrecord.claims.sentences import Layout, boundaries, split


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


def laid_out(text: str) -> list[tuple[Layout, str]]:
    return [(sentence.layout, sentence.text) for sentence in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Silva met Ms. Okoro.", "They spoke with H.E. Anna Berg."],
        ["The U.S. delegation voted no.", "So did the U.K.", "The text fell."],
        ["The U.N. Human Rights Council met.", "It adopted res. 16/21 on Mar. 25.", "No. 7 was lost."],
        ["See para. 5 of A/HRC/14/10/Add.1.", "The rate was 6.5 per cent.", "Item 95.42 (Australia) stands."],
        ["It was agreed in 2013.4", "We regret this.", "He said so.12", "They left.[3]", "Then nothing happened.¹"],
        ["“We won.”", "He said it twice.", "“Really?” asked the envoy.", '"Never!"', "The vote followed."],
        ["St. Lucia, e.g. Ms. X, F. Türk and J. F. Koenig-Arp left at 5 p.m.", "The rest left at 3 p.m. Geneva time."],
        ["A resolution ... Belarus was adopted.", "It failed...", "They said [...] Members agreed.", "So be it."],
        ["It voted (see para. 3. The record shows it) for the text.", "Then it left."],
        ["It was adopted on 3 Nov.", "The vote was close.", "It was held on 3 Nov. 2014."],
        ["Norland abstained on Annex A.", "The rest was fine."],
        ["The result was 22-11-14.", "It was challenged in Kenya v. Norland et al.", "The case is open."],
        ["It rose by 3.5.", "In 2014 it fell.", "Why?", "No one knows!", "Côte d'Ivoire won.", "Élections came."],
        ["He said that “the text is bad.", "It must fall” (Daily News, May 3).", "It fell."],
        ["It joined Ireland, Japan etc. at once.", "Others came, e.g. Fiji, i.e. not all."],
        ["During its review in 2010,6 it accepted 4 texts.7", "It kept 3."],
    ],
)
def test_sentences_of_one_paragraph(parts):
    assert texts(" ".join(parts)) == parts


def test_missing_space_after_a_stop_and_addresses():
    assert texts("Norland abstained.The next day it voted yes.") == ["Norland abstained.", "The next day it voted yes."]
    assert texts("See https://votes.example/Norland.The for more.") == [
        "See https://votes.example/Norland.The for more."
    ]


LETTER = """Dear Minister,

OPEN LETTER ON THE ELECTION

We write about the candidacy of your country for the Council, which was announced in the month
of May, and recall that members cooperate with it.1 We ask you to receive the mandate
holders who asked for a visit, in particular those on housing, on water, and on

1 A/68/99.
2 Report of the Secretary-General on cooperation with the mechanisms, of 12 July 2013, available from
the secretariat, para. 8.

https://reports.example/68/99
 the rights of older persons, whom your country
invited in 2012.2

Pledges at home

We note that counter-
terrorism law has become stricter, and that the gov-
ernment has not published it.

Yours sincerely,

Anna Berg
Director
"""


def test_letter_with_footnotes_between_two_pages():
    found = {sentence.text: sentence for sentence in split(LETTER)}
    cut = next(text for text in found if text.startswith("We ask you"))
    assert cut.endswith("on water, and on the rights of older persons, whom your country invited in 2012.2")
    assert found["1 A/68/99."].layout is Layout.FOOTNOTE
    second = next(text for text in found if text.startswith("2 Report"))
    assert second.endswith("12 July 2013, available from the secretariat, para. 8.")
    assert found["OPEN LETTER ON THE ELECTION"].layout is Layout.HEADING
    assert found[cut].heading == "OPEN LETTER ON THE ELECTION"
    law = "We note that counter-terrorism law has become stricter, and that the government has not published it."
    assert found[law].heading == "Pledges at home"
    around = {text for text, sentence in found.items() if sentence.layout is Layout.METADATA}
    assert around == {"Dear Minister,", "https://reports.example/68/99", "Yours sincerely,", "Anna Berg", "Director"}


def test_every_character_is_traced_to_its_place():
    for sentence in split(LETTER):
        place = zip(sentence.text, sentence.offsets, strict=True)
        assert all(LETTER[at] == char or (char == " " and LETTER[at].isspace()) for char, at in place)
        assert (sentence.start, sentence.end) == (sentence.offsets[0], sentence.offsets[-1] + 1)
    law = next(s for s in split(LETTER) if "government" in s.text)
    at = law.text.index("government")
    start, end = law.place(at, at + len("government"))
    assert LETTER[start:end] == "gov-\nernment"
    assert law.place(0, 0) == (law.start, law.start)


def test_list_items_keep_the_clause_that_opens_the_list():
    text = (
        "In July, Norland pledged to do three things:\n\n•    Ratify the treaty;\n•    Receive:\n"
        "  - the expert on water,\n  - the expert on housing;\n• Report. It did so.\n\nThese are good aims.\n"
    )
    opened = "In July, Norland pledged to do three things:"
    assert [(s.layout, s.text, s.lead) for s in split(text)] == [
        (Layout.PROSE, opened, None),
        (Layout.BULLET, "• Ratify the treaty;", opened),
        (Layout.BULLET, "• Receive:", opened),
        (Layout.BULLET, "- the expert on water,", "• Receive:"),
        (Layout.BULLET, "- the expert on housing;", "• Receive:"),
        (Layout.BULLET, "• Report.", opened),
        (Layout.BULLET, "It did so.", opened),
        (Layout.PROSE, "These are good aims.", None),
    ]


def test_items_without_a_sign_and_lettered_ones():
    bare = "Norland undertook to:\n\nratify the treaty;\nreport on time; and\nvote for every text.\n\nIt did."
    assert [s.layout for s in split(bare)] == [Layout.PROSE, *[Layout.BULLET] * 3, Layout.PROSE]
    lettered = (
        "The Council decided:\n(a) To extend the mandate;\n(b) To ask for a report.\nIt was adopted by 25 votes to 9."
    )
    assert [s.lead for s in split(lettered)] == [None, "The Council decided:", "The Council decided:", None]


def test_numbered_recommendations_have_their_paragraph_as_lead():
    text = "12. The following enjoy its support.\n\n12.1 Ratify the treaty (Peru);\n\n12.2 Report (Fiji);\n\n13. None."
    found = [(s.layout, s.text, s.lead) for s in split(text)]
    assert found[1] == (Layout.BULLET, "12.1 Ratify the treaty (Peru);", "12. The following enjoy its support.")
    assert found[2][0] is Layout.BULLET
    assert found[3] == (Layout.PROSE, "13. None.", None)


def test_semicolons_within_a_sentence_do_not_end_it():
    text = "It asked (a) to be heard; (b) to be shown the file; and (c) to be told why."
    assert texts(text) == [text]


def test_headings_by_their_look():
    text = (
        "VOTES\nNorland voted yes.\n\nVoting record in 2013\n\nWhat did it pledge?\n\nIt pledged to ratify the treaty."
    )
    assert laid_out(text) == [
        (Layout.HEADING, "VOTES"),
        (Layout.PROSE, "Norland voted yes."),
        (Layout.HEADING, "Voting record in 2013"),
        (Layout.HEADING, "What did it pledge?"),
        (Layout.PROSE, "It pledged to ratify the treaty."),
    ]
    assert [s.heading for s in split(text)] == [None, "VOTES", "VOTES", "Voting record in 2013", "What did it pledge?"]


def test_lines_without_stops_alone_are_no_headings():
    assert laid_out("Norland voted against the text") == [(Layout.PROSE, "Norland voted against the text")]
    two = "Norland voted against the text\nSudland abstained on it"
    assert laid_out(two) == [(Layout.PROSE, line) for line in two.split("\n")]


def test_heading_that_a_pdf_left_without_an_empty_line():
    text = (
        "The delegation said that the text on water had been prepared for a long time with many states\n"
        "and that it would come back to it in the spring, after the election of the new members had been\n"
        "held in New York.\nVoting record in 2013\n"
        "Norland was absent when the text on water was put to the vote and it\n"
        "was adopted without it.\n"
    )
    assert [layout for layout, _ in laid_out(text)] == [Layout.PROSE, Layout.HEADING, Layout.PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Publication: Northern Daily Volume: 9 Issue: 211",
        "By Anna Berg",
        "12 November 2012",
        "© 2014 Northern Daily",
        "Geneva, 3 March 2014",
        "The hall (Source: Northern Mission)",
        "Page 3 of 7",
        "A/HRC/28/10",
        "press@north.example",
        "Introduction .......... 4",
    ],
)
def test_what_stands_around_a_text(line):
    assert laid_out(f"Norland spoke.\n\n{line}\n\nNorland voted yes.")[1] == (Layout.METADATA, line)


@pytest.mark.parametrize("line", ["3 states voted for the text.", "12 November saw the vote.", "By 2014 it had left."])
def test_numbers_and_dates_that_begin_a_sentence_are_prose(line):
    assert laid_out(f"It was adopted.3 Norland spoke.\n\n{line}")[-1] == (Layout.PROSE, line)


def test_rows_of_a_table_are_kept_whole():
    assert laid_out("It voted.\n\nState | Vote\nNorland | Yes. No.\nFiji\tNo")[1:] == [
        (Layout.TABLE, "State | Vote"),
        (Layout.TABLE, "Norland | Yes. No."),
        (Layout.TABLE, "Fiji No"),
    ]


def test_abbreviation_at_the_end_of_a_line():
    text = "This was rejected, as can be read in para.\n12 of the report. It lost in the end, by the\nvote of one."
    assert texts(text)[0] == "This was rejected, as can be read in para. 12 of the report."


def test_nothing_gives_nothing():
    assert split("") == split(" \n\u200b\n\t") == ()


PIECES = st.sampled_from(
    [
        *"•()*é…:İ”“\n\t\f\xad\u200b\u2028",
        "http://a.example/x\n",
        "; and\n",
        "\r\n",
        "12.1 ",
        "U.S. ",
        "Norland ",
        "voted.",
        "\n",
        "\n\n",
        "1 See ",
        "para. ",
        "• ",
        "(a) ",
        "-\n",
        "abc",
        "\t",
        "\f",
        "2.",
    ]
)


def _is_empty(char: str) -> bool:
    return char.isspace() or char == "\u200b"


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_is_lost_or_invented(text):
    found = split(text)
    for sentence in found:
        pairs = zip(sentence.text, sentence.offsets, strict=True)
        assert all(text[at] == char or (char == " " and _is_empty(text[at])) for char, at in pairs)
        assert list(sentence.offsets) == sorted(set(sentence.offsets))
    places = [at for sentence in found for at in sentence.offsets]
    assert len(places) == len(set(places))
    left = {text[at] for at in set(range(len(text))) - set(places)}
    assert all(_is_empty(char) or char in "-\xad" for char in left)
    assert list(found) == sorted(found, key=lambda s: (s.start, s.end))


class Counted(str):
    """Text that counts how many characters are looked at around each mark."""

    looked = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        Counted.looked += len(found)
        return found


@pytest.mark.parametrize("unit", ["It voted. ", "para. 5 (see. ", "Abc", '"A. ', "... ", "A."])
def test_work_grows_with_the_length_and_not_faster(unit):
    def work(times: int) -> int:
        Counted.looked = 0
        boundaries.sentence_ends(Counted(unit * times))
        return Counted.looked

    assert work(4000) <= 5 * max(work(1000), 1)


def test_lines_are_joined_once(monkeypatch):
    seen = []
    real = sentences._joined
    monkeypatch.setattr(sentences, "_joined", lambda block, known: seen.append(block.length) or real(block, known))
    text = "the vote on\n1 A/1.\n\nwent on\n\n" * 500
    split(text)
    assert sum(seen) <= len(text)
