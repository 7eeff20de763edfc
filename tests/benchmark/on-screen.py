"""Runs a benchmark that opens windows, on a screen of its own.

    on-screen.py PROGRAM
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import screen


def main():
    home = pathlib.Path(tempfile.mkdtemp(prefix="barycenter-"))
    desk = screen.Screen()
    try:
        environment = screen.environment(home, "en", pathlib.Path(os.environ["BARYCENTER_BUILD_DIR"]))
        sys.exit(subprocess.run(sys.argv[1:], env=environment).returncode)
    finally:
        desk.close()
        shutil.rmtree(home, ignore_errors=True)


main()
