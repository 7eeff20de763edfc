"""The samples' pictures beside reviewed ones: they may differ as fonts and rounding do, not more.

    meson test pictures               compares with tests/draw/pictures
    test_pictures.py --renew          draws those anew, to be looked at before they are committed

The font is DejaVu Sans, whatever the machine's is.
"""

import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

SOURCE = pathlib.Path(os.environ.get("BARYCENTER_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
BUILD = pathlib.Path(os.environ.get("BARYCENTER_BUILD_DIR", SOURCE / "_build"))
sys.path.insert(0, str(SOURCE / "tests"))

import tap  # noqa: E402

PROGRAM = BUILD / "src" / "barycenterctl"
REVIEWED = SOURCE / "tests" / "draw" / "pictures"
FAILED = BUILD / "tests" / "draw" / "pictures"
# Those with clusters.
SAMPLES = sorted(path for path in (SOURCE / "data" / "samples").glob("*.xml") if "<cluster " in path.read_text(encoding="utf-8"))
DAY = "2025-10-15"
BLOCK = 10
MOST_MEAN = 1.5     # of 255, over all blocks
MOST_BLOCK = 36     # of 255, in any block
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="same"><string>DejaVu Sans</string></edit>
  </match>
</fontconfig>
"""


class Drawing:
    """A database of one sample, and its pictures."""

    def __init__(self, sample):
        self.sample = sample

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="pictures-")
        self.path = pathlib.Path(self.folder.name)
        (self.path / "fonts.conf").write_text(FONTS.format(cache=self.path / "fonts"))
        self.run("create")
        self.run("import", "--trust-sender", self.sample)
        return self

    def __exit__(self, *unused):
        self.folder.cleanup()

    def run(self, *words):
        env = {name: os.environ[name] for name in ("PATH", "LSAN_OPTIONS") if name in os.environ} | {
            "HOME": str(self.path), "LC_ALL": "C.UTF-8", "TZ": "Europe/Moscow",
               "FONTCONFIG_FILE": str(self.path / "fonts.conf"), "G_DEBUG": "fatal-warnings"}
        return subprocess.run([PROGRAM, f"--database={self.path / 'centre.db'}", *map(str, words)], check=True, env=env,
                              stdout=subprocess.PIPE, encoding="utf-8").stdout

    def picture(self, *words):
        path = self.path / "picture.png"
        self.run("diagram", f"--at={DAY}", *words, "-o", path)
        return path

    def clusters(self):
        return [row.split(",")[0] for row in self.run("list", "cluster", "--format=csv").splitlines()[1:]]

    def cluster(self):
        return self.clusters()[0]

    def pictures(self):
        """Name and words of each."""
        name = self.sample.stem[:3]
        return [(f"{name}-cluster", f"--cluster={self.cluster()}", "--width=1000"), (f"{name}-network", "--network", "--width=720"),
                (f"{name}-interaction", "--interaction", "--width=720")]


def chunks(path):
    data = path.read_bytes()
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        yield kind, data[at + 8:at + 8 + length]
        at += 12 + length


def read(path):
    """Width, height and the rows of bytes of one of our own pictures: red, green, blue, no filters."""
    packed = b""
    for kind, contents in chunks(path):
        if kind == b"IHDR":
            width, height = struct.unpack(">II", contents[:8])
        elif kind == b"IDAT":
            packed += contents
    data = zlib.decompress(packed)
    step = 1 + 3 * width
    return width, height, [data[y * step + 1:(y + 1) * step] for y in range(height)]


def write_small(path, target):
    """The same picture packed as small as it goes."""
    def chunk(kind, contents):
        return struct.pack(">I", len(contents)) + kind + contents + struct.pack(">I", zlib.crc32(kind + contents))

    head = next(contents for kind, contents in chunks(path) if kind == b"IHDR")
    packed = zlib.decompress(b"".join(contents for kind, contents in chunks(path) if kind == b"IDAT"))
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(packed, 9)) + chunk(b"IEND", b""))


def blocks(picture):
    """The mean of each colour in each block."""
    width, height, rows = picture
    means = []
    for top in range(0, height, BLOCK):
        band = rows[top:top + BLOCK]
        for left in range(0, width, BLOCK):
            pixels = b"".join(row[3 * left:3 * (left + BLOCK)] for row in band)
            means.append(tuple(sum(pixels[colour::3]) / (len(pixels) // 3) for colour in range(3)))
    return means


def differ(a, b):
    """Returns the mean and the largest difference of blocks."""
    assert a[0] == b[0], f"{a[0]} pixels wide, not {b[0]}"
    assert abs(a[1] - b[1]) <= 8, f"{a[1]} pixels high, not {b[1]}"
    height = min(a[1], b[1])
    distances = [max(abs(x - y) for x, y in zip(p, q))
                 for p, q in zip(blocks((a[0], height, a[2][:height])), blocks((b[0], height, b[2][:height])))]
    return sum(distances) / len(distances), max(distances)


def is_same(a, b):
    mean, largest = differ(a, b)
    return mean <= MOST_MEAN and largest <= MOST_BLOCK


def compare(name, path):
    try:
        mean, largest = differ(read(path), read(REVIEWED / f"{name}.png"))
        assert mean <= MOST_MEAN and largest <= MOST_BLOCK, f"blocks differ by {mean:.2f} on average, {largest:.0f} at most"
    except AssertionError as difference:
        FAILED.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, FAILED / f"{name}.png")
        raise AssertionError(f"{name}: {difference}; see {FAILED / name}.png beside the reviewed one. "
                             "Where the new looks are meant: tests/draw/test_pictures.py --renew") from None


def compare_sample(sample):
    with Drawing(sample) as drawing:
        for name, *words in drawing.pictures():
            compare(name, drawing.picture(*words))


def test_kalininsky():
    compare_sample(SAMPLES[0])


def test_krasnoselsky_upbringing():
    compare_sample(SAMPLES[1])


def test_krasnodar():
    compare_sample(SAMPLES[2])


def test_krasnoselsky_innovation():
    compare_sample(SAMPLES[3])


def test_shushensky():
    compare_sample(SAMPLES[4])


def test_a_difference_is_noticed():
    """Another theme, no legend, one member fewer."""
    with Drawing(SAMPLES[0]) as drawing:
        words = ["--no-legend", f"--cluster={drawing.cluster()}", "--width=720"]
        before = read(drawing.picture(*words))
        assert differ(before, before) == (0, 0)
        assert not is_same(before, read(drawing.picture(*words, "--theme=dark")))
        assert not is_same(before, read(drawing.picture(*words, "--theme=print")))
        assert not is_same(before, (before[0], before[1], without_darkest(before)))


def without_darkest(picture):
    """The rows without what stands at the darkest block: some name."""
    width, _, rows = picture
    means = [sum(mean) for mean in blocks(picture)]
    across = -(-width // BLOCK)
    row, column = divmod(means.index(min(means)), across)
    fewer = [bytearray(contents) for contents in rows]
    left, right = max(column * BLOCK - 10, 0), min(column * BLOCK + 20, width)
    for contents in fewer[max(row * BLOCK - 10, 0):row * BLOCK + 20]:
        contents[3 * left:3 * right] = bytes([250]) * 3 * (right - left)
    return fewer


def renew():
    REVIEWED.mkdir(exist_ok=True)
    for old in REVIEWED.glob("*.png"):
        old.unlink()
    for sample in SAMPLES:
        with Drawing(sample) as drawing:
            for name, *words in drawing.pictures() if drawing.clusters() else []:
                write_small(drawing.picture(*words), REVIEWED / f"{name}.png")
                print(REVIEWED / f"{name}.png")


if "--renew" in sys.argv:
    renew()
else:
    tap.main()
