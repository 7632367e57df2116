"""The scorer: right answers count, wrong ones cost, debatable ones do neither."""

import copy
from typing import Any

import pytest

from thidua.reading.tests.labelled import DEVELOPMENT, HELD_OUT, samples
from thidua.reading.tests.scoring import MEASURES, Tally, fold, micro_average, movement_key, number_key, score

META = {"type": "Báo cáo", "number": None, "date": None, "issuer": None, "title": None, "signer": None}
EMPTY: dict[str, Any] = {"meta": META, "citations": [], "movements": [], "tasks": [], "awards": []}


def document(**parts: Any) -> dict[str, Any]:
    return {**copy.deepcopy(EMPTY), **parts}


def citation(number: str | None, date: str | None, **more: Any) -> dict[str, Any]:
    return {"type": "Kế hoạch", "number": number, "date": date, "year": None, **more}


def task(assignee: str | None, action: str, confidence: str = "high") -> dict[str, Any]:
    return {"assignee": assignee, "action": action, "confidence": confidence}


def award(count: int, code: str, kind: str, state: str = "granted") -> dict[str, Any]:
    return {"count": count, "award": code, "award_code": code, "recipient_kind": kind, "state": state}


def test_folding_drops_marks_case_and_signs() -> None:
    assert fold("Đề án “Nước sạch” – 2024") == "de an nuoc sach 2024"


def test_a_symbol_is_compared_without_its_spaces_and_marks() -> None:
    assert number_key("358- NQ/ĐU") == number_key("358-nq/du") != number_key("358/NQ-ĐU")


@pytest.mark.parametrize("half", [DEVELOPMENT, HELD_OUT])
def test_every_label_scores_full_against_itself(half: str) -> None:
    for sample in samples(half):
        tallies = score(sample.label, sample.label).tallies
        assert {name: tallies[name].figure for name in MEASURES} == dict.fromkeys(MEASURES, 1.0), sample.name


def test_the_same_number_on_two_dates_is_two_citations() -> None:
    label = document(citations=[citation("64/KH-UBND", "2022-03-22"), citation("64/KH-UBND", "2024-03-06")])
    said = document(citations=[citation("64/KH-UBND", "2022-03-22")])
    assert score(said, label).tallies["citations"] == Tally(1, 1, 0)


def test_a_wrong_date_is_a_miss_and_an_error() -> None:
    label = document(citations=[citation("64/KH-UBND", "2022-03-22")])
    said = document(citations=[citation("64/KH-UBND", "2022-03-23")])
    assert score(said, label).tallies["citations"] == Tally(0, 1, 1)


def test_a_law_without_a_number_is_known_by_type_and_year() -> None:
    label = document(citations=[{"type": "Luật", "number": None, "date": None, "year": 2022}])
    said = document(citations=[{"type": "luật", "number": None, "date": "2022-06-15", "year": None}])
    assert score(said, label).tallies["citations"].figure == 1.0


def test_an_undated_second_mention_costs_nothing_once_the_dated_one_is_read() -> None:
    label = document(citations=[citation("8/KH-A", "2024-01-02")])
    both = document(citations=[citation("8/KH-A", "2024-01-02"), citation("8/KH-A", None)])
    bare = document(citations=[citation("8/KH-A", None)])
    assert score(both, label).tallies["citations"] == Tally(1, 0, 0)
    assert score(bare, label).tallies["citations"] == Tally(0, 1, 1)


def test_a_movement_is_its_core_name_without_form_words_and_period() -> None:
    assert movement_key("phong trào thi đua “Ba sẵn sàng” năm 2024") == movement_key("Ba sẵn sàng")
    assert movement_key("thi đua chuyên đề CCHC giai đoạn 2021-2025") == movement_key("cải cách hành chính")


def test_a_movement_said_twice_counts_once() -> None:
    label = document(movements=[{"name": "Hai tốt"}])
    said = document(movements=[{"name": "Hai tốt"}, {"name": "“Hai tốt”"}, {"name": "Ba nhất"}])
    assert score(said, label).tallies["movements"] == Tally(1, 0, 1)


def test_only_granted_awards_count_and_a_quota_said_to_be_granted_is_an_error() -> None:
    label = document(awards=[award(5, "GK", "ca_nhan"), award(2, "GK", "tap_the", "quota")])
    said = document(awards=[award(5, "GK", "ca_nhan"), award(2, "GK", "tap_the")])
    assert score(said, label).tallies["awards"] == Tally(1, 0, 1)
    assert score(document(), label).tallies["awards"] == Tally(0, 1, 0)


def test_two_equal_awards_are_two() -> None:
    label = document(awards=[award(1, "BKBT", "tap_the"), award(1, "BKBT", "tap_the")])
    assert score(document(awards=label["awards"][:1]), label).tallies["awards"] == Tally(1, 1, 0)


def test_a_task_needs_its_assignee_and_half_of_the_words() -> None:
    label = document(tasks=[task("đồng chí Lan", "tổng hợp số liệu, báo cáo Sở")])
    assert score(document(tasks=[task("Lan", "Tổng hợp số liệu")]), label).tallies["tasks"].found == 1
    assert score(document(tasks=[task("Lan", "số liệu")]), label).tallies["tasks"].found == 0
    assert (
        score(document(tasks=[task("Minh", "tổng hợp số liệu, báo cáo Sở")]), label).tallies["tasks"].found
        == 0
    )


def test_low_confidence_neither_helps_nor_hurts_but_does_not_excuse_a_duty() -> None:
    slogan = document(tasks=[task("Các phòng", "nêu cao tinh thần", "low")])
    duty = document(tasks=[task("Các phòng", "nộp báo cáo")])
    assert score(document(tasks=[task("Các phòng", "nêu cao tinh thần")]), slogan).tallies["tasks"] == Tally()
    assert score(document(tasks=[task("Các phòng", "hăng hái", "low")]), slogan).tallies["tasks"] == Tally()
    assert score(document(tasks=[task("Các phòng", "nộp báo cáo", "low")]), duty).tallies["tasks"] == Tally(
        0, 1, 0
    )


def test_one_said_task_answers_one_label_only_and_the_best_matching_is_found() -> None:
    label = document(tasks=[task("A", "một hai ba bốn"), task("A", "một hai")])
    said = document(tasks=[task("A", "một hai"), task("A", "ba bốn")])
    assert score(said, label).tallies["tasks"] == Tally(2, 0, 0)


def test_ignored_things_cost_nothing() -> None:
    label = document(ignore={"citations": [{"text": "nghị quyết đại hội"}]})
    said = document(citations=[citation(None, None, title="Nghị quyết Đại hội XIII")])
    assert score(said, label).tallies["citations"] == Tally()


def test_what_is_unprinted_must_stay_null_and_alternatives_are_as_good() -> None:
    label = document(meta={**META, "issuer": "Sở A", "issuer_any": ["Sở A tỉnh B"], "title": "Về việc C"})
    right = document(meta={**META, "issuer": "SỞ A TỈNH B", "title": "c"})
    invented = document(meta={**META, "issuer": "Sở A", "title": "Về việc C", "number": "1/BC-A"})
    assert score(right, label).tallies["meta"].figure == 1.0
    assert score(invented, label).tallies["meta"].figure == pytest.approx(5 / 6)


def test_a_set_is_averaged_over_its_facts_not_its_documents() -> None:
    one = score(document(), document(citations=[citation("1/KH-A", None)]))
    many = document(citations=[citation(f"{n}/KH-B", None) for n in range(2, 5)])
    total = micro_average([one, score(many, many)])["citations"]
    assert (total.found, total.missed, total.recall, total.precision) == (3, 1, 0.75, 1.0)
