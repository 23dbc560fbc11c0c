"""Fetching that breaks off and is gone on with: the same bytes at the end, or none."""

import hashlib
from pathlib import Path

import pytest

from onrecord.sources.fetching.answers import Failed, Fetched
from onrecord.sources.fetching.kept import Kept, note, part_of
from onrecord.sources.fetching.polite import INTERVAL, TRIES, Fetcher
from tests.sources.fetching.site import (
    PDF,
    Answering,
    Site,
    Waited,
    drops,
    gives,
    in_turn,
    missing,
    resumes,
    wanted,
)


def test_a_dropped_line_is_gone_on_with_where_it_broke(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = resumes(PDF, '"one"', drops(PDF, 50_000, ETag='"one"'))
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == PDF
    assert answer.sha256 == hashlib.sha256(PDF).hexdigest()
    asked = site.asked_for("/a.pdf")
    assert len(asked) == 2
    assert asked[1]["If-Range"] == '"one"'
    assert 0 < int(asked[1]["Range"].removeprefix("bytes=").removesuffix("-")) <= 50_000


def test_a_later_run_goes_on_with_the_part_of_an_earlier(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    part = part_of(tmp_path / "a.pdf")
    part.write_bytes(PDF[:1000])
    note(part, Kept(site.url + "/a.pdf", site.url + "/a.pdf", '"one"', None, len(PDF)))
    site.pages["/a.pdf"] = resumes(PDF, '"one"', missing)
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == PDF


def test_a_site_that_ignores_ranges_is_asked_from_the_start(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = in_turn(drops(PDF, 50_000, ETag='"one"'), gives(200, PDF, ETag='"one"'))
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == PDF


def test_a_file_that_changed_meanwhile_is_never_patched_together(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    other = PDF[:9] + b"other" + PDF[9:]
    site.pages["/a.pdf"] = in_turn(
        drops(PDF, 50_000, ETag='"one"'),
        lambda asked: asked.give(
            206, other[50_000:], ETag='"two"', Content_Range=f"bytes 50000-{len(other) - 1}/{len(other)}"
        ),
        gives(200, other, ETag='"two"'),
    )
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == other
    assert "Range" not in site.asked_for("/a.pdf")[2]


@pytest.mark.parametrize(
    "answer",
    [
        gives(206, PDF[:10], Content_Range=f"bytes 0-9/{len(PDF)}", ETag='"one"'),
        gives(206, PDF[:10], Content_Range="nonsense", ETag='"one"'),
        gives(206, PDF[:10]),
        gives(416),
    ],
)
def test_a_part_that_was_not_asked_for_is_thrown_away(
    site: Site, fetcher: Fetcher, tmp_path: Path, answer: Answering
) -> None:
    site.pages["/a.pdf"] = in_turn(drops(PDF, 50_000, ETag='"one"'), answer, gives(200, PDF, ETag='"one"'))
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == PDF


def test_without_a_name_for_its_state_a_file_is_not_gone_on_with(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = in_turn(drops(PDF, 50_000, ETag='W/"weak"'), gives(200, PDF))
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert "Range" not in site.asked_for("/a.pdf")[1]
    assert (tmp_path / "a.pdf").read_bytes() == PDF


def test_a_file_that_always_ends_too_soon_is_given_up_and_never_put_in_place(
    site: Site, fetcher: Fetcher, waited: Waited, tmp_path: Path
) -> None:
    site.pages["/a.pdf"] = drops(PDF, 20_000)
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Failed)
    assert answer.tries == TRIES
    assert "dropped" in answer.why
    assert not (tmp_path / "a.pdf").exists()
    assert [wait for wait in waited.waits if wait != INTERVAL][:4] == [2.0, 3.0, 4.0, 1.0]
