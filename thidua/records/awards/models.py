"""The register of awards: one line one award, by name, or so many without names until the names are known."""

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Document
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS

PERSON, COLLECTIVE, HOUSEHOLD = RECIPIENT_KINDS
_FIELD_OF = {PERSON: "person", COLLECTIVE: "unit", HOUSEHOLD: "household"}


class Household(models.Model):
    """Known by its head and where it lives."""

    head = models.CharField("chủ hộ", max_length=120)
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    folded = models.CharField(max_length=330, db_index=True)
    kept_by = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan lập")

    class Meta:
        verbose_name = "hộ gia đình"
        constraints = [models.UniqueConstraint(fields=["kept_by", "folded"], name="household_once")]

    def __str__(self) -> str:
        return f"Hộ {self.head}, {self.address}" if self.address else f"Hộ {self.head}"


class AwardQuerySet(models.QuerySet["Award"]):
    def standing(self) -> "AwardQuerySet":
        """Neither replaced by a correction, nor struck out, nor revoked."""
        return self.filter(ending="")


class Award(models.Model):
    class Sort(models.TextChoices):
        """Two lists that the law keeps apart."""

        TITLE = "danh_hieu", "Danh hiệu thi đua"
        FORM = "hinh_thuc", "Hình thức khen thưởng"

    class Source(models.TextChoices):
        TYPED = "nhap", "Nhập tay"
        REPORTED = "bao_cao", "Đọc từ báo cáo"

    class Ending(models.TextChoices):
        CORRECTED = "sua", "Đã sửa thành dòng khác"
        STRUCK = "ghi_nham", "Ghi nhầm, đã bỏ"
        REVOKED = "thu_hoi", "Đã thu hồi"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="awards_kept", verbose_name="sổ của")
    """Who wrote the line and may correct it."""
    home = models.ForeignKey(Unit, models.PROTECT, related_name="awards_of", verbose_name="thuộc cơ quan")
    """The body to which the recipient belonged when the award was given: it counts the award as its own."""
    sort = models.CharField("danh hiệu / hình thức", max_length=10, choices=Sort)
    code = models.CharField("mã", max_length=16, blank=True)
    """A code of the law book; empty for what the book does not know (a Party body's, a union's award)."""
    name = models.CharField("danh hiệu, hình thức", max_length=200)
    of_whom = models.CharField("đối tượng", max_length=12, choices=list(RECIPIENT_KINDS.items()))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="người"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="tập thể"
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="hộ"
    )
    recipient = models.CharField("người nhận", max_length=330, blank=True)
    """The recipient's name as it was then; empty where only the count is known."""
    count = models.PositiveIntegerField("số lượng", default=1)
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="trong số"
    )
    """The count without names, of which this is one name: never counted twice."""

    since = models.DateField("thành tích từ ngày")
    until = models.DateField("đến trước ngày")
    period_label = models.CharField("kỳ thành tích", max_length=60)
    year = models.PositiveSmallIntegerField("năm thành tích")
    """The year in which the merit period ends."""
    category = models.CharField(
        "loại khen", max_length=12, choices=list(AWARD_CATEGORIES.items()), blank=True
    )
    occasion = models.CharField("thành tích", max_length=300, blank=True)

    decision = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="quyết định"
    )
    decided_by = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="awards_decided", verbose_name="nơi khen"
    )
    authority = models.CharField("cấp quyết định", max_length=200, blank=True)
    """As printed: "Giám đốc Sở Du lịch"."""
    certificate = models.CharField("số bằng, giấy chứng nhận", max_length=60, blank=True)
    source = models.CharField("nguồn", max_length=8, choices=Source, default=Source.TYPED)
    source_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản nguồn"
    )
    """Where the figure was read: a report, a list; the decision itself is `decision`."""
    printed = models.CharField("cách ghi trong nguồn", max_length=300, blank=True)

    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay dòng"
    )
    ending = models.CharField("không còn vì", max_length=8, choices=Ending, blank=True)
    ended_at = models.DateTimeField("lúc", null=True, blank=True)
    ended_reason = models.CharField("lý do", max_length=300, blank=True)
    revoking = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="quyết định thu hồi"
    )
    folded = models.CharField(max_length=900, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = "khen thưởng"
        constraints = [
            models.CheckConstraint(
                name="award_one_recipient_or_a_count",
                condition=Q(person__isnull=False, unit=None, household=None, of_whom=PERSON, count=1)
                | Q(person=None, unit__isnull=False, household=None, of_whom=COLLECTIVE, count=1)
                | Q(person=None, unit=None, household__isnull=False, of_whom=HOUSEHOLD, count=1)
                | Q(person=None, unit=None, household=None, part_of=None, count__gte=1),
            ),
            models.CheckConstraint(name="award_period", condition=Q(until__gt=F("since"))),
            models.CheckConstraint(
                name="award_has_a_source",
                condition=Q(decision__isnull=False) | Q(source_document__isnull=False) | ~Q(printed=""),
            ),
            models.CheckConstraint(
                name="award_ended_whole",
                condition=Q(ending="", ended_at=None) | ~Q(ending="") & Q(ended_at__isnull=False),
            ),
            *(
                models.UniqueConstraint(
                    fields=[field, "code", "name", "since", "until", *(["decision"] if decided else [])],
                    condition=Q(ending="", decision__isnull=not decided, **{f"{field}__isnull": False}),
                    name=f"award_{field}_once{'' if decided else '_undecided'}",
                )
                for field in _FIELD_OF.values()
                for decided in (True, False)
            ),
        ]
        indexes = [
            models.Index(fields=["home", "year", "id"], name="award_home_year"),
            models.Index(fields=["body", "year", "id"], name="award_body_year"),
            models.Index(fields=["year", "until", "id"], name="award_by_period"),  # the order of the list
        ]

    def __str__(self) -> str:
        """ "Lao động tiên tiến, năm 2023: Lê Văn A"; "29 Lao động tiên tiến, năm 2023"."""
        if self.is_aggregate:
            return f"{self.count} {self.name}, {self.period_label}"
        return f"{self.name}, {self.period_label}: {self.recipient}"

    @property
    def is_aggregate(self) -> bool:
        return not (self.person_id or self.unit_id or self.household_id)

    @property
    def decider(self) -> str:
        """Who gave it, as far as known."""
        return self.authority or (self.decided_by.called if self.decided_by else "")


def field_of(of_whom: str) -> str:
    """The key that holds a recipient of this kind."""
    return _FIELD_OF[of_whom]
