"""Whatever is pasted or dropped: no crash, work in proportion, and a message that says what is wrong."""

import faulthandler
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from random import Random

import pytest
from docx import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.claims.check import LONGEST, Checker
from onrecord.claims.documents import LARGEST, MOST_TEXT, read_document
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.verdicts import CheckedText, Verdict

HANG = 3600
"""Seconds after which a test is taken to hang: far more than any machine needs."""

SENTENCES = (
    "In March 2014 Peru voted for resolution 25/1, while Cuba and Pakistan voted against it.",
    "Of the 47 members of the Council, 23 voted in favour, 12 against and 12 abstained.",
    "It abstained on all the resolutions on Syria in 2013, those on Homs and Qusair among them.",
    "Uganda was elected to the Human Rights Council in 2010 with 164 votes for the 2010–2013 term.",
    "Nepal has ratified neither the Rome Statute nor the Optional Protocol to the Convention against Torture.",
    "At its second review Egypt received 300 recommendations, of which 224 were accepted.",
    "The Special Rapporteur on torture (A/HRC/13/39/Add.3) visited the country from 5 to 13 May 2009.",
    "“We co-sponsored A/HRC/RES/29/14”, said the ambassador, “for the first time since 2006”.",
)
ELSEWHERE = (
    "En mars 2014, le Pérou a voté pour la résolution 25/1 ; Cuba s’y est opposé, tandis que l’Inde s’abstenait.",
    "El 28 de marzo de 2014 la Argentina votó a favor de la resolución sobre Siria y Venezuela, en contra.",
    "В марте 2014 года Перу проголосовало за резолюцию 25/1, а Куба — против; воздержались 12 государств.",
    "صوتت بيرو في مارس 2014 لصالح القرار 25/1، في حين امتنعت الهند عن التصويت.",
    "2014年3月，秘鲁对第25/1号决议投了赞成票，古巴投了反对票，印度弃权。",
    "2014 жылғы наурызда Перу 25/1 қарарын қолдап дауыс берді, ал Куба қарсы шықты.",
    "Im März 2014 stimmte Peru für die Resolution 25/1; Österreich wurde 2018 mit 171 Stimmen gewählt.",
)
ODD = "\x00\x01\x07\x1b\x7f\x85\u00ad\u200b\u200e\u202e\u2028\u2029\ufeff\ufffd\U0001f1f5\U000e0001\u0301"

INPUTS = int(os.environ.get("ONRECORD_FUZZ", "60"))
"""How many inputs each property is tried with: `ONRECORD_FUZZ=1500 pytest tests/claims/test_fuzz.py` for 10,500."""

QUIET = settings(deadline=None, max_examples=INPUTS, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    faulthandler.dump_traceback_later(HANG, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def examined(checker: Checker, text: str) -> CheckedText:
    """Return a text checked, after looking whether the answer is whole: places in order, a reason for every gap."""
    result = checker.check(text, "PER")
    assert result.text == text
    before = 0
    for sentence in result.sentences:
        assert 0 <= before <= sentence.start <= sentence.end <= len(text)
        before = sentence.start
        assert sentence.claims or sentence.nothing is not None
        for claim in sentence.claims:
            assert sentence.start <= claim.start <= claim.end <= sentence.end
            assert claim.understood.strip()
            assert claim.finding.says.strip()
            unknown = claim.finding.verdict is Verdict.NOT_ENOUGH_INFORMATION
            assert unknown == (claim.finding.reason is not None)
    return result


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Words of true sentences, dropped, doubled, put in another order, run into another sentence's."""
    chance = Random(draw(st.integers(0, 2**32)))
    words = [w for s in chance.sample(SENTENCES, 2) for w in s.split()]
    for _ in range(draw(st.integers(1, 12))):
        at = chance.randrange(len(words))
        chance.choice([words.pop, lambda k: words.insert(k, words[k]), lambda k: words.append(words.pop(k))])(at)
        if not words:
            return ""
    return " ".join(words)


@QUIET
@given(text=st.text(max_size=400))
def test_any_characters_at_all(checker: Checker, text: str) -> None:
    examined(checker, text)


@QUIET
@given(text=mangled())
def test_words_of_sentences_in_any_order(checker: Checker, text: str) -> None:
    examined(checker, text)


@QUIET
@given(data=st.data())
def test_odd_characters_within_sentences(checker: Checker, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SENTENCES + ELSEWHERE))
    for odd in data.draw(st.lists(st.sampled_from(ODD), min_size=1, max_size=8)):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + odd + text[at:]
    examined(checker, text)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_other_languages_get_no_verdict(checker: Checker, text: str) -> None:
    assert {c.finding.verdict for c in examined(checker, text).claims} <= {Verdict.NOT_ENOUGH_INFORMATION}


REPEATED: dict[str, Callable[[int], str]] = {
    "commas": lambda n: "Peru, " * n + "voted for the resolution on Syria.",
    "a list without end": lambda n: "Peru and Chile and " * n + "Cuba voted for resolution 25/1.",
    "verbs": lambda n: "Peru voted for " * n + "resolution 25/1.",
    "brackets": lambda n: "(" * n + "Peru voted for resolution 25/1" + ")" * n + ".",
    "quotes": lambda n: "“" * n + "Peru voted for resolution 25/1" + "”" * n + ".",
    "numbers": lambda n: "one hundred and " * n + "12 states voted for resolution 25/1.",
    "dates": lambda n: "in March 2014, " * n + "Peru voted for resolution 25/1.",
    "symbols": lambda n: "A/HRC/RES/25/1 " * n + "was adopted.",
    "addresses": lambda n: "a@" * n,
    "relative clauses": lambda n: "Peru, which voted for the text on Syria, " * n + "abstained.",
    "one long word": lambda n: "Per" + "u" * n + " voted for resolution 25/1.",
    "marks": lambda n: "." * n + "-" * n + "'" * n + "/" * n,
    "lines": lambda n: "Peru voted for it\n" * n,
    "hyphens at line ends": lambda n: "resolu-\n" * n,
    "list items": lambda n: "The Council:\n" + "(a) welcomed Peru;\n" * n,
    "combining marks": lambda n: "Peru" + "\u0301" * n + " voted for resolution 25/1.",
    "footnotes": lambda n: "".join(f"{k} Ibid.\n" for k in range(n)),
}


def _calls(work: Callable[[], object]) -> int:
    """Return how many Python calls some work takes: the same on every machine."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", REPEATED)
def test_the_work_grows_with_the_text(checker: Checker, name: str) -> None:
    """Four times the text takes some four times the work; within a sentence, whose length is bounded, its square."""
    make = REPEATED[name]
    examined(checker, make(3))
    reach = max(8, (LONGEST - 100) // max(1, len(make(101)) - len(make(100))))
    small, large = make(reach // 4), make(reach)
    few, many = _calls(lambda: checker.check(small, "PER")), _calls(lambda: checker.check(large, "PER"))
    assert many < 20 * few
    beyond = _calls(lambda: checker.check(make(4 * reach), "PER"))
    assert beyond < 10 * many


def test_what_is_no_sentence_is_not_read_and_said_so(checker: Checker) -> None:
    text = "Peru, " * LONGEST + "voted for resolution 25/1."
    (sentence,) = examined(checker, text).sentences
    assert not sentence.claims
    assert f"at most {LONGEST:,} are read as a sentence" in sentence.nothing_why


def test_ten_million_bytes_of_text_are_refused_or_checked_in_the_time_given(checker: Checker) -> None:
    block = (" ".join(SENTENCES) + "\n\n").encode()
    too_long = block * (LARGEST // len(block))
    with pytest.raises(UnreadableDocument, match=rf"at most {MOST_TEXT:,} characters"):
        read_document(too_long, "long.txt")
    with pytest.raises(UnreadableDocument, match=rf"at most {LARGEST:,} bytes"):
        read_document(too_long + block, "longer.txt")
    text = read_document(block * (MOST_TEXT // len(block) // 2), "text.txt").text
    result = checker.check(text, "PER", seconds=1)
    assert result.notes
    assert "were not reached in the time" in result.notes[0]


def _word_file() -> bytes:
    document = WordDocument()
    for sentence in SENTENCES:
        document.add_paragraph(sentence)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _pdf_file() -> bytes:
    lines = "".join(
        f"({s[:60].encode('ascii', 'ignore').decode().translate({40: 32, 41: 32})}) Tj T*\n" for s in SENTENCES
    )
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td\n{lines}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


FILES = {
    "letter.docx": _word_file(),
    "letter.pdf": _pdf_file(),
    "letter.html": b"<p>Peru <b>voted</b> for it.</p>" * 20,
}


def damaged(data: bytes, chance: Random) -> bytes:
    """Return a file with a few of its bytes changed, a stretch cut out, doubled or put elsewhere, or its end lost."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randrange(len(found) or 1), chance.randint(1, 200)
        match chance.randrange(5):
            case 0:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[at : at + size]
            case 2:
                found[at:at] = found[at : at + size]
            case 3:
                found[at:at] = chance.randbytes(size)
            case _:
                del found[max(at, 8) :]
    return bytes(found)


@pytest.mark.parametrize("name", FILES)
def test_a_whole_file_is_read(name: str) -> None:
    assert "voted" in read_document(FILES[name], name).text


def _answer(data: bytes, name: str | None = None) -> str:
    """Return the text of a file, or why it is refused."""
    try:
        return read_document(data, name).text
    except UnreadableDocument as refused:
        return str(refused)


@pytest.mark.parametrize("name", FILES)
@QUIET
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int) -> None:
    assert _answer(damaged(FILES[name], Random(seed)), name).strip()


@QUIET
@given(data=st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert _answer(data).strip()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (FILES["letter.pdf"][:300], "expected a PDF, found a damaged one"),
        (FILES["letter.docx"][:300], "expected"),
        (b"\x89PNG\r\n", "found a PNG image"),
        (b"", "expected words, found none"),
    ],
)
def test_a_refusal_says_what_was_expected_and_found(data: bytes, why: str) -> None:
    assert why in _answer(data, "letter")


def test_a_word_file_that_unpacks_to_far_more_is_refused() -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        zipfile.ZipFile(io.BytesIO(FILES["letter.docx"])) as whole,
    ):
        for entry in whole.namelist():
            archive.writestr(entry, whole.read(entry) if entry != "word/document.xml" else b" " * 300_000_000)
    with pytest.raises(UnreadableDocument):
        read_document(packed.getvalue(), "bomb.docx")
