from thidua.kit.audit.sentences import tell
from thidua.kit.jobs.models import Job

tell(
    {
        "jobs.start": "{actor} yêu cầu chạy nền: {subject}",
        "jobs.cancel": "{actor} dừng việc chạy nền: {subject}",
        "jobs.end": "{actor} kết thúc việc chạy nền: {subject}",
    },
    names={"state": "trạng thái"},
    values={"state": Job.State},
)
