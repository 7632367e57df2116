"""Numbers in their series: typed and checked, or given. Called inside the verbs, in their transaction, the chain held."""

from datetime import date

from thidua.kit.refused import Refused
from thidua.records.orgs.models import Unit
from thidua.records.register import rows
from thidua.records.register.identity import as_printed
from thidua.records.register.models import Document, Series, SeriesType
from thidua.records.register.refusals import InTheWay
from thidua.vn.dates import cited_date
from thidua.vn.documents import TYPE_BY_CODE, parse_number, type_code, type_name


def locked_series(issuer: Unit, kind: str, year: int) -> Series:
    """The series in which this kind of document of the issuer runs that year, its row locked.

    Without one it is opened: set up as last year's was, or else for this kind alone.
    """
    found = SeriesType.objects.filter(issuer=issuer, year=year, type=kind).first()
    pk = found.series_id if found else _open_default(issuer, kind, year).pk
    return Series.objects.select_for_update().get(pk=pk)


def _open_default(issuer: Unit, kind: str, year: int) -> Series:
    last = (
        SeriesType.objects.filter(issuer=issuer, year__lt=year, type=kind)
        .select_related("series")
        .order_by("-year")
        .first()
    )
    kinds = [row.type for row in last.series.types.all()] if last else [kind]
    taken = set(
        SeriesType.objects.filter(issuer=issuer, year=year, type__in=kinds).values_list("type", flat=True)
    )
    name = last.series.name if last else type_name(kind)
    if Series.objects.filter(issuer=issuer, year=year, name=name).exists():
        name = f"{name} ({type_name(kind)})"
    series = Series.objects.create(
        issuer=issuer, year=year, name=name, gives_numbers=bool(last and last.series.gives_numbers)
    )
    SeriesType.objects.bulk_create(
        SeriesType(series=series, issuer=issuer, year=year, type=row) for row in kinds if row not in taken
    )
    return series


def place(document: Document, number: str | None, *, issued_on: date, today: date) -> Series:
    """Give the document its number and date in the right series; None takes the next one. Does not save the document."""
    refuse_future(issued_on, today)
    if document.issuer is None:
        raise Refused("Chưa rõ nơi ban hành nên chưa cho số được. Ghi nơi ban hành trước.")
    kind = document.type or _kind_told_by(number)
    if not kind:
        raise Refused("Chưa chọn loại văn bản. Chọn loại rồi ghi số.")
    document.type = kind
    series = locked_series(document.issuer, kind, issued_on.year)
    document.number = _next(series, document) if number is None else _typed(number, document)
    document.issued_on, document.series = issued_on, series
    rows.settle(document)
    _refuse_taken(document, series)
    if document.serial and document.serial > series.last_serial:
        series.last_serial = document.serial
        series.save(update_fields=["last_serial"])
    return series


def printed(serial: int, kind: str, issuer: Unit) -> str:
    """A number as this issuer prints it: 07/KH-SVH, a Party committee 07-KH/TU, a letter 07/SVH."""
    abbreviations = TYPE_BY_CODE[kind].abbreviations if kind in TYPE_BY_CODE else ()
    symbol = "" if kind == "cong_van" or not abbreviations else abbreviations[0]
    count = f"{serial:02d}"
    if issuer.kind == Unit.Kind.PARTY:
        return f"{count}-{symbol or 'CV'}/{issuer.code}"
    return f"{count}/{symbol}-{issuer.code}" if symbol else f"{count}/{issuer.code}"


def refuse_future(day: date, today: date) -> None:
    if day > today:
        raise Refused(f"Ngày ký sau ngày hôm nay. Nhập theo dạng ngày/tháng/năm, ví dụ {cited_date(today)}.")


def order_warning(document: Document) -> str:
    """Where number and date run against each other in the series, said in words; else empty."""
    if not document.series_id or not document.serial or not document.issued_on:
        return ""
    others = Document.objects.filter(series=document.series_id, merged_into=None).exclude(pk=document.pk)
    later = (
        others.filter(serial__lt=document.serial, issued_on__gt=document.issued_on)
        .order_by("-issued_on")
        .first()
    )
    earlier = (
        others.filter(serial__gt=document.serial, issued_on__lt=document.issued_on)
        .order_by("issued_on")
        .first()
    )
    other = later or earlier
    if other is None or other.issued_on is None:
        return ""
    size = "nhỏ hơn" if later else "lớn hơn"
    when = "muộn hơn" if later else "sớm hơn"
    return f"Số {other.number} {size} nhưng ban hành {when} (ngày {cited_date(other.issued_on)}). Xem lại số và ngày."


def _next(series: Series, document: Document) -> str:
    if not series.gives_numbers:
        raise Refused(
            f"Dãy số {series.name} năm {series.year} lấy số từ sổ của văn thư. Nhập số đã cấp, hoặc đặt dãy số tự cho số."
        )
    assert document.issuer is not None
    if not document.issuer.code:
        raise Refused(
            f"{document.issuer.name} chưa có ký hiệu nên chưa cho số được. Bổ sung ký hiệu ở mục Tổ chức."
        )
    return printed(series.last_serial + 1, document.type, document.issuer)


def _typed(number: str, document: Document) -> str:
    """The number as typed; where only the serial was, with the symbol of kind and issuer."""
    parsed = parse_number(as_printed(number))
    if parsed is None:
        example = printed(30, document.type, document.issuer) if document.issuer else "30/KH-SVH"
        raise Refused(f"“{number}” không phải số, ký hiệu văn bản. Nhập như {example}.")
    if (
        parsed.type_abbr is None
        and parsed.issuer_abbr is None
        and parsed.serial.isdigit()
        and document.issuer
    ):
        return printed(int(parsed.serial), document.type, document.issuer)
    told = type_code(parsed.type_name)
    if told and told != document.type and parsed.type_abbr is not None:
        raise Refused(
            f"Ký hiệu {parsed.type_abbr} là của {parsed.type_name}, văn bản này là {type_name(document.type)}. "
            "Kiểm tra lại số hoặc loại văn bản."
        )
    return parsed.as_written


def _kind_told_by(number: str | None) -> str:
    parsed = parse_number(as_printed(number)) if number else None
    return type_code(parsed.type_name) if parsed else ""


def _refuse_taken(document: Document, series: Series) -> None:
    taken = (
        Document.objects.filter(
            series=series, serial=document.serial, serial_letter=document.serial_letter, merged_into=None
        )
        .exclude(pk=document.pk)
        .first()
    )
    if taken is None:
        taken = (
            Document.objects.filter(
                issuer=document.issuer,
                type=document.type,
                number_key=document.number_key,
                year=document.year,
                merged_into=None,
            )
            .exclude(pk=document.pk)
            .first()
        )
    if taken is not None:
        raise InTheWay(taken_text(taken), taken)


def taken_text(taken: Document) -> str:
    when = f"ngày {cited_date(taken.issued_on)}" if taken.issued_on else "chưa rõ ngày"
    return f"Số {taken.number} đã dùng cho văn bản {when}. Kiểm tra lại số hoặc mở văn bản đó."
