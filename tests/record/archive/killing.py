"""A test tool: `onrecord read` killed at random moments; the archive must be as it was or as it should be.

python -m tests.record.archive.killing 500
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.record.archive.document import KeptDocument, Known
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.home import home
from onrecord.record.archive.reading import Listening, Readers, read_file
from onrecord.record.store import Record
from onrecord.vocabulary.edition import EDITION
from tests.sources.documents.writing_catalogues import library_csv, marc, ohchr_fields, votes_of

ROOT = Path(__file__).parents[3]
AGAIN = 6
"""How often a killed reading is followed by one that is let through: two of so many."""

TIMED = 20
"""After how many readings it is measured again how long one takes: the machine has other work, too."""

EARLIER = "0"
"""The edition of an archive that every reading finds out of date."""


@dataclass
class Setting:
    """Files to read, a data folder in which an earlier edition has read them, and what each reading must come to."""

    record: Record
    files: list[Path]
    earlier: Path
    front_door: bool = True
    whole: dict[str, KeptDocument] = field(default_factory=dict)

    def read(self, folder: Path, edition: str = EDITION) -> list[KeptDocument]:
        readers = Readers(self.record.gazetteer, edition)
        return [
            read_file(Archive(folder), path, Known(path.name), readers, Listening()).document for path in self.files
        ]

    def start(self, home: Path) -> subprocess.Popen[bytes]:
        """Start a reading of all files into a data folder, through the front door or through what it calls."""
        if self.front_door:
            options = ["--no-build", "--limit", "0", "--record", str(self.record.folder)]
            command = ["-c", "from onrecord.publish.cli import main; main()", "read", *map(str, self.files), *options]
        else:
            command = ["-m", "tests.record.archive.killing", "read", str(self.record.folder), *map(str, self.files)]
        environment = {**os.environ, "ONRECORD_HOME": str(home)}
        return subprocess.Popen([sys.executable, *command], env=environment, stdout=subprocess.DEVNULL, cwd=ROOT)


def setting(folder: Path, record: Record, front_door: bool = True) -> Setting:
    """Write two documents and read them once with an earlier edition, once with this."""
    votes = votes_of(record, "HRC", every=200)
    files = {
        "council.xml": marc(ohchr_fields(vote, record.gazetteer) for vote in votes),
        "library.csv": library_csv(votes[:3], record.gazetteer, "2026"),
    }
    (folder / "given").mkdir()
    for name, data in files.items():
        (folder / "given" / name).write_bytes(data)
    made = Setting(record, [folder / "given" / name for name in files], folder / "earlier", front_door)
    made.read(made.earlier, EARLIER)
    made.whole = {one.sha256: one for one in made.read(folder / "whole")}
    return made


@dataclass
class Tally:
    """What was seen: how many readings were killed at work, how many had ended, what stood in the archive then."""

    killed: int = 0
    ended: int = 0
    kept: Counter[int] = field(default_factory=Counter)
    leftovers: int = 0
    replaced: Counter[str] = field(default_factory=Counter)


def kill_once(setting: Setting, folder: Path, moment: Callable[[Path], None], tally: Tally) -> None:
    """Start a reading, kill it when ``moment`` returns, and check what stands in the archive."""
    process = setting.start(folder)
    moment(folder)
    process.send_signal(signal.SIGKILL)
    if process.wait() == -signal.SIGKILL:
        tally.killed += 1
    else:
        assert process.returncode == 0
        tally.ended += 1
    check(setting, folder, folder.name == "earlier", tally)


def read_again(setting: Setting, folder: Path) -> None:
    """Check that the next reading brings the archive to where it should be, with nothing left over."""
    assert {one.sha256: one for one in setting.read(folder)} == setting.whole
    assert {one.sha256: one for one in Archive(folder).documents()} == setting.whole
    assert not leftovers(folder)


def check(setting: Setting, folder: Path, had: bool, tally: Tally) -> None:
    """Every document there is whole and read by one edition; where all had been read before, all are there."""
    tally.leftovers += bool(leftovers(folder))
    found = Archive(folder).documents()
    # Looking mends: what had made way is back, and the rest is gone, as soon as anyone asks what is there.
    assert not leftovers(folder)
    for one in found:
        assert Archive(folder).is_whole(one)
        assert len(list(Archive(folder).statements(one))) == one.statements + one.left
        tally.replaced[one.edition] += 1
        told = setting.whole[one.sha256]
        assert (one.bytes, one.statements, one.left) == (told.bytes, told.statements, told.left)
    assert {one.sha256 for one in found} <= set(setting.whole)
    assert not had or len(found) == len(setting.whole)
    tally.kept[len(found)] += 1


def leftovers(folder: Path) -> list[str]:
    """Return what stands in an archive's folder that is no document."""
    documents = folder / "documents"
    return sorted(one.name for one in documents.iterdir() if one.name.startswith(".")) if documents.exists() else []


def at_any_moment(longest: float) -> Callable[[Path], None]:
    """Wait for a time up to that of a whole reading."""
    seconds = random.uniform(0, longest)
    return lambda folder: time.sleep(seconds)


def while_it_writes(longest: float) -> Callable[[Path], None]:
    """Wait until the reading has begun to write, and from then on for a part of the time that it takes."""
    seconds = random.uniform(0, longest)

    def moment(folder: Path) -> None:
        until = time.monotonic() + 20
        while not leftovers(folder) and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(seconds)

    return moment


def kill(setting: Setting, folder: Path, times: int) -> Tally:
    """Kill so many readings, every second one over what an earlier edition has read; return what was seen."""
    longest, tally = 0.0, Tally()
    for n in range(times):
        if n % TIMED == 0:
            longest = timed(setting, folder / "timed")
        home = folder / f"{n}" / ("earlier" if n % 2 else "new")
        if n % 2:
            shutil.copytree(setting.earlier, home)
        moment = at_any_moment(longest) if n % 3 == 0 else while_it_writes(longest * 0.4)
        kill_once(setting, home, moment, tally)
        if n % AGAIN < 2:
            read_again(setting, home)
        shutil.rmtree(folder / f"{n}")
    return tally


def timed(setting: Setting, folder: Path) -> float:
    """Return the seconds that a reading takes now: how long it may be until it is killed."""
    begun = time.monotonic()
    assert setting.start(folder).wait() == 0
    shutil.rmtree(folder)
    return time.monotonic() - begun


def main() -> None:
    if sys.argv[1] == "read":
        Setting(Record(Path(sys.argv[2])), [Path(one) for one in sys.argv[3:]], Path()).read(home())
        return
    times = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="onrecord-killing-") as made:
        folder = Path(made)
        tally = kill(setting(folder, Record(), front_door=times <= 20), folder, times)
        print(times, "readings:", tally)


if __name__ == "__main__":
    main()
