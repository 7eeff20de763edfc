"""Applications come from schools, assignments go to experts, sheets come back: each in a signed package of its own."""

import base64
import contextlib
import hashlib
import re
import sqlite3

import tap
from ctl import DONE, REFUSED, Place

DAY = dict(submitted_on="2026-11-02", submitted_time="10:00")


class Contest:
    """A centre with a contest of one form field and two criteria; a school and an expert have databases of their own."""

    def __init__(self, place):
        self.place = place
        self.centre, self.school, self.expert = (place.path / f"{name}.db" for name in ("centre", "school", "expert"))
        for database, name in ((self.centre, "ИМЦ"), (self.school, "Школа № 7"), (self.expert, "Дом эксперта")):
            self.run(database, "create", f"--name={name}")
        self.contest = self.add(self.centre, "contest", name="Площадка", school_year=2026, state="content", experts=1, seed=5)
        self.add(self.centre, "contest_stage", contest=self.contest, ordinal=1, name="Приём", kind="submission", to="2126-11-10")
        section = self.add(self.centre, "contest_section", contest=self.contest, ordinal=1, name="Сведения")
        self.field = self.add(self.centre, "contest_field", section=section, ordinal=1, name="Тема", kind="long_text", required="yes")
        self.criteria = [self.add(self.centre, "contest_criterion", contest=self.contest, ordinal=i, name=name, weight=weight,
                                  least=0, most=3) for i, name, weight in ((1, "Актуальность", 4), (2, "Ресурсы", 6))]

    def run(self, database, *words, **more):
        return self.place.run(*words, database=database, **more)

    def add(self, database, kind, /, **fields):
        return self.run(database, "add", kind, *(f"{name}={value}" for name, value in fields.items())).out.strip()

    def list(self, database, kind, *conditions):
        return self.place.list(kind, *conditions, database=database)

    def send(self, kind, subject, sender, receiver, name, status=DONE, address=True):
        """Exports and imports. Returns: what the import says."""
        path = self.place.path / name
        to = [f"--to={self.senders(sender)['ИМЦ']}"] if address else []
        self.run(sender, "export", f"--kind={kind}", f"--id={subject}", *to, "-o", path)
        return self.take(receiver, path, status)

    def take(self, receiver, path, status=DONE):
        if status != DONE:
            return self.run(receiver, "import", "--trust-sender", path, status=status)
        return self.place.json("import", "--trust-sender", "--json", path, database=receiver)["files"][0]

    def senders(self, database):
        return {sender["name"]: sender["id"] for sender in self.place.json("senders", "--json", database=database)}

    def apply(self):
        """The school gets the form, fills it in and hands it in. Returns: what the centre says."""
        self.send("template", self.contest, self.centre, self.school, "form.xml", address=False)
        organisation = self.add(self.school, "organisation", name="ГБОУ СОШ № 7", kind="school")
        self.application = self.add(self.school, "application", contest=self.contest, organisation=organisation, name="Наставничество",
                                    state="submitted", **DAY)
        self.answer = self.add(self.school, "application_answer", application=self.application, field=self.field, value="Первый текст")
        return self.send("application", self.application, self.school, self.centre, "application.xml")

    def assign(self, n=1):
        """The centre admits it, and sends it to an expert of another place."""
        university = self.add(self.centre, "organisation", name="Университет", kind="university")
        self.person = self.add(self.centre, "person", name="Астрова А. А.")
        self.seat = self.add(self.centre, "contest_expert", contest=self.contest, organisation=university, person=self.person)
        self.other = self.add(self.centre, "contest_expert", contest=self.contest, organisation=university,
                              person=self.add(self.centre, "person", name="Тайная Т. Т."))
        self.run(self.centre, "set", "application", self.application, "state=admitted")
        self.run(self.centre, "contest", "assign", self.contest)
        seats = self.list(self.centre, "expert_assignment")
        assert len(seats) == n, seats
        if self.seat not in [seat["expert"] for seat in seats]:
            self.seat, self.other = self.other, self.seat
        return self.send("assignment", self.seat, self.centre, self.expert, "assignment.xml", address=False)

    def score(self, *marks, revision=1, **more):
        sheet = self.add(self.expert, "score_sheet", expert=self.seat, application=self.application, revision=revision,
                         state="submitted", submitted_on="2026-11-20", submitted_time="12:00", source="desk", **more)
        return sheet, [self.add(self.expert, "expert_mark", sheet=sheet, criterion=criterion, value=mark)
                       for criterion, mark in zip(self.criteria, marks)]


def arrivals(answer):
    return [notice["message"] for notice in answer["notices"] if notice["code"] == "arrival"]


def test_a_form_comes_without_what_it_was_copied_from():
    with Place() as place:
        contest = Contest(place)
        template = contest.add(contest.centre, "contest", name="Шаблон", school_year=2022, state="preparation", template="yes")
        contest.run(contest.centre, "set", "contest", contest.contest, f"copied_from={template}")
        contest.apply()
        (form,) = contest.list(contest.school, "contest")
        assert (form["name"], form["copied_from"]) == ("Площадка", None), form
        contest.take(contest.centre, place.path / "form.xml")
        assert contest.list(contest.centre, "contest", "name=Площадка")[0]["copied_from"] == template


def test_an_application_is_registered_by_the_centre():
    with Place() as place:
        contest = Contest(place)
        answer = contest.apply()
        assert arrivals(answer) == ["New"], answer
        (application,) = contest.list(contest.centre, "application")
        assert (application["state"], application["number"], application["late"]) == ("submitted", 1, None), application
        assert [a["value"] for a in contest.list(contest.centre, "application_answer")] == ["Первый текст"]
        again = contest.take(contest.centre, place.path / "application.xml")
        assert (again["new"], again["changed"], again["conflicts"]) == (0, 0, 0) and arrivals(again) == [], again
        (sender,) = place.json("senders", "--json", database=contest.centre)
        assert sender["role"] == "school" and sender["record"] == contest.list(contest.school, "application")[0]["organisation"]


def test_what_comes_again_is_newer_older_or_too_late_to_change():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.run(contest.centre, "set", "application", contest.application, "state=to_mend")
        contest.take(contest.centre, place.path / "application.xml")
        assert contest.list(contest.centre, "application")[0]["state"] == "to_mend", "the old package mends nothing"

        contest.run(contest.school, "set", "application_answer", contest.answer, "value=Второй текст")
        contest.run(contest.school, "set", "application", contest.application, "submitted_on=2026-11-05", "number=99", "late=yes")
        answer = contest.send("application", contest.application, contest.school, contest.centre, "mended.xml")
        assert arrivals(answer) == ["Newer than what is here"], answer
        (application,) = contest.list(contest.centre, "application")
        assert (application["state"], application["number"], application["late"]) == ("submitted", 1, None), application
        assert [a["value"] for a in contest.list(contest.centre, "application_answer")] == ["Второй текст"]

        answer = contest.take(contest.centre, place.path / "application.xml")
        assert arrivals(answer) == ["Older than what is here: nothing of it is taken"], answer
        assert [a["value"] for a in contest.list(contest.centre, "application_answer")] == ["Второй текст"]

        contest.run(contest.centre, "set", "application", contest.application, "state=admitted")
        contest.run(contest.school, "set", "application", contest.application, "submitted_on=2026-11-06")
        refused = contest.send("application", contest.application, contest.school, contest.centre, "late.xml", REFUSED)
        assert "reviewed already" in refused.err, refused
        assert contest.list(contest.centre, "application")[0]["submitted_on"] == "2026-11-05"


def test_a_school_admits_nobody():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        for state in ("draft", "admitted", "rejected"):
            contest.run(contest.school, "set", "application", contest.application, f"state={state}", "submitted_on=2026-11-07")
            answer = contest.send("application", contest.application, contest.school, contest.centre, f"{state}.xml", REFUSED)
            assert "not handed in" in answer.err, answer
        assert contest.list(contest.centre, "application")[0]["state"] == "submitted"


def test_what_comes_after_the_last_day_is_late():
    with Place() as place:
        contest = Contest(place)
        (stage,) = contest.list(contest.centre, "contest_stage")
        contest.run(contest.centre, "set", "contest_stage", stage["id"], "to=2020-01-01")
        answer = contest.apply()
        assert arrivals(answer) == ["New, after the last day of submission"], answer
        assert contest.list(contest.centre, "application")[0]["late"] == "yes"


def test_an_assignment_freezes_the_contest_and_names_no_other_expert():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.assign()
        text = (place.path / "assignment.xml").read_text()
        other = [p["name"] for p in contest.list(contest.centre, "person") if p["name"] not in text]
        assert len(other) == 1 and re.search("<addressee>(Астрова|Тайная)", text), text
        assert contest.list(contest.centre, "contest")[0]["frozen_on"] and contest.list(contest.centre, "expert_assignment")[0]["sent_on"]
        assert [a["value"] for a in contest.list(contest.expert, "application_answer")] == ["Первый текст"]
        assert len(contest.list(contest.expert, "contest_criterion")) == 2
        assert contest.run(contest.expert, "check").out == "ok\n"


def test_a_frozen_contest_changes_only_as_a_copy():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.run(contest.centre, "set", "contest_criterion", contest.criteria[0], "weight=5")
        contest.assign()
        for words in (["set", "contest_criterion", contest.criteria[0], "weight=4"], ["remove", "contest_field", contest.field],
                      ["set", "contest", contest.contest, "pass_mark=1"], ["set", "contest", contest.contest, "frozen_on="],
                      ["add", "criterion_level", f"criterion={contest.criteria[0]}", "mark=1", "description=Слабо"]):
            answer = contest.run(contest.centre, *words, status=REFUSED)
            assert "frozen" in answer.err, answer
        (stage,) = contest.list(contest.centre, "contest_stage")
        contest.run(contest.centre, "set", "contest_stage", stage["id"], "to=2126-12-01")
        contest.run(contest.centre, "undo")
        contest.run(contest.centre, "undo")
        contest.run(contest.centre, "set", "contest_criterion", contest.criteria[0], "weight=4")


def test_sheets_are_taken_once_and_never_overwritten():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.assign()
        draft = contest.add(contest.expert, "score_sheet", expert=contest.seat, application=contest.application, revision=1, state="draft")
        contest.add(contest.expert, "expert_mark", sheet=draft, criterion=contest.criteria[0], value=1, comment="Ещё подумаю")
        contest.send("scores", contest.seat, contest.expert, contest.centre, "nothing.xml")
        assert "Ещё подумаю" not in (place.path / "nothing.xml").read_text()
        contest.run(contest.expert, "undo")
        contest.run(contest.expert, "undo")
        sheet, _ = contest.score(3, 2)
        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        assert arrivals(answer) == ["New"], answer
        assert [(s["source"], s["state"]) for s in contest.list(contest.centre, "score_sheet")] == [("package", "submitted")]
        again = contest.take(contest.centre, place.path / "scores.xml")
        assert (again["new"], again["changed"]) == (0, 0) and arrivals(again) == [], again

        contest.run(contest.expert, "undo")
        contest.add(contest.expert, "expert_mark", sheet=sheet, criterion=contest.criteria[1], value=0)
        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "changed.xml")
        assert len(arrivals(answer)) == 1 and "never overwritten" in arrivals(answer)[0], answer
        assert sorted(float(m["value"]) for m in contest.list(contest.centre, "expert_mark")) == [2, 3]

        contest.score(1, 1, revision=2, reason="Ошибка")
        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "second.xml")
        assert "Newer than the sheet that is here" in arrivals(answer), answer
        assert sorted(s["revision"] for s in contest.list(contest.centre, "score_sheet")) == [1, 2]


def test_sheets_too_far_apart_get_a_third_expert_at_once():
    with Place() as place:
        contest = Contest(place)
        contest.run(contest.centre, "set", "contest", contest.contest, "experts=2", "divergence=points", "divergence_limit=5", "third=final")
        contest.apply()
        contest.assign(2)
        university = contest.list(contest.centre, "organisation", "name=Университет")[0]["id"]
        third = contest.add(contest.centre, "contest_expert", contest=contest.contest, organisation=university,
                            person=contest.add(contest.centre, "person", name="Третья Т. Т."))
        school = contest.list(contest.centre, "application")[0]["organisation"]
        contest.add(contest.centre, "contest_expert", contest=contest.contest, organisation=school,
                    person=contest.add(contest.centre, "person", name="Своя С. С."))
        gone = contest.add(contest.centre, "contest_expert", contest=contest.contest, organisation=university,
                           person=contest.add(contest.centre, "person", name="Ушедшая У. У."))
        for number in (2, 3):
            other = contest.add(contest.centre, "application", contest=contest.contest, organisation=school, name="Тема", number=number,
                                state="admitted", **DAY)
            contest.add(contest.centre, "expert_assignment", expert=gone, application=other, mode="drawn")
        contest.add(contest.centre, "score_sheet", expert=gone, application=other, revision=1, state="draft")
        contest.run(contest.centre, "set", "contest_expert", gone, "left_on=2026-11-19")
        sheet = contest.add(contest.centre, "score_sheet", expert=contest.other, application=contest.application, revision=1,
                            state="submitted", submitted_on="2026-11-20")
        for criterion in contest.criteria:
            contest.add(contest.centre, "expert_mark", sheet=sheet, criterion=criterion, value=0)
        contest.score(3, 3)
        contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        seats = sorted(s["expert"] for s in contest.list(contest.centre, "expert_assignment"))
        assert seats == sorted((contest.seat, contest.other, third, gone, gone)), (seats, "what was assigned before stays")
        contest.take(contest.centre, place.path / "scores.xml")
        assert len(contest.list(contest.centre, "expert_assignment")) == 5, "one is enough"


def test_what_a_school_takes_back_goes_at_the_centre_too():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        row = [contest.add(contest.school, "application_answer", application=contest.application, field=contest.field, part=1, row=1,
                           column=column, value=f"Ячейка {column}") for column in (1, 2)]
        appendix = contest.add(contest.school, "appendix", application=contest.application, field=contest.field, name="план.txt",
                               kibibytes=1, sha256=hashlib.sha256(b"plan").hexdigest())
        contest.add(contest.school, "appendix_chunk", appendix=appendix, ordinal=1, data=base64.b64encode(b"plan").decode())
        contest.send("application", contest.application, contest.school, contest.centre, "full.xml")
        own = contest.add(contest.centre, "application_answer", application=contest.application, field=contest.field, part=2,
                          value="Записано в центре")
        assert len(contest.list(contest.centre, "application_answer")) == 4

        contest.run(contest.school, "remove", "application_answer", row[0])
        contest.run(contest.school, "remove", "appendix", appendix)
        answer = contest.send("application", contest.application, contest.school, contest.centre, "less.xml")
        assert (answer["removed"], answer["changed"]) == (2, 0), answer
        assert sorted(n["code"] for n in answer["notices"]) == ["taken_back", "taken_back"], answer
        kept = {a["id"] for a in contest.list(contest.centre, "application_answer")}
        assert kept == {contest.answer, row[1], own} and contest.list(contest.centre, "appendix_chunk") == []
        assert contest.run(contest.centre, "check").out == "ok\n"

        again = contest.take(contest.centre, place.path / "less.xml")
        assert again["removed"] == 0, again
        contest.run(contest.centre, "undo")
        assert len(contest.list(contest.centre, "appendix_chunk")) == 1, "nothing is lost"
        contest.run(contest.centre, "redo")
        contest.take(contest.centre, place.path / "application.xml")
        assert row[1] in {a["id"] for a in contest.list(contest.centre, "application_answer")}, "an older package takes nothing back"

        contest.run(contest.centre, "set", "application", contest.application, "state=admitted")
        contest.run(contest.school, "remove", "application_answer", row[1])
        answer = contest.send("application", contest.application, contest.school, contest.centre, "reviewed.xml")
        assert answer["removed"] == 0 and row[1] in {a["id"] for a in contest.list(contest.centre, "application_answer")}, answer


def test_what_the_centre_takes_back_leaves_a_begun_sheet():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        school = contest.list(contest.centre, "application")[0]["organisation"]
        second = contest.add(contest.centre, "application", contest=contest.contest, organisation=school, name="Вторая", state="admitted",
                             number=2, **DAY)
        contest.assign(2)
        for seat in contest.list(contest.centre, "expert_assignment"):
            contest.run(contest.centre, "set", "expert_assignment", seat["id"], f"expert={contest.seat}")
        contest.send("assignment", contest.seat, contest.centre, contest.expert, "both.xml", address=False)
        assert len(contest.list(contest.expert, "expert_assignment")) == 2
        sheet, _ = contest.score(3, 2)

        seats = {s["application"]: s["id"] for s in contest.list(contest.centre, "expert_assignment")}
        for seat in seats.values():
            contest.run(contest.centre, "remove", "expert_assignment", seat)
        answer = contest.send("assignment", contest.seat, contest.centre, contest.expert, "none.xml", address=False)
        assert answer["removed"] == 1 and [n["code"] for n in answer["notices"]] == ["taken_back"] * 2, answer
        (left,) = contest.list(contest.expert, "expert_assignment")
        assert (left["id"], left["mode"]) == (seats[contest.application], "forbidden") and left["note"], left
        assert [s["id"] for s in contest.list(contest.expert, "score_sheet")] == [sheet]
        assert len(contest.list(contest.expert, "expert_mark")) == 2
        assert contest.run(contest.expert, "check").out == "ok\n"

        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        assert arrivals(answer) == ["Foreign: the application was taken back from this expert; the sheet is not taken"], answer
        assert contest.list(contest.centre, "score_sheet") == []

        for _ in seats:
            contest.run(contest.centre, "undo")
        contest.send("assignment", contest.seat, contest.centre, contest.expert, "again.xml", address=False)
        assert {s["mode"] for s in contest.list(contest.expert, "expert_assignment")} == {"drawn"}
        assert second in {s["application"] for s in contest.list(contest.expert, "expert_assignment")}


def test_foreign_and_doubled_sheets_stay_outside():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.assign()
        contest.score(3, 2)
        typed, checked = (contest.add(contest.centre, "person", name=name) for name in ("Первая П. П.", "Вторая В. В."))
        paper = contest.add(contest.centre, "score_sheet", expert=contest.seat, application=contest.application, revision=1,
                            state="submitted", submitted_on="2026-11-20", source="paper", typed_by=typed, checked_by=checked)
        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        assert [a.partition(":")[0] for a in arrivals(answer)] == ["Changed on both sides"], answer
        contest.run(contest.centre, "set", "score_sheet", paper, "state=void")
        (seat,) = contest.list(contest.centre, "expert_assignment")
        contest.run(contest.centre, "remove", "expert_assignment", seat["id"])
        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "foreign.xml")
        assert [a.partition(":")[0] for a in arrivals(answer)] == ["Foreign"], answer
        assert [s["state"] for s in contest.list(contest.centre, "score_sheet")] == ["void"] and contest.list(contest.centre, "expert_mark") == []


def test_no_package_crosses_a_conflict():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.assign()
        contest.score(3, 2)
        contest.run(contest.expert, "set", "contest_expert", contest.seat, "quota=99")
        (application,) = contest.list(contest.centre, "application")
        (seat,) = contest.list(contest.centre, "expert_assignment")
        contest.run(contest.centre, "remove", "expert_assignment", seat["id"])
        contest.run(contest.centre, "set", "contest_expert", contest.seat, f"organisation={application['organisation']}")
        answer = contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        assert [a.partition(":")[0] for a in arrivals(answer)] == ["Foreign"], answer
        assert contest.list(contest.centre, "score_sheet") == []
        (expert,) = contest.list(contest.centre, "contest_expert", f"id={contest.seat}")
        assert expert["quota"] is None and expert["organisation"] == application["organisation"], "an expert says nothing of itself"


def test_a_conflict_that_an_expert_declares_comes_with_the_sheets():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.assign()
        (seat,) = contest.list(contest.expert, "expert_assignment")
        contest.run(contest.expert, "set", "expert_assignment", seat["id"], "mode=forbidden")
        contest.add(contest.expert, "interest_conflict", expert=contest.seat, application=contest.application, kind="declared",
                    source="родство", noted_on="2026-11-19", state="confirmed", decided_on="2026-11-19")
        contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        assert [s["mode"] for s in contest.list(contest.centre, "expert_assignment")] == ["forbidden"]
        assert [c["source"] for c in contest.list(contest.centre, "interest_conflict")] == ["родство"]
        assert contest.run(contest.centre, "check").out == "ok\n"


def test_an_expert_says_nothing_for_another():
    with Place() as place:
        contest = Contest(place)
        contest.apply()
        contest.assign()
        contest.score(3, 2)
        contest.send("scores", contest.seat, contest.expert, contest.centre, "scores.xml")
        text = (place.path / "scores.xml").read_text().replace(contest.seat, contest.other)
        text = re.sub("<(size|signature)>.*?</\\1>", "", text, flags=re.S)
        answer = contest.take(contest.centre, place.write("forged.xml", text), REFUSED)
        assert answer.err and len(contest.list(contest.centre, "score_sheet")) == 1, answer


def test_no_mark_between_two_of_the_scale_is_handed_in():
    """By the commands, when a draft or a sheet that was handed in gets it, and by a package that was made elsewhere."""
    with Place() as place:
        contest = Contest(place)
        for criterion in contest.criteria:
            contest.run(contest.centre, "set", "contest_criterion", criterion, "step=0.5")
        contest.apply()
        contest.assign()
        said = "The mark 2.3 by “Ресурсы” lies between two of its scale, which goes from 0 in steps of 0.5"
        sheet, marks = contest.score(3, "2.5")
        mark = dict(sheet=sheet, criterion=contest.criteria[1])
        contest.run(contest.expert, "undo")
        refused = contest.run(contest.expert, "add", "expert_mark", *(f"{n}={v}" for n, v in mark.items()), "value=2.3", status=REFUSED)
        assert said in refused.err, refused
        contest.run(contest.expert, "redo")
        draft = contest.add(contest.expert, "score_sheet", expert=contest.seat, application=contest.application, revision=2, state="draft",
                            reason="Ошибка")
        other = contest.add(contest.expert, "expert_mark", sheet=draft, criterion=contest.criteria[1], value="2.3")
        refused = contest.run(contest.expert, "set", "score_sheet", draft, "state=submitted", "submitted_on=2026-11-21", status=REFUSED)
        assert said in refused.err, refused
        contest.run(contest.expert, "set", "expert_mark", other, "value=3.5")
        refused = contest.run(contest.expert, "set", "score_sheet", draft, "state=submitted", "submitted_on=2026-11-21", status=REFUSED)
        assert "The mark 3.5 by “Ресурсы” is out of its scale, which goes from 0 to 3" in refused.err, refused

        contest.run(contest.expert, "remove", "score_sheet", draft, "--with-dependents")
        with contextlib.closing(sqlite3.connect(contest.expert)) as database, database:
            database.execute("UPDATE expert_mark SET value = 2.3 WHERE id = ?", (marks[1],))
        refused = contest.send("scores", contest.seat, contest.expert, contest.centre, "wrong.xml", REFUSED)
        assert said in refused.err and contest.list(contest.centre, "score_sheet") == [], refused
        with contextlib.closing(sqlite3.connect(contest.expert)) as database, database:
            database.execute("UPDATE expert_mark SET value = 2.5 WHERE id = ?", (marks[1],))
        contest.send("scores", contest.seat, contest.expert, contest.centre, "right.xml")
        assert sorted(float(m["value"]) for m in contest.list(contest.centre, "expert_mark")) == [2.5, 3]


tap.main()
