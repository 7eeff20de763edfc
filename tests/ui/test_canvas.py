"""The picture of a cluster as a canvas: nodes pinned by dragging and by keys, boxes of them chosen, zoom and movement."""

import re

import tap
from harness import Program, SCREEN

CLUSTER = re.compile("^Готовность педагогов к реализации ФГОС")
CENTRE = "ИМЦ Калининского района"
SAME = 3  # pixels


def open_cluster(program):
    program.wait_for_samples()
    program.find("list item", CLUSTER, timeout=30).click()
    program.find("list", re.compile("^Схема кластера «Готовность"))
    return program


def node(program, name, place="группа"):
    return program.find("list item", re.compile("^" + re.escape(name) + ", " + place))


def middle(program, name):
    """On the screen, when it no longer moves."""
    place = []

    def rests():
        place.append(node(program, name).centre)
        return len(place) > 3 and place[-1] == place[-2] == place[-3]

    program.wait(rests, name + " at rest")
    return place[-1]


def near(a, b):
    return abs(a[0] - b[0]) <= SAME and abs(a[1] - b[1]) <= SAME


def chosen(program):
    return program.find_all("list item", re.compile(", (группа|барицентр)"), state="selected")


def drag_with(program, key, start, end):
    program.focus(program.find("frame"))
    SCREEN.do("keydown", key)
    try:
        program.drag(start, end)
    finally:
        SCREEN.do("keyup", key)


def around(program, *names):
    """Two corners with room round the nodes."""
    places = [middle(program, name) for name in names]
    boxes = [node(program, name).extents for name in names]
    wide, high = max(box[2] for box in boxes) // 2 + 6, max(box[3] for box in boxes) // 2 + 6
    return ((min(x for x, _ in places) - wide, min(y for _, y in places) - high),
            (max(x for x, _ in places) + wide, max(y for _, y in places) + high))


def from_centre(program, name):
    """From the barycenter to the node, in widths of the barycenter: however the picture is fitted into the window."""
    (x, y), centre = middle(program, name), node(program, CENTRE, "барицентр")
    return (x - centre.centre[0]) / centre.extents[2], (y - centre.centre[1]) / centre.extents[2]


def is_along(a, b):
    return abs(a[0] - b[0]) < 0.03 and abs(a[1] - b[1]) < 0.03


def test_a_node_is_pinned_by_dragging_it_in_its_sector():
    with Program("--samples") as program:
        open_cluster(program)
        program.wait(lambda: program.sql("SELECT count(*) FROM layout")[0][0] > 0, "the places kept")
        before, vector = middle(program, "АППО"), from_centre(program, "АППО")
        target = before[0] + 24, before[1] + 30
        program.drag(before, target)
        program.wait_sql([("yes",)], "SELECT pinned FROM place")
        assert near(middle(program, "АППО"), target), (middle(program, "АППО"), target)
        pinned = from_centre(program, "АППО")
        program.screenshot("canvas-pinned-ru")
        program.restart()
        open_cluster(program)
        assert is_along(from_centre(program, "АППО"), pinned), (from_centre(program, "АППО"), pinned)
        program.key("ctrl+z")
        program.wait_sql([], "SELECT pinned FROM place")
        program.wait(lambda: is_along(from_centre(program, "АППО"), vector), "the node where it was before")


def test_escape_lets_go_of_a_node_in_the_air():
    with Program("--samples") as program:
        open_cluster(program)
        before = middle(program, "АППО")
        SCREEN.do("mousemove", *before, "mousedown", 1)
        for i in range(1, 7):
            SCREEN.do("mousemove", before[0] + 6 * i, before[1] + 5 * i, "sleep", 0.02)
        program.find("label", re.compile("АППО останется здесь"))
        SCREEN.do("key", "Escape")  # program.key would let go of the mouse
        program.wait(lambda: not program.find_all("label", re.compile("АППО останется здесь")), "nothing in the air")
        SCREEN.do("mousemove", before[0] + 60, before[1] + 40, "mouseup", 1)
        assert near(middle(program, "АППО"), before), (middle(program, "АППО"), before)
        assert program.sql("SELECT count(*) FROM place") == [(0,)]


def test_undo_brings_the_whole_picture_back():
    with Program("--samples") as program:
        open_cluster(program)
        names = ("АППО", "ЦОК", "Учреждения ДПО")
        before = [middle(program, name) for name in names]
        program.drag(before[0], (before[0][0] + 20, before[0][1] - 28))
        program.wait_sql([(1,)], "SELECT count(*) FROM place")
        program.key("ctrl+z")
        program.wait_sql([(0,)], "SELECT count(*) FROM place")
        program.wait(lambda: all(near(node(program, name).centre, place) for name, place in zip(names, before)),
                     "everybody where they were")


def test_a_pinned_node_is_let_go_by_its_menu():
    with Program("--samples") as program:
        open_cluster(program)
        before = middle(program, "АППО")
        program.drag(before, (before[0] + 24, before[1] + 30))
        program.wait_sql([("yes",)], "SELECT pinned FROM place")
        node(program, "АППО").click(button=3)
        program.choose_entry("Открепить")
        program.wait_sql([], "SELECT pinned FROM place WHERE pinned = 'yes'")


def test_a_node_is_moved_by_keys_and_undone_at_once():
    with Program("--samples") as program:
        open_cluster(program)
        before = middle(program, "АППО")
        node(program, "АППО").click()
        program.key("alt+Down", "alt+Down", "alt+Down")
        program.wait_sql([(1,)], "SELECT count(*) FROM place WHERE pinned = 'yes'")
        assert middle(program, "АППО")[1] > before[1] + 12
        assert program.sql("SELECT count(*) FROM action WHERE type = 'edit' AND name LIKE 'Move % on the diagram'") == [(1,)]
        program.key("ctrl+z")
        program.wait_sql([(0,)], "SELECT count(*) FROM place")
        program.wait(lambda: near(node(program, "АППО").centre, before), "the node where it was before")


def test_a_box_is_chosen_and_moved_together():
    with Program("--samples") as program:
        open_cluster(program)
        drag_with(program, "shift", *around(program, "АППО", "РГПУ им. А. И. Герцена"))
        program.wait(lambda: len(chosen(program)) >= 2, "two chosen")
        n = len(chosen(program))
        program.find("label", re.compile("^Выбран. %d:" % n))
        program.screenshot("canvas-chosen-ru")
        node(program, "АППО").click(button=3)
        program.choose_entry(re.compile("^Перевести выбранн"), re.compile("^Г · "))
        program.wait(lambda: program.sql("""SELECT count(*) FROM membership m JOIN "group" g ON g.id = m."group" AND g.name = 'Г'
            JOIN cluster c ON c.id = m.cluster AND c.name LIKE 'Готовность%' WHERE m."from" IS NOT NULL""")[0][0] >= 2,
                     "both in another group")
        program.key("ctrl+z")
        node(program, "АППО")


def test_control_chooses_one_more_and_escape_lets_go():
    with Program("--samples") as program:
        open_cluster(program)
        for name in ("АППО", "ЦОК"):
            program.focus(program.find("frame"))
            SCREEN.do("keydown", "ctrl")
            node(program, name).click()
            SCREEN.do("keyup", "ctrl")
        program.wait(lambda: len(chosen(program)) == 2, "two chosen")
        program.key("Escape")
        program.wait(lambda: len(chosen(program)) <= 1, "none chosen")
        program.key("ctrl+space")
        program.find("label", re.compile("^Выбрана 1:"))


def test_the_picture_is_zoomed_by_the_wheel_and_moved_by_its_ground():
    with Program("--samples", size=(1280, 800)) as program:
        open_cluster(program)
        picture = program.find("list", re.compile("^Схема кластера"))
        before = node(program, "АППО").extents
        place = middle(program, "АППО")
        SCREEN.do("mousemove", *place, "click", "--repeat", 3, "--delay", 40, 4)
        program.wait(lambda: node(program, "АППО").extents[2] > before[2] * 1.5, "a larger picture")
        assert near(middle(program, "АППО"), place), "what is under the pointer moved"
        left, top = program.origin(picture)
        corner = left + picture.extents[0] + 6, top + picture.extents[1] + 6
        program.drag(corner, (corner[0] + 60, corner[1] + 40))
        program.wait(lambda: near(node(program, "АППО").centre, (place[0] + 60, place[1] + 40)), "a picture moved along")


def test_without_animation_everything_is_there_at_once():
    with Program("--samples") as program:
        program.wait_for_samples()
        program.stop()
        folder = program.home / "config" / "gtk-4.0"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.ini").write_text("[Settings]\ngtk-enable-animations=0\n")
        program.start()
        open_cluster(program)
        before = middle(program, "АППО")
        program.drag(before, (before[0] + 24, before[1] + 30))
        program.wait_sql([("yes",)], "SELECT pinned FROM place")
        program.key("ctrl+z")
        program.wait(lambda: near(node(program, "АППО").centre, before), "the node where it was before", timeout=2)


tap.main()
