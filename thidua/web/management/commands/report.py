"""`thidua report`: the report of a body for a period, worked out from its records, as a file or into a pipe."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.outlook.reports import outlines
from thidua.outlook.reports.build import build
from thidua.outlook.reports.outline import Outline
from thidua.outlook.reports.papers import KINDS, file_of
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Unit
from thidua.vn.periods import Period, parse

_SAVED_ONLY = ("docx", "pdf")
_BAD = 2


class Command(BaseCommand):
    help = "Lập báo cáo của một cơ quan từ dữ liệu đã ghi"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, metavar="KÝ HIỆU", help="ký hiệu cơ quan, ví dụ SVH")
        parser.add_argument(
            "--period",
            required=True,
            metavar="KỲ",
            help="2024H1 (6 tháng), 2024Q3 (quý), 2024 (năm), 01/3/2024 - 30/6/2024",
        )
        parser.add_argument("--outline", metavar="ĐỀ CƯƠNG", help="mặc định là đề cương đầu tiên hợp với kỳ")
        parser.add_argument("--format", choices=KINDS, default="text", metavar="|".join(KINDS))
        parser.add_argument("-o", "--output", type=Path, metavar="TỆP", help="không có: in ra màn hình")

    def handle(self, *args: Any, **options: Any) -> None:
        kind, target = options["format"], options["output"]
        if target is None and kind in _SAVED_ONLY and sys.stdout.isatty():
            raise CommandError(f"Bản {kind} không in ra màn hình được: thêm -o TỆP.", returncode=_BAD)
        period = _period(options["period"])
        body, at = _body(options["unit"]), timezone.now()
        outline = _outline(options["outline"], period)
        built = build(outline, body=body, period=period, actor=system(timezone.localdate(), body), at=at)
        made = file_of(built, kind, at=at)
        if target is not None:
            _save(target, made)
        else:
            self._print(made)

    def _print(self, made: bytes) -> None:
        """Into the pipe as it is, whatever the terminal's encoding; a reader that stops early is no fault."""
        raw = getattr(self.stdout, "buffer", None)
        try:
            if raw is None:
                self.stdout.write(made.decode(), ending="")
            else:
                raw.write(made)
                raw.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _save(target: Path, made: bytes) -> None:
    try:
        target.write_bytes(made)
    except OSError as no:
        raise CommandError(f"Không ghi được tệp {target}: {no.strerror}.", returncode=_BAD) from no


def _period(text: str) -> Period:
    period = parse(text)
    if period is None:
        raise CommandError(
            f"Không hiểu kỳ “{text}”. Viết như 2024H1, 2024Q3, 2024 hoặc 01/3/2024 - 30/6/2024.",
            returncode=_BAD,
        )
    return period


def _body(code: str) -> Unit:
    """The body of this code within the installation; where several share it, the list to choose from."""
    rows = Unit.objects.filter(is_legal_person=True, is_outside=False)
    found = list(rows.filter(code=code)) or list(rows.filter(code__iexact=code))
    if not found:
        found = list(rows.filter(codes__code=code, codes__until=None).distinct())
    if len(found) == 1:
        return found[0]
    if found:
        named = "; ".join(f"{unit.code} ({unit})" for unit in found)
        raise CommandError(f"Nhiều cơ quan cùng ký hiệu “{code}”: {named}.", returncode=_BAD)
    known = ", ".join(rows.exclude(code="").order_by("code").values_list("code", flat=True)[:20])
    hint = f" Các ký hiệu đang có: {known}." if known else " Chưa có cơ quan nào."
    raise CommandError(f"Không có cơ quan ký hiệu “{code}”.{hint}", returncode=_BAD)


def _outline(key: str | None, period: Period) -> Outline:
    shipped = outlines.shipped()
    known = ", ".join(outline.key for outline in shipped)
    if key is None:
        fitting = [outline for outline in shipped if period.kind in outline.periods]
        fitting.sort(key=lambda outline: outline.periods.index(period.kind))
        if not fitting:
            raise CommandError(
                f"Chưa có đề cương cho kỳ {period}: chọn bằng --outline. Đang có: {known}.", returncode=_BAD
            )
        return fitting[0]
    try:
        return outlines.find(key)
    except KeyError:
        raise CommandError(f"Không có đề cương “{key}”. Đang có: {known}.", returncode=_BAD) from None
