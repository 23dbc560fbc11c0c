"""Which record is opened where none is named: the user's while it is up to date, else the shipped one."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.record import opened
from onrecord.record.opened import chosen_record, users_record
from onrecord.record.schema import MANIFEST
from onrecord.record.store import Record


@pytest.fixture
def homed(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose record is a copy of the built one, which stands for the shipped one."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    monkeypatch.setattr(opened, "shipped_record", lambda: built)
    shutil.copytree(built, users_record(tmp_path))
    _told(tmp_path, documents=["doc-0123456789ab"], corrections=2)
    return tmp_path


def _told(home: Path, **more: object) -> None:
    path = users_record(home) / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["made_from"] |= more
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_the_user_s_record_is_opened_where_it_is_up_to_date(homed: Path) -> None:
    assert chosen_record() == opened.Chosen(users_record(homed))
    assert Record().folder == users_record(homed)
    said = CliRunner().invoke(app, ["--version"])
    assert "record: yours, with documents: 1, corrections: 2" in said.stdout


@pytest.mark.parametrize(("field", "why"), [("edition", "by an earlier edition"), ("facts", "from other facts")])
def test_a_stale_record_is_not_used_and_said_so_once(homed: Path, built: Path, field: str, why: str) -> None:
    _told(homed, **{field: "another"})
    assert Record().folder == built
    said = CliRunner().invoke(app, ["audit", "--json"])
    assert said.exit_code == 0
    assert said.stderr.count("onrecord build --mine") == 1
    assert why in said.stderr


def test_a_record_with_a_broken_manifest_is_stale(homed: Path, built: Path) -> None:
    (users_record(homed) / MANIFEST).write_text("{", encoding="utf-8")
    chosen = chosen_record()
    assert chosen.folder == built
    assert chosen.stale


def test_without_a_record_of_one_s_own_the_shipped_one_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    assert chosen_record().stale is None
    assert chosen_record().folder == opened.shipped_record()
