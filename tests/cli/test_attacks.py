"""Packages made to harm, each refused with file and remedy, in little memory; only the journal knows afterwards that they came."""

import gzip
import hashlib
import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import tempfile

import ctl
import tap
from ctl import DONE, REFUSED, Place, organisation, package, uuid

PORTER = ctl.BUILD / "src" / "barycenter-porter"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
GOOD = package(organisation(10))
BODY = GOOD.removeprefix(HEAD)
MEMORY = 64 << 20  # of each of the two processes that look at a package
SANITIZED = os.environ["BARYCENTER_SANITIZE"] != "none"
seconds = {}  # of the processor, by attack: both processes together


def inside(old, new, text=GOOD):
    assert old in text, old
    return text.replace(old, new, 1)


def record(more):
    return package(organisation(10) + more)


def lexical():
    """What stands before any parser."""
    dtd = '<!DOCTYPE package [%s]>\n'
    laughs = '<!ENTITY a0 "ха">' + "".join('<!ENTITY a%d "%s">' % (i, f"&a{i - 1};" * 10) for i in range(1, 10))
    text = "<name>Школа</name>"
    yield "document type", HEAD + dtd % "" + BODY
    yield "billion laughs", HEAD + dtd % laughs + inside(text, "<name>&a9;</name>", BODY)
    yield "quadratic blow-up", HEAD + dtd % ('<!ENTITY a "%s">' % ("я" * 50_000)) + inside(text, f"<name>{'&a;' * 5000}</name>", BODY)
    yield "external entity", HEAD + dtd % '<!ENTITY a SYSTEM "file:///etc/passwd">' + inside(text, "<name>&a;</name>", BODY)
    yield "parameter entity", HEAD + dtd % '<!ENTITY % a SYSTEM "http://127.0.0.1/a">%a;' + BODY
    yield "external document type", HEAD + '<!DOCTYPE package SYSTEM "file:///dev/zero">\n' + BODY
    yield "entity without a declaration", inside(text, "<name>&a;</name>")
    yield "comment", inside("<records>", "<records><!-- -->")
    yield "endless comment", inside("<records>", f"<records><!--{'-' * 3_000_000}")
    yield "cdata", inside(text, "<name><![CDATA[Школа]]></name>")
    yield "stylesheet", HEAD + '<?xml-stylesheet href="file:///etc/passwd"?>\n' + BODY
    yield "second declaration", HEAD + HEAD + BODY
    yield "endless instruction", inside("<records>", f"<records><?a {'a' * 3_000_000}")
    yield "zero byte", GOOD.encode().replace(b"</records>", b"\0</records>")
    yield "windows-1251", GOOD.replace("UTF-8", "windows-1251").encode("windows-1251")
    yield "utf-16", GOOD.replace("UTF-8", "UTF-16").encode("utf-16")
    yield "utf-16 that calls itself utf-8", GOOD.encode("utf-16-le")
    yield "utf-7", GOOD.replace("UTF-8", "UTF-7").encode("utf-7")
    yield "overlong utf-8", GOOD.encode().replace(b"</records>", b"\xc0\xbc</records>")
    yield "surrogate in utf-8", GOOD.encode().replace(b"</records>", b"\xed\xa0\x80</records>")
    yield "five bytes of utf-8", GOOD.encode().replace(b"</records>", b"\xf8\x88\x80\x80\x80</records>")
    yield "40,000 attributes", inside("<records>", "<records " + " ".join(f'a{i}="x"' for i in range(40_000)) + ">")
    yield "100,000 namespaces", inside("<records>", "<records " + " ".join(f'xmlns:a{i}="u"' for i in range(100_000)) + ">")
    yield "33 attributes", inside("<records>", "<records " + " ".join(f'a{i}="x"' for i in range(33)) + ">")
    yield "endless tag", inside("<records>", f"<{'a' * 3_000_000}>")
    yield "endless value", inside('kind="all"', "kind=\"" + "a" * 3_000_000 + "\"")
    yield "endless text", inside(text, f"<name>{'а' * 3_000_000}</name>")
    yield "endless space", inside("<records>", f"<records>{' ' * 3_000_000}")
    yield "100,000 elements in one another", inside("<records>", "<records>" + "<a>" * 100_000)
    yield "nothing", ""
    yield "a declaration and no more", HEAD
    yield "a web page", "<!DOCTYPE html><html><body>404</body></html>"
    yield "a zip", b"PK\x03\x04" + b"\0" * 100
    yield "a program", b"\x7fELF" + b"\0" * 100


def compressed():
    whole = gzip.compress(GOOD.encode())
    yield "gzip bomb", gzip.compress(GOOD.encode().replace(b"</records>", b" " * 200_000_000 + b"</records>"))
    yield "gzip in gzip", gzip.compress(whole)
    yield "gzip cut off", whole[:-20]
    yield "gzip with a bit turned", whole[:40] + bytes([whole[40] ^ 4]) + whole[41:]
    yield "gzip with something behind", whole + b"<package/>"


def grammatical():
    """XML that is no package."""
    yield "second root", GOOD + BODY
    yield "something behind", GOOD + "и ещё"
    yield "another version", inside("urn:barycenter:package:1", "urn:barycenter:package:9")
    yield "no namespace", inside(' xmlns="urn:barycenter:package:1"', "")
    yield "xinclude", inside("<records>", '<records><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>')
    yield "schema of one's own", inside("<records>", '<records xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="u /a">')
    yield "nil", record('<organisation xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="true"/>')
    yield "type of one's own", inside("<records>", '<records xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:type="manifest">')
    yield "path for an id", record(f'<organisation id="../../../../../etc/passwd-0000000000000"><name>а</name><kind>school</kind></organisation>')
    yield "sql for an id", record("<organisation id=\"';DROP TABLE organisation;--0123456789ab\"><name>а</name><kind>school</kind></organisation>")
    yield "id in capitals", inside(uuid(10), uuid(10).upper())
    yield "one id twice", record(organisation(10))
    yield "character zero", inside("Школа", "Шко&#0;ла")
    yield "half a character", inside("Школа", "Шко&#xD800;ла")
    yield "control character", inside("Школа", "Шко&#8;ла")
    yield "two manifests", inside("<records>", "<manifest><sender>а</sender></manifest><records>")
    yield "two lists of records", inside("</records>", "</records><records/>")
    yield "no manifest", re.sub("<manifest>.*</manifest>", "", GOOD, flags=re.S)
    yield "unknown kind of package", inside('kind="all"', 'kind="everything"')
    yield "unknown kind of record", record(f'<password id="{uuid(11)}"/>')
    yield "table of the program", record(f'<action id="{uuid(11)}"><name>а</name></action>')
    yield "unknown field", inside("<kind>school", "<password>а</password><kind>school")
    yield "a field twice", inside("<kind>school</kind>", "<kind>school</kind><kind>school</kind>")
    yield "unknown choice", inside("<kind>school", "<kind>fortress")
    yield "kinds out of order", record(f'<centre id="{uuid(12)}"><name>а</name></centre>')
    yield "reference to nothing", record(f'<status id="{uuid(12)}"><organisation>{uuid(99)}</organisation><kind>municipal_site</kind></status>')
    yield "reference to another kind", record(f'<status id="{uuid(12)}"><organisation>{uuid(12)}</organisation><kind>municipal_site</kind></status>')
    yield "a day that is none", record(
        f'<status id="{uuid(12)}"><organisation>{uuid(10)}</organisation><kind>municipal_site</kind><from>2025-02-30</from></status>')
    yield "text out of place", inside("<records>", "<records>текст")


def cut():
    for part in (3, 2):
        yield f"cut to 1/{part}", GOOD[:len(GOOD) // part]
    yield "cut before the last sign", GOOD.rstrip()[:-1]
    yield "cut in a letter", GOOD.encode()[:GOOD.encode().index("Школа".encode()) + 3]


def forged(signed, other):
    """Of two sound packages of one sender."""
    signature = re.compile("<signature>.*</signature>")
    mine, theirs = signature.search(signed)[0], signature.search(other)[0]
    key = re.search('key="([^"]*)"', signed)[1]
    yield "a word changed", signed.replace("Лицей", "Лицеи")
    yield "a space added", signed.replace("</records>", " </records>")
    yield "signature taken off", signed.replace(mine, "")
    yield "signature and key taken off", None  # an unsigned package: see below
    yield "signature of another package", signed.replace(mine, theirs)
    yield "signature twice", signed.replace(mine, mine + mine)
    yield "signature with another spelling", signed.replace("<signature>", "<signature >")
    yield "signature empty", signed.replace(mine, "<signature></signature>")
    yield "signature in front", signed.replace(mine, "").replace("<records>", mine + "<records>")
    yield "another key", signed.replace(key, key[:10] + ("A" if key[10] != "A" else "B") + key[11:])
    yield "no key", signed.replace(f' key="{key}"', "")
    yield "another sender", signed.replace("<sender id=\"01", "<sender id=\"02", 1)
    yield "another number", signed.replace("<sequence>1<", "<sequence>7<")
    yield "another kind", signed.replace('kind="all"', 'kind="changes"')
    yield "record behind the signature", signed.replace("</package>", f"<records>{organisation(10)}</records></package>")
    yield "record taken out", re.sub("    <organisation .*?</organisation>\n", "", signed, count=1, flags=re.S)
    yield "prefix for the whole", signed.replace("<package xmlns=", "<package xmlns:p=")
    yield "line ends changed", signed.replace("\n", "\r\n")
    yield "cut before the signature", signed[:signed.index("<signature>")]


def limit():
    """What a sanitizer needs of its own is beyond any limit."""
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def digest(place, database):
    """Of all that a database holds but its journal of packages."""
    connection = sqlite3.connect(database)
    try:
        kept = (line for line in connection.iterdump() if not line.startswith('INSERT INTO "parcel"'))
        return hashlib.sha256("\n".join(kept).encode()).hexdigest()
    finally:
        connection.close()


def run_measured(place, name, *words):
    """What it says on standard error, once it has refused the package."""
    with tempfile.TemporaryFile() as err:
        process = subprocess.Popen([ctl.PROGRAM, *map(str, words)], cwd=place.path, env=ctl.environment(place.path),
                                   stdout=subprocess.DEVNULL, stderr=err, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        said = err.read().decode()
    assert process.returncode == REFUSED, f"{name}: {process.returncode} {said}"
    seconds[name] = usage.ru_utime + usage.ru_stime
    return said


def attack(place, database, name, contents, *words):
    path = place.path / ("attack.xml.gz" if contents[:2] == b"\x1f\x8b" else "attack.xml")
    path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    before = digest(place, database)
    said = run_measured(place, name, f"--database={database}", "import", *words, path)
    assert path.name in said and re.search(r"[:;] \S+.*[:;] \S+", said, re.S), f"{name}: {said}"
    assert digest(place, database) == before, name


def attack_all(attacks):
    with Place() as place:
        place.create("ИМЦ")
        place.run("import", "--trust-sender", place.write("good.xml", package(organisation(2, "Гимназия"))))
        count = 0
        for name, contents in attacks:
            attack(place, place.database, name, contents, "--trust-sender")
            count += 1
        assert count == len(set(name for name, _ in attacks)), "every attack has a name of its own"


def test_the_good_one_is_taken():
    with Place() as place:
        place.create("ИМЦ")
        place.run("import", "--trust-sender", place.write("good.xml", GOOD))


def test_before_the_parser():
    attack_all(list(lexical()))


def test_compressed():
    attack_all(list(compressed()))


def test_the_grammar():
    attack_all(list(grammatical()))


def test_cut_off():
    attack_all(list(cut()))


def test_the_signature():
    with Place() as place:
        texts = []
        for name in ("north", "south"):
            place.run("create", f"--name={name}", database=place.path / f"{name}.db")
        north, south = place.path / "north.db", place.path / "south.db"
        for name in ("Лицей", "Школа"):
            place.run("add", "organisation", f"name={name}", "kind=school", database=north)
            place.run("export", "--kind=all", "-o", "signed.xml", database=north)
            texts.append((place.path / "signed.xml").read_text())
        for name, contents in forged(*texts):
            if contents is not None:
                attack(place, south, name, contents, "--trust-sender")
        unsigned = re.sub("<sender [^>]*>", "<sender>", re.sub("<(size|signature)>.*</\\1>", "", texts[0]))
        attack(place, south, "signature and key taken off", unsigned)
        attack(place, south, "an unknown sender", texts[0])


def test_the_sender():
    """Whom a package is from decides what it may change, and what it says of itself does not."""
    def bend(kind, owner, records, extra=""):
        text = package(records).replace('kind="all"', f'kind="{kind}"')
        return re.sub("<sender>.*</sender>", f'<sender centre="{owner}">а</sender>{extra}', text)

    person = f'<person id="{uuid(30)}"><name>Свой Эксперт</name></person>'
    foreign = f'<person id="{uuid(31)}"><name>Чужой Эксперт</name></person>'
    contest = f'<contest id="{uuid(40)}"><name>Конкурс</name><school_year>2025</school_year><kind>base</kind></contest>'
    attacks = [
        ("a school renames another", bend("application", uuid(10), organisation(2, "Чужая"))),
        ("a school takes a school along", bend("application", uuid(10), organisation(10) + organisation(11))),
        ("a school takes a person of another", bend("application", uuid(10), f'<person id="{uuid(30)}"><name>а</name>'
                                                    f"<organisation>{uuid(2)}</organisation></person>")),
        ("a school gives another a status", bend("application", uuid(10), f'<status id="{uuid(12)}"><organisation>{uuid(2)}</organisation>'
                                                 "<kind>municipal_site</kind></status>")),
        ("a school sends a contest", bend("application", uuid(10), organisation(10) + contest)),
        ("an expert sends a person", bend("scores", uuid(30), person)),
        ("an expert sends the sheets of another", bend("scores", uuid(30), f'<score_sheet id="{uuid(50)}"><expert>{uuid(51)}</expert>'
                                                       f"<application>{uuid(52)}</application></score_sheet>")),
        ("an expert speaks for another", bend("scores", uuid(30), f'<contest_expert id="{uuid(51)}"><contest>{uuid(40)}</contest>'
                                              f"<person>{uuid(31)}</person></contest_expert>")),
        ("a receipt with records", bend("receipt", uuid(10), organisation(10))),
        ("a directory with a contest", bend("directory", uuid(10), organisation(10) + contest)),
        ("a cluster with a roadmap", bend("cluster", uuid(10), organisation(10) + f'<roadmap id="{uuid(60)}"><name>а</name>'
                                          f"<cluster>{uuid(61)}</cluster><school_year>2025</school_year></roadmap>")),
        ("a package for another", bend("all", uuid(10), foreign, f'<addressee id="{uuid(99)}">Другой</addressee>')),
    ]
    attack_all(attacks)


def test_files_that_are_kept():
    attack_all([(path.name, path.read_bytes()) for path in sorted((ctl.SOURCE / "tests" / "package" / "bad").iterdir())])


def put_beside(place, script):
    """A program beside which lies a script instead of the process that looks at packages."""
    folder = place.path / "program"
    if not folder.exists():
        folder.mkdir()
        for name in ("barycenterctl", "barycenterctl-all"):
            shutil.copy(ctl.BUILD / "src" / name, folder / name)
    porter = folder / "barycenter-porter"
    porter.write_text(f"#!/bin/sh\n{script}\n")
    porter.chmod(0o755)
    return folder / "barycenterctl"


def import_with(program, place, package_file):
    return subprocess.run([program, f"--database={place.database}", "import", "--dry-run", "--trust-sender", package_file],
                          env=ctl.environment(place.path), capture_output=True, text=True)


def test_the_end_of_the_process_that_looks_is_a_sentence():
    """One that crashes, takes too long, or says nothing: the database stays as it was."""
    with Place() as place:
        place.create()
        before = digest(place, place.database)
        good = place.write("good.xml", GOOD)
        for end in ("kill -SEGV $$", "kill -XCPU $$", "exit 1", "echo nonsense; exit 1", r"printf 'nonsense\0'; sleep 5"):
            done = import_with(put_beside(place, end), place, good)
            assert done.returncode == REFUSED and "good.xml" in done.stderr and "memory or time" in done.stderr, (end, done)
            assert digest(place, place.database) == before
        limits = subprocess.run(["sh", "-c", f"ulimit -t 1; exec {PORTER}"], input=f"{good}\0".encode(), capture_output=True)
        assert limits.returncode == 0 and limits.stdout == b"\0", limits


def test_the_shared_folder_is_looked_through_apart_too():
    with Place() as place:
        place.create()
        (place.path / "shared").mkdir()
        place.write("shared/good.xml", GOOD)
        for end, state in (("kill -SEGV $$", "partial"), (f"exec {PORTER}", "new")):
            done = subprocess.run([put_beside(place, end), f"--database={place.database}", "mailbox", "--json", place.path / "shared"],
                                  env=ctl.environment(place.path), capture_output=True, text=True, check=True)
            (mail,) = json.loads(done.stdout)
            assert mail["state"] == state and ("memory or time" in done.stdout) == (state == "partial"), (end, done)


def test_without_memory_it_is_a_sentence():
    """Less and less memory: the grammar is not built, a tag is not read, the process crashes. Each time one sentence says so."""
    if SANITIZED:
        return
    with Place() as place:
        place.create()
        before = digest(place, place.database)
        good = place.write("good.xml", package("".join(organisation(i, f"Школа № {i}") for i in range(2, 3000))))
        ends, words = set(), set()
        for kibibytes in (*range(500, 9000, 500), *range(9000, 14_000, 100)):
            limited = f"ulimit -d {kibibytes}; exec {PORTER}"
            asked = subprocess.run(["sh", "-c", limited], input=f"{good}\0".encode(), capture_output=True)
            ends.add(asked.returncode)
            words.add(asked.stdout)
            done = import_with(put_beside(place, limited), place, good)
            assert done.returncode in (DONE, REFUSED) and digest(place, place.database) == before, (kibibytes, done)
            assert done.returncode == DONE or ("good.xml" in done.stderr and "memory" in done.stderr and "Bail" not in done.stdout), (kibibytes, done)
        assert b"\0" in words and min(ends) < 0, f"it never crashed, or was never content: {ends}"


def test_how_long_they_take():
    """Told, not judged: what a busy machine needs says nothing of the program."""
    assert len(seconds) >= 60, len(seconds)
    slowest = sorted(seconds, key=seconds.get, reverse=True)
    print(f"# {len(seconds)} attacks; the slowest of the processor:", ", ".join(f"{name} {seconds[name] * 1000:.0f} ms" for name in slowest[:5]))


tap.main()
