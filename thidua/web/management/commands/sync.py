"""`thidua sync`: brings shipped reference data up to date; running it again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import system
from thidua.records.orgs.services import outside


class Command(BaseCommand):
    help = (
        "Cập nhật dữ liệu dùng chung đi kèm (cơ quan Trung ương); kiểm tra sách luật và mục của các cơ quan"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        changed = outside.sync_outside_bodies(by=system(timezone.localdate()), at=timezone.now())
        if changed:
            self.stdout.write(f"Cơ quan ngoài hệ thống: {changed} mục mới hoặc đổi.")
        for overlay, why in catalogue.no_longer_taken():
            where = overlay.body.called
            self.stderr.write(f"Sách luật mới không nhận mục “{overlay.name}” của {where}: {why}.")
