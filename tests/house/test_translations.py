"""What translators see: po/POTFILES, po/ru.po, and the lists of sources that must agree with them."""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import tap

TOP = pathlib.Path(sys.argv[1])
CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|gettext|g_dngettext|g_dgettext|g_dpgettext2?)\s*\(\s*"')
NO_CODE = re.compile(r"/\*.*?\*/|^\s*#\s*define.*?$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"""translatable=["'](yes|true)["']""")
ALWAYS = ["desktop.in", "metainfo.xml.in", "mime.xml.in"]
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def listed():
    return lines(TOP / "po" / "POTFILES")


def has_texts(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        return CALL.search(NO_CODE.sub("", text)) is not None
    return MARK.search(text) is not None


def expected():
    found = [path for path in (TOP / "src").rglob("*") if path.suffix in (".c", ".h", ".ui") and has_texts(path)]
    found += [path for path in (TOP / "data").iterdir() if path.name.endswith(tuple(ALWAYS))]
    return {str(path.relative_to(TOP)) for path in found}


def run(*command):
    return subprocess.run(command, cwd=TOP, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}, text=True,
                          capture_output=True, check=True)


def test_potfiles_lists_each_file_with_texts():
    missing = expected() - set(listed())
    assert not missing, f"not in po/POTFILES: {sorted(missing)}"


def test_potfiles_lists_nothing_else():
    foreign = set(listed()) - expected()
    assert not foreign, f"without texts, or absent: {sorted(foreign)}"


def test_potfiles_lists_each_file_once():
    names = listed()
    assert len(names) == len(set(names))


def test_languages_have_their_files():
    languages = lines(TOP / "po" / "LINGUAS")
    assert "ru" in languages
    assert {path.stem for path in (TOP / "po").glob("*.po")} == set(languages)


def test_russian_is_complete_for_the_texts_of_today():
    with tempfile.TemporaryDirectory() as folder:
        template = f"{folder}/barycenter.pot"
        run("xgettext", "--from-code=UTF-8", *(f"--keyword={word}" for word in KEYWORDS),
            "--files-from=po/POTFILES", f"--output={template}")
        merged = f"{folder}/ru.po"
        run("msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={merged}", "po/ru.po", template)
        for state in ("--untranslated", "--only-fuzzy"):
            left = run("msgattrib", "--no-obsolete", state, merged).stdout
            assert not left, left


def test_russian_passes_the_checks_of_its_compiler():
    result = run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", "po/ru.po")
    assert "fuzzy" not in result.stderr and "untranslated" not in result.stderr, result.stderr


def test_russian_keeps_what_surrounds_the_words():
    """Neither a mnemonic nor an ellipsis nor a final colon gets lost."""
    text = run("msgcat", "--no-wrap", "--no-location", "po/ru.po").stdout
    wrong = []
    for source, target in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.MULTILINE):
        for end in ("…", ":"):
            if source.endswith(end) != target.endswith(end):
                wrong.append(f"{source} → {target}")
    assert not wrong, "\n".join(wrong)


def test_resources_name_each_template_once():
    templates = {path.resolve() for path in (TOP / "src").rglob("*.ui")}
    named = []
    for bundle in (TOP / "src").rglob("*.gresource.xml"):
        for file in xml.parse(bundle).iter("file"):
            name = file.text.strip()
            made = name.endswith(".symbolic.png")  # by the build, of the icon itself
            path = (bundle.parent / (f"icons/{name.removesuffix('.symbolic.png')}.svg" if made else name)).resolve()
            assert path.exists(), f"{bundle.relative_to(TOP)} names {file.text}, which is absent"
            if path.suffix == ".ui":
                named.append(path)
    assert len(named) == len(set(named)), "a template stands in two resource lists"
    missing = templates - set(named)
    assert not missing, f"in no resource list: {sorted(map(str, missing))}"


def test_build_names_each_source():
    build = "\n".join(path.read_text(encoding="utf-8") for path in (TOP / "src").rglob("meson.build"))
    missing = [str(path.relative_to(TOP)) for path in (TOP / "src").rglob("*.c") if f"'{path.name}'" not in build
               and f"/{path.name}'" not in build]
    assert not missing, f"in no meson.build: {missing}"


tap.main()
