"""Requests for visits and what answers them."""

from datetime import date

from onrecord.measures.visits import requests
from onrecord.sources.facts_cooperation import Visit


def visit(status: str, day: date, mandate: str = "SR") -> Visit:
    return Visit("KAZ", mandate, None, day, None, status, "special procedure", None, None, 2, "s")


def test_a_request_is_answered_by_the_first_later_visit_of_the_mandate():
    asked = visit("requested", date(2012, 1, 1))
    before, other = visit("completed", date(2011, 1, 1)), visit("completed", date(2013, 1, 1), "WG")
    second, third = visit("completed", date(2014, 1, 1)), visit("completed", date(2015, 1, 1))
    assert [r.answered_by for r in requests([third, asked, before, other, second])] == [second]
    assert [r.answered_by for r in requests([asked, before, other])] == [None]
    assert requests([before]) == ()
