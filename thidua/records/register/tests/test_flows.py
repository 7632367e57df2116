"""The pages as an officer uses them: what is sent, what stands in the register afterwards, what is said when not."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from thidua.records.orgs.models import Unit
from thidua.records.register import services
from thidua.records.register.models import Citation, Consultation, Document, Entry, Exemption, Paper, Series
from thidua.records.register.tests.factories import NOW, SYSTEM, entered, identity, sent, stub


@pytest.fixture
def clerk(sign_in, minh):
    return sign_in(minh)


@pytest.fixture
def plan(tan_giang, so_van_hoa):
    return entered(
        identity("71/KH-UBND", date(2024, 3, 7), tan_giang, "Tuyên truyền TĐKT năm 2024"), so_van_hoa
    )


def to(name, *args):
    return reverse(f"register:{name}", args=args)


def text(answer):
    return answer.content.decode()


def test_a_paper_that_came_is_entered_with_its_file(clerk, tan_giang, so_van_hoa):
    upload = SimpleUploadedFile("kh.txt", "Kế hoạch tuyên truyền năm 2024.".encode())

    answer = clerk.post(
        to("enter"),
        {
            "direction": "den",
            "number": "71/KH-UBND",
            "issued_on": "07/3/2024",
            "issuer": tan_giang.name,
            "issuer_id": tan_giang.pk,
            "title": "Tuyên truyền TĐKT năm 2024",
            "arrival_number": "112",
            "received_on": "08/3/2024",
            "file": upload,
        },
    )

    entry = Entry.objects.select_related("document").get(body=so_van_hoa)
    assert answer.url == to("document", entry.document_id)
    assert (entry.arrival_number, entry.document.type, entry.document.issuer) == (
        "112",
        "ke_hoach",
        tan_giang,
    )
    assert Paper.objects.get().file.versions.get().text == "Kế hoạch tuyên truyền năm 2024."
    assert "Đã ghi Kế hoạch 71/KH-UBND vào sổ." in text(clerk.get(answer.url))


def test_an_issuer_that_nobody_has_written_down_is_added_with_the_paper(clerk):
    clerk.post(
        to("enter"),
        {
            "direction": "den",
            "number": "11/CV-HN",
            "issued_on": "07/3/2024",
            "title": "Mời dự hội nghị",
            "type": "cong_van",
            "new_issuer": "Hội Nhà văn Tân Giang",
            "new_issuer_level": "tinh",
            "new_issuer_kind": "mat_tran",
        },
    )

    assert Document.objects.get().issuer == Unit.objects.get(name="Hội Nhà văn Tân Giang", is_outside=True)


def test_a_number_in_use_comes_back_with_a_link_to_the_other(clerk, so_van_hoa):
    other = sent(identity("30/KH-SVH", date(2024, 3, 20), so_van_hoa, "Phát động"))

    answer = clerk.post(
        to("enter"),
        {
            "direction": "di",
            "number": "30/KH-SVH",
            "issued_on": "21/3/2024",
            "title": "Khác",
            "type": "ke_hoach",
        },
    )

    assert answer.status_code == 422
    assert "Số 30/KH-SVH đã dùng cho văn bản ngày 20/3/2024." in text(answer)
    assert f'href="{to("document", other.pk)}"' in text(answer)


def test_a_plan_is_drafted_for_a_superiors_one_moved_and_issued(clerk, plan, so_van_hoa, today):
    form = clerk.get(f"{to('draft')}?thuc_hien={plan.pk}")
    assert "Kế hoạch 71/KH-UBND" in text(form)

    drafted = clerk.post(
        to("draft"),
        {
            "type": "ke_hoach",
            "title": "Tuyên truyền TĐKT năm 2024",
            "implements": str(plan),
            "implements_id": plan.pk,
            "due_on": "20/6/2024",
        },
    )
    draft = Document.objects.get(state="du_thao")
    assert drafted.url == to("document", draft.pk)
    assert draft.cites.get().target == plan

    for step in ("submit", "sign"):
        clerk.post(to("step", draft.pk), {"step": step})
    answer = clerk.post(
        to("issue", draft.pk), {"number": "26", "issued_on": "09/3/2024", "signer": "Đặng Quốc Sơn"}
    )

    draft.refresh_from_db()
    assert answer.url == to("document", draft.pk)
    assert (draft.number, draft.state, draft.signer) == ("26/KH-SVH", "da_ban_hanh", "Đặng Quốc Sơn")


def test_a_step_that_cannot_be_is_said_at_the_head_of_the_page(clerk, so_van_hoa):
    draft = services.draft(identity(title="Phát động", type="ke_hoach"), body=so_van_hoa, by=SYSTEM, at=NOW)

    answer = clerk.post(to("step", draft.pk), {"step": "sign"}, follow=True)

    assert "Bước “Ghi đã ký” không làm được khi đang ở “Đang soạn”." in text(answer)


def test_sending_back_keeps_the_reason_on_the_page(clerk, so_van_hoa):
    draft = services.draft(identity(title="Phát động", type="ke_hoach"), body=so_van_hoa, by=SYSTEM, at=NOW)
    clerk.post(to("step", draft.pk), {"step": "submit"})

    answer = clerk.post(to("step", draft.pk), {"step": "send_back", "note": "Thiếu phụ lục"}, follow=True)

    assert "Thiếu phụ lục" in text(answer)
    assert "Lê Quang Minh ghi:" in text(answer)


def test_facts_line_and_validity_are_put_right(clerk, plan):
    clerk.post(
        to("correct", plan.pk),
        {
            "type": "ke_hoach",
            "number": "71/KH-UBND",
            "issued_on": "07/3/2024",
            "issuer": plan.issuer.name,
            "issuer_id": plan.issuer_id,
            "title": "Trích yếu đúng",
            "topic": "tuyen_truyen",
        },
    )
    clerk.post(to("line", plan.pk), {"arrival_number": "9", "received_on": "08/3/2024", "note": ""})
    clerk.post(to("validity", plan.pk), {"effective_on": "07/3/2024", "expires_on": "01/01/2025", "note": ""})

    plan.refresh_from_db()
    assert (plan.title, plan.topic, plan.expires_on) == ("Trích yếu đúng", "tuyen_truyen", date(2025, 1, 1))
    assert Entry.objects.get(document=plan).arrival_number == "9"


def test_two_documents_are_linked_either_way_and_parted_after_one_question(clerk, plan, so_van_hoa):
    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Khác hẳn"))

    clerk.post(
        to("link", plan.pk), {"way": "<trien_khai", "other": str(own), "other_id": own.pk, "reason": ""}
    )
    edge = Citation.objects.get()
    assert (edge.source, edge.target) == (own, plan)

    asked = clerk.post(to("unlink", plan.pk, edge.pk))
    assert "Bỏ quan hệ “Triển khai, cụ thể hóa” giữa Kế hoạch 26/KH-SVH và Kế hoạch 71/KH-UBND?" in text(
        asked
    )
    clerk.post(to("unlink", plan.pk, edge.pk), {"confirmed": "1"})
    assert not Citation.objects.exists()


def test_a_proposed_match_is_taken_or_turned_down(clerk, plan, so_van_hoa):
    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Tuyên truyền TĐKT năm 2024"))
    assert "Có lẽ triển khai Kế hoạch 71/KH-UBND" in text(clerk.get(to("document", own.pk)))
    assert "có lẽ triển khai" in text(clerk.get(to("matches")))

    clerk.post(to("decide", own.pk), {"kind": "implements", "right": plan.pk, "act": "take"})

    edge = Citation.objects.get(relation="trien_khai")
    assert (edge.source, edge.target) == (own, plan)
    assert "trích yếu giống nhau" in edge.reason
    assert "Có lẽ triển khai" not in text(clerk.get(to("document", own.pk)))


def test_a_match_turned_down_is_gone_and_the_way_back_never_leaves_the_house(clerk, plan, so_van_hoa):
    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Tuyên truyền TĐKT năm 2024"))

    answer = clerk.post(
        to("decide", own.pk),
        {"kind": "implements", "right": plan.pk, "act": "drop", "back": "https://noi-khac.example/"},
    )

    assert answer.url == to("document", own.pk)
    assert "Không có cặp nào chờ xem" in text(clerk.get(to("matches")))


def test_a_numberless_paper_and_the_cited_one_become_one(clerk, tan_giang, so_van_hoa):
    cited = stub(identity("71/KH-UBND", date(2024, 3, 7), tan_giang, "Tuyên truyền TĐKT năm 2024"))
    report = sent(identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))
    services.cite(report, cited, by=SYSTEM, at=NOW)
    held = entered(
        identity(issuer=tan_giang, type="ke_hoach", title="Tuyên truyền TĐKT năm 2024"), so_van_hoa
    )

    clerk.post(to("decide", held.pk), {"kind": "same", "right": cited.pk, "act": "take"})

    held.refresh_from_db()
    assert held.number == "71/KH-UBND"
    assert clerk.get(to("document", cited.pk)).url == to("document", held.pk)


def test_a_reason_not_to_concretise_is_written_and_withdrawn(clerk, plan, so_van_hoa):
    clerk.post(to("exempt", plan.pk), {"reason": "Không thuộc phạm vi"})
    assert Exemption.objects.get(document=plan).body == so_van_hoa
    assert "Không thuộc phạm vi" in text(clerk.get(to("concretising")))

    clerk.post(to("withdraw", plan.pk))
    assert not Exemption.objects.exists()


def test_an_opinion_is_asked_answered_by_the_other_body_and_settled(
    clerk, sign_in, binh, so_van_hoa, so_noi_vu
):
    draft = services.draft(
        identity(title="Ban hành Quy chế thi đua", type="quyet_dinh"), body=so_van_hoa, by=SYSTEM, at=NOW
    )
    clerk.post(
        to("ask", draft.pk),
        {"other": so_noi_vu.name, "other_id": so_noi_vu.pk, "asked_on": "03/6/2024", "due_on": "20/6/2024"},
    )
    row = Consultation.objects.get()

    sign_in(binh).post(to("answer", row.pk), {"answered_on": "07/6/2024", "opinion": "Bổ sung tỷ lệ"})
    answer = clerk.post(
        to("opinion", row.pk),
        {"answered_on": "07/6/2024", "opinion": "Bổ sung tỷ lệ", "taken": "0", "accepted_reason": "Đã có"},
    )

    row.refresh_from_db()
    assert answer.url == to("document", draft.pk)
    assert (row.opinion, row.is_accepted, row.accepted_reason) == ("Bổ sung tỷ lệ", False, "Đã có")


def test_series_are_opened_set_and_carried_into_a_new_year(clerk, so_van_hoa):
    clerk.post(
        to("open_series"),
        {
            "issuer": so_van_hoa.name,
            "issuer_id": so_van_hoa.pk,
            "year": "2024",
            "name": "Văn bản",
            "types": ["ke_hoach", "bao_cao"],
            "last_serial": "0",
        },
    )
    series = Series.objects.get()
    clerk.post(to("series_settings", series.pk), {"gives_numbers": "on", "last_serial": "12"})
    clerk.post(to("open_year"), {"nam": "2025"})

    assert list(Series.objects.order_by("year").values_list("year", "gives_numbers", "last_serial")) == [
        (2024, True, 12),
        (2025, True, 0),
    ]


def test_the_list_filters_searches_and_shows_the_chosen_one_beside(clerk, plan, so_van_hoa):
    sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Chăm sóc cây xanh"))

    found = text(clerk.get(to("list"), {"q": "tuyen truyen tđkt"}))
    assert "71/KH-UBND" in found
    assert "26/KH-SVH" not in found
    assert "1 văn bản" in found
    assert "26/KH-SVH" in text(clerk.get(to("list"), {"q": "26/KH"}))
    assert "Không có văn bản nào khớp bộ lọc" in text(
        clerk.get(to("list"), {"loai": "ke_hoach", "so": "du_thao"})
    )

    beside = clerk.get(to("list"), {"chon": plan.pk}, headers={"HX-Request": "true", "HX-Target": "panel"})
    assert "Mở văn bản" in text(beside)
    assert "<html" not in text(beside)
    assert "Mở văn bản" in text(clerk.get(to("list"), {"chon": plan.pk}))


def test_the_export_holds_what_is_filtered_to_and_no_formula(clerk, plan, so_van_hoa):
    sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, '=HYPERLINK("http://x")'))

    answer = clerk.get(to("export"), {"so": "di"})
    book = ZipFile(BytesIO(b"".join(answer.streaming_content)))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert "26/KH-SVH" in sheet
    assert "71/KH-UBND" not in sheet
    assert "<f>" not in sheet


def test_pickers_find_without_diacritics(clerk, plan, tan_giang):
    assert "71/KH-UBND" in text(clerk.get(to("document_search"), {"q": "tuyen truyen"}))
    assert "Ủy ban nhân dân tỉnh Tân Giang" in text(clerk.get(to("office_search"), {"q": "uy ban tan giang"}))


def test_a_link_from_a_paper_of_others_is_not_shown_by_its_number(
    clerk, plan, tan_giang, so_noi_vu, so_van_hoa
):
    entered(identity("71/KH-UBND", date(2024, 3, 7), tan_giang), so_noi_vu)
    theirs = sent(identity("12/BC-SNV", date(2024, 3, 20), so_noi_vu, "Riêng của Sở Nội vụ"))
    edge = services.cite(theirs, plan, by=SYSTEM, at=NOW)

    answer = clerk.get(to("unlink", plan.pk, edge.pk))

    assert answer.status_code == 404
    assert "Riêng của Sở Nội vụ" not in text(answer)
