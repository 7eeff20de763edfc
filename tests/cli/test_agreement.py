"""barycenterctl agreement: the published figures through the command, reasons for what is not known, and bad tables."""

import json

import tap
from ctl import REFUSED, Place
from marks import csv, printed, table

BINARY = "0 1 0 0 0 0 0 0 1 0/1 1 1 0 0 1 0 0 0 0"
NOMINAL = "1 1 2 2 4 3 3 3 5 4 4 1/2 1 2 2 2 3 3 3 5 4 4 4"
OBSERVERS = "1 2 3 3 2 1 4 1 2 * * */1 2 3 3 2 2 4 1 2 5 * 3/* 3 3 3 2 3 4 2 2 5 1 */1 2 3 3 2 4 4 1 2 5 1 *"
ENCYCLOPEDIA = "* * * * * 3 4 1 2 1 1 3 3 * 3/1 * 2 1 3 3 4 3 * * * * * * */* * 2 1 3 4 4 * 2 1 1 3 3 * 4"
JUDGES = "9 2 5 8/6 1 3 2/8 4 6 8/7 1 2 6/10 5 6 9/6 2 4 7"
SMALL = "1 1 2 3/3 2 3 1/2 3 1 2"
PROJECTS = "1 2 3 4/3 1 2 2/4 4 1 3/5 5 5 1/2 6 7 6/8 3 4 7/6 8 6 5/7 7 8 9/10 10 9 8/9 9 10 10"
ANXIETY = ("3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3/3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4/"
           "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2")
VIDEO = ("4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4/4 4 4 4 3 4 3 4 3 3 4 3 4 4 4 4 4 4 4 5/3 4 5 4 2 3 2 3 3 3 3 3 4 4 3 4 4 4 4 5/"
         "4 5 5 4 4 4 5 4 4 4 4 4 4 4 4 4 4 4 4 4")
COUNTS = "0 0 0 0 14/0 2 6 4 2/0 0 3 5 6/0 3 9 2 0/2 2 8 1 1/7 7 0 0 0/3 2 6 3 0/2 5 3 2 2/6 5 2 1 0/0 2 2 3 7"


def ask(place, cells, **options):
    return json.loads(place.bare("agreement", place.write("t.csv", csv(cells, **options))).out)


def test_alpha():
    with Place() as place:
        for text, figures in ((BINARY, {"nominal": ".0952381"}), (NOMINAL, {"nominal": ".6919643"}),
                              (OBSERVERS, {"nominal": ".7434211", "ordinal": ".8153875", "interval": ".8491071", "ratio": ".7974028"}),
                              (ENCYCLOPEDIA, {"nominal": ".6913580", "ordinal": ".8067214", "interval": ".8108449", "ratio": ".8089437"})):
            alpha = ask(place, table(text, by_expert=True))["alpha"]
            for metric, value in figures.items():
                printed(alpha[metric], value)


def test_icc():
    with Place() as place:
        answer = ask(place, table(JUDGES))
        for form, value in {"icc1": ".1657418", "icc2": ".2897638", "icc3": ".7148407", "icc1k": ".4427971", "icc2k": ".6200505",
                            "icc3k": ".9093155"}.items():
            printed(answer["icc"][form], value)
        first, third = answer["icc_tests"]["icc1"], answer["icc_tests"]["icc3"]
        printed(first["f"], "1.794678"), printed(third["f"], "11.027248")
        printed(first["p"], ".16477"), printed(third["p"], ".00013457")
        assert (first["df1"], first["df2"], third["df2"]) == (5, 18, 15)
        printed(answer["icc_tests"]["icc2"]["low"], ".01879"), printed(answer["icc_tests"]["icc2"]["high"], ".76108")
        printed(ask(place, table(ANXIETY, by_expert=True))["icc"]["icc2"], ".197998")


def test_kendall():
    with Place() as place:
        for cells, w, chi2, df in ((table(SMALL), "0.0625", None, 2), (table(PROJECTS), ".7939394", "28.58182", 9),
                                   (table(ANXIETY, True), ".5396569", "30.76044", 19), (table(VIDEO, True), ".3915842", "29.76040", 19)):
            kendall = ask(place, cells)["kendall"]
            printed(kendall["w"], w)
            assert kendall["df"] == df
            if chi2:
                printed(kendall["chi2"], chi2)
        printed(ask(place, table(ANXIETY, True))["kendall"]["p"], ".0429")


def test_fleiss():
    with Place() as place:
        cells = [[str(i + 1) for i, n in enumerate(row) for _ in range(int(n))] for row in table(COUNTS)]
        printed(ask(place, cells)["fleiss"]["kappa"], ".2099307")


def test_what_is_not_known_is_null_with_a_reason():
    with Place() as place:
        answer = ask(place, table(OBSERVERS, by_expert=True))
        for group, name in (("icc", "icc2"), ("icc", "icc3k"), ("kendall", "w"), ("kendall", "p"), ("fleiss", "kappa")):
            assert answer[group][name] is None and "mark" in answer["notes"][f"{group}.{name}"], answer
        assert answer["words"]["alpha"] == "Reliable." and answer["words"]["kendall"] == answer["notes"]["kendall.w"], answer
        assert answer["icc"]["icc1"] is not None and "icc.icc1" not in answer["notes"]
        flat = ask(place, table("7 7/7 7"))
        assert set(flat["alpha"].values()) == {None} and "NaN" not in json.dumps(flat)
        empty = ask(place, table("* */* *"))
        assert "no marks" in empty["notes"]["alpha.nominal"]
        russian = json.loads(place.bare("agreement", "t.csv", russian=True).out)
        assert "Оценок" in russian["notes"]["alpha.nominal"]


def test_delimiters_decimals_and_encodings():
    with Place() as place:
        cells = [["1.5", "2,5"], ["3", ""], ["+4.25", "-1"]]
        plain = [["1.5", "2.5"], ["3", ""], ["4.25", "-1"]]
        expected = ask(place, plain)
        assert ask(place, cells, delimiter=";") == expected
        assert ask(place, cells, delimiter="\t") == expected
        assert ask(place, [[f'"{cell}"' for cell in row] for row in cells]) == expected
        text = csv(cells, ";", "Заявка {}", "Эксперт {}")
        for encoding in ("utf-8-sig", "utf-16", "cp1251"):
            assert json.loads(place.bare("agreement", place.write("e.csv", text.encode(encoding))).out) == expected
        assert json.loads(place.bare("agreement", place.write("e.csv", text.replace("\n", ";;\r\n"))).out) == expected


def test_bad_tables_name_file_line_column_and_remedy():
    bad = {
        "": ["empty"], "\n\n": ["empty"], "x\nA,1\n": ["no experts"], ",E1,E1\nA,1,2\n": ["“E1”", "second"], ",E1,,E2\nA,1,2,3\n": ["name is missing"],
        ",E1\nA,1\nA,2\n": ["line 3", "“A”", "second"], ",E1\n,1\n": ["line 2", "name is missing"], ",E1\nA,1,2\n": ["line 2", "beyond"],
        ",E1,E2\nA,1,x\n": ["line 2", "column 3", "E2", "“x”", "number"], ",E1\nA,0x10\n": ["“0x10”"], ",E1\nA,inf\n": ["“inf”"],
        ",E1\nA,nan\n": ["“nan”"], ",E1\nA,1e300\n": ["“1e300”"], ",E1\nA,9999999999\n": ["“9999999999”"], ";E1\nA;1,5,3\n": ["“1,5,3”"],
        ',E1\nA,"1\n': ["Line 2", "quotation"],
    }
    with Place() as place:
        for text, words in bad.items():
            for command in ("agreement", "calibrate"):
                answer = place.bare(command, place.write("bad.csv", text), status=REFUSED)
                assert answer.out == "" and all(word in answer.err for word in ["bad.csv", *words]), (text, answer)
                assert "bad.csv" in place.bare(command, "bad.csv", status=REFUSED, russian=True).err
        assert "absent.csv" in place.bare("agreement", "absent.csv", status=REFUSED).err


tap.main()
