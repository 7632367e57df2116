"""One sentence that gives a duty: who is to do it, with whom, and where the deed begins."""

import re
from dataclasses import dataclass
from typing import Literal

from thidua.reading import offices
from thidua.reading.tasks import wording
from thidua.reading.text import Text
from thidua.reading.words import Words, words_of

How = Literal["given", "asked", "subject", "anybody", "verb", "passive", "name"]

_INSIDE = re.compile(r"\b(?:kinh de nghi|de nghi|yeu cau|giao)\b")
_MAY_GIVE = re.compile(r"(?:[,;:]|dinh|nhat|luan)\s$")
_MOST_ASKED = 12
_NOTE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Shape:
    """`how` the duty is put; the assignee in words (None: as above it), the deed from flat offset `action` on."""

    how: How
    assignee: str | None
    action: int
    cooperate: str | None = None
    binding: bool | None = None
    verb: str = ""


def read_shape(text: Text, start: int, end: int) -> Shape | None:
    """The shape of the sentence flat[start:end]; None where it gives nobody a duty."""
    words = words_of(text, start, end, 110)
    at = _past_openers(words)
    if at >= len(words):
        return None
    given = _given(text, words, at, end)
    if given is not None:
        return given
    if not wording.NOT_GIVEN.at(words, at) and (offices.begins(words, at)):
        subject = _subject(text, words, at, end)
        if subject is not None:
            return subject
    late = _late_verb(words, at)
    if late is not None:
        return _deed(text, words, late, end, "verb", None, None)
    labelled = _behind_label(text, words, at, end) or _anybody(text, words, at, end)
    if labelled is not None:
        return labelled
    if offices.VERBS.at(words, at) > wording.ADVERBIAL.at(words, at) or wording.OVER.at(words, at):
        return (
            None
            if wording.STATES.at(words, at) >= offices.VERBS.at(words, at) and not wording.OVER.at(words, at)
            else _deed(text, words, at, end, "verb", None, None)
        )
    behind = _behind_adverbial(words, at)
    if behind is not None:
        named = offices.begins(words, behind)
        return _after(text, words, behind, end) or (
            None if named else _deed(text, words, at, end, "verb", None, None)
        )
    return _passive(text, words, at, end)


def asked_inside(text: Text, start: int, end: int) -> Shape | None:
    """ "…, Sở Nội vụ đề nghị các cơ quan gửi …": a request in the middle of a sentence, the last one that names somebody."""
    for asks in reversed(list(_INSIDE.finditer(text.plain, start + 1, end))[-_MOST_ASKED:]):
        if text.flat[asks.start()].isupper():
            continue
        if asks.group() == "giao" and not _MAY_GIVE.search(
            text.plain, max(start, asks.start() - 12), asks.start()
        ):
            continue
        shape = _given(text, words_of(text, asks.start(), end, 110), 0, end)
        if shape is not None and shape.assignee:
            return shape
    return None


def heading_name(text: Text, start: int, end: int) -> tuple[str, bool | None] | None:
    """The office or person that a heading names ("2. Giao Sở Nội vụ", "Trách nhiệm của các phòng:"), and whether bound."""
    words = words_of(text, start, end, 90)
    if not words:
        return None
    at, binding = 0, None
    size = wording.HEADS.at(words, 0)
    if size and not wording.NOT_GIVEN.at(words, 0):
        binding = words[0].plain != "de"
        at = size
    name = offices.name_at(words, at, anyone=False)
    if name is None or name.stop == "verb":
        return None
    if name.stop == "sign" and name.next < len(words) and words.plains[name.next] not in ".;,":
        return None
    if name.next < len(words) and any(word.plain[0].isalnum() for word in words[name.next :]):
        return None
    return _clean(text, words[at].start, words[name.last - 1].end), binding


def _past_openers(words: Words) -> int:
    at = 0
    while at < len(words):
        size = wording.OPENERS.at(words, at)
        if (
            size
            and at + size < len(words)
            and (
                words.plains[at + size] == ","
                or wording.GIVES.at(words, at + size)
                or wording.ASKS.at(words, at + size)
            )
        ):
            at += size + (words.plains[at + size] == ",")
        elif not words.plains[at][0].isalnum():
            at += 1
        else:
            return at
    return at


def _given(text: Text, words: Words, at: int, end: int) -> Shape | None:
    """ "Giao X …", "Đề nghị X phối hợp với Y …"."""
    if wording.NOT_GIVEN.at(words, at) and not (at + 1 < len(words) and words[at + 1].capital):
        return None
    asks, gives = wording.ASKS.at(words, at), wording.GIVES.at(words, at)
    size = asks or gives
    if not size:
        return None
    if words.plains[at] == "phan" and not offices.begins(words, at + size):
        return None
    name = offices.name_at(words, at + size, anyone=True)
    if name is None or name.last - name.first > 45:
        return None
    assignee = _clean(text, words[name.first].start, words[name.last - 1].end)
    if not _is_somebody(words, name):
        return None
    how: How = "asked" if asks else "given"
    if name.next >= len(words):
        return Shape("name", assignee, end, binding=not asks)
    shape = _deed(text, words, _to_verb(words, name), end, how, assignee, not asks)
    return shape


def _is_somebody(words: Words, name: offices.Name) -> bool:
    """An office, a post, or somebody with a capital: "Giao Phòng …", "Giao điều dưỡng Hoa", not "đề nghị việc …"."""
    return offices.begins(words, name.first) or any(
        word.capital for word in words[name.first : min(name.last, name.first + 6)]
    )


def _to_verb(words: Words, name: offices.Name) -> int:
    """The word at which the deed begins behind a name: past a comma and an aside ("theo chức năng, nhiệm vụ được giao")."""
    at = name.next
    if at < len(words) and words.plains[at] in ",-":
        at += 1
    return at


def _subject(text: Text, words: Words, at: int, end: int) -> Shape | None:
    """ "Sở Nội vụ tham mưu …", "Phòng Kế toán: trích …", "Các ông, bà … chịu trách nhiệm …"."""
    name = offices.name_at(words, at)
    if name is None:
        return None
    assignee = _clean(text, words[name.first].start, words[name.last - 1].end)
    verb = _to_verb(words, name)
    if name.stop == "end" or verb >= len(words) or not any(word.plain[0].isalnum() for word in words[verb:]):
        return Shape("name", assignee, end)
    if name.stop == "sign" and words.plains[name.next] in ".;":
        return None
    asks = _given(text, words, verb, end)
    if (
        asks is not None
        and asks.assignee
        and (wording.ASKS.at(words, verb) or words.plains[verb] in ("giao", "yeu"))
    ):
        return asks
    if name.stop in ("colon", "sign") and not _begins_deed(words, verb):
        return None
    later = _duty_behind(words, verb) if words.plains[verb] == "duoc" else None
    if later is not None:
        verb = later
    elif wording.NOT_A_DUTY.at(words, verb) > wording.DUTY_OF.at(words, verb) and wording.NOT_A_DUTY.at(
        words, verb
    ) >= offices.VERBS.at(words, verb):
        return None
    return _deed(text, words, verb, end, "subject", assignee, None)


def _begins_deed(words: Words, at: int) -> bool:
    if words.plains[at : at + 2] == ["phu", "trach"]:
        return True
    return (
        offices.VERBS.at(words, at) > 0
        or wording.OVER.at(words, at) > 0
        or wording.ADVERBIAL.at(words, at) > 0
    )


def _duty_behind(words: Words, at: int) -> int | None:
    """ "Thành viên Hội đồng được phân công … có trách nhiệm …"."""
    for place in range(at, min(len(words), at + 60)):
        if (
            words.plains[place] in ("co", "chiu")
            and wording.DUTY_OF.at(words, place)
            and words.plains[place + 1] in ("trach", "nhiem")
        ):
            return place
    return None


def _behind_adverbial(words: Words, at: int) -> int | None:
    """The word behind the comma that closes "Căn cứ …, ", "Kết thúc mỗi đợt, "."""
    if not wording.ADVERBIAL.at(words, at):
        return None
    place = at
    depth = 0
    while place < len(words) - 1:
        depth += (words.plains[place] == "(") - (words.plains[place] == ")")
        if words.plains[place] == "," and depth <= 0:
            after = place + 1
            if wording.ADVERBIAL.at(words, after) or wording.STATES.at(words, after):
                pass
            elif (
                wording.GIVES.at(words, after)
                or wording.ASKS.at(words, after)
                or offices.begins(words, after)
                or offices.VERBS.at(words, after)
            ):
                return after
        place += 1
    return None


def _late_verb(words: Words, at: int) -> int | None:
    """ "Định kỳ trước ngày 15 tháng 12 hằng năm báo cáo …": a time without a comma, then the deed."""
    if words.plains[at] not in ("dinh", "truoc", "hang", "cham", "cuoi", "dau"):
        return None
    for place in range(at + 1, min(len(words), at + 16)):
        if words.plains[place] in ",.;:":
            return None
        if offices.VERBS.at(words, place) > 1 and not wording.ADVERBIAL.at(words, place):
            return at
    return None


def _after(text: Text, words: Words, at: int, end: int) -> Shape | None:
    given = _given(text, words, at, end)
    if given is not None:
        return given
    if offices.begins(words, at):
        return _subject(text, words, at, end)
    return None


def _behind_label(text: Text, words: Words, at: int, end: int) -> Shape | None:
    """ "Thời gian: các đơn vị gửi hồ sơ …": a label, then somebody who is to act."""
    colon = next(
        (place for place in range(at, min(len(words), at + 22)) if words.plains[place] in ":.;"), None
    )
    if colon is None or colon + 1 >= len(words) or colon == at or words[colon].plain != ":":
        return None
    shape = _after(text, words, colon + 1, end)
    return shape if shape is not None and shape.how != "name" else None


def _anybody(text: Text, words: Words, at: int, end: int) -> Shape | None:
    """ "Viễn thông tỉnh: bảo đảm đường truyền": a name that no list knows, a colon, a deed."""
    if (
        not words[at].capital
        or offices.VERBS.at(words, at)
        or wording.LABELS.at(words, at)
        or wording.ADVERBIAL.at(words, at)
    ):
        return None
    colon = next(
        (place for place in range(at, min(len(words), at + 14)) if words.plains[place] in ":.;"), None
    )
    if (
        colon is None
        or words.plains[colon] != ":"
        or colon + 1 >= len(words)
        or not _begins_deed(words, colon + 1)
    ):
        return None
    assignee = _clean(text, words[at].start, words[colon - 1].end)
    return _deed(text, words, colon + 1, end, "anybody", assignee, None)


def _passive(text: Text, words: Words, at: int, end: int) -> Shape | None:
    """ "Kinh phí do Sở Tài chính bố trí", "Hội nghị được tổ chức trong …", "Hồ sơ gửi về … trước ngày …"."""
    for place in range(at + 1, min(len(words) - 1, at + 50)):
        plain = words.plains[place]
        if plain == "do" and words[place].small == "do" and offices.begins(words, place + 1):
            name = offices.name_at(words, place + 1)
            if name is not None and name.stop == "verb" and wording.DOES.at(words, name.next):
                return Shape(
                    "passive",
                    _clean(text, words[name.first].start, words[name.last - 1].end),
                    words[at].start,
                )
        if plain == "duoc" and wording.DOES.at(words, place + 1):
            return Shape("passive", None, words[at].start)
        if plain in ("gui", "nop") and place - at <= 14 and not words[place].capital:
            return Shape("passive", None, words[at].start)
    return None


def _deed(
    text: Text, words: Words, at: int, end: int, how: How, assignee: str | None, binding: bool | None
) -> Shape | None:
    """The deed from words[at] on: past "có trách nhiệm", "chủ trì", and past those with whom it is done."""
    first = at
    cooperate: str | None = None
    begun = at
    while at < len(words):
        if words.plains[at] in ",-" or (words[at].small == "và" and at > begun):
            at += 1
            continue
        size = _over(words, at)
        if size:
            at += size
            continue
        partner = _partner(text, words, at)
        if partner is None:
            break
        cooperate, at = partner
        break
    if at >= len(words):
        at = first
    verb = " ".join(word.plain for word in words[at : at + 4])
    return Shape(how, assignee, words[at].start if at < len(words) else end, cooperate, binding, verb)


def _over(words: Words, at: int) -> int:
    size = wording.OVER.at(words, at)
    if size and words.plains[at] == "chiu":
        follows = words.plains[at + size] if at + size < len(words) else ""
        return 0 if follows in ("thi", "to", "truoc", "ve", "") else size
    if size and words.plains[at] == "la":
        return size + wording.CENTRAL.at(words, at + size)
    if size:
        return size
    if words.plains[at] == "chu" and at + 1 < len(words) and words.plains[at + 1] == "tri":
        after = words[at + 2] if at + 2 < len(words) else None
        return 2 if after is not None and (after.plain in ",-va" or after.plain == "phoi") else 0
    return 0


def _partner(text: Text, words: Words, at: int) -> tuple[str, int] | None:
    """ "phối hợp (chặt chẽ) với Y": Y in words, and the word behind."""
    if at + 2 >= len(words) or words.plains[at] != "phoi" or words.plains[at + 1] != "hop":
        return None
    after = at + 2
    joined = wording.WITH.at(words, after)
    after += joined
    if wording.WITH.at(words, after) and joined:
        after += wording.WITH.at(words, after)
    if not joined and not offices.begins(words, after):
        return None
    name = offices.name_at(words, after, anyone=True)
    if name is None or name.next >= len(words) or name.last - name.first > 50:
        return None
    follows = name.next + (words.plains[name.next] in ",;")
    if follows >= len(words) or not words[follows].plain[0].isalnum():
        return None
    return _clean(text, words[name.first].start, words[name.last - 1].end), follows


def _clean(text: Text, start: int, end: int) -> str:
    printed = _NOTE.sub("", text.flat[start:end])
    return printed.replace("\n", " ").strip(' ,;:-–“”"')
