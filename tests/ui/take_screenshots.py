"""Takes the pictures of data/screenshots anew: each tab on the samples, in Russian, and a step of the presentation."""

import re
import subprocess

from harness import CONTROL, SCREEN, SOURCE, Program

PLACE = SOURCE / "data" / "screenshots"
SIZE = (1280, 800)
CLUSTER = re.compile("^Готовность педагогов к реализации ФГОС")
APPLICATION = "№ 9 · ГБДОУ детский сад № 35"
SCHOOL = "ГБОУ гимназия № 271"


def settle():
    """What moves or is laid out beside the window comes to rest; the pointer is out of the way."""
    SCREEN.do("mousemove", SIZE[0] + 60, SIZE[1] + 60, "sleep", 2)


def take(name, size=SIZE, place=(0, 0)):
    settle()
    subprocess.run(["import", "-window", "root", "-crop", "%dx%d+%d+%d" % (*size, *place), "+repage", "-strip", "-depth", "8",
                    "-resize", "%dx%d" % SIZE, str(PLACE / f"{name}.png")], check=True)


def take_tab(program, name):
    take(name, place=program.origin(program.find("frame")))


def show_tab(program, name):
    program.click("page tab", name)
    program.wait(lambda: program.find("page tab", name).has("selected"), f"the tab {name}")


def take_cluster(program):
    show_tab(program, "Кластер")
    program.click("list item", CLUSTER)
    program.click("list item", re.compile("^АППО, группа"))
    program.find("push button", "Исключить из кластера")
    take_tab(program, "cluster")


def take_roadmap(program):
    show_tab(program, "Дорожные карты")
    program.click("push button", "Год")
    take_tab(program, "roadmap")


def take_contest(program):
    show_tab(program, "Заявки")
    program.click("list item", APPLICATION)
    take_tab(program, "contest")


def take_network(program):
    show_tab(program, "Схема сети")
    program.find("list", re.compile("^Схема «"))
    take_tab(program, "network")


def take_directory(program):
    show_tab(program, "Справочник")
    program.find("label", re.compile(r"^\d+ организаци"))
    program.click("label", SCHOOL)
    program.find("push button", "Изменить")
    take_tab(program, "directory")


def bring_package(program):
    """From another centre, whose key the person at the command line vouches for; what is new goes back to it."""
    home = program.home / "other"
    home.mkdir()
    other = {**program.environment, "XDG_DATA_HOME": str(home)}
    for words in (["create", "--name=ИМЦ Невского района"], ["add", "organisation", "name=ГБОУ СОШ № 13", "kind=school"],
                  ["export", "--kind=all", "-o", str(home / "nevsky.bary.xml")]):
        subprocess.run([str(CONTROL), *words], env=other, check=True, capture_output=True)
    program.control("import", "--trust-sender", home / "nevsky.bary.xml")
    for kind in ("directory", "all"):
        program.control("export", f"--kind={kind}", "-o", program.home / f"{kind}.bary.xml")


def take_exchange(program):
    show_tab(program, "Обмен")
    bring_package(program)
    program.find("list item", re.compile("ИМЦ Невского района"))
    take_tab(program, "exchange")


def take_presentation(program):
    program.focus()
    program.key("F5")
    window = program.find("frame", "Показ")
    program.focus()
    program.key("Right", "Right", "Right")
    take("presentation", size=window.extents[2:])


def main():
    with Program("--samples", size=SIZE) as program:
        program.wait_for_samples()
        for act in (take_roadmap, take_contest, take_network, take_directory, take_exchange, take_cluster, take_presentation):
            act(program)


main()
