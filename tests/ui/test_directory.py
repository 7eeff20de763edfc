"""The directory: found by three letters, sorted, filtered, edited, added, removed, brought in from a table."""

import re
import time

import tap
from harness import SOURCE, Program

SCHOOL = "ГБОУ СОШ № 352"


def centre(**more):
    """A program on a database with the samples, which shows the directory."""
    program = Program(settings={"tab": "'directory'"}, **more)
    program.control("create")
    program.control("import", "--trust-sender", *sorted((SOURCE / "data" / "samples").glob("*.xml")))
    return program


def show_directory(program):
    program.click("page tab", re.compile("Справочник|Directory"))
    program.wait(lambda: program.find("page tab", re.compile("Справочник|Directory")).has("selected"), "the directory")


def search(program, words):
    program.key("ctrl+f")
    program.wait(lambda: program.find("entry", "Поиск в справочнике"), "the search")
    program.type(words)


def choose(program, words, name):
    """Finds a record and chooses it by the keyboard alone."""
    search(program, words)
    program.find("label", "1 организация")
    program.key("Return")
    program.find("push button", "Изменить")
    program.find("label", name)


def first_name(program):
    """The first cell of the first row that is on the screen."""
    return program.find("table cell", within=program.find("tree table", "Записи")).find("label").name


def end_of(node):
    """Where on the window its right edge is."""
    x, _, width, _ = node.extents
    return x + width


def test_three_letters_find_a_school_and_its_clusters():
    with centre() as program:
        show_directory(program)
        program.find("label", re.compile(r"^\d+ организаци"))
        choose(program, "352", SCHOOL)
        program.find("list item", "Гражданско-патриотическое воспитание")
        program.screenshot("directory-card-ru")


def test_headers_sort():
    with centre() as program:
        show_directory(program)
        program.wait(lambda: first_name(program) == "АППО", "sorted by name")
        program.click("label", "Название")
        last = program.sql("SELECT title FROM entry WHERE kind = 'organisation' ORDER BY sort_key DESC LIMIT 1")[0][0]
        program.wait(lambda: first_name(program) == last, "sorted by name, backwards")
        program.click("label", "Номер")
        smallest = program.sql("SELECT name FROM organisation WHERE number IS NOT NULL ORDER BY CAST(number AS INTEGER) LIMIT 1")
        program.wait(lambda: first_name(program) == smallest[0][0], "sorted by number")


def test_an_address_is_checked_while_it_is_typed_and_taken_back():
    email = "SELECT email FROM organisation WHERE name = ?"
    with centre() as program:
        show_directory(program)
        choose(program, "352", SCHOOL)
        program.key("Return")
        program.click("text", "Электронная почта")
        program.type("school352")
        program.find("label", re.compile("школ|school352@mail.ru"))
        assert not program.find("push button", "Сохранить").has("sensitive"), "a wrong address can be saved"
        program.screenshot("directory-form-ru")
        program.type("@mail.ru")
        program.wait(lambda: program.find("push button", "Сохранить").has("sensitive"), "the address accepted")
        program.click("push button", "Сохранить")
        program.wait_sql([("school352@mail.ru",)], email, SCHOOL)
        program.find("label", "school352@mail.ru")
        program.key("ctrl+z")
        program.wait_sql([(None,)], email, SCHOOL)


def test_a_half_typed_form_stays():
    with centre() as program:
        show_directory(program)
        choose(program, "352", SCHOOL)
        program.key("Return")
        program.click("text", "Адрес")
        program.type("Nevsky 25")
        program.click("page tab", "Кластер")
        program.control("set", "organisation", program.sql("SELECT id FROM organisation WHERE name = ?", SCHOOL)[0][0],
                        "phone=+7 812 730-01-02", "address=другой адрес")
        show_directory(program)
        program.wait(lambda: program.find("text", "Адрес").text == "Nevsky 25", "what was typed")
        program.wait(lambda: program.find("text", "Телефон").text == "+7 812 730-01-02", "what another wrote")
        program.find("label", re.compile("изменено другим: «другой адрес»"))


def test_added_and_removed():
    count = "SELECT count(*) FROM organisation WHERE name = 'Lyceum 777'"
    with centre() as program:
        show_directory(program)
        program.find("label", re.compile(r"^\d+ организаци"))
        program.key("ctrl+n")
        dialog = program.wait(lambda: next((w for w in program.find_all("dialog") + program.find_all("frame")
                                            if w.name == "Организация"), None), "the form")
        assert not program.find("push button", "Сохранить", within=dialog).has("sensitive"), "nothing is filled in yet"
        program.click("text", "Название", within=dialog)
        program.type("Lyceum 777")
        program.choose_below(program.find(None, "Вид", within=dialog))
        program.wait(lambda: program.find("push button", "Сохранить", within=dialog).has("sensitive"), "all is filled in")
        program.click("push button", "Сохранить", within=dialog)
        program.wait_sql([(1,)], count)
        program.find("label", "Lyceum 777")
        search(program, "777")
        program.find("label", "1 организация")
        program.key("Return", "Delete")
        program.wait_sql([(0,)], count)
        program.key("ctrl+z")
        program.wait_sql([(1,)], count)


def test_removed_together_with_what_refers_to_it():
    members = "SELECT count(*) FROM membership m JOIN organisation o ON o.id = m.organisation WHERE o.name = ?"
    with centre() as program:
        before = program.sql(members, SCHOOL)
        assert before != [(0,)], "the sample has no such member"
        show_directory(program)
        choose(program, "352", SCHOOL)
        program.key("Delete")
        program.find("label", re.compile("Без этой записи не могут существовать"))
        program.screenshot("directory-remove-ru")
        program.click("push button", re.compile("Удалить вместе с"))
        program.wait_sql([(0,)], "SELECT count(*) FROM organisation WHERE name = ?", SCHOOL)
        program.wait_sql([(0,)], members, SCHOOL)
        program.key("ctrl+z")
        program.wait_sql(before, members, SCHOOL)


def choose_command(program, name):
    program.choose("Загрузка, выгрузка, столбцы", re.compile(name))


def test_a_table_in_windows_1251_is_previewed_and_brought_in():
    table = ("Название;Номер;Электронная почта;Чужое\r\n"
             f"{SCHOOL};352;school352@mail.ru;да\r\n"
             "ГБОУ СОШ № 777;777;school777@mail.ru;да\r\n"
             "ГБОУ СОШ № 778;778;не адрес;нет\r\n")
    rows = "SELECT name, email FROM organisation WHERE number IN ('352', '777', '778') ORDER BY number"
    with centre() as program:
        before = program.sql(rows)
        path = program.home / "schools.csv"
        path.write_bytes(table.encode("cp1251"))
        show_directory(program)
        choose_command(program, "Загрузить таблицу")
        program.choose_file(path)
        dialog = program.find("frame", "Загрузка таблицы")
        program.find("label", "1 новая запись · 1 уже есть и изменится · 1 строку загрузить нельзя", within=dialog)
        program.find("label", "⚠ не адрес", within=dialog)
        program.find("label", re.compile("^Строка 4: "), within=dialog)
        program.screenshot("directory-import-ru")
        assert program.sql(rows) == before, "something is written before it was agreed to"
        program.click("push button", "Внести", within=dialog)
        program.wait_sql([(SCHOOL, "school352@mail.ru"), ("ГБОУ СОШ № 777", "school777@mail.ru")], rows)
        program.gone("frame", "Загрузка таблицы")
        program.focus(program.find("frame"))
        program.key("ctrl+z")
        program.wait_sql(before, rows)


def test_a_table_is_pasted():
    with centre() as program:
        show_directory(program)
        choose(program, "352", SCHOOL)
        program.key("Return")
        note = program.find("text", "Примечание")
        program.click("text", "Адрес")
        program.wait(lambda: note.has("focused") or program.key("Tab"), "the note focused")
        program.type("Название;Номер")
        program.key("Return")
        program.type("ГБОУ СОШ № 901;901")
        program.wait(lambda: note.text.endswith(";901"), "the table typed")
        program.key("ctrl+a", "ctrl+x", "Escape")
        choose_command(program, "Вставить таблицу")
        dialog = program.find("frame", "Загрузка таблицы")
        program.find("label", "1 новая запись", within=dialog)
        program.click("push button", "Внести", within=dialog)
        program.wait_sql([("ГБОУ СОШ № 901",)], "SELECT name FROM organisation WHERE number = '901'")


def test_a_table_of_a_word_processor_is_pasted():
    page = ("<table><tr><th><p>Наименование</p></th><th>№</th><th>Телефон</th></tr>"
            "<tr><td><p>ГБОУ СОШ</p><p>№ 902</p></td><td>902</td><td>+7 812 730-01-02</td></tr></table>")
    with centre() as program:
        show_directory(program)
        program.copy(page, "text/html")
        choose_command(program, "Вставить таблицу")
        dialog = program.find("frame", "Загрузка таблицы")
        program.find("label", "1 новая запись", within=dialog)
        program.click("push button", "Внести", within=dialog)
        program.wait_sql([("ГБОУ СОШ № 902", "+7 812 730-01-02")], "SELECT name, phone FROM organisation WHERE number = '902'")


def show_column(program, name):
    program.choose("Загрузка, выгрузка, столбцы", "Столбцы", name)


def export_found(program, path):
    show_directory(program)
    search(program, "352")
    program.find("label", "1 организация")
    choose_command(program, "Выгрузить список")
    program.choose_file(path, save=True)
    program.wait(path.exists, "the table")
    return path.read_text(encoding="utf-8-sig").splitlines()


def test_what_is_found_is_exported_in_the_columns_shown():
    with centre() as program:
        rows = export_found(program, program.home / "list.csv")
        assert rows[0] == "Название;Вид;Номер;Центр;Телефон", rows
        assert rows[1].startswith(SCHOOL + ";Школа;352;"), rows
        assert len(rows) == 2, rows
        show_column(program, "Электронная почта")
        program.restart()
        rows = export_found(program, program.home / "longer.csv")
        assert rows[0] == "Название;Вид;Номер;Центр;Телефон;Электронная почта", rows


def test_columns_fill_the_width_and_fold_away():
    with centre() as program:
        show_directory(program)
        table = program.find("tree table", "Записи")
        program.find("label", re.compile(r"^\d+ организаци"))
        for size in ((1400, 700), (1280, 700)):
            program.resize(*size)
            program.wait(lambda: abs(end_of(table) - end_of(program.find("label", "Кластеры", within=table).parent)) < 12,
                         f"the columns as wide as the table in a window of {size}")
        for width in (890, 600):
            program.resize(width, 600)
            program.wait(lambda: end_of(program.find("push button", "Добавить")) < width, f"the buttons within {width} points")


def test_a_big_list_is_searched_at_once():
    with Program(settings={"tab": "'directory'"}) as program:
        program.stop()
        program.control("create", check=False)
        table = "".join(f'    <organisation id="00000000-0000-7000-8000-{i:012x}">\n      <name>Школа № {i}</name>\n'
                        f"      <kind>school</kind>\n      <number>{i}</number>\n    </organisation>\n" for i in range(20000))
        package = program.home / "big.xml"
        package.write_text('<?xml version="1.0" encoding="UTF-8"?>\n'
                           '<package xmlns="urn:barycenter:package:1" id="00000000-0000-7000-9000-000000000001" '
                           'kind="all" created="2026-11-23T09:00:00Z">\n  <manifest>\n    <sender>Проба</sender>\n'
                           f"  </manifest>\n  <records>\n{table}  </records>\n</package>\n", encoding="utf-8")
        program.control("import", "--trust-sender", package)
        program.start()
        show_directory(program)
        program.find("label", re.compile("20.?000 организаций"))
        started = time.monotonic()
        search(program, "19999")
        program.find("label", "1 организация")
        assert time.monotonic() - started < 3, "the search takes long"
        assert first_name(program) == "Школа № 19999", first_name(program)


tap.main()
