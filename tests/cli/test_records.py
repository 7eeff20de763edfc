"""Records from the command line: create, list, show, set, add, remove, history, undo, redo, search."""

import csv
import datetime
import io
import json
import random
import re

import tap
from ctl import DATABASE, KINDS, REFUSED, USAGE, Place

MOSCOW = datetime.timezone(datetime.timedelta(hours=3))
SCHOOL = {"name": "ГБОУ СОШ № 352", "kind": "school", "number": "352", "phone": "+7 812 730-01-02", "email": "school352@mail.ru",
          "site": "https://school352.ru", "address": "ул. Лётчика Пилютова, 30; «корпус 2»", "note": "Первая строка\nвторая, с \"кавычками\""}


def cluster(place):
    """A cluster with a member; returns the ids by kind."""
    ids = {"scheme": place.add("scheme", name="А–Г", arrangement="groups")}
    ids["group"] = place.add("group", scheme=ids["scheme"], name="А", ordinal=1)
    ids["cluster"] = place.add("cluster", name="Экология", scheme=ids["scheme"])
    ids["organisation"] = place.add("organisation", **SCHOOL)
    ids["membership"] = place.add("membership", cluster=ids["cluster"], organisation=ids["organisation"], group=ids["group"],
                                  from_="2024-09-01")
    return ids


def test_create_keeps_its_hands_off():
    with Place() as place:
        place.create("ИМЦ «Север»")
        assert [c["name"] for c in place.list("centre")] == ["ИМЦ «Север»"]
        before = place.database.read_bytes()
        answer = place.run("create", status=REFUSED)
        assert "centre.db" in answer.err and place.database.read_bytes() == before
        other = place.write("other.txt", "чужой файл")
        place.run("create", database=other, status=REFUSED)
        assert other.read_text() == "чужой файл"
        place.run("create", "--name=  ", database=place.path / "empty.db", status=REFUSED)
        assert not (place.path / "empty.db").exists()
        place.run("create", database=place.path / "no" / "folder" / "x.db", status=DATABASE)


def test_add_prints_only_the_id():
    with Place() as place:
        place.create()
        answer = place.run("add", "organisation", *(f"{k}={v}" for k, v in SCHOOL.items()))
        assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\n", answer.out), answer
        assert answer.err == ""
        record = place.json("show", "organisation", answer.out.strip(), "--json")
        assert record == {"id": answer.out.strip(), "full_name": None, "centre": None, **SCHOOL}


def test_show_for_reading():
    with Place() as place:
        ids = cluster(place.create())
        text = place.run("show", "membership", ids["membership"]).out
        assert f"cluster: {ids['cluster']} (Экология)" in text and "from: 2024-09-01" in text
        assert f"organisation: {ids['organisation']} (ГБОУ СОШ № 352)" in text


def test_integers_are_numbers():
    with Place() as place:
        ids = cluster(place.create())
        assert place.json("show", "group", ids["group"], "--json")["ordinal"] == 1
        assert place.list("group", "ordinal=1")[0]["id"] == ids["group"]
        assert place.list("group", "ordinal=2") == []


def test_list_in_three_formats():
    with Place() as place:
        place.create()
        identifier = place.add("organisation", **SCHOOL)
        place.add("organisation", name="Сад", kind="kindergarten")

        listed = place.list("organisation")
        assert [set(r) for r in listed] == [{"id", "name", "full_name", "kind", "number", "centre", "address", "phone", "email",
                                             "site", "note"}] * 2
        text = place.run("list", "organisation", "--format=csv").out
        assert text.splitlines()[0] == "id,name,full_name,kind,number,centre,address,phone,email,site,note"
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [{k: v or None for k, v in row.items()} for row in rows] == listed

        table = place.run("list", "organisation").out
        assert place.run("list", "organisation", "--format=table").out == table
        lines = table.splitlines()
        assert len(lines) == 3 and lines[0].split()[:2] == ["id", "name"] and identifier in table
        assert {line.index(word) for line, word in zip(lines, ["kind", "school", "kindergarten"])} == {lines[0].index("kind")}


def test_json_everywhere():
    with Place() as place:
        place.create()
        record = place.json("add", "organisation", "--json", "name=А", "kind=school")
        assert place.json("list", "organisation", "--json") == [record] == place.list("organisation")
        place.run("list", "organisation", "--json", "--format=csv", status=USAGE)


def test_empty_lists():
    with Place() as place:
        place.create()
        for kind in KINDS:
            assert place.list(kind) == []
            assert len(place.run("list", kind, "--format=csv").out.splitlines()) == 1


def test_order_is_that_of_names():
    with Place() as place:
        place.create()
        names = ["Школа № 7", "Школа № 54", "Ёлочка", "Енот", "Жираф", "Школа № 200"]
        shuffled = random.Random(5).sample(names, len(names))
        for name in shuffled:
            place.add("organisation", name=name, kind="school")
        assert [r["name"] for r in place.list("organisation")] == ["Ёлочка", "Енот", "Жираф", "Школа № 7", "Школа № 54", "Школа № 200"]
        people = [place.add("status", organisation=place.list("organisation")[0]["id"], kind="regional_site") for _ in range(3)]
        assert [r["id"] for r in place.list("status")] == sorted(people)


def test_where():
    with Place() as place:
        ids = cluster(place.create())
        lonely = place.add("organisation", name="Сад", kind="kindergarten")

        def found(*conditions, kind="organisation"):
            return {r["id"] for r in place.list(kind, *conditions)}

        assert found("kind=school") == {ids["organisation"]}
        assert found("kind=School") == {ids["organisation"]}
        assert found("number=") == {lonely}
        assert found("kind=kindergarten", "number=") == {lonely}
        assert found("kind=kindergarten", "number=352") == set()
        assert found(f"id={lonely}") == {lonely}
        assert found(f"id={lonely}", "kind=school") == set()
        assert found(f"id={lonely}", f"id={ids['organisation']}") == set()
        assert found(f"cluster={ids['cluster']}", kind="membership") == {ids["membership"]}
        assert found("from=01.09.2024", kind="membership") == {ids["membership"]}
        assert "--where" not in place.run("list", "organisation", "--where=kind=castle", status=REFUSED).out


def test_the_same_organisation_twice_is_told():
    with Place() as place:
        place.create()
        first = place.add("organisation", name="Школа № 1 «Ёлка»", kind="school")
        place.add("person", name="Школа № 1 «Ёлка»")
        answer = place.run("add", "organisation", "name=школа  № 1 «Елка»", "kind=school")
        assert first in answer.err and answer.out.strip() not in answer.err, answer
        assert place.run("add", "organisation", "name=Школа № 10", "kind=school").err == ""
        place.run("undo", "--count=2")
        assert [record["id"] for record in place.list("organisation")] == [first]


def test_set_changes_and_clears():
    with Place() as place:
        place.create()
        identifier = place.add("organisation", **SCHOOL)
        assert place.run("set", "organisation", identifier, "number=353", "note=", "address=a=b").out == ""
        record = place.json("show", "organisation", identifier, "--json")
        assert (record["number"], record["note"], record["address"]) == ("353", None, "a=b")
        actions = len(place.json("history", "--json"))
        place.run("set", "organisation", identifier, "number=353")
        assert len(place.json("history", "--json")) == actions


def test_refused_values():
    with Place() as place:
        ids = cluster(place.create())
        school, member = ids["organisation"], ids["membership"]
        unknown = "01a206f0-0000-7000-8000-00000000dead"
        before = place.contents()
        for words, told in [
            (["add", "organisation", "name=x"], "Kind"),
            (["add", "organisation", "name=x", "kind=castle"], "kindergarten"),
            (["add", "organisation", "name=", "kind=school"], "Name"),
            (["add", "membership", f"cluster={ids['cluster']}", f"organisation={unknown}", f"group={ids['group']}"], unknown),
            (["set", "organisation", school, "name="], "Name"),
            (["set", "organisation", school, "email=nobody"], "nobody"),
            (["set", "organisation", school, "phone=нет"], "нет"),
            (["set", "organisation", school, "site=http://"], "http://"),
            (["set", "organisation", school, "centre=ИМЦ"], "36"),
            (["set", "organisation", school, "name=" + "я" * 1001], "1000"),
            (["set", "organisation", school, "name=a\x01b"], "invisible"),
            (["set", "organisation", school, "number=1", "email=nobody"], "nobody"),
            (["set", "membership", member, "from=2024-13-01"], "2024-13-01"),
            (["set", "membership", member, "to=2023-01-01"], "2023-01-01"),
            (["set", "organisation", unknown, "name=x"], unknown),
            (["show", "organisation", unknown], unknown),
            (["show", "organisation", "352"], "352"),
            (["show", "person", school], school),
            (["remove", "organisation", unknown], unknown),
            (["history", "organisation", unknown], unknown),
        ]:
            answer = place.run(*words, status=REFUSED)
            assert told in answer.err and answer.out == "", f"{words}: {answer}"
        assert place.contents() == before
        assert place.run("check").out == "ok\n"


def test_remove():
    with Place() as place:
        ids = cluster(place.create())
        before = place.contents()
        answer = place.run("remove", "organisation", ids["organisation"], status=REFUSED)
        assert "ГБОУ СОШ № 352" in answer.err and ids["membership"] in answer.err
        assert place.contents() == before
        place.run("remove", "membership", ids["membership"])
        place.run("remove", "organisation", ids["organisation"])
        assert place.list("organisation") == [] and place.list("membership") == []
        place.run("undo", "--count=2")
        assert place.contents() == before


def test_remove_with_what_depends():
    with Place() as place:
        ids = cluster(place.create())
        person = place.add("person", name="Иволгина И. И.", organisation=ids["organisation"])
        place.run("set", "cluster", ids["cluster"], f"barycenter={ids['organisation']}")
        before = place.contents()
        place.run("remove", "--with-dependents", "organisation", ids["organisation"])
        assert place.list("membership") == [] and place.list("organisation") == []
        assert place.json("show", "person", person, "--json")["organisation"] is None
        assert place.json("show", "cluster", ids["cluster"], "--json")["barycenter"] is None
        assert place.run("check").out == "ok\n"
        assert "ГБОУ СОШ № 352" in place.run("undo").out
        assert place.contents() == before


def test_history_of_everything():
    with Place() as place:
        place.create()
        identifier = place.add("organisation", name="А", kind="school")
        place.run("set", "organisation", identifier, "name=Б")
        place.run("undo")
        place.run("redo")
        actions = place.json("history", "--json")
        assert [a["type"] for a in actions] == ["redo", "undo", "edit", "edit"]
        assert [a["id"] for a in actions] == sorted((a["id"] for a in actions), reverse=True)
        for action in actions:
            assert set(action) == {"id", "stamp", "type", "name", "subject", "author"} and action["author"]
            stamp = datetime.datetime.fromisoformat(action["stamp"])
            assert abs((datetime.datetime.now(MOSCOW) - stamp.replace(tzinfo=MOSCOW)).total_seconds()) < 600
        assert actions[3]["name"] == "Add А" and actions[2]["name"] == "Change А"
        assert len(place.json("history", "--json", "--limit=2")) == 2
        lines = place.run("history").out.splitlines()
        assert len(lines) == 4 and lines[3].startswith(actions[3]["stamp"]) and lines[3].endswith("Add А")


def test_history_of_a_record():
    with Place() as place:
        ids = cluster(place.create())
        other = place.add("organisation", name="Другая", kind="school")
        place.run("set", "membership", ids["membership"], f"organisation={other}", "to=2025-08-31")
        text = place.run("history", "membership", ids["membership"]).out
        assert "Organisation: ГБОУ СОШ № 352 → Другая" in text and "Until: — → " in text, text
        russian = place.run("history", "membership", ids["membership"], russian=True).out
        assert "Организация: ГБОУ СОШ № 352 → Другая" in russian and "31 августа 2025" in russian, russian

        newest = place.json("history", "membership", ids["membership"], "--json")[0]
        changes = {c["field"]: (c["was"], c["became"]) for c in newest["changes"]}
        assert changes == {"organisation": (ids["organisation"], other), "to": (None, "2025-08-31")}
        assert {(c["kind"], c["id"], c["operation"]) for c in newest["changes"]} == {("membership", ids["membership"], "set")}

        place.run("remove", "membership", ids["membership"])
        gone = place.json("history", "membership", ids["membership"], "--json")
        assert {c["operation"] for c in gone[0]["changes"]} == {"remove"} and {c["operation"] for c in gone[-1]["changes"]} == {"add"}


def test_undo_and_redo_name_the_action():
    with Place() as place:
        place.create()
        identifier = place.add("organisation", name="А", kind="school")
        place.run("set", "organisation", identifier, "name=Б")
        assert place.run("undo").out == "Change А\n"
        assert place.run("undo", russian=True).out == "Добавление: А\n"
        assert "nothing" in place.run("undo", status=REFUSED).err
        assert place.list("organisation") == []
        assert place.run("redo", "--count=2").out == "Add А\nChange А\n"
        assert "nothing" in place.run("redo", status=REFUSED).err
        assert place.list("organisation")[0]["name"] == "Б"
        assert place.run("undo", "--count=3", status=REFUSED).out == "Change А\nAdd А\n"


def test_random_actions_are_taken_back():
    """Every state that was is met again on the way back, and again on the way forth."""
    with Place() as place:
        place.create()
        dice = random.Random(352)
        states = [place.list("organisation")]
        for step in range(20):
            present = states[-1]
            choice = dice.random()
            if not present or choice < 0.4:
                place.add("organisation", name=f"Школа № {step}", kind=dice.choice(["school", "kindergarten"]))
            elif choice < 0.8:
                place.run("set", "organisation", dice.choice(present)["id"], f"number={step}", f"note={'x' * step}")
            else:
                place.run("remove", "organisation", dice.choice(present)["id"])
            states.append(place.list("organisation"))
        for state in reversed(states[:-1]):
            place.run("undo")
            assert place.list("organisation") == state
        for state in states[1:]:
            place.run("redo")
            assert place.list("organisation") == state
        assert place.run("check").out == "ok\n"


def test_search():
    with Place() as place:
        ids = cluster(place.create())
        place.add("person", name="Лётчикова Л. Л.", organisation=ids["organisation"])

        def titles(*words):
            return [line.split("\t")[2] for line in place.run("search", *words).out.splitlines()]

        assert titles("352") == ["ГБОУ СОШ № 352"]
        assert titles("гбоу", "35") == ["ГБОУ СОШ № 352"]
        assert titles("гбоу 35") == ["ГБОУ СОШ № 352"]
        assert set(titles("ЛЕТЧИК")) == {"ГБОУ СОШ № 352", "Лётчикова Л. Л."}
        assert titles("эко") == ["Экология"]
        assert titles("нетничего") == [] and titles("«»") == [] and titles("\"OR* NEAR(") == []
        assert place.json("search", "352", "--json") == [{"kind": "organisation", "id": ids["organisation"], "title": "ГБОУ СОШ № 352"}]
        assert json.loads(place.run("search", "нетничего", "--json").out) == []
        assert len(titles("--limit=1", "лет")) == 1


def test_messages_in_russian():
    with Place() as place:
        answer = place.run("list", "organisation", russian=True, status=DATABASE)
        assert re.search("[а-я]", answer.err), answer
        place.create()
        assert "нечего" in place.run("undo", russian=True, status=REFUSED).err.lower()
        text = place.run("add", "organisation", "name=x", "kind=дворец", russian=True, status=REFUSED).err
        assert "дворец" in text and "выберите" in text, text
        assert place.run("add", "organisation", "name=x", "kind=Школа", russian=True).out


def test_roadmaps():
    with Place() as place:
        ids = cluster(place.create())
        plan = place.add("roadmap", name="Экология, 2025/26", cluster=ids["cluster"], school_year=2025)
        section = place.add("section", roadmap=plan, name="Работа с обучающимися", ordinal=1)
        event = place.add("event", roadmap=plan, section=section, name="Слёт «Эколята»", dates="12 мая /  19 мая", start_time="9.30",
                          kind="event", state="planned", place="Парк «Новознаменка»", host=ids["organisation"], expected_number=120)
        shown = place.json("show", "event", event, "--json")
        assert (shown["dates"], shown["start_time"], shown["expected_number"]) == ("12 мая / 19 мая", "09:30", 120), shown
        place.add("event_part", event=event, organisation=ids["organisation"], part="must")
        place.add("event_move", event=event, kind="moved", moved_on="20.04.2026", from_dates="12 мая", to_dates="19 мая", reason="weather")
        place.add("event_award", event=event, organisation=ids["organisation"], award="winner")
        place.add("sending", event=event, duty="announcement", sent_on="2026-04-28")
        place.add("half_year_report", roadmap=plan, half=1, difficulties="Мало автобусов")
        for words in "эколята", "новознаменка":
            assert event in place.run("search", words).out, words
        for kind, wrong in (("sending", ["duty=report", "sent_on=2026-01-10"]), ("event_award", [f"event={event}", "award=expert"])):
            assert "choose one" in place.run("add", kind, *wrong, status=REFUSED).err
        assert place.run("set", "event", event, "start_time=25:00", status=REFUSED).err
        assert place.run("set", "event", event, "end_time=8:00", status=REFUSED).err
        # All that belongs to a plan goes with it, and comes back.
        kinds = ["roadmap", "section", "event", "event_part", "event_move", "event_award", "sending", "half_year_report"]
        place.run("remove", "roadmap", plan)
        assert [place.list(kind) for kind in kinds] == [[]] * len(kinds)
        place.run("undo")
        assert [len(place.list(kind)) for kind in kinds] == [1] * len(kinds)
        assert place.run("check").out == "ok\n"


def test_places_and_steps():
    with Place() as place:
        ids = cluster(place.create())
        node = f"{ids['cluster']}/{ids['organisation']}"
        far = place.add("place", picture="cluster", cluster=ids["cluster"], node=node, x="-12,50", y="007", pinned="yes")
        place.add("place", picture="network", node=node, x="3", y="1.125")
        place.add("slide", cluster=ids["cluster"], kind="group", group=ids["group"], ordinal=2, caption="Опорные школы", lines="no")
        held = {each["picture"]: (each["x"], each["y"], each["pinned"]) for each in place.list("place")}
        assert held == {"cluster": (-12.5, 7, "yes"), "network": (3, 1.125, None)}, held
        assert [each["node"] for each in place.list("place", "x=-12,500")] == [node]
        assert "x: -12.5" in place.run("show", "place", far).out
        for wrong in "x=1e3", "x=0.0001", "pinned=maybe", "picture=globe":
            assert place.run("set", "place", far, wrong, status=REFUSED).err
        # A step and a place of a cluster go with it; the place of the network, which names none, stays.
        place.run("remove", "membership", ids["membership"])
        place.run("remove", "cluster", ids["cluster"])
        assert [each["picture"] for each in place.list("place")] == ["network"] and place.list("slide") == []
        place.run("undo")
        assert len(place.list("place")) == 2 and len(place.list("slide")) == 1
        assert place.run("check").out == "ok\n"


tap.main()
