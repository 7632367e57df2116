"""What the tree of units needs once a day."""

from django.utils import timezone

from thidua.kit.jobs.registry import job
from thidua.kit.jobs.run import Outcome, Run
from thidua.records.orgs import services
from thidua.records.orgs.actors import system


@job("orgs.rebuild_tree", daily="Cập nhật tên, mã, cấp trên của tổ chức đến ngày có hiệu lực")
def rebuild_tree(run: Run) -> Outcome:
    changed = services.rebuild_tree(by=system(timezone.localdate(run.at)), at=run.at)
    return Outcome(f"Đã cập nhật {changed} tổ chức." if changed else "Không có gì phải cập nhật.")
