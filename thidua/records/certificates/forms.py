"""Shapes of what is typed about number books."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.records.certificates import rows
from thidua.records.certificates.models import NUMBER, YEAR, Artefact, Book
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.typed import tidy

AT_ONCE = 2000


class BookForm(FoldedForm):
    is_preprinted = forms.BooleanField(
        label="Phôi in sẵn số: số được gõ theo phôi, hệ thống không tự chạy", required=False
    )
    pattern = forms.CharField(
        label="Mẫu số",
        max_length=40,
        required=False,
        help_text=f"{NUMBER} là số chạy, {YEAR} là năm. Ví dụ: {NUMBER}/GK-SVH. Phôi in sẵn số thì để trống.",
    )
    width = forms.IntegerField(
        label="Số chữ số", min_value=1, max_value=8, initial=1, help_text="4: 0007; 1: 7."
    )
    start = forms.IntegerField(label="Số đầu tiên", min_value=1, max_value=99_999_999, initial=1)

    def __init__(self, *args: Any, book: Book | None = None, **kwargs: Any) -> None:
        if book:
            told = {name: getattr(book, name) for name in ("is_preprinted", "pattern", "width")}
            kwargs["initial"] = told | {"start": book.next_seq}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        facts["pattern"] = facts.get("pattern") or NUMBER
        return facts


class OpenBookForm(BookForm):
    field_order = ("artefact", "year")

    artefact = forms.ChoiceField(label="Loại", choices=Artefact.choices)
    year = forms.IntegerField(label="Năm", min_value=1980, max_value=9998)


class BookChoice(FoldedForm):
    """`typed_field`: numbers of blanks, asked for only where one of the books has pre-printed ones."""

    typed_field = ""

    book = forms.ModelChoiceField(label="Lấy số ở sổ", queryset=Book.objects.none(), empty_label="Chọn sổ")

    def __init__(self, *args: Any, books: QuerySet[Book], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["book"].queryset = books  # type: ignore[attr-defined]
        if self.typed_field and not any(book.is_preprinted for book in books):
            del self.fields[self.typed_field]


class GiveAllForm(BookChoice):
    typed_field = "typed"

    kinds = forms.MultipleChoiceField(label="Danh hiệu, hình thức", widget=forms.CheckboxSelectMultiple)
    order = forms.ChoiceField(
        label="Thứ tự",
        choices=list(rows.ORDERS.items()),
        help_text="Trong mỗi phần xếp theo tên, kiểu Việt Nam.",
    )
    typed = forms.CharField(
        label="Số trên phôi",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Chỉ khi phôi in sẵn số: mỗi dòng một số, theo đúng thứ tự danh sách.",
    )

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = [(name, name) for name in kinds]  # type: ignore[attr-defined]
        self.fields["kinds"].initial = kinds if len(kinds) == 1 else []

    def clean_typed(self) -> list[str]:
        numbers = [tidy(line) for line in self.cleaned_data["typed"].splitlines() if line.strip()]
        if len(numbers) > AT_ONCE:
            raise forms.ValidationError(f"Mỗi lần nhiều nhất {AT_ONCE} số; đang có {len(numbers)}.")
        return numbers


class GiveForm(BookChoice):
    typed_field = "number"

    number = forms.CharField(
        label="Số trên phôi", max_length=60, required=False, help_text="Chỉ khi phôi in sẵn số."
    )


class ReissueForm(GiveForm):
    reason = forms.CharField(label="Vì sao cấp lại", max_length=300, help_text="Ví dụ: mất; hỏng do ẩm mốc.")


class ReasonForm(FoldedForm):
    reason = forms.CharField(label="Lý do", max_length=300)


class SpoilBlankForm(ReasonForm):
    field_order = ("number", "reason")

    number = forms.CharField(
        label="Số in trên phôi", max_length=60, required=False, help_text="Sổ tự chạy số thì để trống."
    )
