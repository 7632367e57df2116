"""`thidua demo`: loads the invented department once, or with `--province` a whole province, and prints who can sign in."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.records.orgs import passwords
from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.roles import ROLES
from thidua.web.demo import load, province
from thidua.web.secret_files import secret


class Command(BaseCommand):
    help = "Nạp dữ liệu minh họa (tỉnh Tân Giang, không có thật) nếu chưa có tài khoản nào"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--province", action="store_true", help="nạp cả một tỉnh: 60.000 người, mười năm")
        parser.add_argument("--people", type=int, default=60_000, help="số người của tỉnh (từ 300)")
        parser.add_argument("--seed", type=int, default=2025, help="số gốc: cùng số thì cùng dữ liệu")
        parser.add_argument("--them", action="store_true", help="nạp cả khi cơ sở dữ liệu đã có người")

    def handle(self, *args: Any, **options: Any) -> None:
        password = secret("demo_password", settings.SECRETS, passwords.temporary)
        if options["province"]:
            self._province(password, options)
        elif not load.is_loaded():
            load.load(at=timezone.now(), today=timezone.localdate(), password=password)
            self.stdout.write("Đã nạp dữ liệu minh họa: tỉnh Tân Giang (không có thật).")
        self._print_accounts(password)

    def _province(self, password: str, options: dict[str, Any]) -> None:
        if options["people"] < 300:
            raise CommandError("Một tỉnh cần từ 300 người trở lên. Tăng --people.")
        begun = time.perf_counter()
        try:
            made = province.load(
                options["people"],
                at=timezone.now(),
                today=timezone.localdate(),
                seed=options["seed"],
                password=password,
                beside_others=options["them"],
            )
        except Refused as refused:
            raise CommandError(" ".join(refused.reasons)) from None
        took = time.perf_counter() - begun
        self.stdout.write(f"Đã nạp {made.top.name} (không có thật) trong {took:.0f} giây:")
        for key, count in made.counts.items():
            self.stdout.write(f"  {key:<20} {count}")

    def _print_accounts(self, password: str) -> None:
        """The accounts that still have the demo's own password."""
        held = (
            RoleHeld.objects.on(timezone.localdate()).select_related("user", "unit").order_by("user_id", "id")
        )
        lines: dict[str, str] = {}
        opens: dict[int, bool] = {}
        for row in held:
            if row.user_id not in opens:
                opens[row.user_id] = row.user.is_active and row.user.check_password(password)
            if opens[row.user_id]:
                lines.setdefault(
                    row.user.username, f"{row.user.full_name}, {ROLES[row.role].label}, {row.unit}"
                )
        if lines:
            self.stdout.write("\nĐăng nhập được:")
            for username, what in lines.items():
                self.stdout.write(f"  {username:<13} {what}")
            self.stdout.write(f"  mật khẩu chung của dữ liệu minh họa: {password}")
