"""Series of numbers: opened over several kinds, set to give numbers or to check typed ones."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import numbering, permissions
from thidua.records.register.models import Document, Series, SeriesType
from thidua.vn.documents import TYPE_BY_CODE, type_name


@transaction.atomic
def open_series(
    issuer: Unit,
    *,
    year: int,
    name: str,
    types: Collection[str],
    gives_numbers: bool = False,
    last_serial: int = 0,
    by: Actor,
    at: datetime,
) -> Series:
    """Let several kinds of documents of one issuer run through one row of numbers in a year.

    A kind that has numbers in another series of that year stays there: refused.
    """
    refuse_if(permissions.why_not_issue(by, issuer.body))
    name = " ".join(name.split())
    if not name or not types or any(kind not in TYPE_BY_CODE for kind in types):
        raise Refused("Nhập tên dãy số và chọn ít nhất một loại văn bản.")
    if not issuer.issues_papers:
        raise Refused(f"{issuer.name} không ban hành văn bản riêng. Chọn cơ quan, hội đồng hoặc cấp ủy.")
    chain.hold()
    if Series.objects.filter(issuer=issuer, year=year, name=name).exists():
        raise Refused(f"{issuer.name} đã có dãy số “{name}” năm {year}. Đặt tên khác hoặc mở dãy số đó.")
    _free(issuer, year, types)
    series = Series.objects.create(
        issuer=issuer, year=year, name=name, gives_numbers=gives_numbers, last_serial=last_serial
    )
    kinds = [SeriesType(series=series, issuer=issuer, year=year, type=kind) for kind in types]
    SeriesType.objects.bulk_create(kinds)
    listed = ", ".join(sorted(kind.type_name for kind in kinds))
    chain.record(
        "register.open_series",
        series,
        by=by,
        at=at,
        text=f"{series}, {issuer.name}",
        changes={"types": ["", listed]},
    )
    return series


def _free(issuer: Unit, year: int, types: Collection[str]) -> None:
    """Take the kinds out of series in which nothing has a number yet."""
    for row in SeriesType.objects.filter(issuer=issuer, year=year, type__in=types).select_related("series"):
        numbered = Document.objects.filter(series=row.series, type=row.type, merged_into=None).first()
        if numbered is not None:
            raise Refused(
                f"{type_name(row.type)} năm {year} đã có số ở dãy “{row.series.name}” ({numbered.number}). "
                "Mở dãy số chung từ năm sau, hoặc bỏ loại này."
            )
        old = row.series
        row.delete()
        if not old.types.exists() and not old.documents.exists():
            old.delete()


@transaction.atomic
def set_numbering(
    series: Series, *, gives_numbers: bool, last_serial: int, by: Actor, at: datetime
) -> Series:
    """Whether the series gives numbers, and after which one; not below a number that is in use."""
    refuse_if(permissions.why_not_issue(by, series.issuer.body))
    chain.hold()
    locked = Series.objects.select_for_update().get(pk=series.pk)
    top = Document.objects.filter(series=locked, merged_into=None).order_by("-serial").first()
    if top is not None and top.serial is not None and last_serial < top.serial:
        raise Refused(f"Số {top.number} đã dùng. Số cuối không nhỏ hơn {top.serial}.")
    changes = {
        "gives_numbers": [locked.gives_numbers, gives_numbers],
        "last_serial": [locked.last_serial, last_serial],
    }
    locked.gives_numbers, locked.last_serial = gives_numbers, last_serial
    locked.save(update_fields=["gives_numbers", "last_serial"])
    chain.record(
        "register.set_numbering",
        locked,
        by=by,
        at=at,
        text=f"{locked}, {locked.issuer.name}",
        changes=changes,
    )
    return locked


@transaction.atomic
def open_year(issuer: Unit, *, year: int, by: Actor, at: datetime) -> list[Series]:
    """Open a year's series as the year before had them: kinds and settings, numbers from the start."""
    refuse_if(permissions.why_not_issue(by, issuer.body))
    chain.hold()
    kinds = SeriesType.objects.filter(issuer=issuer, year=year - 1).order_by("series_id", "type")
    made = {}
    for row in kinds:
        series = numbering.locked_series(issuer, row.type, year)
        made[series.pk] = series
    chain.record(
        "register.open_year",
        issuer,
        by=by,
        at=at,
        text=issuer.name,
        changes={"year": ["", year], "series": ["", ", ".join(series.name for series in made.values())]},
    )
    return list(made.values())
