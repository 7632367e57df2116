from datetime import date, timedelta

import pytest

from thidua.records.register import rows, services
from thidua.records.register.models import Citation, Document
from thidua.records.register.selectors import matches
from thidua.records.register.tests.factories import NOW, SYSTEM, entered, identity, sent, stub

# Invented plans of an invented province: false friends of each other.
ABOVE = [
    ("131/KH-UBND", "2019-08-21", "Tổ chức phong trào thi đua “Người cán bộ Tân Giang xây dựng công sở văn minh” giai đoạn 2019 - 2025"),
    ("71/KH-UBND", "2022-03-24", "Thi đua chuyên đề thực hiện CCHC hằng năm và giai đoạn 2021 - 2025 trên địa bàn tỉnh Tân Giang"),
    ("171/KH-UBND", "2022-07-14", "Phát động phong trào thi đua “Tân Giang sẻ chia cùng hộ khó khăn, không bỏ ai ở lại” giai đoạn 2021 - 2025"),
    ("172/KH-UBND", "2022-07-14", "Phát động phong trào thi đua “Tân Giang dựng xây làng quê đáng sống” giai đoạn 2021 - 2025"),
    ("190/KH-UBND", "2022-08-19", "Phát động phong trào thi đua “Doanh nhân Tân Giang vươn khơi” giai đoạn 2022 - 2025"),
    ("58/KH-UBND", "2023-03-06", "Thông tin, tuyên truyền về công tác TĐKT năm 2023"),
    ("03/KH-UBND", "2023-01-05", "Về phát hiện, chăm bồi và nhân rộng gương người tốt việc tốt giai đoạn 2022 - 2025"),
    ("71/KH-UBND", "2024-03-07", "thông tin tuyên truyền về công tác TĐKT năm 2024"),
    ("74/KH-UBND", "2024-03-08", "Phát động thi đua, khen thưởng đối với phong trào toàn dân tham gia PCCC, giữ rừng năm 2024 tỉnh Tân Giang"),
    ("90/KH-UBND", "2024-03-21", "Phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội tỉnh Tân Giang năm 2024"),
    ("161/KH-UBND", "2024-05-13", "Phát động thi đua đặc biệt lập thành tích chào mừng 60 năm Ngày thành lập tỉnh (01/7/1964 - 01/7/2024)"),
    ("162/KH-UBND", "2024-05-15", "Phát động thi đua “Lập công dâng Đại hội” chào mừng Đại hội thi đua yêu nước lần thứ V"),
    ("163/KH-UBND", "2024-05-16", "Phát động phong trào thi đua “Xóm làng hòa thuận, giữ gìn nếp sống đẹp” giai đoạn 2024 - 2026"),
    ("20/CT-UBND", "2024-01-15", "Tăng cường kỷ luật, kỷ cương hành chính năm 2024"),
]  # fmt: skip


@pytest.fixture
def above(tan_giang, so_van_hoa, db):
    """The province's plans, all cited by a report of the department: (number, year) → stub."""
    report = sent(
        identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết công tác TĐKT 6 tháng đầu năm")
    )
    made = {}
    for number, day, title in ABOVE:
        row = stub(identity(number, date.fromisoformat(day), tan_giang, title))
        services.cite(report, row, by=SYSTEM, at=NOW)
        made[number, int(day[:4])] = row
    return made


@pytest.fixture
def ours(so_van_hoa):
    return lambda number, day, title: sent(identity(number, date.fromisoformat(day), so_van_hoa, title))


def said(found):
    return [(match.kind, match.left, match.right) for match in found]


@pytest.fixture
def file(tan_giang):
    """A signed plan of which only the text was kept: neither number nor day."""
    return identity(
        issuer=tan_giang, type="ke_hoach", title="Tuyên truyền về công tác thi đua, khen thưởng năm 2024"
    )


def test_a_file_without_number_and_day_seems_to_be_the_one_stub_of_its_subject_and_year(
    above, file, minh, as_actor
):
    found = matches.for_identity(file, actor=as_actor(minh))

    assert said(found) == [("same", None, above["71/KH-UBND", 2024])]
    assert found[0].reasons == (
        "cùng nơi ban hành",
        "cùng là kế hoạch",
        "trích yếu giống nhau",
        "cùng năm 2024",
    )
    assert found[0].score == 1.0


def test_what_implements_the_document_that_the_file_seems_to_be_is_proposed_with_it(
    above, file, ours, minh, as_actor
):
    own = ours("27/KH-SVH", "2024-03-08", "V/v tuyên truyền công tác thi đua, khen thưởng năm 2024")

    found = matches.for_identity(file, actor=as_actor(minh))

    assert said(found)[1:] == [("implements", own, above["71/KH-UBND", 2024])]
    assert "ban hành sau 1 ngày" in found[1].reasons
    assert "Ủy ban nhân dân tỉnh Tân Giang là cấp trên" in found[1].reasons


@pytest.mark.parametrize(
    ("number", "day", "title", "answers"),
    [
        ("46/KH-SVH", "2019-10-22", "Phát động phong trào thi đua “Cán bộ, viên chức xây dựng công sở văn minh” giai đoạn 2019 - 2025", ("131/KH-UBND", 2019)),
        ("58/KH-SVH", "2022-09-08", "Phát động phong trào thi đua “sẻ chia cùng hộ khó khăn, không bỏ ai ở lại” giai đoạn 2022 - 2025", ("171/KH-UBND", 2022)),
        ("53/KH-SVH", "2022-07-29", "Phát động thi đua “đưa văn hóa về dựng xây làng quê đáng sống” giai đoạn 2022 - 2025", ("172/KH-UBND", 2022)),
        ("04/KH-SVH", "2023-01-12", "Phát hiện, chăm bồi, nhân rộng gương người tốt việc tốt giai đoạn 2022 - 2025", ("03/KH-UBND", 2023)),
        ("31/KH-SVH", "2024-03-24", "Phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2024", ("90/KH-UBND", 2024)),
        ("43/KH-SVH", "2024-05-17", "Thi đua đặc biệt lập thành tích chào mừng 60 năm Ngày thành lập tỉnh (01/7/1964- 01/7/2024)", ("161/KH-UBND", 2024)),
        ("44/KH-SVH", "2024-05-20", "Phát động phong trào “Xóm làng hòa thuận, giữ gìn nếp sống đẹp” giai đoạn 2024 - 2026 trong ngành văn hóa", ("163/KH-UBND", 2024)),
        ("45/KH-SVH", "2024-03-11", "Phòng cháy chữa cháy, giữ rừng năm 2024", ("74/KH-UBND", 2024)),
        ("50/KH-SVH", "2024-05-20", "Thực hiện Kế hoạch số 162/KH-UBND ngày 15/5/2024 của Ủy ban nhân dân tỉnh", ("162/KH-UBND", 2024)),
    ],
)  # fmt: skip
def test_our_plan_seems_to_implement_the_superiors_of_the_same_subject(
    above, ours, minh, as_actor, number, day, title, answers
):
    own = ours(number, day, title)

    assert said(matches.for_document(own, actor=as_actor(minh))) == [("implements", own, above[answers])]


@pytest.mark.parametrize(
    ("number", "day", "title"),
    [
        ("47/KH-SVH", "2024-05-22", "Phát động phong trào thi đua chuyên đề thực hiện nhiệm vụ phát triển văn hóa năm 2024 tại Sở Văn hóa"),
        ("28/KH-SVH", "2024-03-11", "Phát động phong trào thi đua thực hiện công tác nội chính năm 2024"),
        ("68/KH-SVH", "2023-12-29", "Phát động phong trào thi đua trong công chức, người lao động năm 2024"),
        ("48/KH-SVH", "2024-05-20", "Tự kiểm tra, giám sát việc thực hiện công tác thi đua, khen thưởng năm 2024"),
        ("23/QĐ-SVH", "2024-03-20", "Ban hành Quy chế về công tác thi đua, khen thưởng"),
        ("29/KH-SVH", "2024-03-12", "Tuyên truyền công tác thi đua, khen thưởng năm 2025"),
        ("26/KH-SVH", "2024-02-20", "Tuyên truyền công tác thi đua, khen thưởng năm 2024"),
        ("49/KH-SVH", "2024-05-20", "Chào mừng 65 năm Ngày thành lập tỉnh"),
        ("51/KH-SVH", "2024-05-20", "Hưởng ứng “Lập công dâng Đại hội” chào mừng Đại hội thi đua yêu nước lần thứ IV"),
        ("52/KH-SVH", "2024-05-20", "Phát động thi đua “Nhà văn hóa sáng đèn” xây dựng nếp sống đẹp giai đoạn 2024 - 2026"),
    ],
)  # fmt: skip
def test_false_friends_are_not_proposed(above, ours, minh, as_actor, number, day, title):
    """Own subjects; another year; issued before the superior's; another jubilee; another congress; another name."""
    own = ours(number, day, title)

    assert matches.for_document(own, actor=as_actor(minh)) == []


def test_last_years_plan_of_the_same_subject_is_no_match(above, file, minh, as_actor):
    Citation.objects.filter(target=above["71/KH-UBND", 2024]).delete()

    assert matches.for_identity(file, actor=as_actor(minh)) == []


def test_a_held_numberless_document_seems_to_be_the_stub(above, file, so_van_hoa, minh, as_actor):
    held = entered(file, so_van_hoa)

    expected = [("same", held, above["71/KH-UBND", 2024])]
    assert said(matches.for_document(held, actor=as_actor(minh))) == expected
    assert said(matches.for_document(above["71/KH-UBND", 2024], actor=as_actor(minh))) == expected


def test_what_was_turned_down_or_linked_is_not_proposed_again(above, ours, minh, as_actor, now):
    plan = ours("27/KH-SVH", "2024-03-08", "Tuyên truyền công tác TĐKT năm 2024")
    other = ours("31/KH-SVH", "2024-03-24", "Thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2024")
    by = as_actor(minh)
    (match,) = matches.for_document(plan, actor=by)
    services.dismiss(match, by=by, at=now)
    (match,) = matches.for_document(other, actor=by)
    services.link(other, match.right, relation="trien_khai", reason="; ".join(match.reasons), by=by, at=now)

    assert matches.for_document(plan, actor=by) == matches.for_document(other, actor=by) == []
    assert Citation.objects.get(source=other).reason.startswith("trích yếu giống")


def test_from_above_each_body_below_is_proposed_with_its_best_document(
    above, so_noi_vu, ours, tan_giang, as_actor, db
):
    plan = above["90/KH-UBND", 2024]
    entered(identity(plan.number, plan.issued_on, tan_giang), tan_giang, "di")
    own = ours("31/KH-SVH", "2024-03-24", "Thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2024")
    theirs = sent(identity("19/KH-SNV", date(2024, 4, 2), so_noi_vu, "Thi đua phát triển KT-XH năm 2024"))
    plan.refresh_from_db()

    found = matches.for_document(plan, actor=SYSTEM)

    assert {(match.left, match.right) for match in found} == {(own, plan), (theirs, plan)}


def test_a_superiors_plan_named_in_the_text_is_said_so(above, so_van_hoa, minh, as_actor):
    draft = identity(
        "31/KH-SVH",
        date(2024, 3, 24),
        so_van_hoa,
        "Thi đua phát triển kinh tế - xã hội năm 2024",
        type="ke_hoach",
    )

    (match,) = matches.for_identity(
        draft, actor=as_actor(minh), text="Thực hiện Kế hoạch số 90/KH-\nUBND ngày 21/3/2024"
    )

    assert match.reasons[0] == "văn bản nêu số 90/KH-UBND"
    assert match.left is None


def test_a_stranger_is_offered_nothing(above, file, tung, as_actor):
    assert matches.for_identity(file, actor=as_actor(tung)) == []


def test_queries_and_comparisons_are_bounded_whatever_the_size(
    above, file, tan_giang, minh, as_actor, django_assert_max_num_queries, monkeypatch
):
    report = Document.objects.get(number="58/BC-SVH")
    many = []
    for serial in range(500, 1300):
        day = date(2024, 1, 2) + timedelta(days=serial % 100)
        named = identity(
            f"{serial}/KH-UBND", day, tan_giang, f"Tuyên truyền phòng dịch đợt {serial} năm 2024"
        )
        many.append(rows.make(named, origin="vien_dan", at=NOW, is_stub=True))
    Document.objects.bulk_create(many)
    targets = Document.objects.filter(number_key__endswith="kh ubnd", serial__gte=500)
    Citation.objects.bulk_create(Citation(source=report, target=row, created_at=NOW) for row in targets)
    compared = []
    real = matches.compare
    monkeypatch.setattr(matches, "compare", lambda *given: compared.append(1) or real(*given))

    with django_assert_max_num_queries(6):
        found = matches.for_identity(file, actor=as_actor(minh))

    assert len(compared) <= 3 * matches.CANDIDATES
    assert isinstance(found, list)
