"""Forms of every kind: a test in C, on the screen of the harness."""

import os
import pathlib
import subprocess
import tempfile

import tap
from harness import BUILD, screen


def test_every_field_of_every_kind_has_its_row():
    with tempfile.TemporaryDirectory() as home:
        environment = screen.environment(pathlib.Path(home), "en", BUILD)
        environment["GTK_A11Y"] = "none"
        result = subprocess.run([os.environ["BARYCENTER_FORM_ROWS"]], env=environment, text=True, capture_output=True)
        assert result.returncode == 0, result.stdout + result.stderr
        assert result.stdout.count("ok ") == 3, result.stdout


tap.main()
