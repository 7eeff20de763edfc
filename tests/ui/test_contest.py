"""The tab of contests: a school fills in its application, and nothing of it is lost."""

import datetime
import hashlib
import re
import xml.etree.ElementTree as xml

import tap
from harness import SCREEN, Atspi, Program

MISSING = re.compile("^Не хватает")
CONTEST = "Районная стажировочная площадка, 2026/27"
DRAFT = "ГБОУ СОШ № 270"
PAGE = "Адрес страницы сайта (раздела, цифрового ресурса), на которой можно познакомиться с инновационной и/или эффективной практикой"
EXPERIENCE = "Опыт деятельности организации-заявителя по теме работы стажировочной площадки за последние 5 лет"
ANSWER = ("SELECT a.value FROM application_answer a JOIN contest_field f ON f.id = a.field JOIN application p ON p.id = a.application "
          "WHERE f.name = ? AND p.state = 'draft' AND a.\"row\" IS NULL")
CELLS = ("SELECT a.\"row\", a.\"column\", a.value FROM application_answer a JOIN contest_field f ON f.id = a.field "
         "JOIN application p ON p.id = a.application WHERE f.name = ? AND p.state = 'draft' ORDER BY 1, 2")

REVIEW = ("SELECT r.result, r.until, r.sent_on, a.state, (SELECT count(*) FROM technical_check c WHERE c.review = r.id) FROM application a "
          "JOIN technical_review r ON r.application = a.id WHERE a.state = 'to_mend' ORDER BY r.ordinal DESC LIMIT 1")


def contests(**more):
    return Program("--samples", settings={"tab": "'contest'"}, **more)


def open_draft(program):
    """It stands below those that have a number, out of sight at first."""
    program.wait_for_samples()
    program.click("list item", "№ 9 · ГБДОУ детский сад № 35")
    program.key("Down", "Down", "Down")
    program.find("label", DRAFT)
    return program.find("text", PAGE)


def go_to_missing(program, field):
    """By the list of what is missing, which puts the cursor there."""
    program.click("push button", MISSING)
    program.click("push button", field)


def test_what_is_typed_is_saved_at_a_pause_and_can_be_undone():
    with contests() as program:
        open_draft(program)
        go_to_missing(program, PAGE)
        program.type("https://school270.example/kids")
        program.wait_sql([("https://school270.example/kids",)], ANSWER, PAGE)
        program.find("push button", "Не хватает 11")
        program.key("ctrl+z")
        program.wait_sql([], ANSWER, PAGE)
        program.find("push button", "Не хватает 12")
        program.wait(lambda: program.find("text", PAGE).text == "", "an empty answer")


def test_a_table_grows_as_it_is_written():
    with contests() as program:
        open_draft(program)
        go_to_missing(program, EXPERIENCE)
        program.type("Проект")
        program.find("text", "Наименование проекта, строка 2")
        program.key("Tab")
        program.type("2024")
        program.wait_sql([(1, 1, "Проект"), (1, 2, "2024")], CELLS, EXPERIENCE)


def test_a_killed_program_keeps_what_was_saved():
    with contests() as program:
        open_draft(program)
        go_to_missing(program, PAGE)
        program.type("half")
        program.wait_sql([("half",)], ANSWER, PAGE)
        program.kill()
        program.start()
        open_draft(program)
        program.wait(lambda: program.find("text", PAGE).text == "half", "the answer")


def test_what_is_handed_in_is_only_read():
    with contests() as program:
        program.wait_for_samples()
        program.click("list item", "№ 1 · ГБОУ СОШ № 200")
        program.find("push button", "Всё на месте")
        before = program.sql("SELECT count(*) FROM action")
        assert not program.find_all("text", PAGE)
        program.click("label", "https://school200.example/ploshadka")
        program.type("x")
        program.key("ctrl+h")
        program.find("frame", "История изменений")
        assert program.sql("SELECT count(*) FROM action") == before


def press(program, name):
    """A button that may be out of sight."""
    Atspi.Action.do_action(program.find("push button", name).accessible, 0)


def look_at(program, *items):
    """What a person has to look at is in order."""
    for item in items:
        choice = program.find("combo box", item)
        program.choose_below(choice)
        choice.find("label", "В порядке")


def test_a_technical_review_says_what_is_to_be_mended():
    with contests() as program:
        program.wait_for_samples()
        program.click("list item", "№ 8 · ГБДОУ детский сад № 78")
        program.key("Down", "Down")
        program.find("label", re.compile("^На доработке до 30 ноября.*Не заполнены «Описание способов"))
        program.find("push button", "Не хватает 2")
        before = program.sql(REVIEW)
        program.click("push button", re.compile("Техническая экспертиза…"))
        program.find("label", re.compile("^Не заполнены: «Описание способов"))
        window = program.find("frame", "Техническая экспертиза")
        letter = program.find("text", "Текст письма")
        assert "требует доработки" in letter.text and "Не заполнены: «Описание способов" in letter.text
        program.screenshot("contest-technical-ru")
        windows = SCREEN.windows(program.process.pid)
        program.key("ctrl+Return")
        program.click("push button", re.compile("Закрыть"), within=program.find("dialog", "Экспертиза не записана"))
        program.wait(lambda: SCREEN.windows(program.process.pid) == windows, "the warning gone from the screen")
        look_at(program, "Видеоанонс длится не больше трёх минут", "Страница сайта")
        until = program.find("text", "Доработать до")
        program.wait(lambda: program.focus(window) or program.key("Tab") or until.extents[1] < 520, "the row on the screen")
        until.click()
        program.type("14.12.2026")
        program.wait(lambda: "Исправить до: 14 декабря 2026" in letter.text, "the day in the letter")
        program.choose(re.compile("^_?Письмо$"), re.compile("тправленным сегодня"), within=window)
        program.key("ctrl+Return")
        today = datetime.date.today().isoformat()
        program.wait_sql([("to_mend", "2026-12-14", today, "to_mend", 7)], REVIEW)
        program.find("label", re.compile("^На доработке до 14 декабря.*\\nПисьмо отправлено ", re.S))
        program.screenshot("contest-letter-sent-ru")
        program.key("ctrl+z")
        program.wait_sql(before, REVIEW)
        program.click("push button", re.compile("^Отметить письмо"))
        program.wait_sql([(*before[0][:2], today, *before[0][3:])], REVIEW)
        program.key("ctrl+z")
        program.wait_sql(before, REVIEW)

        (name, digest, n), = program.sql("SELECT a.name, a.sha256, (SELECT count(*) FROM appendix) FROM appendix a "
                                         "JOIN application p ON p.id = a.application WHERE p.state = 'to_mend' "
                                         "AND a.sha256 IS NOT NULL LIMIT 1")
        press(program, f"Открыть файл {name}")
        copies = program.home / "cache" / "barycenter" / "appendices" / digest
        program.wait(lambda: (copies / name).exists(), "the file")
        assert hashlib.sha256((copies / name).read_bytes()).hexdigest() == digest
        if program.find_all("dialog", "Ни одна программа не открыла файл"):
            program.click("push button", re.compile("Закрыть"), within=program.find("dialog"))
        press(program, f"Убрать файл {name}")
        program.wait_sql([(n - 1,)], "SELECT count(*) FROM appendix")
        program.key("ctrl+z")
        program.wait_sql([(n,)], "SELECT count(*) FROM appendix")


def test_a_contest_leads_to_its_review():
    with contests() as program:
        program.wait_for_samples()
        program.click("list item", CONTEST)
        program.screenshot("contest-ru")
        window = open_template(program)
        program.find("label", re.compile("^Заморожен"), within=window)
        program.click("list item", "Критерии", within=window)
        program.find("label", "Вес 4, оценки 0–3", within=window)
        assert not program.find_all("push button", re.compile("^(Изменить|Ниже|Удалить): "), within=window)
        program.click("list item", "Этапы", within=window)
        program.find("push button", "Ниже: Содержательная экспертиза", within=window)
        program.key("Escape")
        program.gone("frame", "Шаблон конкурса")
        program.click("push button", re.compile("Экспертиза…"))
        program.find("page tab", "Стол эксперта")
        program.screenshot("contest-review-ru")


def test_the_form_goes_to_paper():
    with contests() as program:
        program.wait_for_samples()
        program.click("list item", "№ 1 · ГБОУ СОШ № 200")
        program.find("push button", "Всё на месте")
        program.click("push button", "Сохранить форму для бумаги")
        path = program.home / "form.fodt"
        program.choose_file(path, save=True)
        program.wait(path.exists, "the file")
        text = "".join(xml.parse(path).getroot().itertext())
        wanted = ["ЗАЯВКА", "на присвоение статуса «Районная стажировочная площадка»", "на 2026-2027 учебный год",
                  "1. Сведения об организации-заявителе", "Юридический адрес организации-заявителя",
                  "4. Ресурсное обеспечение программы работы стажировочной площадки", "Сценарий погружения.txt"]
        places = [text.find(words) for words in wanted]
        assert -1 not in places and places == sorted(places), list(zip(wanted, places))


WEIGHTS = "SELECT k.name, k.weight FROM contest_criterion k JOIN contest c ON c.id = k.contest WHERE c.template IS NULL ORDER BY k.ordinal"


def open_template(program):
    press(program, re.compile("Шаблон и_? ?_?эксперты…"))  # a toast may lie above it
    window = program.find("frame", "Шаблон конкурса")
    program.wait(lambda: program.focus(window) or window.has("active"), "the keyboard")
    return window


def edit_template(program):
    """Parts are put in order, changed and removed; what is wrong is said at once; each act is taken back."""
    first, second, third = program.sql(WEIGHTS)
    name = first[0]
    window = open_template(program)
    program.click("list item", "Критерии", within=window)
    program.click("push button", f"Ниже: {name}", within=window)
    program.wait_sql([second, first, third], WEIGHTS)
    program.key("alt+Down")
    program.wait_sql([second, third, first], WEIGHTS)
    program.click("push button", re.compile("Отменить"), within=window)
    program.wait_sql([second, first, third], WEIGHTS)
    press(program, f"Изменить: {name}")
    form = program.find("frame", "Критерий")
    program.focus(form)
    form.find("text", "Вес").click()
    program.key("ctrl+a")
    program.type("0")
    program.key("ctrl+s")
    program.wait_sql([second, (name, "0"), third], WEIGHTS)
    program.gone("frame", "Критерий")
    program.focus(window)
    program.click("list item", "Что исправить", within=window)
    fault = f"«{name}» ничего не весит: дайте критерию вес или отметьте, что он только показывается"
    program.find("label", fault, within=window)
    program.screenshot("contest-template-faults")
    program.key("ctrl+z")
    program.wait_sql([second, first, third], WEIGHTS)
    program.gone("label", fault)
    program.find("label", re.compile("^Этап «Содержательная экспертиза» начинается раньше этапа «Техническая"), within=window)
    program.click("list item", "Критерии", within=window)
    press(program, f"Удалить: {third[0]}")
    program.wait_sql([second, first], WEIGHTS)
    program.key("ctrl+z")
    program.wait_sql([second, first, third], WEIGHTS)
    program.screenshot("contest-template-criteria")
    program.click("list item", "Как видит школа", within=window)
    program.find("text", "Полное наименование организации-заявителя", within=window)
    program.screenshot("contest-template-preview")


def next_year():
    """That of the copy: after the school year of today, however old the form is."""
    today = datetime.date.today()
    return today.year + (today.month >= 9)


def test_an_empty_database_is_offered_the_contests_of_the_district():
    with Program("--empty", settings={"tab": "'contest'"}) as program:
        program.click("push button", re.compile("Добавить конкурсы района"))
        program.wait_sql([(2,)], "SELECT count(*) FROM contest WHERE template = 'yes'")
        program.click("list item", "Районная базовая площадка (шаблон)")
        program.click("push button", re.compile("Копировать на следующий год"))
        year = next_year()
        program.wait_sql([(f"Районная базовая площадка, {year}/{(year + 1) % 100:02}", year)], "SELECT name, school_year FROM contest WHERE template IS NULL")
        copied, original = (program.sql(
            "SELECT f.name, f.kind, f.options, f.groups FROM contest_field f JOIN contest_section s ON s.id = f.section "
            f"JOIN contest c ON c.id = s.contest WHERE c.template {state} AND c.name LIKE '%базовая%' ORDER BY s.ordinal, f.ordinal")
            for state in ("IS NULL", "= 'yes'"))
        assert copied == original and len(copied) == 21, copied
        program.wait_sql([(f"{year}-05-16",)], "SELECT \"to\" FROM contest_stage t JOIN contest c ON c.id = t.contest "
                         "WHERE c.template IS NULL AND t.kind = 'submission'")
        edit_template(program)


tap.main()
