"""`thidua demo-seeds DIR`: reads the documents of a folder, each into the register of its own office."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.records.orgs import passwords
from thidua.web.demo import seeds
from thidua.web.secret_files import secret


class Command(BaseCommand):
    help = "Đọc các văn bản trong một thư mục, ghi vào sổ của cơ quan ban hành từng văn bản"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"Không có thư mục {folder}.")
        password = secret("demo_password", settings.SECRETS, passwords.temporary)
        loaded = seeds.load(folder, at=timezone.now(), today=timezone.localdate(), password=password)
        if not loaded:
            raise CommandError(f"Thư mục {folder} không có tệp .txt, .docx hoặc .pdf nào.")
        for one in loaded:
            self._say(one)
        self._print_accounts(loaded, password)
        if any(one.reason for one in loaded):
            raise CommandError("Có tệp chưa nạp được, xem lý do ở trên.")

    def _say(self, one: seeds.Loaded) -> None:
        if one.reason:
            self.stderr.write(f"{one.name}: {one.reason}")
            return
        assert one.body is not None
        done = f"ghi {one.written} mục" if one.written else "đã ghi từ trước"
        self.stdout.write(
            f"{one.name} → {one.body.code} ({one.body}): {done}, {one.pending} mục chờ người xem"
        )

    def _print_accounts(self, loaded: list[seeds.Loaded], password: str) -> None:
        """Those that still have the password of the demo, and by name the others."""
        users = {one.user.username: one.user for one in loaded if one.user}
        if not users:
            return
        self.stdout.write("\nTài khoản:")
        for username, user in users.items():
            opens = "" if user.check_password(password) else " (mật khẩu đã đổi)"
            self.stdout.write(f"  {username:<12} {user.full_name}{opens}")
        self.stdout.write(f"  mật khẩu chung của dữ liệu minh họa: {password}")
