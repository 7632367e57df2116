"""What the rows of every kind have in common: who keeps them, where they come from, why they stand no more."""

from django.db import models
from django.db.models import Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Document


class KeptQuerySet(models.QuerySet["Kept"]):
    def standing(self) -> "KeptQuerySet":
        """Neither replaced by a correction nor struck out."""
        return self.filter(ending="")


class Kept(models.Model):
    class Source(models.TextChoices):
        TYPED = "nhap", "Nhập tay"
        REPORTED = "bao_cao", "Đọc từ báo cáo"

    class Ending(models.TextChoices):
        CORRECTED = "sua", "Đã sửa thành dòng khác"
        STRUCK = "ghi_nham", "Ghi nhầm, đã bỏ"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="sổ của")
    """Who wrote the line and may correct it."""
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản"
    )
    printed = models.CharField("căn cứ khác", max_length=300, blank=True)
    """What shows it where no document of the register does."""
    source = models.CharField("nguồn", max_length=8, choices=Source, default=Source.TYPED)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay dòng"
    )
    ending = models.CharField("không còn vì", max_length=8, choices=Ending, blank=True)
    ended_at = models.DateTimeField("lúc", null=True, blank=True)
    ended_reason = models.CharField("lý do", max_length=300, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def about(self) -> Person | Unit:
        """The person or unit that it is about."""
        found: Person | Unit = getattr(self, "unit", None) or self.person  # type: ignore[attr-defined]
        return found

    @property
    def whose(self) -> str:
        """Their name as people say it."""
        return self.about.called if isinstance(self.about, Unit) else str(self.about)


def ended_whole(kind: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"staff_{kind}_ended_whole",
        condition=Q(ending="", ended_at=None) | ~Q(ending="") & Q(ended_at__isnull=False),
    )


def one_of_two(kind: str) -> models.CheckConstraint:
    """About a person or a unit, never both."""
    return models.CheckConstraint(
        name=f"staff_{kind}_of_one",
        condition=Q(person__isnull=False, unit=None) | Q(person=None, unit__isnull=False),
    )


def has_a_source(kind: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"staff_{kind}_has_a_source", condition=Q(document__isnull=False) | ~Q(printed="")
    )
