"""The picker: a name typed or chosen becomes one record, with and without script."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import RequestFactory
from django.urls import reverse

from thidua.kit.ui.fields import PickerField
from thidua.kit.ui.forms import Form
from thidua.kit.ui.tests.urls import search

pytestmark = [pytest.mark.django_db, pytest.mark.urls("thidua.kit.ui.tests.urls")]


def like(text):
    rows = ContentType.objects.filter(app_label="vh").order_by("model")
    return rows.filter(model__contains=text.lower()) if text else rows


class Sample(Form):
    unit = PickerField("search", like, label="Đơn vị", text_of=lambda row: row.model)
    other = PickerField("search", like, label="Khác", text_of=lambda row: row.model, required=False)


@pytest.fixture
def units():
    return [
        ContentType.objects.create(app_label="vh", model=name)
        for name in ("so van hoa", "so noi vu", "xa binh hoa")
    ]


def test_the_suggested_record_is_taken_by_its_key(units):
    form = Sample({"unit": "so noi vu", "unit_id": str(units[1].pk)})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"unit": units[1], "other": None}


def test_without_script_the_whole_name_is_enough_without_marks_and_case(units):
    form = Sample({"unit": "SO VAN HOA"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["unit"] == units[0]


def test_a_name_changed_after_choosing_counts_not_the_old_key(units):
    form = Sample({"unit": "xa binh hoa", "unit_id": str(units[0].pk)})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["unit"] == units[2]


def test_several_that_fit_are_offered_to_choose_from(units):
    form = Sample({"unit": "so"})

    assert form.errors["unit"] == ["Chưa rõ “so” là mục nào. Chọn một mục dưới đây, hoặc gõ lại."]
    drawn = str(form["unit"])
    assert drawn.count('type="radio"') == 2
    assert 'type="hidden"' not in drawn


def test_the_offered_one_is_taken(units):
    form = Sample({"unit": "so", "unit_id": str(units[0].pk)})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["unit"] == units[0]


def test_one_that_fits_only_in_part_is_asked_about_not_taken(units):
    assert Sample({"unit": "binh"}).errors["unit"] == [
        "Chưa rõ “binh” là mục nào. Chọn một mục dưới đây, hoặc gõ lại."
    ]


def test_nothing_that_fits_is_said(units):
    assert Sample({"unit": "nhà hát"}).errors["unit"] == [
        "Không thấy “nhà hát”. Kiểm tra lại cách viết, hoặc gõ ít chữ hơn để tìm."
    ]


@pytest.mark.parametrize("key", ["999999", "x", "-1", "1 OR 1=1"])
def test_a_key_that_is_not_offered_opens_nothing(units, key):
    assert not Sample({"unit": "nhà hát", "unit_id": key}).is_valid()


def test_a_record_outside_what_the_actor_may_choose_is_refused(units):
    stranger = ContentType.objects.create(app_label="xx", model="so van hoa nam hai")

    assert not Sample({"unit": "so van hoa nam hai", "unit_id": str(stranger.pk)}).is_valid()


def test_nothing_typed_is_asked_for():
    assert Sample({}).errors == {"unit": ["Nhập đơn vị."]}


def test_the_record_on_file_fills_the_box(units):
    drawn = str(Sample(initial={"unit": units[0]})["unit"])

    assert 'value="so van hoa"' in drawn
    assert f'name="unit_id" value="{units[0].pk}"' in drawn
    assert f'data-picker="{reverse("search")}"' in drawn


def test_the_key_on_file_fills_the_box(units):
    assert 'value="so noi vu"' in str(Sample(initial={"unit": units[1].pk})["unit"])


def test_the_same_record_is_no_change(units):
    posted = {"unit": "so van hoa", "unit_id": str(units[0].pk)}

    assert Sample(posted, initial={"unit": units[0]}).changed_data == []
    assert Sample(posted, initial={"unit": units[1]}).changed_data == ["unit"]


def test_the_endpoint_answers_with_options():
    answer = search(RequestFactory().get("/tim/?q=so")).content.decode()

    assert '<li role="option" aria-selected="false" data-id="7" data-text="Sở Văn hóa">' in answer
