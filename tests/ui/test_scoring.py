"""The review of a contest: the desk of an expert, the draw, the results."""

import re
import zipfile

import tap
from harness import Program

LEVELS = {0: "Не раскрыто", 1: "Раскрыто слабо", 2: "Раскрыто", 3: "Раскрыто полностью"}
DEMAND = "Такая оценка требует комментария"
LOST = re.compile("^Ещё нет оценки")
SEATS = ("SELECT p.name, a.number, s.mode FROM expert_assignment s JOIN contest_expert e ON e.id = s.expert "
         "JOIN person p ON p.id = e.person JOIN application a ON a.id = s.application ORDER BY p.name")


class Review(Program):
    """Two schools apply, two experts of a university score by two criteria of weights 4 and 6."""

    def __init__(self, **more):
        super().__init__(size=(1280, 800), **more)

    def add(self, kind, /, **fields):
        return self.control("add", kind, *(f"{name}={value}" for name, value in fields.items())).stdout.strip()

    def fill(self, seats=True):
        self.control("create", "--name=ИМЦ")
        university = self.add("organisation", name="Университет", kind="university")
        self.contest = self.add("contest", name="Базовая площадка", school_year=2026, state="content", experts=2, formula="mean",
                                seed=5, pass_mark=15)
        self.criteria = [self.add("contest_criterion", contest=self.contest, ordinal=i, name=name, weight=weight, least=0, most=3)
                         for i, name, weight in ((1, "Актуальность", 4), (2, "Ресурсы", 6))]
        for criterion in self.criteria:
            for mark, words in LEVELS.items():
                self.add("criterion_level", criterion=criterion, mark=mark, description=words)
        section = self.add("contest_section", contest=self.contest, ordinal=1, name="Сведения о программе")
        field = self.add("contest_field", section=section, ordinal=1, name="Тема площадки", kind="long_text")
        self.applications = []
        for number in (1, 2):
            school = self.add("organisation", name=f"ГБОУ СОШ № {number}", kind="school")
            self.applications.append(self.add("application", contest=self.contest, organisation=school, number=number, state="admitted",
                                              name=f"Тема {number}", submitted_on="2026-11-02"))
            self.add("application_answer", application=self.applications[-1], field=field, value=f"Наставничество {number}")
        self.experts = [self.add("contest_expert", contest=self.contest, organisation=university, person=self.add("person", name=name))
                        for name in ("Астрова А. А.", "Берёзкин Б. Б.")]
        for ordinal, application in enumerate(self.applications if seats else []):
            for expert in self.experts:
                self.add("expert_assignment", expert=expert, application=application, mode="by_hand", ordinal=ordinal + 1)
        return self

    def sheet(self, application, expert, marks):
        sheet = self.add("score_sheet", expert=expert, application=application, revision=1, state="submitted",
                         submitted_on="2026-11-20", submitted_time="12:00")
        for criterion, mark in zip(self.criteria, marks):
            self.add("expert_mark", sheet=sheet, criterion=criterion, value=mark)

    def open(self):
        self.choose("Главное меню", "Экспертиза конкурсов")
        return self.find("page tab", "Стол эксперта")

    def mark(self, criterion, value):
        choices = self.wait(lambda: len(found := self.find_all("check box", f"{value} — {LEVELS[value]}")) == 2 and found, "levels")
        choices[criterion].click()


class review:
    def __init__(self, **more):
        self.program = Review().fill(**more)

    def __enter__(self):
        return self.program.__enter__()

    def __exit__(self, *error):
        return self.program.__exit__(*error)


def test_nothing_is_lost_when_the_program_is_killed():
    with review() as program:
        program.open()
        program.find("label", "Наставничество 1")
        program.find("label", "0 из 2")
        program.mark(0, 3)
        program.wait_sql([("3",)], "SELECT value FROM expert_mark")
        program.click("text", "Комментарий по критерию «Ресурсы»")
        program.type("kadry est")
        program.wait_sql([("3", None), (None, "kadry est")], "SELECT value, comment FROM expert_mark ORDER BY id")
        program.kill()
        program.start()
        program.open()
        chosen = program.wait(lambda: [n for n in program.find_all("check box", "3 — " + LEVELS[3]) if n.has("checked")], "the mark")
        assert len(chosen) == 1
        assert program.find("text", "Комментарий по критерию «Ресурсы»").text == "kadry est"
        assert program.control("check").stdout.strip() == "ok"


def test_a_sheet_is_handed_in_by_keys_and_never_overwritten():
    with review() as program:
        program.open()
        program.mark(0, 3)
        program.wait_sql([(1,)], "SELECT count(*) FROM expert_mark")
        program.key("ctrl+Return")
        program.find("label", LOST)
        program.mark(1, 0)
        program.wait_sql([(2,)], "SELECT count(*) FROM expert_mark")
        program.key("2")
        program.wait_sql([("3",), ("2",)], "SELECT value FROM expert_mark ORDER BY id")
        program.key("ctrl+Return")
        program.find("label", "1 из 2")
        program.find("label", "Наставничество 2")
        program.click("push button", "Предыдущая заявка")
        program.find("label", re.compile("Оценки других будут видны"))
        program.screenshot("scoring-desk")
        program.click("push button", re.compile("Новая редакция…"))
        program.find("dialog")
        program.type("oshibka")
        program.key("Return")
        program.wait_sql([(1, "submitted", None), (2, "draft", "oshibka")],
                         "SELECT revision, state, reason FROM score_sheet ORDER BY revision")
        program.mark(1, 3)
        program.wait_sql([(1, "2"), (2, "3")], "SELECT s.revision, m.value FROM expert_mark m JOIN score_sheet s ON s.id = m.sheet "
                         "JOIN contest_criterion c ON c.id = m.criterion WHERE c.name = 'Ресурсы' ORDER BY 1")
        ((seat,),) = program.sql("SELECT id FROM expert_assignment WHERE application = ? AND expert = ?", program.applications[0],
                                 program.experts[0])
        program.control("set", "expert_assignment", seat, "mode=forbidden")
        program.find("label", "Организатор отозвал эту заявку. Ваш лист остаётся здесь как есть.")
        program.gone("push button", re.compile("^Подать"))
        program.screenshot("scoring-taken-back")


def test_a_third_expert_comes_where_two_are_far_apart():
    with review() as program:
        program.control("set", "contest", program.contest, "divergence=points", "divergence_limit=3", "third=closest")
        third = program.add("contest_expert", contest=program.contest, person=program.add("person", name="Ветрова В. В."))
        program.sheet(program.applications[0], program.experts[1], (0, 0))
        program.open()
        for criterion in (0, 1):
            program.mark(criterion, 3)
            program.wait_sql([(criterion + 1,)],
                             "SELECT count(*) FROM expert_mark m JOIN score_sheet s ON s.id = m.sheet WHERE s.state = 'draft'")
        program.key("ctrl+Return")
        program.wait_sql([(third, "drawn")], "SELECT expert, mode FROM expert_assignment WHERE application = ? AND mode = 'drawn'",
                         program.applications[0])
        program.click("page tab", "Назначение")
        program.find("table cell", "№ 1, ГБОУ СОШ № 1, Ветрова В. В.: по жребию")


def test_a_mark_that_needs_a_comment_says_so_at_once():
    with review() as program:
        program.control("set", "contest_criterion", program.criteria[1], "comment_below=2")
        program.open()
        program.mark(1, 3)
        program.wait_sql([("3",)], "SELECT value FROM expert_mark")
        assert not program.find_all("label", DEMAND)
        program.mark(1, 1)
        program.find("label", DEMAND)
        program.screenshot("scoring-demand")
        program.click("text", "Комментарий по критерию «Ресурсы»")
        program.type("kadry")
        program.gone("label", DEMAND)
        program.wait_sql([("1", "kadry")], "SELECT value, comment FROM expert_mark")


def test_a_declared_conflict_takes_the_application_away():
    with review() as program:
        program.open()
        program.mark(0, 1)
        program.wait_sql([(1,)], "SELECT count(*) FROM score_sheet")
        program.click("push button", re.compile("Конфликт интересов…"))
        program.find("dialog")
        program.type("rodstvo")
        program.key("Return")
        program.find("label", "Наставничество 2")
        program.wait_sql([("void",)], "SELECT state FROM score_sheet")
        assert program.sql("SELECT kind, source, state FROM interest_conflict") == [("declared", "rodstvo", "confirmed")]
        program.click("page tab", "Назначение")
        program.click("table cell", re.compile("№ 1, ГБОУ СОШ № 1, Астрова А. А.: конфликт интересов"))
        program.find("label", re.compile("^Астрова А. А. — № 1, ГБОУ СОШ № 1. Заявлен в листе: rodstvo"))
        assert program.sql("SELECT mode FROM expert_assignment WHERE expert = ? AND application = ?", program.experts[0],
                           program.applications[0]) == [("forbidden",)], "no click crosses a conflict"


def test_the_draw_is_seen_first_and_undone():
    with review(seats=False) as program:
        school, = (row[0] for row in program.sql("SELECT id FROM organisation WHERE name LIKE '%№ 1'"))
        program.add("person", name="Астров Пётр", organisation=school)
        for name in ("Ива", "Ольха"):
            program.add("person", name=f"Методист {name}")
        program.open()
        program.click("page tab", "Назначение")
        program.click("push button", re.compile("Жребий…"))
        program.find("label", re.compile("^1 возможный конфликт интересов ждёт ответа"))
        program.screenshot("scoring-doubts-bar")
        program.click("push button", re.compile("Ответить…"))
        doubts = program.find("frame", "Возможные конфликты интересов")
        program.find("label", "В организации-заявителе работает Астров Пётр: фамилия та же", within=doubts)
        program.screenshot("scoring-doubts")
        program.click("push button", re.compile("^Не конфликт: Астрова А. А., № 1"), within=doubts)
        program.wait_sql([("name", "dismissed")], "SELECT kind, state FROM interest_conflict")
        program.find("label", re.compile("Не конфликт, ответил"), within=doubts)
        program.key("Escape")
        program.gone("frame", "Возможные конфликты интересов")
        program.click("push button", re.compile("Жребий…"))
        program.find("label", "Жребий добавит 4 и снимет 0; пока ничего не записано")
        assert program.sql("SELECT count(*) FROM expert_assignment") == [(0,)]
        program.screenshot("scoring-matrix")
        program.click("push button", re.compile("Записать таблицу"))
        program.wait_sql([(4,)], "SELECT count(*) FROM expert_assignment WHERE mode = 'drawn'")
        program.find("table cell", re.compile("№ 2, ГБОУ СОШ № 2, Берёзкин Б. Б.: по жребию"))
        program.find("label", "Берёзкин Б. Б., 2")
        program.key("ctrl+z")
        program.wait_sql([(0,)], "SELECT count(*) FROM expert_assignment")
        program.click("table cell", re.compile("№ 2, ГБОУ СОШ № 2, Берёзкин Б. Б.: свободно"))
        program.wait_sql([("by_hand",)], "SELECT mode FROM expert_assignment")
        program.find("label", re.compile("^Берёзкин Б. Б. — № 2, ГБОУ СОШ № 2"))
        type_on_paper(program)


def type_sheet(program, window, typist, marks):
    """One person's typing, with the list of sheets before and after it."""
    program.click("list item", re.compile("^Берёзкин Б. Б. — № 2"), within=window)
    program.click("push button", "Выбрать: Ввёл", within=window)
    program.click("label", typist, within=program.find("entry", "Выбрать: Ввёл").window)
    program.focus(window)
    program.click("text", "Время подачи", within=window)
    program.key("ctrl+a")
    program.type("09:40")
    for criterion, mark in enumerate(marks):
        choices = program.wait(lambda: len(found := window.find_all("check box", f"{mark} — {LEVELS[mark]}")) == 2 and found, "levels")
        choices[criterion].click()
    program.key("ctrl+Return")


def type_on_paper(program):
    """Two type it, they differ by one mark, which is settled by the paper."""
    program.click("push button", re.compile("На бумаге…"))
    window = program.find("frame", "Листы на бумаге")
    program.focus(window)
    program.click("list item", re.compile("^Берёзкин Б. Б. — № 2"), within=window)
    program.mark(0, 3)
    program.click("text", "День подачи", within=window)
    program.key("ctrl+a")
    program.type("20.11.2026")
    program.click("text", "Время подачи", within=window)
    program.type("08:15")
    program.wait(lambda: any("20.11.2026" in text and "08:15" in text for text, in
                             program.sql("SELECT value FROM meta WHERE key LIKE 'draft:paper:%'")),
                 "what is kept at a pause")
    program.kill()
    program.start()
    program.open()
    program.click("page tab", "Назначение")
    program.click("push button", re.compile("На бумаге…"))
    window = program.find("frame", "Листы на бумаге")
    program.focus(window)
    program.click("list item", re.compile("^Берёзкин Б. Б. — № 2"), within=window)
    program.wait(lambda: any(n.has("checked") for n in program.find_all("check box", "3 — " + LEVELS[3])), "the mark that was typed")
    assert program.find("text", "День подачи", within=window).text == "20.11.2026"
    assert program.find("text", "Время подачи", within=window).text == "08:15"
    program.key("alt+Left")
    type_sheet(program, window, "Методист Ива", (3, 1))
    program.wait_sql([("draft", "paper")], "SELECT state, source FROM score_sheet")
    program.find("label", "Набран один раз: его набирает ещё раз другой человек", within=window)
    type_sheet(program, window, "Методист Ольха", (3, 2))
    program.find("label", "Набран дважды: отличается 1 оценка", within=window)
    program.click("list item", re.compile("^Берёзкин Б. Б. — № 2"), within=window)
    program.find("check box", "1 — набрал Методист Ива", within=window)
    program.screenshot("scoring-paper-compare")
    program.click("check box", "2 — набрал Методист Ольха", within=window)
    program.key("ctrl+Return")
    program.wait_sql([("submitted", "2"), ("void", "2")], "SELECT s.state, m.value FROM score_sheet s JOIN expert_mark m ON m.sheet = s.id "
                     "JOIN contest_criterion c ON c.id = m.criterion WHERE c.name = 'Ресурсы' ORDER BY s.id")
    program.find("label", "Ждать нечего: всё назначенное сдано.", within=window)
    assert program.sql("SELECT submitted_time FROM score_sheet WHERE state = 'submitted'") == [("09:40",)]


def focused_cell(program, name):
    """The cell under the cursor, which has the keyboard's focus."""
    return program.find("table cell", name, state="focused")


def test_the_table_is_walked_and_set_by_keys():
    with review(seats=False) as program:
        university = program.sql("SELECT id FROM organisation WHERE kind = 'university'")[0][0]
        for number in range(14):
            program.add("contest_expert", contest=program.contest, organisation=university,
                        person=program.add("person", name=f"Эксперт {number:02}"))
        program.open()
        program.click("page tab", "Назначение")
        title = program.find("row header", "№ 2, ГБОУ СОШ № 2")
        first = program.find("table cell", "№ 2, ГБОУ СОШ № 2, Астрова А. А.: свободно")
        before, (_, y, _, height) = title.extents, first.extents
        assert abs(before[1] + before[3] / 2 - y - height / 2) <= 1, "a title stands beside its cells"
        assert not program.find_all("table cell", re.compile("Эксперт 13")), "what is out of sight costs nothing"
        program.click_at(*first.centre, button=7, times=40)
        last = program.find("table cell", "№ 2, ГБОУ СОШ № 2, Эксперт 13: свободно")
        program.wait(lambda: 0 < last.extents[0] < 1170, "the last expert in sight")
        assert program.find("row header", "№ 2, ГБОУ СОШ № 2").extents == before
        program.screenshot("scoring-matrix-wide")

        program.click("label", "Эксперт 13, 0")
        focused_cell(program, "№ 1, ГБОУ СОШ № 1, Эксперт 13: свободно")
        program.key("Down", "Home", "Right", "space")
        program.wait_sql([("Берёзкин Б. Б.", 2, "by_hand")], SEATS)
        focused_cell(program, "№ 2, ГБОУ СОШ № 2, Берёзкин Б. Б.: назначен вручную")
        program.key("ctrl+Home", "shift+F10")
        program.find("label", "Свободно\nЗаявок у эксперта: 0")
        program.screenshot("scoring-matrix-why")
        program.click("push button", re.compile("Запретить"))
        program.wait_sql([("Астрова А. А.", 1, "forbidden"), ("Берёзкин Б. Б.", 2, "by_hand")], SEATS)
        focused_cell(program, "№ 1, ГБОУ СОШ № 1, Астрова А. А.: запрещено вручную")
        program.key("Menu")
        program.click("list item", within=program.find("list", "Все эксперты для этой заявки"))
        focused_cell(program, "№ 1, ГБОУ СОШ № 1, Берёзкин Б. Б.: свободно")
        program.key("ctrl+End")
        focused_cell(program, "№ 2, ГБОУ СОШ № 2, Эксперт 13: свободно")


def save_as(program, path):
    """The scoring window lies above that of the program."""
    program.choose_file(path, save=True, beside=2)
    program.wait(path.exists, "the file")


def test_an_assignment_opens_the_desk_and_its_sheets_come_back():
    with review() as centre:
        centre.open()
        centre.click("page tab", "Назначение")
        centre.click("push button", re.compile("^_?Отправить"))
        centre.click("push button", "Астрова А. А. · ещё не отправлено")
        assignment = centre.home / "assignment.xml"
        save_as(centre, assignment)
        centre.wait_sql([(2,)], "SELECT count(*) FROM expert_assignment WHERE sent_on IS NOT NULL")
        assert centre.sql("SELECT count(*) FROM contest WHERE frozen_on IS NOT NULL") == [(1,)]
        centre.stop()
        assert "Берёзкин" not in assignment.read_text()

        with Program(assignment, size=(1280, 800)) as expert:
            dialog = expert.find("frame", "Внести пакет")
            expert.click(dialog.find("check box"))
            expert.click(dialog.find("push button", "Внести"))
            expert.find("page tab", "Стол эксперта")
            assert not expert.find_all("page tab", "Назначение") and not expert.find_all("page tab", "Итоги")
            for criterion, mark in ((0, 3), (1, 2)):
                choices = expert.wait(lambda: len(found := expert.find_all("check box", f"{mark} — {LEVELS[mark]}")) == 2 and found,
                                      "levels")
                choices[criterion].click()
            expert.wait_sql([("2",), ("3",)], "SELECT value FROM expert_mark ORDER BY value")
            expert.key("ctrl+Return")
            expert.find("label", "1 из 2")
            expert.screenshot("scoring-guest")
            scores = expert.home / "scores.xml"
            expert.click("push button", re.compile("Отправить листы…"))
            save_as(expert, scores)
            answer = centre.control("import", "--trust-sender", "--json", scores)
            assert '"Новый"' in answer.stdout and centre.sql("SELECT source FROM score_sheet") == [("package",)], answer


def test_results_say_how_they_came_about():
    with review() as program:
        for expert, marks in zip(program.experts, ((3, 3), (2, 3))):
            program.sheet(program.applications[0], expert, marks)
        program.open()
        program.click("page tab", "Назначение")
        program.find("table cell", re.compile("№ 1, ГБОУ СОШ № 1, Астрова А. А.: лист сдан")).click(button=3)
        program.click("push button", re.compile("Отстранить из-за конфликта…"))
        program.find("dialog")
        program.type("a relative")
        program.key("Return")
        program.wait_sql([("forbidden", "void", "declared", "a relative")],
                         "SELECT a.mode, s.state, c.kind, c.source FROM interest_conflict c JOIN score_sheet s ON s.expert = c.expert AND "
                         "s.application = c.application JOIN expert_assignment a ON a.expert = c.expert AND a.application = c.application")
        program.key("ctrl+z")
        program.wait_sql([], "SELECT 1 FROM interest_conflict")
        program.click("page tab", "Итоги")
        program.find("label", re.compile("среднее из 30; 26 — 28"))
        program.find("label", "Не рассчитано")
        program.screenshot("scoring-results")
        program.choose(re.compile("Сохранить документы"), re.compile("Протокол…"))
        path = program.home / "protocol.odt"
        save_as(program, path)
        with zipfile.ZipFile(path) as package:
            assert "Протокол экспертизы: Базовая площадка" in package.read("content.xml").decode()


def test_the_hall_sees_who_speaks_and_the_vote_is_kept():
    with review(seats=False) as program:
        program.control("set", "contest", program.contest, "speech_minutes=5")
        program.add("interest_conflict", expert=program.experts[0], application=program.applications[0], kind="kinship",
                    source="сестра директора", state="confirmed", noted_on="2026-11-01", decided_on="2026-11-02")
        program.open()
        program.click("page tab", "Выступления")
        program.click("push button", re.compile("Предложить порядок"))
        program.wait_sql([("Тема 2", 1), ("Тема 1", 2)],
                         "SELECT a.name, s.ordinal FROM speech s JOIN application a ON a.id = s.application ORDER BY s.ordinal")
        program.find("label", "Выходить из зала придётся 1 раз")
        program.screenshot("scoring-presentation")
        program.click("push button", re.compile("Показать залу"))
        hall = program.find("filler", "Публичная презентация")
        hall.find("label", "№ 2, ГБОУ СОШ № 2")
        hall.find("label", "Далее: № 1, ГБОУ СОШ № 1")
        hall.find("label", "5:00")
        program.focus(hall)
        program.key("space")
        hall.find("label", re.compile("^4:5"))
        program.screenshot("scoring-hall")
        program.key("space", "Right")
        hall.find("label", "3:00")
        program.key("Right")
        hall.find("label", "голосовать могут 2 из 2")
        program.key("2", "Tab", "Tab", "0", "Return")
        program.wait_sql([(2, 0, 0)], "SELECT votes_for, votes_against, abstained FROM speech WHERE ordinal = 1")
        hall.find("label", "Выходят: Астрова А. А.")
        program.key("Right", "Right")
        program.key("1", "Tab")
        hall.find("label", "за 1, против 0, воздержались 0; нет кворума: голосовали 1 из 2")
        program.screenshot("scoring-hall-vote")
        program.key("Escape")
        program.gone("filler", "Публичная презентация")
        program.find("label", re.compile("за 2, против 0, воздержались 0"))
        program.key("ctrl+z")
        program.wait_sql([(None,)], "SELECT votes_for FROM speech WHERE ordinal = 2")


def test_what_the_commission_gives_is_one_more_sheet():
    with review() as program:
        for expert, mark in zip(program.experts, (1, 2)):
            program.sheet(program.applications[1], expert, (mark, mark))
        for ordinal, application in enumerate(reversed(program.applications)):
            program.add("speech", application=application, ordinal=ordinal + 1)
        program.add("contest_expert", contest=program.contest, commission="yes", person=program.add("person", name="Ветрова В. В."))
        program.open()
        program.choose_below(program.find("combo box", "Эксперт"), 2)
        program.find("label", "0 из 2")
        program.click("push button", "Следующая заявка")
        program.find("label", "Наставничество 2")
        program.mark(0, 3)
        program.wait_sql([(5,)], "SELECT count(*) FROM expert_mark")
        program.mark(1, 3)
        program.wait_sql([(6,)], "SELECT count(*) FROM expert_mark")
        program.key("ctrl+Return")
        program.find("label", "1 из 2")
        program.click("page tab", "Итоги")
        program.find("label", re.compile("среднее из 10; 20; 30 — 20"))
        program.control("set", "contest", program.contest, "commission=vote")
        program.click("page tab", "Выступления")
        program.click("push button", re.compile("Показать залу"))
        hall = program.find("filler", "Публичная презентация")
        program.focus(hall)
        program.key("Right", "Right", "1", "Tab", "1", "Return")
        program.wait_sql([(1, 1)], "SELECT votes_for, votes_against FROM speech WHERE ordinal = 1")
        program.key("Escape")
        program.click("page tab", "Итоги")
        program.find("label", re.compile("среднее из 10; 20; 15 — 15"))
        program.click("list item", re.compile("№ 2, ГБОУ СОШ № 2"))
        program.find("label", "Голосование комиссии")
        program.find("label", "за 1, против 1, воздержались 0: 4 · 1,5 + 6 · 1,5")
        program.find("label", re.compile("для сведения, не учитывается: 4 · 3"))
        program.screenshot("scoring-commission")
        program.control("set", "contest", program.contest, "formula=sum")
        program.find("label", re.compile("сумма 10; 20; 15 — 45"))
        chart = program.find("filler", "Оценки")
        assert "№ 2, ГБОУ СОШ № 2: 30 60" in chart.description, ("three sheets are added up", chart.description)
        program.find("label", re.compile("В этом конкурсе листы складываются"))
        program.screenshot("scoring-sum")


def test_a_decision_enters_the_order_and_gives_the_status():
    with review() as program:
        program.control("set", "contest", program.contest, "status_kind=district_base_site")
        for application, mark in zip(program.applications, (3, 1)):
            for expert in program.experts:
                program.sheet(application, expert, (mark, mark))
        program.open()
        program.click("page tab", "Итоги")
        program.click("push button", re.compile("Решение…"))
        program.find("dialog")
        program.type("12-OD")
        program.screenshot("scoring-decision")
        program.key("Return")
        program.wait_sql([("12-OD", "finished")], "SELECT order_number, state FROM contest")
        assert program.sql("SELECT o.name, s.order_number FROM status s JOIN organisation o ON o.id = s.organisation") == [
            ("ГБОУ СОШ № 1", "12-OD")]
        program.gone("push button", re.compile("Решение…"))
        program.find("label", re.compile("^Приказ № 12-OD от "))
        program.control("add", "appendix", f"contest={program.contest}", "name=Приказ.pdf.sig", "kibibytes=4", "attached_on=2026-11-14")
        program.find("label", "Подпись: Приказ.pdf.sig")
        program.find("label", "4 КБ · приложена 14 ноября 2026 · программа её не проверяет")
        program.screenshot("scoring-order")
        program.control("undo")
        program.gone("label", "Подпись: Приказ.pdf.sig")
        program.key("ctrl+z")
        program.wait_sql([(None, "content")], "SELECT order_number, state FROM contest")
        assert program.sql("SELECT count(*) FROM status") == [(0,)]


tap.main()
