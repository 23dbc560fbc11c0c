"""Documents as lines of JSON, for ``--json``: views under their names, and every statement with how it is cited."""

import json
import sys
from typing import Any

from onrecord.publish.as_json import plain
from onrecord.publish.views.cited_as import cited_as
from onrecord.record.archive.document import KeptDocument
from onrecord.record.archive.documents import Archive
from onrecord.sources.statement_lines import line_of
from onrecord.vocabulary.statements import Statement


def write_line(told: dict[str, Any]) -> None:
    """Write views under their names as one line of JSON to standard output."""
    sys.stdout.write(f"{json.dumps({name: plain(value) for name, value in told.items()}, ensure_ascii=False)}\n")


def write_statements(archive: Archive, document: KeptDocument) -> None:
    """Write every statement of a document, and what was left, as a line each, statements with how they are cited."""
    for one in archive.statements(document):
        line = line_of(one)
        if isinstance(one, Statement):
            line = f'{line[:-1]},"cited_as":{json.dumps(plain(cited_as(one, document)), separators=(",", ":"))}}}'
        sys.stdout.write(f"{line}\n")
