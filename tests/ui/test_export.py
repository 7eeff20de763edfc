"""The picture leaves the window: as a file, as a poster, by the clipboard, on paper."""

import re
import subprocess

import tap
from harness import SCREEN, Program


def open_network(program):
    program.wait_for_samples()
    program.focus()
    program.key("alt+4")
    program.find("push button", "Сохранить, напечатать, скопировать схему")


def save_as(program, path):
    program.click("push button", "Сохранить как…")
    program.wait(lambda: len(SCREEN.windows(program.process.pid)) > 2, "the file chooser above the dialog")
    program.choose_file(path, save=True)


def pages(path):
    facts = subprocess.run(["pdfinfo", path], check=True, capture_output=True, encoding="utf-8").stdout
    return int(re.search(r"Pages: +(\d+)", facts)[1])


def test_a_picture_is_written():
    with Program("--samples") as program:
        open_network(program)
        program.key("ctrl+shift+e")
        program.find("label", re.compile("мельче 6 пт никто не прочтёт"))
        program.screenshot("export-ru")
        save_as(program, program.home / "network")
        program.wait((program.home / "network.pdf").exists, "the file, with its ending")
        assert pages(program.home / "network.pdf") == 1
        texts = subprocess.run(["pdftotext", program.home / "network.pdf", "-"], check=True, capture_output=True,
                               encoding="utf-8").stdout
        assert "КНМЦ" in texts and "Легенда" not in texts


def test_a_poster_is_one_click_away():
    with Program("--samples") as program:
        open_network(program)
        program.key("ctrl+shift+e")
        offer = program.find("push button", re.compile(r"Плакат из \d+ лист"))
        n = int(re.search(r"\d+", offer.name)[0])
        program.click("push button", offer.name)
        program.find("label", re.compile(rf"^{n} лист"))
        save_as(program, program.home / "poster.pdf")
        program.find("label", "Схема записана: poster.pdf")
        assert pages(program.home / "poster.pdf") == n


def test_a_picture_is_copied_and_goes_to_paper():
    with Program("--samples") as program:
        open_network(program)
        program.key("ctrl+shift+c")
        program.find("label", "Схема скопирована")
        program.key("ctrl+p")
        program.find("label", "Схема")
        program.screenshot("print-ru")


tap.main()
