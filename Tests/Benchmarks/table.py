"""One table of the results of `descent bench --json` and its rivals, in Markdown, on standard output.

Usage: table.py DESCENT.json RIVAL.json...
"""

import json
import statistics
import sys


def load(path):
    with open(path) as file:
        return json.load(file)


def shown(rate, is_time):
    """A rate, or the time that it stands for, with three digits."""
    if is_time:
        return f"{1e3 / rate:.3g} ms"
    if rate >= 1e6:
        return f"{rate / 1e6:.3g} M"
    if rate >= 1e4:
        return f"{rate / 1e3:.3g} k"
    return f"{rate:.0f}" if rate >= 100 else f"{rate:.3g}"


def row(benchmark, rivals):
    aim = benchmark.get("aim")
    is_time = bool(aim and "seconds" in aim)
    rate = benchmark["rate"]
    wished = (1 / aim["seconds"] if is_time else aim["rate"]) if aim else None
    cells = [benchmark["workload"], f"a {benchmark['unit']}" if is_time else benchmark["unit"] + "/s"]
    cells += [shown(rate["median"], is_time), shown(rate["best"], is_time), shown(wished, is_time) if wished else ""]
    cells.append(f"{rate['median'] / wished:.2f}" if wished else "")
    for rival in rivals:
        times = rival["seconds"].get(benchmark["name"])
        if times is None:
            cells.append("")
            continue
        other = 1 / statistics.median(times)
        cells.append(f"{shown(other, is_time)} ({rate['median'] / other:.3g}×)")
    return cells


def main():
    descent, rivals = load(sys.argv[1]), [load(path) for path in sys.argv[2:]]
    head = ["workload", "unit", "median", "best", "aim", "of the aim"] + [rival["name"] for rival in rivals]
    lines = [head, ["---"] * 2 + ["---:"] * (len(head) - 2)]
    lines += [row(benchmark, rivals) for benchmark in descent["benchmarks"]]
    for line in lines:
        print("| " + " | ".join(line) + " |")


main()
