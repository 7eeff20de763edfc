"""barycenterctl calibrate: the published figures through the command, and what it says of too little data."""

import json
import math

import tap
from ctl import Place
from marks import csv, printed, table

ROOS = (".40 .44 - .67 - .81 .89 .95 .99/.15 .19 .32 .45 .49 .62 - - -/- .21 - .39 - .61 - .79 -/.20 - .20 - .60 - .70 - .80/"
        "- - .10 - .20 - .30 .40 .50")
PENICILLIN = ("27 23 26 23 23 21/27 23 26 23 23 21/25 21 25 24 24 20/26 23 25 23 23 20/25 22 26 22 23 20/24 22 25 23 22 19/"
              "24 20 23 21 22 19/26 22 26 24 24 21/24 21 24 22 22 20/24 21 24 23 22 19/26 23 26 24 24 21/25 22 26 24 24 20/"
              "26 24 26 24 25 22/26 23 26 23 23 20/26 23 25 24 24 22/25 22 25 23 23 20/25 21 24 23 23 20/25 22 24 23 23 19/"
              "24 21 23 21 21 19/26 23 26 24 24 21/25 21 24 22 22 18/25 22 25 22 22 20/24 21 24 22 24 19/24 21 24 22 21 18")


def ask(place, cells, **options):
    return json.loads(place.bare("calibrate", place.write("t.csv", csv(cells, **options))).out)


def agree(values, expected, check=printed):
    """@expected: as printed, name after name"""
    words = expected.split()
    assert len(values) == len(words)
    for value, word in zip(values.values(), words):
        check(value, word)


def about(value, word):
    assert math.isclose(value, float(word), abs_tol=2e-6), (value, word)


def test_one_incomplete_table():
    with Place() as place:
        answer = ask(place, table(ROOS, by_expert=True))
        agree(answer["raw"], ".25 .28 .2067 .5033 .43 .68 .63 .7133 .7633")
        agree(answer["least_squares"], ".160168 .191803 .291862 .415136 .515196 .591803 .639409 .724377 .772742")
        agree(answer["least_squares_experts"], ".236366 .009006 .019221 .024125 -.288717")
        blup = answer["blup"]
        printed(blup["mean"], ".478354")
        agree(blup["variance"], ".04975 .03409 .0029788")
        agree(blup["applications"], "-.309867 -.277859 -.184740 -.058896 .034223 .114313 .155935 .240232 .286659", about)
        agree(blup["experts"], ".232950 .005372 .016831 .024771 -.279924", about)
        others = answer["others"]
        agree(others["ridge"], ".173954 .211280 .274609 .434614 .497943 .611280 .632114 .722773 .765447")
        agree(others["ridge_experts"], ".199817 .002331 .004010 .025989 -.232148")
        agree(others["scaled"]["applications"], "0 .0455 .1826 .4019 .5320 .6809 .7545 .9163 1")
        agree(others["scaled"]["scales"], "1.02419 .93145 .91364 .86116 1.26955")
        agree(others["scaled"]["shifts"], ".45334 .18596 .17562 .15979 0")
        agree(others["standard_scores"], "-1.339899 -1.245247 -.966709 -.105912 .136107 .778926 .495391 .998503 1.248841")
        assert all(0 < error < 0.1 for error in blup["errors"]["applications"].values())
        assert answer["notes"] == {} and len(answer["components"]) == 1


def test_penicillin():
    with Place() as place:
        blup = ask(place, table(PENICILLIN))["blup"]
        for name, deviation in (("application", ".8467"), ("expert", "1.9316"), ("residual", ".5499")):
            printed(math.sqrt(blup["variance"][name]), deviation)
        printed(blup["mean"], "22.9722")
        printed(blup["criterion"], "330.9")


def test_what_cannot_be_compared_is_told():
    with Place() as place:
        answer = ask(place, table("1 2 * */3 5 * */* * 5 6/* * 7 9/* * * *"))
        assert [part["applications"] for part in answer["components"]] == [["A1", "A2"], ["A3", "A4"]]
        assert [part["experts"] for part in answer["components"]] == [["E1", "E2"], ["E3", "E4"]]
        assert "parts" in answer["notes"]["components"] and "20" in answer["notes"]["few_marks"]
        assert answer["raw"]["A5"] is None and answer["least_squares"]["A5"] is None and answer["blup"]["applications"]["A5"] is None
        assert "no marks" in answer["notes"]["raw.A5"]


def test_too_little_is_told():
    with Place() as place:
        answer = ask(place, table("1 2/3 4/7 8"))
        assert answer["blup"]["mean"] is None and set(answer["blup"]["applications"].values()) == {None}
        assert "chance" in answer["notes"]["blup.mean"]
        agree(answer["least_squares"], "1.5 3.5 7.5")
        empty = json.loads(place.bare("calibrate", place.write("e.csv", ",E1\n"), russian=True).out)
        assert empty["raw"] == {} and "Оценок нет" in empty["notes"]["blup.mean"]


tap.main()
