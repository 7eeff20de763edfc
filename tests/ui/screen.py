"""A screen, a session bus and an environment that belong to one test program."""

import atexit
import os
import shutil
import subprocess
import tempfile
import time

# The tests and the program they drive have the same today.
os.environ["TZ"] = "Europe/Moscow"
time.tzset()

# Larger than the largest window, so that nothing is cut.
SIZE = os.environ.get("BARYCENTER_SCREEN", "1440x900")


def start(command, announcement):
    """Starts a server that writes its address to a pipe. Returns the process and the address."""
    reader, writer = os.pipe()
    process = subprocess.Popen([*command, announcement.format(writer)], pass_fds=[writer],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        return process, pipe.readline().strip()


class Screen:
    def __init__(self):
        self.runtime = tempfile.mkdtemp(prefix="barycenter-run-")
        # Without -noreset the screen starts anew, and turns newcomers away, each time its last client leaves.
        self.server, display = start(["Xvfb", "-screen", "0", SIZE + "x24", "-nolisten", "tcp", "-noreset", "-displayfd"], "{}")
        os.environ["DISPLAY"] = ":" + display
        os.environ["XDG_RUNTIME_DIR"] = self.runtime
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE"):
            os.environ.pop(name, None)
        self.bus, os.environ["DBUS_SESSION_BUS_ADDRESS"] = start(["dbus-daemon", "--session", "--nofork"],
                                                                 "--print-address={}")
        # With Russian letters on its keys xdotool need not change the keyboard for each of them, which loses letters.
        subprocess.run(["setxkbmap", "us,ru"], check=True)
        atexit.register(self.close)

    def close(self):
        for process in (self.bus, self.server):
            process.terminate()
            process.wait()
        shutil.rmtree(self.runtime, ignore_errors=True)

    def do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "12", "--file", "-"], input=text, text=True,
                       check=True)

    def windows(self, pid):
        """The visible windows of a process, the uppermost last: x, y, width, height, id."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], capture_output=True, text=True)
        windows = []
        for xid in found.stdout.split():
            told = subprocess.run(["xdotool", "getwindowgeometry", "--shell", xid], capture_output=True, text=True)
            values = dict(line.split("=") for line in told.stdout.split())
            if values:
                windows.append((*(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")), xid))
        return windows

    def shot(self, path, windows):
        """The part of the screen that the windows cover; all of it without windows."""
        right = max((x + width for x, y, width, height, _ in windows), default=10000)
        bottom = max((y + height for x, y, width, height, _ in windows), default=10000)
        subprocess.run(["import", "-window", "root", "-crop", f"{right}x{bottom}+0+0", "+repage", str(path)], check=True)


def environment(home, language, build):
    """What the program is started with: its own folders, the language, drawing without a graphics card."""
    locales = {"ru": "ru_RU.UTF-8", "en": "C.UTF-8"}
    own = {
        "GDK_BACKEND": "x11",
        "GSK_RENDERER": "cairo",
        "GTK_A11Y": "atspi",
        "GTK_USE_PORTAL": "0",
        "GIO_USE_VFS": "local",
        "GSETTINGS_BACKEND": "keyfile",
        "G_DEBUG": "fatal-warnings",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "LANG": locales[language],
    }
    if (build / "po" / "ru_RU.UTF-8").is_dir():
        own["LOCPATH"] = str(build / "po")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k not in ("LANG", "LANGUAGE")}
    return inherited | own
