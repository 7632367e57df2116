"""The parts, drawn: what was given stands in them, escaped; colour never stands alone."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from thidua.kit.ui.parts import Line, Node, Step, Tab
from thidua.kit.ui.templatetags.ui import BADGES, NOTES, unbroken


def drawn(source, **context):
    return Template(source).render(Context(context))


def test_an_icon_beside_a_word_is_not_read_aloud():
    assert drawn('{% icon "upload" %}') == (
        '<svg class="td-icon" aria-hidden="true" focusable="false">'
        '<use href="/static/ui/vendor/icons.svg#upload"></use></svg>'
    )


def test_an_icon_alone_is_named():
    assert 'role="img" aria-label="Tìm"' in drawn('{% icon "search" "Tìm" %}')


def test_an_icon_that_the_sprite_lacks_is_a_fault():
    with pytest.raises(LookupError):
        drawn('{% icon "unicorn" %}')


@pytest.mark.parametrize("kind", BADGES)
def test_a_badge_has_its_word(kind):
    assert "Đạt" in drawn("{% badge kind 'Đạt' %}", kind=kind)


@pytest.mark.parametrize("kind", ["met", "unmet", "unknown", "gap", "council"])
def test_a_state_is_never_told_by_colour_alone(kind):
    assert "<svg" in drawn("{% badge kind 'x' %}", kind=kind)


def test_a_kind_of_badge_that_does_not_exist_is_a_fault():
    with pytest.raises(KeyError):
        drawn("{% badge 'danger' 'x' %}")


@pytest.mark.parametrize("kind", NOTES)
def test_a_note(kind):
    text = drawn(
        "{% note kind title=title %}<p>Người có số liệu</p>{% endnote %}", kind=kind, title="Thiếu <b>"
    )

    assert f"td-note-{kind}" in text
    assert "Thiếu &lt;b&gt;" in text
    assert "<p>Người có số liệu</p>" in text


def test_a_section_shows_a_count_of_nought_but_not_a_missing_one():
    assert '<span class="td-section-count">0</span>' in drawn(
        "{% section 'Quá hạn' count=0 %}{% endsection %}"
    )
    assert "td-section-count" not in drawn("{% section 'Quá hạn' %}{% endsection %}")


def test_a_head_without_buttons_has_no_room_for_them():
    assert "td-acts" not in drawn("{% head 'Văn bản' %} {% endhead %}")
    assert "td-acts" in drawn("{% head 'Văn bản' %}{% link_button 'Tải lên' '/' %}{% endhead %}")


def test_a_button_that_is_not_possible_says_why_and_leads_nowhere():
    text = drawn("{% link_button 'Gửi hồ sơ' '/gui/' why_not=why %}", why=["Thiếu biên bản."])

    assert "/gui/" not in text
    assert 'aria-disabled="true"' in text
    assert '<span class="td-why-not">Thiếu biên bản.</span>' in text


def test_no_reason_against_means_go():
    assert 'href="/gui/"' in drawn("{% link_button 'Gửi hồ sơ' '/gui/' why_not=why %}", why=[])


def test_a_post_button_is_a_form_of_its_own():
    text = drawn("{% post_button 'Nhắc' '/nhac/' name='ai' value='7' key='E' %}", csrf_token="mã")

    assert '<form class="td-inline" method="post" action="/nhac/">' in text
    assert 'name="csrfmiddlewaretoken" value="mã"' in text
    assert 'name="ai" value="7"' in text
    assert 'data-key="E"' in text
    assert "<kbd>E</kbd>" in text


def test_a_post_button_that_is_not_possible_has_no_form():
    assert "<form" not in drawn("{% post_button 'Nhắc' '/nhac/' why_not=why %}", why=["Đã nhắc hôm nay."])


def test_what_one_types_never_becomes_markup():
    evil = '"><script>alert(1)</script>'
    source = (
        "{% badge 'info' x %}{% link_button x x %}{% section x %}{% endsection %}{% head x lead=x under=x %}{% endhead %}"
        "{% facts pairs %}{% trail x x x %}{% empty x %}{% post_button x x name=x value=x %}"
        "{% tabs tabs label=x %}{% tree nodes %}{% history lines %}{% stepper steps %}"
    )
    at = datetime(2026, 6, 12, tzinfo=UTC)

    text = drawn(
        source,
        x=evil,
        pairs=[(evil, evil)],
        tabs=[Tab(evil, evil)],
        nodes=[Node(evil, evil, evil, evil)],
        lines=[Line(at, evil, evil)],
        steps=[Step(evil, "now", evil)],
    )

    assert "<script" not in text


def test_facts_leave_out_what_is_not_known_and_write_dates():
    text = drawn("{% facts pairs %}", pairs=[("Ngày ký", date(2026, 6, 8)), ("Ghi chú", ""), ("Số tờ", 0)])

    assert "<dt>Ngày ký</dt><dd>08/6/2026</dd>" in text
    assert "Ghi chú" not in text
    assert "<dd>0</dd>" in text


def test_a_stepper_says_who_holds_it_and_since_when():
    text = drawn(
        "{% stepper steps %}", steps=[Step("Trình ký", "now", "Đặng Quốc Sơn giữ", date(2026, 6, 10))]
    )

    assert 'aria-current="step"' in text
    assert "Đặng Quốc Sơn giữ" in text
    assert "từ 10/6/2026" in text


def test_a_tree_nests_and_marks_the_chosen_and_the_wanting():
    wanting = Node("Nhà hát", "84 ngày, chưa có", kind="wanting", act="Nhắc", act_url="/nhac/")
    tree = [
        Node(
            "Kế hoạch 52",
            url="/52/",
            below=(Node("Kế hoạch 30", kind="chosen", url="/30/", below=(wanting,)),),
        )
    ]

    text = drawn("{% tree tree %}", tree=tree)

    assert text.count("<ul") == 3
    assert 'href="/52/"' in text
    assert 'href="/30/"' not in text
    assert '<a class="td-button" href="/nhac/">Nhắc</a>' in text


def test_history_without_lines_says_so():
    assert "Chưa có gì được ghi." in drawn("{% history lines %}", lines=[])


def test_the_way_here_ends_without_a_link():
    text = drawn("{% trail 'Văn bản' '/van-ban/' '30/KH-SVH' %}")

    assert '<li><a href="/van-ban/">Văn bản</a></li><li>30/KH-SVH</li>' in text


def test_a_symbol_in_a_line_is_kept_whole_and_the_rest_stays_escaped():
    drawn = unbroken("<b> Phòng · Thông báo 31/TB-SVH, hạn 12/6")

    assert drawn == '&lt;b&gt; Phòng · Thông báo <span class="td-nowrap">31/TB-SVH</span>, hạn 12/6'
