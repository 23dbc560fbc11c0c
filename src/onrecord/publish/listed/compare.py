"""Two states side by side as rows: how far they agree, where they were opposite, and each one's facts."""

from collections.abc import Iterator

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.compare import Comparison, PairLine, Said

_COUNTS = ("could", "n", "same", "one_step", "opposite", "absent", "unknown", "doubtful")
_POSITIONS = ("n", "yes", "no", "abstain", "absent", "unknown", "doubtful")
_COLUMNS = (
    "part", "date", "symbol", "title", "state", "result", *_COUNTS, "yes", "no", "abstain", "identical_share",
    "three_point", "share_yes", "from", "to", "document_url", "source", "source_url", "link",
)  # fmt: skip
_PARTS = (("treaties", "not a party"), ("reviews", "not in the record"), ("institutions", "not in the record"),
          ("ratings", "not in the record"))  # fmt: skip


def compare_rows(view: Comparison) -> Rows:
    """Return a comparison, one row for each figure and fact."""
    name = "-".join(state.page.rpartition("/")[2] for state in (view.a, view.b))
    rows = [*_agreement(view), *_opposite(view), *_support(view), *_facts(view)]
    return rows_of(f"onrecord-compare-{name}", _COLUMNS, [{**row, "link": view.page} for row in rows], ("date",))


def _agreement(view: Comparison) -> Iterator[Row]:
    for line in view.agreement:
        yield {
            "part": "agreement",
            "title": line.what,
            "state": f"{view.a.name} and {view.b.name}",
            "result": f"same position on {line.same} of {line.n}",
            **{name: getattr(line, name) for name in _COUNTS},
            "identical_share": line.identical_share,
            "three_point": line.three_point,
            "from": line.first,
            "to": line.last,
        }


def _opposite(view: Comparison) -> Iterator[Row]:
    for line in view.opposite:
        yield {
            "part": "opposite positions",
            "date": line.vote.date.isoformat(),
            "symbol": line.vote.symbol,
            "title": line.vote.title,
            "state": f"{view.a.name} and {view.b.name}",
            "result": f"{view.a.name}: {line.a.value}; {view.b.name}: {line.b.value}",
            "document_url": line.vote.cite.url,
            "source": line.vote.cite.source,
            "source_url": line.vote.cite.source_url,
        }


def _support(view: Comparison) -> Iterator[Row]:
    names = {view.a.iso3: view.a.name, view.b.iso3: view.b.name}
    for line in view.support:
        yield {
            "part": "support",
            "title": line.what,
            "state": names[line.iso3],
            "result": f"in favour of {line.yes} of {line.n}",
            **{name: getattr(line, name) for name in _POSITIONS},
            "share_yes": line.share_yes,
        }


def _facts(view: Comparison) -> Iterator[Row]:
    for part, nothing in _PARTS:
        for line in getattr(view, part):
            yield _fact(part, line, view.a.name, line.a, nothing)
            yield _fact(part, line, view.b.name, line.b, nothing)


def _fact(part: str, line: PairLine, state: str, said: Said, nothing: str) -> Row:
    return {
        "part": part,
        "date": said.day,
        "title": f"{line.what}: {line.title}",
        "state": state,
        "result": said.value or nothing,
        "document_url": said.link,
        "source": said.source,
        "source_url": said.source_url,
    }
