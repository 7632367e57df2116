"""`thidua demo`: loads the invented province once, and prints who can sign in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from thidua.records.orgs import passwords
from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.roles import ROLES
from thidua.web.demo import load
from thidua.web.secret_files import secret


class Command(BaseCommand):
    help = "Nạp dữ liệu minh họa (tỉnh Tân Giang, không có thật) nếu chưa có tài khoản nào"

    def handle(self, *args: Any, **options: Any) -> None:
        password = secret("demo_password", settings.SECRETS, passwords.temporary)
        if not load.is_loaded():
            load.load(at=timezone.now(), today=timezone.localdate(), password=password)
            self.stdout.write("Đã nạp dữ liệu minh họa: tỉnh Tân Giang (không có thật).")
        self._print_accounts(password)

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
                self.stdout.write(f"  {username:<10} {what}")
            self.stdout.write(f"  mật khẩu chung của dữ liệu minh họa: {password}")
