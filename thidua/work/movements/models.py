"""Emulation movements: who launched what for which period, who answered whose, what was planned and what was done.

A movement stands here once per installation, like a document: the province's movement is one row for all that answer it.
Its state is not stored: it follows from dated facts (`selectors.state_of`).
"""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document

DATED = Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gt=F("since"))


class State(models.TextChoices):
    """What the dated facts say of a movement; the order is that of its life."""

    DRAFT = "du_thao", "Dự thảo"
    LAUNCHED = "phat_dong", "Đã phát động"
    RUNNING = "thuc_hien", "Đang thực hiện"
    REVIEWED = "so_ket", "Đã sơ kết"
    CONCLUDED = "tong_ket", "Đã tổng kết"
    CLOSED = "ket_thuc", "Đã kết thúc"


class Movement(models.Model):
    class Form(models.TextChoices):
        REGULAR = "thuong_xuyen", "Thường xuyên"
        THEMATIC = "chuyen_de", "Theo chuyên đề"

    launcher = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="launched", verbose_name="nơi phát động"
    )
    """Empty where the text that named the movement does not say."""
    body = models.ForeignKey(Unit, models.PROTECT, related_name="movements", verbose_name="cơ quan ghi")
    """Who keeps the record: the launcher's own body once it writes here, till then who wrote it down first."""
    name = models.CharField("tên phong trào", max_length=400)
    folded = models.CharField(max_length=400)
    """`naming.key(name)`: what two writings of one name have in common."""
    form = models.CharField("hình thức", max_length=16, choices=Form, blank=True)
    local_label = models.CharField("gọi là", max_length=60, blank=True)
    """As the office calls it: đợt, đặc biệt, ngắn hạn."""
    level = models.CharField("cấp phát động", max_length=12, choices=Unit.Level, blank=True)
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)
    period_label = models.CharField("thời kỳ", max_length=80, blank=True)
    """As printed: "giai đoạn 2021 - 2025", "năm 2024"."""
    period_key = models.CharField(max_length=80, blank=True)
    """What two writings of one period have in common; empty where none is known."""
    aim = models.TextField("mục đích", blank=True)
    quota = models.CharField("chỉ tiêu khen thưởng", max_length=300, blank=True)
    """As the plan puts it; the awards themselves stand in the register of awards."""
    is_launched = models.BooleanField("đã phát động", default=False)
    launched_on = models.DateField("ngày phát động", null=True, blank=True)
    """Empty though launched, where the day is not known."""
    closed_on = models.DateField("ngày kết thúc", null=True, blank=True)
    closing_note = models.CharField("ghi chú kết thúc", max_length=300, blank=True)
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies", verbose_name="chép từ"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from", verbose_name="nhập vào"
    )
    created_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "phong trào"
        constraints = [
            models.UniqueConstraint(
                fields=["launcher", "folded", "period_key"],
                condition=Q(launcher__isnull=False) & Q(merged_into__isnull=True),
                name="movement_once",
            ),
            models.UniqueConstraint(
                fields=["body", "folded", "period_key"],
                condition=Q(launcher__isnull=True) & Q(merged_into__isnull=True),
                name="movement_without_launcher_once",
            ),
            models.CheckConstraint(name="movement_dates", condition=DATED),
            models.CheckConstraint(
                name="movement_launch_day_means_launched",
                condition=Q(launched_on__isnull=True) | Q(is_launched=True),
            ),
            models.CheckConstraint(
                name="movement_closed_after_launch",
                condition=Q(closed_on__isnull=True)
                | Q(is_launched=True) & (Q(launched_on__isnull=True) | Q(closed_on__gte=F("launched_on"))),
            ),
            models.CheckConstraint(name="movement_not_into_itself", condition=~Q(merged_into=F("id"))),
        ]
        indexes = [
            models.Index(fields=["body", "is_launched", "launched_on"], name="movement_by_body"),
            models.Index(fields=["launcher", "launched_on"], name="movement_by_launcher"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """Phong trào “Chuyển đổi số”, giai đoạn 2021 - 2025."""
        return f"“{self.name}”" + (f", {self.period_label}" if self.period_label else "")

    @property
    def last_day(self) -> date | None:
        """The last day that belongs to its period."""
        return self.until - timedelta(days=1) if self.until else None

    @property
    def form_label(self) -> str:
        """Theo chuyên đề (đợt)."""
        return " ".join(
            part
            for part in (self.get_form_display(), f"({self.local_label})" if self.local_label else "")
            if part
        )


class Following(models.Model):
    """A movement that a body keeps in its own list, though another body keeps the record."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="followings")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    at = models.DateTimeField("ghi lúc")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["movement", "body"], name="following_once")]


class Criterion(models.Model):
    """What is to be reached; with a number where the plan sets one."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField(default=1)
    text = models.CharField("tiêu chí", max_length=1000)
    target_number = models.DecimalField("chỉ tiêu", max_digits=15, decimal_places=2, null=True, blank=True)
    unit_of_measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    weight = models.DecimalField("điểm", max_digits=6, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "tiêu chí"
        ordering = ["movement", "position", "pk"]

    def __str__(self) -> str:
        return self.text


class Wave(models.Model):
    """A đợt: from–to, its result, when it was reviewed."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="waves")
    name = models.CharField("tên đợt", max_length=200)
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)
    reviewed_on = models.DateField("ngày bình xét", null=True, blank=True)

    class Meta:
        verbose_name = "đợt thi đua"
        ordering = ["movement", "since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["movement", "name"], name="wave_once"),
            models.CheckConstraint(name="wave_dates", condition=DATED),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date | None:
        """The last day that belongs to it."""
        return self.until - timedelta(days=1) if self.until else None


class MovementDocument(models.Model):
    class Part(models.TextChoices):
        LAUNCH = "phat_dong", "Phát động"
        PLAN = "ke_hoach", "Kế hoạch thực hiện"
        REGISTRATION = "dang_ky", "Đăng ký"
        REVIEW = "so_ket", "Sơ kết"
        CONCLUSION = "tong_ket", "Tổng kết"
        OTHER = "khac", "Văn bản khác"

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="papers")
    document = models.ForeignKey(Document, models.PROTECT, related_name="movement_papers")
    part = models.CharField("vai trò", max_length=12, choices=Part, default=Part.OTHER)
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "văn bản của phong trào"
        constraints = [
            models.UniqueConstraint(fields=["movement", "document", "part"], name="movementdocument_once"),
        ]


class Response(models.Model):
    """`body` answers a superior's movement: with a movement of its own, a letter, or by working it in elsewhere."""

    class Kind(models.TextChoices):
        PLAN = "ke_hoach", "Bằng kế hoạch"
        REGISTRATION = "dang_ky", "Bằng văn bản đăng ký"
        WORKED_IN = "long_ghep", "Lồng ghép"
        WITHOUT_PAPER = "huong_ung", "Hưởng ứng, không có văn bản riêng"

    superior = models.ForeignKey(Movement, models.PROTECT, related_name="responses")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="responses", verbose_name="nơi hưởng ứng")
    ours = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="phong trào của cơ quan",
    )
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField("cách hưởng ứng", max_length=12, choices=Kind)
    on = models.DateField("ngày", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=400, blank=True)
    """How the text puts it, or why the two were linked."""
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "hưởng ứng"
        constraints = [
            models.UniqueConstraint(
                fields=["superior", "body", "ours"],
                condition=Q(ours__isnull=False),
                name="response_ours_once",
            ),
            models.UniqueConstraint(
                fields=["superior", "body", "document"],
                condition=Q(ours__isnull=True) & Q(document__isnull=False),
                name="response_document_once",
            ),
            models.UniqueConstraint(
                fields=["superior", "body", "kind"],
                condition=Q(ours__isnull=True) & Q(document__isnull=True),
                name="response_kind_once",
            ),
            models.CheckConstraint(
                name="response_not_to_itself", condition=Q(ours__isnull=True) | ~Q(superior=F("ours"))
            ),
        ]


class Exemption(models.Model):
    """A superior's movement that is not for this body, and why."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="exemptions")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.CharField("lý do", max_length=300)
    by = models.CharField(max_length=64)
    by_name = models.CharField("người ghi", max_length=200)
    at = models.DateTimeField("lúc")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["movement", "body"], name="movement_exemption_once")]


class Milestone(models.Model):
    """Planned and done stand apart: a plan is not a fact, and a fact needs no plan."""

    class Kind(models.TextChoices):
        REVIEW = "so_ket", "Sơ kết"
        CONCLUSION = "tong_ket", "Tổng kết"
        REPORT = "bao_cao", "Báo cáo"
        OTHER = "khac", "Mốc khác"

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="milestones")
    kind = models.CharField("loại mốc", max_length=12, choices=Kind)
    planned_text = models.CharField("dự kiến, như in", max_length=200, blank=True)
    planned_on = models.DateField("ngày dự kiến", null=True, blank=True)
    latest_on = models.DateField(null=True, blank=True)
    """The last day that the plan leaves: the planned day, or the end of a printed "tháng 12/2024"; empty where it is open."""
    done_on = models.DateField("ngày đã làm", null=True, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("ghi chú", max_length=400, blank=True)

    class Meta:
        verbose_name = "mốc"
        ordering = ["movement", F("latest_on").asc(nulls_last=True), "pk"]
        indexes = [models.Index(fields=["latest_on", "done_on"], name="milestone_due")]

    def __str__(self) -> str:
        return self.note or self.get_kind_display()


class Result(models.Model):
    """What was done and reached: an activity in words, or a figure for a criterion."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="results")
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, null=True, blank=True, related_name="results", verbose_name="tiêu chí"
    )
    text = models.TextField("hoạt động, kết quả", blank=True)
    number = models.DecimalField("số liệu", max_digits=15, decimal_places=2, null=True, blank=True)
    on = models.DateField("ngày")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    by_name = models.CharField("người ghi", max_length=200)
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "kết quả"
        ordering = ["movement", "-on", "-pk"]


class Assessment(models.Model):
    """How effective it was, in words, for a period."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="assessments")
    period_label = models.CharField("thời kỳ", max_length=80)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    text = models.TextField("đánh giá")
    by_name = models.CharField("người ghi", max_length=200)
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "đánh giá hiệu quả"
        ordering = ["movement", "-since", "-pk"]
        constraints = [models.UniqueConstraint(fields=["movement", "period_label"], name="assessment_once")]
