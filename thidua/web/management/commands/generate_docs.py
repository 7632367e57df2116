"""`thidua generate-docs`: pages of docs/generated/ that are made from the code, so that they cannot fall behind it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from thidua.kit.workflow import to_mermaid
from thidua.outlook.reports import workflow as reports
from thidua.outlook.reports.models import Report
from thidua.records.orgs.rights import LABELS
from thidua.records.orgs.roles import ROLES
from thidua.records.register import workflow
from thidua.records.register.models import Document

MADE = "<!-- Made by `thidua generate-docs`; do not edit. -->\n\n"


class Command(BaseCommand):
    help = "Tạo lại các trang tài liệu sinh từ mã nguồn"

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.PROJECT) / "docs" / "generated"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            (folder / name).write_text(MADE + text, encoding="utf-8")
            self.stdout.write(f"docs/generated/{name}")


def pages() -> dict[str, str]:
    """File name → text of each generated page."""
    return {"roles.md": roles(), "register-steps.md": steps(), "report-steps.md": report_steps()}


def roles() -> str:
    """The auditor's page: what each role may do."""
    lines = ["# Vai trò và quyền", ""]
    for role in ROLES.values():
        lines += [f"## {role.label} (`{role.code}`)", "", role.description, ""]
        lines += [f"- {LABELS[right]}" for right in LABELS if right in role.rights]
        lines.append("")
    return "\n".join(lines)


def steps() -> str:
    labels = dict(Document.State.choices)
    parts = ["# Các bước của một dự thảo", ""]
    for title, table in (("Đường ngắn", workflow.SHORT), ("Đường dài", workflow.LONG)):
        parts += [f"## {title}", "", "```mermaid", to_mermaid(table, labels).strip(), "```", ""]
    return "\n".join(parts)


def report_steps() -> str:
    drawn = to_mermaid(reports.WAY, dict(Report.State.choices)).strip()
    return "\n".join(["# Các bước của một báo cáo", "", "```mermaid", drawn, "```", ""])
