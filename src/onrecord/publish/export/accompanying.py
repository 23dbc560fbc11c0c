"""The papers that go with an export: how to cite it, on what terms it may be used, how to read it."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, distribution

from onrecord.publish.export.data_package import DESCRIPTION, GUARD, described_format
from onrecord.publish.export.files import Format
from onrecord.publish.export.manifest import Issue
from onrecord.publish.export.tables import ExportedTable
from onrecord.publish.export.workbook import fits, too_long
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.situations import Selection

_TERMS = """Terms of the data

The facts gathered here (who voted how, when, on which text) are facts. Their selection, coding and corrections are
published under the Apache License 2.0, which follows. United Nations documents are linked, not copied. The General
Assembly voting data were placed in the public domain by their authors, Erik Voeten, Anton Strezhnev and Michael
Bailey; please cite them (source s0803). Names of states in other languages come from Unicode CLDR and are used under
the Unicode licence. Every row names its source (source_id, in the table source).

"""


def licence() -> str:
    """Return the terms of the data with the licence; OnRecordError where onrecord is not installed with its licence."""
    try:
        text = distribution("onrecord").read_text("licenses/LICENSE")
    except PackageNotFoundError:
        text = None
    if text is None:
        raise OnRecordError("onrecord: expected an installed package with licenses/LICENSE, found none; `make setup`")
    return _TERMS + text


def citation_file(issue: Issue) -> str:
    """Return the citation of an export in the Citation File Format, dated by the record's last day."""
    known = f" As known on {issue.as_of}." if issue.as_of else ""
    return f"""cff-version: 1.2.0
message: If you use these data, cite them and the UN documents that their rows lead to.
title: "onrecord: the open record of the UN Human Rights Council"
abstract: "{DESCRIPTION} The record goes to {issue.record_to}.{known}"
type: dataset
version: {issue.version}
date-released: {issue.record_to}
license: Apache-2.0
authors:
  - name: The onrecord contributors
"""


def readme(issue: Issue, tables: Sequence[ExportedTable], formats: Sequence[Format]) -> str:
    """Return what an export holds and how to read it."""
    described = [_DESCRIBED] if described_format(formats) else []
    forms = "\n".join(f"  {line}" for line in (*(_WHERE[form] for form in formats), *described))
    lines = "\n".join(f"  {table.name} ({table.n:,} rows): {table.description}" for table in tables)
    left = [f"  {table.name}: {too_long(table)}" for table in tables if not fits(table)]
    out = "\n\nLeft out of the workbook\n\n" + "\n".join(left) if left and Format.XLSX in formats else ""
    chosen = "\n".join(f"  {one.value}: {one.definition} ({one.source})" for one in Selection)
    return f"""{issue.name}

{DESCRIPTION}
The last recorded vote of the Council in it was taken on {issue.record_to}.

What is in it

{forms}
  schema.json        keys and types, by which releases are compared
  manifest.json      size and SHA-256 of every file; `onrecord verify FOLDER` checks them
  CITATION.cff       how to cite it
  LICENSE            the terms

The tables

{lines}{out}

How to read a value

  Nothing in a cell (null in JSON Lines, NA once read) means that the record does not know, or that there is nothing to
  know: the column's description says which. It is never zero, and never absence.
  yes, no, abstain, absent, "not a member" and "no vote taken" are six different positions.
  Dates are YYYY-MM-DD. A column of dates as precise as their source holds text: 2012, 2012-11, 2012-11-12 or
  2011-07-14/2011-07-15.
  Truth values are TRUE and FALSE in CSV, true and false in JSON Lines.
  CSV is UTF-8 by RFC 4180. {GUARD}

Votes without joins

votes_with_context has one row for each state's position in each roll call of the Human Rights Council, with date,
text, situation, figures, document and citation. Positions in the General Assembly stand in vote; join rollcall to
them by rollcall_id. The compilation of the Assembly's votes has no absences: a state that is not listed is not known
to have been absent.

A share of support on country situations counts rows with final = true, vote_taken = true and situations not empty, of
one state, whose position is yes, no, abstain or absent. Named selections of such texts, in the column selections:

{chosen}

Reading it

  R        votes <- read.csv("csv/votes_with_context.csv", na.strings = "", colClasses = c(session = "character",
             agenda_item = "character"))
  Stata    import delimited "csv/votes_with_context.csv", varnames(1) encoding("utf-8") bindquote(strict) clear
  pandas   pandas.read_csv("csv/votes_with_context.csv", keep_default_na=False, na_values=[""], dtype={{"session": str,
             "agenda_item": str}}, parse_dates=["date"])
  DuckDB   SELECT * FROM 'parquet/votes_with_context.parquet'
  Excel    open onrecord.xlsx. Opened as CSV, Excel turns sessions and short symbols into numbers or days, and letters
             outside English may be lost: use the workbook, or Data, From Text/CSV with every column as text.
"""


_DESCRIBED = "datapackage.json   every table and column described, with types, keys and sources (Frictionless)"
_WHERE = {
    Format.CSV: "csv/               every table as CSV",
    Format.PARQUET: "parquet/           every table as Parquet, with types",
    Format.JSONL: "jsonl/             every table as JSON Lines: one object a line",
    Format.XLSX: "onrecord.xlsx      every table as a sheet of one Excel workbook",
}
