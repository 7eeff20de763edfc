"""Two and three centres edit apart, send their changes, and come to the same words."""

import base64
import hashlib
import re
import sqlite3
import time

import tap
from ctl import REFUSED, USAGE, Place


def meet(place, *names):
    for name in names:
        place.run("create", f"--name={name}", database=place.path / f"{name}.db")
    return [place.path / f"{name}.db" for name in names]


def send(place, source, target, name="changes.xml", since=None):
    """What was printed of the import."""
    place.run("export", "--kind=changes", *([f"--since={since}"] if since else []), "-o", name, database=source)
    return place.json("import", "--trust-sender", "--json", name, database=target)


def words(place, database):
    return place.json("digest", "--json", database=database)["words"]


def value(place, database, school, field):
    return place.json("show", "organisation", school, "--json", database=database)[field]


def add_school(place, database):
    return place.run("add", "organisation", "name=Школа", "kind=school", database=database).out.strip()


def test_changes_go_over_and_come_back():
    with Place() as place:
        north, south = meet(place, "north", "south")
        school = add_school(place, north)
        assert send(place, north, south)["new"] >= 1
        send(place, south, north)
        assert words(place, north) == words(place, south) and len(words(place, north).split()) == 12
        place.run("set", "organisation", school, "phone=730-01-02", database=south)
        assert words(place, north) != words(place, south)
        answer = send(place, south, north, "second.xml", since="north")
        assert (answer["changed"], answer["conflicts"]) == (1, 0), answer
        assert value(place, north, school, "phone") and words(place, north) == words(place, south)
        again = place.json("import", "--trust-sender", "--json", "second.xml", database=north)
        assert (again["changed"], again["new"], again["conflicts"]) == (0, 0, 0), again


def test_a_conflict_is_shown_decided_on_and_undone():
    with Place() as place:
        north, south = meet(place, "north", "south")
        school = add_school(place, north)
        send(place, north, south)
        place.run("set", "organisation", school, "note=север", database=north)
        place.run("set", "organisation", school, "note=юг", database=south)
        answer = send(place, south, north, "south.xml")
        assert answer["conflicts"] == 1 and value(place, north, school, "note") == "север", answer
        send(place, north, south, "north.xml")
        assert value(place, south, school, "note") == "юг" and words(place, north) == words(place, south)
        (conflict,) = place.json("conflicts", "--json", database=north)
        assert conflict["code"] == "conflict" and conflict["field"] == "note" and conflict["base"] is None
        assert {(c["value"], c["stands"]) for c in conflict["candidates"]} == {("север", True), ("юг", False)}
        before = words(place, north)
        assert place.run("resolve", "mine", database=north).out == "1\n"
        assert place.json("conflicts", "--json", database=north) == []
        place.run("undo", database=north)
        assert words(place, north) == before and len(place.json("conflicts", "--json", database=north)) == 1
        place.run("resolve", "theirs", "organisation", school, "note", database=north)
        send(place, north, south, "decision.xml")
        assert value(place, north, school, "note") == value(place, south, school, "note") == "юг"
        assert place.json("conflicts", "--json", database=south) == [] and words(place, north) == words(place, south)
        place.run("check", database=north)
        place.run("check", database=south)


def test_a_removal_against_an_edit():
    with Place() as place:
        north, south = meet(place, "north", "south")
        school = add_school(place, north)
        send(place, north, south)
        place.run("remove", "organisation", school, database=south)
        place.run("set", "organisation", school, "note=нужна", database=north)
        send(place, south, north, "south.xml")
        (conflict,) = place.json("conflicts", "--json", database=north)
        assert conflict["code"] == "removal" and value(place, north, school, "note") == "нужна"
        place.run("resolve", "mine", database=north)
        send(place, north, south, "north.xml")
        assert value(place, south, school, "note") == "нужна" and words(place, north) == words(place, south)


def test_a_guest_proposes_and_the_owner_decides():
    with Place() as place:
        north, south = meet(place, "north", "south")
        (centre,) = place.json("list", "centre", "--format=json", database=north)
        school = add_school(place, north)
        place.run("set", "organisation", school, f"centre={centre['id']}", "note=старое", database=north)
        send(place, north, south)
        place.run("set", "organisation", school, "note=новое", database=south)
        answer = send(place, south, north, "south.xml")
        assert (answer["files"][0]["proposals"], answer["conflicts"]) == (1, 0), answer
        assert value(place, north, school, "note") == "старое" and words(place, north) == words(place, south)
        (proposal,) = place.json("conflicts", "--json", database=north)
        assert proposal["code"] == "proposal" and place.json("conflicts", "--json", database=south) == []
        place.run("resolve", "mine", database=north)
        send(place, north, south, "declined.xml")
        assert value(place, south, school, "note") == "старое" and words(place, north) == words(place, south)


def test_what_is_missing_is_named():
    with Place() as place:
        north, south, west = meet(place, "north", "south", "west")
        school = add_school(place, north)
        send(place, north, south)
        send(place, south, north, "south.xml")
        place.run("set", "organisation", school, "note=позже", database=north)
        place.run("export", "--kind=changes", "--since=south", "-o", "later.xml", database=north)
        answer = place.run("import", "--trust-sender", "later.xml", database=west, status=REFUSED)
        assert "missing" in answer.err, answer
        assert place.json("list", "organisation", "--format=json", database=west) == []


def test_where_two_databases_differ():
    with Place() as place:
        north, south = meet(place, "north", "south")
        school = add_school(place, north)
        send(place, north, south)
        send(place, south, north, "back.xml")
        place.run("set", "organisation", school, "note=иначе", database=north)
        one = place.json("digest", "--json", database=north)["kinds"]
        other = place.json("digest", "--json", database=south)["kinds"]
        assert [kind for kind in one if one[kind] != other[kind]] == ["organisation"]
        ours = place.json("digest", "organisation", "--json", database=north)
        theirs = place.json("digest", "organisation", "--json", database=south)
        assert [id for id in ours if ours[id] != theirs[id]] == [school]


def test_words_that_mean_nothing():
    with Place() as place:
        (north,) = meet(place, "north")
        assert "mine, theirs" in place.run("resolve", "ours", database=north, status=USAGE).err
        place.run("resolve", "mine", database=north, status=REFUSED)
        place.run("export", "--kind=all", "--since=north", "-o", "x.xml", database=north, status=USAGE)


def test_a_restored_copy_is_another_replica():
    """What was sent after the backup comes back from others, and what is edited anew is taken for nothing else."""
    with Place() as place:
        north, south = meet(place, "north", "south")
        school = add_school(place, north)
        send(place, north, south)
        place.run("backup", "north.backup", database=north)
        place.run("set", "organisation", school, "note=после копии", database=north)
        send(place, north, south, "later.xml")
        key = place.run("key", database=north).out
        place.run("restore", "north.backup", database=north)
        assert place.run("key", database=north).out == key, "its key goes on"
        place.run("set", "organisation", school, "phone=730-01-02", database=north)
        place.run("export", "--kind=changes", "-o", "restored.xml", database=north)
        answer = place.json("import", "--json", "restored.xml", database=south)
        assert (answer["changed"], answer["conflicts"]) == (1, 0), answer
        send(place, south, north, "back.xml")
        assert value(place, north, school, "note") == "после копии"
        for database in (north, south):
            assert value(place, database, school, "phone") and place.json("conflicts", "--json", database=database) == []
            place.run("check", database=database)
        assert words(place, north) == words(place, south)


def test_a_clock_far_ahead_stays_outside():
    """A package two days ahead is refused, and no stamp that is made here afterwards is after its own."""
    with Place() as place:
        north, south = meet(place, "north", "south")
        school = add_school(place, north)
        send(place, north, south)
        ahead = (2 * 86_400_000) << 16
        with sqlite3.connect(north) as database:
            database.execute("INSERT INTO action (stamp, type, name, author) SELECT max (stamp) + ?, 'edit', 'Later', 'x' FROM action",
                             (ahead,))
        database.close()
        place.run("set", "organisation", school, "note=из будущего", database=north)
        before = words(place, south)
        place.run("export", "--kind=changes", "-o", "future.xml", database=north)
        answer = place.run("import", "--trust-sender", "future.xml", database=south, status=REFUSED)
        assert "north" in answer.err and "clock" in answer.err, answer
        assert words(place, south) == before and value(place, south, school, "note") is None
        place.run("set", "organisation", school, "note=здесь", database=south)
        stamps = sqlite3.connect(south).execute("SELECT max (stamp) FROM action").fetchone()[0]
        assert stamps >> 16 < (time.time() + 3600) * 1000, "the clock of this file is that of the computer"


def add_revision(place, database):
    """Returns: a roadmap, and a revision of it that is being drafted."""
    scheme = place.run("add", "scheme", "name=А–Г", "arrangement=groups", database=database).out.strip()
    cluster = place.run("add", "cluster", "name=Кластер", f"scheme={scheme}", database=database).out.strip()
    roadmap = place.run("add", "roadmap", "name=План", f"cluster={cluster}", "school_year=2026", database=database).out.strip()
    return roadmap, place.run("add", "revision", f"roadmap={roadmap}", "number=1", "state=draft", database=database).out.strip()


def test_an_approved_plan_is_not_changed_by_a_merge():
    with Place() as place:
        north, south = meet(place, "north", "south")
        _, revision = add_revision(place, north)
        send(place, north, south)
        place.run("set", "revision", revision, "state=approved", database=north)
        place.run("set", "revision", revision, "number=2", database=south)
        answer = send(place, south, north, "guest.xml")
        assert answer["changed"] == 0, answer
        assert place.json("show", "revision", revision, "--json", database=north)["number"] == 1
        (proposal,) = place.json("conflicts", "--json", database=north)
        assert proposal["code"] == "proposal" and proposal["field"] == "number", proposal


SIGNATURE = bytes(range(256)) * 400
PIECES = [SIGNATURE[start:start + 75000] for start in range(0, len(SIGNATURE), 75000)]


def sign(place, database, revision):
    """Attaches a signature to a decision. Returns: the appendix and its pieces."""
    school = add_school(place, database)
    approval = place.run("add", "approval", f"revision={revision}", f"organisation={school}", "decision=agreed", "decided_on=2026-09-14",
                         database=database).out.strip()
    appendix = place.run("add", "appendix", f"approval={approval}", "name=План.pdf.sig", "attached_on=2026-09-14", "kibibytes=100",
                         f"sha256={hashlib.sha256(SIGNATURE).hexdigest()}", database=database).out.strip()
    return appendix, [place.run("add", "appendix_chunk", f"appendix={appendix}", f"ordinal={number}",
                                f"data={base64.b64encode(piece).decode()}", database=database).out.strip()
                      for number, piece in enumerate(PIECES, 1)]


def test_a_signature_travels_whole_and_nobody_else_takes_it_off():
    with Place() as place:
        north, south = meet(place, "north", "south")
        roadmap, revision = add_revision(place, north)
        appendix, pieces = sign(place, north, revision)
        for package in (["--kind=roadmap", f"--id={roadmap}"], ["--kind=changes"]):
            place.run("export", *package, "-o", "signed.xml", database=north)
            place.run("import", "--trust-sender", "signed.xml", database=south)
            held = sorted(place.list("appendix_chunk", f"appendix={appendix}", database=south), key=lambda chunk: chunk["ordinal"])
            assert b"".join(base64.b64decode(chunk["data"]) for chunk in held) == SIGNATURE, package
            assert place.list("appendix", database=north) == place.list("appendix", database=south), package
        send(place, south, north, "back.xml")
        assert words(place, north) == words(place, south)
        place.run("set", "appendix_chunk", pieces[0], "data=MQ==", database=south)
        place.run("set", "appendix", appendix, "name=Другая.sig", database=south)
        answer = send(place, south, north, "guest.xml")
        assert answer["changed"] == 0, answer
        told = {(each["id"], each["field"], each["code"]) for each in place.json("conflicts", "--json", database=north)}
        assert told == {(pieces[0], "data", "proposal"), (appendix, "name", "proposal")}, told
        assert place.run("check", database=north).out == "ok\n"


def test_a_frozen_contest_is_not_changed_by_a_merge_and_the_rest_comes_in():
    """Two replicas of no centre: one freezes its contest, the other still edits the rules. One edit does not stop the others."""
    with Place() as place:
        north, south = meet(place, "north", "south")

        def add(database, kind, **fields):
            return place.run("add", kind, *(f"{k}={v}" for k, v in fields.items()), database=database).out.strip()

        contest = add(north, "contest", name="Конкурс", school_year=2026, state="content", pass_mark=18, places=3, formula="mean")
        criterion = add(north, "contest_criterion", contest=contest, ordinal=1, name="Новизна", weight=1, least=0, most=3)
        school = add_school(place, north)
        send(place, north, south)
        place.run("set", "contest", contest, "frozen_on=2026-11-20", database=north)
        place.run("set", "contest", contest, "pass_mark=20", "goal=Диссеминация", database=south)
        place.run("set", "contest_criterion", criterion, "weight=2", database=south)
        place.run("remove", "contest_criterion", criterion, database=south)
        later = add(south, "contest_criterion", contest=contest, ordinal=2, name="Ресурсы", weight=1, least=0, most=3)
        level = add(south, "criterion_level", criterion=later, mark=1, description="Раскрыто")
        place.run("set", "organisation", school, "name=Гимназия", database=south)
        answer = send(place, south, north, "late.xml")
        shown = place.json("show", "contest", contest, "--json", database=north)
        assert (shown["pass_mark"], shown["goal"]) == (18, "Диссеминация"), shown
        assert value(place, north, school, "name") == "Гимназия"
        weights = [c["weight"] for c in place.json("list", "contest_criterion", "--format=json", database=north)]
        assert weights == [1], (weights, answer)
        proposals = {(p["code"], p["id"], p["field"]) for p in place.json("conflicts", "--json", database=north)}
        assert proposals == {("proposal", contest, "pass_mark"), ("removal", criterion, None),
                             ("held", later, None), ("held", level, None)}, proposals
        said = [n["message"] for f in answer["files"] for n in f["notices"]]
        assert any("Ресурсы" in words and "waits outside" in words for words in said), answer
        assert place.run("resolve", "theirs", "contest", contest, "pass_mark", database=north, status=REFUSED).err.count("frozen")
        held = next(p for p in place.json("conflicts", "--json", database=north) if p["id"] == later)
        assert [(c["removes"], c["stands"], c["centre"]) for c in held["candidates"]] == [(True, True, None), (False, False, "south")], held
        assert "not here" in place.run("conflicts", database=north).out
        assert "frozen" in place.run("resolve", "theirs", "contest_criterion", later, database=north, status=REFUSED).err
        place.run("resolve", "mine", "contest_criterion", later, database=north)
        assert "ask the sender to remove it" in place.run("history", database=north).out
        place.run("resolve", "mine", database=north)
        assert "Decide on 3 disagreements" in place.run("history", database=north).out
        assert place.json("conflicts", "--json", database=north) == []
        place.run("check", database=north)
        send(place, north, south, "back.xml")
        asked = {(p["code"], p["id"]) for p in place.json("conflicts", "--json", database=south)}
        assert asked == {("removal", later), ("removal", level)}, asked


def test_a_frozen_contest_is_not_changed_by_a_package_of_everything():
    with Place() as place:
        north, south = meet(place, "north", "south")

        def add(kind, **fields):
            return place.run("add", kind, *(f"{k}={v}" for k, v in fields.items()), database=south).out.strip()

        def take(name):
            place.run("export", "--kind=all", "-o", name, database=south)
            return place.json("import", "--trust-sender", "--json", name, database=north)

        contest = add("contest", name="Конкурс", school_year=2026, state="content", pass_mark=18, places=3, formula="mean")
        criterion = add("contest_criterion", contest=contest, ordinal=1, name="Новизна", weight=1, least=0, most=3)
        take("first.xml")
        place.run("set", "contest", contest, "frozen_on=2026-11-20", database=north)
        place.run("set", "contest", contest, "pass_mark=20", "goal=Диссеминация", database=south)
        place.run("set", "contest_criterion", criterion, "weight=2", database=south)
        later = add("contest_criterion", contest=contest, ordinal=2, name="Ресурсы", weight=1, least=0, most=3)
        add("criterion_level", criterion=later, mark=1, description="Раскрыто")
        school = add_school(place, south)
        answer = take("second.xml")
        shown = place.json("show", "contest", contest, "--json", database=north)
        assert (shown["pass_mark"], shown["goal"], shown["frozen_on"]) == (18, "Диссеминация", "2026-11-20"), shown
        assert [c["weight"] for c in place.json("list", "contest_criterion", "--format=json", database=north)] == [1]
        assert value(place, north, school, "name"), "the rest is taken in"
        assert [f["held"] for f in answer["files"]] == [4], answer
        said = [n["message"] for f in answer["files"] for n in f["notices"]]
        assert any("Ресурсы" in words and "left out" in words for words in said), said
        assert any("Новизна" in words and "stays" in words for words in said), said
        assert place.run("check", database=north).out == "ok\n"


def test_nobody_keeps_back_or_changes_what_another_has_said():
    """One who passes the edits of another on leaves some out and changes others, and says that these were all. What their maker
    signs stands all the same."""
    with Place() as place:
        north, south, east = meet(place, "north", "south", "east")
        school = add_school(place, north)
        for database in (south, east):
            send(place, north, database)
        place.run("set", "organisation", school, "phone=7309999", database=south)
        place.run("set", "organisation", school, "note=юг", database=south)
        send(place, south, east, "south.xml")
        place.run("export", "--kind=changes", "-o", "east.xml", database=east)
        text = (place.path / "east.xml").read_text(encoding="utf-8")
        edits = re.findall(r"    <edit .*?</edit>\n", text, flags=re.S)
        (kept_back,) = [edit for edit in edits if "7309999" in edit]
        bent = re.sub(r' key="[^"]*"|  <(size|signature)>.*</\1>\n', "", text).replace(kept_back, "").replace("юг", "не юг")
        place.run("import", "--trust-sender", place.write("bent.xml", bent), database=north)
        assert (value(place, north, school, "phone"), value(place, north, school, "note")) == (None, "не юг")
        for _ in range(2):
            place.run("import", "--trust-sender", "south.xml", database=north)
            assert (value(place, north, school, "phone"), value(place, north, school, "note")) == ("7309999", "юг")
        told = place.json("history", "organisation", school, "--json", database=north)
        assert "не юг" in str(told), "what stood for a while is in the history"
        send(place, north, south, "back.xml")
        send(place, south, north, "again.xml")
        assert words(place, north) == words(place, south) and place.run("check", database=north).out == "ok\n"


def test_what_breaks_a_rule_is_left_and_listed():
    """Each adds a roadmap of the same cluster and year: only one can stand; the other waits, and nothing is refused."""
    with Place() as place:
        north, south = meet(place, "north", "south")
        scheme = place.run("add", "scheme", "name=А–Г", "arrangement=groups", database=north).out.strip()
        first, second = (place.run("add", "group", f"name={name}", f"scheme={scheme}", f"ordinal={number}", database=north).out.strip()
                         for number, name in enumerate("АБ", 1))
        send(place, north, south)
        place.run("set", "group", first, "name=Общая", database=north)
        place.run("set", "group", second, "name=Общая", database=south)
        answer = send(place, south, north, "rule.xml")
        assert answer["files"][0]["held"] == 1, answer
        (held,) = place.json("conflicts", "--json", database=north)
        assert (held["code"], held["id"], held["field"]) == ("held", second, "name"), held
        place.run("check", database=north)
        place.run("set", "group", first, "name=Прежняя", database=north)
        place.run("resolve", "theirs", "group", second, "name", database=north)
        assert place.json("show", "group", second, "--json", database=north)["name"] == "Общая"
        assert place.json("conflicts", "--json", database=north) == []


tap.main()
