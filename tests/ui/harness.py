"""Drives the window for real: a screen and a bus of its own, clicks and keys by xdotool, read back by AT-SPI and SQLite.

    from harness import Program
    import tap

    def test_it_opens():
        with Program("--samples") as program:
            program.click("push button", "Отменить")

    tap.main()

What works here, and why:
- There is no window manager. The harness gives the keyboard to the window it is about to use ("focus"), and dialogs lie
  in the upper left corner above their parents. Extra windows cover one another: name the one you mean with `within=`.
- GTK 4.8 tells extents relative to the window; its shadow is outside. `Node.centre` adds the origin of the X window that
  has the size of the frame, dialog or popover around the accessible, the uppermost first.
- Nothing sleeps for a fixed time: `find`, `wait` and `gone` look again until their time is up, and fail with the tree of
  what was on the screen. A failing test leaves a screenshot and that tree in the folder of screenshots.
- GTK 4.8 does not say which widgets are mapped: what is hidden must be hidden itself, not only by its stack. The tabs'
  views are; pages of other stacks keep their last place in the tree.
- Icon buttons are found by their accessible label (property `label` of <accessibility>), not by their tooltip.
"""

import functools
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import screen

SCREEN = screen.Screen()

import gi  # noqa: E402: the screen must be there before

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

BUILD = pathlib.Path(os.environ["BARYCENTER_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["BARYCENTER_SOURCE_DIR"])
BINARY = BUILD / "src" / "barycenter"
CONTROL = BUILD / "src" / "barycenterctl"
SAMPLES = SOURCE / "data" / "samples"
SHOTS = BUILD / "tests" / "ui" / "screenshots"
BORDER = 64  # at most this much of an X window is shadow, on both sides together
TOOLTIP = 100  # higher than any of these
PATIENCE = float(os.environ.get("BARYCENTER_PATIENCE", "20"))


class Missing(AssertionError):
    """What was looked for did not come in time."""


class Node:
    """An accessible on the screen."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    @functools.cached_property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def parent(self):
        return Node(self.program, self.accessible.get_parent())

    @property
    def children(self):
        accessible = self.accessible
        found = (accessible.get_child_at_index(i) for i in range(accessible.get_child_count()))
        return [Node(self.program, child) for child in found if child is not None]

    @property
    def extents(self):
        """x, y, width, height relative to the window."""
        box = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    @property
    def text(self):
        """What stands in an entry or a text view."""
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def visible(self):
        try:
            x, y, width, height = self.extents
        except GLib.Error:
            return True  # no widget, but what is in it may be one
        if width <= 0 or height <= 0:
            return False
        if self.role == "filler" and self.name == "GtkPopoverContent" and not self.program.has_window(self.parent.extents[2:]):
            return False  # GTK 4.8 does not say that a popover is closed
        return self.has("visible")

    @property
    def window(self):
        """The frame, dialog or popover this is in: what has a surface of its own."""
        node = self.accessible
        while True:
            parent = node.get_parent()
            if parent is None or parent.get_role() == Atspi.Role.APPLICATION:
                return Node(self.program, node)
            node = parent

    @property
    def centre(self):
        """The middle on the screen."""
        x, y, width, height = self.extents
        left, top = self.program.origin(self)
        return left + x + width // 2, top + y + height // 2

    def find(self, role=None, name=None, timeout=PATIENCE, **more):
        return self.program.find(role, name, within=self, timeout=timeout, **more)

    def find_all(self, role=None, name=None, **more):
        return self.program.find_all(role, name, within=self, **more)

    def click(self, button=1, times=1):
        self.program.click_at(*self.centre, button=button, times=times)

    def focus(self):
        self.program.focus(self.window)
        self.accessible.grab_focus()

    def tree(self, depth=0):
        """What is there, a line each; what goes away meanwhile is left out."""
        try:
            place = "%d,%d %dx%d" % self.extents
        except GLib.Error:
            place = ""
        try:
            lines = ["%s%s «%s» %s" % ("  " * depth, self.role, self.name, place)]
            for child in self.children if self.visible else []:
                lines += child.tree(depth + 1)
        except GLib.Error:
            return []
        return lines


def matches(wanted, text):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return wanted == text


class Program:
    """barycenter with a home of its own, which is kept between restarts of the same object."""

    def __init__(self, *args, language="ru", size=None, dark=False, env=None, settings=None):
        self.args = [str(arg) for arg in args]
        self.size = size
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="barycenter-"))
        self.database = self.home / "data" / "barycenter" / "centre.db"
        self.environment = screen.environment(self.home, language, BUILD)
        self.environment["BARYCENTER_DATA_DIR"] = str(SOURCE / "data")
        self.environment["XDG_DATA_DIRS"] = f"{SOURCE / 'data'}:/usr/local/share:/usr/share"
        self.environment["GSETTINGS_SCHEMA_DIR"] = str(BUILD / "data")
        if dark:
            self.environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        self.environment.update(env or {})
        self.process = None
        # The test's own bus has no desktop that shows notifications.
        self.write_settings({"morning-notice": "false", **(settings or {})})

    def write_settings(self, settings):
        """GSettings values as text of GVariants: {"window-width": "900"}."""
        keyfile = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        keyfile.write_text("[org/barycenter/Barycenter]\n" + "".join(f"{k}={v}\n" for k, v in settings.items()))

    # Life

    def __enter__(self):
        try:
            return self.start()
        except BaseException as error:
            self.__exit__(type(error), error, error.__traceback__)
            raise

    def __exit__(self, kind, error, trace):
        try:
            if error is not None:
                self.keep_evidence()
        finally:
            code = self.stop()  # whatever happens: the next one needs its place on the bus
            said = self.said
            shutil.rmtree(self.home, ignore_errors=True)
        if error is None and code not in (0, None):
            raise AssertionError(f"the program ended with {code}: {said}")

    def start(self, *args):
        self.log = open(self.home / "program.log", "ab")
        command = [str(BINARY), *(args or self.args)]
        self.process = subprocess.Popen(command, env=self.environment, stdout=self.log, stderr=self.log)
        self.find("frame")
        if self.size:
            self.resize(*self.size)
        return self

    @property
    def said(self):
        return (self.home / "program.log").read_text(errors="replace")

    def stop(self):
        """Closes it as a user does, by Ctrl+Q. Returns the exit status; None when it was not running."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            subprocess.run(["gapplication", "action", "org.barycenter.Barycenter", "quit"], env=self.environment,
                           capture_output=True)
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.process = None
        return code

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def restart(self, *args):
        code = self.stop()
        assert code == 0, f"the program ended with {code}: {self.said}"
        return self.start(*args)

    def control(self, *args, check=True):
        """barycenterctl in the same home."""
        return subprocess.run([str(CONTROL), *map(str, args)], env=self.environment, check=check, text=True,
                              capture_output=True)

    # Finding

    @property
    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Node(self, child)
        return None

    def find_all(self, role=None, name=None, within=None, state=None, limit=0):
        """Every visible accessible with the role and the name (text or compiled pattern), in the tree's order."""
        top = within or self.application
        found = []

        def look(node):
            try:
                if not node.visible and node.role != "application":
                    return
                if matches(role, node.role) and matches(name, node.name) and (state is None or node.has(state)):
                    found.append(node)
                for child in node.children:
                    if limit and len(found) >= limit:
                        return
                    look(child)
            except GLib.Error:
                pass  # it went away while we looked

        if top is not None:
            look(top)
        return found

    def find(self, role=None, name=None, within=None, timeout=PATIENCE, state=None):
        def look():
            found = self.find_all(role, name, within, state, limit=1)
            return found[0] if found else None

        return self.wait(look, f"{role or 'anything'} «{getattr(name, 'pattern', name) or ''}»", timeout)

    def gone(self, role=None, name=None, timeout=PATIENCE):
        self.wait(lambda: not self.find_all(role, name, limit=1), f"no {role} «{name}»", timeout)

    def wait(self, condition, what, timeout=PATIENCE):
        """Asks until the answer is true, and returns it."""
        end = time.monotonic() + timeout
        while True:
            if self.process.poll() is not None:
                raise Missing(f"{what}: the program ended with {self.process.returncode}: {self.said}")
            answer = condition()
            if answer:
                return answer
            if time.monotonic() > end:
                raise Missing(f"{what} did not come in {timeout} s; on the screen:\n" + self.tree())
            time.sleep(0.03)

    def tree(self):
        top = self.application
        return "\n".join(top.tree()) if top else "nothing"

    # Hands

    def origin(self, node):
        """Where on the screen the point is that the accessible's extents count from."""
        return self.surface(node)[:2]

    def surface(self, node):
        """The same point, and the X window on which the accessible is drawn."""
        windows = SCREEN.windows(self.process.pid)
        place = node.accessible
        while place.get_role() != Atspi.Role.APPLICATION:
            try:
                box = place.get_extents(Atspi.CoordType.WINDOW)
            except GLib.Error:
                box = None
            top = place.get_parent().get_role() == Atspi.Role.APPLICATION
            for left, upper, wide, high, xid in reversed(windows):
                if top and 0 <= wide - box.width <= BORDER and 0 <= high - box.height <= BORDER:
                    return left + (wide - box.width) // 2, upper + (high - box.height) // 2, xid
                if box is not None and not top and (wide, high) == (box.width, box.height):
                    return left - box.x, upper - box.y, xid  # a popover: its children count as if it lay elsewhere
            place = place.get_parent()
        return 0, 0, None

    def window_at(self, x, y):
        """The uppermost X window of the program there."""
        return next((xid for left, upper, wide, high, xid in reversed(SCREEN.windows(self.process.pid))
                     if left <= x < left + wide and upper <= y < upper + high), None)

    def has_window(self, size):
        return any((wide, high) == size for _, _, wide, high, _ in SCREEN.windows(self.process.pid))

    def focus(self, window=None):
        """Gives the keyboard to the window (the uppermost one without an argument)."""
        windows = SCREEN.windows(self.process.pid)
        wanted = windows[-1:]
        if window is not None:
            x, y, width, height = window.extents
            wanted = [w for w in windows if 0 <= w[2] - width <= BORDER and 0 <= w[3] - height <= BORDER][-1:]
        for *_, xid in wanted:
            SCREEN.do("windowraise", xid, "windowfocus", "--sync", xid)  # as a window manager does

    def click_at(self, x, y, button=1, times=1):
        SCREEN.do("mousemove", x, y, "click", "--repeat", times, "--delay", 30, button)

    def click(self, role=None, name=None, within=None, button=1, times=1, timeout=PATIENCE):
        node = role if isinstance(role, Node) else self.find(role, name, within, timeout)
        node.click(button, times)
        return node

    def choose_below(self, choice, steps=1):
        """Takes what lies so many lines below in the list of a choice. The keyboard is given to the choice's own window: the
        uppermost one may be a dialog or list that is only just going away."""
        def windows():
            return len(SCREEN.windows(self.process.pid))

        self.focus(choice.window)
        before = windows()
        choice.click()
        self.wait(lambda: windows() > before, "the choices")
        self.key(*["Down"] * steps, "Return")
        self.wait(lambda: windows() <= before, "the choices gone")

    def choose(self, button, *entries, within=None):
        """Takes an entry of a button's menu; each but the last leads to a submenu with the next."""
        self.click("push button", button, within)
        self.choose_entry(*entries)

    def choose_entry(self, *entries):
        """Takes an entry of the menu that is open or about to be."""
        for entry in entries:
            menu = self.point_at_entry(entry)
            SCREEN.do("click", 1)
        self.wait(lambda: all(xid != menu for *_, xid in SCREEN.windows(self.process.pid)), "the menu gone")

    def point_at_entry(self, entry):
        """A menu comes late, and what lies over it, the tooltip of its button, goes late. Returns the window of the menu."""
        def reached():
            for item in self.find_all("menu item", entry, limit=1):
                try:
                    self.hover(item)
                    xid = self.surface(item)[2]
                    return xid if item.has("focused") and xid == self.window_at(*item.centre) else None
                except GLib.Error:
                    pass  # the menu was made anew

        return self.wait(reached, f"the pointer on «{getattr(entry, 'pattern', entry)}»")

    def double_click(self, role=None, name=None, **more):
        return self.click(role, name, times=2, **more)

    def hover(self, node):
        x, y = node.centre
        SCREEN.do("mousemove", x - 1, y, "mousemove", x, y)

    def type(self, text):
        SCREEN.type(text)

    def key(self, *keys):
        """Names as xdotool knows them: "ctrl+z", "Return"."""
        SCREEN.do("key", "--clearmodifiers", "--delay", 20, *keys)

    def copy(self, text, kind="text/plain;charset=utf-8"):
        """Puts text on the clipboard, as another program does."""
        subprocess.run(["xclip", "-selection", "clipboard", "-t", kind], input=text.encode(), env=self.environment, check=True)

    def drag(self, start, end, steps=12):
        """From one node or point to another, slowly enough to be seen as a drag."""
        (x1, y1), (x2, y2) = (p.centre if isinstance(p, Node) else p for p in (start, end))
        SCREEN.do("mousemove", x1, y1, "mousedown", 1)
        for i in range(1, steps + 1):
            SCREEN.do("mousemove", x1 + (x2 - x1) * i // steps, y1 + (y2 - y1) * i // steps, "sleep", 0.02)
        SCREEN.do("sleep", 0.05, "mouseup", 1)

    def choose_file(self, path, save=False, beside=1):
        """Answers the file chooser, which GTK 4.8 does not show to AT-SPI, by typing the whole path.
        It opens beside so many windows; what a pointer shows where it rests is none."""
        def large():
            return [xid for *_, height, xid in SCREEN.windows(self.process.pid) if height > TOOLTIP]

        self.wait(lambda: len(large()) > beside, "the file chooser")
        SCREEN.do("windowfocus", "--sync", large()[-1])
        if save:
            self.key("ctrl+a")  # instead of the name that is suggested, with its ending
        self.type(str(path))
        self.key("Return")

    def resize(self, width, height, window=None):
        """The size that the user sees, without the border."""
        frame = window or self.find("frame")
        border = 2 * (self.origin(frame)[0] - SCREEN.windows(self.process.pid)[0][0])
        SCREEN.do("windowsize", SCREEN.windows(self.process.pid)[0][4], width + border, height + border)
        self.wait(lambda: frame.extents[2:] == (width, height), f"a window of {width}x{height}")

    # Evidence

    def screenshot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        windows = SCREEN.windows(self.process.pid) if self.process is not None else []
        SCREEN.shot(SHOTS / f"{name}.png", windows)

    def keep_evidence(self):
        test = next((f.f_code.co_name for f in frames() if f.f_code.co_name.startswith("test_")), "failure")
        self.screenshot(f"failed-{test}")
        if self.process is not None and self.process.poll() is None:
            (SHOTS / f"failed-{test}.txt").write_text(self.tree())

    def sql(self, query, *values):
        """Rows of the database, read beside the program."""
        database = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            return database.execute(query, values).fetchall()
        finally:
            database.close()

    def wait_for_samples(self):
        """Until all of them are brought in: a list that still grows moves under the pointer."""
        self.wait_sql([(1,)], "SELECT count(*) >= ? FROM action", len(list(SAMPLES.glob("*.xml"))), timeout=60)

    def wait_sql(self, expected, query, *values, timeout=PATIENCE):
        """Waits until the database, which may still have to be made, answers so."""
        def answers():
            try:
                return self.sql(query, *values) == expected
            except sqlite3.OperationalError:
                return False

        self.wait(answers, f"{expected} from {query}", timeout)


def frames():
    trace = sys.exc_info()[2]
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next
