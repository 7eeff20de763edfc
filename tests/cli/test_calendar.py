"""Roadmaps from the command line: calendars, paper, spreadsheets, and what is due."""

import csv
import io
import re
import shutil
import subprocess
import zipfile

import tap
from ctl import DATABASE, REFUSED, SAMPLES, USAGE, Place

YEAR = 2026
HEADINGS = ["№", "Наименование мероприятия", "Сроки проведения", "Целевая аудитория", "Планируемый результат"]
SECTIONS = ["1. Разработка и апробация новых моделей организации образовательной деятельности, программ и технологий",
            "2. Проведение научно-методических и методических мероприятий для работников системы образования",
            "3. Обобщение и оформление позитивного опыта решения приоритетных задач развития районной системы образования"]


class Samples(Place):
    def __enter__(self):
        super().__enter__().create()
        self.run("import", "--trust-sender", *SAMPLES)
        return self

    def events(self, year=YEAR):
        roadmaps = {record["id"] for record in self.list("roadmap", f"school_year={year}")}
        return {record["id"]: record for record in self.list("event") if record["roadmap"] in roadmaps}

    def cluster(self, name):
        (found,) = self.list("cluster", f"name={name}")
        return found["id"]


def ask(*words):
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


def read_ics(path):
    """The events of a file: a dictionary each of the lines that an event has once, and the number of its alarms."""
    text = path.read_text(encoding="utf-8").replace("\n ", "")
    found = []
    for part in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", text, re.S):
        alarms = part.count("BEGIN:VALARM")
        plain = re.sub(r"BEGIN:VALARM.*?END:VALARM\n", "", part, flags=re.S)
        found.append(dict(line.split(":", 1) for line in plain.splitlines()) | {"alarms": alarms})
    return found


def write(place, *words, name):
    answer = place.run("calendar", f"--year={YEAR}", *words, "-o", name)
    assert answer.out == "" and answer.err == "", answer
    return place.path / name


def test_every_event_is_in_the_calendar_by_its_id():
    with Samples() as place:
        events = place.events()
        found = {event["UID"]: event for event in read_ics(write(place, name="all.ics"))}
        assert set(found) == set(events) and len(found) == 152
        for key, event in events.items():
            assert found[key]["SUMMARY"].replace("\\", "") == event["name"], event
            assert found[key]["STATUS"] == "CANCELLED" or event["state"] != "cancelled"
        assert {event["STATUS"] for event in found.values()} == {"TENTATIVE", "CONFIRMED", "CANCELLED"}


def test_hours_vague_dates_and_alarms():
    with Samples() as place:
        found = {event["SUMMARY"].replace("\\", ""): event for event in read_ics(write(place, name="all.ics"))}
        timed = found["Мастер-класс «Разговоры о важном: от сценария к диалогу»"]
        assert timed["DTSTART;TZID=Europe/Moscow"] == "20261203T153000", timed
        vague = found["Конкурс «Семья года»"]
        assert vague["DTSTART;VALUE=DATE"] == "20270101" and vague["DTEND;VALUE=DATE"] == "20270501"
        assert vague["X-BARY-DATES"] == "Январь – апрель" and vague["alarms"] == 0
        moved = found["Мастер-класс «Школьная мастерская: новые компетенции учителя труда»"]
        assert moved["SEQUENCE"] == "1" and moved["alarms"] > 0
        away = place.run("calendar", f"--year={YEAR}", "--zone=Asia/Krasnoyarsk", "-o", "away.ics")
        assert "DTSTART;TZID=Asia/Krasnoyarsk:20261203T153000" in (place.path / "away.ics").read_text(), away


def test_the_same_bytes():
    with Samples() as place:
        for suffix in ("ics", "csv", "pdf"):
            first = write(place, name=f"first.{suffix}").read_bytes()
            assert write(place, name=f"second.{suffix}").read_bytes() == first, suffix


def test_the_plan_has_the_form_of_the_documents():
    with Samples() as place:
        cluster = place.cluster("Экологическое воспитание")
        path = write(place, f"--cluster={cluster}", name="plan.pdf")
        text = " ".join(ask("pdftotext", "-raw", path, "-").split())
        assert all(words in text for words in [*HEADINGS, *SECTIONS, "УТВЕРЖДЕНО", "СОГЛАСОВАНО"]), text
        assert "Районный субботник «Зелёный щит»" in text and "15 апреля / 22 апреля" in text
        pages = int(re.search(r"Pages: +(\d+)", ask("pdfinfo", path))[1])
        for page in range(1, pages + 1):
            assert "Планируемый" in ask("pdftotext", "-f", str(page), "-l", str(page), path, "-"), page


def test_all_clusters_on_pages_of_their_own():
    with Samples() as place:
        text = ask("pdftotext", "-layout", write(place, name="all.pdf"), "-")
        titles = [record["name"] for record in place.list("roadmap", f"school_year={YEAR}")]
        starts = [page for page in text.split("\f") if any(title in " ".join(page.split()) for title in titles)]
        assert len(starts) == len(titles) == 8
        assert "Весёлые старты" in text, "a cancelled event stays to be read"


def test_a_row_for_each_event():
    with Samples() as place:
        data = write(place, name="plan.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == 152 and {"Кластер", "Раздел", *HEADINGS} <= set(rows[0])
        (row,) = [row for row in rows if row["Наименование мероприятия"] == "Конкурс «Семья года»"]
        assert (row["Начало"], row["Окончание"]) == ("01.01.2027", "30.04.2027"), row


def test_formulas_are_taken_for_words():
    with Samples() as place:
        roadmap = place.list("roadmap", f"school_year={YEAR}")[0]["id"]
        place.add("event", roadmap=roadmap, name="=HYPERLINK(0)", dates="12 мая", kind="event", state="planned")
        assert "'=HYPERLINK(0)" in write(place, name="plan.csv").read_text(encoding="utf-8-sig")


def test_a_sheet_for_each_cluster():
    with Samples() as place:
        with zipfile.ZipFile(write(place, name="plan.xlsx")) as book:
            names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
            words = book.read("xl/sharedStrings.xml").decode()
        clusters = {record["cluster"] for record in place.list("roadmap", f"school_year={YEAR}")}
        assert len(names) == len(clusters) == 8 and "Экологическое воспитание" in names
        assert all(heading in words for heading in HEADINGS)


def test_the_list_of_changes():
    with Samples() as place:
        cluster = place.cluster("Трудовое воспитание и профориентация")
        path = write(place, f"--cluster={cluster}", "--changes", name="changes.pdf")
        text = " ".join(ask("pdftotext", "-layout", path, "-").split())
        assert "Лист изменений" in text and "Было" in text and "Стало" in text
        assert re.search(r"Сроки: 3 декабря +Сроки: 15 декабря", text), text
        assert text.count("СОГЛАСОВАНО") == 4 and text.count("УТВЕРЖДЕНО") == 1, text
        path = write(place, f"--cluster={place.cluster('Экологическое воспитание')}", "--changes", name="none.pdf")
        text = ask("pdftotext", "-layout", path, "-")
        assert "Изменений нет." in text and "Было" not in text, text


def test_the_year_on_the_wall():
    with Samples() as place:
        path = write(place, "--wall", name="wall.pdf")
        about = ask("pdfinfo", path)
        assert re.search(r"Pages: +1\n", about) and "(A3)" in about, about
        text = " ".join(ask("pdftotext", "-layout", path, "-").split())
        assert "Мероприятия 2026/27 учебного года" in text and "запланировано" in text and "Экологическое" in text, text
        assert "I четверть" in text and "Сентябрь" in text and "September" not in text, "the form's words, whatever the language"
        assert "Фестиваль семейного творчества «Моя семья – моя радость»" in text, "a name that has room is whole"


def test_the_sheet_of_a_school():
    with Samples() as place:
        (school,) = place.list("organisation", "number=568")
        path = write(place, f"--organisation={school['id']}", name="school.csv")
        rows = [row for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";") if row["Кластер"]]
        clusters = {record["cluster"] for record in place.list("membership", f"organisation={school['id']}")}
        names = {record["name"] for record in place.list("cluster") if record["id"] in clusters}
        assert {row["Кластер"] for row in rows} == names and len(names) == 5
        assert {row["Участие"] for row in rows} <= {"обязательно", "проводит", "по желанию"}
        text = ask("pdftotext", "-layout", write(place, f"--organisation={school['id']}", name="school.pdf"), "-")
        months = re.findall(r"^ *([А-Я][а-я]+ 20\d\d|В течение нескольких месяцев)$", text, re.M)
        assert months[0] == "Сентябрь 2026" and months[-1] == "В течение нескольких месяцев" and len(months) == len(set(months)), months
        assert text.count("Участие") == int(re.search(r"Pages: +(\d+)", ask("pdfinfo", place.path / "school.pdf"))[1]), text


def test_the_report_on_a_half_year():
    with Samples() as place:
        cluster = place.cluster("Экологическое воспитание")
        (roadmap,) = [r for r in place.list("roadmap", f"school_year={YEAR - 1}") if r["cluster"] == cluster]
        places = {record["organisation"] for record in place.list("membership", f"cluster={cluster}")}
        schools = [record for record in place.list("organisation", "kind=school") if record["id"] in places]
        event = next(e for e in place.events(YEAR - 1).values() if e["roadmap"] == roadmap["id"] and e["name"] == "Слёт юных экологов")
        for school in schools[:5]:
            place.add("event_part", event=event["id"], organisation=school["id"], part="must", took_part="yes", attended=12)
        place.add("half_year_report", roadmap=roadmap["id"], half=2, difficulties="Мало автобусов")
        path = place.path / "report.pdf"
        place.run("calendar", f"--year={YEAR - 1}", f"--cluster={cluster}", "--half-year=2", "-o", path)
        text = " ".join(ask("pdftotext", "-layout", path, "-").split())
        assert "Отчёт о работе кластера «Экологическое воспитание» за II полугодие 2025/26 учебного года" in text, text
        assert "Участвовало школ: 5 из 47 школ района (11 %)." in text, "the document names 47 schools"
        assert "Трудности: Мало автобусов" in text and "Кого необходимо поощрить" in text, text
        assert text.index("С обучающимися") < text.index("Слёт юных экологов") < text.index("С педагогами"), text


def test_a_calendar_is_taken_in_and_never_doubled():
    with Samples() as place:
        path = write(place, name="all.ics")
        before = place.contents()
        assert "new: 0, changed: 0, same: 152, older: 0" in place.run("calendar", f"--year={YEAR}", f"--read={path}").out
        assert place.contents() == before
        event = next(e for e in place.events().values() if e["name"] == "Конкурс «Семья года»")
        text = path.read_text(encoding="utf-8")
        part = next(p for p in text.split("BEGIN:VEVENT") if event["id"] in p)
        moved = re.sub("SEQUENCE:0", "SEQUENCE:1", re.sub(r"DTSTART;VALUE=DATE:\d+", "DTSTART;VALUE=DATE:20270201", part))
        path.write_text(text.replace(part, moved), encoding="utf-8")
        assert "changed: 1, same: 151" in place.run("calendar", f"--year={YEAR}", f"--read={path}", "--dry-run").out
        assert place.contents() == before
        place.run("calendar", f"--year={YEAR}", f"--read={path}")
        changed = place.events()[event["id"]]
        assert (changed["dates"], changed["state"]) == ("1 февраля – 30 апреля", "moved"), changed
        assert "changed: 0, same: 152" in place.run("calendar", f"--year={YEAR}", f"--read={path}").out
        place.run("undo")
        assert place.events()[event["id"]]["dates"] == "Январь – апрель"


def test_a_foreign_calendar_goes_into_a_roadmap():
    with Samples() as place:
        path = place.write("foreign.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@google.com\nSUMMARY:Встреча\n"
                           "DTSTART:20261214T123000Z\nLOCATION:ИМЦ\nEND:VEVENT\nEND:VCALENDAR\n")
        answer = place.run("calendar", f"--year={YEAR}", f"--read={path}")
        assert "left out: 1" in answer.out and "Line 3" in answer.err
        cluster = place.cluster("Экологическое воспитание")
        for counts in ("new: 1", "new: 0, changed: 0, same: 1"):
            assert counts in place.run("calendar", f"--year={YEAR}", f"--cluster={cluster}", f"--read={path}").out
        (event,) = [e for e in place.events().values() if e["name"] == "Встреча"]
        assert (event["dates"], event["start_time"], event["place"]) == ("14 декабря", "15:30", "ИМЦ"), event
        place.run("check")
        broken = place.write("broken.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n")
        assert "broken.ics" in place.run("calendar", f"--read={broken}", status=REFUSED).err


def test_what_is_due():
    with Samples() as place:
        due = place.json("due", "--on=2026-11-30", "--json")
        assert {entry["state"] for entry in due} == {"overdue", "today", "open"}
        assert all(entry["due"] <= "2026-11-30" or entry["opens"] <= "2026-11-30" or entry["prepare"] <= "2026-11-30" for entry in due)
        (late,) = [entry for entry in due if entry["event_name"] == "Ярмарка профессий «Выбор»"]
        assert (late["duty"], late["state"], late["due"]) == ("press_release", "overdue", "2026-11-23")
        assert "21.11" in late["explanation"] and late["event"] in place.events()
        place.add("sending", event=late["event"], duty="press_release", sent_on="2026-11-30")
        assert late["event"] not in [entry["event"] for entry in place.json("due", "--on=2026-11-30", "--json")]


def test_what_is_due_follows_the_event():
    with Samples() as place:
        roadmap = place.list("roadmap", f"school_year={YEAR}")[0]["id"]
        event = place.add("event", roadmap=roadmap, name="Семинар", dates="14 декабря", kind="seminar", state="planned")
        mine = [entry for entry in place.json("due", "--on=2026-11-30", "--json") if entry["event"] == event]
        assert [(entry["duty"], entry["state"]) for entry in mine] == [("announcement", "today")]
        place.run("set", "event", event, "dates=28 декабря")
        assert event not in [entry["event"] for entry in place.json("due", "--on=2026-11-30", "--json")]


def test_stages_of_contests_are_due():
    with Samples() as place:
        answer = place.run("due", "--on=29.04.2022", russian=True)
        (line,) = [line for line in answer.out.splitlines() if "Техническая экспертиза" in line]
        assert "2022-04-29" in line and "сегодня" in line


def test_wrong_usage():
    with Samples() as place:
        cluster = f"--cluster={place.cluster('Экологическое воспитание')}"
        before = sorted(path.name for path in place.path.iterdir())
        for words, hint in (
                ([], "-o"), (["-o", "a.doc"], ".ics"), (["-o", "ics"], ".ics"), (["--year=25", "-o", "a.ics"], "--year=2025"),
                (["--changes", "-o", "a.pdf"], "--cluster"), ([cluster, "--changes", "-o", "a.ics"], ".pdf"),
                (["--zone=Europe/Moscow", "-o", "a.pdf"], ".ics"), (["--wall", "-o", "a.csv"], ".pdf"),
                (["--read=a.ics", "-o", "b.ics"], "--read"), (["--half-year=1", "-o", "a.pdf"], "--cluster"),
                ([cluster, "--half-year=3", "-o", "a.pdf"], "--half-year=1"),
                ([cluster, "--wall", "--changes", "-o", "a.pdf"], "--wall")):
            answer = place.run("calendar", *words, status=USAGE)
            assert hint in answer.err and "--help" in answer.err, answer
        assert "soon" in place.run("due", "--on=soon", status=USAGE).err
        assert sorted(path.name for path in place.path.iterdir()) == before


def test_refused():
    with Samples() as place:
        nobody = "01a206f0-0000-7000-8000-000000000000"
        place.run("calendar", f"--cluster={nobody}", "-o", "a.ics", status=REFUSED)
        place.run("calendar", f"--year={YEAR}", f"--organisation={nobody}", "-o", "a.pdf", status=REFUSED)
        place.run("due", f"--cluster={nobody}", status=REFUSED)
        assert "2018, 2021, 2025, 2026" in place.run("calendar", "--year=2013", "-o", "a.ics", status=REFUSED).err
        assert "Europe/Nowhere" in place.run("calendar", f"--year={YEAR}", "--zone=Europe/Nowhere", "-o", "a.ics", status=REFUSED).err
        for name in ("nowhere/a.ics", "nowhere/a.pdf"):
            assert name in place.run("calendar", f"--year={YEAR}", "-o", name, status=REFUSED).err
        shutil.copy(place.database, place.path / "own.ics")
        assert "database" in place.run("calendar", "-o", "own.ics", database=place.path / "own.ics", status=REFUSED).err
        place.run("check", database=place.path / "own.ics")
        place.run("calendar", "-o", "a.ics", database=place.path / "nothing.db", status=DATABASE)
        assert not (place.path / "a.ics").exists()


tap.main()
