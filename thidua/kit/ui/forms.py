"""Forms are drawn by one field template; text comes in as NFC; every refusal says how to mend it.

class EnterForm(Form): …            # thidua.kit.ui.forms.Form or ModelForm
{{ form }} or {{ form.number.as_field_group }}

if form.is_valid():
    with refusals_on(form):
        document = services.enter(form.cleaned_data, by=request.actor, at=now())
        return redirect(document)
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django.forms
from django import forms
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict
from django.utils.functional import cached_property

from thidua.kit.refused import Refused
from thidua.vn.fold import nfc

MESSAGES: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (
        forms.CharField,
        {
            "max_length": "Dài quá: %(show_value)s chữ, nhiều nhất %(limit_value)s. Viết gọn lại.",
            "min_length": "Ngắn quá: %(show_value)s chữ, ít nhất %(limit_value)s.",
        },
    ),
    (
        forms.IntegerField,
        {
            "invalid": "Nhập số, chỉ gồm chữ số.",
            "min_value": "Nhập số từ %(limit_value)s trở lên.",
            "max_value": "Nhập số không quá %(limit_value)s.",
        },
    ),
    (
        forms.DecimalField,
        {
            "max_digits": "Số quá lớn: nhiều nhất %(max)s chữ số. Kiểm tra lại.",
            "max_decimal_places": "Nhiều nhất %(max)s chữ số sau dấu phẩy. Làm tròn lại.",
            "max_whole_digits": "Số quá lớn: nhiều nhất %(max)s chữ số trước dấu phẩy. Kiểm tra lại.",
        },
    ),
    (forms.DateField, {"invalid": "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 08/6/2026."}),
    (forms.EmailField, {"invalid": "Nhập địa chỉ thư đầy đủ, ví dụ vanthu@so.gov.vn."}),
    (forms.ChoiceField, {"invalid_choice": "Không có lựa chọn này. Chọn trong danh sách."}),
    (forms.MultipleChoiceField, {"invalid_list": "Chọn lại trong danh sách."}),
    (
        forms.FileField,
        {
            "invalid": "Chưa nhận được tệp. Chọn lại tệp.",
            "missing": "Chưa nhận được tệp. Chọn lại tệp.",
            "empty": "Tệp rỗng. Chọn tệp khác.",
            "max_length": "Tên tệp dài quá. Đặt tên ngắn hơn rồi tải lại.",
        },
    ),
)
"""From the general to the particular: a later entry that fits the field wins. Messages set on the field itself win over all."""


class Renderer(DjangoTemplates):
    """Django's renderer over this folder's templates, with the tags of the visual language built in."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    @cached_property
    def engine(self) -> Any:
        return self.backend(
            {
                "APP_DIRS": True,
                "DIRS": [
                    Path(__file__).parent / "templates",
                    Path(django.forms.__file__).parent / "templates",
                ],
                "NAME": "forms",
                "OPTIONS": {"builtins": ["thidua.kit.ui.templatetags.ui"]},
            }
        )


class Mended(forms.BaseForm):
    """What every form here does: NFC in, Vietnamese messages out, and no bubbles in the browser's own language."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.error_messages = _messages(name, field)
        if self.is_bound:
            secret = {
                self.add_prefix(n)
                for n, f in self.fields.items()
                if isinstance(f.widget, forms.PasswordInput)
            }
            self.data = normalised(self.data, but=secret)


class Form(Mended, forms.Form):
    pass


class ModelForm(Mended, forms.ModelForm):  # type: ignore[type-arg]
    pass


def normalised(data: Mapping[str, Any], but: "frozenset[str] | set[str]" = frozenset()) -> Any:
    """The same data with all text in NFC and plain spaces for no-break ones; passwords (`but`) as typed."""
    if not isinstance(data, QueryDict):
        return {name: value if name in but else _normal(value) for name, value in data.items()}
    copy = QueryDict(mutable=True, encoding=data.encoding)
    for name, values in data.lists():
        copy.setlist(name, values if name in but else [_normal(value) for value in values])
    return copy


def _normal(value: Any) -> Any:
    return nfc(value).replace("\u00a0", " ").replace("\u202f", " ") if isinstance(value, str) else value


def _messages(name: str, field: forms.Field) -> dict[str, Any]:
    """Django's messages, over them ours by kind of field, over them what the field or its class says itself."""
    kinds = [kind for kind in reversed(type(field).__mro__) if kind.__module__.startswith("django.")]
    django_says = {
        key: text for kind in kinds for key, text in vars(kind).get("default_error_messages", {}).items()
    }
    said = {key: text for key, text in field.error_messages.items() if text is not django_says.get(key)}
    ours = {"required": _required(name, field)}
    for kind, messages in MESSAGES:
        if isinstance(field, kind):
            ours |= messages
    return django_says | ours | said


def _required(name: str, field: forms.Field) -> str:
    label = str(field.label or name.replace("_", " "))
    label = label if label[:2].isupper() else label[:1].lower() + label[1:]
    if isinstance(field, forms.FileField):
        return "Chọn tệp."
    if isinstance(field, forms.BooleanField):
        return f"Đánh dấu ô “{label}” để tiếp tục."
    return f"Chọn {label}." if isinstance(field, forms.ChoiceField) else f"Nhập {label}."


@contextmanager
def refusals_on(form: forms.BaseForm, field: str | None = None) -> Iterator[None]:
    """The domain's reasons become errors of the form, of one field when it is named."""
    try:
        yield
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(field, reason)
