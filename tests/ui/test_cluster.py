"""The tab of clusters: the graph walked by keys, a member dragged to another group, undo, the day, a restart."""

import datetime
import re
import subprocess

import tap
from harness import Program

CLUSTER = re.compile("^Готовность педагогов к реализации ФГОС")
TODAY = datetime.date.today().isoformat()
EVE = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()

PLACES = """
  SELECT g.name, m."from", m."to" FROM membership m JOIN "group" g ON g.id = m."group"
  JOIN organisation o ON o.id = m.organisation WHERE o.name = ? ORDER BY m.id
"""


def open_cluster(program, name=CLUSTER):
    program.wait_for_samples()
    program.find("list item", name, timeout=30).click()
    program.find("list", re.compile("^Схема кластера «" + name.pattern.lstrip("^")))


def test_a_cluster_is_found_by_keys():
    with Program("--samples") as program:
        open_cluster(program)
        program.focus()
        program.key("ctrl+f")
        entry = program.find("entry", "Найти кластер")
        program.wait(lambda: entry.find_all("text")[0].has("focused") if entry.find_all("text") else entry.has("focused"),
                     "the cursor in the search")
        program.type("экол")
        program.key("Return")
        program.find("list", re.compile("^Схема кластера «Экологическое воспитание»"))
        program.key("ctrl+f", "ctrl+a")
        program.type("352")
        own = {row[0] for row in program.sql("""SELECT c.name FROM cluster c JOIN membership m ON m.cluster = c.id
            JOIN organisation o ON o.id = m.organisation WHERE o.number = '352' AND m."to" IS NULL""")}
        program.wait(lambda: {label.find("label").name for label in program.find("list", "Кластеры").children} == own,
                     f"only {own}, where that school is")


def node(program, name):
    return program.find("list item", re.compile("^" + re.escape(name) + ", группа"))


def test_the_graph_is_walked_by_keys_and_read_aloud():
    with Program("--samples") as program:
        open_cluster(program)
        centre = program.find("list item", re.compile("^ИМЦ Калининского района, барицентр"))
        centre.click()
        program.wait(lambda: centre.has("focused"), "the barycenter focused")
        program.key("Page_Down")
        program.wait(lambda: [n for n in program.find_all("list item", re.compile("группа А$")) if n.has("focused")],
                     "a member of the first group focused")
        program.key("Page_Down")
        program.wait(lambda: [n for n in program.find_all("list item", re.compile("группа Б$")) if n.has("focused")],
                     "a member of the second group focused")
        program.key("Home")
        program.wait(lambda: centre.has("focused"), "the barycenter again")
        program.key("Right")
        program.wait(lambda: [n for n in program.find_all("list item", re.compile(", группа "))
                              if n.has("focused") and n.centre[0] > centre.centre[0]], "a member to the right")
        before = centre.extents
        program.key("plus")
        program.wait(lambda: centre.extents[2] > before[2], "a larger graph")
        program.key("0")
        program.wait(lambda: centre.extents == before, "the whole graph again")


def test_a_member_is_dragged_to_another_group_and_back_by_undo():
    with Program("--samples") as program:
        open_cluster(program)
        was = program.sql(PLACES, "АППО")
        assert was == [("В", None, None)], was
        program.drag(node(program, "АППО"), node(program, "Учреждения ДПО"))
        program.wait_sql([("В", None, EVE), ("Г", TODAY, None)], PLACES, "АППО")
        program.find("list item", "АППО, группа Г")
        program.screenshot("cluster-moved-ru")
        program.key("ctrl+z")
        program.wait_sql(was, PLACES, "АППО")
        program.find("list item", "АППО, группа В")
        program.restart()
        open_cluster(program)
        program.find("list item", "АППО, группа В")


def test_a_member_is_moved_to_another_group_by_keys():
    with Program("--samples") as program:
        open_cluster(program)
        node(program, "АППО").click()
        program.key("Return")
        group = program.find("combo box", "Группа")
        program.wait(lambda: group.has("focused"), "the member's group focused")
        program.key("Return", "End", "Return")
        program.wait_sql([("В", None, EVE), ("Г", TODAY, None)], PLACES, "АППО")
        program.find("list item", "АППО, группа Г")
        program.key("ctrl+z")
        program.find("list item", "АППО, группа В")


def test_a_group_is_hidden_from_all_pictures_and_comes_back():
    with Program("--samples") as program:
        open_cluster(program)
        node(program, "АППО").click(button=3)
        program.choose_entry("Скрыть группу В")
        program.gone("list item", re.compile("^АППО, группа"))
        program.find("push button", "скрыто: 1 группа")
        (cluster,), = program.sql("SELECT cluster FROM hidden_group")
        program.screenshot("cluster-hidden-ru")
        program.control("diagram", f"--cluster={cluster}", "-o", program.home / "cluster.svg")
        assert "ЦПМСС" in (program.home / "cluster.svg").read_text() and "АППО" not in (program.home / "cluster.svg").read_text()
        program.control("diagram", f"--cluster={cluster}", "--steps", "-o", program.home / "steps.pdf")
        told = subprocess.run(["pdftotext", program.home / "steps.pdf", "-"], check=True, capture_output=True, text=True).stdout
        assert "Группа Б" in told and "Группа Г" in told and "Группа В" not in told and "АППО" not in told, told
        program.focus()
        program.key("alt+4")
        program.find("list", re.compile("^Схема «"), timeout=30)
        program.choose("скрыто: 1 группа", "Готовность педагогов к реализации ФГОС: В")
        program.gone("push button", "скрыто: 1 группа")
        program.key("ctrl+z")
        program.find("push button", "скрыто: 1 группа")
        program.key("alt+1")
        program.wait(lambda: node(program, "ЦОК").extents[2] > 0, "the cluster")
        node(program, "ЦОК").click(button=3)
        program.choose_entry("Скрыть группу Б")
        program.choose("скрыто: 2 группы", "В")
        program.find("list item", "АППО, группа В")
        program.key("ctrl+z")
        program.gone("list item", "АППО, группа В")
        program.choose("скрыто: 2 группы", "Показать все группы")
        program.find("list item", "АППО, группа В")
        program.find("list item", "ЦОК, группа Б")


def test_how_it_stood_before_stays_true():
    with Program("--samples") as program:
        open_cluster(program)
        program.drag(node(program, "АППО"), node(program, "Учреждения ДПО"))
        program.find("list item", "АППО, группа Г")
        slider = program.find("slider")
        program.key(*["Tab"] * 5)  # past the buttons of the zoom and of the legend
        program.wait(lambda: slider.has("focused"), "the slider focused")
        program.key("Home")
        program.find("list item", re.compile("^АППО, группа В, с тех пор перешла"))
        program.find("label", re.compile("с тех пор →1"))
        program.screenshot("cluster-before-ru")
        program.click("push button", "Сегодня")
        program.find("list item", "АППО, группа Г")


def test_a_member_leaves_with_a_reason():
    with Program("--samples") as program:
        open_cluster(program)
        node(program, "ЦОК").click()
        program.key("Delete")
        reason = program.find("text", "Причина выхода")
        reason.click()
        program.type("17-p")
        program.wait(lambda: reason.text == "17-p", "the reason typed")
        program.key("Return")
        program.wait_sql([(EVE, "17-p")], """SELECT m."to", m.leaving_reason FROM membership m
            JOIN organisation o ON o.id = m.organisation WHERE o.name = 'ЦОК'""")
        program.gone("list item", re.compile("^ЦОК, "))
        program.wait(lambda: program.find("list item", re.compile("барицентр")).has("focused"), "the graph has the keyboard")


def test_an_organisation_is_dragged_from_the_directory_into_a_group():
    places = [("А", TODAY, None)]
    with Program("--samples") as program:
        open_cluster(program)
        program.click("push button", re.compile("^Добавить участников"))
        program.find("entry", "Найти организацию").click()
        program.type("352")
        row = program.find("list item", re.compile("№ 352"))
        name = row.name
        leftmost = min(program.find_all("list item", re.compile("группа А$")), key=lambda it: it.extents[0])
        x, y = leftmost.centre
        program.hover(row)
        program.wait(lambda: len(program.find_all("push button", re.compile("^Добавить в группу"))) == 1, "what was searched for, alone")
        program.drag(row, (x - leftmost.extents[2] // 2 + 6, y), steps=24)  # beside the popover, not under it
        program.wait_sql(places, PLACES.replace("WHERE", "JOIN cluster c ON c.id = m.cluster AND c.name LIKE 'Готовность%' WHERE"),
                         name)
        program.find("list item", re.compile("^" + re.escape(name) + ", группа А"))
        program.screenshot("cluster-added-ru")


def test_enter_adds_the_first_one_found():
    with Program("--samples") as program:
        open_cluster(program)
        before = program.sql("SELECT count(*) FROM membership")[0][0]
        program.click("push button", re.compile("^Добавить участников"))
        program.find("entry", "Найти организацию").click()
        program.type("352")
        program.find("list item", re.compile("№ 352"))
        program.key("Return")
        program.wait_sql([(before + 1,)], "SELECT count(*) FROM membership")


def test_the_passport_says_what_is_missing():
    with Program("--samples") as program:
        open_cluster(program)
        chip = program.find("push button", re.compile("^Правовая основа: \\d+ замечани[^:]*$"))
        chip.click()
        program.find("list item", re.compile("^Нет договора: "))
        program.screenshot("cluster-passport-ru")
        program.key("Escape")
        program.gone("list item", re.compile("^Нет договора: "))
        program.resize(520, 700)
        goal, lead = (program.find("push button", re.compile(f"^{name}: ")) for name in ("Цель", "Управление"))
        program.wait(lambda: lead.extents[1] > goal.extents[1] and lead.extents[0] + lead.extents[2] <= 520,
                     "chips in two rows, none of them cut")


tap.main()
