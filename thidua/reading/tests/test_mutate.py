"""A changed document: nothing of the old one left to learn by heart, every fact of the new label in its text."""

import re
import unicodedata
from datetime import date
from typing import Any

import pytest

from thidua.reading.tests.labelled import DEVELOPMENT, HELD_OUT, Labelled, samples, seeds
from thidua.reading.tests.mutate import changeable, mutated
from thidua.reading.tests.relayout import paragraphs
from thidua.reading.tests.scoring import fold, fold_name, movement_key, number_key

ALL = [*samples(DEVELOPMENT), *samples(HELD_OUT), *seeds()]
ORIGINALS = [one for one in ALL if changeable(one)]
BY_NAME = pytest.mark.parametrize("original", ORIGINALS, ids=lambda one: one.name)


def squeezed(text: str) -> str:
    return number_key(text) or ""


def says_date(text: str, iso: str) -> bool:
    day = date.fromisoformat(iso)
    slashed = rf"(?<!\d)0?{day.day}\s*[/.-]\s*0?{day.month}\s*[/.-]\s*{day.year}(?!\d)"
    written = rf"ngay\s+0?{day.day}\s+thang\s+0?{day.month}\s+nam\s+{day.year}(?!\d)"
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign)
    )
    return re.search(f"{slashed}|{written}", bare) is not None


def dates_of(label: dict[str, Any]) -> set[str]:
    dated = [label["meta"], *label["citations"]]
    found = {item["date"] for item in dated} | {task.get("deadline") for task in label["tasks"]}
    return {iso for iso in found if iso}


def numbers_of(label: dict[str, Any]) -> set[str]:
    return {item["number"] for item in [label["meta"], *label["citations"]] if item["number"]}


def says_number(text: str, number: str) -> bool:
    return re.search(rf"(?<![\d/]){re.escape(squeezed(number))}", squeezed(text)) is not None


def says_figure(text: str, figure: int) -> bool:
    printed = f"{figure:,}".replace(",", ".")
    return re.search(rf"(?<!\d)0?{re.escape(printed)}(?!\d)", text) is not None


def assert_facts_stand_in_text(document: Labelled) -> None:
    text, label = document.text, document.label
    folded = fold(text)
    words_of_text = set(fold_name(text).split())
    core = movement_key(text)
    for number in numbers_of(label):
        assert says_number(text, number), number
    for iso in dates_of(label):
        assert says_date(text, iso), iso
    for movement in label["movements"]:
        assert any(
            movement_key(name) in core for name in (movement["name"], *movement.get("name_any", []))
        ), movement
    for award in label["awards"]:
        assert not award.get("count_printed", True) or says_figure(text, award["count"]), award
    for meeting in label["attendance"]:
        assert says_figure(text, meeting["present"]), meeting
    for name in ("issuer", "title", "signer"):
        value = label["meta"][name]
        given = {*label["meta"].get(f"{name}_any", []), value}
        # A header of two columns mixes the lines of the issuer's name with the motto: its words must all be there.
        stands = [set(fold_name(one).split()) <= words_of_text for one in given if one]
        assert None in given or all(stands), (name, value)
    for task in label["tasks"]:
        words = set(fold(" ".join(task.get("action_words") or [task["action"]])).split())
        assert words <= set(folded.split()), words - set(folded.split())


@pytest.mark.parametrize("document", ALL, ids=lambda one: one.name)
def test_the_facts_of_every_label_stand_in_its_text(document: Labelled) -> None:
    if document.label.get("noise") != "digits":
        assert_facts_stand_in_text(document)


@BY_NAME
def test_the_facts_of_a_changed_label_stand_in_the_changed_text(original: Labelled) -> None:
    for turn in range(3):
        assert_facts_stand_in_text(mutated(original, turn))


@BY_NAME
def test_no_number_date_or_name_of_the_original_remains(original: Labelled) -> None:
    changed = mutated(original, 4)
    for number in numbers_of(original.label):
        assert not says_number(changed.text, number), number
    for iso in dates_of(original.label):
        assert not says_date(changed.text, iso), iso
    names = original.label.get("names", {})
    for name in (*names.get("places", []), *(one for one in names.get("persons", []) if " " in one)):
        assert fold(name) not in fold(changed.text), name


@BY_NAME
def test_the_same_seed_gives_the_same_document_and_another_seed_another(original: Labelled) -> None:
    assert mutated(original, 7) == mutated(original, 7)
    assert mutated(original, 7).text != mutated(original, 8).text


@BY_NAME
def test_without_rewrapping_lines_stay_as_they_are(original: Labelled) -> None:
    changed = mutated(original, 2, rewrap=False)
    text = unicodedata.normalize("NFC", original.text)
    assert changed.text.count("\n") == text.count("\n")


@BY_NAME
def test_rewrapping_moves_breaks_and_nothing_else(original: Labelled) -> None:
    joined = " ".join(paragraphs(unicodedata.normalize("NFC", original.text)))
    assert re.sub(r"\s+", "", joined) == re.sub(r"\s+", "", unicodedata.normalize("NFC", original.text))


def test_facts_survive_noise() -> None:
    for noise in ("ocr", "nfd", "nbsp"):
        changed = mutated(ORIGINALS[0], 1, noise=noise)
        numbers = numbers_of(changed.label)
        assert numbers
        assert all(says_number(unicodedata.normalize("NFC", changed.text), number) for number in numbers)


def test_a_spoilt_text_is_not_changed() -> None:
    spoilt = next(one for one in ALL if not changeable(one))
    with pytest.raises(ValueError, match="spoilt"):
        mutated(spoilt, 1)
