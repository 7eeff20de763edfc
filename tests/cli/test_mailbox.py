"""A folder that centres share: what lies there cut off, half-copied, doubled and renamed does no harm."""

import contextlib
import gzip
import os
import random
import shutil
import socket
import subprocess
import time

import tap
from ctl import REFUSED, Place

MESSED = 50000 if os.environ.get("BARYCENTER_LONG") else 1000


def meet(place, *names):
    for name in names:
        place.run("create", f"--name={name}", database=place.path / f"{name}.db")
    (place.path / "shared").mkdir(exist_ok=True)
    return [place.path / f"{name}.db" for name in names]


def put(place, database, **options):
    """Puts all that a centre knows there. Returns: the file."""
    before = set((place.path / "shared").iterdir())
    place.run("export", "--kind=changes", "-o", "shared", database=database, **options)
    (file,) = set((place.path / "shared").iterdir()) - before
    return file


def look(place, database):
    """File name to state."""
    found = place.json("mailbox", "--json", "shared", database=database)
    return {os.path.basename(mail["file"]): mail["state"] for mail in found}


def states(place, database, state):
    return sorted(name for name, found in look(place, database).items() if found == state)


def words(place, database):
    return place.json("digest", "--json", database=database)["words"]


def mess_up(folder, wholes, count, seed=5):
    """So many files that are parts, copies and wrecks of the whole ones, under any name, and things that are no files."""
    chance = random.Random(seed)
    for number in range(count):
        source = chance.choice(wholes).read_bytes()
        name = chance.choice(["копия ({}).xml", "{}.xml.part", "sync-conflict-{}.xml", "{}", ".{}.tmp", "a\nb{}.XML"]).format(number)
        kind = chance.randrange(5)
        if kind == 0:
            contents = source[:chance.randrange(len(source))]
        elif kind == 1:
            contents = source
        elif kind == 2:
            place = chance.randrange(len(source))
            contents = source[:place] + bytes([chance.randrange(256)]) + source[place + 1:]
        elif kind == 3:
            contents = source + chance.choice([b"\n", b"<more/>", bytes(512)])
        else:
            contents = gzip.compress(source, 1)[:chance.randrange(len(source))]
        (folder / name).write_bytes(contents)
    os.mkfifo(folder / "pipe.xml")
    (folder / "folder.xml").mkdir()
    (folder / "link.xml").symlink_to("/dev/zero")


def test_packages_go_through_the_folder():
    with Place() as place:
        north, south = meet(place, "north", "south")
        place.run("add", "organisation", "name=Школа", "kind=school", database=north)
        file = put(place, north)
        assert look(place, north) == {file.name: "own"} and look(place, south) == {file.name: "new"}
        untrusted = place.run("import", "shared", database=south, status=REFUSED)
        assert "--trust-sender" in untrusted.err, untrusted
        place.run("import", "--trust-sender", "shared", database=south)
        assert look(place, south) == {file.name: "known"}
        assert [school["name"] for school in place.list("organisation", database=south)] == ["Школа"]
        assert place.run("import", "shared", database=south).out == "", "there is nothing new"
        kept = file.read_bytes()
        file.rename(file.with_name("другое имя.xml"))
        assert look(place, south) == {"другое имя.xml": "known"}
        (place.path / "shared" / "вторая.xml").write_bytes(kept)
        assert set(look(place, south).values()) == {"known"}
        assert "nowhere" in place.run("mailbox", "nowhere", database=south, status=REFUSED).err


def test_what_still_arrives_is_waited_for():
    with Place() as place:
        north, south = meet(place, "north", "south")
        place.run("add", "organisation", "name=Школа", "kind=school", database=north)
        file = put(place, north)
        whole = file.read_bytes()
        for part in (len(whole) * 3 // 4, len(whole) - 20):
            file.write_bytes(whole[:part])
            assert look(place, south) == {file.name: "partial"}
            assert place.run("import", "--trust-sender", "shared", database=south).out == ""
        file.write_bytes(whole)
        assert look(place, south) == {file.name: "new"}


def test_what_was_refused_is_new_no_more():
    """A refusal is written down; what only came too early is new again once something has come in."""
    with Place() as place:
        north, south, east = meet(place, "north", "south", "east")
        copy = place.path / "copy.db"
        place.run("backup", copy, database=north)
        place.run("add", "organisation", "name=Школа", "kind=school", database=north)
        place.run("export", "--kind=changes", "-o", "first.xml", database=north)
        place.run("import", "--trust-sender", "first.xml", database=east)
        twin = put(place, copy)
        assert "number" in place.run("import", "--trust-sender", "shared", database=east, status=REFUSED).err
        assert look(place, east) == {twin.name: "refused"} and look(place, south) == {twin.name: "new"}
        (line, *_) = place.json("journal", "--json", database=east)
        assert (line["state"], line["kind"], line["peer"]) == ("refused", "changes", "north") and line["reason"].startswith("replay: "), line
        assert place.run("import", "shared", database=east).out == "", "there is nothing new"

        twin.unlink()
        place.run("add", "organisation", "name=Лицей", "kind=school", database=north)
        place.run("export", "--kind=changes", "-o", "second.xml", database=north)
        place.run("import", "--trust-sender", "second.xml", database=south)
        place.run("export", "--kind=changes", "-o", "back.xml", database=south)
        place.run("import", "--trust-sender", "back.xml", database=north)
        place.run("add", "organisation", "name=Гимназия", "kind=school", database=north)
        place.run("export", "--kind=changes", "--since=south", "-o", "shared", database=north)
        (early,) = (place.path / "shared").iterdir()
        answer = place.run("import", "shared", database=east, status=REFUSED)
        assert "№ 1 came last" in answer.err and "№ 3: ask for № 2" in answer.err, answer
        assert look(place, east) == {early.name: "early"}
        place.run("import", "second.xml", database=east)
        assert look(place, east) == {early.name: "new"}
        place.run("import", "--trust-sender", "back.xml", database=east)
        place.run("import", "shared", database=east)
        assert look(place, east) == {early.name: "known"} and len(place.list("organisation", database=east)) == 3
        for name, text in (("first.xml", "<package"), ("second.xml", "<package "), ("torn.xml", "<package")):
            place.write(name, text)
        before = len(place.json("journal", "--json", database=east))
        for name in ("first.xml", "second.xml", "torn.xml", "torn.xml"):
            place.run("import", name, database=east, status=REFUSED)
        (line, *lines) = place.json("journal", "--json", database=east)
        assert len(lines) == before + 1, "one line for each contents"
        assert (line["state"], line["kind"], line["peer"]) == ("refused", "unreadable", None) and line["file"].endswith("torn.xml"), line


def test_a_messed_up_folder_does_no_harm():
    with Place() as place:
        north, south, east = meet(place, "north", "south", "east")
        for number, database in enumerate((north, south, north, south)):
            place.run("add", "organisation", f"name=Школа {number}", "kind=school", database=database)
            put(place, database)
        folder = place.path / "shared"
        wholes = sorted(folder.iterdir())
        mess_up(folder, wholes, MESSED)
        packages = {mail["package"] for mail in place.json("mailbox", "--json", "shared", database=east) if mail["state"] == "new"}
        assert len(packages) == len(wholes), packages
        before = {path.name: path.lstat().st_mtime_ns for path in folder.iterdir()}
        place.run("import", "--trust-sender", "shared", database=east)
        assert states(place, east, "new") == [] and len(place.list("organisation", database=east)) == 4
        assert {path.name: path.lstat().st_mtime_ns for path in folder.iterdir()} == before, "nothing of others is touched"
        for database in (north, south):
            place.run("import", "--trust-sender", "shared", database=database)
        put(place, east)
        for database in (north, south):
            place.run("import", "--trust-sender", "shared", database=database)
        assert words(place, north) == words(place, south) == words(place, east)
        place.run("check", database=east)


def wait_until(condition):
    for _ in range(400):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def listens(port):
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def running(*command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def webdav(place):
    """A server on this machine, mounted as the folder "shared". Gives the folder that it serves."""
    served, mounted = place.path / "served", place.path / "shared"
    served.mkdir()
    mounted.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--config", "/dev/null", "--cache-dir", place.path / "cache"]
    with running("rclone", "serve", "webdav", served, f"--addr=127.0.0.1:{port}", "--dir-cache-time=0s", *options):
        wait_until(lambda: listens(port))
        with running("rclone", "mount", f":webdav,url='http://127.0.0.1:{port}',vendor=other:", mounted, "--vfs-cache-mode=writes",
                     "--vfs-write-back=0s", "--dir-cache-time=0s", "--attr-timeout=0s", *options):
            wait_until(lambda: os.path.ismount(mounted))
            yield served


def test_a_webdav_server():
    """Where the machine lets folders be mounted."""
    if not os.access("/dev/fuse", os.W_OK) or not shutil.which("rclone") or not shutil.which("fusermount3"):
        return
    with Place() as place, webdav(place) as served:
        north, south = meet(place, "north", "south")
        place.run("add", "organisation", "name=Школа", "kind=school", database=north)
        file = put(place, north)
        on_server = served / file.name
        wait_until(lambda: on_server.exists() and on_server.read_bytes().endswith(b"</package>\n"))
        assert [entry.name for entry in served.iterdir()] == [file.name], "what was half written stays behind"
        assert look(place, north) == {file.name: "own"} and look(place, south) == {file.name: "new"}

        whole = on_server.read_bytes()
        on_server.write_bytes(whole[:len(whole) // 2])
        wait_until(lambda: look(place, south) == {file.name: "partial"})
        on_server.write_bytes(whole)
        (served / "копия (2).xml").write_bytes(whole)
        (served / "~cut.xml").write_bytes(whole[:-30])
        wait_until(lambda: look(place, south)[file.name] == "new")
        place.run("import", "--trust-sender", "shared", database=south)
        assert [school["name"] for school in place.list("organisation", database=south)] == ["Школа"]
        put(place, south)
        wait_until(lambda: "new" in look(place, north).values())
        place.run("import", "--trust-sender", "shared", database=north)
        assert words(place, north) == words(place, south)


tap.main()
