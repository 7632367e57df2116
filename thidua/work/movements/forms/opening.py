"""What names a movement and what it is for."""

from datetime import timedelta
from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.work.movements import naming
from thidua.work.movements.forms.choices import (
    document_field,
    documents_of,
    movement_field,
    movements_of,
    office_field,
    offices_of,
)
from thidua.work.movements.models import Movement

_FORMS = [("", "Chưa xếp"), *Movement.Form.choices]
_LEVELS = [("", "Theo nơi phát động"), *Unit.Level.choices]


class FactsForm(Form):
    """Few fields first; the rest is folded by the template."""

    name = forms.CharField(
        label="Tên phong trào",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Như in trong văn bản phát động, không cần dấu ngoặc kép.",
    )
    launcher = office_field("Nơi phát động", required=False, help_text="Để trống nếu do cơ quan phát động.")
    period = forms.CharField(
        label="Thời kỳ",
        max_length=80,
        required=False,
        help_text="Ví dụ: năm 2024; giai đoạn 2021 - 2025; năm học 2024-2025.",
    )
    form = forms.ChoiceField(label="Hình thức", choices=_FORMS, required=False)
    launched_on = DayField(label="Ngày phát động", required=False, help_text="Để trống nếu còn là dự thảo.")
    local_label = forms.CharField(
        label="Cơ quan gọi là", max_length=60, required=False, help_text="Ví dụ: đợt, đặc biệt, ngắn hạn."
    )
    level = forms.ChoiceField(label="Cấp phát động", choices=_LEVELS, required=False)
    since = DayField(label="Từ ngày", required=False)
    last = DayField(label="Đến hết ngày", required=False)
    aim = forms.CharField(label="Mục đích", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    quota = forms.CharField(
        label="Chỉ tiêu khen thưởng", max_length=300, required=False, help_text="Như kế hoạch ghi."
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["launcher"].queryset_fn = offices_of(actor)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        since, last = facts.get("since"), facts.get("last")
        if since and last and last < since:
            self.add_error("last", "Ngày cuối trước ngày đầu. Kiểm tra lại hai ngày.")
        return facts

    def lasting(self) -> naming.Lasting:
        """The period as typed; days that were typed go before what its words say."""
        facts = self.cleaned_data
        said = naming.lasting(facts["period"])
        last = facts["last"] + timedelta(days=1) if facts["last"] else None
        if facts["since"] or last:
            return naming.Lasting(facts["since"] or said.since, last or said.until, facts["period"][:80])
        return said

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("form", "local_label", "level", "aim", "quota")}


class OpenForm(FactsForm):
    document = document_field(
        "Văn bản phát động",
        required=False,
        help_text="Số, ký hiệu hoặc trích yếu; có ngày thì lấy làm ngày phát động.",
    )
    superior = movement_field("Hưởng ứng phong trào cấp trên", required=False)
    new_launcher = forms.CharField(
        label="Tên nơi phát động chưa có trong danh mục",
        max_length=300,
        required=False,
        help_text="Tên đầy đủ, chỉ dùng cho cơ quan ngoài hệ thống.",
    )
    new_launcher_level = forms.ChoiceField(label="Cấp", choices=Unit.Level.choices, required=False)
    new_launcher_kind = forms.ChoiceField(label="Loại tổ chức", choices=Unit.Kind.choices, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)
        self.fields["superior"].queryset_fn = lambda text: movements_of(actor)(text).exclude(
            launcher__body=actor.body
        )


class CorrectForm(FactsForm):
    def __init__(self, *args: Any, movement: Movement, **kwargs: Any) -> None:
        names = ("name", "launcher", "form", "launched_on", "local_label", "level", "since", "aim", "quota")
        kwargs["initial"] = {name: getattr(movement, name) for name in names} | {
            "period": movement.period_label,
            "last": movement.last_day,
        }
        super().__init__(*args, **kwargs)
        self.fields["launcher"].help_text = ""
        self.fields["launched_on"].help_text = ""

    def corrected(self) -> dict[str, Any]:
        """The facts to put right; a period in words that was changed goes before days that were left as they stood."""
        facts = self.cleaned_data
        days_touched = {"since", "last"} & set(self.changed_data)
        period = (
            naming.lasting(facts["period"]) if "period" in self.changed_data and not days_touched else None
        )
        lasting = period or self.lasting()
        return self.facts() | {
            "name": facts["name"],
            "launcher": facts["launcher"],
            "launched_on": facts["launched_on"],
            "since": lasting.since,
            "until": lasting.until,
            "period_label": lasting.label,
        }


class CopyForm(Form):
    name = forms.CharField(label="Tên phong trào", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    period = forms.CharField(label="Thời kỳ", max_length=80, help_text="Ví dụ: năm 2025.")


class MergeForm(Form):
    into = movement_field("Nhập vào phong trào", help_text="Phong trào được giữ lại.")
    reason = forms.CharField(label="Vì sao là một phong trào", max_length=300)

    def __init__(self, *args: Any, actor: Actor, movement: Movement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset_fn = movements_of(actor, movement)
