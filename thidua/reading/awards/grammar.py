"""One sentence's figures: "29 Lao động tiên tiến", "Giấy khen 12 cá nhân, 03 tập thể", "02 cá nhân được tặng Bằng khen"."""

import re
from dataclasses import dataclass, field

from thidua.reading import lexicon
from thidua.reading.awards.recipients import behind, in_front
from thidua.reading.awards.standing import own_authority
from thidua.reading.awards.tokens import Token
from thidua.reading.facts import RecipientKind
from thidua.reading.text import Text

_NOTE = re.compile(r"\([^()]{0,200}\)")
_BEFORE_AWARD = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:danh hieu|hinh thuc|tam|chiec|suat|luot)?\s*[\"']?\s*"
)
_BEFORE_KIND = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:luot|dong chi la)?\s*")
_TIGHT = re.compile(
    r"[\s\"':|(=-]*(?:(?:cho|doi voi|gom|toi|la|co|dat|duoc|trao cho|tang cho)[\s:]+)?(?:tong so |co |cac )?"
)
_LISTED = re.compile(r"[\s,;|)\"]*(?:va|cung voi|cung|hoac|cho)?[\s,]*(?:co|cho|den)?\s*")
_WITHIN = re.compile(r"trong do|bao gom|\bgom\b|cu the|\(")
_COUNT_BEHIND = re.compile(r"[\"']?\s*(?:\([^()]{1,60}\)\s*)?(?:[:=|(–-]+|la|co|dat|duoc)?\s*")
_CLOSES = re.compile(r"\s*(?:[;,.)|/]|$|va\s|\n|\()")
_TO_KIND = re.compile(r"\s(?:cho|toi|doi voi)\s(?:cac\s)?$")
_LEADS_HERE = re.compile(
    r"(?:cho|tang|khen|doi voi)\s(?:(?:khong (?:vuot )?qua|toi da|it nhat|toi thieu|cac|khoang|tu|tong so|co)\s)?$"
)
_OTHER_KIND = re.compile(r"\s?(?:,|va|va cac)\s(?:ca nhan|tap the|ho gia dinh)")
_IS = re.compile(r"^\sla\s(?:danh hieu\s)?[\"']?$")
_OWN_VERB = re.compile(r"\s(?:dat (?!thanh tich|duoc thanh|nhieu)|duoc (?!tang|khen|cong nhan)|la\s)")
_VOTED = re.compile(r"phieu|dong y|tan thanh|nhat tri|bieu quyet|tin nhiem")
_CORE = {"ca nhan", "tap the", "ho gia dinh"}
_CALM = {"time", "other", "for", "kind", "within", "reach", "been", "done", "quota"}
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of an award: indexes of its count token (or of the award's, where one recipient is named) and award token."""

    count: int
    award: lexicon.AwardName
    kind: RecipientKind | None
    count_at: int
    award_at: int | None
    start: int
    end: int


@dataclass
class _Group:
    """An award and the figures said of it so far."""

    award: lexicon.AwardName
    at: int | None
    end: int
    total: int | None = None
    total_at: int = 0
    kind: RecipientKind | None = None
    items: list[Figure] = field(default_factory=list)
    direct: bool = True
    spoken_for: bool = False


class Sentence:
    """Reads the tokens of one sentence, from left to right."""

    def __init__(
        self,
        text: Text,
        start: int,
        end: int,
        tokens: list[Token],
        inherited: lexicon.AwardName | None,
        kind: RecipientKind | None,
    ) -> None:
        self.text, self.start, self.end, self.tokens = text, start, end, tokens
        self.kind = kind
        self.figures: list[Figure] = []
        self.group: _Group | None = _Group(inherited, None, start, spoken_for=True) if inherited else None
        self.taken: set[int] = set()
        self.told: set[int | None] = set()
        self.waiting: tuple[int, int] | None = None

    def read(self) -> list[Figure]:
        """The figures of the sentence, in order."""
        for index, token in enumerate(self.tokens):
            if token.sort == "number":
                self._number(index)
            elif token.sort == "award" and index not in self.taken:
                self._award(index)
            elif token.sort == "kind" and self._is_label(index):
                self.kind = token.kind
        self._close()
        self.figures.sort(key=lambda figure: figure.start)
        return self.figures

    def _gap(self, start: int, end: int) -> str:
        return self.text.plain[start:end]

    def _next(self, index: int) -> Token | None:
        return self.tokens[index + 1] if index + 1 < len(self.tokens) else None

    def _is_label(self, index: int) -> bool:
        """ "Tập thể: 05 Bằng khen …": what follows is given to collectives."""
        token = self.tokens[index]
        before = self.tokens[index - 1] if index else None
        numbered = (
            before is not None and before.sort == "number" and not self._gap(before.end, token.start).strip()
        )
        after = self._next(index)
        return (
            not numbered
            and token.plain in _CORE
            and self.text.plain[token.end : token.end + 2].strip() == ":"
            and after is not None
            and after.sort == "number"
        )

    def _number(self, index: int) -> None:
        token, after = self.tokens[index], self._next(index)
        if (
            after is not None
            and after.sort == "award"
            and _BEFORE_AWARD.fullmatch(self._gap(token.end, after.start))
        ):
            self._counted(index)
        elif (
            after is not None
            and after.sort == "kind"
            and _BEFORE_KIND.fullmatch(self._gap(token.end, after.start))
        ):
            self._item(index)
        else:
            self._bare(index)

    def _counted(self, index: int) -> None:
        """ "29 Lao động tiên tiến", "240 Giấy khen cho cá nhân"."""
        self._close()
        award = self.tokens[index + 1]
        assert award.award is not None
        self.taken.add(index + 1)
        self.group = _Group(
            award.award, index + 1, award.end, total=self.tokens[index].number, total_at=index
        )
        kind = self._next(index + 1)
        if kind is not None and kind.sort == "for":
            kind = self._next(index + 2)
        if kind is None or kind.sort != "kind" or kind.start - award.end > 60:
            return
        gap = self._gap(award.end, kind.start)
        if self._has_another_kind(kind):
            return
        if _TO_KIND.search(gap) or (not gap.strip(" ('\"") and kind.plain in _CORE):
            self.group.kind = kind.kind

    def _has_another_kind(self, kind: Token) -> bool:
        """ "cho các tập thể, cá nhân": both, so neither."""
        return _OTHER_KIND.match(self.text.plain, kind.end) is not None

    def _award(self, index: int) -> None:
        """An award that no count stands before: its count or recipients may follow."""
        self._close()
        token = self.tokens[index]
        assert token.award is not None
        granted_by = own_authority(self.text, token.end, self.end)
        self.group = _Group(token.award, index, granted_by.end if granted_by else token.end)
        if self.waiting is not None:
            self.group.total, self.group.total_at = self.waiting
            self.waiting = None

    def _item(self, index: int) -> None:
        """ "12 cá nhân": of the award before it, or of the one behind ("12 cá nhân được tặng Giấy khen")."""
        token, kind = self.tokens[index], self.tokens[index + 1]
        behind = self._forward(index + 1)
        if kind.plain in ("ho so", "truong hop"):
            if behind is not None:
                self.waiting = (token.number, index)
            return
        group = self.group
        gap = _NOTE.sub("", self._gap(self._last_end(), token.start)) if group else ""
        tight = (
            group is not None
            and not group.items
            and (
                _TIGHT.fullmatch(gap) is not None
                or (_LEADS_HERE.search(gap) is not None and self._calm_since(index))
            )
        )
        if group is not None and not _fits(group.award, kind.kind):
            group = None
        share = "/" in token.plain
        if group is not None and (tight or (behind is None and not share and self._linked(index, gap))):
            group.direct = group.direct and not _WITHIN.search(self._gap(self._last_end(), token.start))
            group.items.append(self._figure(index, group.award, kind.kind, group.at, kind.end))
            return
        if behind is not None:
            award = self.tokens[behind]
            assert award.award is not None
            self.figures.append(self._figure(index, award.award, kind.kind, behind, award.end))
            self.taken.add(behind)
            self.told.add(behind)

    def _last_end(self) -> int:
        group = self.group
        if group is None:
            return self.start
        return (
            max(group.end, self.tokens[min(group.items[-1].count_at + 1, len(self.tokens) - 1)].end)
            if group.items
            else group.end
        )

    def _calm_since(self, index: int) -> bool:
        """No other verb or award between the award and this count; "cho" leads here."""
        last = self._last_end()
        if self.tokens[index].start - last > _FARTHEST:
            return False
        begun = self.tokens[index].start
        for token in reversed(self.tokens[max(0, index - 60) : index]):
            if token.start < last:
                return True
            if token.sort == "grant" and token.end + 1 == begun:
                continue
            if token.sort not in _CALM:
                return False
        return True

    def _linked(self, index: int, gap: str) -> bool:
        if "," in gap[:2] and _OWN_VERB.match(self.text.plain, self.tokens[index + 1].end):
            return False
        if _LISTED.fullmatch(gap) or _TIGHT.fullmatch(gap):
            return True
        if _WITHIN.search(gap[:40]):
            return self._calm_since(index)
        if ";" in gap or not self._calm_since(index):
            return False
        if _LEADS_HERE.search(gap):
            return True
        lead = gap.rstrip().endswith((",", " va", " cung", "qua", "da", "nhat"))
        return lead and self.tokens[index + 1].plain in _CORE and len(gap) <= 130

    def _forward(self, index: int) -> int | None:
        """The award that those counted at tokens[index] are given: "… được tặng Giấy khen", "… đạt danh hiệu …"."""
        related = passive = False
        first = self.tokens[index].end
        at = index + 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.sort == "semicolon" or token.start - first > _FARTHEST:
                return None
            if token.sort == "number":
                after = self._next(at)
                if after is None or after.sort != "kind" or related:
                    return None
                first = after.end
                at += 1
            elif token.sort == "been":
                passive = True
            elif token.sort == "by":
                related = True
            elif token.sort in ("grant", "reach", "propose"):
                related = related or passive or self._follows(token, first)
            elif token.sort == "award":
                related = related or _IS.search(self._gap(first, token.start)) is not None
                return at if related and self._may_be_given(index, token) else None
            at += 1
        return None

    def _may_be_given(self, index: int, award: Token) -> bool:
        """Those counted can have the award, and do not only vote on it."""
        kind = self.tokens[index]
        fits = award.award is not None and _fits(award.award, kind.kind)
        return fits and not _VOTED.search(self.text.plain, kind.end, award.start)

    def _follows(self, verb: Token, kind_end: int) -> bool:
        """The verb stands right behind those counted ("05 tổ sản xuất tặng …"), and no award before leads them."""
        led = self.group is not None and (bool(self.group.items) or not self.group.spoken_for)
        gap = self._gap(kind_end, verb.start)
        near = (
            len(gap) <= 60
            if verb.sort == "reach"
            else len(gap) <= 40 and "," not in gap and " va " not in gap
        )
        return near and (
            verb.sort == "propose" or not led or self.group is None or self.group.total is not None
        )

    def _bare(self, index: int) -> None:
        """A number alone: "Lao động tiên tiến: 34", "Giấy khen: tập thể 03, cá nhân 12"."""
        token = self.tokens[index]
        before = self.tokens[index - 1] if index else None
        if before is None or not _CLOSES.match(self.text.plain, token.end, self.end + 1):
            return
        gap = self._gap(before.end, token.start)
        group = self.group
        if (
            before.sort == "award"
            and group is not None
            and group.total is None
            and not group.items
            and _COUNT_BEHIND.fullmatch(gap)
        ):
            group.total, group.total_at = token.number, index
        elif (
            before.sort == "kind"
            and before.kind
            and group is not None
            and re.fullmatch(r"\s*[:(|=-]?\s*", gap)
        ):
            labelled = (
                index < 2
                or self.tokens[index - 2].sort != "number"
                or bool(self._gap(self.tokens[index - 2].end, before.start).strip())
            )
            if labelled:
                group.items.append(self._figure(index, group.award, before.kind, group.at, token.end))

    def _figure(
        self, index: int, award: lexicon.AwardName, kind: RecipientKind | None, award_at: int | None, end: int
    ) -> Figure:
        token = self.tokens[index]
        places = (
            [token.start, end]
            if award_at is None
            else [token.start, end, self.tokens[award_at].start, self.tokens[award_at].end]
        )
        return Figure(token.number, award, kind, index, award_at, min(places), max(places))

    def _close(self) -> None:
        """The group is over: a total with its parts gives the parts where they add up or "cho" leads them."""
        group, self.group = self.group, None
        if group is None:
            return
        parts = sum(item.count for item in group.items)
        if group.items and (group.total is None or group.direct or parts == group.total):
            self.figures += group.items
        elif group.total is not None:
            kind = group.kind or group.award.kind or self.kind
            self.figures.append(self._figure(group.total_at, group.award, kind, group.at, group.end))
        elif not group.spoken_for and group.at is not None and group.at not in self.told:
            self._named(group)

    def _named(self, group: _Group) -> None:
        """One recipient named without a number: "Bằng khen … cho tập thể Sở Du lịch"."""
        assert group.at is not None
        until = self.end
        for after in self.tokens[group.at + 1 : group.at + 30]:
            if after.sort in ("award", "semicolon"):
                until = after.start
                break
        before = self.tokens[max(0, group.at - 20) : group.at]
        found = behind(self.text, group.end, until) or in_front(self.text, before, self.start)
        if found is None:
            return
        token = self.tokens[group.at]
        start, end = min(found.start, token.start), max(found.end, token.end)
        self.figures.append(Figure(found.count, group.award, found.kind, group.at, group.at, start, end))


def _fits(award: lexicon.AwardName, kind: RecipientKind | None) -> bool:
    """A title for persons is not given to collectives, nor the other way; a medal's "người" is no matter."""
    return award.kind is None or kind is None or award.kind == kind or award.code == "KNC"
