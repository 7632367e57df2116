"""A screening: who of a unit could be given which titles, as the registers and the law book said on one day."""

from typing import Any

from django.db import models
from django.db.models import Q

from thidua.records.orgs.models import Person, Position, Unit, User
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.periods import Period, parse

PERSON, COLLECTIVE, _ = RECIPIENT_KINDS


class Screening(models.Model):
    """Kept as it was found until its maker deletes it; done again it is another one."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="của cơ quan")
    """In whose work, and by whose book."""
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    """The top of the tree that was screened."""
    of_whom = models.CharField("đối tượng", max_length=12, choices=list(RECIPIENT_KINDS.items())[:2])
    titles: "models.JSONField[Any, Any]" = models.JSONField("danh hiệu")
    """Codes of the law book, in the order of the pages."""
    period_label = models.CharField("kỳ", max_length=20)
    """ "2025", "2024-2025": what `periods.parse` reads."""
    on = models.DateField("ngày xét")
    with_discipline = models.BooleanField("xét cả kỷ luật", default=False)
    fingerprint = models.CharField(max_length=80)
    """Of the book that it was judged by."""
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="người lập")
    """None: the installation itself."""
    is_wide = models.BooleanField(default=False)
    """It shows people of other bodies than `body`: to its maker only."""
    again_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="again")
    created_at = models.DateTimeField("lúc")
    finished_at = models.DateTimeField(null=True)
    total = models.PositiveIntegerField("số đối tượng", default=0)
    done = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "lượt sàng lọc"
        indexes = [models.Index(fields=["body", "-created_at"], name="screening_body")]

    def __str__(self) -> str:
        return f"Sàng lọc {self.unit.called}, {self.period.printed}"

    @property
    def period(self) -> Period:
        period = parse(self.period_label)
        assert period is not None, "the service keeps only what is read"
        return period

    @property
    def is_done(self) -> bool:
        return self.finished_at is not None


class ScreeningOutcome(models.Model):
    """What came of it for one group of candidates: the same verdicts on all titles for the same reasons."""

    screening = models.ForeignKey(Screening, models.CASCADE, related_name="outcomes")
    told = models.TextField()
    """As `outcomes.written`."""
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["screening", "told"], name="screening_outcome_once")]

    def __str__(self) -> str:
        return self.told


class ScreeningRow(models.Model):
    """One candidate. Rows are written in the order in which a page lists them."""

    screening = models.ForeignKey(Screening, models.CASCADE, related_name="rows")
    outcome = models.ForeignKey(ScreeningOutcome, models.CASCADE, related_name="rows")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    """Of the person on the day; the collective itself."""
    labour = models.CharField(max_length=12, choices=Position.Labour, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["screening", "person"], name="screening_person_once"),
            models.UniqueConstraint(
                fields=["screening", "unit"], condition=Q(person=None), name="screening_unit_once"
            ),
        ]
