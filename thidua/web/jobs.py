"""What keeps the installation sound, once a day."""

from datetime import timedelta

from django.db import connection

from thidua.kit.audit import chain
from thidua.kit.files.sweep import sweep
from thidua.kit.jobs.registry import job
from thidua.kit.jobs.run import Outcome, Run
from thidua.kit.refused import Refused

MARGIN = timedelta(hours=24)
"""Younger files may belong to a transaction that still runs."""
NAMED = 5


@job("web.sweep_files", daily="Dọn tệp không thuộc bản ghi nào")
def sweep_files(run: Run) -> Outcome:
    swept = sweep(before=run.at - MARGIN)
    if swept.missing:
        names = ", ".join(f"“{version.name}”" for version in swept.missing[:NAMED])
        more = f" và {len(swept.missing) - NAMED} tệp khác" if len(swept.missing) > NAMED else ""
        raise Refused(f"Mất tệp của {len(swept.missing)} bản ghi: {names}{more}. Khôi phục từ bản sao lưu.")
    return Outcome(f"Đã dọn {swept.removed} tệp, {swept.removed_bytes / 2**20:.1f} MB.")


@job("web.verify_audit", daily="Kiểm tra nhật ký còn nguyên vẹn")
def verify_audit(run: Run) -> Outcome:
    found = chain.verify()
    if found.broken is not None:
        raise Refused(f"Nhật ký hỏng: {found.reason} Giữ nguyên máy và đối chiếu với bản sao lưu gần nhất.")
    return Outcome(f"{found.count} dòng nguyên vẹn.")


@job("web.analyze", daily="Cập nhật thống kê của cơ sở dữ liệu")
def analyze(run: Run) -> Outcome:
    """So that the database chooses its indexes by what the tables hold today; SQLite does not look by itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=1000")
        cursor.execute("ANALYZE")
    return Outcome("Đã cập nhật.")
