"""barycenterctl layout: the places of any graph, what is refused, and that the answer is the same object otherwise."""

import json
import math
import random

import tap
from ctl import REFUSED, USAGE, Place

GROUPS = ["А", "Б", "В", "Г"]


def cluster(number, n_members, first=0):
    """A barycenter with members in four groups, some of them with sites."""
    nodes = [{"id": f"c{number}", "label": f"Центр {number}", "w": 90, "h": 28, "group": "Ц", "cluster": number, "role": "centre"}]
    edges = []
    for i in range(n_members):
        name = first + i
        nodes.append({"id": name, "label": f"ГБОУ СОШ № {name}", "w": 60 + name % 7 * 9, "h": 14 * (1 + name % 3),
                      "group": GROUPS[name * 5 % 4], "cluster": number, "level": 2 + name % 2, "note": {"kept": [1.50, None, "é\\n"]}})
        edges.append([f"c{number}", name] if name % 2 == 0 or i == 0 else [name - 1, name])
    return nodes, edges


def district(n_clusters=4, n_members=14):
    graph = {"title": "Район", "nodes": [], "edges": []}
    for number in range(n_clusters):
        nodes, edges = cluster(number, n_members, number * 100)
        graph["nodes"] += nodes
        graph["edges"] += edges + ([[f"c{number - 1}", f"c{number}"]] if number else [])
    return graph


def lay_out(place, graph, *options, name="graph.json", **more):
    return json.loads(place.bare("layout", place.write(name, json.dumps(graph, ensure_ascii=False)), *options, **more).out)


def places(graph):
    return {json.dumps(node["id"]): (node["x"], node["y"]) for node in graph["nodes"]}


def assert_apart(graph):
    nodes = sorted(graph["nodes"], key=lambda node: node["x"] - node["w"] / 2)
    for i, a in enumerate(nodes):
        assert all(math.isfinite(a[key]) for key in "xywh"), a
        for b in nodes[i + 1:]:
            if b["x"] - b["w"] / 2 >= a["x"] + a["w"] / 2:
                break
            assert abs(a["y"] - b["y"]) >= (a["h"] + b["h"]) / 2 - 1e-5, (a, b)


def test_answer_is_the_same_object_with_places():
    with Place() as place:
        graph = district()
        answer = lay_out(place, graph)
        assert_apart(answer)
        for node in answer["nodes"]:
            node.pop("x"), node.pop("y")
        assert answer == graph


def test_each_scheme_is_known_and_nothing_overlaps():
    with Place() as place:
        for scheme in ("groups", "network", "levels", "tree", "free"):
            assert_apart(lay_out(place, district(), f"--scheme={scheme}"))


def test_order_of_the_input_does_not_matter():
    with Place() as place:
        graph = district()
        expected = places(lay_out(place, graph))
        shuffled = dict(reversed(graph.items()))
        shuffle = random.Random(5)
        shuffled["nodes"] = [dict(shuffle.sample(list(node.items()), len(node))) for node in shuffle.sample(graph["nodes"], len(graph["nodes"]))]
        shuffled["edges"] = [shuffle.sample(edge, 2) for edge in shuffle.sample(graph["edges"], len(graph["edges"]))]
        assert places(lay_out(place, shuffled)) == expected


def test_previous_places_and_pins_are_kept():
    with Place() as place:
        graph = district()
        graph["nodes"][3].update(x=1234.0625, y=-77.3, pinned=True)
        place.bare("layout", place.write("a.json", json.dumps(graph)), "-o", "before.json")
        answer = json.loads((place.path / "before.json").read_text())
        assert (answer["nodes"][3]["x"], answer["nodes"][3]["y"]) == (1234.0625, -77.3)
        again = lay_out(place, graph, "--previous=before.json")
        assert (again["nodes"][3]["x"], again["nodes"][3]["y"]) == (1234.0625, -77.3)
        assert_apart(again)


def test_labels_are_measured_where_sizes_are_missing():
    with Place() as place:
        graph = {"nodes": [{"id": 1, "label": "Школа"}, {"id": 2, "label": "Государственное бюджетное образовательное учреждение № 352"},
                           {"id": 3, "w": 40, "h": None}, {"id": 4}], "edges": [[1, 2], [1, 3], [2, 4]]}
        short, long, half, bare = lay_out(place, graph)["nodes"]
        assert 20 < short["w"] < 60 and 8 < short["h"] < 20, short
        assert long["w"] < 130 and long["h"] > 2 * short["h"], long
        assert half["w"] == 40 and abs(half["h"] - bare["h"]) < 1 and bare["w"] < short["w"], (half, bare)


def test_ids_are_any_scalars():
    with Place() as place:
        graph = {"nodes": [{"id": i, "w": 10, "h": 10, "cluster": c} for i, c in [(1, None), ("1", -1), (2.5, ""), (True, 0), ("è\t\"", "x")]],
                 "edges": [[1, "1"], [1.0, 2.5], ["2.5", True], ["è\t\"", 1e0]]}
        answer = lay_out(place, graph)
        assert len(set(places(answer).values())) == 5
        assert_apart(answer)


def test_small_and_empty_graphs():
    with Place() as place:
        assert lay_out(place, {"nodes": []}) == {"nodes": []}
        assert place.bare("layout", place.write("e.json", "\ufeff {\"edges\" :[ ], \"nodes\":[ ]} \n")).out.endswith("\"nodes\":[ ]} \n")
        one = lay_out(place, {"nodes": [{"id": "x", "w": 10, "h": 10}], "edges": [["x", "x"], ["x", "x"]]})
        assert all(math.isfinite(one["nodes"][0][key]) for key in "xy")


def test_bad_input_names_file_line_and_remedy():
    bad = {
        "": "object", "[]": "object", "{": "member", '{"nodes":[}': "object", '{"nodes":[{"id":1}]': "comma", '{"nodes":[{"id":1}],}': "member",
        '{"nodes":[{"id":1},]}': "object", '{"nodes":[]} x': "end of the file", '{"nodes":[{"id":01}]}': "comma", '{"nodes":[{"id":1.}]}': "digit",
        '{"nodes":[{"id":"\\x"}]}': "after", '{"nodes":[{"id":"\\u12g4"}]}': "hexadecimal", '{"nodes":[{"id":"a]}': "quote",
        '{"nodes":[{"id" 1}]}': "colon", '{"nodes":[{"id":nul}]}': "value", '{"x":' + "[" * 5000 + '}': "nesting", '{"nodes":[{"id":NaN}]}': "value",
        "{}": "no graph", '{"edges":[]}': "no graph", '{"nodes":{}}': "array", '{"nodes":[],"edges":{}}': "array", '{"nodes":[1]}': "object",
        '{"nodes":[],"nodes":[]}': "second", '{"nodes":[{}]}': "no “id”", '{"nodes":[{"id":null}]}': "no “id”", '{"nodes":[{"id":[1]}]}': "id",
        '{"nodes":[{"id":1},\n{"id":1.0}]}': "line 2", '{"nodes":[{"id":1,"w":-1}]}': "size", '{"nodes":[{"id":1,"h":1e300}]}': "size",
        '{"nodes":[{"id":1,"w":"1"}]}': "size", '{"nodes":[{"id":1,"x":1e999,"y":0}]}': "place", '{"nodes":[{"id":1,"weight":0}]}': "weight",
        '{"nodes":[{"id":1}],\n"edges":[\n[1,2]]}': "line 3", '{"nodes":[{"id":1}],"edges":[[1]]}': "two nodes", '{"nodes":[],"edges":[1]}': "array",
    }
    with Place() as place:
        for text, word in bad.items():
            path = place.write("bad.json", text)
            answer = place.bare("layout", path, "-o", "out.json", status=REFUSED)
            assert "bad.json, line " in answer.err and word in answer.err, (text[:80], answer)
            assert "строка" in place.bare("layout", path, status=REFUSED, russian=True).err
            assert answer.out == "" and not (place.path / "out.json").exists()
        for name, contents in (("broken.json", b'{"nodes":[{"id":"\xff"}]}'), ("zero.json", b'{"nodes":[{"id":"a\0b"}]}')):
            assert name in place.bare("layout", place.write(name, contents), status=REFUSED).err
        assert "absent.json" in place.bare("layout", "absent.json", status=REFUSED).err
        good = place.write("good.json", '{"nodes":[]}')
        assert "bad.json" in place.bare("layout", good, "--previous=bad.json", status=REFUSED).err
        assert "no/where.json" in place.bare("layout", good, "-o", "no/where.json", status=REFUSED).err
        place.bare("layout", good, "--scheme=Groups", status=USAGE)


def test_pipes_are_read_and_written():
    with Place() as place:
        place.write("g.json", '{"nodes":[{"id":1,"w":1,"h":1}]}')
        with open(place.path / "g.json") as graph:
            assert '"x"' in place.bare("layout", "/dev/stdin", stdin=graph).out
        assert '"x"' in place.bare("layout", "g.json", "-o", "-").out
        assert '"x"' in place.bare("layout", "g.json", "--output", "/dev/stdout").out


tap.main()
