"""The yearly rating of a person or a collective."""

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.staff.models.kept import Kept, ended_whole, has_a_source, one_of_two
from thidua.vn.codes import TASK_LEVELS


class Rating(Kept):
    """How well the duties of one merit year were done. `year`: the one in which the merit period ends."""

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="ratings", verbose_name="người"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="ratings", verbose_name="tập thể"
    )
    since = models.DateField("kỳ từ ngày")
    until = models.DateField("đến trước ngày")
    period_label = models.CharField("kỳ", max_length=60)
    year = models.PositiveSmallIntegerField("năm")
    level = models.CharField("mức xếp loại", max_length=8, choices=list(TASK_LEVELS.items()))

    class Meta:
        verbose_name = "xếp loại"
        constraints = [
            one_of_two("rating"),
            ended_whole("rating"),
            has_a_source("rating"),
            models.CheckConstraint(name="staff_rating_period", condition=Q(until__gt=F("since"))),
            models.CheckConstraint(name="staff_rating_level", condition=Q(level__in=list(TASK_LEVELS))),
            *(
                models.UniqueConstraint(
                    fields=[field, "since", "until"],
                    condition=Q(ending="", **{f"{field}__isnull": False}),
                    name=f"staff_rating_{field}_once",
                )
                for field in ("person", "unit")
            ),
        ]
        indexes = [
            models.Index(fields=["person", "year"], name="staff_rating_person_year"),
            models.Index(fields=["unit", "year"], name="staff_rating_unit_year"),
            models.Index(fields=["body", "year", "id"], name="staff_rating_body_year"),
        ]

    def __str__(self) -> str:
        """ "Hoàn thành tốt nhiệm vụ, năm 2024: Lê Văn A"."""
        return f"{self.get_level_display()}, {self.period_label}: {self.whose}"
