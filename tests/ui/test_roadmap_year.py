"""What the tab of the roadmaps does with a year as a whole: the next one made of it, the load of schools, days that
are free, the calendar of the year."""

import re
import time

import tap
from harness import Program

YEAR = 2025


class Plan(Program):
    """A window on 2025/26: a cluster of three schools with a roadmap, and another that shares one of them."""

    def add(self, kind, /, **fields):
        return self.control("add", kind, *(f"{name}={value}" for name, value in fields.items())).stdout.strip()

    def event(self, name, dates, plan=None, **more):
        return self.add("event", roadmap=plan or self.plan, name=name, dates=dates, kind="event", state="planned", **more)

    def fill(self, year=YEAR):
        self.name = f"Экология {year}/{(year + 1) % 100}"
        self.control("create", "--name=ИМЦ")
        scheme = self.add("scheme", name="А–Г", arrangement="groups")
        group = self.add("group", scheme=scheme, name="А", ordinal=1)
        self.clusters = [self.add("cluster", name=name, scheme=scheme) for name in ("Экология", "Здоровье")]
        self.schools = [self.add("organisation", name=f"Школа № {number}", kind="school") for number in (203, 352, 590)]
        for school in self.schools:
            self.add("membership", cluster=self.clusters[0], organisation=school, group=group)
        self.add("membership", cluster=self.clusters[1], organisation=self.schools[1], group=group)
        self.plan = self.add("roadmap", name=self.name, cluster=self.clusters[0], school_year=year)
        self.section = self.add("section", roadmap=self.plan, name="Конкурсы", ordinal=1)
        return self


class window:
    """`with window() as program`: filled before it is started."""

    def __init__(self, more=None, year=YEAR, **options):
        self.program = Plan(settings={"tab": "'roadmap'"}, size=(1280, 800), **options).fill(year)
        if more is not None:
            more(self.program)

    def __enter__(self):
        return in_the_year(self.program.__enter__())

    def __exit__(self, *error):
        return self.program.__exit__(*error)


def in_the_year(program):
    """Goes to the year of the plan, whatever today is."""
    program.focus(program.find("frame"))
    program.key("ctrl+k")
    program.type(program.name)
    program.find("list item", re.compile(program.name))
    program.key("Return")
    program.find("label", re.compile("мероприят"))

    def pressed():  # a click may miss until the bar comes to rest
        button = program.find("push button", "Год")
        if not button.has("pressed"):
            button.click()
            time.sleep(0.3)
        return button.has("pressed")

    program.wait(pressed, "the sheet of the year")
    return program


def more(program, item):
    program.choose("Ещё о дорожной карте", re.compile(item))


def a_year(program):
    rally = program.event("Слёт", "11 сентября 2025 года", section=program.section)
    program.event("Победа", "9 мая", outcome="Было хорошо", held_on="2026-05-09")
    program.event("Конкурс", "Март – май")
    program.event("Встреча", "24 февраля", start_time="15:00")  # the fourth Tuesday of the next February is a holiday
    program.event("Зимний сбор", "10 октября")
    program.control("set", "event", program.sql("SELECT id FROM event WHERE name = 'Зимний сбор'")[0][0], "state=cancelled")
    program.control("set", "event", rally, "state=held")
    program.add("event_part", event=rally, organisation=program.schools[0], part="organiser", took_part="yes", attended=7)


NEXT = "FROM event e JOIN roadmap r ON r.id = e.roadmap WHERE r.school_year = 2026 ORDER BY e.name"


def test_the_next_year_is_planned_by_position():
    with window(a_year) as program:
        more(program, "План на следующий год")
        program.wait_sql([("Экология 2026/27", program.clusters[0])],
                         "SELECT name, cluster FROM roadmap WHERE school_year = 2026")
        assert program.sql(f"SELECT e.name, e.dates, e.start_time, e.held_on, e.outcome {NEXT}") == [
            ("Встреча", "24 февраля", "15:00", None, None),
            ("Конкурс", "Март – май", None, None, None),
            ("Победа", "9 мая", None, None, None),
            ("Слёт", "10 сентября", None, None, None),
        ], program.sql(f"SELECT e.name, e.dates {NEXT}")
        assert program.sql(f"SELECT DISTINCT e.state {NEXT}") == [("planned",)]
        assert program.sql("SELECT s.name, e.name FROM event e JOIN section s ON s.id = e.section AND s.roadmap = e.roadmap "
                           "JOIN roadmap r ON r.id = e.roadmap AND r.school_year = 2026") == [("Конкурсы", "Слёт")]
        assert program.sql("SELECT t.part, t.took_part, t.attended FROM event_part t JOIN event e ON e.id = t.event "
                           "JOIN roadmap r ON r.id = e.roadmap AND r.school_year = 2026") == [("organiser", None, None)]
        program.find("label", "План на следующий год: 2026/27 · 4 мероприятия · 1 без даты, слова прежние")
        program.find("list item", re.compile("^Слёт, 10 сентября, Экология"))
        program.screenshot("roadmap-next-year-ru")
        program.click("push button", "Отменить")
        program.wait_sql([(1, 1, 5)], "SELECT (SELECT count(*) FROM roadmap), (SELECT count(*) FROM section), "
                                      "(SELECT count(*) FROM event)")


def test_a_next_year_that_is_there_is_not_doubled():
    with window() as program:
        program.add("roadmap", name="Готовый план", cluster=program.clusters[0], school_year=YEAR + 1)
        more(program, "План на следующий год")
        program.find("label", "У кластера на 2026/27 уже есть «Готовый план»: ничего не создано")
        assert program.sql("SELECT count(*) FROM roadmap") == [(2,)]


def a_busy_november(program):
    other = program.add("roadmap", name="Здоровье", cluster=program.clusters[1], school_year=YEAR)
    program.event("Слёт", "11 ноября", place="Парк")
    program.event("Старты", "13 ноября", other)
    program.event("Зарница", "19 мая")
    program.event("Конкурс", "Март – май")


def test_the_load_map_leads_to_the_events_of_a_week():
    with window(a_busy_november) as program:
        more(program, "Загрузка школ")
        dialog = program.find("frame", "Загрузка школ")
        grid = program.find("table", re.compile("^Школа № 352, неделя с 10 ноября 2025: 2 мероприятия$"), within=dialog)
        program.find("label", "Слёт", within=dialog)
        program.find("label", "Старты", within=dialog)
        program.screenshot("load-ru")

        program.focus(dialog)
        program.key("Down")
        program.wait(lambda: grid.name.startswith("Школа № 203, неделя с 10 ноября"), "the school below")
        program.key("End", "Home", "Right")
        program.wait(lambda: grid.name.endswith("неделя с 8 сентября 2025: 0 мероприятий"), "the second week")
        x, y, width, height = grid.extents
        left, top = program.origin(grid)
        cell = (width - min(240, int(width * 0.22))) / 53
        program.click_at(int(left + x + width - cell * 15), top + y + 12)  # the week of 19 May, the first school
        program.wait(lambda: grid.name == "Школа № 352, неделя с 18 мая 2026: 1 мероприятие", f"a click: {grid.name}")
        program.click("label", "Зарница", within=dialog)
        program.gone("frame", "Загрузка школ")
        program.wait(lambda: program.find_all("list item", re.compile("^Зарница, "), state="selected"), "the event in the sheet")


def test_the_load_as_a_list_is_in_step():
    with window(a_busy_november) as program:
        more(program, "Загрузка школ")
        dialog = program.find("frame", "Загрузка школ")
        program.click("page tab", "Список", within=dialog)
        rows = program.find("list", "Недели школ, сначала самые занятые", within=dialog)
        names = [node.name for node in program.find_all("label", re.compile("неделя с"), within=rows)]
        assert names[0] == "Школа № 352, неделя с 10 ноября 2025: 2 мероприятия", names
        assert len(names) == 6, names
        program.click("label", "Школа № 590, неделя с 18 мая 2026: 1 мероприятие", within=rows)
        program.find("label", "Зарница", within=dialog)
        program.focus(dialog)
        program.key("Escape")
        program.gone("frame", "Загрузка школ")


def test_nobody_has_to_be_anywhere():
    with window() as program:
        more(program, "Загрузка школ")
        program.find("label", "Пока ни одной школе никуда не нужно", within=program.find("frame", "Загрузка школ"))


FAR = 2035  # no day of it is over


def a_clash(program):
    """The school of both clusters must be at two places on 13 November, a Tuesday."""
    other = program.add("roadmap", name="Здоровье", cluster=program.clusters[1], school_year=FAR)
    program.event("Слёт", "13 ноября")
    program.event("Старты", "13 ноября", other)


def test_a_free_day_leads_to_the_move():
    with window(a_clash, year=FAR) as program:
        program.click("list item", re.compile("^Слёт, "))
        program.choose("Ещё о мероприятии", re.compile("Свободные дни"))
        dialog = program.find("frame", "Свободные дни")
        days = [node.name for node in program.find_all("label", re.compile("^\\w+, .* 20\\d\\d$"), within=dialog)]
        assert len(days) == 10, days
        assert days[0] == "Понедельник, 19 ноября 2035", days  # the week of the clash has a duty of a school already
        assert "Пятница, 9 ноября 2035" not in days, "earlier needs consent"
        program.find("label", "на 6 дней позже · в этот день больше ничего нет; его школы свободны всю неделю", within=dialog)
        program.screenshot("free-days-ru")
        program.click("label", "Понедельник, 19 ноября 2035", within=dialog)  # a later one needs no consent
        program.gone("frame", "Свободные дни")
        save = program.find("push button", "Перенести")
        program.focus()
        program.click("combo box", re.compile("^Причина"))
        program.click("label", "Погода")
        program.wait(lambda: save.has("sensitive"), "all that is asked for")
        save.click()
        program.wait_sql([("19 ноября", "moved")], "SELECT dates, state FROM event WHERE name = 'Слёт'")


def on_a_holiday(program):
    program.event("Митинг", "9 мая 2026 года")  # a Saturday: the holiday is moved to Monday the 11th
    program.event("Слёт", "13 мая")
    program.event("Сбор", "11 мая")


DAYS = "SELECT count(*), sum(day = '2026-05-11' AND kind = 'day_off' AND state = 'law'), sum(day = '2026-04-30' AND kind = 'shortened') " \
       "FROM calendar_day"
TERMS = "SELECT kind, count(*) FROM calendar_term WHERE school_year = 2025 GROUP BY kind ORDER BY kind"


def test_the_calendar_is_filled_by_the_law_and_edited():
    with window(on_a_holiday) as program:
        more(program, "Учебный календарь")
        dialog = program.find("frame", "Учебный календарь")
        program.find("label", re.compile("^Своих нет: действуют обычные четверти"), within=dialog)
        program.click("push button", re.compile("Заполнить по закону"), within=dialog)
        program.wait_sql([("exam", 1), ("quarter", 4), ("vacation", 5)], TERMS)
        (count, *known), = program.sql(DAYS)
        assert known == [1, 1] and count > 15, (count, known)
        program.find("label", "Осенние каникулы", within=dialog)
        program.find("label", re.compile("^Выходной · Новогодние каникулы · Трудовой кодекс"), within=dialog)
        program.screenshot("calendar-ru")
        program.click("push button", re.compile("Заполнить по закону"), within=dialog)
        program.wait(lambda: program.sql(DAYS)[0][0] == count, "nothing is doubled")

        program.click("label", "Осенние каникулы", within=dialog)
        program.find("push button", "Сохранить")
        program.focus()
        program.click("text", "По")
        program.key("ctrl+a")
        program.type("04.11.2025")
        program.key("ctrl+s")
        program.wait_sql([("2025-11-04",)], "SELECT \"to\" FROM calendar_term WHERE name = 'Осенние каникулы'")


FIRST_RULE = "SELECT CAST(first_day AS TEXT), CAST(last_day AS TEXT) FROM obligation_rule WHERE duty = 'announcement'"


def test_the_rules_of_what_is_due_become_ones_own():
    with window(on_a_holiday) as program:
        more(program, "Правила сроков")
        dialog = program.find("frame", "Правила сроков")
        program.find("label", "Своих нет: действуют правила программы.", within=dialog)
        assert not program.find("push button", "Добавить правило", within=dialog).has("sensitive")
        program.find("label", re.compile(": 14 дней до .* = "), within=dialog)
        program.screenshot("rules-ru")
        program.click("push button", re.compile("Сделать своими"), within=dialog)
        program.wait_sql([(7,)], "SELECT count(*) FROM obligation_rule")

        program.click("label", "Анонс", within=dialog)
        program.find("push button", "Сохранить")
        program.focus()
        program.click("text", "Первый день")
        program.key("ctrl+a")
        program.type("-21")
        program.click("text", "Последний день")
        program.key("ctrl+a")
        program.type("-21")
        program.key("ctrl+s")
        program.wait_sql([("-21", "-21")], FIRST_RULE)
        program.find("label", re.compile(": 21 день до .* = "), within=dialog)


def test_events_on_a_day_off_are_told():
    with window(on_a_holiday) as program:
        more(program, "Учебный календарь")
        dialog = program.find("frame", "Учебный календарь")
        program.find("label", "Митинг", within=dialog)
        program.find("label", "Сбор", within=dialog)
        assert not program.find_all("label", "Слёт", within=dialog)
        program.add("calendar_day", day="2026-05-13", kind="day_off", name="Карантин", state="law")
        program.find("label", "Слёт", within=dialog)
        program.click("label", "Слёт", within=dialog)
        program.gone("frame", "Учебный календарь")
        program.wait(lambda: program.find_all("list item", re.compile("^Слёт, "), state="selected"), "the event in the sheet")


tap.main()
