"""Who sends packages, whether they are let in, what each kind may hold, and what the journal keeps of it."""

import pathlib
import re
import stat

import ctl
import tap
from ctl import DONE, REFUSED, SAMPLES, USAGE, Place, organisation, package, uuid


def meet(place, *names):
    """Databases of centres of their own, one for each name; all keys lie in one home."""
    for name in names:
        place.run("create", f"--name={name}", database=place.path / f"{name}.db")
    return [place.path / f"{name}.db" for name in names]


def key(place, database, **options):
    return place.json("key", "--json", database=database, **options)


def senders(place, database):
    return place.json("senders", "--json", database=database)


def journal(place, database):
    return place.json("journal", "--json", database=database)


def contents(place, database):
    return place.contents(database)


def test_a_key_of_ones_own():
    with Place() as place:
        north, south = meet(place, "north", "south")
        first = key(place, north)
        assert len(first["words"].split()) == 6 and len(first["key"]) == 44
        assert key(place, north) == first and key(place, south)["key"] != first["key"]
        mode = stat.S_IMODE((place.path / ".local/share/barycenter/keys").stat().st_mode)
        assert mode == 0o700, oct(mode)
        assert stat.S_IMODE(ctl.pathlib.Path(first["file"]).stat().st_mode) == 0o600
        assert place.run("key", database=north).out == f"{first['words']}\n{first['key']}\n"


def test_a_passphrase_locks_the_key():
    with Place() as place:
        (north,) = meet(place, "north")
        before = key(place, north)
        environment = ctl.environment(place.path) | {"BARYCENTER_PASSPHRASE": "три слона"}
        place.run("key", "--lock", database=north, input="три слона\n")
        assert before["key"] in ctl.pathlib.Path(before["file"]).read_text()
        assert "secret" not in ctl.pathlib.Path(before["file"]).read_text()
        answer = place.run("export", "--kind=all", "-o", "all.xml", database=north, status=REFUSED)
        assert "BARYCENTER_PASSPHRASE" in answer.err, answer
        wrong = environment | {"BARYCENTER_PASSPHRASE": "два слона"}
        assert "passphrase" in place.run("export", "--kind=all", database=north, status=REFUSED, env=wrong).err
        place.run("export", "--kind=all", "-o", "all.xml", database=north, env=environment)
        place.bare("validate", "all.xml")
        place.run("key", "--unlock", database=north, env=environment)
        assert key(place, north) == before


def test_an_unknown_sender_is_refused_until_confirmed():
    with Place() as place:
        north, south = meet(place, "Север", "Юг")
        place.run("add", "organisation", "name=Школа", "kind=school", database=north)
        place.run("export", "--kind=all", "-o", "all.xml", database=north)
        before = contents(place, south)
        answer = place.run("import", "all.xml", database=south, status=REFUSED)
        words = key(place, north)["words"]
        assert words in answer.err and "--trust-sender" in answer.err and "all.xml" in answer.err, answer
        assert contents(place, south) == before and senders(place, south) == [] and journal(place, south) == []

        place.run("import", "--dry-run", "--trust-sender", "all.xml", database=south)
        assert senders(place, south) == [], "a dry run confirms nobody"
        place.run("import", "--trust-sender", "all.xml", database=south)
        (known,) = senders(place, south)
        assert (known["name"], known["words"], known["role"], known["replaced"]) == ("Север", words, "centre", False)
        (line,) = journal(place, south)
        assert (line["direction"], line["trust"], line["state"], line["sequence"]) == ("in", "unknown", "applied", 1)
        assert journal(place, north)[0]["digest"] == line["digest"]

        place.run("add", "organisation", "name=Сад", "kind=kindergarten", database=north)
        place.run("export", "--kind=all", "-o", "more.xml.gz", database=north)
        assert place.json("import", "--json", "more.xml.gz", database=south)["new"] == 1
        assert [line["trust"] for line in journal(place, south)] == ["confirmed", "unknown"]
        assert [line["sequence"] for line in journal(place, north)] == [2, 1]

        place.run("senders", f"--forget={known['key']}", database=south)
        place.run("import", "more.xml.gz", database=south, status=REFUSED)


def test_an_unsigned_package_stays_marked():
    with Place() as place:
        place.create()
        answer = place.run("import", SAMPLES[0], status=REFUSED)
        assert "signed" in answer.err and "--trust-sender" in answer.err, answer
        assert not any(place.contents().values())
        place.run("import", "--trust-sender", SAMPLES[0])
        assert [(line["trust"], line["key"]) for line in journal(place, place.database)] == [("unsigned", None)]
        assert senders(place, place.database) == []


def test_a_changed_key():
    """The old key vouches for the new one; without that it is confirmed anew."""
    with Place() as place:
        north, south = meet(place, "Север", "Юг")
        place.run("export", "--kind=all", "-o", "1.xml", database=north)
        place.run("import", "--trust-sender", "1.xml", database=south)
        place.run("key", "--renew", database=north)
        place.run("export", "--kind=all", "-o", "2.xml", database=north)
        place.run("import", "2.xml", database=south)
        assert [s["replaced"] for s in senders(place, south)] == [False, True]
        answer = place.run("import", "1.xml", database=south, status=REFUSED)
        assert "another key" in answer.err, answer

        ctl.pathlib.Path(key(place, north)["file"]).unlink()
        place.run("export", "--kind=all", "-o", "3.xml", database=north)
        answer = place.run("import", "3.xml", database=south, status=REFUSED)
        assert "another key" in answer.err and key(place, north)["words"] in answer.err, answer
        place.run("import", "--trust-sender", "3.xml", database=south)
        assert [s["key"] for s in senders(place, south) if not s["replaced"]] == [key(place, north)["key"]]


def test_a_package_for_somebody_else():
    with Place() as place:
        north, south, east = meet(place, "Север", "Юг", "Восток")
        for database, name in ((south, "south.xml"), (east, "east.xml")):
            place.run("export", "--kind=all", "-o", name, database=database)
            place.run("import", "--trust-sender", name, database=north)
        (target,) = [s for s in senders(place, north) if s["name"] == "Юг"]
        place.run("export", "--kind=all", f"--to={target['id']}", "-o", "for-south.xml", database=north)
        place.run("import", "--trust-sender", "for-south.xml", database=south)
        answer = place.run("import", "--trust-sender", "for-south.xml", database=east, status=REFUSED)
        assert "Юг" in answer.err, answer
        text = (place.path / "for-south.xml").read_text()
        (other,) = [s for s in senders(place, north) if s["name"] == "Восток"]
        place.write("swapped.xml", text.replace(target["id"], other["id"]))
        answer = place.run("import", "--trust-sender", "swapped.xml", database=east, status=REFUSED)
        assert "signature" in answer.err, answer
        place.run("export", "--kind=all", "--to=nobody", database=north, status=USAGE)


def test_a_package_once():
    """The same package again changes nothing; its number under another package is refused."""
    with Place() as place:
        north, south = meet(place, "Север", "Юг")
        copy = place.path / "copy.db"
        place.run("backup", copy, database=north)
        place.run("add", "organisation", "name=Школа", "kind=school", database=north)
        place.run("export", "--kind=all", "-o", "1.xml", database=north)
        place.run("import", "--trust-sender", "1.xml", database=south)
        before = contents(place, south)
        assert place.json("import", "--json", "1.xml", database=south)["new"] == 0
        assert contents(place, south) == before and len(journal(place, south)) == 1
        place.run("export", "--kind=all", "-o", "other.xml", database=copy)
        answer = place.run("import", "other.xml", database=south, status=REFUSED)
        assert "number" in answer.err and contents(place, south) == before, answer


def phone(place, database, school):
    return place.json("show", "organisation", school, "--json", database=database)["phone"]


def test_a_late_package_puts_nothing_old_over_what_is_newer():
    """Of packages of a sender the latest counts, whatever order they come in and however often; what is only in an old one is taken."""
    with Place() as place:
        north, south, east, west = meet(place, "Север", "Юг", "Восток", "Запад")
        school = place.run("add", "organisation", "name=Школа", "kind=school", "phone=7300101", database=north).out.strip()
        place.run("export", "--kind=directory", "-o", "1.xml", database=north)
        gone = place.run("add", "organisation", "name=Закрытая", "kind=school", database=north).out.strip()
        place.run("export", "--kind=directory", "-o", "2.xml", database=north)
        place.run("remove", "organisation", gone, database=north)
        place.run("set", "organisation", school, "phone=7300303", database=north)
        place.run("export", "--kind=directory", "-o", "3.xml", database=north)
        states = []
        for database, order in ((south, "123"), (east, "321312"), (west, "231")):
            for number in order:
                answer = place.json("import", "--trust-sender", "--json", f"{number}.xml", database=database)
            assert phone(place, database, school) == "7300303", (database, order)
            states.append(contents(place, database)["organisation"])
        assert states[0] == states[1] == states[2] and gone in states[0]
        (notice,) = answer["files"][0]["notices"]
        assert "№ 3 of Север came before" in notice["message"] and "№ 1" in notice["message"], notice


def test_what_was_taken_back_comes_in_again():
    with Place() as place:
        north, south = meet(place, "Север", "Юг")
        school = place.run("add", "organisation", "name=Школа", "kind=school", "phone=7300101", database=north).out.strip()
        place.run("export", "--kind=directory", "-o", "1.xml", database=north)
        place.run("set", "organisation", school, "phone=7300202", database=north)
        place.run("export", "--kind=directory", "-o", "2.xml", database=north)
        for number in "12":
            place.run("import", "--trust-sender", f"{number}.xml", database=south)
        place.run("undo", database=south)
        assert phone(place, south, school) == "7300101"
        for name, expected in (("2.xml", "7300202"), ("1.xml", "7300202")):
            place.run("import", name, database=south)
            assert phone(place, south, school) == expected, name
        place.run("set", "organisation", school, "phone=7300404", database=north)
        assert place.json("import", "--trust-sender", "--json", "1.xml", database=north)["conflicts"] == 0, "its own, and older than its edits"
        assert phone(place, north, school) == "7300404"


def test_an_id_that_somebody_else_uses_hides_nothing():
    """An impostor, let in by hand, has the id of a package that is still to come: that one comes in all the same."""
    with Place() as place:
        north, south = meet(place, "Север", "Юг")
        school = place.run("add", "organisation", "name=Школа", "kind=school", "phone=7300101", database=north).out.strip()
        shared = place.path / "shared"
        shared.mkdir()
        place.run("export", "--kind=directory", "-o", "shared", database=north)
        (real,) = shared.iterdir()
        forged = re.sub(r' key="[^"]*"|  <(size|signature)>.*</\1>\n', "", real.read_text(encoding="utf-8"))
        (shared / "0.xml").write_text(forged.replace("7300101", "7300999"), encoding="utf-8")

        def look():
            return {pathlib.Path(mail["file"]).name: mail["state"] for mail in place.json("mailbox", "--json", "shared", database=south)}

        assert look() == {"0.xml": "new", real.name: "new"}
        place.run("import", "--trust-sender", shared / "0.xml", database=south)
        assert look() == {"0.xml": "known", real.name: "new"}
        place.run("import", "--trust-sender", real, database=south)
        assert look() == {"0.xml": "known", real.name: "known"}
        assert [line["trust"] for line in journal(place, south)] == ["unknown", "unsigned"]
        assert phone(place, south, school) == "7300101"


def test_a_receipt_is_of_who_got_the_package():
    with Place() as place:
        north, south, east = meet(place, "Север", "Юг", "Восток")
        for database, name in ((south, "south.xml"), (east, "east.xml")):
            place.run("export", "--kind=all", "-o", name, database=database)
            place.run("import", "--trust-sender", name, database=north)
        ids = {sender["name"]: sender["id"] for sender in senders(place, north)}
        place.run("export", "--kind=all", f"--to={ids['Юг']}", "-o", "for-south.xml", database=north)
        (sent,) = [line["package"] for line in journal(place, north) if line["direction"] == "out"]

        def answer(number, name, of, status):
            text = package("", sender="?", kind="receipt").replace(uuid(1), uuid(number)).replace(
                "<sender>?</sender>", f'<sender id="{ids[name]}">{name}</sender>\n    '
                f'<answer package="{of}" outcome="applied" moment="2026-11-24T09:00:00Z"/>')
            return place.run("import", "--trust-sender", place.write(f"{number}.xml", text), database=north, status=status).err

        def answered():
            return [line["answer"] for line in journal(place, north) if line["package"] == sent]

        assert "has not sent" in answer(70, "Юг", uuid(5), REFUSED)
        assert "went to “Юг”, and “Восток” says" in answer(71, "Восток", sent, REFUSED)
        assert answered() == [None]
        answer(72, "Юг", sent, DONE)
        assert answered() == ["applied"]


def test_what_leaves():
    """Each kind holds its part, whole by itself, and people's contacts stay at home."""
    with Place() as place:
        place.create("ИМЦ")
        place.run("import", "--trust-sender", *SAMPLES)
        person = place.add("person", name="Проба Пробовна", phone="+7 812 730-01-02", email="p@example.org")
        (roadmap, *_) = place.list("roadmap")
        wanted = {"directory": None, "cluster": roadmap["cluster"], "roadmap": roadmap["id"]}
        for kind, identifier in wanted.items():
            words = ["export", f"--kind={kind}", "-o", f"{kind}.xml"] + ([f"--id={identifier}"] if identifier else [])
            place.run(*words)
            other = place.path / f"{kind}.db"
            place.run("create", database=other)
            place.run("import", "--trust-sender", f"{kind}.xml", database=other)
            assert place.run("check", database=other).out == "ok\n"
        held = {kind: {k for k, v in contents(place, place.path / f"{kind}.db").items() if v} for kind in wanted}
        assert held["directory"] == {"centre", "organisation", "person", "status"}, held["directory"]
        assert "membership" in held["cluster"] and "roadmap" not in held["cluster"]
        assert {"event", "section", "cluster"} <= held["roadmap"] and "membership" not in held["roadmap"]
        assert [c["id"] for c in place.list("cluster", database=place.path / "cluster.db")] == [roadmap["cluster"]]
        assert len(place.list("event", database=place.path / "roadmap.db")) == \
            len(place.list("event", f"roadmap={roadmap['id']}"))

        text = (place.path / "directory.xml").read_text()
        assert person in text and "p@example.org" not in text and '<omitted kind="person">phone</omitted>' in text
        place.run("set", "person", person, "name=Проба Другая")
        place.run("export", "--kind=directory", "-o", "again.xml", database=place.path / "directory.db")
        place.run("import", "--trust-sender", "again.xml")
        (mine,) = place.list("person", f"id={person}")
        assert (mine["phone"], mine["email"]) == ("+7 812 730-01-02", "p@example.org"), "what did not come stays"
        whole = place.run("export", "--kind=directory", "--profile=own").out
        assert "p@example.org" in whole and "<omitted" not in whole


def test_what_cannot_leave():
    with Place() as place:
        place.create()
        for words in (["--kind=nothing"], [], ["--kind=receipt"], ["--kind=all", "--profile=everybody"], ["--kind=all", "--since=x"]):
            place.run("export", *words, status=USAGE)
        place.run("export", "--kind=cluster", status=USAGE)
        place.run("export", "--kind=all", f"--id={uuid(1)}", status=USAGE)
        place.run("export", "--kind=cluster", f"--id={uuid(1)}", status=REFUSED)


def test_what_oversteps_is_refused_whole():
    """A package holds what its kind holds, and a school sends what is the school's."""
    with Place() as place:
        place.create()
        contest = f'<contest id="{uuid(60)}"><name>Площадка</name><school_year>2026</school_year><state>content</state></contest>'
        place.run("import", "--trust-sender", place.write("foreign.xml", package(organisation(20, "Чужая школа") + contest)))
        before = place.contents()

        def bend(kind, records, sender=f'<sender centre="{uuid(10)}">Школа</sender>'):
            text = package(records).replace('kind="all"', f'kind="{kind}"')
            return place.write(f"{kind}.xml", re.sub("<sender>.*</sender>", sender, text))

        cluster = bend("directory", organisation(10) + f'<scheme id="{uuid(50)}"><name>А</name><arrangement>groups</arrangement></scheme>')
        answer = place.run("import", "--trust-sender", cluster, status=REFUSED)
        assert re.search(r"directory\.xml, line \d+, <scheme>: .*«?А", answer.err), answer
        assert place.contents() == before
        for records in (organisation(10) + organisation(20, "Переименованная"), organisation(20, "Чужая"), organisation(11)):
            answer = place.run("import", "--trust-sender", bend("application", records), status=REFUSED)
            assert "<organisation>" in answer.err and "belong" in answer.err, answer
            assert place.contents() == before
        signature = f'<appendix id="{uuid(61)}"><name>Приказ.sig</name><contest>{uuid(60)}</contest></appendix>'
        answer = place.run("import", "--trust-sender", bend("application", organisation(10) + signature), status=REFUSED)
        assert "<appendix>" in answer.err and "belong" in answer.err, answer
        both = signature.replace("<name>", f"<application>{uuid(62)}</application><name>")
        answer = place.run("import", "--trust-sender", bend("application", organisation(10) + both), status=REFUSED)
        assert "<appendix>" in answer.err and "choose one of them" in answer.err, answer
        assert place.contents() == before
        status = f'<status id="{uuid(30)}"><organisation>{uuid(10)}</organisation><kind>municipal_site</kind></status>'
        place.run("import", "--trust-sender", bend("application", organisation(10) + status), status=DONE)
        answer = place.run("import", "--trust-sender", bend("receipt", organisation(12)), status=REFUSED)
        assert "<organisation>" in answer.err, answer


tap.main()
