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


def darkness(path):
    """Of the ground in a corner of a picture: 1 is black."""
    said = subprocess.run(["convert", f"{path}[0]", "-crop", "1x1+3+3", "-format", "%[fx:1-luminance]", "info:"], check=True,
                          capture_output=True, text=True).stdout
    return float(said)


def test_a_picture_is_written_light_for_paper_though_the_window_is_dark():
    with Program("--samples", dark=True) as program:
        open_network(program)
        program.key("ctrl+shift+e")
        program.find("label", re.compile("мельче 6 пт никто не прочтёт"))
        program.find("label", "Для бумаги, хотя окно тёмное")
        program.screenshot("export-dark-ru")
        save_as(program, program.home / "network")
        program.wait((program.home / "network.pdf").exists, "the file, with its ending")
        assert pages(program.home / "network.pdf") == 1
        texts = subprocess.run(["pdftotext", program.home / "network.pdf", "-"], check=True, capture_output=True,
                               encoding="utf-8").stdout
        assert "КНМЦ" in texts and "Легенда" not in texts
        subprocess.run(["pdftoppm", "-r", "30", "-png", "-singlefile", program.home / "network.pdf", program.home / "light"],
                       check=True)
        assert darkness(program.home / "light.png") < 0.1, "a dark sheet"
        program.key("ctrl+shift+e")
        program.choose_below(program.find("combo box", "Формат"))
        program.gone("label", "Для бумаги, хотя окно тёмное")
        save_as(program, program.home / "dark.png")
        program.find("label", "Схема записана: dark.png")
        assert darkness(program.home / "dark.png") > 0.7, "a picture in other colours than the screen's"


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
        dialog = program.find("dialog", "Печать")
        dialog.find("label", "Печатать в файл").click()
        dialog.find("label", "Схема").click()
        dialog.find("label", re.compile("^Самые мелкие буквы на бумаге"))
        sheets = dialog.find("label", re.compile(r"^\d+ лист\w*, склеива"))
        program.screenshot("print-ru")
        before = sheets.name
        dialog.find("label", "Настройка страницы").click()
        paper = dialog.find("combo box", re.compile("^Размер бумаги"))
        paper.click()
        program.key("Up", "Return")
        dialog.find("label", "Схема").click()
        program.wait(lambda: sheets.name != before, "other paper, as many sheets as it takes")
        chosen = sheets.name
        dialog.find("push button", re.compile("Печать$")).click()
        program.gone("dialog", "Печать")
        program.wait(lambda: list(program.home.glob("*.pdf")), "the sheet in a file")
        program.focus()
        program.key("ctrl+p")
        program.find("dialog", "Печать").find("label", "Схема").click()
        program.find("label", chosen)  # on the same paper


tap.main()
