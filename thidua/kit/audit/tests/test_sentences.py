import pytest
from django.template import Context, Template

from thidua.kit.audit import chain, sentences
from thidua.kit.audit.sentences import Told, history, is_told, sentence, tell, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """What the tests tell is forgotten afterwards."""
    for name in ("_sentences", "_names", "_values"):
        monkeypatch.setattr(sentences, name, dict(getattr(sentences, name)))
    tell(
        {"so.phat_hanh": "{actor} phát hành {subject}", "so.sua": "{actor} sửa {subject}"},
        names={
            "number": "số",
            "issued_on": "ngày ban hành",
            "state": "tình trạng",
            "held": "có giữ",
            "rows": "số dòng",
        },
        values={"state": {"moi": "Mới", "xong": "Đã xong"}},
    )


@pytest.fixture
def line(lan, as_actor, now):
    def recorded(verb="so.phat_hanh", subject="so.VanBan:1", text="46/KH-SVH", **more):
        return chain.record(verb, subject, by=as_actor(lan), at=now, text=text, **more)

    return recorded


def test_a_line_reads_as_a_sentence(line):
    assert sentence(line()) == "Trần Ngọc Lan phát hành 46/KH-SVH"


def test_changes_are_said_in_words_in_the_order_of_their_names(line):
    changes = {"issued_on": [None, "2024-06-12"], "state": ["moi", "xong"], "number": ["45", "46"]}

    assert sentence(line("so.sua", changes=changes)) == (
        "Trần Ngọc Lan sửa 46/KH-SVH (số: 45 → 46; ngày ban hành: 12/06/2024; tình trạng: Mới → Đã xong)"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"number": ["45", ""]}, "số: bỏ “45”"),
        ({"number": ["", "46"]}, "số: 46"),
        ({"number": ["46", "46"]}, ""),
        ({"number": [None, None]}, ""),
        ({"held": [False, True]}, "có giữ: không → có"),
        ({"rows": 12}, "số dòng: 12"),
        ({"rows": ["a", "b", "c"]}, "số dòng: a, b, c"),
        ({"rows": {"a": 1}}, ""),
        ({"issued_on": [None, "2024-06-12T02:30:00Z"]}, "ngày ban hành: 09:30 12/06/2024"),
        ({"issued_on": [None, "2024-99-99"]}, "ngày ban hành: 2024-99-99"),
        ({"number": [None, "x" * 500]}, "số: " + "x" * 160 + "…"),
        ({"secret": [1, 2]}, ""),
    ],
)
def test_kinds_of_changes(line, changes, expected):
    assert told(line(changes=changes)).changes == expected


def test_a_verb_that_nobody_told_reads_neutrally(line):
    assert sentence(line("so.la{x}")) == "Trần Ngọc Lan thực hiện việc “so.la{x}” đối với 46/KH-SVH"


def test_braces_in_a_name_are_only_braces(line):
    assert sentence(line(text="{actor} {0}")) == "Trần Ngọc Lan phát hành {actor} {0}"


def test_names_of_changes_belong_to_one_app(line):
    tell({"khac.sua": "{actor} sửa {subject}"}, names={"number": "chỉ tiêu"})

    assert told(line("khac.sua", changes={"number": [1, 2]})).changes == "chỉ tiêu: 1 → 2"
    assert told(line("so.sua", changes={"number": [1, 2]})).changes == "số: 1 → 2"


def test_what_looks_like_an_identity_number_is_covered(line):
    kept = line(
        text="Bà A 079185001234", changes={"number": [None, "079185001234"]}, note="CCCD 079185001234."
    )

    words = told(kept)

    assert words.sentence == "Trần Ngọc Lan phát hành Bà A (đã che)"
    assert (words.changes, words.note) == ("số: (đã che)", "CCCD (đã che).")


def test_a_sum_of_money_is_not_covered(line):
    assert told(line(changes={"number": [None, "120000000000"]})).changes == "số: 120000000000"


def test_history_tells_one_record_newest_first(line, lan, now, as_actor):
    line(subject="so.VanBan:1")
    line(subject="so.VanBan:12", text="khác")
    line("so.sua", subject="so.VanBan:1", changes={"number": ["45", "46"]}, note="gõ nhầm")

    newest, oldest = history("so.VanBan:1")

    assert newest == Told(now, "Trần Ngọc Lan sửa 46/KH-SVH", "số: 45 → 46", "gõ nhầm", "so.sua")
    assert oldest.sentence == "Trần Ngọc Lan phát hành 46/KH-SVH"
    assert len(history("so.VanBan:1", limit=1)) == 1
    chain.record("so.sua", lan, by=as_actor(lan), at=now)
    assert [each.sentence for each in history(lan)] == [f"Trần Ngọc Lan sửa {lan}"]


def test_history_is_one_query(line, django_assert_num_queries):
    for _ in range(5):
        line()

    with django_assert_num_queries(1):
        history("so.VanBan:1")


def test_history_fits_the_part_of_the_page(line):
    line("so.sua", changes={"number": ["45", "46"]}, note="gõ <nhầm>")

    page = Template("{% load ui %}{% history lines %}").render(Context({"lines": history("so.VanBan:1")}))

    assert "Trần Ngọc Lan sửa 46/KH-SVH" in page
    assert "số: 45 → 46; gõ &lt;nhầm&gt;" in page


@pytest.mark.parametrize(
    "wrong", [{"so.a": "phát hành"}, {"so.a": "{actor} {note}"}, {"khong": "{actor} sửa"}]
)
def test_a_sentence_names_who_acts_and_nothing_unknown(wrong):
    with pytest.raises(ValueError, match="needs"):
        tell(wrong)


def test_a_verb_is_told_once():
    tell({"so.sua": "{actor} sửa {subject}"})

    with pytest.raises(ValueError, match="told twice"):
        tell({"so.sua": "{actor} chữa {subject}"})
    assert is_told("so.sua")
    assert not is_told("so.khong_co")
