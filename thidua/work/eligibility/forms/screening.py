"""What is screened: which unit, which titles, which period and day."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField, PickerField
from thidua.law.book import Book
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.rights import Right
from thidua.records.register.forms.choices import office_note
from thidua.vn.periods import Period, parse
from thidua.work.eligibility.asked import day_for
from thidua.work.eligibility.models import COLLECTIVE, PERSON
from thidua.work.eligibility.selectors import screenings
from thidua.work.eligibility.selectors.verdicts import open_awards


class ScreenForm(FoldedForm):
    more = ("day", "collective", "with_discipline")
    more_label = "Ngày xét, tập thể, kỷ luật"

    unit = PickerField("orgs:unit_search", label="Đơn vị", note_of=office_note)
    period = forms.CharField(label="Kỳ thành tích", max_length=20, help_text="2026, hoặc năm học 2025-2026.")
    personal = forms.MultipleChoiceField(
        label="Danh hiệu cá nhân", widget=forms.CheckboxSelectMultiple, required=False
    )
    day = DayField(
        label="Ngày xét",
        required=False,
        help_text="Theo quy định và người đang công tác ngày này. Để trống: ngày cuối kỳ, hoặc hôm nay.",
    )
    collective = forms.MultipleChoiceField(
        label="Danh hiệu tập thể",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Xét đơn vị và các đơn vị trực thuộc. Mỗi lượt chọn danh hiệu cá nhân hoặc danh hiệu tập thể.",
    )
    with_discipline = forms.BooleanField(
        label="Xét cả kỷ luật, việc đang xem xét",
        required=False,
        help_text="Nhật ký ghi lại. Kết quả chỉ người lập xem được.",
    )

    def __init__(self, *args: Any, actor: Actor, book: Book, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = actor.on
        self.fields["unit"].queryset_fn = lambda text: screenings.units_open_to(actor, text)
        for name, kind in (("personal", PERSON), ("collective", COLLECTIVE)):
            held = [pair for pair in open_awards(kind, book)[0] if book.versions(pair[0], kind, actor.on)]
            self.fields[name].choices = held
        if not actor.can(Right.DISCIPLINE_READ, actor.body):
            del self.fields["with_discipline"]

    def clean_period(self) -> Period:
        period = parse(self.cleaned_data["period"])
        if period is None or period.kind not in ("year", "school_year"):
            raise forms.ValidationError("Nhập một năm, ví dụ 2026, hoặc năm học, ví dụ 2025-2026.")
        return period

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("personal") and facts.get("collective"):
            self.add_error("collective", "Bỏ danh hiệu tập thể, hoặc bỏ danh hiệu cá nhân ở trên.")
        if not facts.get("personal") and not facts.get("collective"):
            self.add_error("personal", "Chọn ít nhất một danh hiệu.")
        return facts

    def facts(self) -> dict[str, Any]:
        """As the service takes them."""
        typed = self.cleaned_data
        return {
            "of_whom": PERSON if typed["personal"] else COLLECTIVE,
            "titles": typed["personal"] or typed["collective"],
            "period": typed["period"],
            "on": typed["day"] or day_for(typed["period"], self.today),
            "with_discipline": typed.get("with_discipline", False),
        }
