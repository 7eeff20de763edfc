"""The two commands: what they say without apt, and how results are added up."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = pathlib.Path(sys.argv[1])


def on_a_bare_machine(command, *tools):
    """Runs a command where there is nothing but a shell and the named tools."""
    with tempfile.TemporaryDirectory() as folder:
        for tool in ("bash", "env", "dirname", *tools):
            os.symlink(shutil.which(tool), f"{folder}/{tool}")
        return subprocess.run([f"{folder}/bash", str(TOP / command)], env={"PATH": folder, "HOME": folder}, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL)


def tally(*logs):
    """Adds up logs; each is a list of (result, standard output)."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, log in enumerate(logs):
            names.append(f"{folder}/{number}.json")
            tests = [json.dumps({"name": "test", "result": result, "stdout": output}) for result, output in log]
            pathlib.Path(names[-1]).write_text("\n".join(tests), encoding="utf-8")
        result = subprocess.run([sys.executable, str(TOP / "tests" / "tally.py"), *names], text=True, capture_output=True)
        return result.returncode, result.stdout.splitlines()[-1]


def test_without_apt_one_line_names_what_is_missing():
    for command, missing in (("src/run", "gtk4 >= 4.8"), ("tests/run", "xdotool")):
        result = on_a_bare_machine(command)
        assert result.returncode == 1, result
        assert result.stdout == ""
        (line,) = result.stderr.splitlines()
        assert line.startswith("Missing: gcc, ") and missing in line and "apt" in line, line


def test_without_rights_one_line_names_the_packages():
    with tempfile.TemporaryDirectory() as folder:
        for tool in ("apt-get", "id"):
            path = pathlib.Path(folder, tool)
            path.write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
            path.chmod(0o755)
        os.environ["PATH"] = folder + ":" + os.environ["PATH"]
        result = on_a_bare_machine("src/run", "apt-get", "id")
    assert result.returncode == 1, result
    (line,) = result.stderr.splitlines()
    assert "run as root: apt-get install gcc " in line and "libgtk-4-dev" in line, line


def test_an_unknown_option_is_refused():
    result = subprocess.run([str(TOP / "tests" / "run"), "--what"], capture_output=True, text=True)
    assert result.returncode == 2 and result.stderr.startswith("Usage:"), result


def test_points_and_plain_tests_are_added_up():
    points = "TAP version 13\n1..2\nok 1 /a\nok 2 /b\n"
    assert tally([("OK", points), ("OK", "")], [("OK", points)]) == (0, "5 passed, 0 failed")


def test_a_failed_point_counts_once():
    assert tally([("FAIL", "ok 1 - a\nnot ok 2 - b\n# why\n")]) == (1, "1 passed, 1 failed")


def test_a_skipped_point_has_shown_nothing():
    assert tally([("OK", "ok 1 - a # SKIP no screen\nok 2 - b\n")]) == (1, "1 passed, 1 failed")


def test_a_crash_after_good_points_counts():
    assert tally([("ERROR", "ok 1 - a\n")]) == (1, "1 passed, 1 failed")


def test_no_test_at_all_is_a_failure():
    assert tally([]) == (1, "0 passed, 0 failed")


tap.main()
