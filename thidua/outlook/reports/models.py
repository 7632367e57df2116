"""Reports of a body for a period: what the officer wrote and decided; what records say is worked out, or frozen."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from thidua.kit.workflow import Move
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.work.programme.models import Task


class OwnOutline(models.Model):
    """An outline that a body made from its superior's letter, beside the shipped ones."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="outlines", verbose_name="cơ quan")
    name = models.CharField("tên đề cương", max_length=200)
    letter = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="công văn kèm đề cương",
    )
    content = models.JSONField("nội dung")
    """As a shipped outline's file; `outlines.load` checks it."""
    is_hidden = models.BooleanField("thôi dùng", default=False)
    created_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "đề cương"
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="ownoutline_once")]

    def __str__(self) -> str:
        return self.name


class Report(models.Model):
    class State(models.TextChoices):
        DRAFT = "soan", "Đang soạn"
        REVIEW = "trinh", "Chờ lãnh đạo duyệt"
        APPROVED = "duyet", "Đã duyệt, chờ phát hành"
        SENT = "gui", "Đã gửi"
        DROPPED = "thoi", "Thôi soạn"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="reports", verbose_name="cơ quan báo cáo")
    outline = models.CharField("đề cương", max_length=60)
    """Key of a shipped outline, or "own:12"."""
    period = models.CharField("kỳ", max_length=60)
    """Label that `vn.periods.parse` understands: "2024H1"."""
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày")
    title = models.CharField("trích yếu", max_length=400)
    request = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản yêu cầu"
    )
    send_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nơi nhận"
    )
    due_on = models.DateField("hạn gửi", null=True, blank=True)
    state = models.CharField("tình trạng", max_length=8, choices=State, default=State.DRAFT)
    frozen = models.JSONField("số liệu đã chốt", null=True, blank=True)
    """`built.to_json` of the moment of freezing; empty while the report is live."""
    frozen_at = models.DateTimeField("chốt lúc", null=True, blank=True)
    frozen_by = models.CharField("người chốt", max_length=120, blank=True)
    gaps = models.PositiveIntegerField("số chỗ còn thiếu khi chốt", null=True, blank=True)
    """So that lists need not open `frozen`."""
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản đã phát hành"
    )
    created_at = models.DateTimeField("ghi lúc")
    saved_at = models.DateTimeField("sửa lúc")
    saved_by = models.CharField("người sửa", max_length=120)

    class Meta:
        verbose_name = "báo cáo"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "outline", "period"], condition=~Q(state="thoi"), name="report_once_a_period"
            ),
            models.CheckConstraint(name="report_dates", condition=Q(until__gt=F("since"))),
            models.CheckConstraint(
                name="report_frozen_whole",
                condition=Q(frozen__isnull=True, frozen_at__isnull=True)
                | Q(frozen__isnull=False, frozen_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["body", "since", "id"], name="report_body_period")]

    def __str__(self) -> str:
        return self.title

    def is_late(self, on: date) -> bool:
        """Due and not sent."""
        waits = self.state not in (self.State.SENT, self.State.DROPPED)
        return waits and self.due_on is not None and self.due_on < on


class ReportMove(Move):
    subject = models.ForeignKey(Report, models.CASCADE, related_name="moves")


class Narrative(models.Model):
    """The officer's words for one block of a report; `is_skipped`: there is nothing to say here."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="narratives")
    block = models.CharField(max_length=80)
    text = models.TextField("nội dung", blank=True)
    is_skipped = models.BooleanField("bỏ qua", default=False)
    saved_at = models.DateTimeField("lưu lúc")
    saved_by = models.CharField("người lưu", max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "block"], name="narrative_once")]


class LeftOut(models.Model):
    """A record that the officer takes out of one block: it stays a record, and says why it is not told here."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="left_out")
    block = models.CharField(max_length=80)
    record = models.CharField(max_length=60)
    """ "register.Document:12"."""
    reason = models.CharField("lý do", max_length=300)
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người bỏ", max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "block", "record"], name="leftout_once")]


class Asked(models.Model):
    """A task given so that somebody closes a gap."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="asked")
    block = models.CharField(max_length=80)
    task = models.ForeignKey(Task, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "block", "task"], name="asked_once")]
