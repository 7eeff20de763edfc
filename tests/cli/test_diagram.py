"""Pictures from the command line: the samples drawn in every format, and what is wrong usage."""

import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as tree

import tap
from ctl import DONE, REFUSED, SAMPLES, USAGE, Place

SVG = "{http://www.w3.org/2000/svg}"


class Samples(Place):
    def __enter__(self):
        super().__enter__().create()
        self.run("import", "--trust-sender", *SAMPLES)
        return self


def picture(place, *words, name, **options):
    answer = place.run("diagram", *words, "-o", name, **options)
    assert answer.out == "", answer
    return (place.path / name).read_bytes()


def texts(svg):
    return {"".join("".join(element.itertext()).split()) for element in tree.fromstring(svg).iter(f"{SVG}text")}


def ask(*words):
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


def test_every_cluster_names_its_members():
    with Samples() as place:
        organisations = {record["id"]: record for record in place.list("organisation")}
        for cluster in place.list("cluster"):
            svg = picture(place, f"--cluster={cluster['id']}", name="cluster.svg")
            root = tree.fromstring(svg)
            titles = " ".join(element.text for element in root.iter(f"{SVG}title"))
            members = [m for m in place.list("membership", f"cluster={cluster['id']}") if not m["to"]]
            for membership in members:
                name = organisations[membership["organisation"]]["name"]
                assert name in titles, f"{cluster['name']}: {name}"
            assert root.get("role") == "img" and cluster["name"] in root.find(f"{SVG}title").text


def test_network_and_interaction():
    with Samples() as place:
        for which in ("--network", "--interaction"):
            svg = picture(place, which, name="picture.svg")
            assert len(texts(svg)) > 15, which
            png = picture(place, which, "--width=800", name="picture.png")
            assert png.startswith(b"\x89PNG") and struct.unpack(">I", png[16:20])[0] == 800
            picture(place, which, name="picture.pdf")
            assert re.search(r"Pages: +1\n", ask("pdfinfo", place.path / "picture.pdf"))


def test_the_same_bytes():
    with Samples() as place:
        cluster = place.list("cluster")[0]["id"]
        for suffix in ("svg", "png", "pdf"):
            first = picture(place, f"--cluster={cluster}", "--at=2025-09-01", name=f"first.{suffix}")
            second = picture(place, f"--cluster={cluster}", "--at=01.09.2025", name=f"second.{suffix}")
            assert first == second, suffix


def test_the_day_counts():
    with Place() as place:
        place.create()
        scheme = place.add("scheme", name="А–Г", arrangement="groups")
        group = place.add("group", scheme=scheme, name="А", ordinal="1")
        cluster = place.add("cluster", name="Экология", scheme=scheme)
        for number, dates in ((1, {"from_": "2024-09-01", "to": "2025-08-31"}), (2, {"from_": "2025-09-01"})):
            school = place.add("organisation", name=f"Школа № {number}", kind="school")
            place.add("membership", cluster=cluster, organisation=school, group=group, **dates)
        before = texts(picture(place, f"--cluster={cluster}", "--at=2025-05-01", "--no-legend", name="before.svg"))
        after = texts(picture(place, f"--cluster={cluster}", "--at=2025-10-01", "--no-legend", name="after.svg"))
        assert any("№1" in text for text in before)
        assert not any("№1" in text for text in after) and any("№2" in text for text in after)


def test_themes_and_legend():
    with Samples() as place:
        cluster = f"--cluster={place.list('cluster')[0]['id']}"
        pictures = [picture(place, cluster, f"--theme={theme}", name="picture.svg") for theme in ("light", "dark", "print")]
        assert len(set(pictures)) == 3 and b'fill="#242424"' in pictures[1]
        assert b'id="legend"' in pictures[0]
        assert b'id="legend"' not in picture(place, cluster, "--no-legend", name="picture.svg")
        ghosts = picture(place, "--network", "--ghosts", name="ghosts.svg")
        assert len(ghosts) != len(picture(place, "--network", name="once.svg"))


def test_paper():
    with Samples() as place:
        cluster = f"--cluster={place.list('cluster')[0]['id']}"
        picture(place, cluster, "--paper=A3", name="a3.pdf")
        assert "(A3)" in ask("pdfinfo", place.path / "a3.pdf")
        small = place.run("diagram", "--network", "--paper=A4", "-o", "network.pdf")
        assert "pt" in small.err and "poster" in small.err
        assert re.search(r"Pages: +1\n", ask("pdfinfo", place.path / "network.pdf"))
        picture(place, "--network", "--poster=A4", name="poster.pdf")
        pages = int(re.search(r"Pages: +(\d+)\n", ask("pdfinfo", place.path / "poster.pdf"))[1])
        assert pages > 1 and f"1 of {pages} · row 1, column 1" in ask("pdftotext", "-raw", place.path / "poster.pdf", "-")


def test_steps_of_the_presentation():
    with Samples() as place:
        cluster = next(c for c in place.list("cluster") if "ФГОС" in c["name"])
        picture(place, f"--cluster={cluster['id']}", "--steps", name="steps.pdf")
        told = ask("pdfinfo", str(place.path / "steps.pdf"))
        assert re.search(r"^Pages: +7$", told, re.M) and re.search(r"^Page size: +960 x 540 pts", told, re.M), told
        words = " ".join(ask("pdftotext", "-layout", str(place.path / "steps.pdf"), "-").split())
        assert "Group В · Научно-методическое сопровождение: 3" in words and "АППО" in words, words
        assert words.count("Bound by an agreement") > 3, "the legend is not on every page of a picture"
        picture(place, "--network", "--steps", name="network.pdf")
        place.run("diagram", "--network", "--steps", "-o", "steps.svg", status=USAGE)
        place.run("diagram", "--network", "--steps", "--paper=A4", "-o", "steps.pdf", status=USAGE)


def test_russian():
    with Samples() as place:
        svg = picture(place, "--network", name="picture.svg", russian=True).decode()
        assert re.search(r"на \d+ \w+ \d{4}", svg), svg[-3000:]


def test_wrong_usage():
    with Samples() as place:
        cluster = f"--cluster={place.list('cluster')[0]['id']}"
        before = sorted(path.name for path in place.path.iterdir())
        for words, hint in (
                ([cluster], "-o"), (["-o", "a.svg"], "--network"), ([cluster, "--network", "-o", "a.svg"], "--interaction"),
                ([cluster, "-o", "a.gif"], ".svg"), ([cluster, "-o", "svg"], ".svg"), ([cluster, "--at=soon", "-o", "a.svg"], "soon"),
                ([cluster, "--width=5", "-o", "a.png"], "100"), ([cluster, "--width=-5", "-o", "a.png"], "100"),
                ([cluster, "--width=0", "-o", "a.png"], "100"), ([cluster, "--width=10000000", "-o", "a.png"], "32000"),
                ([cluster, "--theme=red", "-o", "a.svg"], "print"), ([cluster, "--paper=B5", "-o", "a.pdf"], "A4"),
                ([cluster, "--paper=A4", "-o", "a.svg"], ".pdf"), ([cluster, "--paper=A4", "--poster=A4", "-o", "a.pdf"], "--poster")):
            answer = place.run("diagram", *words, status=USAGE)
            assert hint in answer.err and "--help" in answer.err, answer
        assert sorted(path.name for path in place.path.iterdir()) == before


def test_refused():
    with Samples() as place:
        cluster = f"--cluster={place.list('cluster')[0]['id']}"
        place.run("diagram", "--cluster=01a206f0-0000-7000-8000-000000000000", "-o", "a.svg", status=REFUSED)
        answer = place.run("diagram", cluster, "-o", "nowhere/a.svg", status=REFUSED)
        assert "nowhere/a.svg" in answer.err
        shutil.copy(place.database, place.path / "own.svg")
        own = place.run("diagram", "--network", "-o", "own.svg", database=place.path / "own.svg", status=REFUSED)
        assert "database" in own.err
        place.run("check", database=place.path / "own.svg")
        (place.path / "full.svg").symlink_to("/dev/full")
        full = place.run("diagram", "--network", "-o", "full.svg", status=REFUSED)
        assert "full.svg" in full.err
        assert sorted(path.name for path in place.path.iterdir() if "a.svg" in path.name) == []


def test_an_empty_database_has_a_picture():
    with Place() as place:
        place.create()
        for which in ("--network", "--interaction"):
            for suffix in ("svg", "png", "pdf"):
                assert picture(place, which, name=f"empty.{suffix}")


tap.main()
