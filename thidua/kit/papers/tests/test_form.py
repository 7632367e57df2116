"""The measurements that are set lie within what the law book allows, and each says where that stands."""

import pytest

from thidua.kit.papers.form import entries, measure, text_width, twips

RANGES = [
    (name, key, value)
    for name, entry in entries().items()
    for key, value in entry.items()
    if isinstance(value, dict)
]


@pytest.mark.parametrize(("name", "key", "value"), RANGES)
def test_what_is_used_is_allowed(name, key, value):
    assert value["from"] <= value["use"] <= value["to"], f"{name}.{key}"


def test_every_entry_names_its_place_in_the_law_book():
    assert [name for name, entry in entries().items() if not entry["cites"].startswith("fmt.")] == []


def test_there_are_measurements_to_look_at():
    assert len(RANGES) > 20


def test_lengths_are_counted_as_word_counts_them():
    assert twips(25.4) == 1440
    assert text_width() == measure("page.width") - 30 - 15
    assert text_width(landscape=True) == 297 - 30 - 15
