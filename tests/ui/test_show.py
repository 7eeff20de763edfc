"""The presentation: led by keys, a click and a finger's swipe; its steps edited, kept and replayed; the PDF of them."""

import re
import subprocess

import screen
import tap
from harness import SCREEN, Program

CLUSTER = re.compile("^Готовность педагогов к реализации ФГОС")
STEPS = [
    "Готовность педагогов к реализации ФГОС",
    "Барицентр: ИМЦ Калининского района",
    "Группа А · Опорные учреждения: 3 школы",
    "Группа Б · Информационно-методическое сопровождение: 5 организаций",
    "Группа В · Научно-методическое сопровождение: 3 организации",
    "Группа Г · Социальное партнёрство: 3 партнёра",
    "29 связей соединяют участников",
]
SLIDES = 'SELECT kind, caption, hidden FROM slide WHERE cluster IS NOT NULL ORDER BY ordinal'


def open_cluster(program):
    program.wait_for_samples()
    program.find("list item", CLUSTER, timeout=30).click()
    program.find("list", re.compile("^Схема кластера «" + CLUSTER.pattern.lstrip("^")))


def present(program, first=STEPS[0]):
    open_cluster(program)
    program.key("F5")
    window = program.find("frame", "Показ")
    expect(program, first)
    program.focus()
    return window


def caption(program):
    found = program.find_all("heading", limit=1)
    return found[0].name if found else None


def expect(program, words):
    program.wait(lambda: caption(program) == words, f"the caption «{words}»")


def press(program, key, words):
    program.key(key)
    expect(program, words)


def gone(program):
    program.gone("frame", "Показ")


def open_steps(program):
    program.key("shift+F5")
    window = program.find("frame", "Шаги показа")
    window.find("list item", STEPS[0])
    program.focus(window)
    return window


def captions(window):
    return [row.name for row in window.find("list", "Шаги показа").find_all("list item")]


def test_the_presentation_is_led_by_keys():
    with Program("--samples") as program:
        present(program)
        heading = program.find("heading")
        assert re.search("14 участников", heading.description), heading.description
        for key, words in zip(("Right", "space", "Next", "Return", "Down", "Right"), STEPS[1:]):
            press(program, key, words)
        press(program, "Left", STEPS[5])
        press(program, "Prior", STEPS[4])
        press(program, "BackSpace", STEPS[3])
        press(program, "Home", STEPS[0])
        press(program, "Left", STEPS[0])
        press(program, "End", STEPS[6])
        press(program, "Right", STEPS[6])
        program.key("4")
        press(program, "Return", STEPS[3])
        SCREEN.do("mousemove", *(side - 1 for side in map(int, screen.SIZE.split("x"))))  # beside the window that gets the keyboard
        program.key("Escape")
        gone(program)
        program.key("F5")
        expect(program, STEPS[0])
        program.focus()
        program.key("F5")
        gone(program)


def test_the_screen_goes_black_and_white():
    with Program("--samples") as program:
        present(program)
        press(program, "Right", STEPS[1])
        program.key("b")
        program.find("image", "Чёрный экран")
        program.key("Right")
        program.gone("image", "Чёрный экран")
        expect(program, STEPS[1])
        program.key("w")
        program.find("image", "Белый экран")
        program.key("period")
        program.find("image", "Чёрный экран")
        program.key("Cyrillic_yu")  # the key of the full stop, while the keyboard writes Russian
        program.gone("image", "Чёрный экран")


def test_the_presentation_is_led_by_hand():
    with Program("--samples") as program:
        window = present(program)
        width, height = window.extents[2:]
        program.click_at(width // 2, height // 3)
        expect(program, STEPS[1])
        program.click_at(width // 2, height // 3)
        expect(program, STEPS[2])
        program.click_at(width // 2, height // 3, button=3)
        expect(program, STEPS[1])
        program.drag((width // 2, height // 2), (width // 4, height // 2))
        expect(program, STEPS[2])
        program.drag((width // 4, height // 2), (width // 2, height // 2))
        expect(program, STEPS[1])


def test_the_speaker_has_a_list_of_steps_with_notes():
    with Program("--samples") as program:
        present(program)
        program.key("s")
        row = program.find("list item", STEPS[4])
        assert re.search("АППО", row.description), row.description
        row.click()
        expect(program, STEPS[4])
        program.gone("list", "Шаги показа")
        program.key("s")
        program.find("list", "Шаги показа")
        press(program, "s", STEPS[4])
        program.gone("list", "Шаги показа")


def test_the_caption_is_below_the_picture():
    with Program("--samples") as program:
        window = present(program)
        press(program, "End", STEPS[6])
        picture, heading = window.find("list"), window.find("heading")
        assert window.extents[2:] == tuple(map(int, screen.SIZE.split("x"))), window.extents
        program.wait(lambda: picture.extents[1] + picture.extents[3] <= heading.extents[1], "a caption of its own place")
        program.screenshot("show-links-ru")


def test_steps_are_edited_kept_and_replayed():
    with Program("--samples") as program:
        open_cluster(program)
        steps = open_steps(program)
        assert captions(steps) == STEPS, captions(steps)
        program.key("Down", "Down", "Down")  # the list has the keyboard from the start
        program.wait(lambda: steps.find("list item", STEPS[3]).has("selected"), "the step Б")
        program.key("alt+Up")
        program.wait(lambda: captions(steps)[2:4] == [STEPS[3], STEPS[2]], "Б before А")
        text = steps.find("text", "Подпись")
        text.click()
        program.key("ctrl+a")
        program.type("Who helps")
        program.key("Return")
        program.wait(lambda: captions(steps)[2] == "Who helps", "the step renamed")
        note = steps.find("text", re.compile("^Заметка"))
        note.click()
        program.key("ctrl+a")
        program.type("Slowly")
        steps.find("list item", STEPS[6]).click()
        program.wait_sql([("Slowly",)], "SELECT note FROM slide WHERE caption = 'Who helps'")
        program.click("label", "Показывать этот шаг", within=steps)
        program.wait_sql([("title", None, None), ("barycenter", None, None), ("group", "Who helps", None), ("group", None, None),
                          ("group", None, None), ("group", None, None), ("links", None, "yes")], SLIDES)
        program.screenshot("show-steps-ru")
        program.restart()
        present(program)
        press(program, "End", STEPS[5])
        press(program, "Home", STEPS[0])
        program.key("3")
        press(program, "Return", "Who helps")


def test_an_edit_is_undone_and_the_structure_restored():
    with Program("--samples") as program:
        open_cluster(program)
        steps = open_steps(program)
        steps.find("list item", STEPS[4]).click()
        program.key("Delete")
        program.wait(lambda: STEPS[4] in captions(steps)[-1:], "the step offered again")
        assert steps.find_all("label", re.compile("^Предлагается"))
        program.key("ctrl+z")
        program.wait(lambda: captions(steps) == STEPS, "the step where it was")
        program.wait_sql([(0,)], "SELECT count(*) FROM slide")
        steps.find("list item", STEPS[6]).click()
        program.key("alt+Up")
        program.wait(lambda: captions(steps)[5] == STEPS[6], "links before the last group")
        program.choose("Ещё", "Вернуть шаги по структуре", within=steps)
        program.wait(lambda: captions(steps) == STEPS, "the steps of the structure")
        program.wait_sql([(0,)], "SELECT count(*) FROM slide")


def test_what_the_diagram_shows_becomes_a_step():
    with Program("--samples") as program:
        program.find("list item", CLUSTER, timeout=30)
        program.click("page tab", "Схема сети")
        program.find("list item", re.compile("барицентр"), timeout=30)
        program.key("shift+F5")
        steps = program.find("frame", "Шаги показа")
        program.wait(lambda: len(captions(steps)) > 3, "the steps of the network")
        told = captions(steps)
        assert re.match("Вся сеть: ", told[1]), told
        program.focus(steps)
        program.click("push button", "Добавить то, что сейчас видно на схеме", within=steps)
        program.wait(lambda: captions(steps)[1] == "Крупный план", "the view after the first step")
        assert captions(steps)[2:] == told[1:], captions(steps)
        kept = program.sql("SELECT area, day, lines, cluster FROM slide WHERE kind = 'view'")
        assert len(kept) == 1 and len(kept[0][0].split()) == 4 and kept[0][1:] == (None, "yes", None), kept


def test_the_steps_become_a_pdf():
    with Program("--samples") as program:
        open_cluster(program)
        steps = open_steps(program)
        path = program.home / "steps.pdf"
        program.choose("Ещё", "Шаги в PDF…", within=steps)
        program.choose_file(path, save=True)
        program.wait(path.exists, "the file")
        told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        assert re.search(r"^Pages: +7$", told, re.M), told
        assert re.search(r"^Page size: +960 x 540 pts", told, re.M), told
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
        pages = [re.sub(r"\s+", " ", page) for page in text.split("\f")]
        for page, words in zip(pages, STEPS):
            assert words in page, (words, page)
        assert "АППО" in pages[4] and "АППО" not in pages[3], pages[3:5]


tap.main()
