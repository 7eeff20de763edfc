"""The line itself: help, options anywhere, what is wrong with it, and standard output that cannot be written."""

import json
import re
import subprocess

import ctl
import tap
from ctl import DATABASE, DONE, REFUSED, USAGE, Place

COMMANDS = ["create", "import", "validate", "export", "key", "senders", "journal", "mailbox", "list", "show", "set", "add", "remove",
            "history", "undo", "redo", "conflicts", "resolve", "digest", "search", "check", "backup", "restore", "salvage", "layout",
            "diagram", "calendar", "due", "agreement", "calibrate", "assign", "contest"]


def test_help_lists_every_command():
    with Place() as place:
        text = place.bare("--help").out
        assert re.findall(r"^  (\w+)  ", text, re.M) == COMMANDS, text
        assert place.bare("-h").out == text
        assert place.bare("--version").out.startswith("barycenterctl ")


def test_each_command_answers_help():
    with Place() as place:
        for command in COMMANDS:
            text = place.bare(command, "--help").out
            assert f"barycenterctl {command}" in text and "--database=" in text, text
            assert place.bare("--help", command).out == text
        assert list(place.path.iterdir()) == []


def test_help_is_russian():
    with Place() as place:
        general = place.bare("--help", russian=True).out
        assert "Команды:" in general and "Код завершения" in general
        for command in COMMANDS:
            text = place.bare(command, "--help", russian=True).out
            assert "Рассказать о команде" in text, text
            summary = text.split("\n\n")[1]
            assert re.match("[А-Я]", summary), summary


def test_wrong_lines():
    with Place() as place:
        place.create()
        known = place.add("organisation", name="А", kind="school")
        lines = [
            [], ["frobnicate"], ["List"], ["layout"], ["layout", "a.json", "b.json"], ["layout", "a.json", "--scheme=round"], ["diagram"], ["contest", "results"],
            ["agreement"], ["agreement", "a.csv", "b.csv"], ["calibrate"], ["assign"], ["assign", "p.json", "--seed=x"],
            ["list"], ["list", "organisation", "person"], ["list", "planet"], ["list", "organisation", "--format=xml"],
            ["list", "organisation", "--where=kind"], ["list", "organisation", "--where=shoe=1"], ["list", "organisation", "--where"],
            ["list", "organisation", "--frobnicate"], ["show", "organisation"], ["show", "shoe", known],
            ["set", "organisation", known], ["set", "organisation", known, "name"], ["set", "organisation", known, "shoe=1"],
            ["set", "organisation", known, "=1"], ["set", "organisation", known, f"id={known}"],
            ["add", "organisation"], ["add", "shoe", "name=x"], ["add", "organisation", "shoe=1"], ["remove", "organisation"],
            ["history", "organisation"], ["history", "shoe", known], ["history", "--limit=x"], ["history", "--limit=-1"],
            ["undo", "now"], ["undo", "--count=0"], ["redo", "--count=many"], ["search"], ["import"], ["validate"],
            ["export"], ["export", "--kind=cluster"], ["export", "--kind=all", f"--id={known}"], ["export", "--kind=all", "--since=x"],
            ["check", "it"], ["backup"], ["backup", "a", "b"], ["restore"], ["salvage"], ["create", "here"],
        ]
        before = place.contents()
        for line in lines:
            answer = place.run(*line, status=USAGE)
            assert "--help" in answer.err and answer.out == "", f"{line}: {answer}"
        assert place.contents() == before


def test_no_word_at_all_and_no_utf8():
    with Place() as place:
        assert "--help" in place.bare(status=USAGE).err
        completed = subprocess.run([ctl.PROGRAM, "list", b"\xff\xfe"], env=ctl.environment(place.path), capture_output=True)
        assert completed.returncode == USAGE and b"UTF-8" in completed.stderr


def test_options_stand_anywhere():
    with Place() as place:
        place.create()
        place.add("organisation", name="Школа № 1", kind="school")
        expected = place.run("list", "organisation", "--format=csv").out
        database = str(place.database)
        for line in (["--database", database, "list", "organisation", "--format", "csv"],
                     ["--format=csv", f"--database={database}", "list", "organisation"],
                     ["list", "--format", "csv", "--where", "kind=school", "organisation", "--database", database],
                     ["list", "-d", database, "--format=csv", "--", "organisation"],
                     ["-d", database, "--where", "kind=school", "list", "organisation", "--format=csv"]):
            assert place.bare(*line).out == expected, line


def test_a_letter_that_commands_share():
    """-n wants a word with "create" and "history", and none with "import"."""
    with Place() as place:
        place.run("-n", "ИМЦ", "create")
        assert len(json.loads(place.run("-n", "1", "history", "--json").out)) == 1
        for line in (["-n", "import", "--trust-sender"], ["import", "-n", "--trust-sender"]):
            answer = place.run(*line, ctl.SAMPLES[0])
            assert "refused: 0" in answer.out and place.list("organisation") == []


def test_without_a_locale():
    """As in cron: Cyrillic comes in and goes out all the same."""
    with Place() as place:
        for number, locale in enumerate([{}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANGUAGE": "ru"}, {"LC_ALL": "xx_YY.UTF-8"}]):
            env = {**{k: v for k, v in ctl.environment(place.path).items() if k != "LC_ALL"}, **locale}
            database = f"--database=база {number}.db"
            place.bare("create", database, "--name=ИМЦ «Ёлка»", env=env)
            identifier = place.bare("add", "organisation", database, "name=Школа № 1", "kind=school", env=env).out.strip()
            assert "Школа № 1" in place.bare("show", "organisation", identifier, database, env=env).out
            assert "ИМЦ «Ёлка»" in place.bare("list", "centre", database, "--where=name=ИМЦ «Ёлка»", env=env).out
            assert "Школа" in place.bare("search", database, "шко", env=env).out
            assert "“сад”" in place.bare("list", "сад", database, env=env, status=USAGE).err


def test_two_hyphens_end_the_options():
    with Place() as place:
        place.create()
        place.run("search", "--json", status=USAGE)
        assert place.run("search", "--", "--json").out == ""
        assert place.run("search", "--", "--json", "-x").out == ""


def test_default_database():
    with Place() as place:
        answer = place.bare("list", "organisation", status=DATABASE)
        assert "centre.db" in answer.err
        place.bare("create", "--name=ИМЦ")
        assert (place.path / ".local/share/barycenter/centre.db").exists()
        env = dict(ctl.environment(place.path), XDG_DATA_HOME=str(place.path / "elsewhere" / "deep"))
        place.bare("create", env=env)
        assert (place.path / "elsewhere/deep/barycenter/centre.db").exists()
        assert "ИМЦ" in place.bare("list", "centre").out
        assert "ИМЦ" not in place.bare("list", "centre", env=env).out


def test_output_that_cannot_be_written():
    with Place() as place:
        place.create("ИМЦ")
        for command in (["list", "centre"], ["list", "centre", "--format=json"], ["show", "centre", place.list("centre")[0]["id"]],
                        ["history"], ["search", "ИМЦ"], ["export", "--kind=all"], ["check"], ["--help"], ["list", "--help"]):
            with open("/dev/full", "w") as full:
                answer = place.run(*command, status=None, stdout=full)
            assert answer.status == REFUSED and answer.err, f"{command}: {answer}"


def test_closed_streams_harm_nothing():
    with Place() as place:
        place.create("ИМЦ")
        before = place.contents()
        closed = subprocess.run(["sh", "-c", '"$0" list centre --database="$1" >&-; echo $?', ctl.PROGRAM, place.database],
                                env=ctl.environment(place.path), capture_output=True, encoding="utf-8")
        assert closed.stdout.strip() == str(REFUSED), closed
        subprocess.run(["sh", "-c", '"$0" add organisation name=А kind=school --database="$1" >&- 2>&- <&-',
                        ctl.PROGRAM, place.database], env=ctl.environment(place.path))
        assert place.run("check").out == "ok\n"
        assert place.contents()["centre"] == before["centre"]


def test_a_reader_that_leaves():
    with Place() as place:
        place.create()
        place.run("import", "--trust-sender", *ctl.SAMPLES)
        for command in (["list", "organisation"], ["list", "document", "--format=json"], ["export", "--kind=all"]):
            completed = subprocess.run(["bash", "-c", '"$0" "$@" | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}', ctl.PROGRAM,
                                        *command, f"--database={place.database}"],
                                       env=ctl.environment(place.path), capture_output=True, encoding="utf-8")
            assert completed.stdout.strip() == str(DONE) and completed.stderr == "", f"{command}: {completed}"


tap.main()
