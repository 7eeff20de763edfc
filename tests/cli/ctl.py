"""Runs barycenterctl on files of a temporary folder."""

import contextlib
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

BUILD = pathlib.Path(os.environ["BARYCENTER_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["BARYCENTER_SOURCE_DIR"])
PROGRAM = BUILD / "src" / "barycenterctl"
SAMPLES = sorted((SOURCE / "data" / "samples").glob("*.xml"))
LOCALES = BUILD / "po"

DONE, REFUSED, USAGE, DATABASE = range(4)

KINDS = ["centre", "organisation", "person", "direction", "scheme", "group", "cluster", "membership", "role", "body",
         "body_member", "agreement", "party", "status", "link", "document", "place", "slide", "hidden_group",
         "roadmap", "section", "revision", "revision_line", "approval", "event", "event_part", "event_award", "event_move",
         "sending", "channel", "calendar_day", "calendar_term", "obligation_rule", "conflict_note", "half_year_report",
         "contest", "contest_stage", "contest_section", "contest_field", "checklist_item", "contest_criterion",
         "criterion_level", "tie_step", "contest_expert", "application", "application_answer", "appendix", "appendix_chunk",
         "technical_review", "technical_check", "interest_conflict", "expert_assignment", "score_sheet", "expert_mark",
         "contest_decision", "speech"]


def environment(home, russian=False):
    inherited = {k: v for k, v in os.environ.items()
                 if not k.startswith(("LC_", "XDG_")) and k not in ("LANG", "LANGUAGE")}
    inherited.update(HOME=str(home), BARYCENTER_LOCALE_DIR=str(LOCALES), TZ="Europe/Moscow", G_DEBUG="fatal-warnings")
    if russian:
        inherited.update(LANG="ru_RU.UTF-8", LOCPATH=str(LOCALES))
    else:
        inherited["LC_ALL"] = "C.UTF-8"
    return inherited


class Answer:
    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout or ""
        self.err = completed.stderr or ""

    def __repr__(self):
        return f"status {self.status}\nstdout: {self.out}\nstderr: {self.err}"


class Place:
    """A folder with a database, "centre.db", that most commands are about."""

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="barycenterctl-")
        self.path = pathlib.Path(self.temporary.name)
        self.database = self.path / "centre.db"
        return self

    def __exit__(self, *unused):
        self.temporary.cleanup()

    def run(self, *words, status=DONE, database=None, russian=False, **options):
        """With the database; fails unless the exit status is `status`."""
        return self.bare(f"--database={database or self.database}", *words, status=status, russian=russian, **options)

    def bare(self, *words, status=DONE, russian=False, stdout=subprocess.PIPE, env=None, **options):
        completed = subprocess.run([PROGRAM, *map(str, words)], cwd=self.path, stdout=stdout, stderr=subprocess.PIPE,
                                   env=env or environment(self.path, russian), encoding="utf-8", timeout=120, **options)
        answer = Answer(completed)
        assert status is None or answer.status == status, f"{words}: expected {status}\n{answer}"
        assert "CRITICAL" not in answer.err and "WARNING" not in answer.err, answer
        if answer.status != DONE:
            assert answer.err.strip() or answer.out.strip(), f"{words}: no word about why it failed"
        return answer

    def json(self, *words, **options):
        return json.loads(self.run(*words, **options).out)

    def create(self, name=None):
        self.run("create", *([f"--name={name}"] if name else []))
        return self

    def add(self, kind, /, **fields):
        """Adds a record and returns its id; "from_" is the field "from"."""
        answer = self.run("add", kind, *(f"{name.rstrip('_')}={value}" for name, value in fields.items()))
        return answer.out.strip()

    def list(self, kind, *conditions, **options):
        return self.json("list", kind, "--format=json", *(f"--where={c}" for c in conditions), **options)

    def contents(self, database=None):
        """All records, by kind and id, out of the file itself: asking the program for each kind would start it fifty times."""
        uri = pathlib.Path(database or self.database).absolute().as_uri() + "?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return {kind: {row["id"]: dict(row) for row in connection.execute(f'SELECT * FROM "{kind}"')} for kind in KINDS}

    def write(self, name, contents):
        path = self.path / name
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return path


def package(records, sender="Тест", declaration='<?xml version="1.0" encoding="UTF-8"?>\n', kind="all",
            namespace="urn:barycenter:package:1"):
    return (f'{declaration}<package xmlns="{namespace}" id="{uuid(1)}" kind="{kind}" created="2026-11-23T09:00:00Z">\n'
            f"  <manifest>\n    <sender>{sender}</sender>\n  </manifest>\n"
            f"  <records>\n{records}\n  </records>\n</package>\n")


def uuid(number):
    return f"01a206f0-0000-7000-8000-{number:012x}"


def organisation(number, name="Школа", more=""):
    return f'<organisation id="{uuid(number)}"><name>{name}</name><kind>school</kind>{more}</organisation>'
