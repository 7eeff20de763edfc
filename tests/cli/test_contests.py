"""The shipped contests, read by the ordinary importer, against the words of the document that they come from."""

import base64
import hashlib

import ctl
import tap
from ctl import Place

CONTESTS = ctl.SOURCE / "data" / "contests"
SAMPLE = ctl.SOURCE / "data" / "samples" / "005-contests.xml"
STAFF = ["№", "Ф.И.О. сотрудника, должность, ученая степень, ученое звание", "Наименование работ, выполняемых в ходе реализации программы"]

# As the document of 8 April 2022 prints them: sections in their order, of each the fields; a field with columns is a table. A
# table without a heading of its own, as an appendix, has that of its section.
INTERNSHIP = [
    ("Сведения об организации-заявителе", [
        "Полное наименование организации-заявителя",
        "Юридический адрес организации-заявителя",
        "Должность, фамилия, имя, отчество руководителя организации-заявителя",
        "Номер телефона, факс организации-заявителя",
        "Адреса электронной почты и официального сайта организации-заявителя",
        "Должность, фамилия, имя, отчество, электронный адрес, телефон менеджера стажировочной площадки",
        "Адрес страницы сайта (раздела, цифрового ресурса), на которой можно познакомиться с инновационной и/или эффективной практикой"]),
    ("Опыт деятельности организации-заявителя по теме работы стажировочной площадки за последние 5 лет", [
        (None, ["Наименование проекта", "Годы реализации", "Виды работ"])]),
    ("Сведения о программе стажировки", [
        "Наименование программы стажировки",
        "Краткое обоснование актуальности предложенной программы",
        "Основные потребители (организации, группы педагогов)",
        "Описание профессиональных трудностей, на решение которых направлена программа работы стажировочной площадки",
        "Описание способов организации погружения участников стажировки",
        "Срок реализации программы стажировки (в учебных часах)",
        "Краткое описание планируемых образовательных результатов",
        "Способы достижения планируемых образовательных результатов",
        "Прогноз востребованности программы стажировки",
        "Основные подходы к оценке эффективности работы стажировочной площадки"]),
    ("Ресурсное обеспечение программы работы стажировочной площадки", [
        ("Кадровое обеспечение программы", STAFF),
        ("Дидактическое и методическое обеспечение деятельности стажёров",
         ["№", "Название информационного источника", "Аннотация информационного источника"])]),
    ("Видеоанонс стажировочной площадки (приложение – видеоролик до 3-х минут)", [(None, [])]),
    ("Сценарий погружения (организации дегустационной экспертизы)", [(None, [])]),
]
BASE = [
    ("Сведения об организации-заявителе", [
        "Полное наименование организации-заявителя",
        "Юридический адрес организации-заявителя",
        "Должность, фамилия, имя, отчество руководителя организации-заявителя",
        "Номер телефона организации-заявителя",
        "Адреса электронной почты и официального сайта организации-заявителя",
        "Адрес страницы (раздела, цифрового ресурса), на которой планируется размещать информацию о работе базовой площадки",
        "Должность, фамилия, имя, отчество, электронный адрес, телефон менеджера базовой площадки"]),
    ("Опыт деятельности организации-заявителя по теме работы базовой площадки за последние 5 лет", [
        (None, ["Наименование проекта", "Годы реализации", "Виды работ, результаты"])]),
    ("Сведения о программе работы базовой площадки", [
        "Наименование районной программы или инициативного сетевого проекта",
        "Наименование темы базовой площадки",
        "Краткое обоснование актуальности темы",
        "Основные потребители (организации, группы педагогов)",
        "Краткое описание планируемых результатов и методических продуктов",
        "Способы достижения планируемых результатов",
        "Основные подходы к оценке эффективности работы базовой площадки"]),
    ("Кадровое обеспечение работы базовой площадки", [(None, STAFF)]),
    ("Дорожная карта (Приложение)", [
        "ОУ",
        "Тема районной базовой площадки",
        "Программа или инициативный сетевой проект, в рамках которых планируется работа",
        "Цель работы районной базовой площадки",
        ("Дорожная карта работы районной базовой площадки",
         ["№", "Наименование мероприятия", "Сроки проведения", "Целевая аудитория", "Планируемый результат"])]),
]
ROADMAP_PARTS = [
    "Разработка и апробация новых моделей организации образовательной деятельности, программ и технологий",
    "Проведение научно-методических и методических мероприятий для работников системы образования",
    "Обобщение и оформление позитивного опыта решения приоритетных задач развития районной системы образования"]
STAGES = {
    "internship-site.xml": [
        ("Организационно-подготовительный", "апрель"), ("Отправка пакета заявочных документов в ИМЦ по электронной почте", "28.04.2022"),
        ("Техническая экспертиза пакета заявочных документов", "29 апреля"), ("Содержательная экспертиза", "май"),
        ("Публичная презентация стажировочных площадок", "май"),
        ("Принятие решения о присвоении статуса районной стажировочной площадки", "май-июнь")],
    "base-site.xml": [
        ("Организационно-подготовительный", "апрель-май"), ("Отправка пакета заявочных документов в ИМЦ по электронной почте", "16.05.2022"),
        ("Техническая экспертиза пакета заявочных документов", "17 мая"), ("Содержательная экспертиза", "май-июнь"),
        ("Принятие решения о присвоении статуса районной базовой площадки", "июнь")],
}
CRITERIA = {
    "internship-site.xml": ["Актуальность", "Технологичность", "Потребительские характеристики"],
    "base-site.xml": [
        "Актуальность и практическая значимость работы районной базовой площадки в соответствии с приоритетными задачами развития "
        "системы образования Красносельского района Санкт-Петербурга",
        "Соответствие ресурсного потенциала районной базовой площадки целям и задачам продвижения приоритетного направления развития "
        "районной системы образования",
        "Целесообразность и обоснованность мероприятий, планируемых районной базовой площадкой"],
}
FORMS = {"internship-site.xml": INTERNSHIP, "base-site.xml": BASE}


def ordered(place, kind, *conditions):
    return sorted(place.list(kind, *conditions), key=lambda record: record["ordinal"])


def columns(field):
    told = (field["options"] or "").split("\n") if field["kind"] in ("table", "roadmap") else []
    return (["№"] if field["numbered"] else []) + told


def form(place):
    """The sections and fields of the only contest, in the shape of the tables above."""
    told = []
    for section in ordered(place, "contest_section"):
        fields = []
        for field in ordered(place, "contest_field", f"section={section['id']}"):
            if field["kind"] in ("table", "roadmap", "appendix"):
                fields.append((None if field["name"] == section["name"] else field["name"], columns(field)))
            else:
                fields.append(field["name"])
        told.append((section["name"], fields))
    return told


def shipped(place, name):
    place.create().run("import", "--trust-sender", CONTESTS / name)


def test_every_section_and_field_is_there_in_its_order_and_words():
    for name, wanted in FORMS.items():
        with Place() as place:
            shipped(place, name)
            told = form(place)
            assert [section for section, _ in told] == [section for section, _ in wanted], name
            for (section, fields), (_, expected) in zip(told, wanted):
                assert fields == expected, f"{name}, {section}: {fields}"
            assert place.run("check").out == "ok\n"


def test_the_title_stages_and_criteria():
    for name, title in (("internship-site.xml", "Районная стажировочная площадка"), ("base-site.xml", "Районная базовая площадка")):
        with Place() as place:
            shipped(place, name)
            (contest,) = place.list("contest")
            assert contest["form_title"] == f"на присвоение статуса «{title}»", contest
            assert (contest["school_year"], contest["template"]) == (2022, "yes"), contest
            stages = ordered(place, "contest_stage")
            assert [(each["name"], each["dates"]) for each in stages] == STAGES[name], stages
            criteria = ordered(place, "contest_criterion")
            assert [each["name"] for each in criteria] == CRITERIA[name], criteria
            for criterion in criteria:
                levels = place.list("criterion_level", f"criterion={criterion['id']}")
                assert sorted(level["mark"] for level in levels) == [0, 1, 2, 3], levels


def test_the_roadmap_has_the_parts_of_the_document():
    with Place() as place:
        shipped(place, "base-site.xml")
        (field,) = place.list("contest_field", "kind=roadmap")
        assert field["groups"].split("\n") == ROADMAP_PARTS, field
        assert field["rows"] == 2, field


def test_the_sample_contests_are_whole():
    with Place() as place:
        place.create().run("import", "--trust-sender", SAMPLE)
        contests = {each["state"]: each for each in place.list("contest")}
        assert sorted(contests) == ["content", "finished"], contests
        assert [len(place.list(kind)) for kind in ("application", "person")] == [24, 8]
        running = place.list("application", f"contest={contests['content']['id']}")
        assert [each["state"] for each in running].count("to_mend") == 1, running
        assert [each["late"] for each in running].count("yes") == 1, running
        assert [each["state"] for each in place.list("interest_conflict")] == ["confirmed"]
        assert len(place.list("contest_decision")) == 12
        speeches = place.list("speech")
        assert sorted(each["ordinal"] for each in speeches) == list(range(1, 13)), speeches
        assert {each["votes_for"] + each["votes_against"] + each["abstained"] for each in speeches} == {8}, speeches
        ranking = place.json("contest", "results", contests["finished"]["id"], "--json")["ranking"]
        assert all(len(row["for_information"]) == 1 and row["for_information"][0]["vote"] for row in ranking), ranking
        for appendix in place.list("appendix", "sha256="):
            assert appendix["link"], appendix
        for chunk in place.list("appendix_chunk"):
            appendix = place.json("show", "appendix", chunk["appendix"], "--json")
            assert hashlib.sha256(base64.b64decode(chunk["data"])).hexdigest() == appendix["sha256"], appendix
        assert place.run("check").out == "ok\n"


def test_what_contradicts_itself_is_refused():
    with Place() as place:
        shipped(place, "base-site.xml")
        (contest,) = place.list("contest")
        assert "exchange them" in place.run("add", "contest_criterion", f"contest={contest['id']}", "ordinal=9", "name=x", "weight=1",
                                            "least=3", "most=1", status=ctl.REFUSED).err
        assert "columns" in place.run("add", "contest_field", f"section={place.list('contest_section')[0]['id']}", "ordinal=9", "name=x",
                                      "kind=table", status=ctl.REFUSED).err
        assert "limit" in place.run("set", "contest", contest["id"], "divergence_limit=", status=ctl.REFUSED).err
        place.run("remove", "contest", contest["id"])
        assert place.list("contest_field") == [] and place.list("criterion_level") == []
        place.run("undo")
        assert form(place) == BASE


tap.main()
