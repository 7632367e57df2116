"""A report as it stands: worked out now, or as it was frozen, with the officer's words over it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from thidua.outlook.reports import outlines
from thidua.outlook.reports.build import Wishes, Written, build
from thidua.outlook.reports.built import Block, Built, Change, State, compare, from_json
from thidua.outlook.reports.models import OwnOutline, Report
from thidua.outlook.reports.outline import Outline
from thidua.outlook.reports.outlines import OutlineError
from thidua.outlook.reports.selectors.visible import period_of
from thidua.records.orgs.actors import Actor
from thidua.vn.periods import Period

OWN = "own:"


@dataclass(frozen=True)
class Composed:
    """What the page, the files and the leadership see."""

    built: Built
    changes: tuple[Change, ...] = ()
    """How the live records differ from what was frozen; empty while live."""

    @property
    def gaps(self) -> list[Block]:
        return [block for _, block in self.built.blocks() if block.state == "gap"]


def outline_of(key: str) -> Outline:
    """A shipped outline, or a body's own by "own:12"; KeyError where there is none."""
    if not key.startswith(OWN):
        return outlines.find(key)
    row = OwnOutline.objects.filter(pk=key.removeprefix(OWN)).first()
    if row is None:
        raise KeyError(key)
    return outlines.find(key, row.content)


def words_of(report: Report) -> dict[str, Written]:
    return {row.block: Written(row.text, row.is_skipped) for row in report.narratives.all()}


def live(report: Report, *, actor: Actor, at: datetime, words: Mapping[str, Written] | None = None) -> Built:
    """Worked out from the records of this moment."""
    built = build(
        outline_of(report.outline),
        body=report.body,
        period=period_of(report),
        actor=actor,
        at=at,
        wishes=Wishes(
            narratives=words_of(report) if words is None else words,
            left_out={(row.block, row.record): row.reason for row in report.left_out.all()},
        ),
        request=report.request,
    )
    return _titled(report, built)


def _titled(report: Report, built: Built) -> Built:
    """The title is the officer's."""
    told = report.title[:1].lower() + report.title[1:]
    return replace(built, abstract=report.title, title=f"Báo cáo {told}")


def composed(report: Report, *, actor: Actor, at: datetime, watch: bool = True) -> Composed:
    """`watch`: also what has changed since the freezing, which costs working it all out again."""
    words = words_of(report)
    if report.frozen is None:
        return Composed(live(report, actor=actor, at=at, words=words))
    frozen = _titled(report, worded(from_json(report.frozen), words, _optional(report)))
    if not watch:
        return Composed(frozen)
    return Composed(frozen, tuple(compare(frozen, live(report, actor=actor, at=at, words=words))))


def _optional(report: Report) -> frozenset[str]:
    """Blocks where silence is no gap; none are known once the outline is gone."""
    try:
        outline = outline_of(report.outline)
    except (KeyError, OutlineError):
        return frozenset()
    sections = (section for _, _, section in outline.walk())
    return frozenset(block.key for section in sections for block in section.blocks if block.is_optional)


def worded(built: Built, words: Mapping[str, Written], optional: Collection[str] = ()) -> Built:
    """Frozen figures under the words of today: freezing holds numbers still, not sentences."""

    def with_words(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_worded(block, words.get(block.key), block.key in optional) for block in blocks)

    sections = tuple(replace(each, blocks=with_words(each.blocks)) for each in built.sections)
    return replace(built, opening=with_words(built.opening), sections=sections)


def _worded(block: Block, written: Written | None, is_optional: bool) -> Block:
    text = written.text if written else ""
    if written is not None and written.is_skipped:
        return replace(block, state="skipped", text=text)
    stands = bool(block.lead or block.items)
    if text.strip():
        return replace(block, text=text, state=block.state if stands else "written")
    if stands:
        return replace(block, text="", state="full" if block.state == "skipped" else block.state)
    if block.state not in ("written", "skipped", "open") or block.left_out:
        return replace(block, text="")
    silent: State = "empty" if is_optional else "open" if block.kind == "narrative" else "gap"
    return replace(block, text="", state=silent)


@dataclass(frozen=True)
class Before:
    """The report to lay beside this one: of the period before, frozen if it was written, else worked out now."""

    built: Built
    period: Period
    report: Report | None = None


def before(report: Report, *, actor: Actor, at: datetime) -> Before:
    row = earlier(report)
    if row is not None:
        return Before(composed(row, actor=actor, at=at, watch=False).built, period_of(row), row)
    period = period_of(report).previous()
    built = build(outline_of(report.outline), body=report.body, period=period, actor=actor, at=at)
    return Before(built, period)


def earlier(report: Report) -> Report | None:
    """The last report of the body by the same outline before this one."""
    rows = Report.objects.filter(body=report.body, outline=report.outline, since__lt=report.since)
    rows = rows.exclude(state=Report.State.DROPPED).select_related("body", "request__issuer")
    return rows.order_by("-since", "-pk").first()
