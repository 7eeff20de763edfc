"""How long the window takes to its first frame with the database of a country, and how much memory, against a bare
libadwaita window in the same run. A frame is there when the middle of the black screen is no longer black.

    first-frame.py BARYCENTER BARE-WINDOW GENERATE-COUNTRY
"""

import ctypes
import ctypes.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import screen

ROUNDS = int(os.environ.get("BARYCENTER_ROUNDS", "9"))
MIDDLE = (640, 400)
LONGEST = 30
SETTLED = 1.0  # seconds after the first frame, for what is loaded then


class Pixel:
    """Looks at one point of the screen."""

    def __init__(self):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XGetImage.restype = ctypes.c_void_p
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                     ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x.XGetPixel.restype = ctypes.c_ulong
        self.x.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self.x.XDestroyImage.argtypes = [ctypes.c_void_p]
        self.display = self.x.XOpenDisplay(os.environ["DISPLAY"].encode())
        self.root = self.x.XDefaultRootWindow(self.display)

    def is_black(self):
        image = self.x.XGetImage(self.display, self.root, *MIDDLE, 1, 1, 0xFFFFFFFF, 2)
        value = self.x.XGetPixel(image, 0, 0) & 0xFFFFFF
        self.x.XDestroyImage(image)
        return value == 0


def peak_memory(pid):
    """Kilobytes that were resident at most."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    raise RuntimeError("the kernel tells no VmHWM")


def run_once(command, environment, pixel):
    """Seconds to the first frame, and the peak of memory."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while pixel.is_black():
            if process.poll() is not None or time.monotonic() - start > LONGEST:
                raise RuntimeError(f"no window from {command}")
            time.sleep(0.001)
        taken = time.monotonic() - start
        time.sleep(SETTLED)
        memory = peak_memory(process.pid)
    finally:
        process.terminate()
        process.wait()
    while not pixel.is_black():
        time.sleep(0.01)
    return taken, memory


def main():
    window, bare, generate = sys.argv[1:4]
    home = pathlib.Path(tempfile.mkdtemp(prefix="barycenter-"))
    desk = screen.Screen()
    try:
        database = home / "country.db"
        subprocess.run([generate, str(database)], check=True)
        environment = screen.environment(home, "en", pathlib.Path(os.environ["BARYCENTER_BUILD_DIR"]))
        environment["MALLOC_PERTURB_"] = "0"
        pixel = Pixel()
        ours, floor = [], []
        for round in range(ROUNDS + 1):
            floor.append(run_once([bare], environment, pixel))
            ours.append(run_once([window, "--database", str(database)], environment, pixel))
        report("first-frame", [t for t, _ in ours[1:]], [t for t, _ in floor[1:]], 1000, "ms")
        report("memory", [m for _, m in ours[1:]], [m for _, m in floor[1:]], 1 / 1024, "MiB")
    finally:
        desk.close()
        shutil.rmtree(home, ignore_errors=True)


def report(name, ours, floor, scale, unit):
    ours, floor = statistics.median(ours), statistics.median(floor)
    print(f"# {name}: {ours * scale:.1f} {unit} against {floor * scale:.1f} {unit}")
    print(f"{name}: {ours / floor:.2f}", flush=True)


main()
