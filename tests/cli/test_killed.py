"""The real program killed without warning, at any moment: what it said was done is there, of the rest all or nothing."""

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import time

import ctl
import tap
from ctl import DONE, SAMPLES, SOURCE, Place

LONG = bool(os.environ.get("BARYCENTER_LONG"))
# Under a sanitizer each command takes ten times as long.
ROUNDS = 20000 if LONG else 500 if os.environ["BARYCENTER_SANITIZE"] == "none" else 50
OLD = SOURCE / "tests" / "store" / "versions" / "v3.db"


def start(place, *words, database=None):
    return subprocess.Popen([ctl.PROGRAM, *map(str, words), f"--database={database or place.database}"],
                            env=ctl.environment(place.path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def measure(*words, prepare=None):
    """How long a command takes here when nobody kills it."""
    with Place() as place:
        if prepare:
            prepare(place)
        else:
            place.create("ИМЦ")
        begin = time.monotonic()
        place.run(*words)
        return time.monotonic() - begin


def kill(process):
    """Returns what it printed and whether it said that it was done."""
    process.kill()
    out = process.stdout.read().decode(errors="replace")
    process.stdout.close()
    return out.strip(), process.wait() == DONE


@contextlib.contextmanager
def read(place):
    connection = sqlite3.connect(place.database)
    try:
        assert connection.execute("PRAGMA quick_check (1)").fetchone() == ("ok",)
        yield connection
    finally:
        connection.close()


def test_editing():
    """Two at a time; a name tells which record of which command it is."""
    dice = random.Random(1)
    usual = measure("add", "organisation", "name=x", "kind=school")
    told = {}
    with Place() as place:
        place.create("ИМЦ")
        for number in range(ROUNDS * 3 // 5):
            names = [f"№ {number}а", f"№ {number}б"]
            running = [start(place, "add", "organisation", f"name={name}", "kind=school") for name in names]
            time.sleep(dice.random() * usual * 2)
            for name, process in zip(names, running):
                identifier, done = kill(process)
                if done:
                    told[name] = identifier
            if number % 10 == 9:
                assert_whole(place, told)
        assert_whole(place, told)
        assert ROUNDS // 50 < len(told) < ROUNDS * 6 // 5, f"{len(told)} of {ROUNDS * 6 // 5} were told"
        assert place.run("check").out == "ok\n"


def assert_whole(place, told):
    with read(place) as connection:
        present = dict(connection.execute("SELECT name, id FROM organisation"))
        assert told.items() <= present.items(), "what was told is gone"
        logged = {record for record, in connection.execute("SELECT record FROM change WHERE kind = 'organisation'")}
        assert logged == set(present.values()), "a record without its action, or the reverse"


def test_importing():
    """Three packages, each of them all or nothing."""
    dice = random.Random(2)
    packages = SAMPLES[:3]
    usual = measure("import", "--trust-sender", *packages)
    reached = set()
    with Place() as place:
        place.create("ИМЦ")
        before = place.database.read_bytes()
        for _ in range(ROUNDS // 5):
            process = start(place, "import", "--trust-sender", *packages)
            time.sleep(dice.random() * usual * 1.2)
            _, done = kill(process)
            with read(place) as connection:
                taken = connection.execute("SELECT count (*) FROM action WHERE type = 'import'").fetchone()[0]
                assert not done or taken == len(packages)
                assert connection.execute("SELECT count (*) FROM parcel WHERE state = 'applied'").fetchone()[0] == taken
            reached.add(taken)
            if dice.random() < 0.1:
                assert place.run("check").out == "ok\n"
            for extra in place.path.glob("centre.db*"):
                extra.unlink()
            place.database.write_bytes(before)
    assert len(reached) > 1, reached


def test_migrating():
    """A file of an old version is as it was, or brought up to date, with or without what was to be added."""
    dice = random.Random(3)
    command = ["add", "organisation", "name=Новая", "kind=school"]

    def put_old(place):
        for extra in place.path.glob("centre.db*"):
            extra.unlink()
        shutil.copy(OLD, place.database)

    usual = measure(*command, prepare=put_old)
    with Place() as place:
        put_old(place)
        with read(place) as connection:
            old = get_version(connection)
            names = get_names(connection)
        versions = []
        for _ in range(ROUNDS // 5):
            put_old(place)
            process = start(place, *command)
            time.sleep(dice.random() * usual * 1.2)
            _, done = kill(process)
            with read(place) as connection:
                versions.append(get_version(connection))
                assert get_names(connection) in ([names + ["Новая"]] if done else [names, names + ["Новая"]])
            if dice.random() < 0.1:
                place.run(*command)
                assert place.run("check").out == "ok\n"
        assert versions.count(old) > 0 and versions.count(old) + versions.count(max(versions)) == len(versions), versions


def get_version(connection):
    return connection.execute("PRAGMA user_version").fetchone()[0]


def get_names(connection):
    return [name for name, in connection.execute("SELECT name FROM organisation ORDER BY id")]


tap.main()
