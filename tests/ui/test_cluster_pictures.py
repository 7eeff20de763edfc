"""Pictures of the tab of clusters, to be looked at; a narrow window folds its side panes."""

import re

import tap
from harness import Program

GRAPH = re.compile("^(Схема кластера|Graph of the cluster)")


def take(language, dark):
    for size in ((1280, 800), (900, 600)):
        with Program("--samples", language=language, dark=dark, size=size) as program:
            program.find("list item", re.compile("барицентр|barycenter"), timeout=30)
            if size[0] < 960:
                program.wait(lambda: program.find("list", GRAPH).extents[2] > 800, "a graph as wide as the window")
            program.screenshot("cluster-%s-%d-%s" % (language, size[0], "dark" if dark else "light"))


def test_russian():
    take("ru", dark=False)


def test_russian_dark():
    take("ru", dark=True)


def test_english():
    take("en", dark=False)


tap.main()
