"""Every part of every entry can be put right in a typed field, and nothing else changes."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import wording
from thidua.law.book import load
from thidua.records.catalogue import stated
from thidua.records.catalogue.forms import verify_form
from thidua.records.catalogue.stated import conditions
from thidua.records.catalogue.tests.factories import parts_of
from thidua.records.register.tests.factories import SYSTEM

BOOK = load()
STATED = [entry for entry in BOOK.entries if stated.parts(entry, BOOK)]


def numbers(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a number of the law stands."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from numbers(each, (*path, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from numbers(each, (*path, at))
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def test_every_number_of_the_book_has_its_field():
    """Sizes of printed papers (`spec`) are no numbers of the law."""
    missing = []
    for entry in BOOK.entries:
        known = {part.path for part in stated.parts(entry, BOOK)}
        found = [path for path in numbers(plain(dict(entry.data))) if path not in known]
        missing += [(entry.id, path) for path in found if path[0] != "spec"]

    assert missing == []


@pytest.mark.parametrize("shelf", sorted({entry.shelf for entry in STATED}))
def test_what_is_confirmed_unchanged_stays_as_it_was(shelf):
    for entry in STATED:
        if entry.shelf == shelf:
            unchanged(entry)


def unchanged(entry):
    parts = stated.parts(entry, BOOK)
    form = verify_form(parts)(parts_of(entry.id), actor=SYSTEM)
    form.is_valid()
    assert not set(form.errors) & {part.name for part in parts}, form.errors

    typed = {part.name: form.cleaned_data[part.name] for part in parts}
    said, changes = stated.corrected(entry, parts, typed)

    assert changes == []
    before = plain(dict(entry.data))
    assert {name: said[name] for name in before if name != "conditions"} == {
        name: value for name, value in before.items() if name != "conditions"
    }
    if entry.shelf == "kinds" and "conditions" in before:
        told = [wording.clauses(rows, BOOK) for rows in (said["conditions"], before["conditions"])]
        assert str(told[0]) == str(told[1]).replace("is_draft=True", "is_draft=False")


def part(entry: str, name: str) -> tuple[Any, list[Any], Any]:
    found = BOOK.by_id[entry]
    parts = stated.parts(found, BOOK)
    return found, parts, next(each for each in parts if each.name == name)


def test_a_condition_is_put_right_and_told():
    found, parts, times = part("title.cstdbt@2024", "p.conditions.0.count")
    said, (change,) = stated.corrected(found, parts, {times.name: 5})

    assert said["conditions"][0]["count"] == 5
    assert stated.told([change]) == f"Điều kiện 1, {times.label.lower()}: {times.value} → 5"


def test_a_condition_may_stay_open_or_not_be_in_the_text():
    found, parts, _ = part("title.ttldxs@2024", "p.conditions.0.status")
    before = len(found.data["conditions"])

    kept, _ = stated.corrected(found, parts, {"p.conditions.0.status": "draft"})
    assert kept["conditions"][0]["status"] == "draft"
    assert all("status" not in row for row in kept["conditions"][1:])

    left, changes = stated.corrected(found, parts, {"p.conditions.0.status": "khong_co"})
    assert len(left["conditions"]) == before - 1
    assert changes[0].after == conditions.STATUSES["khong_co"]


def test_of_a_choice_with_one_way_left_that_way_stays():
    found, parts, _ = part("title.cstdcs@2024", "p.conditions.1.any.0.min")

    said, _ = stated.corrected(found, parts, {"p.conditions.1.any.1.status": "khong_co"})

    assert said["conditions"][1] == {"rule": "task_level", "min": "HTXSNV"}


def test_what_the_book_lacks_is_added_for_the_council():
    found, parts, _ = part("title.cstdcs@2024", "p.more")

    said, _ = stated.corrected(found, parts, {"p.more": ["có đạo đức tốt", " "]})

    assert said["conditions"][-1] == {"rule": "council", "text": "có đạo đức tốt"}


@pytest.mark.parametrize(
    ("entry", "name", "value", "said"),
    [
        ("vote.80@2024", "p.min_percent", 101, "từ 0 đến 100"),
        ("vote.80@2024", "p.min_percent", "tám mươi", "Nhập số"),
        ("vote.80@2024", "p.awards", ["XYZ"], "không có mã XYZ"),
        ("vote.80@2024", "p.denominator", "", "Nhập tính trên"),
        ("vote.80@2024", "p.denominator", "x" * 2001, "Dài quá"),
        ("vote.80@2024", "p.ballot_required", "có", "có hoặc không"),
        ("council.initiative", "p.min_fraction", "3/2", "phân số"),
        ("title.cstdcs@2024", "p.conditions.1.any.0.min", "TOT", "Chọn trong danh sách"),
        ("dl.return@2025", "p.value.working_days", 2.5, "số nguyên"),
        ("LUAT-06-2022", "p.issued_on", "hôm qua", "Nhập ngày"),
        ("dl.return@2025", "p.value.working_days", True, "Nhập số"),
    ],
)
def test_what_cannot_stand_there_is_refused(entry, name, value, said):
    _, _, found = part(entry, name)

    assert said in stated.why_not(found, value)
    assert stated.why_not(found, found.value) == ""


@given(st.decimals(0, 100, places=2))
def test_a_share_keeps_its_value(share):
    found, parts, percent = part("vote.80@2024", "p.min_percent")

    said, changes = stated.corrected(found, parts, {percent.name: share})

    assert Decimal(str(said["min_percent"])) == share
    assert bool(changes) == (share != 80)
    BOOK.with_overlays([said | {"shelf": "voting", "id": found.id}])
