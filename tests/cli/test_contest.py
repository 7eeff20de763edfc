"""barycenterctl contest: the ranking with its addends, the draw of experts, and conflicts that nothing crosses."""

import fractions
import itertools
import random
import zipfile

import tap
from ctl import DATABASE, REFUSED, SAMPLES, USAGE, Place


class Contest:
    """Schools apply, experts of other places score by two criteria of weights 0,3 and 0,7."""

    def __init__(self, place, schools=4, experts=4, **more):
        self.place = place.create()
        self.fields = dict(name="Конкурс", school_year=2026, state="content", experts=2, seed=7) | dict(formula="mean") | more
        self.id = place.add("contest", **self.fields)
        self.schools = [place.add("organisation", name=f"Школа № {i + 1}", kind="school") for i in range(schools)]
        self.places = [place.add("organisation", name=f"Центр № {i + 1}", kind="university") for i in range(experts)]
        self.criteria = [place.add("contest_criterion", contest=self.id, ordinal=i + 1, name=n, weight=w, least=0, most=10)
                         for i, (n, w) in enumerate((("Новизна", "0.3"), ("Ресурсы", "0.7")))]
        self.applications = [place.add("application", contest=self.id, organisation=school, name="Тема", number=i + 1,
                                       state="admitted", submitted_on=f"2026-11-0{i + 1}")
                             for i, school in enumerate(self.schools)]
        self.experts = [place.add("contest_expert", contest=self.id, organisation=where,
                                  person=place.add("person", name=f"Эксперт {i + 1}"))
                        for i, where in enumerate(self.places)]

    def score(self, application, expert, *marks, state="submitted", revision=1):
        sheet = self.place.add("score_sheet", expert=self.experts[expert], application=self.applications[application],
                               revision=revision, state=state, submitted_on="2026-11-20", submitted_time=f"1{expert}:00")
        for criterion, mark in zip(self.criteria, marks):
            if mark is not None:
                self.place.add("expert_mark", sheet=sheet, criterion=criterion, value=mark)
        return sheet

    def seat(self, application, expert, mode="by_hand", **options):
        return self.place.run("add", "expert_assignment", f"expert={self.experts[expert]}",
                              f"application={self.applications[application]}", f"mode={mode}", **options)

    def results(self):
        rows = self.place.json("contest", "results", self.id, "--json")["ranking"]
        return {self.applications.index(row["application"]): row for row in rows}

    def pairs(self, *options, **more):
        answer = self.place.json("contest", "assign", self.id, "--json", *options, **more)
        return answer, [(self.applications.index(a), self.experts.index(e)) for a, e in answer["pairs"]]


def test_results_are_exact_and_blank_is_not_zero():
    with Place() as place:
        contest = Contest(place)
        contest.score(0, 0, "7", "8.1")
        contest.score(0, 1, "0.1", "0.2")
        contest.score(1, 0, "9", "9")
        contest.score(2, 0, "9", None)
        contest.score(2, 1, "9", "9")
        rows = contest.results()
        assert [s["total"] for s in rows[0]["sheets"]] == ["7.77", "0.17"] and rows[0]["total"] == "3.97", rows[0]
        assert [a["product"] for a in rows[0]["sheets"][0]["addends"]] == ["2.1", "5.67"], rows[0]
        assert rows[0]["place"] == 1 and "7.77; 0.17" in rows[0]["explanation"], rows[0]
        assert rows[1]["total"] is None and rows[1]["note"] == "1 of 2" and rows[1]["place"] is None, rows[1]
        assert rows[2]["total"] is None and rows[2]["note"] == "1 of 2", rows[2]
        assert rows[3]["note"] == "no sheets", rows[3]


def test_totals_equal_rationals():
    with Place() as place:
        contest = Contest(place, schools=6, experts=3)
        chance, expected = random.Random(5), {}
        for a in range(6):
            totals = []
            for e in range(2):
                marks = [fractions.Fraction(chance.randrange(0, 1001), 100) for _ in range(2)]
                contest.score(a, e, *(str(float(m)) for m in marks))
                totals.append(marks[0] * 3 / 10 + marks[1] * 7 / 10)
            expected[a] = sum(totals) / 2
        rows = contest.results()
        assert {a: fractions.Fraction(row["total"]) for a, row in rows.items()} == expected
        order = [a for a, _ in sorted(rows.items(), key=lambda row: row[1]["place"])]
        assert [expected[a] for a in order] == sorted(expected.values(), reverse=True)


def test_equal_totals_name_the_step_that_decides():
    with Place() as place:
        contest = Contest(place)
        for ordinal, fields in enumerate((dict(kind="criterion", criterion=contest.criteria[1]), dict(kind="earlier"))):
            place.add("tie_step", contest=contest.id, ordinal=ordinal + 1, **fields)
        for application, marks in ((0, ("10", "0")), (1, ("3", "3")), (2, ("3", "3"))):
            contest.score(application, 0, *marks)
            contest.score(application, 1, *marks)
        rows = contest.results()
        assert [rows[a]["place"] for a in (1, 2, 0)] == [1, 2, 3], rows
        assert rows[2]["decided_by"] == "equal totals: registered later", rows[2]
        assert rows[0]["decided_by"] == "equal totals: lower marks by “Ресурсы”", rows[0]


def test_a_divergence_calls_a_third_expert():
    with Place() as place:
        contest = Contest(place, divergence="points", divergence_limit=3, third="closest")
        for expert, mark in ((0, 9), (1, 2)):
            contest.seat(0, expert)
            contest.score(0, expert, mark, mark)
        row = contest.results()[0]
        assert row["third_expert_needed"] and row["diverges"] and row["gap"] == "7" and row["total"] is None, row
        _, pairs = contest.pairs()
        third = [e for a, e in pairs if a == 0 and e > 1]
        assert len(third) == 1 and len([a for a, _ in pairs if a == 0]) == 3, pairs
        contest.score(0, third[0], 8, 8)
        row = contest.results()[0]
        assert row["total"] == "8.5" and not row["third_expert_needed"] and "closest" in row["explanation"], row


def test_another_revision_does_not_change_who_is_the_third():
    with Place() as place:
        contest = Contest(place, divergence="points", divergence_limit=3, third="final")
        for expert, mark in ((0, 9), (1, 2), (2, 8)):
            contest.score(0, expert, mark, mark)
        assert contest.results()[0]["total"] == "8"
        sheet = place.add("score_sheet", expert=contest.experts[1], application=contest.applications[0], revision=2, state="submitted",
                          reason="Описка", submitted_on="2026-11-25", submitted_time="10:00")
        for criterion in contest.criteria:
            place.add("expert_mark", sheet=sheet, criterion=criterion, value=3)
        row = contest.results()[0]
        assert [s["total"] for s in row["sheets"]] == ["9", "3", "8"] and row["total"] == "8" and row["gap"] == "6", row


def test_where_sheets_are_added_up_what_a_third_settles_stands_for_all():
    with Place() as place:
        contest = Contest(place, formula="sum", divergence="points", divergence_limit=3, third="mean", total_digits=2, rounding="half_up")
        for application, marks in ((0, (9, 9)), (1, (9, 4, 8.01))):
            for expert, mark in enumerate(marks):
                contest.score(application, expert, mark, mark)
        rows = contest.results()
        assert rows[0]["total"] == "18" and rows[1]["total"] == "14.01" and rows[1]["diverges"], rows


def test_equal_ones_share_the_last_place_above_the_line():
    with Place() as place:
        contest = Contest(place, places=2)
        for application, mark in ((0, 5), (1, 9), (2, 5), (3, 4)):
            for expert in (0, 1):
                contest.score(application, expert, mark, mark)
        rows = contest.results()
        assert [(rows[a]["place"], rows[a]["above_line"]) for a in range(4)] == [(2, True), (1, True), (2, True), (4, False)], rows


def test_an_expert_works_wherever_the_directory_or_the_contest_says():
    with Place() as place:
        contest = Contest(place)
        people = [e["person"] for e in sorted(place.list("contest_expert"), key=lambda e: contest.experts.index(e["id"]))]
        place.run("set", "person", people[0], f"organisation={contest.schools[3]}")
        for expert, day in ((1, "2026-11-01"), (2, "2026-10-31")):
            place.run("add", "role", f"person={people[expert]}", "kind=other", f"organisation={contest.schools[0]}", "name=Методист", f"to={day}")
        shown = [line for line in place.run("contest", "show", contest.id).out.splitlines() if "Own organisation" in line or "Second job" in line]
        assert len(shown) == 2 and "Эксперт 1 — № 4" in shown[0] + shown[1] and "Эксперт 2 — № 1" in shown[0] + shown[1], shown


def test_what_was_handed_in_is_never_overwritten():
    with Place() as place:
        contest = Contest(place, schools=1)
        sheet, draft = contest.score(0, 0, 8, None), contest.score(0, 1, 3, 3, state="draft")
        first, = (m["id"] for m in place.list("expert_mark", f"sheet={sheet}"))
        free = [m["id"] for m in place.list("expert_mark", f"sheet={draft}")]
        before = place.contents()
        for words in (("set", "expert_mark", first, "value=9"), ("set", "expert_mark", first, "comment=Да"), ("remove", "expert_mark", first),
                      ("set", "expert_mark", free[0], f"sheet={sheet}", f"criterion={contest.criteria[0]}"),
                      ("add", "expert_mark", f"sheet={sheet}", f"criterion={contest.criteria[0]}", "value=9"),
                      ("set", "score_sheet", sheet, "comment=Да"), ("set", "score_sheet", sheet, "state=draft"),
                      ("set", "score_sheet", sheet, "state=void", "revision=2"), ("remove", "score_sheet", sheet)):
            refused = place.run(*words, status=REFUSED)
            assert "Эксперт 1 was handed in and is never overwritten" in refused.err, (words, refused)
        assert place.contents() == before
        place.run("set", "expert_mark", free[0], "value=4")
        place.run("set", "score_sheet", sheet, "state=void", "reason=Испорчен")
        place.run("set", "score_sheet", draft, "state=submitted")
        place.run("undo")
        place.run("set", "expert_mark", free[0], "value=5")


def test_the_draw_is_one_action_that_can_be_replayed():
    with Place() as place:
        contest = Contest(place)
        before = place.contents()
        _, planned = contest.pairs("--dry-run")
        assert place.contents() == before
        answer, pairs = contest.pairs()
        assert pairs == planned and answer["written"] and len(pairs) == 8 and answer["seed"] == 7, answer
        assert {tuple(sorted(row.items())) for row in place.list("expert_assignment")} and len(place.list("expert_assignment")) == 8
        for expert in contest.experts:
            ordinals = sorted(int(s["ordinal"]) for s in place.list("expert_assignment", f"expert={expert}"))
            assert ordinals == list(range(1, len(ordinals) + 1)), ordinals
        assert contest.pairs()[1] == pairs
        other = next(seed for seed in range(20) if contest.pairs(f"--seed={seed}", "--dry-run")[1] != pairs)
        contest.pairs(f"--seed={other}")
        assert place.list("contest")[0]["seed"] == other
        place.run("undo")
        place.run("undo")
        assert place.contents() == before


def test_hand_set_and_begun_stay_and_who_left_gives_way():
    with Place() as place:
        contest = Contest(place, schools=4, experts=4)
        contest.seat(0, 0)
        contest.seat(1, 1, mode="forbidden")
        contest.pairs()
        begun = next(a for a, e in contest.pairs()[1] if e == 2)
        contest.score(begun, 2, 5, None, state="draft")
        place.run("set", "contest_expert", contest.experts[2], "left_on=2026-11-15")
        _, pairs = contest.pairs("--seed=99")
        assert (0, 0) in pairs and (1, 1) not in pairs, pairs
        assert [a for a, e in pairs if e == 2] == [begun], pairs
        assert sorted(a for a, _ in pairs) == sorted(list(range(4)) * 2), pairs


def test_what_cannot_be_had_is_explained_and_not_written():
    with Place() as place:
        contest = Contest(place, schools=2, experts=3)
        for expert in (0, 1):
            place.add("interest_conflict", expert=contest.experts[expert], application=contest.applications[0], kind="kinship",
                      source="Заявление", noted_on="2026-11-01", state="confirmed")
        before = place.contents()
        refused = place.run("contest", "assign", contest.id, status=REFUSED)
        assert "№ 1, Школа № 1" in refused.err and "Эксперт 3" in refused.err and "possible: 1" in refused.err, refused
        assert "№ 2, Школа № 2" in refused.out, refused
        assert place.contents() == before
        assert place.json("contest", "assign", contest.id, "--need=1", "--json")["feasible"]


def test_no_edit_crosses_a_conflict():
    with Place() as place:
        contest = Contest(place, schools=4, experts=4)
        scheme = place.add("scheme", name="Сеть", arrangement="groups")
        group = place.add("group", name="А", scheme=scheme, ordinal=1)
        cluster = place.add("cluster", name="Кластер", scheme=scheme)
        for organisation in (contest.places[2], contest.schools[2]):
            place.add("membership", cluster=cluster, group=group, organisation=organisation)
        place.run("set", "contest_expert", contest.experts[0], f"second_job={contest.schools[0]}")
        for expert, kind, state in ((1, "declared", "confirmed"), (3, "name", "potential"), (3, "kinship", "dismissed")):
            place.add("interest_conflict", expert=contest.experts[expert], application=contest.applications[1], kind=kind,
                      source="Заявление", noted_on="2026-11-01", state=state)
        barred = {(a, 0) for a in range(4)} | {(1, 1), (2, 2)}
        for application, expert in itertools.product(range(4), range(4)):
            answer = contest.seat(application, expert, status=REFUSED if (application, expert) in barred else 0)
            if (application, expert) in barred:
                assert "conflict of interest" in answer.err, answer
        refused = place.run("add", "interest_conflict", f"expert={contest.experts[3]}", f"application={contest.applications[3]}",
                            "kind=declared", "source=Лист", "noted_on=2026-11-02", "state=confirmed", status=REFUSED)
        assert "take the assignment and the sheet away" in refused.err, refused
        refused = place.run("set", "application", contest.applications[3], f"organisation={contest.places[1]}", status=REFUSED)
        assert "take the assignment and the sheet away" in refused.err, refused
        shown = place.run("contest", "show", contest.id).out
        assert "partners in the cluster and group Кластер, А" in shown and "(to be confirmed)" in shown, shown
        place.run("check")


def test_the_draw_waits_for_answers_about_possible_conflicts():
    with Place() as place:
        contest = Contest(place, schools=3, experts=3)
        people = {expert["id"]: expert["person"] for expert in place.list("contest_expert")}
        for expert, name in zip(contest.experts, ("Королёва А. А.", "Королев Б. Б.", "Иванов В. В.")):
            place.run("set", "person", people[expert], f"name={name}")
        place.add("person", name="Королева Анна Андреевна", organisation=contest.schools[0])
        section = place.add("contest_section", contest=contest.id, ordinal=1, name="Сведения")
        field = place.add("contest_field", section=section, ordinal=1, name="Авторы", kind="text")
        place.add("application_answer", application=contest.applications[1], field=field, value="Иванов В.В., методист")
        place.add("application_answer", application=contest.applications[2], field=field, value="Иванов С. С.")
        before = place.contents()
        refused = place.run("contest", "assign", contest.id, status=REFUSED)
        assert "3 possible conflicts of interest wait for an answer" in refused.err, refused
        assert place.contents() == before
        shown = place.run("contest", "show", contest.id).out
        assert shown.count("(to be confirmed)") == 3 and "Королева Анна Андреевна: имя то же" in shown, shown
        listed = place.run("contest", "conflicts", contest.id).out.splitlines()
        kin, = (line.split()[0] for line in listed if "фамилия та же" in line)
        place.run("contest", "conflicts", contest.id, f"--dismiss={kin}")
        assert [(c["kind"], c["state"], bool(c["decided_on"])) for c in place.list("interest_conflict")] == [("name", "dismissed", True)]
        assert "2 possible conflicts" in place.run("contest", "assign", contest.id, status=REFUSED).err
        answered = place.run("contest", "conflicts", contest.id, "--confirm=all").out
        assert answered.count("to be answered") == 0, answered
        pairs = set(contest.pairs()[1])
        assert len(pairs) == 6 and not pairs & {(0, 0), (1, 2)} and (0, 1) in pairs, pairs
        place.run("contest", "conflicts", contest.id, "--confirm=9", status=USAGE)
        place.run("check")


def test_a_sheet_on_paper_counts_when_two_have_typed_it():
    with Place() as place:
        contest = Contest(place, schools=1)
        first, second = (place.add("person", name=name) for name in ("Методист А.", "Методист Б."))
        sheet = contest.score(0, 0, 8, 6, state="draft")
        place.run("set", "score_sheet", sheet, "source=paper", f"typed_by={first}")
        for fields in (("state=submitted",), ("state=submitted", f"checked_by={first}")):
            refused = place.run("set", "score_sheet", sheet, *fields, status=REFUSED)
            assert "two people have typed it" in refused.err, refused
        assert contest.results()[0]["sheets"] == []
        place.run("set", "score_sheet", sheet, "state=submitted", f"checked_by={second}")
        assert [s["total"] for s in contest.results()[0]["sheets"]] == ["6.6"]


def test_the_samples():
    with Place() as place:
        place.create().run("import", "--trust-sender", *SAMPLES)
        listed = {row["name"]: row["id"] for row in place.json("contest", "list", "--json")}
        finished = place.json("contest", "results", listed["Районная базовая площадка, 2022/23"], "--json")["ranking"]
        assert [row["place"] for row in finished] == list(range(1, 13)) and all(row["total"] for row in finished)
        russian = place.run("contest", "results", listed["Районная базовая площадка, 2022/23"], russian=True).out
        assert "среднее" in russian, russian
        assert "Заявки" in place.run("contest", "list", russian=True).out


def test_a_decision_gives_the_status_and_is_one_action():
    with Place() as place:
        contest = Contest(place, schools=2, status_kind="district_base_site", status_from="2027-01-11", status_to="2027-12-31",
                          pass_mark=5)
        for application, mark in ((0, 8), (1, 3)):
            contest.score(application, 0, mark, mark)
        waiting = place.run("contest", "decide", contest.id, "--order=12-ОД", status=REFUSED)
        assert "№ 1, Школа № 1" in waiting.err, waiting
        for application, mark in ((0, 8), (1, 3)):
            contest.score(application, 1, mark, mark)
        before = place.contents()
        place.run("contest", "decide", contest.id, "--order=12-ОД", "--date=20.12.2026")
        assert [(s["organisation"], s["kind"], s["order_number"], s["order_date"], s["from"], s["to"]) for s in place.list("status")] == [
            (contest.schools[0], "district_base_site", "12-ОД", "2026-12-20", "2027-01-11", "2027-12-31")]
        decisions = {d["application"]: (d["place"], d["total"], d["outcome"]) for d in place.list("contest_decision")}
        assert decisions == {contest.applications[0]: (1, "8", "awarded"), contest.applications[1]: (2, "3", "declined")}, decisions
        place.run("contest", "decide", contest.id, "--order=13-ОД", status=REFUSED)
        place.run("check")
        place.run("undo")
        assert place.contents() == before


def test_nothing_moves_what_an_order_has_decided():
    with Place() as place:
        contest = Contest(place, schools=2, pass_mark=5)
        extra = place.add("application", contest=contest.id, organisation=contest.schools[1], name="Ещё", number=3, state="to_mend")
        sheets = [contest.score(application, expert, mark, mark) for application, mark in ((0, 8), (1, 3)) for expert in (0, 1)]
        people = {e["id"]: e["person"] for e in place.list("contest_expert")}
        crossing = contest.score(0, 2, 0, 0)
        waiting = place.run("contest", "decide", contest.id, "--order=1", status=REFUSED)
        assert "№ 3, Школа № 2 is still in the technical review" in waiting.err, waiting
        place.run("set", "application", extra, "state=rejected")
        place.run("add", "role", f"person={people[contest.experts[2]]}", "kind=other", f"organisation={contest.schools[0]}", "name=Методист")
        extract = ("contest", "papers", contest.id, "-o", "extract.fodt", "--part=extract", f"--application={contest.applications[0]}")
        place.run(*extract)
        assert "Решение ещё не принято" in (place.path / "extract.fodt").read_text(encoding="utf-8")
        place.run("contest", "decide", contest.id, "--order=1", "--date=2026-12-20")
        void, = (s for s in place.list("score_sheet") if s["state"] == "void")
        assert void["id"] == crossing and "Second job" in void["reason"], void
        place.run(*extract)
        assert "Статус присвоен: приказ № 1 от 20" in (place.path / "extract.fodt").read_text(encoding="utf-8")

        decided = contest.results()
        place.run("set", "contest_expert", contest.experts[1], "note=Ушёл")
        place.run("add", "role", f"person={people[contest.experts[1]]}", "kind=other", f"organisation={contest.schools[0]}", "name=Методист")
        for words in (("set", "application", contest.applications[0], "state=rejected"), ("set", "contest", contest.id, "order_number="),
                      ("set", "score_sheet", sheets[0], "state=void"), ("remove", "contest_expert", contest.experts[3]),
                      ("add", "interest_conflict", f"expert={contest.experts[0]}", f"application={contest.applications[0]}", "kind=kinship",
                       "source=Сестра", "noted_on=2026-12-21", "state=confirmed"),
                      ("add", "speech", f"application={contest.applications[0]}", "ordinal=1", "votes_for=1")):
            refused = place.run(*words, status=REFUSED)
            assert "is decided by an order" in refused.err, (words, refused)
        assert "frozen" in place.run("set", "contest", contest.id, "pass_mark=1", status=REFUSED).err
        assert contest.results() == decided
        place.run("check")


def test_papers_hide_the_experts_from_applicants():
    with Place() as place:
        contest = Contest(place, schools=1)
        for expert in (0, 1):
            sheet = contest.score(0, expert, 8, None)
            place.add("expert_mark", sheet=sheet, criterion=contest.criteria[1], value=6, comment=f"Кадры подтверждены {expert}")
        place.run("contest", "papers", contest.id, "-o", "papers.fodt")
        text = (place.path / "papers.fodt").read_text(encoding="utf-8")
        protocol, extract = text.split("Выписка: № 1, Школа № 1")
        assert "Эксперт 1" in protocol and "0.3 · 8 + 0.7 · 6" in protocol and "6.6" in protocol
        assert "Кадры подтверждены 0" in extract and "Итог: 6.6" in extract and "Центр" not in extract
        for name in ("papers.pdf", "papers.xlsx", "papers.csv"):
            place.run("contest", "papers", contest.id, "-o", name)
            assert (place.path / name).stat().st_size > 100
        place.run("contest", "papers", contest.id, "-o", "protocol.fodt", "--part=protocol")
        place.run("contest", "papers", contest.id, "-o", "order.fodt", "--part=order")
        place.run("contest", "papers", contest.id, "-o", "extract.fodt", "--part=extract", f"--application={contest.applications[0]}")
        protocol, order, extract = ((place.path / f"{name}.fodt").read_text(encoding="utf-8") for name in ("protocol", "order", "extract"))
        assert "Эксперт 1" in protocol and "Кадры подтверждены" not in protocol and "Приложение к приказу" not in protocol
        assert "Приложение к приказу" in order and "Школа № 1" in order and "Эксперт" not in order
        assert "Кадры подтверждены 0" in extract and "Центр" not in extract and "0.3 · 8" not in extract
        place.run("contest", "papers", contest.id, "-o", "extract.odt", "--part=extract", f"--application={contest.applications[0]}")
        with zipfile.ZipFile(place.path / "extract.odt") as package:
            said = "".join(package.read(name).decode() for name in package.namelist())
        assert "Кадры подтверждены 1" in said and "Центр" not in said
        for words in (("--part=all",), ("--part=extract",)):
            place.run("contest", "papers", contest.id, "-o", "none.odt", *words, status=USAGE)
        place.run("contest", "papers", contest.id, "-o", "none.odt", "--part=extract", "--application=none", status=REFUSED)
        place.run("contest", "papers", contest.id, status=USAGE)
        place.run("contest", "papers", contest.id, "-o", "papers.doc", status=REFUSED)


def test_the_vote_of_the_commission_is_one_more_sheet_as_the_contest_says():
    with Place() as place:
        contest = Contest(place, schools=1, commission="vote")
        for expert, mark in ((0, 4), (1, 6)):
            contest.score(0, expert, mark, mark)
        speech = place.add("speech", application=contest.applications[0], ordinal=1, votes_for=3, votes_against=1, abstained=0)
        row = contest.results()[0]
        vote = row["sheets"][2]
        assert row["total"] == "35/6", row
        assert vote["id"] == speech and vote["total"] == "7.5" and vote["vote"] == {"for": 3, "against": 1, "abstained": 0}, vote
        assert [a["product"] for a in vote["addends"]] == ["2.25", "5.25"], vote
        place.run("contest", "papers", contest.id, "-o", "protocol.fodt", "--part=protocol")
        protocol = (place.path / "protocol.fodt").read_text(encoding="utf-8")
        assert "Vote of the commission" in protocol and "for 3, against 1" in protocol and "0.3 · 7.5" in protocol
        place.run("set", "contest", contest.id, "commission=information")
        row = contest.results()[0]
        assert row["total"] == "5" and len(row["sheets"]) == 2 and row["for_information"][0]["total"] == "7.5", row
        place.run("contest", "papers", contest.id, "-o", "order.fodt", "--part=order")
        assert "for 3, against 1, abstained 0" in (place.path / "order.fodt").read_text(encoding="utf-8")
        place.run("contest", "papers", contest.id, "-o", "extract.fodt", "--part=extract", f"--application={contest.applications[0]}")
        assert "Голосование комиссии (для сведения)" in (place.path / "extract.fodt").read_text(encoding="utf-8")
        place.run("set", "contest", contest.id, "frozen_on=2026-11-10")
        place.run("set", "contest", contest.id, "commission=vote", status=REFUSED)


def test_wrong_words():
    with Place() as place:
        contest = Contest(place)
        for words in (("contest", "rank", contest.id), ("contest", "show"), ("contest", "list", contest.id),
                      ("contest", "assign", contest.id, "--seed=x"), ("contest", "assign", contest.id, "--need=-1")):
            place.run(*words, status=USAGE)
        place.run("contest", "results", "01a206f0-0000-7000-8000-000000000000", status=REFUSED)
        place.run("contest", "list", database=place.path / "none.db", status=DATABASE)


tap.main()
