"""The page of a checked text and the files it is saved as: each verdict with its rows; the text is never markup."""

import pytest

from onrecord.publish.check_asked import Asked
from onrecord.publish.views.check import check_record
from onrecord.publish.web.check_marking import blocks
from onrecord.record.coverage_of import council_votes_span
from onrecord.vocabulary.verdicts import CheckedSentence, CheckedText, Nothing, Verdict

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


def test_the_page_shows_every_verdict_with_its_rows(client, text, parsed):
    answer = client.post("/check", data={"text": text})
    assert answer.status_code == 200
    page, shown = parsed(answer.text), answer.text
    assert {f"c{n}" for n in range(1, 6)} <= set(page.ids)
    assert {f"s{n}" for n in range(1, 7)} <= set(page.ids)
    # a link within the page leads somewhere
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    for verdict in Verdict:
        assert f'class="claim v-{verdict.value}"' in shown
    assert "not enough information: outside coverage" in shown
    assert "https://undocs.org/en/A/HRC/RES/26/25" in page.links
    assert "/votes/A-HRC-RES-26-25" in page.links
    assert shown.index("Speaks against it") < shown.index("Rests on")
    assert 'Kazakhstan <span class="quiet">from “it”' in shown
    for words in ("the ministry, as the text has it", "with amendments", "“ever”", "One note.", "why not"):
        assert words in shown


def test_the_words_of_the_text_are_all_there_and_marked(view, text):
    laid = blocks(view)
    words = ["".join(piece.text for one in block.sentences for piece in one.pieces) for block in laid]
    assert " ".join(words).split() == text.split()
    assert [block.heading for block in laid] == [True, False, False]
    both, every = [one for one in laid[1].sentences if one.line][:2]
    assert [(p.text, p.claim and p.claim.number, [c.number for c in p.ends]) for p in both.pieces] == [
        ("Kazakhstan voted for the resolution on Belarus", 1, [1]), (" and ", None, []),
        ("abstained on Sri Lanka", 2, [2]), (".", None, []),
    ]  # fmt: skip
    assert both.pieces[0].parts == ("Kazakhstan voted for the resolution on ", "Belarus")
    # two claims on the same words: the shorter marks them, both are named after the sentence
    assert [(p.claim.number if p.claim else None, [c.number for c in p.ends]) for p in every.pieces] == [
        (3, []), (4, [3, 4])
    ]  # fmt: skip


def test_words_that_no_sentence_has_are_shown_as_they_are(record):
    text = "Page 3\nA sentence. Not reached.\nNor this."
    sentence = CheckedSentence("A sentence.", 7, 18, nothing=Nothing.OPINION)
    laid = blocks(check_record(record, CheckedText(text, (sentence,)), Asked(text)))
    said = ["".join(piece.text for one in block.sentences for piece in one.pieces) for block in laid]
    assert said == ["Page 3", "A sentence. Not reached.", "Nor this."]
    assert not any(block.heading for block in laid)


def test_what_a_text_says_is_never_markup(client, text, parsed):
    for address_ in ("/check", "/check.html"):
        answer = client.post(address_, data={"text": text})
        assert "<script>alert" not in answer.text
        assert "&lt;script&gt;alert(1)" in answer.text
        assert not [link for link in parsed(answer.text).links if link.startswith("javascript")]
    other = client.post("/check", data={"text": "</textarea><img src=x onerror=alert(1)>", "about": '"><b>'})
    assert other.status_code == 422
    assert "<img" not in other.text
    assert '"><b>' not in other.text


def test_the_saved_page_stands_alone(client, text, parsed):
    answer = client.post("/check.html", data={"text": text})
    page = parsed(answer.text)
    assert "attachment" in answer.headers["content-disposition"]
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "form"}
    assert "url(" not in answer.text
    assert "http://testserver/votes/A-HRC-RES-26-25" in page.links
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    for verdict in Verdict:
        assert f'class="claim v-{verdict.value}"' in answer.text


def test_claim_reviews_have_what_their_readers_require(client, record, text):
    answer = client.post("/check.jsonld", data={"text": text})
    assert answer.headers["content-type"].startswith("application/ld+json")
    made = answer.json()
    assert made["@context"] == "https://schema.org"
    reviews = made["@graph"]
    # the claim without an answer is not rated
    assert [r["reviewRating"]["alternateName"] for r in reviews] == ["refuted", "supported", "conflicting", "supported"]
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert review["author"]["name"] == "onrecord"
        assert review["url"].startswith("http://testserver/check?z=")
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert review["datePublished"] == council_votes_span(record).last.isoformat()
    assert reviews[2]["itemReviewed"]["author"]["name"] == "the ministry"
    assert "author" not in reviews[0]["itemReviewed"]
    assert reviews[0]["citation"][0]["url"] == "https://undocs.org/en/A/HRC/RES/26/25"
