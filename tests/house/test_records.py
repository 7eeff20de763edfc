"""A kind of record stands in three places: its table in src/model, its columns in the database, its type in the grammar
of packages. Here the three are held together: the same kinds, the same fields in the same order, equally required, with the
same targets, types and choices."""

import pathlib
import re
import sqlite3
import sys
import xml.etree.ElementTree as xml

import tap

TOP = pathlib.Path(sys.argv[1])
XS = "{http://www.w3.org/2001/XMLSchema}"
ROW = re.compile(r"BARY_(VALUE|REFERENCE|CHOICE) \(Bary\w+, (\w+), ([^()]*)N_\(\"[^\"]*\"\)(?:, (\w+))?\)")
CHOICES = re.compile(r"BaryChoice (\w+)\[\] = \{(.*?)\n\};", re.DOTALL)
WORD = re.compile(r'\{ "(\w+)"')
RECORD = re.compile(r'BARY_KIND_\w+, "(\w+)",')


class Field:
    def __init__(self, form, name, middle, last):
        self.name = name
        self.required = "BARY_FIELD_REQUIRED" in middle
        self.type = {"REFERENCE": "reference", "CHOICE": "choice"}.get(form) or re.search(
            r"BARY_FIELD_(TEXT|LONG_TEXT|INTEGER|NUMBER|DATE|TIME|PERIOD|PHONE|EMAIL|SITE)", middle)[1].lower()
        self.target = last.removeprefix("BARY_KIND_").lower() if form == "REFERENCE" else None
        self.choices = last if form == "CHOICE" else None


def tables():
    """The fields of each kind, as src/model has them; a field with choices knows their words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((TOP / "src" / "model").glob("*.c"))]
    shared = {name: WORD.findall(rows) for text in texts for name, rows in CHOICES.findall(text)}
    kinds = {}
    for text in texts:
        kind = RECORD.search(text)
        if kind:
            words = shared | {name: WORD.findall(rows) for name, rows in CHOICES.findall(text)}
            kinds[kind[1]] = [Field(*row) for row in ROW.findall(text)]
            for field in kinds[kind[1]]:
                field.choices = words.get(field.choices)
    return kinds


def database():
    connection = sqlite3.connect(":memory:")
    for path in sorted((TOP / "src" / "store" / "migrations").glob("*.sql")):
        connection.executescript(path.read_text(encoding="utf-8"))
    return connection


def grammar():
    return xml.parse(TOP / "data" / "schemas" / "package-1.xsd").getroot()


def elements(root, kind):
    (found,) = [each for each in root.iter(f"{XS}complexType") if each.get("name") == kind]
    return found.findall(f"{XS}sequence/{XS}element")


KINDS = tables()


def test_tables_are_read_whole():
    assert len(KINDS) >= 16, sorted(KINDS)
    for kind, fields in KINDS.items():
        source = TOP / "src" / "model" / f"bary-{kind.replace('_', '-')}.c"
        rows = re.findall(r"^  BARY_\w+ \(Bary", source.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(fields) == len(rows) > 0, f"{kind}: {len(fields)} of {len(rows)} rows understood"


def test_columns_are_the_fields():
    connection = database()
    for kind, fields in KINDS.items():
        columns = connection.execute(f'PRAGMA table_info ("{kind}")').fetchall()
        assert columns[0][1] == "id", kind
        held = {name: (kind_of, bool(required)) for _, name, kind_of, required, *_ in columns[1:]}
        wanted = {field.name: ("INTEGER" if field.type == "integer" else "TEXT", field.required) for field in fields}
        assert held == wanted, f"{kind}: {held.items() ^ wanted.items()}"


def test_references_are_foreign_keys():
    connection = database()
    for kind, fields in KINDS.items():
        held = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list ("{kind}")')}
        wanted = {field.name: field.target for field in fields if field.target}
        assert held == wanted, f"{kind}: {held.items() ^ wanted.items()}"


def test_elements_are_the_fields_in_their_order():
    root = grammar()
    for kind, fields in KINDS.items():
        held = [(each.get("name"), each.get("minOccurs") != "0") for each in elements(root, kind)]
        assert held == [(field.name, field.required) for field in fields], kind


def test_elements_have_the_types_of_the_fields():
    root = grammar()
    types = {"long_text": "longText", "integer": "integer", "number": "number", "date": "isoDate",
             "time": "time", "period": "shortText", "reference": "id"}
    for kind, fields in KINDS.items():
        for field, element in zip(fields, elements(root, kind)):
            if field.type in types:
                assert element.get("type") == types[field.type], f"{kind}.{field.name}: {element.get('type')}"


def test_changes_can_name_every_kind_and_field():
    (word,) = [each for each in grammar().iter(f"{XS}simpleType") if each.get("name") == "word"]
    pattern = word.find(f"{XS}restriction/{XS}pattern").get("value")
    for kind, fields in KINDS.items():
        for name in [kind] + [field.name for field in fields]:
            assert re.fullmatch(pattern, name), f"{kind}: {name}"


def test_choices_are_the_same_words():
    root = grammar()
    listed = {each.get("name"): [word.get("value") for word in each.iter(f"{XS}enumeration")]
              for each in root.iter(f"{XS}simpleType")}
    for kind, fields in KINDS.items():
        for field, element in zip(fields, elements(root, kind)):
            if field.type == "choice":
                assert field.choices and listed[element.get("type")] == field.choices, f"{kind}.{field.name}"


def test_packages_hold_every_kind():
    known = {each.get("name") for each in grammar().iter(f"{XS}complexType")}
    assert set(KINDS) <= known, set(KINDS) - known


tap.main()
