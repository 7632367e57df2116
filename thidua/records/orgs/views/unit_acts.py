"""Forms about units: found, correct, rename, move, code, dissolve, merge, split."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui import asked
from thidua.records.orgs import permissions, selectors, services
from thidua.records.orgs.forms import units as forms
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import actor_of, form_page, shut

ADDS_OUTSIDE = (Right.UNITS_MANAGE, Right.REGISTER_WRITE, Right.INTAKE)


def managed(request: HttpRequest, pk: int) -> Unit:
    """The unit, where the actor may manage it; 403 with the reason otherwise."""
    actor = actor_of(request)
    unit = get_object_or_404(selectors.units_visible_to(actor).select_related("parent"), pk=pk)
    shut(permissions.why_not_manage_unit(actor, unit))
    return unit


def page_of(unit: Unit) -> str:
    return reverse("orgs:unit", args=[unit.pk])


def _page(request: HttpRequest, unit: Unit, form: forms.UnitActForm, **told: Any) -> HttpResponse:
    crumbs = [("Tổ chức", reverse("orgs:units")), (str(unit), page_of(unit))]
    return form_page(request, form, back=page_of(unit), crumbs=crumbs, under=str(unit), **told)


def _form(request: HttpRequest, form: type[forms.UnitActForm], unit: Unit, /, **initial: Any) -> Any:
    return form(request.POST or None, actor=actor_of(request), unit=unit, initial=initial)


@needs(Right.UNITS_MANAGE)
def found(request: HttpRequest) -> HttpResponse:
    """`?tren=7` proposes the superior."""
    actor = actor_of(request)
    named = asked.key(request.GET, "tren")
    above = selectors.units_visible_to(actor).filter(pk=named).first() if named is not None else actor.body
    form = forms.FoundForm(request.POST or None, actor=actor, initial={"parent": above})

    def write(cleaned: dict[str, Any]) -> str:
        name = cleaned.pop("name")
        return page_of(services.found_unit(name, by=actor, at=timezone.now(), **cleaned))

    return form_page(
        request,
        form,
        title="Thêm đơn vị",
        act="Thêm đơn vị",
        back=page_of(above) if above else reverse("orgs:units"),
        crumbs=[("Tổ chức", reverse("orgs:units"))],
        write=write,
        said="Đã thêm đơn vị.",
    )


@needs(*ADDS_OUTSIDE)
def add_outside(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = forms.OutsideForm(request.POST or None, actor=actor)

    def write(cleaned: dict[str, Any]) -> str:
        name = cleaned.pop("name")
        return page_of(services.add_outside_unit(name, by=actor, at=timezone.now(), **cleaned))

    return form_page(
        request,
        form,
        title="Thêm tổ chức ngoài hệ thống",
        act="Thêm tổ chức",
        back=reverse("orgs:outside"),
        crumbs=[("Tổ chức", reverse("orgs:units")), ("Ngoài hệ thống", reverse("orgs:outside"))],
        under="Cơ quan chỉ biết tên, không có tài khoản ở đây: cơ quan Đảng, đoàn thể, báo chí, doanh nghiệp.",
        write=write,
        said="Đã thêm tổ chức.",
    )


@needs(Right.UNITS_MANAGE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    fields = ("name", "short_name", "kind", "level", "is_legal_person", "issues_papers", "founded_on", "note")
    form = _form(request, forms.CorrectForm, unit, **{field: getattr(unit, field) for field in fields})

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.correct_unit(unit, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(request, unit, form, title="Sửa thông tin", act="Ghi sửa đổi", write=write, said="Đã sửa.")


@needs(Right.UNITS_MANAGE)
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.RenameForm, unit)

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.rename_unit(unit, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(
        request, unit, form, title="Đổi tên", act="Đổi tên tổ chức", write=write, said="Đã ghi tên mới."
    )


@needs(Right.UNITS_MANAGE)
def former_name(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.FormerNameForm, unit)

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.record_former_name(unit, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(
        request, unit, form, title="Ghi tên cũ", act="Ghi tên cũ", write=write, said="Đã ghi tên cũ."
    )


@needs(Right.UNITS_MANAGE)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.MoveForm, unit)

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.move_unit(unit, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(
        request,
        unit,
        form,
        title="Chuyển cấp trên",
        act="Chuyển đơn vị",
        write=write,
        said="Đã chuyển. Các đơn vị bên dưới đi cùng.",
    )


@needs(Right.UNITS_MANAGE)
def code(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.CodeForm, unit)

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.set_code(unit, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(request, unit, form, title="Ghi mã, ký hiệu", act="Ghi mã", write=write, said="Đã ghi mã.")


@needs(Right.UNITS_MANAGE)
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.DissolveForm, unit)

    def question(cleaned: dict[str, Any]) -> tuple[str, str]:
        detail = (
            "Vai trò giữ tại đây thôi từ ngày đó. Lịch sử và người còn nguyên; không còn đề nghị khen thưởng."
        )
        return f"Ghi “{unit}” chấm dứt từ ngày {cleaned['on']:%d/%m/%Y}?", detail

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.dissolve_unit(unit, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(
        request,
        unit,
        form,
        title="Chấm dứt hoạt động",
        act="Ghi chấm dứt",
        write=write,
        said="Đã ghi chấm dứt.",
        question=question,
    )


@needs(Right.UNITS_MANAGE)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.MergeForm, unit)

    def question(cleaned: dict[str, Any]) -> tuple[str, str]:
        merged = " và ".join(f"“{each}”" for each in (unit, cleaned["other"]) if each)
        detail = f"{merged} chấm dứt từ ngày {cleaned['on']:%d/%m/%Y}. Người được đơn vị tiếp nhận xếp chức vụ sau."
        return f"Nhập {merged} vào “{cleaned['into']}”?", detail

    def write(cleaned: dict[str, Any]) -> str:
        units = [each for each in (unit, cleaned.pop("other")) if each]
        return page_of(services.merge_units(units, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(
        request,
        unit,
        form,
        title="Hợp nhất, sáp nhập",
        act="Ghi hợp nhất",
        write=write,
        said="Đã ghi hợp nhất.",
        question=question,
    )


@needs(Right.UNITS_MANAGE)
def split(request: HttpRequest, pk: int) -> HttpResponse:
    unit = managed(request, pk)
    form = _form(request, forms.SplitForm, unit)

    def question(cleaned: dict[str, Any]) -> tuple[str, str]:
        heirs = " và ".join(f"“{each}”" for each in (cleaned["into"], cleaned["other"]) if each)
        ends = f"“{unit}” chấm dứt từ ngày đó." if cleaned["how"] == "chia" else f"“{unit}” còn hoạt động."
        return f"Ghi {heirs} tiếp nhận từ ngày {cleaned['on']:%d/%m/%Y}?", ends

    def write(cleaned: dict[str, Any]) -> str:
        heirs = [each for each in (cleaned["into"], cleaned["other"]) if each]
        told = {
            "by": actor_of(request),
            "at": timezone.now(),
            "on": cleaned["on"],
            "by_document": cleaned["by_document"],
        }
        if cleaned["how"] == "chuyen":
            for heir in heirs:
                services.hand_over_duties(unit, to=heir, **told)
        else:
            services.split_unit(unit, into=heirs, ends=cleaned["how"] == "chia", **told)
        return page_of(unit)

    return _page(
        request,
        unit,
        form,
        title="Chia, tách, chuyển giao",
        act="Ghi chia, tách",
        write=write,
        said="Đã ghi chia, tách.",
        question=question,
    )
