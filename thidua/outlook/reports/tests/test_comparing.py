"""What changed after the figures were frozen, and from period to period."""

from dataclasses import replace

from thidua.outlook.reports.built import Figure, Item, Piece, Ref, compare
from thidua.outlook.reports.tests.made import ISSUED, MEETING, PLAN, REPORT, RULES, TOLD, line, with_block

LETTER = Ref("register.Document:99", "Công văn số 41/SVH-VP ngày 05/6/2026")


def count(text: str, *refs: Ref) -> Figure:
    return replace(ISSUED.figures[0], text=text, refs=refs, numbers=(len(refs),))


def test_the_same_report_at_another_moment_has_no_changes():
    assert compare(REPORT, replace(REPORT, at=REPORT.at.replace(year=2027))) == []


def test_a_record_that_came_later_changes_the_count_and_adds_a_line():
    new = with_block(
        replace(ISSUED, items=(*ISSUED.items, line(LETTER)), figures=(count("03", PLAN, RULES, LETTER),))
    )
    (change,) = compare(REPORT, new)
    assert change.block == "issued"
    assert [(each.old.text, each.new.text) for each in change.figures] == [("02", "03")]
    assert [item.key for item in change.added] == [LETTER.key]
    assert change.removed == ()
    assert str(change) == (
        "1.1. Ban hành văn bản: Văn bản ban hành trong kỳ: 02, nay là 03; "
        "Thêm: Công văn số 41/SVH-VP ngày 05/6/2026."
    )


def test_one_record_in_place_of_another_is_a_change_though_the_number_stays():
    other = replace(MEETING, key="meetings.Meeting:8", label="Họp cơ quan ngày 03/4/2026")
    new = with_block(replace(TOLD, figures=(replace(TOLD.figures[0], refs=(other,)), *TOLD.figures[1:])))
    (change,) = compare(REPORT, new)
    assert change.lines == (
        "Cuộc họp triển khai: vẫn là 01 (thêm Họp cơ quan ngày 03/4/2026; bớt Họp cơ quan ngày 06/3/2026)",
    )


def test_a_mended_number_of_a_document_is_told_as_a_correction():
    mended = Item(PLAN.key, (Piece("Kế hoạch số 31/KH-SVH", PLAN.key),), (PLAN,))
    (change,) = compare(REPORT, with_block(replace(ISSUED, items=(mended, ISSUED.items[1]))))
    assert [(old.key, new.plain) for old, new in change.reworded] == [(PLAN.key, "Kế hoạch số 31/KH-SVH")]
    assert change.lines[0].endswith("thành Kế hoạch số 31/KH-SVH")


def test_a_gap_that_was_closed_says_so():
    closed = replace(ISSUED, key="inspection", figures=())
    (change,) = compare(REPORT, with_block(closed))
    assert change.state == ("gap", "full")
    assert change.lines[0] == "Tình trạng: còn thiếu, nay có số liệu"
    (back,) = compare(with_block(closed), REPORT)
    assert [item.key for item in back.removed] == [PLAN.key, RULES.key]


def test_blocks_are_matched_by_key_wherever_they_stand():
    moved = replace(REPORT, sections=tuple(reversed(REPORT.sections)))
    assert compare(REPORT, moved) == []


def test_a_block_of_only_one_of_two_outlines_is_told():
    without = replace(
        REPORT, sections=tuple(section for section in REPORT.sections if section.key != "I.1.2")
    )
    (gone,) = compare(REPORT, without)
    assert (gone.block, gone.state) == ("told", ("full", None))
    (come,) = compare(without, REPORT)
    assert come.state == (None, "full")
    assert come.heading == "1.2. Triển khai văn bản của cấp trên"


def test_many_new_records_are_named_up_to_five():
    refs = [replace(LETTER, key=f"register.Document:{n}", label=f"Văn bản {n}") for n in range(100, 112)]
    new = with_block(replace(ISSUED, figures=(count("14", PLAN, RULES, *refs),)))
    (change,) = compare(REPORT, new)
    assert change.lines[0].endswith("Văn bản 104 và 7 bản ghi khác)")
