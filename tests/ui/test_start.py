"""The window opens on the samples, with its tabs."""

import tap
from harness import Program


def test_it_opens_with_samples():
    with Program("--samples") as program:
        program.click("page tab", "Справочник")
        program.wait(lambda: program.find("page tab", "Справочник").has("selected"), "the tab chosen")
        program.wait_for_samples()
        program.screenshot("start-ru")


tap.main()
