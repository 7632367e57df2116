"""How well and how fast a text is read: `python -m bench.reading [--errors] [--only ROW] [--no-speed]`.

The five figures against labels (see thidua/reading/tests/samples/README.md), the speed against one pass of
a number pattern, and the linearity. Rows are merged into bench/results.json.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

from bench.reading_speed import speed_rows  # noqa: E402  the project root must be on the path first
from thidua.reading.facts import as_json  # noqa: E402
from thidua.reading.tests.labelled import DEVELOPMENT, HELD_OUT, Labelled, samples, seeds, seeds_folder  # noqa: E402
from thidua.reading.tests.mutate import changeable, mutated  # noqa: E402
from thidua.reading.tests.scoring import (  # noqa: E402
    GOALS_SEEDS,
    GOALS_UNSEEN,
    MEASURES,
    Score,
    micro_average,
    score,
)

RESULTS = Path(__file__).parent / "results.json"
SEED_CHANGES = 5
SAMPLE_CHANGES = 2

Row = dict[str, Any]
Read = Callable[[str], Any]


def documents() -> dict[str, list[Labelled]]:
    """The rows of the table, each with its documents; empty where the seeds are not on this machine."""
    originals = seeds()
    ours = [one for one in samples(DEVELOPMENT) + samples(HELD_OUT) if changeable(one)]
    return {
        "seeds": originals,
        "seeds changed": [mutated(one, turn) for one in originals for turn in range(SEED_CHANGES)],
        "seeds changed, OCR or NFD": [
            mutated(one, turn, noise=noise) for one in originals for turn, noise in enumerate(("ocr", "nfd"))
        ],
        "samples dev": samples(DEVELOPMENT),
        "samples held-out": samples(HELD_OUT),
        "samples changed": [mutated(one, turn) for one in ours for turn in range(SAMPLE_CHANGES)],
    }


def quality_rows(read: Read, rows: dict[str, list[Labelled]], errors: bool) -> list[Row]:
    results: list[Row] = []
    print(f"{'':28}" + "".join(f"{measure:>16}" for measure in MEASURES))
    for name, labelled in rows.items():
        if not labelled:
            print(f"{name:28}skipped: no seeds in {seeds_folder()} (THIDUA_SEEDS names another folder)")
            continue
        goals = GOALS_SEEDS if name.startswith("seeds") else GOALS_UNSEEN
        scores = {one.name: score(as_json(read(one.text)), one.label) for one in labelled}
        totals = micro_average(scores.values())
        cells = []
        for measure in MEASURES:
            figure = totals[measure].figure
            passed = figure >= goals[measure]
            cells.append(
                f"{figure:.3f}{'≥' if passed else '<'}{goals[measure]:.2f} {'ok' if passed else '--'}"
            )
            results.append(result(f"reading {name}: {measure}", figure, goals[measure], passed))
        print(f"{f'{name} ({len(labelled)})':28}" + "".join(f"{cell:>16}" for cell in cells))
        if errors:
            print_errors(scores)
    return results


def result(name: str, ours: float, goal: float, passed: bool) -> Row:
    return {
        "name": name,
        "ours": round(ours, 4),
        "reference": None,
        "ratio": None,
        "goal": goal,
        "pass": passed,
    }


def print_errors(scores: dict[str, Score]) -> None:
    for name, one in scores.items():
        for measure in MEASURES:
            tally = one.tallies[measure]
            if not (tally.missed or tally.wrong):
                continue
            print(f"    {name}  {measure}: {tally.found} right, {tally.missed} missed, {tally.wrong} wrong")
            for sign, items in (("missed", one.missed[measure]), ("wrong ", one.wrong[measure])):
                for item in items:
                    print(f"        {sign} {brief(item)}")


def brief(item: Row) -> str:
    shown = {key: value for key, value in item.items() if value not in (None, [], "") and key != "spans"}
    return json.dumps(shown, ensure_ascii=False)[:300]


def merge(rows: list[Row]) -> None:
    """Replaces the rows of the same names in results.json and keeps everybody else's."""
    names = {row["name"] for row in rows}
    kept = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else []
    kept = [row for row in kept if row["name"] not in names]
    RESULTS.write_text(json.dumps([*kept, *rows], ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Prints the table; 0 when every goal is met. `arguments` are those of the command line by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="list what was missed and wrongly said, per document"
    )
    parser.add_argument("--only", default="", help="only the rows whose name starts with this")
    parser.add_argument("--no-speed", action="store_true")
    chosen = parser.parse_args(arguments)
    read = getattr(importlib.import_module("thidua.reading"), "read", None)
    if read is None:
        print("thidua.reading.read does not exist yet")
        return 2
    rows = {name: found for name, found in documents().items() if name.startswith(chosen.only)}
    results = quality_rows(read, rows, chosen.errors)
    if not chosen.no_speed:
        results += speed_rows(read)
    merge(results)
    return 0 if all(row["pass"] for row in results) else 1


if __name__ == "__main__":
    sys.exit(main())
