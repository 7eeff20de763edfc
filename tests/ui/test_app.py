"""The frame of the window: ways in, packages, undo, search, backups, troubles."""

import re
import sqlite3
import subprocess
import time

import tap
from harness import BINARY, SAMPLES, Program

SHUSHENSKY = SAMPLES / "004-shushensky.xml"
N_SAMPLES = len(list(SAMPLES.glob("*.xml")))
CLUSTERS = "SELECT count(*) FROM cluster"
# The second in the list, so that it is not chosen by itself.
CLUSTER = re.compile("^Воспитание культуры")
# Of the package that comes last.
LAST_CLUSTER = re.compile("^Профессиональное развитие")
ACTIONS = "SELECT count(*) FROM action"
# of a reliability check; a backup there is not yet
N_PARTS = 6


def import_package(program):
    """Agrees to what the dialog shows."""
    dialog = program.find("frame", "Внести пакет")
    program.click(dialog.find("push button", "Внести"))
    program.gone("frame", "Внести пакет")


def answer(program, name):
    program.click(program.find("dialog").find("push button", re.compile(name)))
    program.gone("dialog")


def press_undo(program, key="ctrl+z"):
    program.focus(program.find("frame"))
    program.key(key)


def test_welcome_leads_to_samples_and_everything_is_found_again():
    with Program() as program:
        program.screenshot("welcome-ru")
        program.click("list item", "Посмотреть образцы")
        program.wait_for_samples()
        program.click("page tab", "Справочник")
        program.resize(1100, 700)
        program.restart()
        assert program.find("page tab", "Справочник").has("selected")
        program.wait(lambda: program.find("frame").extents[2:] == (1100, 700), "the size as it was left")
        assert not program.find_all("list item", "Посмотреть образцы")


def test_the_chosen_cluster_is_found_again():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.find("list item", LAST_CLUSTER)
        program.click("list item", CLUSTER)
        program.find("list item", CLUSTER, state="selected")
        program.restart()
        program.find("list item", CLUSTER, state="selected")


def test_the_chosen_day_is_found_again():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.click("list item", CLUSTER)
        slider = program.find("slider")
        program.click(slider)
        program.wait(lambda: slider.has("focused"), "the slider focused")
        program.key("Home")
        day = re.compile("^на 1 сентября 20")
        chosen = program.find("label", day).name
        program.restart()
        assert program.find("label", day).name == chosen


def test_a_new_centre_keeps_its_own_file():
    with Program() as program:
        program.click("list item", "Новый центр")
        dialog = program.find("frame", "Новый центр")
        assert not dialog.find("push button", "Создать").has("sensitive")
        program.focus(dialog)
        program.wait(lambda: dialog.find("text", "Краткое название центра"), "the form")
        program.type("ИМЦ Невского района")
        program.screenshot("new-centre-ru")
        program.click(dialog.find("push button", "Создать"))
        program.find("frame", "ИМЦ Невского района")
        (identifier, name), = program.sql("SELECT id, name FROM centre")
        assert name == "ИМЦ Невского района"
        assert program.sql("SELECT value FROM meta WHERE key = 'own_centre'") == [(identifier,)]


def test_another_process_is_seen_within_a_second():
    with Program() as program:
        program.click("list item", "Новый центр")
        dialog = program.find("frame", "Новый центр")
        program.focus(dialog)
        program.type("ИМЦ")
        program.key("Return")
        program.find("frame", "ИМЦ")
        (identifier,), = program.sql("SELECT id FROM centre")
        program.control("set", "centre", identifier, "name=НМЦ")
        start = time.monotonic()
        program.find("frame", "НМЦ")
        assert time.monotonic() - start < 3  # looking for it takes its time too


def test_a_package_is_shown_brought_in_undone_and_redone():
    with Program(SHUSHENSKY) as program:
        dialog = program.find("frame", "Внести пакет")
        dialog.find("label", "Новых")
        program.screenshot("import-ru")
        assert not program.database.exists(), "nothing is written before the person agrees"
        import_package(program)
        program.find("label", re.compile("^Импорт: "))
        (brought,), = program.sql(CLUSTERS)
        assert brought > 0

        press_undo(program)
        program.wait_sql([(0,)], CLUSTERS)
        assert program.find("push button", "Повторить").description.startswith("Повторить: Импорт: ")
        press_undo(program, "ctrl+shift+z")
        program.wait_sql([(brought,)], CLUSTERS)


def test_a_toast_takes_the_import_back():
    with Program("--empty") as program:
        program.focus()
        program.key("ctrl+i")
        program.choose_file(SHUSHENSKY)
        import_package(program)
        toast = program.find("label", re.compile("^Импорт: "))
        program.click(toast.parent.parent.find("push button", re.compile("^Отменить")))
        program.wait_sql([(0,)], CLUSTERS)


def test_a_bad_package_is_refused_whole():
    with Program("--empty") as program:
        bad = program.home / "bad.xml"
        text = SHUSHENSKY.read_text()
        bad.write_text(text[: len(text) // 2])
        subprocess.run([str(BINARY), str(bad)], env=program.environment, check=True)
        dialog = program.find("dialog", "Этот пакет внести нельзя")
        body = "\n".join(label.name for label in dialog.find_all("label"))
        assert "bad.xml" in body, body
        program.screenshot("bad-package-ru")
        answer(program, "Закрыть")
        assert program.sql(ACTIONS) == [(0,)]


def test_three_letters_find_a_school():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.focus()
        program.key("ctrl+k")
        program.find("entry", "Поиск")
        program.type("352")
        found = program.find("list", "Найдено")
        program.wait(lambda: [n.name for n in found.find_all("list item")][:1] == ["ГБОУ СОШ № 352"], "the school before its events")
        program.screenshot("search-ru")
        program.key("Return")
        program.gone("entry", "Поиск")
        program.wait(lambda: program.find("page tab", "Справочник").has("selected"), "the school in the directory")
        program.screenshot("found-ru")
        program.key("Return")
        program.wait(lambda: program.find("text", "Название").text == "ГБОУ СОШ № 352", "the found school in the form")
        program.key("Escape")
        program.find("push button", "Изменить")

        program.key("ctrl+k")
        program.find("entry", "Поиск")
        program.type("истор")
        program.find("list item", "История изменений")
        program.key("Return")
        program.find("frame", "История изменений")


def test_many_of_one_kind_do_not_bury_the_others():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.focus()
        program.key("ctrl+k")
        program.find("entry", "Поиск")
        program.type("экол")
        found = program.find("list", "Найдено")
        program.wait(lambda: {"Мероприятия", "Кластеры"} <= {n.name for n in found.find_all("label")}, "clusters beside events")
        program.screenshot("search-kinds-ru")
        program.key("Return")
        program.find("list", re.compile("^Схема кластера «Экологическое воспитание»"))


def test_history_goes_back_to_a_place():
    with Program("--samples") as program:
        program.wait_for_samples()
        clusters = program.sql(CLUSTERS)
        program.focus()
        program.key("ctrl+h")
        history = program.find("frame", "История изменений")
        rows = program.wait(lambda: len(history.find_all("list item")) == N_SAMPLES and history.find_all("list item"),
                            "a row for each package")
        program.screenshot("history-ru")
        program.click(rows[1].find("push button", "Отменить до этого места"))
        program.wait_sql([(N_SAMPLES + 2,)], ACTIONS)
        assert program.sql(CLUSTERS) < clusters
        program.wait(lambda: len(history.find_all("push button", "Отменить до этого места")) == N_SAMPLES - 2,
                     "two fewer to undo")


def test_a_backup_is_made_and_restored():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.focus()
        program.choose("Главное меню", "Резервные копии…")
        backups = program.find("frame", "Резервные копии")
        program.click(backups.find("push button", "Создать сейчас"))
        backups.find("push button", "Восстановить…")
        program.screenshot("backups-ru")
        program.control("add", "organisation", "name=Лишняя школа", "kind=school")
        program.wait_sql([(N_SAMPLES + 1,)], ACTIONS)

        program.click(backups.find("push button", "Восстановить…"))
        answer(program, "Восстановить")
        program.find("label", re.compile("^Копия восстановлена"))
        program.wait_sql([(N_SAMPLES,)], ACTIONS)
        program.find("page tab", "Кластер")


def test_the_file_is_checked():
    """Part by part; what was found goes onto paper; what somebody did behind the program's back is told."""
    with Program("--samples") as program:
        program.wait_for_samples()
        program.click("push button", "Главное меню")
        program.screenshot("menu-ru")
        program.choose_entry("Проверка надёжности")
        check = program.find("frame", "Проверка надёжности")
        program.find("push button", "Проверить снова", within=check)
        assert len(program.find_all("label", re.compile("^в порядке"), within=check)) == N_PARTS
        program.screenshot("check-ru")
        act = program.home / "act.pdf"
        program.focus(check)
        program.key("ctrl+s")
        program.choose_file(act, save=True)
        program.wait(lambda: act.exists() and act.read_bytes().startswith(b"%PDF"), "the page")

        with sqlite3.connect(program.database) as connection:
            connection.execute("UPDATE organisation SET note = 'тайком' WHERE id = (SELECT min (id) FROM organisation)")
        connection.close()
        program.click("push button", "Проверить снова", within=check)
        program.find("label", re.compile("не такова, как говорит её история"), within=check)
        assert program.find_all("label", re.compile("^не в порядке"), within=check)
        program.screenshot("check-wrong-ru")


def test_everything_is_exported():
    with Program("--samples") as program:
        program.wait_for_samples()
        package = program.home / "all.xml"
        program.focus()
        program.key("ctrl+e")
        program.click("push button", "Сохранить…")
        program.choose_file(package, save=True, beside=2)
        program.find("label", "Пакет записан в all.xml")
        program.control("validate", package)


def test_a_clock_set_back_is_told():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.stop()
        database = sqlite3.connect(program.database)
        database.execute("INSERT INTO action (stamp, type, name, author) "
                         "SELECT max (stamp) + (3 * 86400000 + 60000) * 65536, 'edit', 'Later', 'somebody' FROM action")
        database.commit()
        database.close()
        program.start("--database", program.database)
        program.find("label", re.compile("отстают от последнего изменения на 3 дня"))
        program.screenshot("clock-ru")


def test_troubles_name_the_way_out():
    with Program() as program:
        program.stop()
        program.database.parent.mkdir(parents=True, exist_ok=True)
        program.database.write_text("not a database at all, but long enough to be looked at\n" * 40)
        program.start()
        program.find("panel", "Файл «centre.db» не открывается")
        program.screenshot("trouble-ru")
        assert not program.find_all("push button", "Открыть только для чтения")
        program.database.unlink()
        program.click("push button", "Попробовать ещё раз")
        program.find("list item", "Новый центр")


def test_a_synchronised_folder_is_only_read():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.stop()
        (program.database.parent / ".stfolder").mkdir()
        program.start("--database", program.database)
        program.find("panel", "Файл «centre.db» не открывается")
        program.click("push button", "Открыть только для чтения")
        program.find("label", re.compile("^Файл открыт только для чтения"))
        program.find("list item", CLUSTER)
        assert not program.find("push button", "Отменить").has("sensitive")
        program.screenshot("read-only-ru")
        press_undo(program)
        program.key("ctrl+n")
        program.find("label", re.compile("^Файл открыт только для чтения"))
        program.click("page tab", "Справочник")
        program.find("label", re.compile(r"^\d+ организаци"))
        assert not program.find("push button", "Добавить").has("sensitive")
        assert program.sql(ACTIONS) == [(N_SAMPLES,)]

        # What is cut off: what is whole of it comes into a new file.
        program.stop()
        (program.database.parent / ".stfolder").rmdir()
        with sqlite3.connect(program.database) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        cut = program.database.read_bytes()[:-3 * 4096]
        program.database.write_bytes(cut)
        saved = program.database.parent / "saved.db"
        program.start("--database", program.database)
        program.find("panel", "Файл «centre.db» не открывается")
        program.screenshot("trouble-damaged-ru")
        program.click("push button", "Сохранить целое…")
        program.choose_file(saved, save=True)
        told = program.find("label", "Целое – в новом файле", timeout=60).window
        program.find("label", re.compile("Повторено действий после резервной копии: [1-9]"))
        program.screenshot("trouble-saved-ru")
        program.click(told.find("push button", re.compile("Закрыть")))
        program.gone("label", "Целое – в новом файле")
        program.click("page tab", "Кластер")
        program.find("list item", CLUSTER)
        assert program.control(f"--database={saved}", "check").stdout == "ok\n"
        assert program.database.read_bytes() == cut


def test_a_newer_database_is_left_alone():
    with Program("--empty") as program:
        program.find("page tab", "Кластер")
        program.stop()
        database = sqlite3.connect(program.database)
        database.execute("PRAGMA user_version = 9999")
        database.close()
        before = program.database.read_bytes()
        program.start("--database", program.database)
        program.find("panel", "Файл «centre.db» не открывается")
        assert program.database.read_bytes() == before


def test_a_second_window_and_a_second_file():
    with Program("--empty") as program:
        program.find("page tab", "Кластер")
        subprocess.run([str(BINARY)], env=program.environment, check=True)
        program.wait(lambda: len(program.find_all("frame")) == 2, "a second window on the same file")
        other = program.home / "other.db"
        subprocess.run([str(BINARY), "--empty", "--database", str(other)], env=program.environment, check=True)
        program.wait(lambda: len(program.find_all("frame")) == 3, "a window on another file")
        assert other.exists()


def copied_to(program, path, **change):
    """Starts the program on a copy of its database; another computer is noted in it if asked for."""
    program.stop()
    source = sqlite3.connect(program.database)
    source.execute("VACUUM INTO ?", (str(path),))
    source.close()
    for key, value in change.items():
        database = sqlite3.connect(path)
        with database:
            database.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))
        database.close()
    program.start("--database", path)


def replica(path):
    database = sqlite3.connect(path)
    (answer,) = database.execute("SELECT value FROM meta WHERE key = 'replica'").fetchone()
    database.close()
    return answer


def test_a_copy_made_by_hand_is_another_database():
    with Program("--empty", size=(900, 600)) as program:
        program.find("page tab", "Кластер")
        program.control("add", "organisation", "name=Школа", "kind=school")
        program.restart("--database", program.database)
        twin, moved = program.home / "twin.db", program.home / "moved.db"
        copied_to(program, twin)
        program.find("label", "Перенос или копия?")
        program.find("label", re.compile("та же база, что «.*centre.db»"))
        program.find("push button", re.compile("^Это _?копия"))
        program.screenshot("copy-ru")
        assert replica(twin) == replica(program.database)
        program.click("push button", re.compile("^Это _?копия"))
        program.wait(lambda: replica(twin) != replica(program.database), "a name of its own")
        program.restart("--database", twin)
        program.find("page tab", "Кластер")
        assert not program.find_all("label", "Перенос или копия?")

        copied_to(program, moved, home="another")
        program.find("label", re.compile("на другом компьютере"))
        program.click("push button", re.compile("^Это _?перенос"))
        program.wait(lambda: sqlite_home(moved) != "another", "a new home")
        assert replica(moved) == replica(program.database)
        assert program.control(f"--database={moved}", "check").stdout == "ok\n"


def sqlite_home(path):
    database = sqlite3.connect(path)
    (answer,) = database.execute("SELECT value FROM meta WHERE key = 'home'").fetchone()
    database.close()
    return answer


def tabs(program):
    return [tab.extents[1] for tab in program.find_all("page tab", "Справочник")]


def test_tabs_without_room_in_the_header_are_below():
    with Program("--empty") as program:
        program.wait(lambda: [y < 60 for y in tabs(program)] == [True], "the tabs in the header alone")
        for width in (900, 560):
            program.resize(width, 600)
            program.wait(lambda: [y > 500 for y in tabs(program)] == [True], f"the tabs at the bottom alone at {width}")
        program.screenshot("narrow-ru")
        program.resize(1280, 800)
        program.wait(lambda: [y < 60 for y in tabs(program)] == [True], "the tabs in the header again")


def nameless(program):
    """Controls that a screen reader has no words for; a drop-down list speaks for the button inside."""
    controls = ("push button", "toggle button", "check box", "entry", "text", "slider", "combo box", "page tab")
    return [node for role in controls for node in program.find_all(role)
            if (not node.name or node.name.startswith("Gtk")) and node.parent.role != "combo box"]


def test_every_control_has_a_name():
    with Program("--samples") as program:
        member = re.compile("^АППО, группа")
        program.click("list item", re.compile("^Готовность педагогов"))
        for tab, there in (("Кластер", member), ("Справочник", None), ("Схема сети", None)):
            program.click("page tab", tab)
            if there is not None:
                program.click("list item", there)
                program.find("push button", "Исключить из кластера")
            program.wait(lambda: program.find("page tab", tab).has("selected"), "the tab chosen")
            assert not nameless(program), "\n".join(line for node in nameless(program) for line in node.parent.tree())


def test_english():
    with Program(language="en") as program:
        program.find("list item", "See the samples")
        program.screenshot("welcome-en")


def test_keys_are_listed():
    with Program("--empty") as program:
        program.focus()
        program.find("page tab", "Кластер")
        program.key("F1")
        program.find("label", "Отменить")
        program.wait(lambda: len(program.find_all("frame")) == 2, "the window of keys")
        program.screenshot("keys-ru")


tap.main()
