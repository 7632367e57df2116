"""Acts on one workbook: confirm its letters, check again, answer, write, take back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui.respond import ask, is_confirmed, refusals_said, respond
from thidua.outlook.intake import permissions, selectors, services
from thidua.outlook.intake.views.addresses import of_workbook
from thidua.outlook.intake.views.workbooks import found, may, workbook_page
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


@needs(Right.SHEETS_IMPORT)
@require_POST
def encoding(request: HttpRequest, pk: int) -> HttpResponse:
    """The officer has seen letters before and after."""
    row = found(request, pk)
    with refusals_said(request):
        is_converted = request.POST.get("chuyen") == "1"
        services.settle_encoding(row, is_converted=is_converted, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    return redirect(of_workbook(row))


@needs(Right.SHEETS_IMPORT)
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, pk)
    with refusals_said(request):
        services.check_workbook(row, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    return redirect(of_workbook(row))


@needs(Right.SHEETS_IMPORT)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers to the cards on the page; "likely" takes for all what nothing speaks against."""
    row = found(request, pk)
    answers: dict[int, str] = {}
    if request.POST.get("tat_ca"):
        answers = dict(selectors.open_doubts(row).exclude(likely="").values_list("pk", "likely"))
    else:
        for name, value in request.POST.items():
            number = name.removeprefix("hoi_")
            if name.startswith("hoi_") and number.isdecimal() and len(number) < 18 and value:
                answers[int(number)] = value
    try:
        given = services.answer_doubts(row, answers, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason)
        return workbook_page(request, row, status=422)
    if given:
        messages.success(request, f"Đã ghi nhận {given} câu trả lời.")
    else:
        messages.info(request, "Chưa chọn câu trả lời nào.")
    return redirect(of_workbook(row))


@needs(Right.SHEETS_IMPORT)
@require_http_methods(["GET", "POST"])
def commit(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says what will be written and what stays out; POST begins."""
    row = found(request, pk)
    may(request, row)
    without = request.POST.get("bo_lai") == "1"
    if request.method == "POST":
        with refusals_said(request):
            services.commit_workbook(row, without_faulty=without, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
            return redirect(of_workbook(row))
    is_running = selectors.is_running(row)
    why_not = permissions.why_not_commit(request.actor, row, True, is_running)  # type: ignore[attr-defined]
    context = {"workbook": row, "why_not": why_not, "back": of_workbook(row)}
    return respond(request, "intake/commit_workbook.html", context)


@needs(Right.SHEETS_IMPORT)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, pk)
    may(request, row)
    if not is_confirmed(request):
        made = len(selectors.made_by(row))
        return ask(
            request,
            f"Hoàn tác bảng tính “{row.name}”?",
            detail=f"Gỡ {made} bản ghi mà bảng tính này đã tạo, sổ trở lại như trước khi nạp. Bản ghi nào đã sửa hoặc đã "
            "dùng ở nơi khác thì không hoàn tác được, và trang sẽ nói vì sao. Nhật ký vẫn giữ.",
            act="Hoàn tác",
            back=of_workbook(row),
        )
    with refusals_said(request):
        services.undo_workbook(row, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    return redirect(of_workbook(row))
