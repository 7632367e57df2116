"""For developers: every part on a page, with invented content. Its addresses exist only in development and in tests."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from thidua.kit.ui.columns import Column, Columns
from thidua.kit.ui.fields import Candidate, DayField, PickerField, offer
from thidua.kit.ui.filters import Choice, Flag, Many, Sort, Span, Words
from thidua.kit.ui.forms import Form
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.parts import Line, Node, Step, Tab
from thidua.kit.ui.respond import ask, draft_taken, is_confirmed, respond
from thidua.kit.ui.waiting import Waiting
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.selectors import search_units
from thidua.vn.fold import fold
from thidua.web.home import sorted_work

TODAY = date(2026, 6, 12)


@dataclass(frozen=True)
class Paper:
    pk: int
    symbol: str
    on: date
    subject: str
    issuer: str
    validity: str
    kind: str

    @property
    def badge(self) -> tuple[str, str, str]:
        return {
            "con": ("met", "Còn hiệu lực", "check"),
            "het": ("unmet", "Hết từ 01/7/2025", "ban"),
            "chua": ("unknown", "Từ 01/10/2026", "clock"),
            "thay": ("gap", "Sắp thay thế", "refresh"),
        }[self.validity]


_ROWS = (
    ("104/KH-UBND", date(2026, 5, 12), "Phát động thi đua chuyển đổi số 2026 – 2030", "UBND tỉnh", "con"),
    ("05/KH-BT", date(2026, 5, 6), "Thực hiện Kế hoạch 30/KH-SVH tại Bảo tàng", "Bảo tàng tỉnh", "con"),
    ("07/2026/QH16", date(2026, 4, 23), "Luật mẫu để xem giao diện", "Quốc hội", "chua"),
    ("88/KH-UBND", date(2026, 4, 21), "Phát động thi đua xây dựng đời sống văn hóa", "UBND tỉnh", "con"),
    ("30/KH-SVH", date(2026, 3, 20), "Phát động thi đua thực hiện nhiệm vụ năm 2026", "Sở Văn hóa", "con"),
    (
        "12/KH-SVH",
        date(2026, 3, 6),
        "Tuyên truyền công tác thi đua, khen thưởng năm 2026",
        "Sở Văn hóa",
        "con",
    ),
    ("08/CT-UBND", date(2026, 2, 26), "Phát động thi đua năm 2026 trên địa bàn tỉnh", "UBND tỉnh", "con"),
    ("98/QĐ-UBND", date(2023, 12, 31), "Quy chế mẫu đã hết hiệu lực", "UBND tỉnh", "het"),
    ("45/QĐ-SVH", date(2020, 3, 2), "Quy chế thi đua, khen thưởng của Sở", "Sở Văn hóa", "thay"),
)
PAPERS = [
    Paper(i, symbol, on, subject, issuer, validity, symbol.split("/")[-1].split("-")[0])
    for i, (symbol, on, subject, issuer, validity) in enumerate(_ROWS, start=1)
]
VALIDITY = [
    ("con", "Còn hiệu lực"),
    ("het", "Hết hiệu lực"),
    ("chua", "Chưa hiệu lực"),
    ("thay", "Sắp thay thế"),
]


class SampleForm(Form):
    number = forms.CharField(
        label="Số, ký hiệu", max_length=40, help_text="Như in trên văn bản, ví dụ 30/KH-SVH."
    )
    signed_on = DayField(label="Ngày ký")
    kind = forms.ChoiceField(
        label="Loại", choices=[("", "Chọn loại"), ("KH", "Kế hoạch"), ("QD", "Quyết định")]
    )
    subject = forms.CharField(label="Trích yếu", widget=forms.Textarea(attrs={"rows": 3}))
    direction = forms.ChoiceField(
        label="Chiều", choices=[("in", "Văn bản đến"), ("out", "Văn bản đi")], widget=forms.RadioSelect
    )
    themes = forms.MultipleChoiceField(
        label="Chủ đề",
        choices=[("a", "Phong trào"), ("b", "Khen thưởng"), ("c", "Tuyên truyền")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paper = forms.FileField(label="Tệp", required=False, help_text=".docx, .pdf hoặc .txt, không quá 50 MB.")
    issuer = PickerField(
        "gallery:search", label="Nơi ban hành", note_of=lambda unit: unit.code, required=False
    )
    is_urgent = forms.BooleanField(label="Khẩn", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset_fn = lambda text: _units(actor, text)


def parts(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = SampleForm(request.POST or None, request.FILES or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        draft_taken(request, "gallery")
        messages.success(request, "Đã nhận đủ, không ghi gì.")
        return redirect("gallery:parts")
    context = {"form": form, "steps": _steps(), "tabs": _tabs(), "lines": _lines(), "facts": _facts()}
    context["why_not"] = ["Chưa gửi được: thiếu biên bản bình xét. Tải biên bản lên để gửi."]
    return respond(request, "web/gallery/parts.html", context)


def listing(request: HttpRequest) -> HttpResponse:
    found = Listing(
        request.GET,
        PAPERS,
        noun="văn bản",
        filters=[
            Span(
                "nam",
                "Năm",
                lambda rows, span: [r for r in rows if (span[0] or 0) <= r.on.year <= (span[1] or 9999)],
            ),
            Words(
                "q", "Tìm", lambda rows, text: [r for r in rows if fold(text) in fold(r.symbol + r.subject)]
            ),
            Choice("loai", "Loại", lambda rows, code: [r for r in rows if r.kind == code], choices=_kinds),
            Many(
                "hieu_luc",
                "Hiệu lực",
                lambda rows, codes: [r for r in rows if r.validity in codes],
                choices=VALIDITY,
            ),
            Flag("cap_tren", "Cấp trên", lambda rows, on: [r for r in rows if r.issuer != "Sở Văn hóa"]),
        ],
        sorts=[
            Sort("ngay", "Số, ký hiệu, ngày", ("on",), falling_first=True),
            Sort("trich", "Trích yếu", ("subject",)),
        ],
        first="-ngay",
        per_page=8,
    )
    columns = Columns(
        request, "gallery", [Column("so", "Số, ký hiệu", always=True), Column("hieu_luc", "Hiệu lực")]
    )
    chosen = next((row for row in PAPERS if str(row.pk) == request.GET.get("mo", "5")), None)
    return respond(
        request,
        "web/gallery/list.html",
        {"listing": found, "chosen": chosen, "nodes": _tree(), "columns": columns},
    )


def search(request: HttpRequest) -> HttpResponse:
    units = _units(request.actor, request.GET.get("q", ""))  # type: ignore[attr-defined]
    return offer(request, [Candidate(unit.pk, unit.name, unit.code) for unit in units[:20]])


def _units(actor: Actor, text: str) -> QuerySet[Unit]:
    return search_units(actor, text)


def work(request: HttpRequest) -> HttpResponse:
    return respond(request, "web/gallery/work.html")


def home(request: HttpRequest) -> HttpResponse:
    return respond(request, "web/home.html", {"work": sorted_work({"gallery": _waiting()}, TODAY)})


def question(request: HttpRequest) -> HttpResponse:
    if is_confirmed(request):
        messages.warning(request, "Đây là trang mẫu: chưa xóa gì.")
        return redirect("gallery:parts")
    detail = "Văn bản và nhiệm vụ đã ghi vào sổ không bị xóa."
    back = reverse("gallery:parts")
    return ask(request, "Xóa bản nháp này?", detail=detail, act="Xóa bản nháp", back=back)


def _kinds() -> list[tuple[str, str]]:
    return [("KH", "Kế hoạch"), ("QĐ", "Quyết định"), ("CT", "Chỉ thị")]


def _steps() -> list[Step]:
    return [
        Step("Dự thảo", "done", "Lê Quang Minh", date(2026, 6, 1)),
        Step("Lấy ý kiến", "done", "3 phòng", date(2026, 6, 3)),
        Step("Trình ký", "now", "Đặng Quốc Sơn giữ", date(2026, 6, 10)),
        Step("Phát hành"),
        Step("Lưu hồ sơ"),
    ]


def _tabs() -> list[Tab]:
    here = reverse("gallery:parts")
    return [Tab("Nội dung", here, chosen=True), Tab("Viện dẫn", here, count=5), Tab("Nhật ký", here)]


def _lines() -> list[Line]:
    return [
        Line(datetime.fromisoformat("2026-06-10T09:42+07:00"), "Lê Quang Minh trình ký Kế hoạch 30/KH-SVH."),
        Line(
            datetime.fromisoformat("2026-06-03T14:05+07:00"),
            "Lê Quang Minh sửa trích yếu.",
            "Từ “Thi đua năm 2026” thành “Phát động thi đua thực hiện nhiệm vụ năm 2026”.",
        ),
    ]


def _facts() -> list[tuple[str, object]]:
    return [
        ("Số, ký hiệu", "30/KH-SVH"),
        ("Ngày ký", date(2026, 3, 20)),
        ("Người ký", "Đặng Quốc Sơn, Giám đốc"),
    ]


def _tree() -> list[Node]:
    here = reverse("gallery:list")
    below = (
        Node("Kế hoạch 07/KH-TV", "10/4/2026, Thư viện tỉnh", "cấp dưới", here),
        Node("Kế hoạch 05/KH-BT", "06/5/2026, Bảo tàng tỉnh", "cấp dưới", here),
        Node("Nhà hát Tân Giang", "84 ngày, chưa có", kind="wanting", act="Nhắc", act_url=here),
    )
    chosen = Node("Kế hoạch 30/KH-SVH", "20/3/2026, Sở Văn hóa", "đang chọn", kind="chosen", below=below)
    plan = Node("Kế hoạch 52/KH-UBND", "04/3/2026, UBND tỉnh", "cấp trên", here, below=(chosen,))
    return [Node("Chỉ thị 08/CT-UBND", "26/02/2026, UBND tỉnh", "cấp trên", here, below=(plan,))]


_WORK: tuple[tuple[str, str, str, int | None, int | None], ...] = (
    ("Bổ sung hồ sơ khen đột xuất, Phòng Quản lý di sản", "Sở Nội vụ trả ngày 03/6: thiếu biên bản họp bình xét", "Bổ sung hồ sơ", -3, None),
    ("Nộp minh chứng chấm điểm Khối thi đua số 4", "Khối trưởng giao ngày 25/5 · Thông báo 19/TB-KTĐ4", "Nộp minh chứng", -2, None),
    ("Báo cáo sơ kết 6 tháng đầu năm 2026", "Gửi Sở Nội vụ theo 271/SNV-TĐKT · còn thiếu 4 mục", "Mở báo cáo", 3, None),
    ("Góp ý dự thảo Quy chế thi đua, khen thưởng", "Chưa trả lời: Phòng Nghệ thuật, Bảo tàng tỉnh", "Nhắc 2 nơi", 4, None),
    ("Đăng ký danh hiệu bổ sung, Phòng Nghệ thuật", "2 người · nộp sau hạn, có lý do", "Xem đăng ký", None, 4),
    ("Thông báo kết luận 37/TB-SVH đã đọc xong", "12 đề xuất chờ xác nhận", "Xem đề xuất", None, 1),
)  # fmt: skip
"""Title, detail, button, days to the deadline, days since."""


def _waiting() -> list[Waiting]:
    def after(days: int | None) -> date | None:
        return None if days is None else TODAY + timedelta(days=days)

    url = reverse("gallery:list")
    return [
        Waiting(title, detail, url, action, after(due), after(since and -since))
        for title, detail, action, due, since in _WORK
    ]


urlpatterns = [
    path("", parts, name="parts"),
    path("so/", listing, name="list"),
    path("ban-doc/", work, name="work"),
    path("viec/", home, name="home"),
    path("hoi/", question, name="question"),
    path("tim/", search, name="search"),
]
