"""A document that is being written, linked, numbered."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.records.orgs.actors import Actor
from thidua.records.register.forms.choices import (
    document_field,
    documents_of,
    kind_field,
    office_field,
    own_issuers,
    topic_field,
)
from thidua.records.register.identity import Identity
from thidua.records.register.kinds import TYPE_CHOICES
from thidua.records.register.models import Citation, Document


class DraftForm(Form):
    type = kind_field()
    title = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    due_on = DayField(label="Hạn soạn xong", required=False)
    implements = document_field("Cụ thể hóa văn bản", required=False)
    replaces = document_field("Thay thế văn bản", required=False)
    issuer = office_field(
        required=False,
        help_text="Để trống nếu là cơ quan; chọn khi hội đồng, cấp ủy, khối của cơ quan ban hành.",
    )
    topic = topic_field()

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset_fn = own_issuers(actor)
        self.fields["implements"].queryset_fn = documents_of(actor)
        self.fields["replaces"].queryset_fn = documents_of(actor)

    def identity(self) -> Identity:
        facts = self.cleaned_data
        return Identity(
            type=facts["type"],
            number="",
            issued_on=None,
            issuer=facts["issuer"],
            title=facts["title"],
            topic=facts["topic"],
        )


class IssueForm(Form):
    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    issued_on = DayField(label="Ngày ban hành")
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=160, required=False)

    def __init__(self, *args: Any, gives_numbers: bool, example: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gives_numbers = gives_numbers
        number = self.fields["number"]
        number.help_text = (
            f"Để trống thì lấy số tiếp theo: {example}."
            if gives_numbers
            else f"Theo sổ của văn thư, ví dụ {example}."
        )

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"]).strip()
        if not number and not self.gives_numbers:
            raise forms.ValidationError("Nhập số đã cấp ở sổ của văn thư.")
        return number


class LinkForm(Form):
    """`turned` means that the other document is the source: it implements, replaces … this one."""

    WAYS = [
        ("trien_khai", "Văn bản này triển khai, cụ thể hóa"),
        ("<trien_khai", "Văn bản này được triển khai, cụ thể hóa bởi"),
        ("thay_the", "Văn bản này thay thế"),
        ("<thay_the", "Văn bản này được thay thế bởi"),
        ("sua_doi", "Văn bản này sửa đổi, bổ sung"),
        ("<sua_doi", "Văn bản này được sửa đổi, bổ sung bởi"),
        ("tra_loi", "Văn bản này trả lời"),
        ("vien_dan", "Văn bản này viện dẫn"),
    ]
    way = forms.ChoiceField(label="Quan hệ", choices=WAYS)
    other = document_field("Văn bản kia", help_text="Gõ số, ký hiệu hoặc trích yếu.")
    reason = forms.CharField(label="Lý do", max_length=300, required=False)

    def __init__(self, *args: Any, actor: Actor, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset_fn = documents_of(actor, document)

    @property
    def relation(self) -> str:
        return str(Citation.Relation(self.cleaned_data["way"].lstrip("<")))

    @property
    def is_turned(self) -> bool:
        return str(self.cleaned_data["way"]).startswith("<")


class MergeForm(Form):
    into = document_field("Nhập vào văn bản", help_text="Văn bản đang có trong sổ.")
    reason = forms.CharField(label="Vì sao là một văn bản", max_length=300)

    def __init__(self, *args: Any, actor: Actor, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        search = documents_of(actor, document)
        self.fields["into"].queryset_fn = lambda text: search(text).filter(is_stub=False)


class ReasonForm(Form):
    reason = forms.CharField(label="Lý do", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class SeriesForm(Form):
    issuer = office_field()
    year = forms.IntegerField(label="Năm", min_value=1990, max_value=2100)
    name = forms.CharField(label="Tên dãy số", max_length=120)
    types = forms.MultipleChoiceField(
        label="Loại văn bản chạy chung", choices=TYPE_CHOICES, widget=forms.CheckboxSelectMultiple
    )
    gives_numbers = forms.BooleanField(label="Tự cho số", required=False)
    last_serial = forms.IntegerField(label="Số cuối đã cấp", min_value=0, max_value=999_999, initial=0)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset_fn = own_issuers(actor)


class NumberingForm(Form):
    gives_numbers = forms.BooleanField(
        label="Tự cho số",
        required=False,
        help_text="Tắt: nhập số từ sổ của văn thư, hệ thống chỉ kiểm tra trùng.",
    )
    last_serial = forms.IntegerField(label="Số cuối đã cấp", min_value=0, max_value=999_999)
