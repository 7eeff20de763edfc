"""What "meson install" puts on a machine: a program that the desktop knows, in two languages."""

import os
import pathlib
import subprocess
import sys
import tempfile

import tap

TOP, BUILD, ID, VERSION, PREFIX = pathlib.Path(sys.argv[1]), *sys.argv[2:]
SHARE = f"{PREFIX}/share"
FILES = [
    f"{PREFIX}/bin/barycenter",
    f"{PREFIX}/bin/barycenterctl",
    f"{PREFIX}/libexec/barycenter/barycenter-porter",
    f"{PREFIX}/libexec/barycenter/barycenterctl-all",
    f"{SHARE}/applications/{ID}.desktop",
    f"{SHARE}/metainfo/{ID}.metainfo.xml",
    f"{SHARE}/mime/packages/{ID}.xml",
    f"{SHARE}/dbus-1/services/{ID}.service",
    f"{SHARE}/glib-2.0/schemas/org.barycenter.Barycenter.gschema.xml",
    f"{SHARE}/icons/hicolor/scalable/apps/{ID}.svg",
    f"{SHARE}/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"{SHARE}/locale/ru/LC_MESSAGES/barycenter.mo",
]

folder = tempfile.TemporaryDirectory()
subprocess.run(
    ["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder.name],
    check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PATH": "/usr/bin:" + os.environ["PATH"]},
)


def installed(path):
    return pathlib.Path(folder.name + path)


def text(path):
    return installed(path).read_text(encoding="utf-8")


def test_every_file_is_in_its_place():
    missing = [path for path in FILES if not installed(path).is_file()]
    assert not missing, missing


def test_sample_packages_come_with_their_grammar():
    share = installed(f"{SHARE}/barycenter")
    sources = {path.name for path in (TOP / "data" / "samples").glob("*.xml")}
    assert {path.name for path in (share / "samples").glob("*.xml")} == sources
    assert len(sources) == 6
    assert {path.name for path in (share / "contests").glob("*.xml")} == {"base-site.xml", "internship-site.xml"}
    assert (share / "schemas" / "package-1.xsd").is_file()


def test_bus_starts_the_program_that_was_installed():
    service = text(f"{SHARE}/dbus-1/services/{ID}.service")
    assert f"Name={ID}\n" in service
    assert f"Exec={PREFIX}/bin/barycenter --gapplication-service\n" in service


def test_desktop_shows_it_in_russian():
    desktop = text(f"{SHARE}/applications/{ID}.desktop")
    assert "Name[ru]=Барицентр\n" in desktop
    assert f"Icon={ID}\n" in desktop
    assert '<name xml:lang="ru">Барицентр</name>' in text(f"{SHARE}/metainfo/{ID}.metainfo.xml")
    assert '<comment xml:lang="ru">' in text(f"{SHARE}/mime/packages/{ID}.xml")


def test_symbolic_icons_are_filled_shapes():
    """The desktop recolours fills alone: a stroke would stay dark in the dark style."""
    icons = [path for folder in ("src", "data") for path in (TOP / folder).rglob("*-symbolic.svg")]
    assert icons
    stroked = [str(path) for path in icons if "stroke" in path.read_text(encoding="utf-8")]
    assert not stroked, stroked


def test_newest_release_is_this_version():
    assert f'<releases>\n    <release version="{VERSION}"' in text(f"{SHARE}/metainfo/{ID}.metainfo.xml")


def test_nothing_is_installed_twice_or_beside():
    stray = [path for path in pathlib.Path(folder.name).rglob("*")
             if path.is_file() and not str(path).startswith((folder.name + PREFIX + "/bin/",
                                                             folder.name + PREFIX + "/libexec/barycenter/",
                                                             folder.name + SHARE + "/"))]
    assert not stray, stray


def test_a_package_is_recognised_by_name_and_by_content():
    share = installed(SHARE)
    subprocess.run(["update-mime-database", str(share / "mime")], check=True)
    named = share / "network.bary.xml"
    named.write_text("anything", encoding="utf-8")
    nameless = share / "attachment"
    nameless.write_bytes((TOP / "data" / "samples" / "000-kalininsky.xml").read_bytes())
    for path in (named, nameless):
        shown = subprocess.run(
            ["gio", "info", "-a", "standard::content-type", str(path)],
            check=True, capture_output=True, text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8", "XDG_DATA_DIRS": f"{share}:/usr/share", "XDG_DATA_HOME": str(share)},
        ).stdout
        assert "application/x-barycenter-package+xml" in shown, shown


tap.main()
