"""`thidua create-admin USERNAME --name "Họ và tên" --unit "Tên cơ quan"`: for an empty installation."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import first


class Command(BaseCommand):
    help = "Tạo cơ quan đầu tiên (nếu chưa có) và người quản trị đầu tiên."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="tên đăng nhập")
        parser.add_argument("--name", required=True, help="họ và tên")
        parser.add_argument("--unit", required=True, help="tên cơ quan")
        parser.add_argument("--code", default="", help="ký hiệu văn bản của cơ quan, ví dụ SVH")
        parser.add_argument("--level", choices=Unit.Level.values, default=Unit.Level.DEPARTMENT, help="cấp")
        parser.add_argument("--ask", action="store_true", help="hỏi mật khẩu thay vì in mật khẩu tạm")

    def handle(self, *args: Any, **options: Any) -> None:
        password = _asked() if options["ask"] else ""
        today = timezone.localdate()
        try:
            user, given = first.create_first_administrator(
                options["username"],
                by=system(today),
                at=timezone.now(),
                full_name=options["name"],
                unit_name=options["unit"],
                code=options["code"],
                level=options["level"],
                password=password,
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Đã tạo người quản trị {user.username}.")
        if not password:
            self.stdout.write(f"Mật khẩu tạm: {given} (đổi khi đăng nhập lần đầu; không xem lại được).")


def _asked() -> str:
    """Typed twice at a terminal, or one line from a pipe."""
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass.getpass("Mật khẩu: ")
        if password != getpass.getpass("Nhập lại mật khẩu: "):
            raise CommandError("Hai lần nhập khác nhau.")
    try:
        validate_password(password)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return password
