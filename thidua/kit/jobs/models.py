"""A job and what it has done so far. The row is the truth; the queue only carries its key to a worker."""

from typing import Any

from django.db import models
from django.db.models import Q


class Job(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", "Đang chờ"
        RUNNING = "running", "Đang chạy"
        DONE = "done", "Đã xong"
        FAILED = "failed", "Không xong"
        CANCELLED = "cancelled", "Đã dừng"

    OPEN = (State.QUEUED, State.RUNNING)

    key = models.CharField(max_length=24, unique=True)
    """Stands in addresses; cannot be guessed."""
    name = models.CharField(max_length=80)
    """Of the registered function: "intake.ocr"."""
    title = models.CharField("việc", max_length=300)
    args: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    once = models.CharField(max_length=120, blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.QUEUED)

    done = models.PositiveIntegerField("bước", default=0)
    total = models.PositiveIntegerField("trên", default=0)
    step_text = models.CharField("đang làm", max_length=200, blank=True)
    outcome = models.TextField("kết quả", blank=True)
    """What came of it, or why not."""
    outcome_url = models.CharField(max_length=300, blank=True)

    by_key = models.CharField(max_length=64)
    by_name = models.CharField("người yêu cầu", max_length=200)
    body = models.CharField(max_length=40, blank=True, db_index=True)
    """Id of the body in whose work it runs, as text."""

    created_at = models.DateTimeField("lúc")
    queued_at = models.DateTimeField()
    """Put into the queue, the last time."""
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField()
    """Last sign of life."""
    finished_at = models.DateTimeField(null=True)
    cancel_asked_at = models.DateTimeField(null=True)

    run_key = models.CharField(max_length=32, blank=True)
    """Of the run that has it now; another run finds its own key gone and ends."""
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "việc nền"
        indexes = [
            models.Index(fields=["state", "beat_at"], name="job_state_beat"),
            models.Index(fields=["by_key", "-created_at"], name="job_asked"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["once"],
                condition=Q(state__in=["queued", "running"]) & ~Q(once=""),
                name="job_once_while_open",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        return self.state not in self.OPEN

    @property
    def percent(self) -> int:
        """0–100; 100 only when it is done."""
        if self.state == self.State.DONE:
            return 100
        return min(99, self.done * 100 // self.total) if self.total else 0

    @property
    def step_line(self) -> str:
        """ "bước 3 trên 20: đọc trang 3"; empty before the first step."""
        if not self.total:
            return self.step_text
        line = f"bước {self.done} trên {self.total}"
        return f"{line}: {self.step_text}" if self.step_text else line


class Effect(models.Model):
    """Something that a job has done, written in the transaction that did it."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="effects")
    key = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "key"], name="effect_once")]

    def __str__(self) -> str:
        return self.key
