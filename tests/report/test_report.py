"""Documents as other programs read them: poppler, LibreOffice, a reader of CSV."""

import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

import tap

WRITE = sys.argv[1]
ROWS = 120
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
HEADINGS = ["№", "Наименование мероприятия", "Сроки проведения", "Целевая аудитория", "Планируемый результат"]


class Written:
    """A folder with the document in every format."""

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="barycenter-report-")
        self.path = pathlib.Path(self.temporary.name)
        subprocess.run([WRITE, self.path], check=True)
        return self

    def __exit__(self, *unused):
        self.temporary.cleanup()

    def convert(self, name, kind, suffix):
        """What LibreOffice makes of a file."""
        subprocess.run(["soffice", f"-env:UserInstallation=file://{self.path}/office", "--headless", "--convert-to", kind,
                        "--outdir", self.path / "converted", self.path / name],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=100)
        return self.path / "converted" / f"{pathlib.Path(name).stem}.{suffix}"


def ask(*words):
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


def read_csv(text):
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def assert_every_row(text):
    numbers = [int(number) for number in re.findall(r"Строка-(\d+)", text)]
    assert numbers == list(range(1, ROWS + 1)), numbers


def test_pdf():
    with Written() as written:
        path = written.path / "report.pdf"
        about = ask("pdfinfo", path)
        pages = int(re.search(r"Pages: +(\d+)", about)[1])
        assert re.search(r"Title: +Дорожная карта", about) and re.search(r"Author: +ИМЦ", about), about
        assert re.search(r"Page size: +841\.\d+ x 595\.\d+ pts \(A4\)", about), about
        assert_every_row(ask("pdftotext", "-layout", path, "-"))
        for page in range(1, pages + 1):
            text = " ".join(ask("pdftotext", "-f", str(page), "-l", str(page), path, "-").split())
            assert f"{page} / {pages}" in text, text
            assert "Строка-" not in text or "Наименование мероприятия" in text, f"page {page}: no headings"


def test_the_same_document_is_the_same_file():
    with Written() as first, Written() as second:
        for suffix in ("pdf", "csv", "odt", "fodt", "xlsx"):
            assert (first.path / f"report.{suffix}").read_bytes() == (second.path / f"report.{suffix}").read_bytes(), suffix


def test_csv():
    with Written() as written:
        data = (written.path / "report.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = read_csv(data.decode("utf-8-sig"))
        assert rows[0] == HEADINGS
        assert_every_row("\n".join(row[0] for row in rows))
        assert all(row[4] == "'=1+1" for row in rows if row[0].startswith("Строка-"))


def test_libreoffice_opens_the_spreadsheet():
    with Written() as written:
        rows = read_csv(written.convert("report.xlsx", "csv:Text - txt - csv (StarCalc):59,34,76", "csv").read_text())
        assert rows[0][0] == "Дорожная карта" and HEADINGS in rows
        assert_every_row("\n".join(row[0] for row in rows))
        assert all(row[4] == "=1+1" for row in rows if row[0].startswith("Строка-"))


def test_libreoffice_opens_the_text():
    with Written() as written:
        for name in ("report.fodt", "report.odt"):
            path = written.convert(name, "pdf", "pdf")
            text = ask("pdftotext", "-layout", path, "-")
            assert_every_row(text)
            assert "A4" in ask("pdfinfo", path), name
            assert text.count("Наименование мероприятия") == len(re.findall(r"\f", text.rstrip("\f"))) + 1, text


def test_the_text_is_a_package_of_opendocument():
    with Written() as written, zipfile.ZipFile(written.path / "report.odt") as package:
        assert package.testzip() is None
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        listed = {entry.get(f"{{{MANIFEST}}}full-path") for entry in xml.fromstring(package.read("META-INF/manifest.xml"))}
        assert listed == {"/", *package.namelist()} - {"mimetype", "META-INF/manifest.xml"}, listed
        assert_every_row(" ".join(xml.fromstring(package.read("content.xml")).itertext()))


tap.main()
