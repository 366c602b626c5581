#!/usr/bin/env python3
"""Measures from outside what `descent bench` cannot: the program in a pseudo-terminal, as a terminal sees it.

For each demo and size: the time to the first whole frame (where the terminal answers what it is asked, and where it is
silent), from a key to its effect on the screen while training at full speed (median, 99th percentile, worst), bytes a frame,
and the processor's time while paused. Then the same keys while what is trained, measured and drawn takes long: large networks,
many samples. Usage: terminal.py DESCENT [KEYS], 200 keys by default.
"""

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import sys
import tempfile
import termios
import time

# Words that only the help shows. What stood in their places before may spare some of their letters, but hardly of all of them.
HELP = re.compile(rb"\[help\]|Keys that matter|matter here|scroll|while you step", re.IGNORECASE)
END = b"\x1b[?2026l"
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b]11;?\x1b\\": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b[>0q": b"\x1bP>|measured(1.0)\x1b\\",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[5n": b"\x1b[0n",
}


class Terminal:
    """The program at the other end, and every byte that it has sent."""

    def __init__(self, command, columns, rows, answers=True):
        self.answers = answers
        self.seen = bytearray()
        self.answered = 0
        # The frames that have come whole, and up to where they were counted.
        self.ends, self.counted = 0, 0
        folder = tempfile.mkdtemp()
        self.started = time.monotonic()
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", XDG_STATE_HOME=folder, HOME=folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(folder)
            os.execv(command[0], command)

    def read(self, seconds):
        """Reads once, within some time, and answers."""
        if not select.select([self.master], [], [], seconds)[0]:
            return
        self.seen += os.read(self.master, 1 << 16)
        self.ends += self.seen.count(END, self.counted)
        self.counted = max(self.seen.rfind(END, self.counted) + len(END), len(self.seen) - len(END) + 1)
        if not self.answers:
            return
        recent = self.seen[self.answered :]
        for question, answer in ANSWERS.items():
            os.write(self.master, answer * recent.count(question))
        self.answered = len(self.seen) if any(q in recent for q in ANSWERS) else max(0, len(self.seen) - 16)

    def wait(self, text, since=0, seconds=20):
        """The moment at which a text has come; since where in what was sent it is looked for."""
        end = time.monotonic() + seconds
        pattern = re.compile(re.escape(text)) if isinstance(text, bytes) else text
        while not pattern.search(self.seen, since):
            if time.monotonic() > end:
                raise SystemExit(f"{text!r} did not come")
            self.read(0.1)
        return time.monotonic()

    def pump(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.02)

    def frames(self, count, seconds=5):
        """Reads until so many frames more have come whole: what was typed before is then on the screen."""
        end, wanted = time.monotonic() + seconds, self.ends + count
        while self.ends < wanted and time.monotonic() < end:
            self.read(0.02)

    def type(self, keys):
        os.write(self.master, keys)

    def ticks(self):
        fields = open(f"/proc/{self.process}/stat").read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def end(self):
        self.type(b"\x03")
        os.close(self.master)
        os.waitpid(self.process, 0)


def answers(terminal, keys):
    """How long help takes to come and to go, in seconds, the quickest first."""
    times = []
    for _ in range(keys):
        before, at = len(terminal.seen), time.monotonic()
        terminal.type(b"?")
        times.append(terminal.wait(HELP, before) - at)
        terminal.type(b"?")
        terminal.frames(3)
    return sorted(times)


def spread(times):
    """Median, 99th percentile and worst, in milliseconds."""
    ms = [1e3 * t for t in times]
    return f"{statistics.median(ms):.1f} / {ms[int(len(ms) * 0.99)]:.1f} / {ms[-1]:.1f} ms"


LARGE = ["--set", "network.hidden=[1024,1024,1024,1024,1024,1024]", "--set", "batch=all"]
LONG = [
    ["spiral"] + LARGE,
    ["digits"] + LARGE,
    ["spiral", "--set", "data.samples=100000"],
    ["spiral", "--set", "data.samples=100000", "--set", "batch=all"],
    ["echo", "--set", "recurrent.units=256", "--set", "batch=all"],
]


def measure_long(program, arguments, keys):
    """Keys while something long goes on: help, and Space, whose answer stands in the title."""
    terminal = Terminal([program] + arguments, 120, 40)
    terminal.wait(re.compile(rb"epoch|sweep"), seconds=60)
    terminal.pump(0.5)
    terminal.type(b"++++++++++++")
    terminal.pump(2)
    times = answers(terminal, keys)
    spaces = []
    for _ in range(keys):
        before, at = len(terminal.seen), time.monotonic()
        terminal.type(b" ")
        terminal.wait(re.compile(rb"pau|run|rest"), before)
        spaces.append(time.monotonic() - at)
        terminal.pump(0.1)
    terminal.end()
    print(f"| {' '.join(a for a in arguments if a != '--set')} | {spread(times)} | {spread(sorted(spaces))} |", flush=True)


def measure(program, demo, columns, rows, keys):
    command = [program, demo]
    silent = Terminal(command, columns, rows, answers=False)
    first_silent = silent.wait(b"epoch") - silent.started
    silent.end()
    terminal = Terminal(command, columns, rows)
    first = terminal.wait(b"epoch") - terminal.started
    terminal.pump(0.5)
    terminal.type(b"++++++++++++")  # Full speed.
    terminal.pump(1)
    times = answers(terminal, keys)
    before, frames = len(terminal.seen), terminal.ends
    terminal.pump(2)
    frames = terminal.ends - frames
    size = (len(terminal.seen) - before) / max(1, frames)
    terminal.type(b" ")
    terminal.pump(1)
    ticks = terminal.ticks()
    terminal.pump(3)
    idle = (terminal.ticks() - ticks) / 3
    terminal.end()
    ms = 1e3
    print(
        f"| {demo} {columns}x{rows} | {first * ms:.0f} / {first_silent * ms:.0f} ms"
        f" | {spread(times)}"
        f" | {frames / 2:.0f} | {size:.0f} | {idle:.1f} % |",
        flush=True,
    )


def main():
    program = os.path.abspath(sys.argv[1])
    keys = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    print("| | first frame: answered / silent | key to screen: median / 99 % / worst | frames/s | bytes a frame | paused |")
    print("|---|---|---|---|---|---|")
    for demo in ["spiral", "digits"]:
        for columns, rows in [(80, 24), (120, 40), (200, 60)]:
            measure(program, demo, columns, rows, keys)
    print()
    print("| while this goes on, at 120x40 | help: median / 99 % / worst | Space: median / 99 % / worst |")
    print("|---|---|---|")
    for arguments in LONG:
        measure_long(program, arguments, max(10, keys // 5))


if __name__ == "__main__":
    main()
