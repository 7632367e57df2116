"""What a rule found, and what follows from all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from thidua.law.book import Entry
from thidua.law.citations import Citation

Outcome = Literal["met", "unmet", "unknown", "council"]
Verdict = Literal["eligible", "not_eligible", "needs_review"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` met, unmet, unknown, or for the council to weigh; `reason` says what was seen or what is missing."""

    rule: str
    outcome: Outcome
    reason: str
    cites: tuple[Citation, ...] = ()
    used: tuple[str, ...] = ()
    """Places of the facts that it looked at: "history/0", "ratings/2"."""
    is_draft: bool = False
    """The rule has not been checked against its text: it warns, it does not decide."""
    entry: str = ""
    """Id of the entry of the book."""
    parts: tuple["Finding", ...] = ()
    """Of a choice or a whole: what each part found."""

    def under(self, entry: Entry, *, is_draft: bool) -> "Finding":
        """The same with where the rule stands."""
        parts = tuple(part.under(entry, is_draft=is_draft or part.is_draft) for part in self.parts)
        return replace(
            self,
            cites=self.cites or entry.cites,
            is_draft=is_draft or self.is_draft,
            entry=entry.id,
            parts=parts,
        )


def met(rule: str, reason: str, *used: str) -> Finding:
    return Finding(rule, "met", reason, used=used)


def unmet(rule: str, reason: str, *used: str) -> Finding:
    return Finding(rule, "unmet", reason, used=used)


def unknown(rule: str, reason: str, *used: str) -> Finding:
    """`reason` says what to supply."""
    return Finding(rule, "unknown", reason, used=used)


def council(rule: str, reason: str) -> Finding:
    """A quality that people weigh; it stands outside the verdict."""
    return Finding(rule, "council", reason)


def all_of(findings: Iterable[Finding]) -> Finding:
    """Every part is needed; what the council weighs does not count."""
    parts = tuple(findings)
    counted = [part for part in parts if part.outcome != "council"]
    for outcome in ("unmet", "unknown"):
        told = [part for part in counted if part.outcome == outcome]
        if told:
            return Finding("all_of", outcome, _joined(told), used=_used(told), parts=parts)
    if not counted:
        return Finding("all_of", "council", _joined(parts), parts=parts)
    return Finding("all_of", "met", _joined(counted), used=_used(counted), parts=parts)


def any_of(findings: Iterable[Finding]) -> Finding:
    """One part is enough."""
    parts = tuple(findings)
    for outcome in ("met", "unknown", "unmet", "council"):
        told = [part for part in parts if part.outcome == outcome]
        if told:
            reason = told[0].reason if outcome == "met" else _joined(told, " hoặc ")
            used = told[0].used if outcome == "met" else _used(parts)
            return Finding("any_of", outcome, reason, used=used, parts=parts)
    raise ValueError("a choice of nothing")


def verdict_of(findings: Iterable[Finding], *, rests_on_draft: bool = False) -> Verdict:
    """A verified no decides. Else what is unknown, or denied only by a draft, is for people. A draft that is plainly met, or
    that nothing was said about, does not spoil the verdict."""
    listed = list(findings)
    if any(each.outcome == "unmet" and not each.is_draft for each in listed):
        return "not_eligible"
    open_ones = (
        (each.outcome == "unknown" and not each.is_draft) or (each.outcome == "unmet" and each.is_draft)
        for each in listed
    )
    return "needs_review" if rests_on_draft or any(open_ones) else "eligible"


def _joined(findings: Iterable[Finding], sign: str = "; ") -> str:
    return sign.join(each.reason.rstrip(".") for each in findings)


def _used(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for each in findings for place in each.used))
