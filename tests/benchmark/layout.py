"""Places of random networks beside Graphviz: whole process against whole process on the same files, and how good the
drawings are. Each row is "name: VALUE (goal)"; values are ratios to Graphviz, except where the goal has no peer. One small
network says little of the next: of those there are several, and means are compared.

    layout.py BARYCENTERCTL MEASURE-LAYOUT
"""

import json
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CONTROL, MEASURE = sys.argv[1:3]
SEED = int(os.environ.get("BARYCENTER_SEED", "1"))
LARGEST = int(os.environ.get("BARYCENTER_LARGEST", "30000"))
NETWORKS = {30: 15, 300: 15, 3000: 3, 30000: 1}
ROUNDS = {30: 5, 300: 5, 3000: 3, 30000: 3}
PEER_ROUNDS = {30: 5, 300: 3, 3000: 3, 30000: 1}
missed = []


def run(*command):
    """Seconds."""
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


class Network:
    """@kind: how the measure names it beyond its size and seed: nothing, or --folded for labels as the program folds them."""

    def __init__(self, folder, n, seed, *kind):
        self.folder, self.n, self.seed, self.kind = folder, n, seed, kind
        run(MEASURE, "--write", *kind, n, seed, self.path(""))

    def path(self, ending):
        return self.folder / f"{self.n}-{self.seed}{''.join(self.kind)}{ending}"

    def lay_out(self, *options):
        return run(CONTROL, "layout", *options, self.path(".json"), "-o", self.path("-places.json"))

    def lay_out_by_sfdp(self, *options):
        return run("sfdp", "-q", *options, "-Tplain", "-o", self.path(".plain"), self.path(".dot"))

    def measure(self):
        return measure(self.kind, self.n, self.seed, places_of_json(self.path("-places.json")))

    def measure_peer(self):
        return measure(self.kind, self.n, self.seed, places_of_plain(self.path(".plain")))


def race(networks, n):
    """Medians of both for a network, by turns, so that what else the machine does falls on both."""
    times = [], []
    for i in range(max(ROUNDS[n], PEER_ROUNDS[n])):
        if i < ROUNDS[n]:
            times[0].append(sum(network.lay_out() for network in networks) / len(networks))
        if i < PEER_ROUNDS[n]:
            times[1].append(sum(network.lay_out_by_sfdp() for network in networks) / len(networks))
    return [statistics.median(t) for t in times]


def mean(qualities):
    """Of each figure that all have; but no network may have overlaps."""
    common = [name for name in qualities[0] if all(quality[name] is not None for quality in qualities)]
    means = {name: statistics.fmean(quality[name] for quality in qualities) for name in common}
    return {name: means.get(name) for name in qualities[0]}


def places_of_json(path):
    return [(node["x"], node["y"]) for node in json.loads(path.read_text())["nodes"]]


def places_of_plain(path):
    """Graphviz counts in inches, upwards."""
    places = {}
    for line in path.read_text().splitlines():
        if line.startswith("node "):
            _, name, x, y, *_ = shlex.split(line)
            places[int(name[1:])] = float(x) * 72, -float(y) * 72
    return [places[i] for i in range(len(places))]


def measure(kind, n, seed, places, old=None):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, list_ in enumerate([places] + ([old] if old else [])):
            paths.append(f"{folder}/{i}")
            pathlib.Path(paths[-1]).write_text("".join(f"{x!r} {y!r}\n" for x, y in list_))
        return json.loads(subprocess.run([MEASURE, *kind, str(n), str(seed), *paths], check=True, capture_output=True).stdout)


def wish(name, value, goal):
    """What would be better still; it is no goal."""
    print(f"layout-{name}: {value:.3f} (wish at most {goal:g})", flush=True)


def row(name, value, goal, most=True):
    """@most: whether the goal is the greatest value or the least."""
    if value is None:
        return
    good = value <= goal if most else value >= goal
    missed.extend([] if good else [name])
    print(f"layout-{name}: {value:.3f} (goal {'at most' if most else 'at least'} {goal:g}{'' if good else ': MISSED'})", flush=True)


def note(n, who, seconds, quality):
    """@seconds: None if that was not measured."""
    figures = ", ".join(f"{name} {value:.4g}" for name, value in quality.items() if value is not None)
    print(f"# {n} {who}: {'' if seconds is None else f'{seconds * 1000:.1f} ms, '}{figures}", flush=True)


def ratio(ours, peer, name):
    return ours[name] / peer[name] if peer[name] else None


def compare_with_sfdp(networks, n, goals):
    seconds, peer_seconds = race(networks, n)
    ours, peers = [network.measure() for network in networks], [network.measure_peer() for network in networks]
    for name in ("crossings", "stress", "aspect"):
        each = " ".join(f"{x[name]:.4g}/{y[name]:.4g}" for x, y in zip(ours, peers))
        print(f"# {n} {name}, ours to sfdp, of each network: {each}")
    ours, peer = mean(ours), mean(peers)
    note(n, "ours", seconds, ours)
    note(n, "sfdp", peer_seconds, peer)
    row(f"{n}-time", seconds / peer_seconds, goals["time"])
    row(f"{n}-overlaps", ours["overlaps"], 0)
    if n > 30:
        row(f"{n}-cluster-silhouette", ours["cluster_silhouette"], 0.45, most=False)
        row(f"{n}-stress", ratio(ours, peer, "stress"), goals["stress"])
    row(f"{n}-group-silhouette", ours["group_silhouette"], 0.2, most=False)
    row(f"{n}-crossings", ratio(ours, peer, "crossings"), goals["crossings"])
    if n == 3000:
        wish(f"{n}-crossings", ratio(ours, peer, "crossings"), 0.8)
    row(f"{n}-aspect", ours["aspect"], 1.9)
    row(f"{n}-aspect", ours["aspect"], 1.2, most=False)
    return seconds, ours, peer


def compare_with_prism(networks, n, seconds, ours):
    times = [min(network.lay_out_by_sfdp("-Goverlap=prism") for _ in range(3 if n == 30 else 1)) for network in networks]
    peer_seconds, peer = statistics.fmean(times), mean([network.measure_peer() for network in networks])
    note(n, "sfdp with prism", peer_seconds, peer)
    if n == 3000:
        row(f"{n}-time-prism", seconds / peer_seconds, 0.01)
    row(f"{n}-paper-prism", ratio(ours, peer, "hull_fill"), 0.8, most=False)
    judge = row if n <= 300 else wish
    judge(f"{n}-ties-through-labels-prism", ratio(ours, peer, "label_hits"), 1)


def compare_folded(folder, n):
    """Ties through labels depend on how these are folded: a label of one line is hit by what runs down, and a drawing that is
    four times as wide as high, as PRISM's of 3,000 nodes, has few such ties."""
    networks = [Network(folder, n, seed, "--folded") for seed in range(SEED, SEED + NETWORKS[n])]
    for network in networks:
        network.lay_out()
        network.lay_out_by_sfdp("-Goverlap=prism")
    ours, peer = mean([network.measure() for network in networks]), mean([network.measure_peer() for network in networks])
    note(n, "ours, labels folded", None, ours)
    note(n, "sfdp with prism, labels folded", None, peer)
    row(f"{n}-folded-overlaps", ours["overlaps"], 0)
    row(f"{n}-folded-ties-through-labels-prism", ratio(ours, peer, "label_hits"), 1)


def add_one_school(network):
    """The mental map."""
    n, before, after = network.n, network.path("-places.json"), network.path("-after.json")
    run(CONTROL, "layout", network.path("+1.json"), f"--previous={before}", "-o", after)
    quality = measure([], n, network.seed, places_of_json(after), places_of_json(before))
    row(f"{n}-school-added-moved", quality["moved"], 0.05)
    row(f"{n}-school-added-swapped", quality["swapped"], 0.01)
    row(f"{n}-school-added-overlaps", quality["overlaps"], 0)


def compare_free(networks, n, peer):
    seconds = statistics.fmean(network.lay_out("--scheme=free") for network in networks)
    ours = mean([network.measure() for network in networks])
    note(n, "free", seconds, ours)
    row(f"{n}-free-overlaps", ours["overlaps"], 0)
    row(f"{n}-free-stress", ratio(ours, peer, "stress"), 0.8)


def compare_with_dot(folder, n):
    """The scheme of interaction, as a tree."""
    name, answer, plain = folder / f"tree{n}", folder / f"tree{n}-places.json", folder / f"tree{n}.plain"
    run(MEASURE, "--write", "--tree", n, SEED, name)
    seconds = statistics.median(run(CONTROL, "layout", "--scheme=tree", f"{name}.json", "-o", answer) for _ in range(9))
    peer_seconds = statistics.median(run("dot", "-q", "-Tplain", "-o", plain, f"{name}.dot") for _ in range(5 if n < 3000 else 1))
    ours, peer = measure(["--tree"], n, SEED, places_of_json(answer)), measure(["--tree"], n, SEED, places_of_plain(plain))
    note(n, "tree", seconds, ours)
    note(n, "dot", peer_seconds, peer)
    row(f"{n}-tree-time", seconds / peer_seconds, 0.1)
    row(f"{n}-tree-overlaps", ours["overlaps"], 0)
    row(f"{n}-tree-more-crossings-than-dot", max(0, ours["crossings"] - peer["crossings"]), 0)


GOALS = {
    30: {"time": 0.3, "crossings": 2, "stress": None},
    300: {"time": 0.1, "crossings": 1, "stress": 1.35},
    3000: {"time": 0.04, "crossings": 1, "stress": 1.35},
    30000: {"time": 0.03, "crossings": 0.75, "stress": 1.2},
}


def main():
    absent = [tool for tool in ("sfdp", "dot") if shutil.which(tool) is None]
    if absent:
        sys.exit(f"layout.py: {' and '.join(absent)} not found: install Graphviz (apt-get install graphviz), or run tests/run --benchmark")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for n, goals in GOALS.items():
            if n > LARGEST:
                break
            networks = [Network(folder, n, seed) for seed in range(SEED, SEED + NETWORKS[n])]
            print(f"# {n} nodes: means of {len(networks)} networks, seeds {SEED} to {SEED + len(networks) - 1}")
            seconds, ours, peer = compare_with_sfdp(networks, n, goals)
            if n <= 3000:
                compare_with_prism(networks, n, seconds, ours)
            if n in (300, 3000):
                add_one_school(networks[0])
                compare_folded(folder, n)
                compare_free(networks, n, peer)
                compare_with_dot(folder, n)
    print(f"# missed: {', '.join(missed) or 'none'}")


main()
