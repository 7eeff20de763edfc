"""Runs the functions of a test program that are named test_*, and prints TAP."""

import sys
import traceback


def run(module):
    tests = [value for name, value in vars(module).items() if name.startswith("test_") and callable(value)]
    failures = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        try:
            test()
        except Exception:
            failures += 1
            print(f"not ok {number} - {name}")
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
    return 1 if failures else 0


def main():
    sys.exit(run(sys.modules["__main__"]))
