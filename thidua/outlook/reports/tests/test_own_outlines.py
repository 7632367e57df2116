"""An outline from a letter: matched, looked over, kept, used."""

import pytest
from django.test import Client
from django.urls import reverse

from thidua.kit.refused import Refused
from thidua.outlook.reports import selectors, services
from thidua.outlook.reports.models import OwnOutline, Report
from thidua.outlook.reports.outlines import choosing
from thidua.outlook.reports.outlines.matching import match
from thidua.vn import periods

pytestmark = pytest.mark.django_db

TEXT = """I. Kết quả thực hiện
1. Công tác tuyên truyền về thi đua, khen thưởng
2. Việc trồng cây xanh ở trụ sở
II. Phương hướng, nhiệm vụ thời gian tới
"""


@pytest.fixture
def outline(so_van_hoa, minh, acts):
    return services.save_outline("Đề cương của Sở Nội vụ", match(TEXT).content, body=so_van_hoa, **acts(minh))


def choice_of(outline, title):
    return next(each for each in choosing.headings(outline.content) if title in each.title)


def test_headings_keep_the_letters_words_and_unknown_ones_are_to_write(outline):
    titles = [heading.title for heading in choosing.headings(outline.content)]

    assert "Việc trồng cây xanh ở trụ sở" in titles
    assert choice_of(outline, "trồng cây").choice == choosing.WRITE
    assert "publicity-plans" in choice_of(outline, "tuyên truyền").keys


def test_a_report_is_made_by_it(outline, records, so_van_hoa, minh, acts, composed):
    report = services.start(f"own:{outline.pk}", periods.parse("2024H1"), body=so_van_hoa, **acts(minh))

    built = composed(report, minh).built

    assert [section.title for section in built.sections][1] == "Công tác tuyên truyền về thi đua, khen thưởng"
    assert any("12/KH-SVH" in item.plain for _, block in built.blocks() for item in block.items)


def test_another_known_heading_is_chosen(outline, minh, acts):
    tree = choice_of(outline, "trồng cây")
    known = next(option for _, group in choosing.options() for option in group if "8.1." in option.label)

    content = choosing.chosen(outline.content, {tree.key: known.value})
    services.correct_outline(outline, content, **acts(minh))
    outline.refresh_from_db()

    assert choice_of(outline, "trồng cây").choice == known.value


def test_a_block_stands_once_in_an_outline(outline, minh, acts):
    known = next(
        option for _, group in choosing.options() for option in group if "publicity-plans" in option.keys
    )
    content = choosing.chosen(outline.content, {choice_of(outline, "trồng cây").key: known.value})

    with pytest.raises(Refused, match="khóa đã dùng"):
        services.correct_outline(outline, content, **acts(minh))


def test_a_name_is_used_once(outline, so_van_hoa, minh, acts):
    with pytest.raises(Refused, match="Đã có đề cương"):
        services.save_outline(outline.name, outline.content, body=so_van_hoa, **acts(minh))


def test_one_that_is_no_longer_used_is_not_offered(outline, minh, acts, sign_in):
    services.hide_outline(outline, hidden=True, **acts(minh))

    assert outline.name not in sign_in(minh).get(reverse("reports:start")).content.decode()

    services.hide_outline(outline, hidden=False, **acts(minh))

    assert outline.name in sign_in(minh).get(reverse("reports:start")).content.decode()


def test_on_the_page_it_is_shown_first_and_kept_when_confirmed(so_van_hoa, minh, sign_in):
    client, address = sign_in(minh), reverse("reports:paste")
    typed = {"name": "Đề cương mới", "text": TEXT}

    preview = client.post(address, typed).content.decode()
    assert "Lấy số liệu như mục" in preview
    assert not OwnOutline.objects.exists()

    answer = client.post(address, typed | {"confirmed": "1"})

    kept = OwnOutline.objects.get()
    assert answer.url == reverse("reports:outline", args=[kept.pk])
    assert kept.body == so_van_hoa


def test_text_without_headings_is_refused_in_words_and_stays(minh, sign_in):
    answer = sign_in(minh).post(reverse("reports:paste"), {"name": "Thử", "text": "…"})

    assert answer.status_code in (200, 422)
    assert not OwnOutline.objects.exists()


@pytest.mark.parametrize("name", ["outline", "hide_outline"])
def test_tung_finds_nothing_there(name, outline, tung, sign_in):
    address = reverse(f"reports:{name}", args=[outline.pk])

    assert sign_in(tung).post(address).status_code == 404


@pytest.mark.parametrize("name", ["outlines", "paste", "outline"])
def test_whoever_is_not_signed_in_is_sent_to_the_door(name, outline):
    args = [outline.pk] if name == "outline" else []

    assert Client().get(reverse(f"reports:{name}", args=args)).status_code == 302


@pytest.mark.parametrize("who", ["son", "thao", "tung"])
def test_only_who_writes_reports_keeps_outlines(who, outline, so_van_hoa, acts, request):
    given = acts(request.getfixturevalue(who))
    with pytest.raises(Refused):
        services.save_outline("Khác", outline.content, body=so_van_hoa, **given)
    with pytest.raises(Refused):
        services.hide_outline(outline, hidden=True, **given)


def test_other_bodies_outlines_are_not_seen(outline, binh, as_actor):
    assert not selectors.outlines_visible_to(as_actor(binh)).exists()
    assert not Report.objects.exists()
