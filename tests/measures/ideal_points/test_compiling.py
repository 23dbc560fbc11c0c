"""The compiled loops in places where their code can, and cannot, be kept."""

import os
import subprocess
import sys
from pathlib import Path

LOOP = """
from onrecord.measures.ideal_points.compiling import compiled

@compiled
def doubled(x):
    return 2 * x

print(doubled(21))
"""


def run(folder: Path, **environment: str) -> str:
    (folder / "loop.py").write_text(LOOP)
    kept = {name: value for name, value in os.environ.items() if name not in {"NUMBA_CACHE_DIR", "HOME"}}
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(folder / "loop.py")],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_code_is_kept_where_the_environment_says(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    assert run(tmp_path, NUMBA_CACHE_DIR=str(kept)) == "42"
    assert list(kept.rglob("*.nbi"))


def test_without_a_folder_to_keep_the_code_in_it_is_compiled_again(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file where the folder would be")
    nowhere = tmp_path / "no-home"
    nowhere.write_text("a file, not a folder")
    out = run(tmp_path, HOME=str(nowhere), XDG_CACHE_HOME=str(nowhere))
    assert out == "42"
    assert not list(tmp_path.rglob("*.nbi"))
