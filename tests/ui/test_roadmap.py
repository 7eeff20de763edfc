"""The tab of the roadmaps: made, filled, drawn as a sheet and a list, walked by keys, found, edited, moved, taken back."""

import datetime
import re
import subprocess
import time

import tap
from harness import Program

TODAY = datetime.date.today()
YEAR = TODAY.year if TODAY.month >= 9 else TODAY.year - 1
RALLY = re.compile("^Слёт «Эколята», ")
SEMINAR = re.compile("^Семинар кураторов, ")
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
STATE = "SELECT dates, state FROM event WHERE id = ?"


class Roadmaps(Program):
    """A window on a database with two clusters and a roadmap of each."""

    def add(self, kind, /, **fields):
        return self.control("add", kind, *(f"{name}={value}" for name, value in fields.items())).stdout.strip()

    def fill(self, roadmaps=True):
        self.control("create", "--name=ИМЦ")
        scheme = self.add("scheme", name="А–Г", arrangement="groups")
        clusters = [self.add("cluster", name=name, scheme=scheme) for name in ("Здоровье", "Экология")]
        self.ids = {"clusters": clusters}
        if not roadmaps:
            return self
        plans = [self.add("roadmap", name=f"План {i}", cluster=cluster, school_year=YEAR) for i, cluster in enumerate(clusters)]
        self.ids |= {
            "plans": plans,
            "rally": self.add("event", roadmap=plans[1], name="Слёт «Эколята»", dates=f"12 мая {YEAR + 1} года", kind="event",
                              state="planned", place="Парк «Новознаменка»"),
            "seminar": self.add("event", roadmap=plans[1], name="Семинар кураторов", dates="Март – май", kind="seminar", state="planned"),
            "start": self.add("event", roadmap=plans[0], name="Весёлые старты", dates="15 октября", kind="event", state="cancelled"),
        }
        return self


class window:
    """`with window() as program`: filled before it is started."""

    def __init__(self, roadmaps=True, tab="roadmap", **more):
        self.program = Roadmaps(settings={"tab": f"'{tab}'"}, **more).fill(roadmaps)

    def __enter__(self):
        return self.program.__enter__()

    def __exit__(self, *error):
        return self.program.__exit__(*error)


def show(program, page):
    """The bar comes to rest only when the year is read: until then a click may miss."""
    program.find("label", re.compile("мероприят"))

    def pressed():
        button = program.find("push button", page)
        place = button.extents
        time.sleep(0.1)
        if not button.has("pressed") and button.extents == place:
            button.click()
            time.sleep(0.3)
        return button.has("pressed")

    program.wait(pressed, f"the page «{page}»")


def in_words(days):
    """The day so many days from now, as plans write it."""
    day = TODAY + datetime.timedelta(days)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} года"


def rally(program):
    """The event on the sheet of the year, where it can be dragged."""
    show(program, "Год")
    return program.wait(lambda: next((n for n in program.find_all("list item", RALLY) if n.extents[2] < 30), None), "the event's square")


def choose_person(program):
    program.click("push button", "Выбрать: Кто согласен")
    program.click("label", "Сысоева О. П.", within=program.find("entry", "Выбрать: Кто согласен").window)


def test_an_empty_year_says_what_to_do():
    with window(roadmaps=False) as program:
        program.find("label", re.compile(f"^На {YEAR}/{(YEAR + 1) % 100:02} дорожных карт пока нет$"))
        program.click("push button", re.compile("Новая дорожная карта"))
        program.find("text", "Название")
        program.focus()
        program.click("push button", "Выбрать: Кластер")
        program.click("label", "Экология", within=program.find("entry", "Выбрать: Кластер").window)
        program.click("push button", "Сохранить")
        program.wait_sql([(YEAR, program.ids["clusters"][1])], "SELECT school_year, cluster FROM roadmap")
        program.find("label", "0 мероприятий")


def test_an_event_is_added_and_taken_back():
    with window() as program:
        rally(program)
        program.key("ctrl+n")
        program.find("text", "Название")
        program.focus()
        program.click("text", "Название")
        program.type("День леса")
        program.click("text", "Сроки")
        dialog = program.find("text", "Сроки").window
        program.type("1 января")
        program.find("label", re.compile("^01.01: "), within=dialog)
        assert not program.find_all("push button", "Допустить…", within=dialog), "there is nothing yet to keep a note for"
        program.screenshot("new-event-conflicts-ru")
        program.key("ctrl+a")
        program.type("21 марта")
        program.wait(lambda: not program.find_all("label", re.compile("^01.01: "), within=dialog), "another day")
        program.key("ctrl+Return")
        program.wait_sql([("День леса",)], "SELECT name FROM event WHERE dates = '21 марта'")
        program.find("list item", re.compile("^День леса, 21 марта"))
        program.focus(program.find("frame"))
        program.key("ctrl+z")
        program.wait_sql([(3,)], "SELECT count(*) FROM event")
        program.gone("list item", re.compile("^День леса"))


def test_a_click_and_keys_choose_events():
    with window() as program:
        program.click(rally(program))
        program.wait(lambda: program.find("list item", RALLY).has("selected"), "the clicked event selected")
        program.find("label", "Парк «Новознаменка»")
        program.key("Left")
        program.wait(lambda: program.find("list item", SEMINAR).has("selected"), "the neighbour selected by a key")
        program.key("Right", "Up")
        program.wait(lambda: program.find("list item", re.compile("^Весёлые старты")).has("selected"), "the row above")
        program.key("Escape")
        program.wait(lambda: not program.find_all("list item", state="selected"), "nothing selected")


def test_enter_edits_and_undo_takes_back():
    with window() as program:
        program.click(rally(program))
        program.key("Return")
        program.click("text", "Название")
        program.key("ctrl+a")
        program.type("Слёт отрядов")
        program.key("ctrl+s")
        program.wait_sql([("Слёт отрядов",)], "SELECT name FROM event WHERE id = ?", program.ids["rally"])
        program.find("list item", re.compile("^Слёт отрядов"))
        program.click("push button", "Отменить")
        program.wait_sql([("Слёт «Эколята»",)], "SELECT name FROM event WHERE id = ?", program.ids["rally"])


def test_pages_and_search_show_the_same_events():
    with window() as program:
        program.click(rally(program))
        show(program, "Список")
        program.find("label", f"Май {YEAR + 1}")
        program.wait(lambda: program.find_all("list item", state="selected"), "the selection stays")
        program.key("ctrl+f")
        program.type("новознаменка")
        program.find("label", re.compile("^1 подходит под фильтры · 3 мероприятия$"))
        program.gone("label", "Семинар кураторов")
        show(program, "Год")
        program.find("list item", RALLY)
        program.gone("list item", SEMINAR)
        program.key("ctrl+f")
        program.type("ъъ")
        program.click("push button", re.compile("Сбросить фильтры"))
        program.find("label", "3 мероприятия")


def test_a_month_is_stepped_to():
    with window() as program:
        program.click(rally(program))
        show(program, "Месяц")
        program.find("label", re.compile(f"^\\w+ {TODAY.year}$"))
        before = program.find("label", re.compile("^\\w+ 20\\d\\d$")).name
        program.key("alt+Right")
        program.wait(lambda: program.find("label", re.compile("^\\w+ 20\\d\\d$")).name != before, "another month")
        show(program, "Четверть")
        program.find("label", re.compile("^I+V? четверть$"))


def test_duplicate_and_remove():
    with window() as program:
        program.click(rally(program))
        program.choose("Ещё о мероприятии", "Дублировать")
        program.find("text", "Название")
        program.focus()
        program.key("ctrl+Return")
        program.wait_sql([(2,)], "SELECT count(*) FROM event WHERE name = 'Слёт «Эколята»'")
        program.focus(program.find("frame"))
        program.choose("Ещё о мероприятии", "Удалить")
        program.wait_sql([(1,)], "SELECT count(*) FROM event WHERE name = 'Слёт «Эколята»'")
        program.click("push button", "Отменить")
        program.wait_sql([(2,)], "SELECT count(*) FROM event WHERE name = 'Слёт «Эколята»'")


def test_the_search_of_the_window_goes_to_an_event():
    with window(tab="directory") as program:
        program.find("frame")
        program.key("ctrl+k")
        program.type("эколята")
        program.find("list item", re.compile("Слёт «Эколята»"))
        program.key("Return")
        program.wait(lambda: program.find("list item", RALLY).has("selected"), "the event in its tab")


def test_today_says_what_is_due_and_takes_it_as_done():
    with window() as program:
        program.add("event", roadmap=program.ids["plans"][1], name="День леса", dates=in_words(8), kind="event", state="planned")
        program.find("push button", "Написать: Анонс: День леса")
        program.click("push button", re.compile("^Написать: Совещание"))
        form = program.wait(lambda: next((f for f in program.find_all("dialog") + program.find_all("frame")
                                          if f.find_all("push button", "Сохранить")), None), "a meeting that the plan lacks")
        assert "четверть)" in program.find("text", "Название", within=form).text
        program.focus(form)
        program.key("Escape")
        program.gone("push button", "Сохранить")
        program.click("push button", "Скопировать список")
        pasted = subprocess.run(["xclip", "-selection", "clipboard", "-o"], env=program.environment, check=True, capture_output=True,
                                encoding="utf-8", timeout=10).stdout
        assert "\n– Анонс: День леса (" in pasted and "В ближайшие 14 дней\n" in pasted, pasted
        late = program.find("push button", "Сделано: Анонс: День леса")
        program.find("push button", re.compile("^Сегодня \\d+ ⚠\\d+$"))
        late.click()
        program.wait_sql([("announcement", TODAY.isoformat())], "SELECT duty, sent_on FROM sending WHERE event IS NOT NULL")
        program.wait_sql([("announced",)], "SELECT state FROM event WHERE name = 'День леса'")
        program.gone("push button", "Сделано: Анонс: День леса")
        program.find("push button", "Сделано: Пресс-релиз: День леса")
        program.click("push button", "Отменить")
        program.wait_sql([(0,)], "SELECT count(*) FROM sending")
        program.find("push button", "Сделано: Анонс: День леса")


def test_a_drag_asks_why_and_shows_what_follows():
    with window() as program:
        x, y = rally(program).centre
        program.drag((x, y), (x + 60, y))
        save = program.find("push button", "Перенести")
        program.find("label", "Что изменится")
        program.find("label", re.compile("^Анонс: .* → "))
        assert not save.has("sensitive"), "without a reason"
        program.focus()
        program.click("combo box", re.compile("^Причина"))
        program.click("label", "Погода")
        program.wait(lambda: save.has("sensitive"), "all that is asked for")
        save.click()
        program.wait_sql([("moved", "weather")], "SELECT kind, reason FROM event_move WHERE event = ?", program.ids["rally"])
        (dates, state), = program.sql(STATE, program.ids["rally"])
        assert state == "moved" and dates != f"12 мая {YEAR + 1} года", (dates, state)
        program.focus(program.find("frame"))
        program.click("push button", "Отменить")
        program.wait_sql([(f"12 мая {YEAR + 1} года", "planned")], STATE, program.ids["rally"])
        assert program.sql("SELECT count(*) FROM event_move") == [(0,)]


def test_cancelling_needs_consent_and_stays():
    with window() as program:
        program.add("person", name="Сысоева О. П.")
        program.click(rally(program))
        program.click("push button", "Отменить…")
        save = program.find("push button", "Отменить мероприятие")
        program.focus()
        program.click("combo box", re.compile("^Причина"))
        program.click("label", "Погода")
        program.find("label", "Выберите, кто согласен")
        assert not save.has("sensitive")
        choose_person(program)
        program.wait(lambda: save.has("sensitive"), "consent is enough")
        save.click()
        program.wait_sql([(f"12 мая {YEAR + 1} года", "cancelled")], STATE, program.ids["rally"])
        program.find("list item", re.compile("^Слёт «Эколята», .*Отменено$"))
        program.find("push button", "Вернуть в план…")


def test_conflicts_are_told_and_can_be_accepted():
    with window() as program:
        program.add("event", roadmap=program.ids["plans"][0], name="Кросс", dates=f"12 мая {YEAR + 1} года", kind="event", state="planned",
                    place="парк «Новознаменка»")
        program.click(rally(program))
        program.find("label", re.compile("^\\d накладк"))
        program.click("push button", "Допустить…")
        program.find("text", "Примечание")
        program.focus()
        program.click("text", "Примечание")
        program.type("Разные аллеи")
        program.key("ctrl+Return")
        program.wait_sql([("place", "Разные аллеи")], "SELECT conflict, note FROM conflict_note WHERE event = ?", program.ids["rally"])


tap.main()
