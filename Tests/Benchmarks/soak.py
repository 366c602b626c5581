#!/usr/bin/env python3
"""Leaves the program running at full speed in pseudo-terminals of its own, one demo after another, and looks at its memory.

For each run: the resident memory after the first tenth of the time and at the end, the most that it ever was, and what it grows a
minute after the first half (a line fitted through all that was seen). Usage: soak.py DESCENT [MINUTES [DEMO ...]], 1 minute each by default.
`--each SECONDS` prints every so many seconds as well.
"""

import os
import sys
import time

import terminal as terminals

RUNS = [
    ["spiral"],
    ["digits"],
    ["spiral", "--set", "data.samples=100000"],
    ["spiral", "--set", "data.samples=100000", "--set", "batch=all"],
    ["hopfield-letters"],
    ["queens"],
    ["echo"],
]


def resident(process):
    """Resident memory now, and the most that it was, in MB."""
    lines = open(f"/proc/{process}/status").read().splitlines()
    numbers = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(numbers["VmRSS"]) / 1e3, int(numbers["VmHWM"]) / 1e3


def growth(points):
    """The slope of the straight line that fits points of (minutes, MB) best."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0


def soak(program, arguments, minutes, each):
    terminal = terminals.Terminal([program] + arguments, 120, 40)
    terminal.pump(2)
    terminal.type(b"++++++++++++")
    start, points = time.monotonic(), []
    while (now := (time.monotonic() - start) / 60) < minutes:
        terminal.pump(min(each or 1, minutes * 6))
        terminal.seen, terminal.answered = terminal.seen[-64:], min(64, len(terminal.seen))
        terminal.counted = len(terminal.seen)
        # What rests is stirred: a unit pattern is disturbed, and settles again.
        terminal.type(b"Y " if arguments[0] in ("hopfield-letters", "queens") else b"")
        points.append((now, resident(terminal.process)[0]))
        if each:
            print(f"{' '.join(arguments)}: {now:.2f} min {points[-1][1]:.2f} MB", flush=True)
    late = [point for point in points if point[0] > minutes / 2]
    name = " ".join(word for word in arguments if word != "--set")
    print(
        f"| {name} | {points[len(points) // 10][1]:.1f} | {points[-1][1]:.1f} | {resident(terminal.process)[1]:.1f}"
        f" | {growth(late):+.2f} |",
        flush=True,
    )
    terminal.end()


def main():
    words = sys.argv[1:]
    each = 0.0
    if "--each" in words:
        at = words.index("--each")
        each = float(words[at + 1])
        del words[at : at + 2]
    program = os.path.abspath(words[0])
    minutes = float(words[1]) if len(words) > 1 else 1
    runs = [[name] for name in words[2:]] or RUNS
    print("| | MB at a tenth | at the end | at most | MB a minute |\n|---|---|---|---|---|", flush=True)
    for arguments in runs:
        soak(program, arguments, minutes, each)


if __name__ == "__main__":
    main()
