"""The plan leaves the tab of the roadmaps: as files and on paper."""

import csv
import io
import re
import subprocess

import tap
from harness import Program


def choose(program, name):
    program.choose("Ещё о дорожной карте", re.compile(name))


def show_roadmaps(program):
    program.click("page tab", "Дорожные карты")
    program.find("push button", "Ещё о дорожной карте")


def save(program, name):
    path = program.home / name
    choose(program, "Сохранить план")
    program.choose_file(path, save=True)
    program.wait(path.exists, name)
    program.find("label", f"Записано: {name}")
    return path


def test_the_plan_is_saved_in_every_form():
    with Program("--samples") as program:
        show_roadmaps(program)
        calendar = save(program, "plan.ics").read_text(encoding="utf-8")
        assert calendar.startswith("BEGIN:VCALENDAR") and calendar.count("BEGIN:VEVENT") > 100
        rows = list(csv.DictReader(io.StringIO(save(program, "plan.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
        assert len(rows) == calendar.count("BEGIN:VEVENT") and "Сроки проведения" in rows[0]
        text = subprocess.run(["pdftotext", save(program, "plan.pdf"), "-"], check=True, capture_output=True, encoding="utf-8").stdout
        assert "Планируемый результат" in text


def test_a_name_without_a_format_is_told():
    with Program("--samples") as program:
        show_roadmaps(program)
        choose(program, "Сохранить план")
        program.choose_file(program.home / "plan.doc", save=True)
        program.find("label", re.compile(r"plan\.doc.*\.fodt"))
        assert not (program.home / "plan.doc").exists()


def test_the_plan_goes_to_the_printer():
    with Program("--samples") as program:
        show_roadmaps(program)
        choose(program, "Печать плана")
        program.wait(lambda: program.find_all("dialog", "Печать") or program.find_all("frame", "Печать"), "the dialog of the desktop")
        program.screenshot("print-plan-ru")


tap.main()
