"""`make bench`: every figure against its goal; the table of the last run is bench/results.json."""

import json
import sys

from bench import imports, papers, reading, register_list, report, screening, verdict
from bench.reading import RESULTS


def main() -> int:
    passed = [reading.main([]) == 0]
    passed += [each.main() == 0 for each in (register_list, papers, report, verdict, screening, imports)]
    print(f"\n{'figure':58}{'ours':>12}{'reference':>12}{'ratio':>8}  goal")
    for row in json.loads(RESULTS.read_text("utf-8")):
        ours, reference, ratio = (
            f"{row[key]:.3f}" if isinstance(row[key], float) else "" for key in ("ours", "reference", "ratio")
        )
        mark = "ok" if row["pass"] else "--"
        print(f"{row['name']:58}{ours:>12}{reference:>12}{ratio:>8}  {row['goal']} {mark}")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
