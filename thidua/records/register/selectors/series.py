"""Series of numbers of a body, its councils and committees."""

from django.db.models import Count, Q, QuerySet

from thidua.records.orgs.models import Unit
from thidua.records.register.models import Series


def all_series_of(body: Unit) -> QuerySet[Series]:
    return Series.objects.filter(issuer__body=body).select_related("issuer__body")


def series_of(body: Unit, year: int) -> QuerySet[Series]:
    """Of one year, the body's own first; each with `used`, how many documents have a number in it."""
    used = Count("documents", filter=Q(documents__merged_into=None), distinct=True)
    rows = all_series_of(body).filter(year=year).prefetch_related("types").annotate(used=used)
    return rows.order_by("issuer__path", "name", "pk")


def series_years(body: Unit, this_year: int) -> list[int]:
    """Years with a series, and the running and the coming one."""
    known = all_series_of(body).values_list("year", flat=True).distinct()
    return sorted({*known, this_year, this_year + 1}, reverse=True)
