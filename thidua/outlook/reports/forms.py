"""Shapes of input: a report to begin, what closes a gap, reasons, number and date."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField, PickerField
from thidua.kit.ui.forms import Form
from thidua.outlook.reports.models import Report
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.register.forms.choices import document_field, documents_of, office_note, offices_of
from thidua.vn import periods
from thidua.vn.periods import Period


def period_field() -> forms.CharField:
    return forms.CharField(
        label="Kỳ báo cáo",
        max_length=60,
        help_text="Ví dụ: 6 tháng đầu năm 2026, năm 2025, quý III năm 2026, 01/01/2026 - 12/6/2026.",
    )


class StartForm(Form):
    outline = forms.ChoiceField(label="Đề cương")
    period = period_field()
    request = document_field(
        "Văn bản yêu cầu", required=False, help_text="Công văn của cấp trên yêu cầu báo cáo; in ở câu mở đầu."
    )
    send_to = PickerField(
        "register:office_search", label="Nơi nhận báo cáo", required=False, note_of=office_note
    )
    due_on = DayField(label="Hạn gửi", required=False)

    def __init__(self, *args: Any, actor: Actor, outlines: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outline"].choices = outlines
        self.fields["request"].queryset_fn = documents_of(actor)
        self.fields["send_to"].queryset_fn = offices_of(actor)

    def clean_period(self) -> Period:
        found = periods.parse(self.cleaned_data["period"])
        if found is None:
            raise forms.ValidationError(
                "Chưa rõ kỳ nào. Nhập như “6 tháng đầu năm 2026”, “quý III năm 2026” hoặc “01/01/2026 - 12/6/2026”."
            )
        return found


class CorrectForm(Form):
    title = forms.CharField(label="Trích yếu", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    request = document_field("Văn bản yêu cầu", required=False)
    send_to = PickerField(
        "register:office_search", label="Nơi nhận báo cáo", required=False, note_of=office_note
    )
    due_on = DayField(label="Hạn gửi", required=False)

    def __init__(self, *args: Any, actor: Actor, report: Report, **kwargs: Any) -> None:
        facts = ("title", "request", "send_to", "due_on")
        kwargs["initial"] = {name: getattr(report, name) for name in facts}
        super().__init__(*args, **kwargs)
        self.fields["request"].queryset_fn = documents_of(actor)
        self.fields["send_to"].queryset_fn = offices_of(actor)


class AskForm(Form):
    """Who supplies what is missing, and by when."""

    action = forms.CharField(label="Nội dung", max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    person = PickerField("orgs:person_search", label="Người thực hiện", required=False)
    unit = PickerField("orgs:unit_search", label="Đơn vị thực hiện", required=False, note_of=office_note)
    assignee_text = forms.CharField(label="Hoặc ghi chức danh, bộ phận", max_length=300, required=False)
    due_on = DayField(label="Hạn cung cấp", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset_fn = lambda text: orgs.people_of(actor, text=text)
        self.fields["unit"].queryset_fn = offices_of(actor)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        named = facts.get("person") or facts.get("unit") or facts.get("assignee_text")
        if not named and not {"person", "unit"} & set(self.errors):
            self.add_error("person", "Chọn người, đơn vị, hoặc ghi chức danh của nơi có số liệu.")
        return facts


class FigureForm(Form):
    """A number with its source."""

    count = forms.IntegerField(label="Con số", min_value=0, max_value=100_000_000)
    of_whom = forms.CharField(label="Của ai, loại gì", max_length=160, required=False)
    document = document_field("Văn bản nguồn", required=False)
    printed = forms.CharField(
        label="Hoặc chép cách ghi ở nguồn",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ví dụ: “Sổ theo dõi của Văn phòng, trang 12”.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not facts.get("document") and not facts.get("printed") and "document" not in self.errors:
            self.add_error("document", "Con số cần nguồn: chọn văn bản, hoặc chép lại cách ghi.")
        return facts


class NilForm(Form):
    note = forms.CharField(label="Ghi chú", max_length=400, required=False)


class WithdrawForm(Form):
    reason = forms.CharField(label="Lý do thu hồi", max_length=300)


class ReasonForm(Form):
    """One reason or note."""

    note = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str, required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = label
        self.fields["note"].required = required


class IssueForm(Form):
    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    issued_on = DayField(label="Ngày ký")
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=160, required=False)

    def __init__(self, *args: Any, gives_numbers: bool, example: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = self.fields["number"]
        if gives_numbers:
            number.help_text = f"Để trống thì lấy số tiếp theo: {example}."
        else:
            number.required = True
            number.help_text = f"Theo sổ của văn thư, ví dụ {example}."


class PasteOutlineForm(Form):
    name = forms.CharField(
        label="Tên đề cương", max_length=200, help_text="Ví dụ: Đề cương sơ kết 6 tháng của Sở Nội vụ."
    )
    letter = document_field("Công văn kèm đề cương", required=False)
    text = forms.CharField(
        label="Nội dung đề cương",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Chép nguyên các đề mục có đánh số từ công văn, mỗi đề mục một dòng.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"].queryset_fn = documents_of(actor)
