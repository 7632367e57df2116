"""`thidua worker`: does the jobs of the queue until it is told to stop. `thidua serve` starts one by itself."""

from typing import Any

from django.core.management.base import BaseCommand

from thidua.kit.jobs.watch import Watch


class Command(BaseCommand):
    help = "Làm các việc nền (đọc bản quét, lập báo cáo …) cho đến khi được dừng"

    def handle(self, *args: Any, **options: Any) -> None:
        Watch().run()
