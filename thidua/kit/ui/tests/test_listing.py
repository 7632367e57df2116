"""Listing: filtered, sorted, counted up to a cap, one page; two queries whatever the size."""

from types import SimpleNamespace

import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict

from thidua.kit.ui.filters import Choice, Flag, Sort, Span, Words
from thidua.kit.ui.lists import Listing

FILTERS = [
    Words("q", "Tìm", lambda rows, text: rows.filter(model__contains=text)),
    Choice(
        "loai",
        "Loại",
        lambda rows, code: rows.filter(app_label=code),
        choices=[("a", "Loại A"), ("b", "Loại B")],
    ),
]
SORTS = [Sort("ten", "Tên", ("model", "pk")), Sort("so", "Số", ("pk",), falling_first=True)]


@pytest.fixture
def made(db):
    def make(number: int, app: str = "a"):
        ContentType.objects.bulk_create(
            ContentType(app_label=app, model=f"m{at:05d}") for at in range(number)
        )
        return ContentType.objects.filter(app_label__in=["a", "b"])

    return make


def listed(rows, query="", **options):
    options = {"filters": FILTERS, "sorts": SORTS, "first": "ten"} | options
    return Listing(QueryDict(query), rows, noun="văn bản", **options)


def drawn(listing):
    return (
        len(listing.rows),
        listing.count_text,
        listing.range_text,
        listing.next_url,
        listing.previous_url,
        len(listing.chips),
    )


@pytest.mark.parametrize("number", [1, 3, 120])
def test_a_page_takes_two_queries_whatever_the_size(made, django_assert_num_queries, number):
    listing = listed(made(number), "loai=a&q=m")

    with django_assert_num_queries(2):
        drawn(listing)


def test_the_page_holds_fifty_rows_and_knows_its_neighbours(made):
    listing = listed(made(120), "trang=2")

    assert [row.model for row in listing.rows] == [f"m{at:05d}" for at in range(50, 100)]
    assert listing.range_text == "51 – 100 trong 120"
    assert listing.previous_url == "?trang=1"
    assert listing.next_url == "?trang=3"


def test_one_page_that_holds_all_just_counts(made):
    assert listed(made(3)).range_text == "3 văn bản"


def test_the_last_page_has_no_next(made):
    listing = listed(made(120), "trang=3")

    assert len(listing.rows) == 20
    assert listing.next_url == ""


@pytest.mark.parametrize("asked", ["99", "0", "-1", "x", "²", "1" * 30])
def test_a_page_that_does_not_exist_becomes_one_that_does(made, asked):
    assert 1 <= listed(made(60), f"trang={asked}").page <= 2


def test_the_count_stops_at_the_cap(made):
    listing = listed(made(12), cap=10, per_page=5)

    assert listing.count_text == "hơn 10 văn bản"
    assert listing.range_text == "1 – 5 trong hơn 10"


def test_exactly_the_cap_is_counted_out(made):
    assert listed(made(10), cap=10).count_text == "10 văn bản"


def test_beyond_the_cap_one_can_still_turn_pages(made):
    listing = listed(made(12), "trang=3", cap=10, per_page=5)

    assert len(listing.rows) == 2
    assert listing.next_url == ""


def test_the_count_names_only_the_key_and_stops(made, django_assert_num_queries):
    listing = listed(made(3))

    with django_assert_num_queries(1) as queries:
        assert listing.count == 3

    assert "ORDER BY" not in queries[0]["sql"]
    assert "LIMIT 10001" in queries[0]["sql"]


def test_thousands_are_parted_by_dots():
    assert listed(list(range(1234)), filters=[], sorts=[], first="").count_text == "1.234 văn bản"


def test_filters_in_use_stand_first_with_their_value_and_a_way_off(made):
    listing = listed(made(3), "sap=-so&loai=a&trang=2")

    chip = listing.chips[0]

    assert (chip.filter.label, chip.words, chip.on) == ("Loại", "Loại A", True)
    assert chip.off_url == "?sap=-so"
    assert listing.clear_url == "?sap=-so"


def test_an_option_keeps_the_other_filters_and_begins_at_page_one(made):
    listing = listed(made(3), "q=m&trang=2&loai=b")

    options = next(chip for chip in listing.chips if chip.filter.name == "loai").options

    assert [(option.label, option.url, option.chosen) for option in options] == [
        ("Loại A", "?q=m&loai=a", False),
        ("Loại B", "?q=m&loai=b", True),
    ]


def test_what_makes_no_sense_filters_nothing(made):
    assert listed(made(3), "loai=khong-co").is_filtered is False


def test_an_empty_list_says_what_one_finds_without_each_filter(made):
    listing = listed(made(3), "loai=b&q=m")

    assert [(hint.label, hint.text, hint.url) for hint in listing.hints] == [("Loại", "3 văn bản", "?q=m")]


def test_a_list_with_rows_gives_no_hints(made, django_assert_num_queries):
    listing = listed(made(3), "loai=a")
    drawn(listing)

    with django_assert_num_queries(0):
        assert listing.hints == []


def test_a_head_turns_the_order_and_says_which_it_is(made):
    heads = listed(made(3), "sap=-ten&loai=a").headings

    assert (heads["ten"].order, heads["ten"].url) == ("descending", "?loai=a&sap=ten")
    assert (heads["so"].order, heads["so"].url) == ("", "?loai=a&sap=-so")


def test_an_unknown_order_falls_back_to_the_first(made):
    listing = listed(made(3), "sap=mat_khau")

    assert [row.model for row in listing.rows] == ["m00000", "m00001", "m00002"]


def test_lists_in_memory_are_filtered_and_sorted_too():
    rows = [SimpleNamespace(name=name, year=year) for name, year in (("b", 2024), ("a", 2025), ("c", 2026))]
    filters = [
        Span(
            "nam",
            "Năm",
            lambda rows, span: [row for row in rows if (span[0] or 0) <= row.year <= (span[1] or 9999)],
        ),
        Flag("moi", "Mới", lambda rows, on: rows[:1]),
    ]
    sorts = [Sort("ten", "Tên", ("name",))]

    listing = listed(lambda: rows, "nam_den=2025", filters=filters, sorts=sorts, first="-ten")

    assert [row.name for row in listing] == ["b", "a"]


def test_an_export_gets_the_same_rows_without_the_page(made):
    listing = listed(made(120), "loai=a&trang=2&cot=x")

    assert listing.found.count() == 120
    assert listing.query == "loai=a"


def test_empty_parameters_are_left_out_of_links(made):
    assert listed(made(3), "q=&loai=a").url_with(sap="so") == "?loai=a&sap=so"
