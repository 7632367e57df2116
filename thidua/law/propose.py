"""Proposes the days off of a coming year in the shape of `data/holidays.yaml`: `python -m thidua.law.propose 2027`.

What a package computes is no decision: the officer who keeps the book compares it with the notice, then writes it in.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, timedelta

import holidays as computed

from thidua.law import holidays

_HEAD = (
    "# Đề xuất, chưa phải quyết định: đối chiếu với thông báo của năm {year} rồi mới chép vào holidays.yaml."
)


def days_off(year: int) -> dict[date, str]:
    """Days that the package takes for off, weekends among them, with its names."""
    return dict(computed.country_holidays("VN", years=year, language="vi"))


def proposal(year: int) -> str:
    """The year as it could stand in the book; weekends that are off of themselves are left out at the edges."""
    lines = [_HEAD.format(year=year), f"  {year}:", "    status: memory", "    free:"]
    for first, last, name in _joined(days_off(year)):
        until = f", last: {last.isoformat()}" if last > first else ""
        lines.append(f'      - {{first: {first.isoformat()}{until}, name: "{name}"}}')
    return "\n".join(lines) + "\n"


def _joined(days: dict[date, str]) -> list[tuple[date, date, str]]:
    """Runs of days that follow one another, under the name of the first; runs of weekend days alone fall away."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [(run[0], run[-1], days[run[0]]) for run in runs if any(day.weekday() < 5 for day in run)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Đề xuất ngày nghỉ của một năm sắp tới")
    parser.add_argument("year", type=int)
    year = parser.parse_args(arguments).year
    if holidays.is_known(year):
        sys.stdout.write(f"Năm {year} đã có trong holidays.yaml.\n")
        return 1
    sys.stdout.write(proposal(year))
    return 0


if __name__ == "__main__":
    sys.exit(main())
