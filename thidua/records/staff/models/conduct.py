"""Discipline, and matters that are being looked into: only for those who hold the right to see them."""

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.staff.models.kept import Kept, ended_whole, has_a_source, one_of_two


class Discipline(Kept):
    """A disciplinary decision. `until`: the first day on which it counts no more; None: it counts still."""

    class Form(models.TextChoices):
        """Codes of `law.facts.DISCIPLINE`, from light to heavy."""

        REPRIMAND = "khien_trach", "Khiển trách"
        WARNING = "canh_cao", "Cảnh cáo"
        LOWER_PAY = "ha_bac_luong", "Hạ bậc lương"
        DEMOTION = "giang_chuc", "Giáng chức"
        REMOVAL = "cach_chuc", "Cách chức"
        DISMISSAL = "buoc_thoi_viec", "Buộc thôi việc"

    class Status(models.TextChoices):
        RUNNING = "dang_chap_hanh", "Đang chấp hành"
        SERVED = "da_chap_hanh", "Đã chấp hành xong"

    person = models.ForeignKey(Person, models.PROTECT, related_name="disciplines", verbose_name="người")
    form = models.CharField("hình thức kỷ luật", max_length=16, choices=Form)
    year = models.PositiveSmallIntegerField("tính vào năm")
    decided_on = models.DateField("ngày quyết định")
    until = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)
    status = models.CharField("tình trạng", max_length=16, choices=Status, default=Status.RUNNING)

    class Meta:
        verbose_name = "kỷ luật"
        constraints = [
            ended_whole("discipline"),
            has_a_source("discipline"),
            models.CheckConstraint(
                name="staff_discipline_dates", condition=Q(until=None) | Q(until__gt=F("decided_on"))
            ),
            models.CheckConstraint(
                name="staff_discipline_status",
                condition=Q(until=None, status="dang_chap_hanh")
                | Q(until__isnull=False, status="da_chap_hanh"),
            ),
            models.UniqueConstraint(
                fields=["person", "form", "decided_on"],
                condition=Q(ending=""),
                name="staff_discipline_once",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "year"], name="staff_discipline_person_year"),
            models.Index(fields=["body", "year", "id"], name="staff_discipline_body_year"),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, năm {self.year}: {self.whose}"


class PendingMatter(Kept):
    """While it runs ([since, until)) awards wait. Who raised it stands nowhere here, nor any paper that would tell.

    `ground`: a flag of the law book's rules on deferral, see `staff.grounds`.
    """

    document = None
    printed = None

    class Outcome(models.TextChoices):
        CLEARED = "khong_vi_pham", "Kết luận không có vi phạm"
        AT_FAULT = "co_vi_pham", "Kết luận có vi phạm"

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name="người"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name="tập thể"
    )
    ground = models.CharField("lý do tạm dừng", max_length=40)
    since = models.DateField("từ ngày")
    until = models.DateField("kết thúc từ ngày", null=True, blank=True)
    outcome = models.CharField("kết luận", max_length=16, choices=Outcome, blank=True)

    class Meta:
        verbose_name = "việc đang xem xét"
        constraints = [
            one_of_two("matter"),
            ended_whole("matter"),
            models.CheckConstraint(
                name="staff_matter_dates", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
            models.CheckConstraint(
                name="staff_matter_outcome",
                condition=Q(until=None, outcome="") | Q(until__isnull=False) & ~Q(outcome=""),
            ),
            *(
                models.UniqueConstraint(
                    fields=[field, "ground", "since"],
                    condition=Q(ending="", **{f"{field}__isnull": False}),
                    name=f"staff_matter_{field}_once",
                )
                for field in ("person", "unit")
            ),
        ]
        indexes = [models.Index(fields=["body", "since", "id"], name="staff_matter_body")]

    def __str__(self) -> str:
        return f"Việc đang xem xét: {self.whose}"
