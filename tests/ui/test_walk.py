"""A contest from its form to its order, as four people do it, each with a database of one's own: a school, the centre, two
experts, the head."""

import base64
import hashlib
import re

import tap
from harness import SCREEN, Atspi, Program

FORM = "internship-site.xml"
SCHOOL = "ГБОУ СОШ № 200"
TOPIC = "Школьная служба примирения"
PAGE = "Адрес страницы сайта (раздела, цифрового ресурса), на которой можно познакомиться с инновационной и/или эффективной практикой"
PERSONS = ("Астрова А. А.", "Берёзкин Б. Б.")
LOOKED_AT = ("Видеоанонс длится не больше трёх минут", "Страница сайта")


def add(person, kind, /, **fields):
    return person.control("add", kind, *(f"{name}={value}" for name, value in fields.items())).stdout.strip()


def take(person, path):
    """What comes, by the command line: a journal of the same store."""
    return person.control("import", "--trust-sender", "--json", path).stdout


def press(program, name, within=None):
    """A button that may be out of sight."""
    Atspi.Action.do_action(program.find("push button", name, within=within).accessible, 0)


def accept(program):
    """The sender is called by telephone, and reads the same words."""
    dialog = program.find("frame", "Внести пакет")
    program.click(dialog.find("check box"))
    dialog.find("push button", "Внести", state="sensitive").click()


def save(program, button, path, beside):
    program.click("push button", re.compile(button))
    program.choose_file(path, save=True, beside=beside)
    program.wait(path.exists, path.name)


class Centre(Program):
    """Has the school in a cluster, two experts of a university, and the contest for the next year."""

    def __init__(self):
        super().__init__(size=(1280, 800), settings={"tab": "'contest'"})
        self.control("create", "--name=ИМЦ")
        self.control("import", "--trust-sender", self.environment["BARYCENTER_DATA_DIR"] + f"/contests/{FORM}")
        self.school = add(self, "organisation", name=SCHOOL, kind="school", phone="+7 812 730-00-00")
        scheme = add(self, "scheme", name="Кластеры", arrangement="groups")
        group = add(self, "group", scheme=scheme, name="А", ordinal=1)
        self.cluster = add(self, "cluster", name="Наставники", scheme=scheme)
        add(self, "membership", cluster=self.cluster, organisation=self.school, group=group)
        self.university = add(self, "organisation", name="Университет", kind="university")

    def announce(self, form):
        """By the window: the contest is copied from its form, and the form goes to the schools."""
        self.click("list item", "Районная стажировочная площадка (шаблон)")
        self.click("push button", re.compile("Копировать на следующий год"))
        self.wait_sql([(1,)], "SELECT count(*) FROM contest WHERE template IS NULL")
        self.find("push button", re.compile("Новая заявка…"))
        ((self.contest,),) = self.sql("SELECT id FROM contest WHERE template IS NULL")
        press(self, re.compile("Сделать пакет…"))
        self.find("label", "Записи, которые уходят")
        save(self, "Сохранить…", form, 2)
        self.stop()
        self.experts = [add(self, "contest_expert", contest=self.contest, organisation=self.university, person=add(self, "person", name=name))
                        for name in PERSONS]
        return form

    def picture(self, day):
        """The graph of the cluster as it will be on that day."""
        path = self.home / "cluster.svg"
        self.control("diagram", f"--cluster={self.cluster}", f"--at={day}", "-o", path)
        return path.read_text()


def fill_in(school, application):
    """All but the page, which the window is for."""
    for field, name, kind, options in school.sql("SELECT id, name, kind, options FROM contest_field"):
        if kind == "appendix":
            data = f"Файл: {name}".encode()
            appendix = add(school, "appendix", application=application, field=field, name="файл.txt", kibibytes=1,
                           sha256=hashlib.sha256(data).hexdigest())
            add(school, "appendix_chunk", appendix=appendix, ordinal=1, data=base64.b64encode(data).decode())
        elif kind == "table":
            for column in range(1, options.count("\n") + 2):
                add(school, "application_answer", application=application, field=field, row=1, column=column, value=f"Ячейка {column}")
        elif name != PAGE:
            add(school, "application_answer", application=application, field=field, value="36" if kind == "number" else f"Ответ: {name}"[:90])


def apply(centre, form):
    """The school takes the form in, fills its application and hands it in. Returns: the package"""
    path = centre.home / "application.xml"
    with Program(form, size=(1280, 800), settings={"tab": "'contest'"}) as school:
        accept(school)
        school.wait_sql([(1, None)], "SELECT count(*), max(template) FROM contest")
        organisation = add(school, "organisation", name=SCHOOL, kind="school")
        application = add(school, "application", contest=centre.contest, organisation=organisation, name=TOPIC, state="draft")
        fill_in(school, application)
        school.click("list item", SCHOOL)
        school.click("push button", "Не хватает 1")
        school.click("push button", PAGE)
        school.type("https://school200.example/slugba")
        school.find("push button", "Всё на месте")
        school.click("push button", re.compile("Подать"))
        school.wait_sql([("submitted", 1, None)], "SELECT state, number, late FROM application")
        school.screenshot("walk-school")
        press(school, "Сделать пакет с заявкой для центра")
        school.choose_file(path, save=True)
        school.wait(path.exists, "the package")
    return path


def admit(centre):
    """What a program sees is in order; a person looks at the rest."""
    centre.click("list item", f"№ 1 · {SCHOOL}")
    centre.click("push button", re.compile("Техническая экспертиза…"))
    for item in LOOKED_AT:
        choice = centre.find("combo box", item)
        centre.choose_below(choice)
        choice.find("label", "В порядке")
    centre.screenshot("walk-technical")
    centre.key("ctrl+Return")
    centre.wait_sql([("admitted",)], "SELECT state FROM application")


def draw(centre, packages):
    centre.click("list item", re.compile("^Районная стажировочная площадка, 20"))
    press(centre, re.compile("Экспертиза…"))
    centre.click("page tab", "Назначение")
    centre.click("push button", re.compile("Жребий…"))
    centre.click("push button", re.compile("Записать таблицу"))
    centre.wait_sql([(2,)], "SELECT count(*) FROM expert_assignment WHERE mode = 'drawn'")
    for expert, name, path in zip(centre.experts, PERSONS, packages):
        centre.control("export", "--kind=assignment", f"--id={expert}", "-o", path)
        assert all(other == name or other not in path.read_text() for other in PERSONS), path
    centre.wait_sql([(2, 1)], "SELECT count(s.sent_on), count(DISTINCT c.frozen_on) FROM expert_assignment s, contest c "
                    "WHERE c.template IS NULL")


def level(program, criterion, mark):
    """The choice of a mark of one criterion."""
    return program.wait(lambda: len(found := program.find_all("check box", re.compile(f"^{mark} — "))) == 3 and found, "levels")[criterion]


def score(centre, assignment, marks, killed):
    """An expert scores offline. Returns: the package"""
    path = assignment.with_name(f"scores-{assignment.name}")
    with Program(assignment, size=(1280, 800)) as expert:
        accept(expert)
        expert.find("page tab", "Стол эксперта")
        level(expert, 0, marks[0]).click()
        expert.wait_sql([(str(marks[0]),)], "SELECT value FROM expert_mark")
        if killed:
            expert.kill()
            expert.start("--database", expert.database)
            expert.choose("Главное меню", "Экспертиза конкурсов")
            expert.wait(lambda: level(expert, 0, marks[0]).has("checked"), "the mark that was given")
            level(expert, 0, marks[0]).click()
        for mark in marks[1:]:
            expert.key("Tab", "Tab", str(mark))  # past the comment
        expert.wait_sql([(len(marks),)], "SELECT count(value) FROM expert_mark")
        expert.key("ctrl+Return")
        expert.find("label", "1 из 1")
        save(expert, "Отправить листы…", path, 2)
        assert expert.control("check").stdout.strip() == "ok"
    return path


def decide(centre):
    """The head enters the order."""
    ((day,),) = centre.sql("SELECT status_from FROM contest WHERE template IS NULL")
    before = centre.picture(day)
    centre.choose("Главное меню", "Экспертиза конкурсов")
    centre.click("page tab", "Итоги")
    centre.find("label", re.compile("среднее из"))
    centre.screenshot("walk-results")
    centre.click("push button", re.compile("Решение…"))
    centre.find("dialog")
    centre.type("15-OD")
    centre.wait(lambda: any("15-OD" in text for text, in centre.sql("SELECT value FROM meta WHERE key LIKE 'draft:decision:%'")),
                "what is kept at a pause")
    centre.key("Escape")
    centre.gone("dialog")
    assert centre.sql("SELECT count(*) FROM status") == [(0,)]
    centre.click("push button", re.compile("Решение…"))
    assert centre.find("text", "Номер приказа", within=centre.find("dialog")).text == "15-OD"
    centre.screenshot("walk-decision")
    centre.key("Return")
    centre.wait_sql([(SCHOOL, "district_internship_site", "15-OD")],
                    "SELECT o.name, s.kind, s.order_number FROM status s JOIN organisation o ON o.id = s.organisation")
    centre.wait_sql([], "SELECT key FROM meta WHERE key LIKE 'draft:%'")  # what is entered is no draft
    assert centre.picture(day) != before, "the graph has a heavier node"
    review = centre.find("frame", "Экспертиза конкурсов")
    press(centre, "Закрыть", within=review)
    centre.gone("frame", "Экспертиза конкурсов")
    centre.focus()
    centre.key("alt+5")
    centre.click("label", SCHOOL, within=centre.find("tree table", "Записи"))
    centre.find("label", re.compile("^Районная стажировочная площадка"))
    centre.screenshot("walk-status")


def test_a_contest_from_its_form_to_its_order():
    with Centre() as centre:
        application = apply(centre, centre.announce(centre.home / "form.xml"))
        assert '"Новая"' in take(centre, application)
        packages = [centre.home / f"{name}.xml" for name in ("first", "second")]
        centre.start()
        admit(centre)
        draw(centre, packages)
        centre.stop()
        answers = [score(centre, path, marks, killed) for path, marks, killed in zip(packages, ((2, 2, 2), (2, 1, 2)), (True, False))]
        for path in answers:
            assert '"Новый"' in take(centre, path)
        centre.start()
        decide(centre)


tap.main()
