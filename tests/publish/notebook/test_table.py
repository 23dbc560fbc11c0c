"""Tables of a notebook: types and nulls in Arrow and data frames, files, what is shown, what is said in error."""

import csv
import sys
from datetime import date
from pathlib import Path

import arro3.core
import duckdb
import pandas as pd
import polars as pl
import pytest

from onrecord.publish.as_csv import unguarded
from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.notebook.table import About, Table
from onrecord.vocabulary.errors import NotInVocabulary, PackageMissing

_COLUMNS = ("date", "state", "title", "n", "led", "identical_share", "document_url", "symbol")
_ROWS = (
    {"date": date(2014, 3, 28), "state": "Côte d’Ivoire", "title": "=1+1 & <b>", "n": 0, "led": False,
     "identical_share": 0.25, "document_url": "https://undocs.org/en/A/HRC/RES/25/24", "symbol": "A/HRC/RES/25/24"},
    {"date": None, "state": "Peru", "title": None, "n": None, "led": None, "identical_share": None,
     "document_url": "javascript:alert(1)", "symbol": "<script>"},
)  # fmt: skip


def table(rows: Rows | None = None) -> Table:
    about = About(
        title="A title with <i>",
        method="counting",
        citation="A. Author, “On counting”, 1999",
        n=2,
        counted="recorded votes",
        selection="two & no more",
        shown=("date", "state", "title", "n", "identical_share", "symbol"),
        left_out=("one thing", "another"),
    )
    return Table(rows or rows_of("onrecord-test", _COLUMNS, _ROWS), about)


def many(n: int) -> Rows:
    return rows_of("onrecord-many", ("state", "n"), [{"state": f"state {at}", "n": at} for at in range(n)])


def test_arrow_has_a_type_for_each_column_and_nulls_where_something_is_missing() -> None:
    made = table().to_arrow()
    types = {field.name: str(field.type) for field in made.schema}
    assert [made.schema.field(name).type for name in ("date", "n", "led", "identical_share", "state")] == [
        arro3.core.DataType.date32(),
        arro3.core.DataType.int32(),
        arro3.core.DataType.bool(),
        arro3.core.DataType.float64(),
        arro3.core.DataType.utf8(),
    ], types
    for name in ("date", "title", "n", "led", "identical_share"):
        assert made.column(name).null_count == 1
        assert made.column(name).to_pylist() == table()[name]
    assert made.column("n").to_pylist() == [0, None]


def test_arrow_carries_what_the_figures_rest_on() -> None:
    said = table().to_arrow().schema.metadata_str
    assert said["method"] == "counting"
    assert said["n"] == "2 recorded votes"
    assert said["left_out"] == "one thing another"


def test_other_programs_take_the_table_over_the_arrow_interface() -> None:
    assert pl.DataFrame(table())["n"].to_list() == [0, None]
    assert arro3.core.Table.from_arrow(table()).column("n").to_pylist() == [0, None]


def test_duckdb_reads_it_by_name() -> None:
    with duckdb.connect() as database:
        database.register("ours", table().to_arrow())
        assert database.execute("SELECT sum(n), count(n), count(*) FROM ours").fetchone() == (0, 1, 2)


def test_an_empty_table_keeps_its_types() -> None:
    empty = table(rows_of("onrecord-none", _COLUMNS, ()))
    assert len(empty) == 0
    assert empty.to_polars().schema == table().to_polars().schema
    assert list(empty.to_pandas().dtypes) == list(table().to_pandas().dtypes)
    assert "Rows: 0" in repr(empty)


def test_pandas_keeps_missing_apart_from_nothing() -> None:
    frame = table().to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert [str(kind) for kind in frame[["date", "n", "led", "identical_share", "state"]].dtypes] == [
        "datetime64[s]", "Int32", "boolean", "float64", "str",
    ]  # fmt: skip
    assert frame["n"].tolist()[0] == 0
    assert frame.isna()["n"].tolist() == frame.isna()["title"].tolist() == [False, True]
    assert frame["date"][0] == pd.Timestamp(2014, 3, 28)
    assert frame.attrs["selection"] == "two & no more"


def test_polars_has_the_same_values() -> None:
    frame = table().to_polars()
    assert frame.schema["date"] == pl.Date
    assert frame["led"].to_list() == [False, None]
    assert frame.columns == list(table().columns)


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_without_a_package_it_is_said_what_to_install(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PackageMissing, match=rf"to_{package}.*expected the package {package}, found none; install"):
        getattr(table(), f"to_{package}")()


def test_csv_is_the_one_of_the_site_and_can_be_read_back(tmp_path: Path) -> None:
    table().to_csv(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as handle:
        first, second = csv.DictReader(handle)
    assert unguarded(first["title"]) == "=1+1 & <b>" != first["title"]
    assert first["n"] == "0"
    assert second["n"] == second["identical_share"] == ""


def test_parquet_has_types_nulls_and_what_the_figures_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    table().to_parquet(path)
    rows = duckdb.execute("SELECT n, date, identical_share FROM read_parquet(?)", [str(path)]).fetchall()
    assert rows == [(0, date(2014, 3, 28), 0.25), (None, None, None)]
    said = dict(duckdb.execute("SELECT key, value FROM parquet_kv_metadata(?)", [str(path)]).fetchall())
    assert said[b"selection"] == b"two & no more"


def test_html_escapes_every_word_and_links_only_to_documents() -> None:
    shown = table()._repr_html_()
    assert "A title with &lt;i&gt;" in shown
    assert "=1+1 &amp; &lt;b&gt;" in shown
    assert "two &amp; no more" in shown
    assert '<a href="https://undocs.org/en/A/HRC/RES/25/24">A/HRC/RES/25/24</a>' in shown
    assert "<script" not in shown
    assert "javascript:" not in shown
    assert "<td>–</td>" in shown


@pytest.mark.parametrize(("n", "said"), [(20, "Rows: 20"), (21, "Rows: the first 20 of 21"), (1500, "of 1,500")])
def test_at_most_twenty_rows_are_shown_and_how_many_there_are(n: int, said: str) -> None:
    made = Table(many(n), About("t", "m", "c", n, "rows", "s", ("state", "n")))
    assert said in repr(made)
    assert repr(made).count("\nstate ") == 21
    assert made._repr_html_().count("<tr>") == 21
    assert len(list(made)) == n


def test_text_says_method_n_selection_and_what_was_left_out() -> None:
    shown = repr(table())
    for line in (
        "A title with <i>",
        "Method: counting",
        "n: 2 recorded votes",
        "Left out: another",
        "Source: A. Author",
    ):
        assert line in shown
    assert "0.250" in shown


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(NotInVocabulary, match=r"column: expected one of date, state.*found 'theta'"):
        table()["theta"]
    assert table()["state"] == ["Côte d’Ivoire", "Peru"]
