"""Speed of the reader on a megabyte of generated administrative text, and its linearity.

Processor time, so that what else runs on the machine counts little.
"""

import re
import time
from collections.abc import Callable
from typing import Any

from thidua.reading.tests.labelled import DEVELOPMENT, HELD_OUT, samples
from thidua.reading.tests.mutate import changeable, mutated

SIZE = 1_000_000
NUMBER = re.compile(r"\d{1,5}\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ][\wĐ-]*")
GOAL_MEGABYTES = 1.0
GOAL_RATIO = 60.0
# Twice the time per byte of the shorter text still counts as linear: timing noise on a shared machine.
GOAL_LINEARITY = 2.0
ROUNDS = 3

Row = dict[str, Any]


def generated(size: int) -> str:
    """At least `size` bytes of UTF-8: the samples, changed anew each time, one after the other."""
    originals = [one for half in (DEVELOPMENT, HELD_OUT) for one in samples(half) if changeable(one)]
    parts: list[str] = []
    length = turn = 0
    while length < size:
        for one in originals:
            parts.append(mutated(one, 1000 + turn).text)
            length += len(parts[-1].encode())
        turn += 1
    return "\n".join(parts)


def fastest(work: Callable[[str], Any], text: str) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)


def one_pass(text: str) -> int:
    return sum(1 for _ in NUMBER.finditer(text))


def documents_of(text: str) -> list[str]:
    """The megabyte cut into texts of the length of a long report, as a reader meets them."""
    return [text[start : start + 50_000] for start in range(0, len(text), 50_000)]


def speed_rows(read: Callable[[str], Any]) -> list[Row]:
    text = generated(SIZE)
    megabytes = len(text.encode()) / 1e6
    whole, passed_once = fastest(read, text), fastest(one_pass, text)
    pieces = documents_of(text)
    start = time.process_time()
    for piece in pieces:
        read(piece)
    cut = time.process_time() - start
    tenth, hundredth = (fastest(read, text[: len(text) // part]) * part for part in (10, 100))
    ratio, linearity = whole / passed_once, whole / min(tenth, hundredth)
    print(
        f"\nspeed: {megabytes:.2f} MB as one text in {whole:.3f} s = {megabytes / whole:.2f} MB/s (goal ≥ 1)"
    )
    print(f"       {megabytes:.2f} MB as {len(pieces)} texts in {cut:.3f} s = {megabytes / cut:.2f} MB/s")
    print(
        f"       one pass of a number pattern {passed_once:.4f} s: ratio {ratio:.1f} (goal ≤ {GOAL_RATIO:.0f})"
    )
    print(
        f"       per byte at 1 %, 10 %, 100 %: {hundredth:.3f}, {tenth:.3f}, {whole:.3f} s for the whole length"
    )
    return [
        row(
            "reading speed: MB/s",
            megabytes / whole,
            None,
            None,
            GOAL_MEGABYTES,
            megabytes / whole >= GOAL_MEGABYTES,
        ),
        row(
            "reading speed: one pass of a number pattern",
            whole,
            passed_once,
            ratio,
            GOAL_RATIO,
            ratio <= GOAL_RATIO,
        ),
        row(
            "reading linearity",
            whole,
            min(tenth, hundredth),
            linearity,
            GOAL_LINEARITY,
            linearity <= GOAL_LINEARITY,
        ),
    ]


def row(
    name: str, ours: float, reference: float | None, ratio: float | None, goal: float, passed: bool
) -> Row:
    rounded = [None if value is None else round(value, 4) for value in (ours, reference, ratio)]
    return {
        "name": name,
        "ours": rounded[0],
        "reference": rounded[1],
        "ratio": rounded[2],
        "goal": goal,
        "pass": passed,
    }
