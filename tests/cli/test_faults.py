"""Databases that cannot be opened, read or written: a clear word, status 3, and nothing lost."""

import ctypes
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile

import ctl
import tap
from ctl import DATABASE, DONE, REFUSED, SAMPLES, Place

# of linux/prctl.h and linux/capability.h
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2

READERS = [["list", "organisation"], ["list", "organisation", "--format=json"], ["history"], ["search", "352"], ["check"],
           ["export", "--kind=all"], ["show", "organisation", "01a206f0-0000-7000-8000-000000000001"]]
WRITERS = [["add", "organisation", "name=x", "kind=school"], ["undo"], ["redo"], ["import", "--trust-sender", str(SAMPLES[0])],
           ["set", "organisation", "01a206f0-0000-7000-8000-000000000001", "name=x"],
           ["remove", "organisation", "01a206f0-0000-7000-8000-000000000001"]]
# Under a sanitizer each command takes ten times as long.
FLIPS = 60 if os.environ["BARYCENTER_SANITIZE"] == "none" else 15


def filled(place):
    place.create("ИМЦ")
    place.run("import", "--trust-sender", SAMPLES[0])
    place.add("organisation", name="Школа", kind="school")
    return place


def settled(place):
    """The whole database in one file."""
    filled(place)
    with sqlite3.connect(place.database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert not (place.path / "centre.db-wal").exists()
    return place.database.read_bytes()


def refuse_all(place, word=None, commands=tuple(READERS + WRITERS)):
    for command in commands:
        answer = place.run(*command, status=DATABASE)
        assert "centre.db" in answer.err and (word is None or word in answer.err), f"{command}: {answer}"
        assert re.search("[а-я]{3}", place.run(*command, status=DATABASE, russian=True).err)


def test_missing():
    with Place() as place:
        refuse_all(place, "no such file")
        assert list(place.path.iterdir()) == []


def test_not_a_database():
    for contents in (b"", b"x", "Школа № 352\n".encode() * 500, b"SQLite format 3\0", os.urandom(8192)):
        with Place() as place:
            place.write("centre.db", contents)
            refuse_all(place)
            assert place.database.read_bytes() == contents


def test_the_database_of_another_program():
    with Place() as place:
        with sqlite3.connect(place.database) as connection:
            connection.execute("CREATE TABLE organisation (id TEXT, name TEXT)")
        connection.close()
        before = place.database.read_bytes()
        refuse_all(place, "not a database of Barycenter")
        assert place.database.read_bytes() == before


def test_newer():
    with Place() as place:
        settled(place)
        with sqlite3.connect(place.database) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        before = place.database.read_bytes()
        refuse_all(place, "update the program")
        assert place.database.read_bytes() == before


def test_truncated():
    with Place() as place:
        whole = settled(place)
        for length in (1, 50, 99, 512, 4096, len(whole) // 3, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
            place.database.write_bytes(whole[:length])
            answer = place.run("check", status=None)
            assert answer.status in (REFUSED, DATABASE), f"{length}: {answer}"
            for command in READERS + WRITERS:
                assert place.run(*command, status=None).status in (DONE, REFUSED, DATABASE), command
            for extra in place.path.glob("centre.db-*"):
                extra.unlink()


def test_flipped_bits():
    """What "check" lets pass did no harm; no command breaks down, whichever page is damaged."""
    with Place() as place:
        whole = settled(place)
        before = place.contents()
        dice = random.Random(13)
        noticed = 0
        for _ in range(FLIPS):
            flipped = bytearray(whole)
            page = dice.randrange(len(whole) // 4096) * 4096
            for _ in range(8):
                flipped[page + dice.randrange(4096)] ^= 1 << dice.randrange(8)
            place.database.write_bytes(flipped)
            answer = place.run("check", status=None)
            assert answer.status in (DONE, REFUSED, DATABASE), answer
            noticed += answer.status != DONE
            if answer.status == DONE:
                assert place.contents() == before, "a damage that was not noticed"
            for command in dice.sample(READERS, 2) + dice.sample(WRITERS, 2):
                assert place.run(*command, status=None).status in (DONE, REFUSED, DATABASE), command
            for extra in place.path.glob("centre.db-*"):
                extra.unlink()
        assert noticed >= 5, f"only {noticed} of 60 damages were noticed"


def test_a_broken_rule_is_told():
    """What another program did behind our back."""
    for statement, word in [
            ("UPDATE organisation SET kind = 'castle' WHERE name = 'Школа'", "castle"),
            ("UPDATE organisation SET centre = '01a206f0-0000-7000-8000-00000000dead' WHERE name = 'Школа'", "dead"),
            ("UPDATE organisation SET note = 'тайком' WHERE name = 'Школа'", "history"),
            ("INSERT INTO search (rowid, names, words) VALUES (4711, 'замок', '')", "search"),
            ("DELETE FROM organisation WHERE name = 'Школа'", None)]:
        with Place() as place:
            settled(place)
            with sqlite3.connect(place.database) as connection:
                connection.execute(statement)
            connection.close()
            answer = place.run("check", status=REFUSED)
            assert "ok" not in answer.out.splitlines() and answer.out, answer
            assert word is None or word in answer.out, f"{statement}: {answer}"
            report = place.json("check", "--json", status=REFUSED)
            assert report["ok"] is False and report["problems"] == answer.out.splitlines()


def test_the_check_on_paper():
    with Place() as place:
        settled(place)
        assert place.run("check", "-o", "act.pdf").out == "ok\n"
        text = subprocess.run(["pdftotext", "-layout", place.path / "act.pdf", "-"], capture_output=True, encoding="utf-8", check=True).stdout
        assert "Reliability check" in text and "the last link" in text and "not in order" not in text, text
        parts = place.json("check", "--json")["parts"]
        assert [part["done"] for part in parts] == [True] * 6 + [False]
        assert "act.txt" in place.run("check", "-o", "act.txt", status=REFUSED).err


def as_anybody():
    """Takes from root what other users have not: writing and reading where it is forbidden."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


def test_read_only_file():
    """Reading works, writing is refused; the file stays as it is. Root may write anything, so it does without that."""
    with Place() as place:
        settled(place)
        place.database.chmod(0o444)
        place.path.chmod(0o555)
        options = {"preexec_fn": as_anybody} if os.getuid() == 0 else {}
        before = place.database.read_bytes()
        try:
            assert "Школа" in place.run("list", "organisation", **options).out
            assert place.run("check", **options).out == "ok\n"
            for command in (WRITERS[0], WRITERS[1], WRITERS[3]):
                answer = place.run(*command, status=DATABASE, **options)
                assert "centre.db" in answer.err, answer
            place.run("create", database=place.path / "new.db", status=DATABASE, **options)
            place.run("backup", "copy.db", status=DATABASE, **options)
            with tempfile.TemporaryDirectory() as closed:
                os.chmod(closed, 0)
                answer = place.run("validate", f"{closed}/one.xml", status=REFUSED, **options)
                os.chmod(closed, 0o700)
                assert "one.xml" in answer.err and "not a file" not in answer.err, answer
        finally:
            place.path.chmod(0o755)
        assert place.database.read_bytes() == before


def limit_to(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def test_no_space():
    """Every limit between nothing and enough: an action is whole or absent, and the file is sound."""
    with Place() as place:
        settled(place)
        before = place.contents()
        log = place.database.stat().st_size
        refused = 0
        for size in list(range(0, log + 200_000, 40_000)):
            answer = place.run("import", "--trust-sender", *SAMPLES[1:3], status=None, preexec_fn=limit_to(size))
            assert answer.status in (DONE, DATABASE), answer
            if answer.status == DATABASE:
                refused += 1
                assert "centre.db" in answer.err, answer
                if place.contents() != before:
                    place.run("undo")
                assert place.contents() == before, f"limit {size}"
            else:
                place.run("undo", "--count=2")
            assert place.run("check").out == "ok\n"
        assert refused > 3


def test_no_space_for_new_files():
    with Place() as place:
        place.run("create", "--name=ИМЦ", status=DATABASE, preexec_fn=limit_to(20_000))
        assert list(place.path.iterdir()) == []
        filled(place)
        place.run("import", "--trust-sender", SAMPLES[1])
        answer = place.run("export", "--kind=all", "-o", "all.xml", status=REFUSED, preexec_fn=limit_to(36_000))
        assert "all.xml" in answer.err
        assert place.run("backup", "copy.db", status=DATABASE, preexec_fn=limit_to(20_000)).err
        assert not (place.path / "all.xml").exists() and not (place.path / "copy.db").exists()
        assert {name for name in os.listdir(place.path) if not name.startswith("centre.db")} == {".local"}, os.listdir(place.path)


def test_full_disk():
    """A real small disk, where the machine allows one to be mounted."""
    with Place() as place:
        disk = place.path / "disk"
        disk.mkdir()
        mounted = os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk],
                                                      capture_output=True).returncode == 0
        if not mounted:
            return
        try:
            database = disk / "centre.db"
            place.run("create", "--name=ИМЦ", database=database)
            before = place.contents(database)
            fill(disk / "ballast")
            answer = place.run("import", "--trust-sender", *SAMPLES, database=database, status=DATABASE)
            assert "space" in answer.err, answer
            (disk / "ballast").unlink()
            assert place.contents(database) == before
            assert place.run("check", database=database).out == "ok\n"
        finally:
            subprocess.run(["umount", disk], check=True)


def test_two_writers_at_once():
    with Place() as place:
        place.create()
        running = [subprocess.Popen([ctl.PROGRAM, "add", "organisation", f"name=Школа № {i}", "kind=school",
                                     f"--database={place.database}"], env=ctl.environment(place.path), stdout=subprocess.PIPE)
                   for i in range(12)]
        assert [p.wait() for p in running] == [DONE] * 12
        for process in running:
            process.stdout.close()
        assert len(place.list("organisation")) == 12 and place.run("check").out == "ok\n"


def test_somebody_writes_for_long():
    with Place() as place:
        place.create("ИМЦ")
        connection = sqlite3.connect(place.database, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        try:
            assert "ИМЦ" in place.run("list", "centre").out
            assert "centre.db" in place.run("add", "organisation", "name=x", "kind=school", status=DATABASE).err
        finally:
            connection.execute("ROLLBACK")
            connection.close()
        place.add("organisation", name="x", kind="school")


def test_a_clock_set_back():
    """The next action is still the newest: undo and history go by it."""
    with Place() as place:
        place.create()
        identifier = place.add("organisation", name="А", kind="school")
        with sqlite3.connect(place.database) as connection:
            stamp = connection.execute("SELECT max (stamp) FROM action").fetchone()[0]
            connection.execute("INSERT INTO action (id, stamp, type, name, subject, author) "
                               "VALUES (1000, ?, 'edit', 'Change %s', 'из будущего', 'часы')", (stamp + (3 * 365 * 86400 * 1000 << 16),))
        connection.close()
        assert "1094 days behind" in place.run("set", "organisation", identifier, "name=Б").err
        actions = place.json("history", "--json")
        assert actions[0]["name"] == "Change А" and actions[1]["author"] == "часы"
        assert actions[0]["stamp"] >= actions[1]["stamp"]
        assert place.run("undo").out == "Change А\n"
        assert place.list("organisation")[0]["name"] == "А"


def test_backup_and_restore():
    with Place() as place:
        filled(place)
        before = place.contents()
        place.run("backup", "copy.db")
        assert place.contents(place.path / "copy.db") == before
        place.run("undo", "--count=2")
        later = place.contents()
        answer = place.run("restore", "copy.db")
        kept = [name for name in os.listdir(place.path) if name.startswith("centre.db.before-restore-")]
        assert len(kept) == 1 and kept[0] in answer.err and answer.out == ""
        assert place.contents() == before and place.contents(place.path / kept[0]) == later
        assert place.run("check").out == "ok\n"
        place.run("undo")
        place.run("backup", "copy.db")
        assert place.contents(place.path / "copy.db") == place.contents() != before


def test_restore_where_nothing_sound_is_left():
    """Over a damaged file, which is kept; and where there is none, not even the folder."""
    with Place() as place:
        filled(place)
        before = place.contents()
        place.run("backup", "copy.db")
        for damaged in (b"", "не база".encode() * 1000):
            for extra in place.path.glob("centre.db*"):
                extra.unlink()
            place.database.write_bytes(damaged)
            place.run("restore", "copy.db")
            assert place.contents() == before
            assert [path.read_bytes() for path in place.path.glob("centre.db.before-restore-*")] == [damaged]
        place.database.unlink()
        place.run("restore", "copy.db")
        assert place.contents() == before
        place.bare("restore", "copy.db")
        assert place.contents(place.path / ".local/share/barycenter/centre.db") == before


def test_restore_of_what_is_no_copy():
    with Place() as place:
        filled(place)
        before = place.contents()
        place.write("notes.txt", "заметки" * 1000)
        whole = place.database.read_bytes()
        place.write("part.db", whole[:len(whole) // 2])
        shutil.copy(place.database, place.path / "newer.db")
        with sqlite3.connect(place.path / "newer.db") as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        for name in ("missing.db", "notes.txt", "newer.db", "part.db"):
            answer = place.run("restore", name, status=None)
            assert answer.status == REFUSED and name in answer.err, f"{name}: {answer}"
            assert place.contents() == before
        assert not [name for name in os.listdir(place.path) if "before-restore" in name]


def test_what_is_no_file_is_left_alone():
    """A folder, a pipe and the target of a link are never replaced by a file, nor is the database by a package."""
    with Place() as place:
        filled(place)
        place.run("backup", "copy.db")
        before = place.contents()
        (place.path / "folder").mkdir()
        os.mkfifo(place.path / "pipe")
        for name in ("folder", "pipe"):
            mode = (place.path / name).stat().st_mode
            assert name in place.run("restore", "copy.db", database=place.path / name, status=DATABASE).err
            place.run("backup", name, status=REFUSED)
            assert (place.path / name).stat().st_mode == mode
        place.run("export", "--kind=all", "-o", "folder")
        assert len(list((place.path / "folder").iterdir())) == 1

        with subprocess.Popen(["cat", place.path / "pipe"], stdout=subprocess.PIPE) as reader:
            place.run("export", "--kind=all", "-o", "pipe")
            assert reader.stdout.read().endswith(b"</package>\n")
        assert (place.path / "pipe").is_fifo()

        (place.path / "link.xml").symlink_to("target.xml")
        place.write("target.xml", "")
        place.run("export", "--kind=all", "-o", "link.xml")
        assert (place.path / "link.xml").is_symlink() and (place.path / "target.xml").stat().st_size > 0

        (place.path / "link.db").symlink_to("centre.db")
        for name in ("centre.db", "./centre.db", "link.db"):
            assert "database itself" in place.run("export", "--kind=all", "-o", name, status=REFUSED).err
        assert place.contents() == before
        assert not [name for name in os.listdir(place.path) if "before-restore" in name]


def test_creators_at_once():
    """One makes the database; the others are refused and leave it alone."""
    for _ in range(5):
        with Place() as place:
            running = [subprocess.Popen([ctl.PROGRAM, "create", f"--name=ИМЦ {i}", f"--database={place.database}"],
                                        env=ctl.environment(place.path), stderr=subprocess.DEVNULL) for i in range(4)]
            statuses = sorted(process.wait() for process in running)
            assert statuses == [DONE, REFUSED, REFUSED, REFUSED], statuses
            assert len(place.list("centre")) == 1 and place.run("check").out == "ok\n"
    with Place() as place:
        place.database.symlink_to("nowhere.db")
        place.run("create", status=REFUSED)
        assert place.database.is_symlink()


def test_the_journal_of_a_database_that_is_gone():
    """Whoever deletes the file alone leaves it; it must not get into the next file of that name."""
    with Place() as place:
        filled(place)
        place.run("backup", "copy.db")
        with sqlite3.connect(place.database) as connection:
            connection.execute("SELECT * FROM organisation").fetchone()
            place.add("organisation", name="Ещё одна", kind="school")
            journal = (place.path / "centre.db-wal").read_bytes()
            before = place.contents()
        connection.close()
        assert journal
        place.write("next.db-wal", journal)
        for command in (["create"], ["create", "--name=ИМЦ"]):
            assert "next.db" in place.run(*command, database=place.path / "next.db", status=REFUSED).err
        place.run("backup", "next.db", status=REFUSED)
        assert not (place.path / "next.db").exists() and (place.path / "next.db-wal").read_bytes() == journal

        place.run("restore", "copy.db", database=place.path / "next.db")
        assert place.run("check", database=place.path / "next.db").out == "ok\n"
        assert len(place.list("organisation", database=place.path / "next.db")) == len(before["organisation"]) - 1
        assert [kept.read_bytes() for kept in place.path.glob("next.db.before-restore-*-wal")] == [journal]

        for name, command in (("third.db", ["create"]), ("fourth.db", ["restore", "copy.db"])):
            place.write(f"{name}-wal", "")
            place.run(*command, database=place.path / name)
            assert place.run("check", database=place.path / name).out == "ok\n"
            assert not list(place.path.glob(f"{name}.before-restore-*"))


def test_salvage():
    """Of a damaged file, its last backup and a package: a new database that has everything, and a word where something is missing."""
    with Place() as place:
        settled(place)
        (place.path / "backups").mkdir()
        place.run("backup", "backups/centre-2026-11-29.db")
        place.add("organisation", name="После копии", kind="school")
        place.run("export", "--kind=all", "-o", "own.xml")
        before = place.contents()
        with sqlite3.connect(place.database) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            root, size = connection.execute("SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'organisation'").fetchone()
        connection.close()
        damaged = bytearray(place.database.read_bytes())
        damaged[(root - 1) * size:root * size] = bytes(size)
        place.database.write_bytes(damaged)
        assert place.run("check", status=None).status != DONE

        answer = place.run("salvage", "new.db")
        assert "centre-2026-11-29.db" in answer.out and answer.out.endswith("Missing: 0\n"), answer
        assert place.contents(place.path / "new.db") == before
        assert place.run("check", database=place.path / "new.db").out == "ok\n"
        assert place.database.read_bytes() == damaged
        assert "new.db" in place.run("salvage", "new.db", status=REFUSED).err

        place.database.write_bytes(b"nothing" * 1000)
        answer = place.run("salvage", "packed.db", "own.xml", "missing.xml", status=None)
        assert "missing.xml" in answer.err and "centre.db" in answer.err and answer.status == DATABASE, answer
        assert place.contents(place.path / "packed.db") == before


def test_backup_leaves_other_files_alone():
    with Place() as place:
        filled(place)
        place.write("notes.txt", "заметки")
        place.run("backup", "notes.txt", status=REFUSED)
        assert (place.path / "notes.txt").read_text() == "заметки"
        place.run("backup", "copy.db", database=place.path / "none.db", status=DATABASE)
        assert not (place.path / "copy.db").exists()
        assert place.run("backup", "no/folder/copy.db", status=DATABASE).err


def test_restore_while_somebody_has_it_open():
    with Place() as place:
        filled(place)
        place.run("backup", "copy.db")
        before = place.contents()
        connection = sqlite3.connect(place.database, isolation_level=None)
        connection.execute("BEGIN")
        connection.execute("SELECT count (*) FROM organisation").fetchone()
        try:
            place.run("restore", "copy.db", status=DATABASE)
        finally:
            connection.close()
        assert place.contents() == before
        place.run("restore", "copy.db")


def fill(path):
    with open(path, "wb", buffering=0) as ballast:
        try:
            while ballast.write(b"x" * 4096):
                pass
        except OSError:
            pass


tap.main()
