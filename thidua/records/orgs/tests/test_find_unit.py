"""Issuers as papers print them, seen from Sở Văn hóa of Tân Giang."""

from datetime import date

import pytest

from thidua.records.orgs import selectors
from thidua.records.orgs.models import Unit, UnitCode, UnitName
from thidua.records.orgs.tests import factories
from thidua.vn.fold import fold


@pytest.fixture
def world(so_van_hoa, phong_di_san, so_noi_vu, xa_binh_hoa, tan_giang, so_van_hoa_nam_hai):
    """Two provinces side by side, central bodies, Party and union of both; names differ only by place."""
    make = factories.unit
    for name, code in [
        ("Chính phủ", "CP"),
        ("Thủ tướng Chính phủ", "TTg"),
        ("Quốc hội", "QH"),
        ("Bộ Nội vụ", "BNV"),
        ("Ban Thi đua - Khen thưởng Trung ương", "BTĐKT"),
        ("Hội đồng Thi đua - Khen thưởng Trung ương", ""),
        ("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "TW"),
        ("Bộ Chính trị", "TW"),
        ("Hội Liên hiệp Phụ nữ Việt Nam", ""),
        ("Tổng Liên đoàn Lao động Việt Nam", "TLĐ"),
        ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "MTTW"),
    ]:
        make(name, code, level="trung_uong", outside=True)
    for province in ("Tân Giang", "Nam Hải"):
        make(f"Tỉnh ủy {province}", "TU", level="tinh", kind="dang", outside=True)
        make(f"Hội đồng nhân dân tỉnh {province}", "HĐND", level="tinh", outside=True)
        make(f"Hội Liên hiệp Phụ nữ tỉnh {province}", "HPN", level="tinh", kind="mat_tran", outside=True)
        make(f"Tỉnh đoàn {province}", "TĐTN", level="tinh", kind="mat_tran", outside=True)
        make(f"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh {province}", "MTTQ", level="tinh", outside=True)
    nam_hai = so_van_hoa_nam_hai.parent
    make("Sở Nội vụ tỉnh Nam Hải", "SNV", parent=nam_hai)
    make("Sở Du lịch tỉnh Nam Hải", "SDL", parent=nam_hai)
    make("Sở Du lịch", "SDL", parent=tan_giang)
    make("Sở Tư pháp", "STP", parent=tan_giang)
    make("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH", parent=tan_giang)
    make("Sở Giáo dục và Đào tạo tỉnh Tân Giang", "SGDĐT", parent=tan_giang)
    make("Ban Thi đua - Khen thưởng tỉnh Tân Giang", "BTĐKT", parent=so_noi_vu)
    make("Hội đồng Thi đua - Khen thưởng tỉnh Tân Giang", "HĐTĐKT", parent=tan_giang, kind="hoi_dong")
    make("Ủy ban nhân dân xã Vĩnh Lộc", "UBND", parent=tan_giang, level="xa")
    make("Ủy ban nhân dân xã Long Phú, huyện An Châu, tỉnh Nam Hải", "UBND", level="xa", outside=True)
    make("Văn phòng Ủy ban nhân dân tỉnh Tân Giang", "VPUBND", parent=tan_giang)
    return so_van_hoa


CASES = [
    ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("UBND TỈNH TÂN GIANG", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("ubnd tinh tan giang", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("UBND", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("Ủy ban nhân dân tỉnh Nam Hải", "Ủy ban nhân dân tỉnh Nam Hải"),
    ("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("Thường trực Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Tân Giang"),
    ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Tân Giang"),
    ("HĐND tỉnh khóa X, nhiệm kỳ 2021 - 2026", "Hội đồng nhân dân tỉnh Tân Giang"),
    ("Thường trực HĐND tỉnh", "Hội đồng nhân dân tỉnh Tân Giang"),
    ("Ban Thi đua - Khen thưởng tỉnh", "Ban Thi đua - Khen thưởng tỉnh Tân Giang"),
    ("Ban Thi đua-Khen thưởng", "Ban Thi đua - Khen thưởng tỉnh Tân Giang"),
    ("Ban TĐKT", "Ban Thi đua - Khen thưởng tỉnh Tân Giang"),
    ("Ban TĐ-KT tỉnh", "Ban Thi đua - Khen thưởng tỉnh Tân Giang"),
    ("Ban Thi đua - Khen thưởng Trung ương", "Ban Thi đua - Khen thưởng Trung ương"),
    ("Ban TĐKT TW", "Ban Thi đua - Khen thưởng Trung ương"),
    ("Hội đồng TĐKT tỉnh", "Hội đồng Thi đua - Khen thưởng tỉnh Tân Giang"),
    ("Hội đồng Thi đua, Khen thưởng Trung ương", "Hội đồng Thi đua - Khen thưởng Trung ương"),
    ("Sở Nội vụ", "Sở Nội vụ tỉnh Tân Giang"),
    ("SNV", "Sở Nội vụ tỉnh Tân Giang"),
    ("Giám đốc Sở Nội vụ", "Sở Nội vụ tỉnh Tân Giang"),
    ("Sở Nội vụ Nam Hải", "Sở Nội vụ tỉnh Nam Hải"),
    ("Sở Du lịch", "Sở Du lịch"),
    ("Sở Du lịch tỉnh Tân Giang", "Sở Du lịch"),
    ("Sở Du lịch Tân Giang", "Sở Du lịch"),
    ("SDL", "Sở Du lịch"),
    ("Sở TP", "Sở Tư pháp"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở LĐTBXH tỉnh", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở GDĐT", "Sở Giáo dục và Đào tạo tỉnh Tân Giang"),
    ("Sở Văn hóa", "Sở Văn hóa tỉnh Tân Giang"),
    ("Sở", "Sở Văn hóa tỉnh Tân Giang"),
    ("Phòng Quản lí di sản", "Phòng Quản lý di sản"),
    ("Bộ Nội vụ", "Bộ Nội vụ"),
    ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
    ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    ("Thủ tướng", "Thủ tướng Chính phủ"),
    ("TTg", "Thủ tướng Chính phủ"),
    ("Chính phủ", "Chính phủ"),
    ("Quốc hội khóa XV", "Quốc hội"),
    ("Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Quốc hội"),
    ("Bộ Chính trị", "Bộ Chính trị"),
    ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
    ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
    ("Tỉnh ủy", "Tỉnh ủy Tân Giang"),
    ("Tỉnh uỷ Nam Hải", "Tỉnh ủy Nam Hải"),
    ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Tân Giang"),
    ("BTV Tỉnh ủy", "Tỉnh ủy Tân Giang"),
    ("Ban Chấp hành Đảng bộ tỉnh", "Tỉnh ủy Tân Giang"),
    ("Tỉnh đoàn", "Tỉnh đoàn Tân Giang"),
    ("Đoàn TNCS Hồ Chí Minh tỉnh", "Tỉnh đoàn Tân Giang"),
    ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh Tân Giang"),
    ("Hội Liên hiệp Phụ nữ Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam"),
    ("UBMTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tân Giang"),
    ("Mặt trận Tổ quốc Việt Nam tỉnh Nam Hải", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Hải"),
    ("Ủy ban Trung ương MTTQ Việt Nam", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
    ("Tổng Liên đoàn Lao động", "Tổng Liên đoàn Lao động Việt Nam"),
    ("UBND xã Bình Hòa", "Ủy ban nhân dân xã Bình Hòa"),
    ("UBND xã Vĩnh Lộc, tỉnh Tân Giang", "Ủy ban nhân dân xã Vĩnh Lộc"),
    ("tỉnh Nam Hải", "Ủy ban nhân dân tỉnh Nam Hải"),
    ("xã Bình Hòa", "Ủy ban nhân dân xã Bình Hòa"),
    ("UBND xã Long Phú", "Ủy ban nhân dân xã Long Phú, huyện An Châu, tỉnh Nam Hải"),
]


@pytest.mark.parametrize(("printed", "meant"), CASES, ids=[case[0] for case in CASES])
def test_a_printed_issuer_is_found(world, printed, meant):
    matches = selectors.find_unit(printed, near=world)

    found = selectors.sure(matches)
    assert found is not None, matches
    assert found.name == meant


@pytest.mark.parametrize(
    "printed",
    [
        "Sở Khoa học",
        "UBND tỉnh Bắc Sơn",
        "UBND xã",
        "Công ty Hoàng Long",
        "",
        "Nguyễn Văn An",
        "UBND huyện An Châu",
    ],
)
def test_what_nobody_bears_is_not_guessed(world, printed):
    assert selectors.sure(selectors.find_unit(printed, near=world)) is None


def test_two_equally_good_ones_are_both_returned(world):
    matches = selectors.find_unit("Ủy ban nhân dân tỉnh")

    assert {match.unit.name for match in matches[:2]} == {
        "Ủy ban nhân dân tỉnh Tân Giang",
        "Ủy ban nhân dân tỉnh Nam Hải",
    }
    assert matches[0].score == matches[1].score
    assert selectors.sure(matches) is None


def test_seen_from_the_other_province_the_same_words_mean_its_own(world, so_van_hoa_nam_hai):
    found = [
        selectors.sure(each)
        for each in selectors.find_units(["UBND tỉnh", "Sở Du lịch", "Tỉnh ủy"], so_van_hoa_nam_hai)
    ]

    assert [unit.name for unit in found] == [
        "Ủy ban nhân dân tỉnh Nam Hải",
        "Sở Du lịch tỉnh Nam Hải",
        "Tỉnh ủy Nam Hải",
    ]


def test_seen_from_a_room_it_is_seen_from_its_body(world, phong_di_san):
    assert selectors.sure(selectors.find_unit("Sở", near=phong_di_san)) == world


def test_a_commune_means_itself_by_ubnd(world, xa_binh_hoa):
    assert selectors.sure(selectors.find_unit("UBND", near=xa_binh_hoa)) == xa_binh_hoa
    assert selectors.sure(selectors.find_unit("UBND xã", near=xa_binh_hoa)) == xa_binh_hoa
    assert (
        selectors.sure(selectors.find_unit("UBND tỉnh", near=xa_binh_hoa)).name
        == "Ủy ban nhân dân tỉnh Tân Giang"
    )


def test_the_letters_of_the_symbol_stand_in_for_a_name(world):
    found = selectors.find_units([("", "SDL"), ("", "BTĐKT"), ("", "TU"), ("", "BNV")], world)

    assert [selectors.sure(each).name for each in found] == [
        "Sở Du lịch",
        "Ban Thi đua - Khen thưởng tỉnh Tân Giang",
        "Tỉnh ủy Tân Giang",
        "Bộ Nội vụ",
    ]


def test_the_symbol_decides_between_two_of_one_name(world, tan_giang):
    other = factories.unit("Sở Du lịch", "SDLM", parent=tan_giang)

    assert selectors.sure(selectors.find_unit("Sở Du lịch", near=world)) is None
    assert selectors.sure(selectors.find_unit("Sở Du lịch", near=world, code="SDLM")) == other


def test_another_symbol_of_the_unit_counts_too(world):
    central = Unit.objects.get(name="Ban Thi đua - Khen thưởng Trung ương")
    UnitCode.objects.create(unit=central, scheme="alias", code="BTĐKTTW")

    assert selectors.sure(selectors.find_unit("", near=world, code="BTĐKTTW")) == central


def test_a_former_name_is_told(world, so_noi_vu):
    UnitName.objects.create(
        unit=so_noi_vu,
        name="Ban Tổ chức chính quyền tỉnh",
        folded=fold("Ban Tổ chức chính quyền tỉnh"),
        until=date(2004, 1, 1),
    )

    best = selectors.find_unit("Ban Tổ chức chính quyền tỉnh", near=world)[0]

    assert best.unit == so_noi_vu
    assert best.reason == "tên cũ: Ban Tổ chức chính quyền tỉnh"


def test_on_the_day_of_the_paper_the_unit_must_have_existed(world, tan_giang):
    old = Unit.objects.get(name="Sở Du lịch", parent=tan_giang)
    Unit.objects.filter(pk=old.pk).update(dissolved_on=date(2025, 3, 1))
    new = factories.unit("Sở Du lịch", "SDL", parent=tan_giang)
    Unit.objects.filter(pk=new.pk).update(founded_on=date(2025, 3, 1))

    assert selectors.sure(selectors.find_unit("Sở Du lịch", near=world, on=date(2024, 6, 1))) == old
    assert selectors.sure(selectors.find_unit("Sở Du lịch", near=world, on=date(2025, 6, 1))) == new


def test_a_lone_department_without_superior_still_knows_its_province(db):
    lone = factories.unit("Sở Du lịch tỉnh Tân Giang", "SDL")
    factories.unit("Ủy ban nhân dân tỉnh Tân Giang", "UBND", level="tinh", outside=True)
    factories.unit("Ủy ban nhân dân tỉnh Nam Hải", "UBND", level="tinh", outside=True)

    assert (
        selectors.sure(selectors.find_unit("UBND tỉnh", near=lone)).name == "Ủy ban nhân dân tỉnh Tân Giang"
    )


@pytest.mark.parametrize("times", [1, 3])
def test_the_queries_do_not_grow_with_the_names(world, django_assert_max_num_queries, times):
    names = [("Sở Du lịch", "SDL"), ("UBND tỉnh", None), ("Ban Thường vụ Tỉnh ủy", "TU")] * times + [
        "Bộ Nội vụ"
    ] * times
    near = Unit.objects.select_related("body").get(pk=world.pk)

    with django_assert_max_num_queries(4):
        selectors.find_units(names, near)


def test_a_name_stored_in_short_is_found_by_the_long_one(world, tan_giang):
    short = factories.unit("Sở VHTT", "SVHTT", parent=tan_giang)

    assert selectors.sure(selectors.find_unit("Sở Văn hóa và Thể thao", near=world)) == short


def test_another_place_of_the_name_on_another_level_is_less_sure(world):
    factories.unit("Ủy ban nhân dân thành phố Tân Giang", "UBND", level="huyen", outside=True)

    best = selectors.find_unit("Ủy ban nhân dân tỉnh Tân Giang", near=world)

    assert best[0].unit.name == "Ủy ban nhân dân tỉnh Tân Giang"
    assert selectors.sure(best) == best[0].unit


def test_hundreds_of_names_are_asked_at_once(world):
    names = [f"Công ty {chr(65 + number % 26)}{number} Hoàng Long" for number in range(400)] + ["UBND tỉnh"]

    found = selectors.find_units(names, near=world)

    assert selectors.sure(found[-1]).name == "Ủy ban nhân dân tỉnh Tân Giang"
    assert all(selectors.sure(each) is None for each in found[:-1])
