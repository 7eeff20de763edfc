"""The Flatpak manifests: two profiles of one program that asks for nothing but a window."""

import json
import pathlib
import sys

import tap

TOP = pathlib.Path(sys.argv[1])
ID = "org.barycenter.Barycenter"
ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}


def manifest(name):
    path = TOP / "flatpak" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def both():
    return [manifest(ID), manifest(f"{ID}.Devel")]


def own_module(profile):
    (module,) = [module for module in profile["modules"] if module["name"] == "barycenter"]
    return module


def test_names_follow_the_application_id():
    for profile, name in zip(both(), (ID, f"{ID}.Devel")):
        assert profile["id"] == name
        assert profile["command"] == "barycenter"


def test_runtime_is_that_of_gnome():
    for profile in both():
        assert (profile["runtime"], profile["sdk"]) == ("org.gnome.Platform", "org.gnome.Sdk")
        assert int(profile["runtime-version"]) >= 51


def test_program_asks_for_nothing_but_a_window():
    for profile in both():
        assert set(profile["finish-args"]) == ALLOWED


def test_program_is_built_from_this_tree():
    for profile in both():
        module = own_module(profile)
        assert module["buildsystem"] == "meson"
        (source,) = module["sources"]
        assert source["type"] == "dir"
        assert (TOP / "flatpak" / source["path"] / "meson.build").exists()


def test_every_module_is_built_once():
    for profile in both():
        names = [module["name"] for module in profile["modules"]]
        assert len(names) == len(set(names)), names


def test_foreign_sources_are_pinned():
    for profile in both():
        for module in profile["modules"]:
            for source in module["sources"]:
                if source["type"] == "git":
                    assert source["url"].startswith("https://") and len(source["commit"]) == 40, module["name"]
                else:
                    assert source["type"] == "dir" or len(source["sha256"]) == 64, module["name"]


def test_profiles_differ_in_name_and_build_type_only():
    release, devel = both()
    assert own_module(release)["config-opts"] == ["--buildtype=release"]
    assert own_module(devel)["config-opts"] == ["--buildtype=debug"]
    own_module(devel)["config-opts"] = own_module(release)["config-opts"]
    devel["id"] = release["id"]
    assert devel == release


tap.main()
