"""Time that is judged apart: away, at study, and the steps of a service."""

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models import Person
from thidua.records.staff.models.kept import Kept, ended_whole


def _dates(kind: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"staff_{kind}_dates", condition=Q(until=None) | Q(until__gt=F("since"))
    )


def _once(kind: str, *fields: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=fields, condition=Q(ending=""), name=f"staff_{kind}_once")


class Leave(Kept):
    """One leave [since, until), over the turn of a year too: `spans.days_within` gives the days of a merit year.

    `year`: the one that it ends in, or, while it runs, began in. Its length is told in one way only: `days` of the
    calendar, or `working_days`; None for both while its end is not known.
    """

    class Kind(models.TextChoices):
        """`MATERNITY` and `BRAVE` are codes that rules of the law book ask for."""

        MATERNITY = "thai_san", "Thai sản"
        SICK = "om_dau", "Ốm đau"
        BRAVE = "dung_cam", "Điều trị, điều dưỡng do hành động dũng cảm"
        UNPAID = "khong_luong", "Không hưởng lương"
        PRIVATE = "viec_rieng", "Việc riêng"
        OTHER = "khac", "Khác"

    person = models.ForeignKey(Person, models.PROTECT, related_name="leaves", verbose_name="người")
    kind = models.CharField("loại nghỉ", max_length=16, choices=Kind)
    since = models.DateField("từ ngày")
    until = models.DateField("đi làm lại từ ngày", null=True, blank=True)
    days = models.DecimalField("số ngày", max_digits=6, decimal_places=1, null=True, blank=True)
    working_days = models.DecimalField(
        "số ngày làm việc", max_digits=6, decimal_places=1, null=True, blank=True
    )
    year = models.PositiveSmallIntegerField("năm")

    class Meta:
        verbose_name = "nghỉ"
        constraints = [
            ended_whole("leave"),
            _dates("leave"),
            _once("leave", "person", "kind", "since"),
            models.CheckConstraint(
                name="staff_leave_days",
                condition=Q(days=None, working_days=None)
                | Q(days__gte=0, working_days=None)
                | Q(days=None, working_days__gte=0),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "year"], name="staff_leave_person_year"),
            models.Index(fields=["body", "year", "id"], name="staff_leave_body_year"),
        ]

    def __str__(self) -> str:
        return f"Nghỉ {self.get_kind_display().lower()}, năm {self.year}: {self.whose}"


class Study(Kept):
    """One course [since, until); `sent_by_agency`, `complied`: None where nobody has said. `year`: the one it began in."""

    class Result(models.TextChoices):
        EXCELLENT = "xuat_sac", "Xuất sắc"
        VERY_GOOD = "gioi", "Giỏi"
        GOOD = "kha", "Khá"
        AVERAGE = "trung_binh", "Trung bình"
        PASSED = "dat", "Đạt, không xếp hạng"
        FAILED = "khong_dat", "Không đạt"

    person = models.ForeignKey(Person, models.PROTECT, related_name="studies", verbose_name="người")
    course = models.CharField("khóa học", max_length=200, blank=True)
    since = models.DateField("từ ngày")
    until = models.DateField("kết thúc từ ngày", null=True, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    sent_by_agency = models.BooleanField("cơ quan cử đi", null=True, blank=True)
    complied = models.BooleanField("chấp hành quy định của khóa học", null=True, blank=True)
    result = models.CharField("kết quả", max_length=12, choices=Result, blank=True)

    class Meta:
        verbose_name = "học tập"
        constraints = [
            ended_whole("study"),
            _dates("study"),
            _once("study", "person", "course", "since"),
        ]
        indexes = [
            models.Index(fields=["person", "since"], name="staff_study_person_since"),
            models.Index(fields=["body", "year", "id"], name="staff_study_body_year"),
        ]

    def __str__(self) -> str:
        return f"{self.course or 'Học tập'}, từ năm {self.year}: {self.whose}"


class Service(Kept):
    """A step of somebody's service [since, until). `year`: the one it began in."""

    class Kind(models.TextChoices):
        RECRUITED = "tuyen_dung", "Tuyển dụng, tiếp nhận lần đầu"
        MOVED = "chuyen_cong_tac", "Chuyển công tác đến"
        SECONDED = "biet_phai", "Biệt phái"
        MILITARY = "nghia_vu", "Nghĩa vụ quân sự, nghĩa vụ công an"
        WORKED = "cong_tac", "Thời gian công tác"
        LEFT = "nghi_viec", "Thôi việc, nghỉ hưu"

    person = models.ForeignKey(Person, models.PROTECT, related_name="services", verbose_name="người")
    kind = models.CharField("việc", max_length=16, choices=Kind)
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày", null=True, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    place = models.CharField("nơi, công việc", max_length=200, blank=True)

    class Meta:
        verbose_name = "quá trình công tác"
        constraints = [
            ended_whole("service"),
            _dates("service"),
            _once("service", "person", "kind", "since"),
        ]
        indexes = [
            models.Index(fields=["person", "since"], name="staff_service_person_since"),
            models.Index(fields=["body", "year", "id"], name="staff_service_body_year"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, năm {self.year}: {self.whose}"
