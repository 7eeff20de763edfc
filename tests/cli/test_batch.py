"""Many packages at once: in their order, each by itself, and what was told is there whatever happens to the others."""

import os
import random
import shutil
import sqlite3
import subprocess

import ctl
import tap
from ctl import DONE, REFUSED, Place, organisation, package, uuid

LONG = bool(os.environ.get("BARYCENTER_LONG"))
MANY = 400
# Looks at packages as the real one does, and comes to its end over those whose name says so.
LOOKER = """#!/usr/bin/python3
import os, signal, sys
with open(os.path.join(os.path.dirname(__file__), "looked"), "a") as log:
    log.write("start\\n")
    path = b""
    while byte := os.read(0, 1):
        if byte != b"\\0":
            path += byte
            continue
        log.write(os.path.basename(path.decode()) + "\\n")
        log.flush()
        if b"breaks" in path:
            os.kill(os.getpid(), signal.SIGSEGV)
        path = b""
        os.write(1, b"\\0")
"""


def write(place, number, name=None, records=None):
    """A package of one school, with an id of its own."""
    text = package(records or organisation(1000 + number, f"Школа № {number}"))
    return place.write(name or f"{number:03}.xml", text.replace(uuid(1), uuid(100_000 + number), 1))


def query(place, sql):
    connection = sqlite3.connect(place.database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def get_names(place):
    return [name for name, in query(place, "SELECT name FROM organisation ORDER BY id")]


def take(place, files, status=DONE, program=ctl.PROGRAM):
    done = subprocess.run([program, f"--database={place.database}", "import", "--trust-sender", *files], cwd=place.path,
                          env=ctl.environment(place.path), capture_output=True, text=True, timeout=120)
    assert done.returncode == status, done
    return done


def assert_told(done, files, refused=()):
    """A line for each, in their order."""
    lines = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [line.split(": ")[0] for line in lines] == list(map(str, files)), done
    for file, line in zip(files, lines):
        assert ("refused: 1" in line) == (file in refused) and ("new: 1" in line) == (file not in refused), line


def test_each_is_an_action_of_its_own():
    with Place() as place:
        place.create()
        before = place.run("digest").out
        files = [write(place, number) for number in range(30)]
        assert_told(take(place, files), files)
        assert query(place, "SELECT count (*) FROM action WHERE type = 'import'") == [(30,)]
        assert query(place, "SELECT count (DISTINCT package) FROM parcel WHERE state = 'applied' AND records = 1") == [(30,)]
        assert get_names(place) == [f"Школа № {number}" for number in range(30)]
        for left in range(29, -1, -1):
            place.run("undo")
            assert get_names(place) == [f"Школа № {number}" for number in range(left)]
        assert place.run("digest").out == before
        assert place.run("check").out == "ok\n"


def test_what_is_refused_leaves_the_others_alone():
    """By the grammar, by a rule of the database, because it comes twice, because there is no such file."""
    with Place() as place:
        place.create()
        good = [write(place, number) for number in range(6)]
        nowhere = organisation(2000, "Ещё школа", f"<centre>{uuid(4000)}</centre>")
        bad = [write(place, 10, "grammar.xml", "<nothing/>"), write(place, 11, "nowhere.xml", nowhere), place.path / "missing.xml"]
        files = [good[0], bad[0], good[1], bad[1], good[2], good[3], bad[2], good[4], good[5]]
        done = take(place, files, REFUSED)
        assert_told(done, files, bad)
        for file in bad:
            assert file.name in done.stderr, done
        assert get_names(place) == [f"Школа № {number}" for number in range(6)]
        states = query(place, "SELECT state, count (*) FROM parcel GROUP BY state ORDER BY state")
        assert states == [("applied", 6), ("refused", 2)], states
        again = take(place, good)
        assert again.stdout.count("same: 1") == 6 and query(place, "SELECT count (*) FROM action WHERE type = 'import'") == [(6,)]
        assert place.run("check").out == "ok\n"


def test_what_breaks_the_process_that_looks_is_one_sentence():
    """Another takes its place; a package after one that broke is not blamed for it."""
    with Place() as place:
        place.create()
        folder = place.path / "program"
        folder.mkdir()
        for name in ("barycenterctl", "barycenterctl-all"):
            shutil.copy(ctl.BUILD / "src" / name, folder / name)
        (folder / "barycenter-porter").write_text(LOOKER)
        (folder / "barycenter-porter").chmod(0o755)
        files = [write(place, number, f"{number}-breaks.xml" if number in (0, 3, 4, 9) else None) for number in range(10)]
        broken = [file for file in files if "breaks" in file.name]
        done = take(place, files, REFUSED, folder / "barycenterctl")
        assert_told(done, files, broken)
        assert done.stderr.count("memory or time") == len(broken), done
        assert get_names(place) == [f"Школа № {number}" for number in (1, 2, 5, 6, 7, 8)]
        looked = (folder / "looked").read_text().splitlines()
        # One that had looked at others before is asked again afresh.
        assert looked.count("start") == 6 and [looked.count(file.name) for file in broken] == [1, 2, 1, 2], looked


def test_what_was_told_survives_a_kill():
    """Of the rest each is there as a whole, with its line in the journal, and in their order."""
    dice = random.Random(4)
    with Place() as place:
        place.create()
        empty = place.database.read_bytes()
        files = [write(place, number) for number in range(MANY)]
        cut = 0
        for _ in range(100 if LONG else 6):
            for extra in place.path.glob("centre.db*"):
                extra.unlink()
            place.database.write_bytes(empty)
            process = subprocess.Popen([ctl.PROGRAM, f"--database={place.database}", "import", "--trust-sender", *files],
                                       env=ctl.environment(place.path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            told = [process.stdout.readline() for _ in range(dice.randrange(1, MANY // 2))]
            process.kill()
            told += process.stdout.readlines()
            process.stdout.close()
            process.wait()
            told = [line for line in told if line.endswith("\n")]
            assert all("new: 1" in line for line in told), told
            names = get_names(place)
            assert len(told) <= len(names) and names == [f"Школа № {number}" for number in range(len(names))]
            assert query(place, "SELECT count (*) FROM action WHERE type = 'import'") == [(len(names),)]
            assert query(place, "SELECT count (*) FROM parcel WHERE state = 'applied'") == [(len(names),)]
            cut += len(told) < MANY
        assert cut > 0
        assert place.run("check").out == "ok\n"


tap.main()
