"""Bring the derived columns of all units in step with their dated rows; `--check` only tells."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.records.orgs import tree
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import upkeep


class Command(BaseCommand):
    help = "Dựng lại cây tổ chức từ các dòng có ngày (tên, mã, cấp trên)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không sửa")

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        if options["check"]:
            found = tree.out_of_step(today)
            for unit in Unit.objects.filter(pk__in=found):
                self.stdout.write(f"Lệch: {unit.pk} {unit}")
            if found:
                raise CommandError(f"{len(found)} tổ chức lệch. Chạy lại không có --check để sửa.")
            self.stdout.write("Cây tổ chức đúng.")
            return
        self.stdout.write(f"Đã sửa {upkeep.rebuild_tree(by=system(today), at=timezone.now())} tổ chức.")
