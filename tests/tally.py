"""Adds up what the logs of "meson test" say; the last line is "N passed, N failed".

A test that speaks TAP counts once for each of its points, any other test once. A skipped point has shown
nothing and counts as failed, and so does a test that ended badly after its points had passed.
"""

import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b(.*)\n((?:#.*\n)*)", re.MULTILINE)
SKIPPED = re.compile(r"#\s*skip", re.IGNORECASE)


def count(test):
    """The passed points, and the names of the failed ones, of one test."""
    passed, failed = 0, []
    for broken, name, remarks in POINT.findall(test.get("stdout", "") + "\n"):
        if broken or SKIPPED.search(name):
            failed.append(f"{name.strip()}\n{remarks}".rstrip())
        else:
            passed += 1
    if test["result"] not in ("OK", "EXPECTEDFAIL") and not failed:
        failed.append(test["result"])
    elif not passed and not failed:
        passed = 1
    return passed, failed


def main(logs):
    passed = failed = 0
    for log in logs:
        try:
            with open(log, encoding="utf-8") as lines:
                tests = [json.loads(line) for line in lines]
        except FileNotFoundError:
            print(f"{log}: no test ran")
            failed += 1
            continue
        for test in tests:
            points, names = count(test)
            passed += points
            failed += len(names)
            for name in names:
                print(f"failed: {test['name']}: {name}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
