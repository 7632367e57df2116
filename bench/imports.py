"""Loading an Excel sheet of 50,000 awards: dry run and commit, against reading the sheet and a bare bulk insert.

    python -m bench.imports            # all sizes, each in a process of its own
    python -m bench.imports 10         # one size: a tenth

The reference reads the same cells with the same library and inserts the very rows that the loading wrote, in the same
batches. Seconds are those of the processor: SQLite works in this process, and what else the machine does is left out.
Memory: the peak of the process while a sheet is loaded, beyond what it had before.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from bench.register_list import row

SIZE = 50_000
PARTS = (100, 10, 1)
PEOPLE, ROOMS = 10_000, 100
WARM = 500
GOAL_RATIO, GOAL_GROWTH, GOAL_MEMORY = 4.0, 1.25, 200
NAMES = (
    ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"),
    ("Văn", "Thị", "Quốc", "Minh", "Ngọc", "Thu", "Hữu", "Đức", "Kim", "Xuân"),
    ("Khánh", "Phương", "Thảo", "Dũng", "Hạnh", "Tuyết", "Lộc", "Bách", "Châu", "Quyên"),
    ("An", "Bình", "Cường", "Duyên", "Giang", "Hải", "Liên", "Nga", "Oanh", "Vinh"),
)
KINDS = ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen")


def name_of(place: int) -> str:
    """Ten thousand names."""
    digits = (place // 1000 % 10, place // 100 % 10, place // 10 % 10, place % 10)
    return " ".join(words[digit] for words, digit in zip(NAMES, digits, strict=True))


def prepare(folder: str) -> Any:
    """Django on a database of its own, with a department of 10,000 people; returns its officer as an actor."""
    os.environ["THIDUA_VAR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.web.settings")
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    from thidua.records.orgs import services as orgs
    from thidua.records.orgs.actors import actor_for, system
    from thidua.records.orgs.tests import factories

    province = factories.unit("Ủy ban nhân dân tỉnh Tân Giang", "UBND", level="tinh")
    department = factories.unit("Sở Văn hóa tỉnh Tân Giang", "SVH", parent=province)
    rooms = [
        factories.unit(f"Trạm số {n}", parent=department, level="don_vi", kind="phong", legal=False)
        for n in range(ROOMS)
    ]
    user = factories.user("minh", "Lê Quang Minh", department, "chuyen_vien", "van_thu")
    lines = [
        orgs.PersonLine(n, name_of(n), rooms[n % ROOMS], "Chuyên viên", facts={"birth_year": 1960 + n % 40})
        for n in range(PEOPLE)
    ]
    orgs.add_people_many(
        lines, body=department, by=system(timezone.localdate(), department), at=timezone.now()
    )
    return actor_for(user, timezone.localdate())


def sheet(count: int, turn: int, path: Path) -> None:
    """Awards of `count` rows; each turn has other years and decisions, so that nothing stands twice."""
    import xlsxwriter

    from thidua.outlook.intake import loadings

    columns = loadings.of("awards").layout.columns
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page, day = book.add_worksheet("Khen thưởng"), book.add_format({"num_format": "dd/mm/yyyy"})
    page.write_row(0, 0, [column.label for column in columns])
    for n in range(count):
        who, year = n % PEOPLE, 1995 + 5 * turn + n // PEOPLE
        told = {
            "name": name_of(who),
            "of_whom": "Cá nhân",
            "birth_year": 1960 + who % 40,
            "unit": f"Trạm số {who % ROOMS}",
            "kind": KINDS[n % 3],
            "period": str(year),
            "number": f"{n // 200 + 1}/QĐ-SVH",
            "issued_on": date(year + 1, 1, 15),
            "decided_by": "Sở Văn hóa tỉnh Tân Giang",
            "certificate": f"{n:06d}",
        }
        for place, column in enumerate(columns):
            value = told.get(column.key, "")
            if isinstance(value, date):
                page.write_datetime(n + 1, place, value, day)
            elif value != "":
                page.write(n + 1, place, value)
    book.close()


def ours(path: Path, count: int, by: Any) -> tuple[float, float]:
    """Seconds of the dry run and of the commit, done as the worker does them."""
    from django.utils import timezone

    from thidua.kit.jobs import worker
    from thidua.outlook.intake import services
    from thidua.outlook.intake.models import Workbook

    workbook = services.take_workbook(
        path.name, path.read_bytes(), layout="awards", body=by.body, by=by, at=timezone.now()
    )
    start = time.process_time()
    assert worker.run_next()
    dry = time.process_time() - start
    workbook = Workbook.objects.get(pk=workbook.pk)
    assert (workbook.ready, workbook.problems_found) == (count, 0), workbook.__dict__
    services.commit_workbook(workbook, by=by, at=timezone.now())
    start = time.process_time()
    assert worker.run_next()
    committed = time.process_time() - start
    assert Workbook.objects.get(pk=workbook.pk).written == count
    return dry, committed


def bare(path: Path, count: int) -> float:
    """Seconds of reading the cells and inserting the last `count` awards again, without any thought."""
    from django.db import transaction
    from python_calamine import CalamineWorkbook

    from thidua.records.awards.models import Award

    last = list(Award.objects.order_by("-pk")[:count])
    start = time.process_time()
    with CalamineWorkbook.from_path(path) as book:
        for _ in book.get_sheet_by_index(0).iter_rows():
            pass
    read = time.process_time() - start
    spent = 0.0
    for begin in range(0, count, 500):
        batch = last[begin : begin + 500]
        keys = [award.pk for award in batch]
        Award.objects.filter(pk__in=keys)._raw_delete("default")
        for award in batch:
            award.pk, award._state.adding = None, True
        start = time.process_time()
        with transaction.atomic():
            Award.objects.bulk_create(batch)
        spent += time.process_time() - start
    return read + spent


def peak() -> float:
    """Most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(part: int) -> dict[str, float]:
    """Figures of a sheet of SIZE / part rows, in this process, after a small sheet that warms it up."""
    with tempfile.TemporaryDirectory() as name:
        folder, count = Path(name), SIZE // part
        by = prepare(name)
        sheet(WARM, 0, folder / "warm.xlsx")
        ours(folder / "warm.xlsx", WARM, by)
        sheet(count, 1, folder / "sheet.xlsx")
        before = peak()
        dry, committed = ours(folder / "sheet.xlsx", count, by)
        found = {"rows": count, "dry": dry, "commit": committed, "before": before, "peak": peak()}
        return found | {"reference": bare(folder / "sheet.xlsx", count)}


def main() -> int:
    from bench.reading import merge

    figures = []
    for part in PARTS:
        command = [sys.executable, "-m", "bench.imports", str(part)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        figures.append(json.loads(told.stdout.splitlines()[-1]))
        print(
            "import of {rows:>6} awards: dry run {dry:6.2f} s, commit {commit:6.2f} s, "
            "bare {reference:6.2f} s, peak {peak:4.0f} MB".format(**figures[-1])
        )
    whole = figures[-1]
    spent, reference = whole["dry"] + whole["commit"], whole["reference"]
    name = f"import: {whole['rows']:,} awards, dry run + commit"
    rows = [row(name, spent, reference, f"≤ {GOAL_RATIO:g}", spent / reference <= GOAL_RATIO)]
    a_row = [(each["dry"] + each["commit"]) / each["rows"] for each in figures]
    growth = a_row[2] / a_row[1]
    rows.append(
        row("import: seconds a row, 10 % to 100 %", growth, None, f"≤ {GOAL_GROWTH:g}", growth <= GOAL_GROWTH)
    )
    more = whole["peak"] - whole["before"]
    rows.append(
        row("import: memory beyond the idle worker, MB", more, None, f"≤ {GOAL_MEMORY}", more <= GOAL_MEMORY)
    )
    merge(rows)
    return 0 if all(each["pass"] for each in rows) else 1


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measured(int(sys.argv[1]))))
    else:
        sys.exit(main())
