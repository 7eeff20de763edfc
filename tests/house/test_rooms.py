"""The rooms of src: which may know which, and how large anything may grow."""

import pathlib
import re
import sys

import tap

TOP = pathlib.Path(sys.argv[1])

# What each room may include, besides itself.
ARROWS = {
    "base": [],
    "model": ["base"],
    "rules": ["base"],
    "store": ["base", "model", "rules"],
    "package": ["base", "model", "rules"],
    "exchange": ["base", "model", "rules", "store", "package"],
    "draw": ["base", "model", "rules"],
    "report": ["base", "model", "rules", "draw"],
    "cli": ["base", "model", "rules", "store", "package", "exchange", "draw", "report"],
    "ui": ["base", "model", "rules", "store", "package", "exchange", "draw", "report"],
}
TOP_LEVEL = {"meson.build", "README.md", "src", "data", "po", "tests", "flatpak", "LICENSE"}
LONGEST_FUNCTION = 60

OWN_INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
SYSTEM_INCLUDE = re.compile(r"^\s*#\s*include\s+<([^>]+)>", re.MULTILINE)

# What a room may not touch of the world outside.
DISPLAY = ("gtk/", "gdk/", "gsk/", "adwaita.h")
OBJECTS = ("gio/", "glib-object.h", "gobject/")
SQL = ("sqlite3.h",)
XML = ("libxml/",)
FORBIDDEN = {
    "base": DISPLAY + SQL + XML,
    "model": DISPLAY + SQL + XML,
    "rules": DISPLAY + OBJECTS + SQL + XML + ("time.h", "sys/time.h"),
    "store": DISPLAY + XML,
    "package": DISPLAY + SQL,
    "exchange": DISPLAY + SQL + XML,
    "draw": DISPLAY + SQL + XML,
    "report": DISPLAY + SQL,
    "cli": DISPLAY + SQL + XML,
    "ui": SQL + XML,
}
# The same, as the names of dependencies in the rooms' build files.
ROOM_OF_DEPENDENCY = {"adwaita_dep": ["ui"], "sqlite_dep": ["store"], "libxml_dep": ["package", "report"],
                      "ical_dep": ["report"], "xlsxwriter_dep": ["report"], "gmime_dep": ["report"], "gtk_dep": ["ui"],
                      "sodium_dep": ["store", "package", "exchange"]}
DEPENDENCY = re.compile(r"\b\w+_dep\b")
CLOCK = re.compile(r"\b(g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|time|clock_gettime) \(")


def sources():
    return [path for path in sorted((TOP / "src").rglob("*")) if path.suffix in (".c", ".h")]


def place(path):
    """The room of a source file, with its folder inside the room: ("ui", "cluster"); main.c is in no room."""
    parts = path.relative_to(TOP / "src").parts[:-1]
    return (parts[0], parts[1] if len(parts) > 1 else "") if parts else ("", "")


def homes():
    return {path.name: place(path) for path in sources() if path.suffix == ".h"}


def show(path):
    return str(path.relative_to(TOP))


def test_every_folder_of_src_is_a_room():
    rooms = {path.name for path in (TOP / "src").iterdir() if path.is_dir()}
    assert rooms, "src has no rooms"
    assert rooms <= set(ARROWS), f"unknown rooms: {sorted(rooms - set(ARROWS))}"


def test_names_of_headers_are_unique():
    seen = {}
    for path in sources():
        if path.suffix == ".h":
            assert path.name not in seen, f"{show(path)} and {show(seen[path.name])} have one name"
            seen[path.name] = path


def test_rooms_include_only_what_lies_below_them():
    home = homes()
    wrong = []
    for path in sources():
        room, _ = place(path)
        for name in OWN_INCLUDE.findall(path.read_text(encoding="utf-8")):
            target = home.get(pathlib.PurePath(name).name, (None,))[0]
            if room and target and target != room and target not in ARROWS[room]:
                wrong.append(f"{show(path)} includes {name} of {target}")
    assert not wrong, "\n".join(wrong)


def test_rooms_link_only_what_lies_below_them():
    wrong = []
    for room, below in ARROWS.items():
        for build in sorted((TOP / "src" / room).rglob("meson.build")):
            for name in DEPENDENCY.findall(build.read_text(encoding="utf-8")):
                other = name.removeprefix("bary_").removesuffix("_dep")
                known = name.startswith("bary_") and other in ARROWS
                if room not in ROOM_OF_DEPENDENCY.get(name, [room]) or known and other not in [room, *below]:
                    wrong.append(f"{show(build)} links {name}")
    assert not wrong, "\n".join(wrong)


def test_folders_of_the_window_do_not_know_each_other():
    home = homes()
    wrong = []
    for path in sources():
        room, folder = place(path)
        if room != "ui" or folder == "app":
            continue
        for name in OWN_INCLUDE.findall(path.read_text(encoding="utf-8")):
            target, other = home.get(pathlib.PurePath(name).name, ("", ""))
            if target == "ui" and other not in (folder, "common"):
                wrong.append(f"{show(path)} includes {name} of ui/{other}")
    assert not wrong, "\n".join(wrong)


def test_rooms_stay_away_from_foreign_libraries():
    wrong = []
    for path in sources():
        for name in SYSTEM_INCLUDE.findall(path.read_text(encoding="utf-8")):
            if name.startswith(FORBIDDEN.get(place(path)[0], ())):
                wrong.append(f"{show(path)} includes <{name}>")
    assert not wrong, "\n".join(wrong)


def test_rules_read_no_clock():
    wrong = [
        show(path)
        for path in sources()
        if place(path)[0] == "rules" and CLOCK.search(path.read_text(encoding="utf-8"))
    ]
    assert not wrong, "\n".join(wrong)


def test_main_only_starts():
    path = TOP / "src" / "main.c"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60, "src/main.c does more than start"


def test_no_function_is_longer_than_its_limit():
    long = []
    for path in [*sources(), *sorted((TOP / "tests").rglob("*.c"))]:
        opened = 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line == "{":
                opened = number
            elif line == "}" and number - opened - 1 > LONGEST_FUNCTION:
                long.append(f"{show(path)}:{opened}: {number - opened - 1} lines")
    assert not long, "\n".join(long)


def test_top_level_holds_only_what_was_agreed():
    found = {path.name for path in TOP.iterdir() if not path.name.startswith((".", "_build"))}
    assert not found - TOP_LEVEL, f"not agreed: {sorted(found - TOP_LEVEL)}"
    assert not TOP_LEVEL - found, f"missing: {sorted(TOP_LEVEL - found)}"


tap.main()
