"""Meetings: when, what about, which documents were told of, and who came: by name, or as a count with its source."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Document, Topic
from thidua.vn.dates import cited_date


class Meeting(models.Model):
    class Kind(models.TextChoices):
        OFFICE = "hop_co_quan", "Họp cơ quan"
        TELLING = "trien_khai", "Triển khai, quán triệt văn bản"
        CONFERENCE = "hoi_nghi", "Hội nghị"
        COMMITTEE = "hop_ban", "Họp ban, hội đồng"
        TALK = "toa_dam", "Tọa đàm, nói chuyện"
        GATHERING = "hop_mat", "Họp mặt, lễ"
        OTHER = "khac", "Khác"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="meetings", verbose_name="cơ quan")
    kind = models.CharField("loại", max_length=12, choices=Kind)
    name = models.CharField("tên", max_length=300)
    held_on = models.DateField("ngày", null=True, blank=True)
    """Empty where a report tells of the meeting without its day: then the period of the report is known."""
    since = models.DateField("trong kỳ, từ ngày", null=True, blank=True)
    until = models.DateField("trong kỳ, đến trước ngày", null=True, blank=True)
    period_label = models.CharField("trong kỳ", max_length=60, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    is_folded_into = models.BooleanField("lồng ghép", default=False)
    """Not called for this matter alone: what was told was put into a meeting held anyway."""
    topics = models.JSONField("chủ đề", default=list, blank=True)
    """Codes of `register.Topic`: one meeting may serve several sections of a report and is counted once."""
    minutes = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="biên bản"
    )
    note = models.CharField("ghi chú", max_length=500, blank=True)
    folded = models.CharField(max_length=600, blank=True)
    """Folded name, place and note, for search without diacritics."""
    cancelled_at = models.DateTimeField("hủy lúc", null=True, blank=True)
    cancelled_reason = models.CharField("lý do hủy", max_length=300, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "cuộc họp"
        constraints = [
            models.CheckConstraint(
                name="meeting_has_a_day_or_a_period",
                condition=Q(held_on__isnull=False, since__isnull=True, until__isnull=True)
                | Q(held_on__isnull=True, since__isnull=False, until__gt=F("since")),
            )
        ]
        indexes = [models.Index(fields=["body", "held_on", "id"], name="meeting_body_day")]

    def __str__(self) -> str:
        return self.name

    @property
    def when(self) -> str:
        """ "ngày 06/3/2024"; "trong 6 tháng đầu năm 2024" where the day is not known."""
        return f"ngày {cited_date(self.held_on)}" if self.held_on else f"trong {self.period_label}"

    def is_to_come(self, on: date) -> bool:
        first = self.held_on or self.since
        return first is not None and first > on

    @property
    def topic_names(self) -> list[str]:
        return [str(Topic(code).label) for code in self.topics if code in Topic.values]


class MeetingDocument(models.Model):
    """A document that was told of at the meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="told")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "văn bản được triển khai"
        constraints = [models.UniqueConstraint(fields=["meeting", "document"], name="meetingdocument_once")]


class RollLine(models.Model):
    """One person who was to come: a known one, or only a name."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="roll")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    name = models.CharField("họ và tên", max_length=120)
    title = models.CharField("chức vụ", max_length=160, blank=True)
    present = models.BooleanField("có mặt", default=True)
    reason = models.CharField("lý do vắng", max_length=200, blank=True)

    class Meta:
        verbose_name = "dòng điểm danh"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="rollline_person_once"
            ),
            models.CheckConstraint(
                name="rollline_reason_of_the_absent", condition=Q(present=False) | Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Turnout(models.Model):
    """How many came, where only the count is known; used when there is no roll."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="turnout")
    present = models.PositiveIntegerField("có mặt")
    expected = models.PositiveIntegerField("phải dự", null=True, blank=True)
    """None where the source tells only how many came: then there is no ratio."""
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản nguồn"
    )
    printed = models.CharField("cách ghi", max_length=300, blank=True)
    """As printed in the source, or who gave the figure."""

    class Meta:
        verbose_name = "số người dự"
        constraints = [
            models.CheckConstraint(
                name="turnout_not_more_than_expected",
                condition=Q(expected__isnull=True) | Q(present__lte=F("expected")),
            ),
            models.CheckConstraint(
                name="turnout_has_a_source", condition=Q(document__isnull=False) | ~Q(printed="")
            ),
        ]
