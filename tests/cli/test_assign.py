"""barycenterctl assign: the known optimum, the draw, what cannot be had, and bad problems."""

import json
import random

import tap
from ctl import REFUSED, Place

AFFINITY = [[3, 1, 0, 2, 0], [2, 3, 1, 0, 0], [0, 2, 3, 1, 1], [1, 0, 2, 3, 2], [0, 1, 0, 2, 3], [3, 3, 0, 0, 1]]


def problem(most=3, **more):
    """Checked with HiGHS, network simplex and by trying all."""
    return {
        "applications": [{"id": f"A{i + 1}", "organisation": o, "need": 2} for i, o in enumerate(["s1", "s2", "s3", "s4", "s5", "s1"])],
        "experts": [{"id": f"E{i + 1}", "organisation": o, "max": most} for i, o in enumerate(["s1", "s2", "s9", "s4", "s8"])],
        "affinity": AFFINITY, "forbidden": [], "load_cost": 100, "pair_cost": 20, "best_affinity": 3, **more}


def assign(place, task, *options, **more):
    return json.loads(place.bare("assign", place.write("p.json", json.dumps(task)), *options, **more).out)


def loads(answer):
    experts = [expert for _, expert in answer["pairs"]]
    return sorted(experts.count(f"E{i}") for i in range(1, 6))


def affinity(answer):
    return sum(AFFINITY[int(a[1:]) - 1][int(e[1:]) - 1] for a, e in answer["pairs"])


def test_the_known_optimum():
    with Place() as place:
        for most in (3, 4):
            answer = assign(place, problem(most))
            assert answer["feasible"] is True and answer["cost"] == 1160 and loads(answer) == [2, 2, 2, 3, 3], answer
            assert affinity(answer) == 23 and answer["shortage"] == [] and answer["explanation"] is None, answer
            assert answer["parts"] == 1, answer
        free = assign(place, problem(load_cost=0))
        assert (free["cost"], affinity(free), loads(free)) == (240, 24, [1, 2, 3, 3, 3]), free


def test_the_seed_decides_and_the_order_does_not():
    with Place() as place:
        task = problem()
        tables = set()
        shuffle = random.Random(3)
        for seed in range(12):
            pairs = sorted(assign(place, task, f"--seed={seed}")["pairs"])
            rows, columns = shuffle.sample(range(6), 6), shuffle.sample(range(5), 5)
            other = dict(task, applications=[task["applications"][i] for i in rows], experts=[task["experts"][i] for i in columns],
                         affinity=[[AFFINITY[i][j] for j in columns] for i in rows])
            assert sorted(assign(place, dict(reversed(other.items())), "--seed", seed)["pairs"]) == pairs
            tables.add(json.dumps(pairs))
        assert len(tables) == 2, tables


def test_what_cannot_be_had_is_explained():
    with Place() as place:
        short = assign(place, problem(2))
        assert short["feasible"] is False and len(short["pairs"]) == 10 and len(short["shortage"]) == 2, short
        assert "a greater load for E1, E2, E3, E4, E5" in short["explanation"], short
        barred = assign(place, problem(6, forbidden=[[a, f"E{i}"] for a in ("A1", "A6") for i in (1, 2, 3, 4)]))
        assert len(barred["pairs"]) == 10 and barred["shortage"] == ["A1", "A6"], barred
        assert "Applications: A1, A6. Experts allowed: E5. Assignments needed: 4, possible: 2" in barred["explanation"], barred
        russian = assign(place, problem(2), russian=True)["explanation"]
        assert "Заявки: A1" in russian and "Что поможет" in russian, russian


def test_own_organisation_and_fixed_pairs():
    with Place() as place:
        answer = assign(place, problem(6, fixed=[["A2", "E5"], ["A3", "E4"]]))
        assert ["A2", "E5"] in answer["pairs"] and ["A3", "E4"] in answer["pairs"] and answer["feasible"], answer
        assert not {("A1", "E1"), ("A6", "E1"), ("A2", "E2"), ("A4", "E4")} & set(map(tuple, answer["pairs"])), answer


def test_what_may_be_left_out():
    with Place() as place:
        task = {"applications": [{"id": 1}, {"id": "2"}, {"id": 2.5}], "experts": [{"id": 10}, {"id": "x", "organisation": None}]}
        answer = assign(place, task)
        assert answer["feasible"] and answer["cost"] == 100 and [a for a, _ in answer["pairs"]] == [1, "2", 2.5], answer
        assert {e for _, e in answer["pairs"]} == {10, "x"}, answer
        assert assign(place, {"applications": [], "experts": []})["pairs"] == []


def test_bad_problems_name_file_line_and_remedy():
    good = '"applications":[{"id":"a"}],"experts":[{"id":"e"}]'
    bad = {
        "": "object", "{": "member", "{}": "applications", '{"applications":{},"experts":[]}': "array", '{"applications":[]}': "experts",
        '{"applications":[{}],"experts":[]}': "no “id”", '{"applications":[{"id":[]}],"experts":[]}': "id", "{%s} x" % good: "end of the file",
        '{"applications":[{"id":"a"},\n{"id":"a"}],"experts":[]}': "line 2", '{"applications":[{"id":1,"need":-1}],"experts":[]}': "“-1”",
        '{"applications":[{"id":1,"need":1.5}],"experts":[]}': "whole", '{"applications":[{"id":1,"need":"2"}],"experts":[]}': "whole",
        '{"applications":[{"id":1,"organisation":[]}],"experts":[]}': "organisation", '{"applications":[1],"experts":[]}': "object",
        '{%s,"affinity":[]}' % good: "fewer", '{%s,"affinity":[[1],[2]]}' % good: "more", '{%s,"affinity":[[1,2]]}' % good: "as many",
        '{%s,"affinity":[[]]}' % good: "as many", '{%s,"affinity":[[0.5]]}' % good: "whole", '{%s,"affinity":[["x"]]}' % good: "whole",
        '{%s,"forbidden":[["a","f"]]}' % good: "no expert", '{%s,"forbidden":[["b","e"]]}' % good: "no application",
        '{%s,"forbidden":[["a"]]}' % good: "pair", '{%s,"forbidden":{}}' % good: "array", '{%s,"fixed":[["a","e","e"]]}' % good: "pair",
        '{%s,"load_cost":-5}' % good: "“-5”", '{%s,"pair_cost":1e300}' % good: "whole",
        '{"applications":[{"id":"a","need":2000000}],"experts":[{"id":"e"}]}': "million",
        '{%s,"affinity":[[-30000]],"pair_cost":1000000}' % good: "too great",
        '{"applications":[{"id":"a","organisation":"s"}],"experts":[{"id":"e","organisation":"s"}],"fixed":[["a","e"]]}': "one organisation",
    }
    with Place() as place:
        for text, word in bad.items():
            answer = place.bare("assign", place.write("bad.json", text), status=REFUSED)
            assert answer.out == "" and "bad.json, line " in answer.err and word in answer.err, (text, answer)
            assert "строка" in place.bare("assign", "bad.json", status=REFUSED, russian=True).err
        assert "absent.json" in place.bare("assign", "absent.json", status=REFUSED).err


tap.main()
