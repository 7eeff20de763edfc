"""The tab of the network: found, filtered, compared, joined by a path, pinned, listed, walked by keys, given up."""

import os
import re
import subprocess

import tap
from harness import SCREEN, Program

DIAGRAM = re.compile("^Схема «")
PIN = re.compile("^Закрепить на месте")
SCHOOL = re.compile("^ГБОУ СОШ № 352, ")
GENERATOR = os.environ["BARYCENTER_GENERATE_COUNTRY"]
PINS = "SELECT count(*) FROM place WHERE pinned IS NOT NULL"


def network(**more):
    return Program("--samples", settings={"tab": "'network'"}, **more)


def diagram(program):
    return program.find("list", DIAGRAM, timeout=30)


def node(program, name):
    """A node that can be seen: inside the diagram's own box."""
    def look():
        box = diagram(program).extents
        for it in program.find_all("list item", name):
            x, y, width, height = it.extents
            if box[0] <= x and x + width <= box[0] + box[2] and box[1] <= y and y + height <= box[1] + box[3]:
                return it
        return None

    return program.wait(look, f"a node «{name.pattern}» on the screen")


def still(program, name):
    """Waits until a node has come to rest, and returns it."""
    it = node(program, name)
    places = []

    def look():
        places.append(it.extents)
        return len(places) > 5 and len(set(places[-5:])) == 1

    program.wait(look, "a node at rest")
    return node(program, name)


def search(program, words):
    diagram(program)
    program.key("ctrl+f")
    program.wait(lambda: program.find("entry", "Найти на схеме").has("focusable"), "the search")
    program.type(words)


def fly_to_school(program):
    search(program, "352")
    program.find("label", re.compile("^1 из "))
    return still(program, SCHOOL)


def names_in_table(program):
    table = program.find("tree table", "Участники на схеме")
    return [cell.find("label").name for cell in program.find_all("table cell", within=table)]


def test_the_search_flies_to_a_school_and_enter_to_the_next():
    with network() as program:
        assert fly_to_school(program).has("selected"), "what was found is not selected"
        program.find("label", "ГБОУ СОШ № 352")
        program.screenshot("network-found-ru")
        program.key("Escape")
        program.gone("label", re.compile("^1 из "))
        search(program, "лицей")
        first = program.find("label", re.compile(r"^(\d+) из (\d+) ")).name
        program.key("Return")
        program.wait(lambda: program.find("label", re.compile(r"^(\d+) из (\d+) ")).name != first, "another one")


def test_the_legend_is_opened_and_the_map_comes_when_it_is_needed():
    with network(size=(1280, 800)) as program:
        diagram(program)
        program.wait_for_samples()
        legend = program.find("image", re.compile("^Барицентры"))
        before = legend.extents[3]
        program.click("push button", "Все условные обозначения")
        program.wait(lambda: legend.extents[3] > before * 1.4, "all rows of the legend")
        program.click("push button", "Все условные обозначения")
        program.wait(lambda: legend.extents[3] == before, "its first rows")
        program.gone("image", "Обзорная карта")
        program.click("push button", "Увеличить")
        program.click("push button", "Увеличить")
        program.find("image", "Обзорная карта")
        program.click("push button", "Показать всю схему")
        program.gone("image", "Обзорная карта")


def test_a_small_window_leaves_most_of_it_to_the_picture():
    with network(size=(1024, 768)) as program:
        diagram(program)
        program.wait_for_samples()
        program.gone("push button", re.compile("^Направление"))
        today = program.find("push button", "Сегодня").extents
        assert today[0] + today[2] <= 1024 and diagram(program).extents[2] == 1024, "the pane lies on something"
        program.resize(900, 600)
        program.wait(lambda: diagram(program).extents[3] >= 0.6 * 600, "a picture that has most of the window")
        program.click("push button", "Фильтры")
        program.choose(re.compile("^Группа"), re.compile("^А · "))
        program.find("push button", "Фильтры: 1")
        program.find("label", re.compile("^Отобран"))
        program.screenshot("network-folded-ru")
        program.key("Escape")
        program.resize(1280, 800)
        program.find("push button", re.compile("^Группа: А"))
        program.gone("push button", "Фильтры: 1")


def test_a_filter_dims_and_the_table_follows():
    with network() as program:
        diagram(program)
        program.choose(re.compile("^Группа"), re.compile("^А · "))
        program.find("label", re.compile("^Отобран"))
        program.find("push button", "Снять весь отбор")  # it moves the others aside
        program.screenshot("network-filtered-ru")
        fitting = program.sql("""SELECT count(DISTINCT m.organisation || m.cluster) FROM membership m
            JOIN "group" g ON g.id = m."group" WHERE g.name = 'А' AND m."to" IS NULL""")[0][0]
        assert int(re.search(r"\d+", program.find("label", re.compile("^Отобран")).name).group()) <= fitting
        program.click("push button", "Таблица")
        program.find("tree table", "Участники на схеме")
        program.wait(lambda: 0 < len(names_in_table(program)) // 7 <= fitting, "a table of those that fit")
        program.screenshot("network-table-ru")
        program.click("push button", "Снять весь отбор")
        program.wait(lambda: len(names_in_table(program)) // 7 > fitting, "a table of all")
        program.gone("label", re.compile("^Отобран"))


def test_a_row_of_the_table_is_selected_on_the_diagram():
    with network() as program:
        search(program, "352")
        program.find("label", re.compile("^1 из "))
        program.key("Escape")
        program.click("push button", "Таблица")
        table = program.find("tree table", "Участники на схеме")
        program.wait(lambda: program.find("table row", state="selected", within=table).find("label").name == "ГБОУ СОШ № 352",
                     "its row among all, scrolled to")
        program.find("label", "ГБОУ СОШ № 352", within=table).click()
        program.click("push button", "Схема")
        program.wait(lambda: node(program, SCHOOL).has("selected"), "the same school on the diagram")


def companion(program):
    """Another school of the cluster of № 352 that is on the screen: its number and its node's name."""
    rows = program.sql("""SELECT o.name FROM membership m JOIN organisation o ON o.id = m.organisation WHERE m."to" IS NULL
        AND m.cluster IN (SELECT m.cluster FROM membership m JOIN organisation o ON o.id = m.organisation
                          WHERE o.name = 'ГБОУ СОШ № 352') AND o.name GLOB 'ГБОУ СОШ № [0-9]*' AND o.name NOT LIKE '%352'""")
    assert rows, "№ 352 is alone in its cluster"
    name = node(program, re.compile("^(" + "|".join(name for name, in rows) + "), ")).name
    number = re.search(r"\d+", name).group()
    return number, re.compile(f"^ГБОУ СОШ № {number}, ")


def test_two_schools_and_what_joins_them():
    with network() as program:
        fly_to_school(program)
        program.key("Escape")
        still(program, SCHOOL).click()
        number, pattern = companion(program)
        other = still(program, pattern)
        SCREEN.do("keydown", "ctrl")
        other.click()  # beside the one that a click has selected
        SCREEN.do("keyup", "ctrl")
        words = program.find("label", re.compile("^№ \\d+ → .*№ \\d+\nВместе в кластере: Гражданско-патриотическое"))
        assert number in words.name and "352" in words.name, words.name
        program.screenshot("network-path-ru")
        program.key("Escape")
        program.gone("label", re.compile(" → .*\n"))
        check_one_in_two_places(program)


def check_one_in_two_places(program):
    """Two barycenters of one centre are no way from it to itself; what is said of them leaves the picture free."""
    centre = "^ИМЦ Красносельского района, барицентр.*"
    program.click("push button", "Показать всю схему")
    still(program, re.compile(centre + "Экологическое")).click()
    SCREEN.do("keydown", "ctrl")
    still(program, re.compile(centre + "Взаимодействие")).click()
    SCREEN.do("keyup", "ctrl")
    words = program.find("label", re.compile("^ИМЦ Красносельского района – одна и та же организация, она в 9 кластерах: Взаимодействие"))
    assert "Обе" not in words.name and "→" not in words.name, words.name
    program.screenshot("network-one-organisation-ru")
    scroller = words.parent.parent
    assert words.extents[2] > 300 and scroller.extents[3] < diagram(program).extents[3] / 3, scroller.extents


def test_a_path_is_asked_for_in_the_menu():
    with network() as program:
        fly_to_school(program).click(button=3)
        program.choose_entry("Путь до…")
        program.find("label", re.compile("^Путь: № 352 → "))
        still(program, companion(program)[1]).click()
        program.find("label", re.compile("^№ \\d+ → .*№ \\d+\n"))


def test_a_box_selects_and_the_names_are_copied():
    with network() as program:
        x, y = fly_to_school(program).centre
        program.key("Escape")
        program.focus()
        SCREEN.do("keydown", "shift")
        program.drag((x - 260, y - 190), (x + 260, y + 190))
        SCREEN.do("keyup", "shift")
        program.find("label", re.compile(r"^Выбран[оы]? \d+ участник"))
        program.find("push button", "Скопировать названия")
        program.screenshot("network-box-ru")
        program.key("Escape")
        program.gone("push button", "Скопировать названия")


def places(program):
    """Of all in the cluster of № 352."""
    return {item.name: item.extents for item in program.find_all("list item", re.compile(", Гражданско-патриотическое воспитание"))}


def test_what_is_dragged_stays_there_and_is_let_go_by_a_switch():
    with network() as program:
        program.wait_for_samples()
        school = fly_to_school(program)
        program.key("Escape")
        school = still(program, SCHOOL)
        before = places(program)
        was, (x, y) = school.extents, school.centre
        program.drag((x, y), (x - 60, y + 30))
        program.wait_sql([(1,)], PINS)
        moved = still(program, SCHOOL).extents
        assert abs(moved[0] - was[0] + 60) < 8 and abs(moved[1] - was[1] - 30) < 8, (was, moved)
        program.wait(lambda: program.find("check box", PIN).has("checked"), "the switch says so")
        assert places(program) != before
        program.key("ctrl+z")
        program.wait(lambda: places(program) == before, "all where they were")
        program.key("ctrl+shift+z")
        program.wait(lambda: places(program) != before, "moved again")
        still(program, SCHOOL)
        kept = program.sql("SELECT x, y FROM place")
        program.restart()
        fly_to_school(program)
        assert program.sql("SELECT x, y FROM place") == kept, "it did not stay"
        program.key("ctrl+z")
        program.wait_sql([(0,)], PINS)
        program.wait(lambda: not program.find("check box", PIN).has("checked"), "the switch says so")
        program.find("check box", PIN).click()
        program.wait_sql([(1,)], PINS)
        program.choose("Что показывает схема", "Открепить всё")
        program.wait_sql([(0,)], PINS)
        program.key("ctrl+z")
        program.wait_sql([(1,)], PINS)


def test_what_has_changed_is_listed_and_found():
    with network() as program:
        diagram(program)
        joined = program.sql("""SELECT o.name FROM membership m JOIN organisation o ON o.id = m.organisation
            WHERE m."from" > '2016-09-02' AND m."to" IS NULL""")
        assert joined, "nobody has joined in the samples"
        program.click("push button", "Что изменилось")
        program.find("label", re.compile("^С 1 сентября"))
        program.find("label", re.compile("^(Что изменилось в сети с|С .* никто не вошёл)"))
        program.screenshot("network-changes-ru")
        program.click("push button", "Что изменилось")
        program.gone("label", re.compile("^С 1 сентября"))


def test_the_day_goes_back():
    with network() as program:
        diagram(program)
        slider = program.click("slider")
        program.wait(lambda: slider.has("focused"), "the slider focused")
        program.key("Home")
        program.find("label", re.compile(r"с тех пор .*\+\d"))
        program.screenshot("network-before-ru")
        program.click("push button", "Что изменилось")
        program.gone("label", re.compile("с тех пор"))  # two other days are compared
        program.click("push button", "Что изменилось")
        program.find("label", re.compile(r"с тех пор .*\+\d"))
        program.click("push button", "Сегодня")
        program.find("label", re.compile("^сегодня, "))


def test_a_school_in_several_clusters_is_drawn_once_or_in_each():
    with network() as program:
        diagram(program)
        search(program, "271")
        program.find("label", re.compile("^1 из 1 "))
        program.key("Escape")
        program.choose("Что показывает схема", "Школа в каждом своём кластере")
        search(program, "271")
        program.find("label", re.compile("^[1-4] из [2-9] "))
        program.choose("Что показывает схема", "Разложить только по связям")
        program.wait_sql([(1,)], "SELECT count(*) > 100 FROM layout WHERE picture = 'free'")
        program.key("Escape")
        program.choose(re.compile("^Группа"), re.compile("^А · "))
        program.restart()
        program.find("push button", "Снять весь отбор", timeout=30).click()
        search(program, "271")
        program.find("label", re.compile("^[1-4] из [2-9] "))


def test_the_diagram_is_walked_by_keys():
    with network() as program:
        fly_to_school(program)
        program.key("Escape")
        still(program, SCHOOL).click()
        program.wait(lambda: node(program, SCHOOL).has("focused"), "the school focused")
        program.key("Home")
        program.wait(lambda: [n for n in program.find_all("list item", re.compile(", барицентр")) if n.has("focused")],
                     "its barycenter focused")
        program.key("Menu")
        program.find("menu item", "Путь до…")
        program.key("Escape")
        program.gone("menu item", "Путь до…")
        program.wait(lambda: [n for n in program.find_all("list item", re.compile(", барицентр")) if n.has("focused")],
                     "the barycenter focused again")
        program.key("alt+Page_Down")
        bundle = program.find("list item", re.compile(r" – .*: \d+ связ"))
        program.wait(lambda: bundle.has("focused"), "a bundle of links focused")
        program.screenshot("network-bundle-ru")
        program.key("Return")
        program.find("label", re.compile("^Выбран"))
        program.key("Escape", "Escape")
        program.gone("list item", re.compile(r" – .*: \d+ связ"))
        program.key("Return")
        program.wait(lambda: program.find("page tab", "Кластер").has("selected"), "the cluster opened")


def test_enter_opens_the_card_of_a_school():
    with network() as program:
        fly_to_school(program)
        program.key("Escape")
        still(program, SCHOOL).click()
        program.key("Return")
        program.wait(lambda: program.find("page tab", "Справочник").has("selected"), "the directory opened")


def test_a_figure_selects_its_nodes():
    with network() as program:
        diagram(program)
        program.click("push button", "Цифры")
        several = program.find("list item", re.compile("^В нескольких кластерах"))
        several.click()
        words = program.find("label", re.compile(r"^Выбран[оы]? \d+ участник")).name
        figure = several.find("label", re.compile(r"^\d+$")).name
        assert re.search(r"\d+", words).group() == figure, (words, figure)
        program.screenshot("network-figures-ru")
        program.key("Escape")


def test_a_school_is_shown_from_its_card():
    with network() as program:
        fly_to_school(program)
        program.key("Escape")
        still(program, SCHOOL).click()
        program.key("Return")
        program.wait(lambda: program.find("page tab", "Справочник").has("selected"), "the directory opened")
        program.click("push button", "Показать на схеме сети")
        program.wait(lambda: program.find("page tab", "Схема сети").has("selected"), "the diagram")
        program.wait(lambda: node(program, SCHOOL).has("selected"), "the school on it")


def test_who_leads_whom():
    with network() as program:
        diagram(program)
        program.click("push button", "Взаимодействие")
        program.find("list item", re.compile("^Научно-экспертный совет, "))
        program.screenshot("network-interaction-ru")
        program.restart()
        program.find("list item", re.compile("^Научно-экспертный совет, "), timeout=30)


def test_a_day_without_bodies_leads_to_one_with_them():
    with network() as program:
        program.wait_for_samples()
        for (body,) in program.sql("SELECT id FROM body"):
            program.control("set", "body", body, "from=2018-09-01", "to=2019-05-31")
        program.click("push button", "Взаимодействие")
        program.click("push button", re.compile("Показать 31 мая 2019$"))
        program.find("list item", re.compile("^Научно-экспертный совет, "))


def test_steps_of_the_scheme_are_kept():
    with network() as program:
        program.wait_for_samples()
        program.click("push button", "Взаимодействие")
        program.find("list item", re.compile("^Научно-экспертный совет, "))
        program.focus()
        program.key("shift+F5")
        steps = program.find("frame", "Шаги показа")
        program.focus(steps)
        program.key("alt+Down")
        program.wait_sql([("bodies", 1), ("title", None), ("bodies", 2)],
                         "SELECT kind, layer FROM slide WHERE picture = 'interaction' ORDER BY ordinal LIMIT 3")


def test_an_empty_centre_says_what_comes_here():
    with Program("--empty", settings={"tab": "'network'"}) as program:
        program.find("label", "Здесь будет вся сеть", timeout=30)
        program.screenshot("network-empty-ru")
        program.click("push button", re.compile("Создать кластер$"))
        program.wait(lambda: program.find("page tab", "Кластер").has("selected"), "the tab of clusters")


def test_a_long_layout_is_cancelled_and_begun_anew():
    program = Program(settings={"tab": "'network'"})
    program.database.parent.mkdir(parents=True)
    subprocess.run([GENERATOR, "--schools=40000", "--clusters=3000", "--memberships=90000", "--centres=100",
                    str(program.database)], check=True)
    with program:
        program.find("label", "Строится схема", timeout=60)
        program.click("push button", "Отмена")
        program.gone("label", "Строится схема", timeout=60)
        if program.find_all("label", "Схема не построена"):
            program.click("push button", re.compile("Построить$"))
        program.screenshot("network-cancelled-ru")
        program.find("label", re.compile("^3000 кластеров"), timeout=180)
        program.screenshot("network-country-ru")


tap.main()
