"""What an officer may change of a proposal; what comes out is the fact again, as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from thidua.kit.sheets.loading import Loading
from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.outlook.intake.answers import answer, is_answer, without
from thidua.outlook.intake.identities import Fact, day_of
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.selectors import Issuer
from thidua.records.meetings.models import Meeting
from thidua.records.register.models import Citation, Entry, Topic
from thidua.records.register.nil import Matter
from thidua.vn.codes import AWARD_STATES, MOVEMENT_ROLES, RECIPIENT_KINDS
from thidua.vn.documents import DOCUMENT_TYPES, parse_number, tidy_number
from thidua.vn.fold import fold
from thidua.vn.periods import parse

_TYPES = [("", "Chưa rõ"), *((kind.name, kind.name) for kind in DOCUMENT_TYPES)]
_EARLIEST, _LATEST = 1930, 2100


class FactForm(Form):
    """Fields are named like those of the fact; an empty one is null there."""

    def __init__(self, *args: Any, fact: Fact, issuer: Issuer | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", self.initial_of(fact))
        super().__init__(*args, **kwargs)
        self.fact, self.issuer = fact, issuer
        if "issuer_unit" in self.fields:
            self._offer_units()

    def initial_of(self, fact: Fact) -> dict[str, Any]:
        days = {name for name, field in self.base_fields.items() if isinstance(field, DayField)}
        return {name: day_of(fact, name) if name in days else fact.get(name) for name in self.base_fields}

    def _offer_units(self) -> None:
        units = self.issuer.candidates if self.issuer else ()
        if not units:
            del self.fields["issuer_unit"]
            return
        choices = [(str(unit.pk), unit.name) for unit in units]
        self.fields["issuer_unit"].choices = [*choices, ("", "Chưa rõ")]  # type: ignore[attr-defined]

    def clean_number(self) -> str | None:
        number = self.cleaned_data["number"].strip()
        if not number:
            return None
        if parse_number(number) is None:
            raise forms.ValidationError(
                "Chưa đúng dạng số, ký hiệu. Nhập như in trong văn bản, ví dụ 46/KH-SVH."
            )
        return tidy_number(number)

    def changes(self) -> dict[str, Any]:
        """The fact's fields as JSON values."""
        found: dict[str, Any] = {}
        for name, value in self.cleaned_data.items():
            if isinstance(value, date):
                value = value.isoformat()
            elif isinstance(value, str):
                value = value.strip() or None
            found[name] = value
        if "issuer_unit" in found:
            found["issuer_unit"] = int(found["issuer_unit"]) if found["issuer_unit"] else None
        elif fold(found.get("issuer") or "") != fold(self.fact.get("issuer") or ""):
            found["issuer_unit"] = None
        return found


class HeadForm(FactForm):
    direction = forms.ChoiceField(
        label="Ghi vào sổ", choices=Entry.Direction.choices, widget=forms.RadioSelect
    )
    type = forms.ChoiceField(label="Loại văn bản", choices=_TYPES, required=False)
    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    date = DayField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Nơi ban hành", max_length=300, required=False)
    issuer_unit = forms.ChoiceField(label="Là tổ chức nào", required=False, widget=forms.RadioSelect)
    title = forms.CharField(
        label="Trích yếu", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=160, required=False)
    topic = forms.ChoiceField(label="Chủ đề", choices=[("", "Chưa xếp"), *Topic.choices], required=False)
    arrival_number = forms.CharField(label="Số đến", max_length=20, required=False)
    received_on = DayField(label="Ngày đến", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("number") and not cleaned.get("title") and "number" not in self.errors:
            self.add_error("title", "Văn bản không có số thì nhập trích yếu.")
        return cleaned


class CitationForm(FactForm):
    type = forms.ChoiceField(label="Loại văn bản", choices=_TYPES, required=False)
    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    date = DayField(label="Ngày ban hành", required=False)
    year = forms.IntegerField(
        label="Năm", required=False, min_value=_EARLIEST, max_value=_LATEST, help_text="Luật thì chỉ cần năm."
    )
    issuer = forms.CharField(label="Nơi ban hành", max_length=300, required=False)
    issuer_unit = forms.ChoiceField(label="Là tổ chức nào", required=False, widget=forms.RadioSelect)
    title = forms.CharField(
        label="Trích yếu", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    relation = forms.ChoiceField(label="Quan hệ", choices=Citation.Relation.choices)
    topic = forms.ChoiceField(label="Chủ đề", choices=[("", "Chưa xếp"), *Topic.choices], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("number") and not cleaned.get("title") and "number" not in self.errors:
            self.add_error("number", "Nhập số, ký hiệu; văn bản không có số thì nhập trích yếu.")
        if cleaned.get("date"):
            cleaned["year"] = cleaned["date"].year
        return cleaned


class TaskForm(FactForm):
    assignee = forms.CharField(label="Ai làm", max_length=300, required=False)
    action = forms.CharField(label="Việc", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    cooperate = forms.CharField(label="Phối hợp", max_length=300, required=False)
    deadline = DayField(label="Hạn", required=False)
    binding = forms.TypedChoiceField(
        label="Cách giao",
        choices=[("1", "Giao"), ("", "Đề nghị")],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )

    def initial_of(self, fact: Fact) -> dict[str, Any]:
        return super().initial_of(fact) | {"binding": "1" if fact.get("binding", True) else ""}


class MovementForm(FactForm):
    name = forms.CharField(label="Tên phong trào", max_length=400)
    launcher = forms.CharField(label="Nơi phát động", max_length=300, required=False)
    period = forms.RegexField(
        label="Giai đoạn",
        regex=r"^\d{4}(-\d{4})?$",
        required=False,
        error_messages={"invalid": "Nhập năm hoặc hai năm, ví dụ 2024 hoặc 2021-2025."},
    )
    role = forms.ChoiceField(label="Văn bản này", choices=list(MOVEMENT_ROLES.items()))
    answers = forms.MultipleChoiceField(
        label="Ghi hưởng ứng", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, fact: Fact, **kwargs: Any) -> None:
        super().__init__(*args, fact=fact, **kwargs)
        self.places = list(fact.get("places") or ())
        told = [(str(at), answer(place)) for at, place in enumerate(self.places) if is_answer(place)]
        if told:
            self.fields["answers"].choices = told  # type: ignore[attr-defined]
            self.initial["answers"] = [at for at, _ in told]
        else:
            del self.fields["answers"]

    def changes(self) -> dict[str, Any]:
        found = super().changes()
        if "answers" in found:
            found["places"] = without(self.places, {int(at) for at in found.pop("answers")})
        return found


class AwardForm(FactForm):
    count = forms.IntegerField(label="Số lượng", min_value=1, max_value=10_000_000)
    award = forms.CharField(label="Danh hiệu, hình thức", max_length=200)
    recipient_kind = forms.ChoiceField(
        label="Đối tượng", choices=[("", "Chưa rõ"), *RECIPIENT_KINDS.items()], required=False
    )
    authority = forms.CharField(label="Cấp khen", max_length=200, required=False)
    period = forms.CharField(
        label="Kỳ thành tích", max_length=60, required=False, help_text="Ví dụ: năm 2023, năm học 2022-2023."
    )
    context = forms.CharField(label="Dịp, thành tích", max_length=300, required=False)
    state = forms.ChoiceField(
        label="Tình trạng",
        choices=list(AWARD_STATES.items()),
        help_text="Chỉ số đã khen được ghi vào sổ khen thưởng.",
    )

    def clean_period(self) -> str:
        typed = self.cleaned_data["period"]
        period = parse(typed) if typed else None
        if typed and period is None:
            raise forms.ValidationError("Chưa hiểu kỳ này. Nhập ví dụ: năm 2023.")
        return period.printed if period else ""


class AttendanceForm(FactForm):
    event = forms.CharField(label="Cuộc họp, hội nghị", max_length=300)
    present = forms.IntegerField(label="Số người dự", min_value=0, max_value=1_000_000)
    expected = forms.IntegerField(label="Trên tổng số", min_value=1, max_value=1_000_000, required=False)
    held_on = DayField(label="Ngày họp", required=False)
    kind = forms.ChoiceField(label="Loại cuộc họp", choices=Meeting.Kind.choices)
    is_folded_into = forms.BooleanField(label="Lồng ghép vào cuộc họp này", required=False)
    topics = forms.MultipleChoiceField(
        label="Chủ đề", choices=Topic.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    same_as = forms.TypedChoiceField(
        label="Hai chỗ trong văn bản", coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, fact: Fact, **kwargs: Any) -> None:
        super().__init__(*args, fact=fact, **kwargs)
        other = fact.get("like")
        if other:
            choices = [(other, f"Là cuộc họp ở mục thứ {other}"), ("", "Là hai cuộc họp")]
            self.fields["same_as"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["same_as"]
        if fact.get("period"):
            self.fields[
                "held_on"
            ].help_text = f"Không biết ngày thì để trống: ghi là họp trong {fact['period']}."

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        present, expected = cleaned.get("present"), cleaned.get("expected")
        if present is not None and expected is not None and present > expected:
            self.add_error("expected", "Tổng số không nhỏ hơn số người dự.")
        same = cleaned.get("same_as")
        if not cleaned.get("held_on") and not self.fact.get("period") and not same and not self.errors:
            self.add_error("held_on", "Văn bản không cho biết kỳ nào: nhập ngày họp.")
        return cleaned


class NilForm(FactForm):
    matter = forms.ChoiceField(label="Việc không phát sinh", choices=Matter.choices)
    period = forms.CharField(
        label="Trong kỳ", max_length=60, help_text="Ví dụ: 6 tháng đầu năm 2024, quý III năm 2024, năm 2024."
    )

    def clean_period(self) -> str:
        period = parse(self.cleaned_data["period"])
        if period is None:
            raise forms.ValidationError("Chưa hiểu được kỳ này. Nhập ví dụ: 6 tháng đầu năm 2024.")
        return period.printed


class PlannedForm(FactForm):
    action = forms.CharField(label="Việc", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    deadline_text = forms.CharField(label="Thời gian", max_length=200)


class DraftedForm(FactForm):
    type = forms.ChoiceField(label="Loại văn bản", choices=_TYPES)
    title = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    topic = forms.ChoiceField(label="Chủ đề", choices=[("", "Chưa xếp"), *Topic.choices], required=False)


FORMS: dict[str, type[FactForm]] = {
    Proposal.Kind.META: HeadForm,
    Proposal.Kind.CITATION: CitationForm,
    Proposal.Kind.TASK: TaskForm,
    Proposal.Kind.MOVEMENT: MovementForm,
    Proposal.Kind.AWARD: AwardForm,
    Proposal.Kind.ATTENDANCE: AttendanceForm,
    Proposal.Kind.NIL: NilForm,
    Proposal.Kind.PLANNED: PlannedForm,
    Proposal.Kind.DRAFTED: DraftedForm,
}


class PasteForm(Form):
    name = forms.CharField(label="Tên để nhớ", max_length=255, required=False)
    text = forms.CharField(
        label="Nội dung văn bản",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Dán toàn văn, cả phần đầu và nơi nhận, để đọc được số, ngày và người ký.",
    )


class TypeForm(Form):
    """The text of a scan, given by hand."""

    text = forms.CharField(
        label="Nội dung văn bản",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Dán hoặc gõ toàn văn, cả phần đầu và nơi nhận. Chữ có ở đây thì không cần nhận dạng nữa.",
    )


class WorkbookForm(Form):
    layout = forms.ChoiceField(label="Loại bảng tính", widget=forms.RadioSelect)
    file = forms.FileField(
        label="Tệp đã điền",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
        help_text="Nhận .xlsx, .xls, .ods. Chỉ đọc trang tính đầu tiên có dữ liệu. Chưa ghi gì vào sổ khi tải lên.",
    )

    def __init__(self, *args: Any, offered: Sequence[Loading], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layout"].choices = [  # type: ignore[attr-defined]
            (loading.layout.code, loading.layout.label) for loading in offered
        ]
