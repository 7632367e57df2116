"""A report worked out: an outline's blocks, each asked of the records, with what the officer wrote and decided."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from thidua.outlook.reports.agency import Agency, agency_of
from thidua.outlook.reports.built import Block, Built, Figure, Item, Piece, Ref, Section
from thidua.outlook.reports.figures import QUERIES, Asking, Query, Records
from thidua.outlook.reports.figures.printing import address, two_digits
from thidua.outlook.reports.outline import BlockSpec, Outline, stretch_of
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document, Statement
from thidua.vn.dates import cited_date
from thidua.vn.periods import Period

_PLACES = re.compile(r"\{(\w+)\}")
_PARTS = re.compile(r"\[([^\]]*)\]|([^\[]+)")


@dataclass(frozen=True)
class Written:
    """The officer's words for one block; `is_skipped`: there is nothing to say here."""

    text: str = ""
    is_skipped: bool = False


@dataclass(frozen=True)
class Wishes:
    """What the officer wrote by block, and took out by (block, record): the reason."""

    narratives: Mapping[str, Written] = field(default_factory=dict)
    left_out: Mapping[tuple[str, str], str] = field(default_factory=dict)


def build(
    outline: Outline,
    *,
    body: Unit,
    period: Period,
    actor: Actor,
    at: datetime,
    wishes: Wishes | None = None,
    request: Document | None = None,
) -> Built:
    """The report of `body` for `period` as `actor` may see it. The number of queries does not follow the rows."""
    agency = agency_of(body, min(period.last, at.date()))
    builder = _Builder(Records(body, period, actor, request), agency, wishes or Wishes())
    abstract = builder.words(outline.abstract)
    return Built(
        outline=outline.key,
        title=f"Báo cáo {abstract[:1].lower()}{abstract[1:]}",
        abstract=abstract,
        agency=agency.name,
        parent=agency.parent,
        symbol=agency.symbol,
        place=agency.place,
        period=period.label,
        since=period.since,
        until=period.until,
        at=at,
        opening=tuple(builder.block(spec) for spec in outline.opening),
        sections=tuple(builder.sections(outline)),
        closing=builder.words(outline.closing),
        recipients=outline.recipients,
    )


class _Builder:
    """One report in the making."""

    def __init__(self, records: Records, agency: Agency, wishes: Wishes) -> None:
        self.records, self.wishes = records, wishes
        period = records.period
        self.said = {
            "period": period.printed,
            "next": period.following().printed,
            "year": str(period.year),
            "last_year": str(period.year - 1),
            "body": agency.called,
        }

    def words(self, template: str) -> str:
        return _PLACES.sub(lambda found: self.said.get(found[1], found[0]), template)

    def sections(self, outline: Outline) -> Iterator[Section]:
        for key, level, spec in outline.walk():
            blocks = tuple(self.block(each) for each in spec.blocks)
            yield Section(key, spec.number, level, self.words(spec.title), blocks)

    def block(self, spec: BlockSpec) -> Block:
        written = self.wishes.narratives.get(spec.key, Written())
        if spec.kind == "narrative":
            return self._narrative(spec, written)
        query = QUERIES.get(spec.query)
        if query is None:
            return self._without(spec, written, words="", left_out=())
        asking = Asking(self.records, spec, stretch_of(spec.window, self.records.period))
        found = query.run(asking)
        kept = [item for item in found.items if (spec.key, item.key) not in self.wishes.left_out]
        out = (item for item in found.items if (spec.key, item.key) in self.wishes.left_out)
        left = tuple(self._left(spec, item) for item in out)
        if not kept:
            return self._without(spec, written, words=found.words, left_out=left)
        figures = self._figures(asking, query, kept, found.words)
        return Block(
            key=spec.key,
            kind=spec.kind,
            state="skipped" if written.is_skipped else "full",
            lead=self._lead(spec, figures, len(kept)),
            items=tuple(kept) if spec.kind == "list" else (),
            figures=tuple(figures),
            text=written.text,
            words=found.words,
            left_out=left,
        )

    def _narrative(self, spec: BlockSpec, written: Written) -> Block:
        if written.is_skipped:
            return Block(spec.key, "narrative", "skipped")
        if written.text.strip():
            return Block(spec.key, "narrative", "written", text=written.text)
        state = "empty" if spec.is_optional else "open"
        return Block(spec.key, "narrative", state, missing=spec.missing, supplier=spec.supplier)  # type: ignore[arg-type]

    def _without(self, spec: BlockSpec, written: Written, *, words: str, left_out: tuple[Item, ...]) -> Block:
        """Nothing is recorded: what the officer says, what was said not to have happened, or what is missing."""
        make = _maker(spec, words, left_out)
        if written.is_skipped or left_out:
            return make("skipped", text=written.text)
        if written.text.strip():
            return make("written", text=written.text)
        statement = self.records.nils.get(spec.nil) if spec.nil else None
        if statement is not None:
            said = self.words(spec.nil_text) or f"{self.records.period.printed.capitalize()} không phát sinh."
            return make("nil", lead=(Piece(said),), nil=_nil(statement))
        if spec.is_optional and not spec.module:
            return make("empty")
        return make("gap", missing=self.words(spec.missing), supplier=spec.supplier, module=spec.module)

    def _left(self, spec: BlockSpec, item: Item) -> Item:
        reason = self.wishes.left_out[spec.key, item.key]
        return Item(item.key, (*item.text, Piece(f" ({reason})")) if reason else item.text, item.refs)

    def _figures(self, asking: Asking, query: Query, kept: list[Item], words: str) -> list[Figure]:
        spec = asking.spec
        label = f"Số {query.noun}"
        how = f"Đếm mỗi {query.noun} một lần. {words}".strip()
        refs = tuple(item.refs[0] for item in kept)
        count = Figure(f"{spec.key}.count", two_digits(len(kept)), label, how, refs, (len(kept),))
        return [count, *(query.tally(asking, kept) if query.tally else ())]

    def _lead(self, spec: BlockSpec, figures: list[Figure], count: int) -> tuple[Piece, ...]:
        template = (spec.one if count == 1 and spec.one else spec.lead).strip()
        told: list[Piece] = []
        for optional, plain in _PARTS.findall(template):
            pieces = list(self._pieces(optional or plain, spec, figures))
            if not optional or all(piece is not None for piece in pieces):
                told += [piece for piece in pieces if piece is not None]
        return tuple(told)

    def _pieces(self, text: str, spec: BlockSpec, figures: list[Figure]) -> Iterator[Piece | None]:
        """None where a figure is not known."""
        for at, part in enumerate(_PLACES.split(text)):
            if at % 2 == 0 or part in self.said:
                said = self.said[part] if at % 2 else part
                if said:
                    yield Piece(said)
                continue
            named = f"{spec.key}.{part}"
            known = [each for each in figures if each.key == named or each.key.startswith(f"{named}.")]
            if not known:
                yield None
            for place, figure in enumerate(known):
                if place:
                    yield Piece(" và " if place == len(known) - 1 else ", ")
                yield Piece(figure.text, figure.key)


def _maker(spec: BlockSpec, words: str, left_out: tuple[Item, ...]) -> Callable[..., Block]:
    def make(state: str, **more: object) -> Block:
        return Block(spec.key, spec.kind, state, words=words, left_out=left_out, **more)  # type: ignore[arg-type]

    return make


def _nil(statement: Statement) -> Ref:
    day = cited_date(statement.at.date())
    url = address("register:document", statement.document_id) if statement.document_id else ""
    detail = f"{statement.confirmed_by}, ngày {day}"
    if statement.document is not None and statement.document.type == "bao_cao":
        detail += "; đọc từ báo cáo"
    return Ref(f"register.Statement:{statement.pk}", str(statement), url, detail)
