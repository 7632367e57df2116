"""`thidua verify-audit`: walk the whole chain; exit 1 with the first line that does not fit."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.kit.audit import chain


class Command(BaseCommand):
    help = "Kiểm tra nhật ký: mọi dòng còn nguyên, đúng thứ tự, không thiếu"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--expect",
            default=None,
            metavar="HEAD",
            help="mã dòng cuối đã ghi lại nơi khác: phát hiện nhật ký bị cắt",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        expected = options["expect"]
        if expected is not None and len(expected) != len(chain.GENESIS):
            raise CommandError(f"Mã dòng cuối có {len(chain.GENESIS)} ký tự. Chép lại cho đủ.", returncode=2)
        found = chain.verify(expected_head=expected)
        self.stdout.write(f"Số dòng nguyên vẹn: {found.count}")
        self.stdout.write(f"Mã dòng cuối: {found.head}")
        if found.broken is not None:
            self.stderr.write(f"Nhật ký hỏng từ dòng {found.broken}: {found.reason}")
            sys.exit(1)
        self.stdout.write("Nhật ký nguyên vẹn.")
