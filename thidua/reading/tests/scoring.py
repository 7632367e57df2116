"""The five figures of a reading: predictions against labels, both plain JSON values.

A label is the contract's JSON without `file` and `spans`, plus three aids that only the scorer knows:
`…_any` (further answers that are as good), `action_words` (instead of a task's action) and `ignore`
(per kind: debatable things that neither help nor hurt). See samples/README.md.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]

KINDS = ("citations", "awards", "movements", "tasks")
META_FIELDS = ("type", "number", "date", "issuer", "title", "signer")
MEASURES = ("citations", "meta", "awards", "movements", "tasks")
GOALS_SEEDS = {"citations": 0.98, "meta": 0.95, "awards": 0.95, "movements": 0.90, "tasks": 0.85}
GOALS_UNSEEN = {"citations": 0.95, "meta": 0.90, "awards": 0.90, "movements": 0.85, "tasks": 0.75}

# The abbreviations that every office writes; an answer in full and one in short are the same answer.
ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "tdkt": "thi dua khen thuong",
    "cchc": "cai cach hanh chinh",
    "mttq": "mat tran to quoc",
    "cbccvc": "can bo cong chuc vien chuc",
}
FORM_WORDS = re.compile(r"^(?:(?:cac|dot|chuyen de|dac biet|thuong xuyen|ngan han|theo) )+")
PERIOD_TAIL = re.compile(
    r"(?: (?:va|hang nam|hang nam va|nam \d{4}(?: \d{4})?|nam hoc \d{4} \d{4}|giai doan \d{4} \d{4}))+$"
)
PERSON_HEAD = re.compile(r"^(?:(?:cac|dong chi|d c|ong|ba|giao|de nghi) )+")


@dataclass(frozen=True)
class Tally:
    """Counts of one measure; for `meta`, `missed` are wrong fields and nothing is ever `wrong`."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.found + other.found, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        said = self.found + self.wrong
        return self.found / said if said else 1.0

    @property
    def recall(self) -> float:
        there = self.found + self.missed
        return self.found / there if there else 1.0

    @property
    def figure(self) -> float:
        """F1; of meta the share of right fields (the same formula, halves aside)."""
        weight = 2 * self.found + self.missed + self.wrong
        return 2 * self.found / weight if weight else 1.0


@dataclass
class Score:
    """One document's tallies, and what they are made of, for the list of errors."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    missed: dict[str, list[Item]] = field(default_factory=dict)
    wrong: dict[str, list[Item]] = field(default_factory=dict)


def fold(text: str | None) -> str:
    """Lower case without marks, every other sign one space: "Đề án số 1" → "de an so 1"."""
    lowered = unicodedata.normalize("NFD", (text or "").casefold().replace("đ", "d"))
    bare = "".join(sign for sign in lowered if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare))


def fold_name(text: str | None) -> str:
    """Folded, with the common abbreviations of office names written out."""
    return " ".join(ABBREVIATIONS.get(word, word) for word in fold(text).split())


def number_key(number: str | None) -> str | None:
    """A symbol without spaces, marks and case; slashes and hyphens stay: "358- NQ/ĐU" → "358-nq/du"."""
    if not number:
        return None
    bare = unicodedata.normalize("NFD", number.casefold().replace("đ", "d"))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return re.sub(r"\s+", "", re.sub(r"[‐-―−]", "-", bare))


def movement_key(name: str | None) -> str:
    """The core of a movement's name: without "phong trào", "thi đua", form words and a period at the end."""
    words = fold_name(name)
    words = re.sub(r"\b(?:phong trao|thi dua)\b", " ", words)
    words = " ".join(words.split())
    return PERIOD_TAIL.sub("", FORM_WORDS.sub("", words)).strip()


def office_key(name: str | None) -> str | None:
    return PERSON_HEAD.sub("", fold_name(name)) if name else None


def _answers(label: Item, key: str) -> list[Any]:
    return [label.get(key), *label.get(f"{key}_any", [])]


def _year(item: Item) -> str | None:
    year = item.get("year") or (item.get("date") or "")[:4]
    return str(year) if year else None


def same_citation(said: Item, label: Item) -> bool:
    if label.get("number"):
        numbers = {number_key(number) for number in _answers(label, "number")}
        return number_key(said.get("number")) in numbers and said.get("date") in _answers(label, "date")
    if said.get("number"):
        return False
    return fold(said.get("type")) == fold(label.get("type")) and _year(said) == _year(label)


def same_movement(said: Item, label: Item) -> bool:
    return movement_key(said.get("name")) in {movement_key(name) for name in _answers(label, "name")}


def same_award(said: Item, label: Item) -> bool:
    if said.get("count") != label.get("count"):
        return False
    if said.get("recipient_kind") not in _answers(label, "recipient_kind"):
        return False
    code = label.get("award_code")
    if code is not None and said.get("award_code") == code:
        return True
    return fold_name(said.get("award")) in {fold_name(name) for name in _answers(label, "award")}


def action_words(label: Item) -> set[str]:
    words = label.get("action_words")
    return set(fold(" ".join(words) if words else label.get("action")).split())


def same_task(said: Item, label: Item) -> bool:
    """Same assignee, and at least half of the label's action words in the predicted action."""
    if office_key(said.get("assignee")) not in {office_key(name) for name in _answers(label, "assignee")}:
        return False
    words = action_words(label)
    spoken = set(fold(said.get("action")).split())
    return len(words & spoken) * 2 >= len(words)


SAME: dict[str, Callable[[Item, Item], bool]] = {
    "citations": same_citation,
    "movements": same_movement,
    "awards": same_award,
    "tasks": same_task,
}


def pair(said: list[Item], labels: list[Item], same: Callable[[Item, Item], bool]) -> dict[int, int]:
    """A largest one-to-one matching, label index → index of what was said (augmenting paths)."""
    edges = [[place for place, item in enumerate(said) if same(item, label)] for label in labels]
    taken: dict[int, int] = {}

    def settle(label: int, seen: set[int]) -> bool:
        for place in edges[label]:
            if place in seen:
                continue
            seen.add(place)
            if place not in taken or settle(taken[place], seen):
                taken[place] = label
                return True
        return False

    for label in range(len(labels)):
        settle(label, set())
    return {label: place for place, label in taken.items()}


def _ignorable(kind: str, said: Item, ignored: Iterable[Item]) -> bool:
    spoken = fold(" ".join(value for value in said.values() if isinstance(value, str)))
    for entry in ignored:
        if "text" in entry:
            if fold(entry["text"]) in spoken:
                return True
        elif SAME[kind](said, entry):
            return True
    return False


def _once(items: list[Item], key: Callable[[Item], Any]) -> list[Item]:
    return list({key(item): item for item in reversed(items)}.values())[::-1]


def _sides(kind: str, said: list[Item], labels: list[Item]) -> tuple[list[Item], list[Item], list[Item]]:
    """What counts of each side, and the labels that must not hurt (low confidence, not granted)."""
    if kind == "awards":
        mute = [label for label in labels if label["state"] != "granted"]
        said = [item for item in said if item.get("state") == "granted"]
        # A quota or a proposal that is said to be granted is an error, so `mute` forgives nothing here.
        return said, [label for label in labels if label not in mute], []
    if kind == "tasks":
        mute = [label for label in labels if label["confidence"] == "low"]
        said = [item for item in said if item.get("confidence") != "low"]
        return said, [label for label in labels if label["confidence"] != "low"], mute
    if kind == "movements":
        said = _once(said, lambda item: movement_key(item.get("name")))
        return said, _once(labels, lambda item: movement_key(item["name"])), []
    return said, labels, []


def _repeats_undated(item: Item, right: list[Item]) -> bool:
    """An undated second mention of a number that was also read with its date is the same document."""
    if item.get("date") or not item.get("number"):
        return False
    return number_key(item["number"]) in {number_key(other.get("number")) for other in right}


def _compare(kind: str, said: list[Item], label: Item) -> tuple[Tally, list[Item], list[Item]]:
    said, labels, mute = _sides(kind, said, label.get(kind, []))
    pairs = pair(said, labels, SAME[kind])
    missed = [item for place, item in enumerate(labels) if place not in pairs]
    used = set(pairs.values())
    right = [said[place] for place in used]
    ignored = [*label.get("ignore", {}).get(kind, []), *mute]
    wrong = [
        item
        for place, item in enumerate(said)
        if place not in used
        and not _ignorable(kind, item, ignored)
        and not (kind == "citations" and _repeats_undated(item, right))
    ]
    return Tally(len(pairs), len(missed), len(wrong)), missed, wrong


def _same_field(name: str, said: Item, label: Item) -> bool:
    answers = _answers(label, name)
    value = said.get(name)
    if value is None or name == "date":
        return value in answers
    if name == "number":
        return number_key(value) in {number_key(answer) for answer in answers}
    keys = {_field_key(name, answer) for answer in answers if answer}
    return _field_key(name, value) in keys


def _field_key(name: str, value: str) -> str:
    folded = fold_name(value)
    return re.sub(r"^(?:ve viec|v v) ", "", folded) if name == "title" else folded


def _compare_meta(said: Item, label: Item) -> tuple[Tally, list[Item], list[Item]]:
    missed = []
    for name in META_FIELDS:
        if not _same_field(name, said, label):
            missed.append({"field": name, "label": label.get(name), "said": said.get(name)})
    # Half of `missed` stands on each side, so that the figure is the plain share of right fields.
    return Tally(len(META_FIELDS) - len(missed), len(missed), len(missed)), missed, []


def score(said: Item, label: Item) -> Score:
    """One document: `said` is the JSON of a reading, `label` the JSON of its label."""
    result = Score()
    compared = {"meta": _compare_meta(said.get("meta") or {}, label["meta"])}
    for kind in KINDS:
        compared[kind] = _compare(kind, said.get(kind) or [], label)
    for measure, (tally, missed, wrong) in compared.items():
        result.tallies[measure] = tally
        result.missed[measure] = missed
        result.wrong[measure] = wrong
    return result


def micro_average(scores: Iterable[Score]) -> dict[str, Tally]:
    """The tallies of a set of documents, added up measure by measure."""
    totals = dict.fromkeys(MEASURES, Tally())
    for one in scores:
        for measure in MEASURES:
            totals[measure] = totals[measure] + one.tallies[measure]
    return totals
