"""Packages from the command line: the samples end to end, and every package that must be refused whole."""

import gzip
import json
import re

import ctl
import tap
from ctl import DATABASE, DONE, REFUSED, SAMPLES, Place, organisation, package, uuid

COUNTS = ["new", "changed", "same", "conflicts", "refused"]
SCHEME = (f'<scheme id="{uuid(50)}"><name>А–Г</name><arrangement>groups</arrangement></scheme>'
          f'<group id="{uuid(51)}"><scheme>{uuid(50)}</scheme><name>А</name><ordinal>1</ordinal></group>'
          f'<cluster id="{uuid(52)}"><name>Кластер</name><scheme>{uuid(50)}</scheme></cluster>')


def membership(number, more="", member=10):
    return (f'<membership id="{uuid(number)}"><cluster>{uuid(52)}</cluster><organisation>{uuid(member)}</organisation>'
            f"<group>{uuid(51)}</group>{more}</membership>")


def counts(report):
    return tuple(report[name] for name in COUNTS)


def test_samples_end_to_end():
    with Place() as place:
        place.create()
        place.run("validate", *SAMPLES)
        report = place.json("import", "--trust-sender", "--json", *SAMPLES)
        assert len(SAMPLES) == 6 and [f["file"] for f in report["files"]] == [str(s) for s in SAMPLES]
        assert report["refused"] == 0 and report["conflicts"] == 0 and report["new"] > 500
        for name in COUNTS:
            assert report[name] == sum(f[name] for f in report["files"])

        present = place.contents()
        assert sum(map(len, present.values())) == report["new"]
        for kind in ("centre", "organisation", "person", "direction", "scheme", "group", "cluster", "membership", "role", "body",
                     "agreement", "status", "link", "document"):
            assert present[kind], kind
        assert place.run("check").out == "ok\n"
        assert any("352" in line for line in place.run("search", "352").out.splitlines())

        again = place.json("import", "--trust-sender", "--json", *SAMPLES)
        assert again["new"] == again["changed"] == again["conflicts"] == again["refused"] == 0
        assert place.contents() == present

        for _ in SAMPLES:
            place.run("undo")
        assert not any(place.contents().values())
        assert place.run("check").out == "ok\n"


def test_export_and_back():
    """What goes out comes in elsewhere as it was, by a file, compressed, and by standard output."""
    with Place() as place:
        place.create()
        place.run("import", "--trust-sender", *SAMPLES)
        present = place.contents()
        place.run("export", "--kind=all", "-o", "all.xml")
        place.run("export", "--kind", "all", "--output=all.xml.gz")
        place.write("out.xml", place.run("export", "--kind=all").out)
        place.bare("validate", "all.xml", "all.xml.gz", "out.xml")
        assert gzip.decompress((place.path / "all.xml.gz").read_bytes()).startswith(b"<?xml")

        for number, name in enumerate(["all.xml", "all.xml.gz", "out.xml"]):
            other = place.path / f"{number}.db"
            place.run("create", database=other)
            report = place.json("import", "--trust-sender", "--json", name, database=other)
            assert counts(report) == (sum(map(len, present.values())), 0, 0, 0, 0)
            assert place.contents(other) == present
            assert place.run("check", database=other).out == "ok\n"


def test_what_was_typed_travels_unchanged():
    """Spaces and line ends are settled on entry, as a package settles them."""
    with Place() as place:
        place.create()
        identifier = place.add("organisation", name="  Школа   №  1 ", kind="school", address="а" + " " * 999 + "б",
                               note="Абзац  первый\r\n\r\n  второй\tх\r\n")
        before = place.list("organisation")
        assert before[0]["name"] == "Школа № 1" and before[0]["address"] == "а б"
        assert before[0]["note"] == "Абзац  первый\n\n  второй\tх"
        place.run("export", "--kind=all", "-o", "all.xml")
        again = place.json("import", "--trust-sender", "--json", "all.xml")
        assert counts(again) == (0, 0, 1, 0, 0), again
        place.run("create", database="other.db")
        place.run("import", "--trust-sender", "all.xml", database="other.db")
        assert place.list("organisation", database="other.db") == before
        assert place.list("organisation", "name=Школа  № 1")[0]["id"] == identifier


def test_export_names_its_sender_and_spares_files():
    with Place() as place:
        place.create("ИМЦ «Север & Юг»")
        sender = re.search("<sender ([^>]*)>(.*)</sender>", place.run("export", "--kind=all").out)
        assert sender[2].replace("&amp;", "&#38;") == "ИМЦ «Север &#38; Юг»", sender[2]
        assert sender[1].startswith('id="') and f'centre="{place.list("centre")[0]["id"]}"' in sender[1] and 'key="' in sender[1]
        place.write("old.xml", "прежний")
        place.run("export", "--kind=all", "-o", "no/such/folder.xml", status=REFUSED)
        place.run("export", "--kind=all", "-o", "old.xml", database=place.path / "none.db", status=ctl.DATABASE)
        assert (place.path / "old.xml").read_text() == "прежний"


def test_dry_run_writes_nothing():
    with Place() as place:
        place.create()
        report = place.json("import", "--trust-sender", "--dry-run", "--json", SAMPLES[0])
        assert report["new"] > 0 and not any(place.contents().values())
        assert place.json("history", "--json") == []
        assert counts(place.json("import", "--trust-sender", "--json", SAMPLES[0])) == counts(report)


def test_import_in_words():
    with Place() as place:
        place.create()
        place.write("one.xml", package(organisation(10)))
        assert place.run("import", "--trust-sender", "one.xml").out == "one.xml: new: 1, changed: 0, same: 0, conflicts: 0, refused: 0\n"
        assert "новых: 0" in place.run("import", "--trust-sender", "one.xml", russian=True).out
        assert place.run("undo").out == "Import one.xml\n"


def test_changed_same_and_conflicts():
    with Place() as place:
        place.create()
        place.write("first.xml", package(organisation(10) + organisation(11, "Сад") + organisation(12, "Дом")))
        place.run("import", "--trust-sender", "first.xml")
        place.run("set", "organisation", uuid(12), "name=Дом творчества")
        place.write("second.xml", package(organisation(10) + organisation(11, "Сад № 2") + organisation(12, "Дом школьника")))
        report = place.json("import", "--trust-sender", "--json", "second.xml")
        assert counts(report) == (0, 1, 1, 1, 0), report
        notice = report["files"][0]["notices"][0]
        assert notice["code"] == "conflict" and notice["id"] == uuid(12) and notice["line"] > 0 and notice["message"]
        names = {r["id"]: r["name"] for r in place.list("organisation")}
        assert names == {uuid(10): "Школа", uuid(11): "Сад № 2", uuid(12): "Дом творчества"}


def test_the_same_organisation_twice():
    """Under another id it is imported once, told of, and what refers to it comes along."""
    with Place() as place:
        place.create()
        double = organisation(10, "ГБОУ СОШ № 5") + organisation(11, "ГБОУ СОШ № 5") + SCHEME + membership(60, member=11)
        place.write("double.xml", package(double))
        told = place.bare("validate", "double.xml").out
        assert told.startswith("double.xml: ok\n") and "ГБОУ СОШ № 5: " in told, told
        judged = json.loads(place.bare("validate", "--json", "double.xml").out)["files"][0]
        assert judged["valid"] and [n["code"] for n in judged["notices"]] == ["twin"]
        report = place.json("import", "--trust-sender", "--json", "double.xml")
        assert len(place.list("organisation")) == 1
        assert [n["code"] for n in report["files"][0]["notices"]] == ["twin"]
        assert place.list("membership")[0]["organisation"] == place.list("organisation")[0]["id"]
        assert place.run("check").out == "ok\n"


GOOD = package(organisation(10) + organisation(11, "Сад"))
BAD = {
    "empty": ("", None),
    "not xml": ("Школа № 352", None),
    "another xml": ("<?xml version='1.0'?><html/>", 1),
    "cut in half": (GOOD[:len(GOOD) // 2], None),
    "cut before its end": (GOOD.replace("</package>", ""), None),
    "mixed tags": (GOOD.replace("</records>", "</record>"), None),
    "windows-1251": (GOOD.replace("UTF-8", "windows-1251").encode("windows-1251"), 1),
    "windows-1251 that says utf-8": (GOOD.encode("windows-1251"), None),
    "utf-16": (GOOD.replace("UTF-8", "UTF-16").encode("utf-16"), None),
    "newer format": (package(organisation(10), namespace="urn:barycenter:package:2"), None),
    "unknown kind": (package(organisation(10) + "\n" + f'<shoe id="{uuid(11)}"><name>x</name></shoe>'), 8),
    "unknown field": (package("\n" + organisation(10, more="\n<shoe>42</shoe>")), 9),
    "field twice": (package(organisation(10, more="<kind>college</kind>")), 7),
    "no required field": (package(f'<organisation id="{uuid(10)}"><name>x</name></organisation>'), 7),
    "no id": (package("<organisation><name>x</name><kind>school</kind></organisation>"), 7),
    "wrong id": (package('<organisation id="352"><name>x</name><kind>school</kind></organisation>'), 7),
    "id twice": (package(organisation(10) + "\n" + organisation(10, "Другая")), 8),
    "wrong choice": (package(f'<organisation id="{uuid(10)}"><name>x</name><kind>castle</kind></organisation>'), 7),
    "wrong email": (package(organisation(10, more="<email>nobody</email>")), 7),
    "wrong date": (package(organisation(10) + SCHEME + membership(60, "<from>2024-13-45</from>")), 7),
    "dates the wrong way round": (package(organisation(10) + SCHEME + membership(60, "<from>2025-01-01</from><to>2024-01-01</to>")), 7),
    "entity bomb": (package(organisation(10, "&c;"), declaration='<?xml version="1.0"?>\n<!DOCTYPE package [<!ENTITY a "ha">'
                            '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n'), 2),
    "external entity": (package(organisation(10, "&f;"), declaration='<?xml version="1.0"?>\n'
                                '<!DOCTYPE package [<!ENTITY f SYSTEM "file:///etc/hostname">]>\n'), 2),
    "undeclared entity": (package(organisation(10, "&nbsp;")), 7),
    "instruction": (package('<?php echo 1 ?>' + organisation(10)), 7),
    "too long a text": (package(organisation(10, "я" * 1001)), 7),
    "too deep": (package("<a>" * 5000 + "</a>" * 5000), None),
    "control character": (package(organisation(10, "a&#1;b")), 7),
    "zero byte": (GOOD.replace("Школа", "Шк\0ола"), 7),
    "not gzip": (None, None),
    "cut gzip": (None, None),
}


def write_bad(place, name):
    if name == "not gzip":
        return place.write("bad.xml.gz", b"\x1f\x8b\x08" + b"nonsense" * 10)
    if name == "cut gzip":
        return place.write("bad.xml.gz", gzip.compress(GOOD.encode())[:-20])
    return place.write("bad.xml", BAD[name][0])


def test_bad_packages_are_refused_whole():
    with Place() as place:
        place.create("ИМЦ")
        before = place.contents()
        for name, (_, line) in BAD.items():
            path = write_bad(place, name)
            for command in (["validate"], ["import", "--trust-sender"], ["import", "--trust-sender", "--dry-run"]):
                answer = place.run(*command, path, status=REFUSED)
                assert path.name in answer.err, f"{name}: {answer}"
                assert line is None or re.search(rf"line {line}\b", answer.err), f"{name}: expected line {line}: {answer}"
                russian = place.run(*command, path, status=REFUSED, russian=True).err
                assert re.search("[а-я]{3}", russian.replace(str(path), "")), f"{name}: {russian}"
            report = json.loads(place.run("import", "--trust-sender", "--json", path, status=REFUSED).out)
            assert report["new"] == report["changed"] == 0 and report["refused"] > 0 and report["files"][0]["error"]
            assert place.contents() == before, name
        assert len(place.json("history", "--json")) == 1
        assert place.run("check").out == "ok\n"


def test_a_bad_head_is_told():
    """Which element it is, too."""
    with Place() as place:
        place.create()
        for good, bad, element in [('kind="all"', 'kind="banana"', "package"), (' kind="all"', "", "package"),
                                   ("2026-11-23T09:00:00Z", "yesterday", "package"), ("<sender>Тест</sender>", "<sender/>", "manifest"),
                                   ("<sender>Тест</sender>", "<sender>" + "я" * 1001 + "</sender>", "manifest")]:
            path = place.write("head.xml", GOOD.replace(good, bad))
            answer = place.run("import", "--trust-sender", path, status=REFUSED)
            assert re.search(rf"head\.xml, line [2-5], <{element}>: ", answer.err), answer
        assert place.list("organisation") == []


def test_a_reference_that_leads_nowhere():
    """A package alone is refused; a database that holds the rest takes it."""
    with Place() as place:
        place.create()
        path = place.write("dangling.xml", package(SCHEME + "\n" + membership(60)))
        for command in (["validate"], ["import", "--trust-sender"]):
            answer = place.run(*command, path, status=REFUSED)
            assert uuid(10) in answer.err and "line 8" in answer.err, answer
        assert not any(place.contents().values())
        place.write("school.xml", package(organisation(10)))
        place.run("import", "--trust-sender", "school.xml", path)
        assert len(place.list("membership")) == 1


def test_one_bad_package_spares_the_others():
    with Place() as place:
        place.create()
        place.write("good.xml", package(organisation(10)))
        place.write("bad.xml", BAD["unknown kind"][0])
        place.write("other.xml", package(organisation(12, "Дом")))
        answer = place.run("import", "--trust-sender", "--json", "good.xml", "bad.xml", "missing.xml", "other.xml", status=REFUSED)
        report = json.loads(answer.out)
        assert [bool(f["error"]) for f in report["files"]] == [False, True, True, False]
        assert "bad.xml" in answer.err and "missing.xml" in answer.err
        assert {r["id"] for r in place.list("organisation")} == {uuid(10), uuid(12)}
        answer = place.run("validate", "good.xml", "bad.xml", "other.xml", status=REFUSED)
        assert answer.out == "good.xml: ok\nother.xml: ok\n" and "bad.xml" in answer.err
        files = json.loads(place.run("validate", "--json", "good.xml", "bad.xml", status=REFUSED).out)["files"]
        assert [f["valid"] for f in files] == [True, False]


def test_nowhere_for_temporary_files():
    with Place() as place:
        place.write("good.xml", GOOD)
        answer = place.bare("validate", "good.xml", status=DATABASE, env={**ctl.environment(place.path), "TMPDIR": "/nowhere"})
        assert "/nowhere: " in answer.err and "TMPDIR" in answer.err, answer


def test_truncated_samples_never_pass():
    with Place() as place:
        place.create()
        text = SAMPLES[0].read_bytes()
        for part in range(1, 24):
            path = place.write("part.xml", text[:len(text) * part // 24 - 1])
            place.run("import", "--trust-sender", path, status=REFUSED)
        assert not any(place.contents().values())


def test_a_folder_is_no_package():
    with Place() as place:
        place.create()
        place.run("import", "--trust-sender", place.path, status=REFUSED)
        place.run("validate", place.path, status=REFUSED)
        assert place.run("list", "organisation", status=DONE).out


tap.main()
