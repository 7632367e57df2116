"""One form a kind of row."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.staff import grounds
from thidua.records.staff.forms.told import OfOneForm, ToldForm, last_field
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.periods import Period, parse

PERIOD_HELP = "Ví dụ: 2024; năm học 2023-2024."
LEVELS = [("", "Chọn"), *TASK_LEVELS.items()]
_UNSURE = [("", "Chưa rõ"), ("1", "Có"), ("0", "Không")]


def read_period(text: str) -> Period:
    """A period, or a form error that says how to write one."""
    period = parse(text)
    if period is None:
        raise forms.ValidationError("Chưa hiểu kỳ này. Nhập ví dụ: 2024, hoặc năm học 2023-2024.")
    return period


def unsure_field(label: str) -> forms.TypedChoiceField:
    """Yes, no, or not known."""
    return forms.TypedChoiceField(
        label=label,
        choices=_UNSURE,
        required=False,
        coerce=lambda code: code == "1",
        empty_value=None,
    )


class RatingForm(OfOneForm):
    field_order = ("person", "unit", "period", "level", "document", "printed")
    more = ()

    period = forms.CharField(label="Kỳ đánh giá", max_length=60, help_text=PERIOD_HELP)
    level = forms.ChoiceField(label="Mức xếp loại", choices=LEVELS)

    def told(self, row: Any) -> dict[str, Any]:
        return super().told(row) | {"period": row.period_label, "level": row.level}

    def clean_period(self) -> Period:
        return read_period(self.cleaned_data["period"])

    def facts(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return super().facts() | {"period": typed["period"], "level": typed["level"]}


class DisciplineForm(ToldForm):
    field_order = ("person", "form", "decided_on", "year", "until", "document", "printed")
    more = ()
    same = ("form", "decided_on", "year", "until")

    form = forms.ChoiceField(label="Hình thức kỷ luật", choices=[("", "Chọn"), *Discipline.Form.choices])
    decided_on = DayField(label="Ngày quyết định")
    year = forms.IntegerField(
        label="Tính vào năm",
        min_value=1945,
        max_value=2100,
        required=False,
        help_text="Để trống: năm của quyết định.",
    )
    until = DayField(
        label="Hết hiệu lực từ ngày", required=False, help_text="Để trống khi còn đang chấp hành."
    )


class LeaveForm(ToldForm):
    field_order = ("person", "kind", "since", "last", "days", "working_days", "document", "printed")
    same = ("kind", "since", "days", "working_days")

    kind = forms.ChoiceField(label="Loại nghỉ", choices=[("", "Chọn"), *Leave.Kind.choices])
    since = DayField(label="Từ ngày")
    last = last_field(help_text="Để trống khi đang nghỉ, chưa biết ngày đi làm lại.")
    days = forms.DecimalField(
        label="Số ngày",
        max_digits=6,
        decimal_places=1,
        min_value=0,
        required=False,
        localize=True,
        help_text="Để trống: tính theo lịch.",
    )
    working_days = forms.DecimalField(
        label="Số ngày làm việc",
        max_digits=6,
        decimal_places=1,
        min_value=0,
        required=False,
        localize=True,
        help_text="Chỉ ghi khi theo dõi bằng ngày làm việc.",
    )
    more = ("days", "working_days", "document", "printed")
    more_label = "Số ngày, văn bản, căn cứ"

    def told(self, row: Any) -> dict[str, Any]:
        """A length that follows from the days is not shown: changed days give a new one."""
        follows = row.until and row.days == (row.until - row.since).days
        return super().told(row) | ({"days": None} if follows else {})

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("days") is not None and facts.get("working_days") is not None:
            self.add_error("working_days", "Ghi một trong hai: số ngày, hoặc số ngày làm việc.")
        return facts


class StudyForm(ToldForm):
    field_order = ("person", "course", "since", "last", "sent_by_agency", "complied", "result")
    same = ("course", "since", "sent_by_agency", "complied", "result")

    course = forms.CharField(label="Khóa học", max_length=200)
    since = DayField(label="Từ ngày")
    last = last_field(help_text="Để trống khi đang học.")
    sent_by_agency = unsure_field("Cơ quan cử đi học")
    complied = unsure_field("Chấp hành quy định của nơi đào tạo")
    result = forms.ChoiceField(
        label="Kết quả", choices=[("", "Chưa có"), *Study.Result.choices], required=False
    )

    def told(self, row: Any) -> dict[str, Any]:
        as_code = {True: "1", False: "0", None: ""}
        answers = {name: as_code[getattr(row, name)] for name in ("sent_by_agency", "complied")}
        return super().told(row) | answers


class ServiceForm(ToldForm):
    field_order = ("person", "kind", "since", "last", "place", "document", "printed")
    same = ("kind", "since", "place")

    kind = forms.ChoiceField(label="Việc", choices=[("", "Chọn"), *Service.Kind.choices])
    since = DayField(label="Từ ngày")
    last = last_field()
    place = forms.CharField(label="Nơi, công việc", max_length=200, required=False)


class MatterForm(OfOneForm):
    field_order = ("person", "unit", "ground", "since")
    same = ("ground", "since")

    ground = forms.ChoiceField(label="Lý do tạm dừng")
    since = DayField(label="Từ ngày")
    document = None
    printed = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [("", "Chọn"), *grounds.choices()]  # type: ignore[attr-defined]

    def told(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in ("person", "unit", "ground", "since")}


FORMS: dict[type[Kept], type[ToldForm]] = {
    Rating: RatingForm,
    Discipline: DisciplineForm,
    Leave: LeaveForm,
    Study: StudyForm,
    Service: ServiceForm,
    PendingMatter: MatterForm,
}
