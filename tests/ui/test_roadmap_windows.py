"""What leaves the tab of the roadmaps: letters of an event, and the way of a plan into force."""

import datetime
import email
import email.policy
import re
import subprocess

import tap
from harness import BINARY, Program

TODAY = datetime.date.today()
YEAR = TODAY.year if TODAY.month >= 9 else TODAY.year - 1
RALLY = re.compile("^Слёт «Эколята», ")


class Plan(Program):
    """A window on one roadmap with two events, a curator and a school that has an address."""

    def add(self, kind, /, **fields):
        return self.control("add", kind, *(f"{name}={value}" for name, value in fields.items())).stdout.strip()

    def fill(self):
        self.control("create", "--name=ИМЦ")
        scheme = self.add("scheme", name="А–Г", arrangement="groups")
        group = self.add("group", scheme=scheme, name="А", ordinal=1)
        cluster = self.add("cluster", name="Экология", scheme=scheme, hashtag="#Эколята")
        person = self.add("person", name="Кедрова А. А.", email="curator@example.org")
        self.add("role", person=person, kind="curator", cluster=cluster)
        self.add("channel", cluster=cluster, name="Сайт ИМЦ", ordinal=1)
        self.director = self.add("organisation", name="ДДТ", kind="additional_education")
        for number, address in ((203, "email=203@example.org"), (352, None)):
            school = self.control("add", "organisation", f"name=ГБОУ школа № {number}", "kind=school",
                                  *([address] if address else [])).stdout.strip()
            self.add("membership", cluster=cluster, organisation=school, group=group)
        self.plan = self.add("roadmap", name="План экологии", cluster=cluster, school_year=YEAR)
        self.rally = self.add("event", roadmap=self.plan, name="Слёт «Эколята»", dates=f"12 мая {YEAR + 1} года", kind="event",
                              state="planned", goal="Показать опыт", start_time="15:00")
        self.add("event", roadmap=self.plan, name="Семинар кураторов", dates="Март – май", kind="seminar", state="planned")
        return self


class window:
    def __init__(self, **more):
        self.program = Plan(settings={"tab": "'roadmap'"}, size=(1280, 800), **more).fill()

    def __enter__(self):
        return self.program.__enter__()

    def __exit__(self, *error):
        return self.program.__exit__(*error)


def choose_event(program):
    """The bar comes to rest only when the year is read: until then a click may miss."""
    program.find("label", re.compile("мероприят"))
    program.wait(lambda: program.find("push button", "Год").has("pressed") or program.click("push button", "Год"), "the year")
    program.click("list item", RALLY)


def write(program, letter):
    program.choose("Ещё о мероприятии", re.compile(letter))
    return program.find("frame", re.compile(letter.rstrip("…")))


def more(program, item):
    program.choose("Ещё о дорожной карте", re.compile(item))


def test_an_announcement_leaves_as_a_file_and_is_written_down():
    with window() as program:
        choose_event(program)
        dialog = write(program, "Анонс…")
        program.find("label", re.compile("^Заполнено 3 из 8, нет: "), within=dialog)
        program.find("label", "curator@example.org", within=dialog)
        program.click("text", "Краткое содержание", within=dialog)
        program.type("Парк и река")
        program.find("label", re.compile("^Заполнено 4 из 8"), within=dialog)
        text = program.find("text", "Текст письма", within=dialog)
        program.wait(lambda: "Краткое содержание: Парк и река" in text.text, "the summary in the letter")
        assert "Дата и время проведения: 12 мая" in text.text and ", 15:00" in text.text, text.text
        program.screenshot("letter-ru")

        path = program.home / "letter.eml"
        program.choose("Другие способы", re.compile("Сохранить в файл"), within=dialog)
        program.choose_file(path, save=True, beside=2)
        program.wait(path.exists, "the draft")
        letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert letter["Subject"] == "Анонс: Слёт «Эколята»" and letter["To"] == "curator@example.org", letter
        assert "Краткое содержание: Парк и река" in letter.get_body().get_content(), letter
        (calendar,) = letter.iter_attachments()
        assert calendar.get_content_type() == "text/calendar" and calendar.get_filename() == "Мероприятие.ics", calendar
        event = calendar.get_content()
        assert f"UID:{program.rally}" in event and "SUMMARY:Слёт «Эколята»" in event and "BEGIN:VALARM" not in event, event
        assert re.search(f"DTSTART[^:]*:{YEAR + 1}0512T150000", event), event
        program.wait_sql([("Парк и река",)], f"SELECT summary FROM event WHERE id = '{program.rally}'")

        program.click("push button", "Отметить отправленным", within=dialog)
        program.wait_sql([("announcement", TODAY.isoformat())], "SELECT duty, sent_on FROM sending")
        program.wait_sql([("announced",)], f"SELECT state FROM event WHERE id = '{program.rally}'")
        program.gone("frame", re.compile("^Анонс"))
        program.focus(program.find("frame"))
        program.key("ctrl+z")
        program.wait_sql([], "SELECT duty FROM sending")


def test_a_move_after_an_announcement_leads_to_its_correction():
    with window() as program:
        program.add("sending", event=program.rally, duty="announcement", sent_on=TODAY.isoformat())
        choose_event(program)
        program.click("push button", "Перенести…")
        dialog = program.find("frame", "Слёт «Эколята»")
        program.focus(dialog)
        program.click("text", re.compile("^Новые сроки"), within=dialog)
        program.key("ctrl+a")
        program.type(f"19 мая {YEAR + 1} года")
        program.find("label", re.compile("называет другой день"), within=dialog)
        program.find("label", "Затем написать письмо об изменении", within=dialog)
        program.click("combo box", re.compile("^Причина"), within=dialog)
        program.click("label", "Погода")
        save = program.find("push button", "Перенести", within=dialog)
        program.wait(lambda: save.has("sensitive"), "all that is asked for")
        program.screenshot("move-announced-ru")
        save.click()
        letter = program.find("frame", "Письмо об изменении")
        text = program.find("text", "Текст письма", within=letter)
        program.wait(lambda: f"12 мая {YEAR + 1}" in text.text and f"19 мая {YEAR + 1}" in text.text, "both days in the letter")
        program.screenshot("correction-ru")
        program.click("push button", "Отметить отправленным", within=letter)
        program.wait_sql([("announcement",), ("correction",)], "SELECT duty FROM sending ORDER BY duty")


def test_a_press_release_tells_where_it_is_published():
    with window() as program:
        choose_event(program)
        dialog = write(program, "Пресс-релиз…")
        text = program.find("text", "Текст письма", within=dialog)
        assert text.text.endswith("#Эколята\n"), text.text
        program.click("label", "Название", within=dialog, button=5, times=30)
        program.click("text", "Сайт ИМЦ", within=dialog)
        program.type("imc.example.org/news")
        program.screenshot("press-release-ru")
        program.choose("Другие способы", re.compile("кто участвовал"), within=dialog)
        results = program.find("frame", "Итоги мероприятия")
        program.click("check box", "ГБОУ школа № 203", within=results)
        program.click("push button", "Сохранить", within=results)
        program.gone("frame", "Итоги мероприятия")
        text = program.find("text", "Текст письма", within=dialog)
        program.wait(lambda: "Из каких ОУ: ГБОУ школа № 203" in text.text, "the schools in the letter")
        program.focus(dialog)
        program.click("push button", "Отметить отправленным", within=dialog)
        program.wait_sql([("press_release", None, None), ("press_release", "Сайт ИМЦ", 1)],
                         "SELECT duty, name, sending.link LIKE '%imc.example.org/news' FROM sending LEFT JOIN channel"
                         " ON channel.id = channel ORDER BY name")


SIGNATURE = bytes(range(256)) * 400
N_PIECES = "SELECT count(*) FROM appendix_chunk"


def sign_and_save_back(program, dialog):
    """A signature made elsewhere is kept beside the decision, saved as it came, removed and brought back."""
    sent = program.home / "Согласие.pdf.sig"
    sent.write_bytes(SIGNATURE)
    program.click("push button", "Приложить подпись", within=dialog)
    program.choose_file(sent, beside=2)
    program.find("label", "Подпись: Согласие.pdf.sig", within=dialog)
    program.find("label", re.compile("^100 КБ · приложена .* · программа её не проверяет$"), within=dialog)
    program.hover(program.find("push button", "Сохранить подпись…", within=dialog))
    program.screenshot("approval-signature-ru")
    saved = program.home / "saved.sig"
    program.click("push button", "Сохранить подпись…", within=dialog)
    program.choose_file(saved, save=True, beside=2)
    program.wait(lambda: saved.exists() and saved.read_bytes() == SIGNATURE, "the same bytes")
    program.click("push button", "Убрать подпись", within=dialog)
    program.wait_sql([(0,)], N_PIECES)
    program.control("undo")
    program.wait_sql([(2,)], N_PIECES)
    program.find("label", "Подпись: Согласие.pdf.sig", within=dialog)


def test_a_plan_comes_into_force_and_differs_later():
    with window() as program:
        program.control("add", "organisation", "name=ЦПМСС", "kind=support_centre")
        more(program, "Согласование")
        dialog = program.find("frame", "Согласование")
        program.find("label", "Редакции ещё нет", within=dialog)
        program.click("push button", "Отправить на согласование", within=dialog)
        program.wait_sql([("agreeing", 2)], "SELECT state, (SELECT count(*) FROM revision_line) FROM revision")
        program.find("label", re.compile("^Редакция 1: "), within=dialog)
        revision = program.sql("SELECT id FROM revision")[0][0]
        program.add("approval", revision=revision, organisation=program.director)
        program.find("label", "Решения ещё нет", within=dialog)
        program.control("set", "approval", program.sql("SELECT id FROM approval")[0][0], "decision=agreed",
                        f"decided_on={TODAY.isoformat()}")
        program.find("label", re.compile("^Согласовано "), within=dialog)
        sign_and_save_back(program, dialog)
        program.click("push button", "Отметить утверждённым", within=dialog)
        program.wait_sql([("approved", TODAY.isoformat())], "SELECT state, approved_on FROM revision")
        program.click("push button", "Ввести в действие", within=dialog)
        program.wait_sql([("in_force",)], "SELECT state FROM revision")
        program.find("label", "План совпадает с утверждённым.", within=dialog)
        program.control("set", "event", program.rally, f"dates=19 мая {YEAR + 1} года")
        program.find("label", re.compile(f"12 мая {YEAR + 1} года → 19 мая"), within=dialog)
        program.screenshot("approvals-ru")
        path = program.home / "changes.pdf"
        program.click("push button", "Сохранить лист изменений", within=dialog)
        program.choose_file(path, save=True, beside=2)
        program.wait(path.exists, "the list of changes")
        text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
        assert f"12 мая {YEAR + 1} года" in text and "19 мая" in text and "СОГЛАСОВАНО" in text, text


def test_events_come_out_of_pasted_text():
    with window() as program:
        program.copy("Объявления\n• 13 апреля в 15.30 – городской онлайн-семинар «Ступени», лицей № 590.\n• Дни инноваций: март – май\n")
        more(program, "Вставить мероприятия")
        dialog = program.find("frame", "Загрузка таблицы")
        program.find("label", "2 новые записи · 1 строку загрузить нельзя", within=dialog)
        program.screenshot("paste-text-ru")
        program.click("push button", "Внести", within=dialog)
        program.wait_sql([("Городской онлайн-семинар «Ступени»", "13 апреля в 15.30", "лицей № 590"),
                          ("Дни инноваций", "март – май", None)],
                         "SELECT name, dates, place FROM event WHERE name LIKE '%Ступени%' OR name LIKE 'Дни%' ORDER BY name")


def test_events_come_out_of_a_pasted_table():
    table = ("№\tНаименование мероприятия\tСроки\tЦелевая аудитория\tПланируемый результат\n"
             "1\tКруглый стол\tНоябрь\tпедагоги\tрекомендации\n"
             "2\tФестиваль\tкогда-нибудь\tдети\tролики\n"
             "3\tЁлка\t1 января\tдети\tпраздник\n")
    with window() as program:
        program.copy(table)
        more(program, "Вставить мероприятия")
        dialog = program.find("frame", "Загрузка таблицы")
        program.find("label", "2 новые записи · 1 строку загрузить нельзя", within=dialog)
        program.find("label", "⚠ когда-нибудь", within=dialog)
        program.find("label", re.compile("^Строка 4: ⚠ 01.01"), within=dialog)
        program.screenshot("events-table-ru")
        program.click("push button", "Внести", within=dialog)
        program.wait_sql([("1", "Круглый стол", "Ноябрь", "педагоги", "рекомендации", "planned")],
                         "SELECT number, name, dates, audience, result, state FROM event WHERE name LIKE 'Круглый%'")


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//school//EN
BEGIN:VEVENT
UID:%s
SEQUENCE:1
SUMMARY:Слёт «Эколята»
DTSTART;VALUE=DATE:%d0519
DTEND;VALUE=DATE:%d0520
END:VEVENT
BEGIN:VEVENT
UID:clean-park@school203.example.org
SUMMARY:Чистый парк
DTSTART;VALUE=DATE:%d0101
DTEND;VALUE=DATE:%d0102
LOCATION:Южно-Приморский парк
END:VEVENT
BEGIN:VEVENT
UID:endless@school203.example.org
SUMMARY:Планёрка
RRULE:FREQ=DAILY
DTSTART;VALUE=DATE:%d0901
DTEND;VALUE=DATE:%d0902
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_a_calendar_is_taken_in_once():
    with window() as program:
        path = program.home / "school.ics"
        path.write_text(CALENDAR % ((program.rally,) + (YEAR + 1,) * 4 + (YEAR,) * 2), newline="")
        program.find("label", re.compile("мероприят"))
        more(program, "Загрузить календарь")
        program.choose_file(path)
        dialog = program.find("frame", "Загрузить календарь")
        program.find("label", "2 новых мероприятия · 1 мероприятие изменится", within=dialog)
        program.find("label", f"Сроки: 12 мая {YEAR + 1} года → 19 мая · Состояние: Запланировано → Перенесено", within=dialog)
        program.find("label", re.compile("повтор"), within=dialog)
        program.find("label", re.compile("\n⚠ 01.01"), within=dialog)
        assert program.sql("SELECT count(*) FROM event") == [(2,)], "nothing is stored before it is confirmed"
        program.screenshot("calendar-in-ru")
        program.click("push button", "Внести", within=dialog)
        program.wait_sql([("Планёрка",), ("Семинар кураторов",), ("Слёт «Эколята»",), ("Чистый парк",)],
                         "SELECT name FROM event ORDER BY name")
        program.wait_sql([("moved", f"12 мая {YEAR + 1} года", "19 мая")], "SELECT kind, from_dates, to_dates FROM event_move")

        # Once more, as the desktop opens a file: nothing is new, and nothing can be doubled.
        subprocess.run([str(BINARY), str(path)], env=program.environment, check=True)
        dialog = program.find("frame", "Загрузить календарь")
        program.find("label", "3 мероприятия такие же", within=dialog)
        assert not program.find("push button", "Внести", within=dialog).has("sensitive")
        program.key("Escape")
        program.gone("frame", "Загрузить календарь")
        program.focus(program.find("frame"))
        program.key("ctrl+z")
        program.wait_sql([("Семинар кураторов",), ("Слёт «Эколята»",)], "SELECT name FROM event ORDER BY name")
        program.wait_sql([], "SELECT kind FROM event_move")


PARTS = "SELECT o.name, t.part, t.took_part, t.attended FROM event_part t JOIN organisation o ON o.id = t.organisation ORDER BY o.name"


def test_results_are_written_in_one_place():
    with window() as program:
        choose_event(program)
        program.click("push button", "Итоги…")
        dialog = program.find("frame", "Итоги мероприятия")
        program.click("text", "Дата проведения", within=dialog)
        program.type(f"12.05.{YEAR + 1}")
        program.click("text", "Отзывы", within=dialog)
        program.type("Спасибо за парк")
        program.click("check box", "ГБОУ школа № 203", within=dialog)
        program.wait(lambda: any("Спасибо за парк" in text and "'0'" in text for text, in
                                 program.sql("SELECT value FROM meta WHERE key LIKE 'draft:outcome:%'")), "what is kept at a pause")
        program.key("Escape")
        program.gone("frame", "Итоги мероприятия")
        assert program.sql("SELECT state FROM event WHERE id = ?", program.rally) == [("planned",)]
        program.click("push button", "Итоги…")
        dialog = program.find("frame", "Итоги мероприятия")
        program.find("label", "Это написано раньше и не сохранено.", within=dialog)
        assert program.find("check box", "ГБОУ школа № 203", within=dialog).has("checked"), "what was ticked is here again"
        program.screenshot("outcome-ru")
        program.find("label", "Кто участвовал", within=dialog).click(button=5, times=10)  # the wheel

        program.click("push button", "Добавить награду", within=dialog)
        form = program.wait(lambda: next((f for f in program.find_all("dialog") + program.find_all("frame")
                                          if f.find_all("push button", "Выбрать: Организация")), None), "the form of an award")
        program.focus(form)
        program.click("push button", "Выбрать: Организация", within=form)
        program.click("label", "ГБОУ школа № 352", within=program.find("entry", "Выбрать: Организация").window)
        program.click("combo box", re.compile("^Награда"), within=form)
        program.click("label", "Лауреат")
        program.click("push button", "Сохранить", within=form)
        program.wait_sql([("laureate",)], "SELECT award FROM event_award")
        program.find("label", "Лауреат", within=dialog)
        assert program.find("check box", "ГБОУ школа № 203", within=dialog).has("checked"), "what was ticked stays"

        program.focus(dialog)
        program.click("push button", "Сохранить", within=dialog)
        program.wait_sql([("held", f"{YEAR + 1}-05-12", "Спасибо за парк")],
                         "SELECT state, held_on, feedback FROM event WHERE id = ?", program.rally)
        assert program.sql(PARTS) == [("ГБОУ школа № 203", "must", "yes", None)], program.sql(PARTS)
        program.wait_sql([], "SELECT key FROM meta WHERE key LIKE 'draft:%'")  # what is saved is no draft
        program.focus(program.find("frame"))
        program.key("ctrl+z")
        program.wait_sql([("planned",)], "SELECT state FROM event WHERE id = ?", program.rally)
        assert program.sql(PARTS) == []


def test_the_report_on_a_half_year_is_counted_written_and_handed_in():
    with window() as program:
        program.add("event", roadmap=program.plan, name="Сбор", dates="15 сентября", kind="event", state="held", attended=30,
                    held_on=f"{YEAR}-09-15")
        choose_event(program)
        more(program, "Отчёт за полугодие")
        dialog = program.find("frame", "Отчёт за полугодие")
        program.focus(dialog)
        program.click("combo box", re.compile("^Полугодие"), within=dialog)
        program.click("label", "Первое полугодие")
        program.find("label", "1 из 1 · 100 %", within=dialog)
        program.find("label", "30", within=dialog)
        program.find("label", "Пришло человек", within=dialog).click(button=5, times=10)  # the wheel
        program.click("text", "Трудности", within=dialog)
        program.type("Мало автобусов")
        program.screenshot("half-year-ru")
        path = program.home / "report.pdf"
        program.key("ctrl+s")
        program.choose_file(path, save=True, beside=2)
        program.wait(path.exists, "the report")
        program.wait_sql([("1", "Мало автобусов")], "SELECT half, difficulties FROM half_year_report")
        assert "Мало автобусов" in subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
        program.click("push button", "Отметить сданным", within=dialog)
        program.wait_sql([("report", 1)], "SELECT duty, ordinal FROM sending")
        program.gone("frame", "Отчёт за полугодие")


tap.main()
