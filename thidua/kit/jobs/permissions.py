from thidua.kit.audit.chain import By
from thidua.kit.jobs.models import Job


def why_not_cancel(by: By, job: Job) -> list[str]:
    if job.is_over:
        return [f"Việc này không còn chạy: {job.get_state_display().lower()}."]
    if by.key not in {job.by_key, "system"}:
        return [f"Việc này do {job.by_name} yêu cầu; người yêu cầu mới dừng được."]
    return []
