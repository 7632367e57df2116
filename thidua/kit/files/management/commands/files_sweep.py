"""`thidua files-sweep`: take away stored files that no record names, and name the records whose file is gone."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.kit.files.sweep import sweep


class Command(BaseCommand):
    help = "Dọn tệp không thuộc bản ghi nào; báo bản ghi mất tệp"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--hours", type=float, default=24, help="chỉ dọn tệp cũ hơn số giờ này (mặc định 24)"
        )
        parser.add_argument("--dry-run", action="store_true", help="chỉ đếm, không xóa")

    def handle(self, *args: Any, **options: Any) -> None:
        before = timezone.now() - timedelta(hours=options["hours"])
        swept = sweep(before=before, really=not options["dry_run"])
        done = "Sẽ dọn" if options["dry_run"] else "Đã dọn"
        self.stdout.write(f"{done} {swept.removed} tệp, {swept.removed_bytes / 2**20:.1f} MB.")
        for version in swept.missing:
            self.stderr.write(f"Mất tệp: bản {version.pk} “{version.name}” ({version.path}).")
        if swept.missing:
            raise CommandError(f"{len(swept.missing)} bản ghi mất tệp. Khôi phục thư mục tệp từ bản sao lưu.")
