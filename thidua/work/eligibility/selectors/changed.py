"""Who is told something else than in the screening before."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from thidua.work.eligibility.models import PERSON, Screening, ScreeningRow
from thidua.work.eligibility.selectors.screenings import rows_of


def changed(screening: Screening, before: Screening) -> QuerySet[ScreeningRow]:
    """Rows with another outcome than before on any title, each with `before` (as written, None: was not in it)."""
    same = {"person": OuterRef("person")} if screening.of_whom == PERSON else {"unit": OuterRef("unit")}
    old = ScreeningRow.objects.filter(screening=before, **same).values("outcome__told")[:1]
    rows = rows_of(screening).annotate(before=Subquery(old))
    return rows.filter(Q(before=None) | ~Q(before=F("outcome__told"))).order_by("pk")
