"""Pictures of the tab of the network, to be looked at; a narrow window gives the filters a row and folds the pane."""

import re

import tap
from harness import Program

DIAGRAM = re.compile("^(Схема|Diagram) [«“]")


def take(language, dark):
    for size in ((1280, 800), (900, 600)):
        with Program("--samples", language=language, dark=dark, size=size, settings={"tab": "'network'"}) as program:
            diagram = program.find("list", DIAGRAM, timeout=30)
            if size[0] < 1020:
                program.wait(lambda: diagram.extents[2] > 800, "a diagram as wide as the window")
            program.screenshot("network-%s-%d-%s" % (language, size[0], "dark" if dark else "light"))


def test_russian():
    take("ru", dark=False)


def test_russian_dark():
    take("ru", dark=True)


def test_english():
    take("en", dark=False)


tap.main()
