"""Forms: one field template, NFC in, errors beside the field in words that say how to mend it."""

import unicodedata
from datetime import date

import pytest
from django import forms
from django.http import QueryDict

from thidua.kit.refused import Refused
from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form, normalised, refusals_on


class Sample(Form):
    number = forms.CharField(label="Số, ký hiệu", max_length=12, help_text="Như in trên văn bản.")
    signed_on = DayField(label="Ngày ký")
    kind = forms.ChoiceField(label="Loại", choices=[("kh", "Kế hoạch")])
    copies = forms.IntegerField(label="Số bản", min_value=1, required=False)
    paper = forms.FileField(label="Tệp", required=False)
    agreed = forms.BooleanField(label="Đã đối chiếu bản gốc", required=False)
    password = forms.CharField(label="Mật khẩu", required=False, strip=False, widget=forms.PasswordInput)
    own = forms.CharField(label="Riêng", error_messages={"required": "Lời riêng."})


GOOD = {"number": "30/KH-SVH", "signed_on": "20/3/2026", "kind": "kh", "own": "x"}


def test_text_comes_in_as_nfc_with_plain_blanks():
    decomposed = unicodedata.normalize("NFD", "Đặng\u00a0Thùy ")

    form = Sample(GOOD | {"number": decomposed})

    assert form.is_valid()
    assert form.cleaned_data["number"] == "Đặng Thùy"


def test_posted_forms_are_normalised_value_by_value():
    data = QueryDict(mutable=True)
    data.setlist("themes", [unicodedata.normalize("NFD", "khối"), "cụm"])

    assert normalised(data).getlist("themes") == ["khối", "cụm"]


def test_a_password_is_taken_as_typed():
    typed = unicodedata.normalize("NFD", "mật khẩu ")

    form = Sample(GOOD | {"password": typed})
    form.is_valid()

    assert form.cleaned_data["password"] == typed


@pytest.mark.parametrize(
    "text",
    [
        "8/6/2026",
        "08/06/2026",
        "8-6-2026",
        "08.06.2026",
        "2026-06-08",
        "ngày 08 tháng 6 năm 2026",
        " 8/6/2026 ",
    ],
)
def test_a_day_is_understood_in_every_spelling(text):
    form = Sample(GOOD | {"signed_on": text})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["signed_on"] == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("number", "", "Nhập số, ký hiệu."),
        ("number", "0123456789abc", "Dài quá: 13 chữ, nhiều nhất 12. Viết gọn lại."),
        ("signed_on", "31/02/2026", "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 08/6/2026."),
        ("signed_on", "", "Nhập ngày ký."),
        ("kind", "", "Chọn loại."),
        ("kind", "qd", "Không có lựa chọn này. Chọn trong danh sách."),
        ("copies", "ba", "Nhập số, chỉ gồm chữ số."),
        ("copies", "0", "Nhập số từ 1 trở lên."),
        ("own", "", "Lời riêng."),
    ],
)
def test_errors_say_how_to_mend(field, text, message):
    form = Sample(GOOD | {field: text})

    assert form.errors[field] == [message]


def test_the_error_stands_beside_its_field_and_is_read_with_it():
    form = Sample(GOOD | {"number": ""})

    drawn = str(form["number"].as_field_group())

    assert '<div class="td-error" id="id_number_error">' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_number_helptext id_number_error"' in drawn
    assert '<label class="td-label" for="id_number">Số, ký hiệu</label>' in drawn


def test_what_may_stay_empty_says_so():
    drawn = str(Sample()["copies"].as_field_group())

    assert "(không bắt buộc)" in drawn
    assert "required" not in drawn.replace("td-", "")


def test_a_day_box_asks_for_the_shape():
    drawn = str(Sample(initial={"signed_on": date(2026, 6, 8)})["signed_on"])

    assert 'placeholder="dd/mm/yyyy"' in drawn
    assert 'value="08/06/2026"' in drawn


def test_a_tick_stands_before_its_words():
    drawn = str(Sample()["agreed"].as_field_group())

    assert drawn.index("<input") < drawn.index("Đã đối chiếu bản gốc")


def test_what_the_field_says_is_escaped():
    class Tricky(Form):
        name = forms.CharField(label="<b>Tên</b>", help_text="<i>gợi ý</i>")

    drawn = str(Tricky({"name": '"><script>'})["name"].as_field_group())

    assert "<b>" not in drawn
    assert "<i>" not in drawn
    assert "<script>" not in drawn


def test_reasons_of_the_domain_become_errors_of_the_form():
    form = Sample(GOOD)
    assert form.is_valid()

    with refusals_on(form):
        raise Refused(["Chưa gửi được hồ sơ.", "Thiếu biên bản bình xét."])

    assert form.non_field_errors() == ["Chưa gửi được hồ sơ.", "Thiếu biên bản bình xét."]
    assert "Thiếu biên bản bình xét." in str(form)


def test_reasons_may_stand_beside_one_field():
    form = Sample(GOOD)
    assert form.is_valid()

    with refusals_on(form, "number"):
        raise Refused("Số 30/KH-SVH đã dùng cho văn bản ngày 20/3/2026.")

    assert form.errors["number"] == ["Số 30/KH-SVH đã dùng cho văn bản ngày 20/3/2026."]


def test_other_faults_are_not_swallowed():
    form = Sample(GOOD)
    form.is_valid()

    with pytest.raises(ZeroDivisionError), refusals_on(form):
        raise ZeroDivisionError
