"""The window opens."""

import tap
from harness import Program


def test_it_opens_with_its_tabs():
    with Program() as program:
        program.find("page tab", "Кластер")
        program.find("page tab", "Справочник")
        program.click("page tab", "Справочник")
        program.wait(lambda: program.find("page tab", "Справочник").has("selected"), "the tab chosen")
        program.screenshot("start-ru")


tap.main()
