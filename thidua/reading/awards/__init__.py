"""Award figures of a text: how many of what, to whom, by whom, granted or proposed or set as a quota."""

import re
from bisect import bisect_left

from thidua.reading import lexicon
from thidua.reading.awards import standing as standings
from thidua.reading.awards import tables
from thidua.reading.awards.grammar import Figure, Sentence
from thidua.reading.awards.standing import Standing
from thidua.reading.awards.tokens import Token, tokens_of
from thidua.reading.facts import Award, State
from thidua.reading.outline import Block
from thidua.reading.text import Text
from thidua.reading.words import sentences

_OUTSIDE = ("header", "type", "title", "footer", "signature")
_DIGIT = re.compile(r"\d")
_GRANTERS = {"BKTTG": "Thủ tướng Chính phủ", "COCP": "Chính phủ"}


def find(text: Text) -> tuple[Award, ...]:
    """The award figures of the text, in order; counts of ratios ("45/47", "80 %") are none."""
    return _Finder(text).awards()


class _Finder:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.names = lexicon.find_all(text.flat, text.plain, 0, len(text.flat))
        self.starts = [name.start for name in self.names]
        self.document = standings.of_document(text) if self.names else Standing("granted")
        self.below: dict[int, Standing] = {}
        self.led: dict[int | None, tuple[int, bool]] = {}
        self.found: list[Award] = []

    def awards(self) -> tuple[Award, ...]:
        if not self.names:
            return ()
        told, tabled = tables.figures(self.text)
        for index, block in enumerate(self.text.blocks):
            start = max(block.body, tabled.get(index, 0))
            if block.kind not in _OUTSIDE and start < block.end:
                self._block(index, block, start)
        for index, cell in told:
            self._cell(index, cell)
        self.found.sort(key=lambda award: award.spans[0])
        return tuple(self.found)

    def _cell(self, index: int, cell: tables.Cell) -> None:
        """A figure of a table, under what stands above the table."""
        above = self._above(index, self.text.blocks[index])
        own = standings.own_authority(self.text, cell.award.end, cell.award.end + 120)
        authority = own.name if own else above.authority
        award = lexicon.code_for(cell.award.award, authority)
        self.found.append(
            Award(
                count=cell.count,
                award=award.name,
                award_code=award.code,
                recipient_kind=cell.kind or award.kind,
                authority=_GRANTERS.get(award.code or "", authority),
                context=above.context,
                state=above.state,
                spans=self.text.spans(cell.start, cell.end),
            )
        )

    def _block(self, index: int, block: Block, begin: int) -> None:
        if block.kind == "paragraph":
            introduces = self.text.flat.endswith(":", block.start, block.end)
            self.led[block.parent] = (index, introduces)
        names = self._names(block.body, block.end)
        if not names and not (self._led_by_award(block) and self._above(index, block).award):
            return
        above = self._above(index, block)
        for start, end in sentences(self.text, begin, block.end):
            self._sentence(start, end, above)

    def _names(self, start: int, end: int) -> list[lexicon.Found]:
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _led_by_award(self, block: Block) -> bool:
        """An award is named in a heading or an intro above: its recipients may stand here alone ("- 12 cá nhân")."""
        if not _DIGIT.search(self.text.plain, block.body, block.end):
            return False
        led = self.led.get(block.parent)
        above = [led[0]] if led and led[1] else []
        parent = block.parent
        while parent is not None:
            above.append(parent)
            parent = self.text.blocks[parent].parent
        return any(self._names(self.text.blocks[one].body, self.text.blocks[one].end) for one in above)

    def _above(self, index: int, block: Block) -> Standing:
        """What the block inherits: from its parent, and from the paragraph with a colon that led its list."""
        led = self.led.get(block.parent)
        if led and led[1] and led[0] < index and block.kind != "paragraph":
            return self._under(led[0])
        return self._under(block.parent)

    def _under(self, index: int | None) -> Standing:
        if index is None:
            return self.document
        if index not in self.below:
            block = self.text.blocks[index]
            above = self._above(index, block)
            tokens = tokens_of(self.text, block.body, block.end, self._names(block.body, block.end))
            introduces = (
                block.kind == "heading"
                or self.text.flat.endswith(":", block.start, block.end)
                or block.end - block.body < 160
            )
            self.below[index] = standings.below(above, self.text, block, tokens) if introduces else above
        return self.below[index]

    def _sentence(self, start: int, end: int, above: Standing) -> None:
        names = self._names(start, end)
        if not names and above.award is None:
            return
        tokens = tokens_of(self.text, start, end, names)
        figures = Sentence(self.text, start, end, tokens, above.award, above.kind).read()
        if not figures:
            return
        named = standings.mentions(self.text, start, end)
        states = standings.states_of(tokens, above, named)
        for figure in figures:
            state = states[max(figure.count_at, figure.award_at or 0)]
            self.found.append(self._award(figure, state, tokens, named, above, end))

    def _award(
        self,
        figure: Figure,
        state: State,
        tokens: list[Token],
        named: list[standings.Mention],
        above: Standing,
        end: int,
    ) -> Award:
        last = max(figure.count_at, figure.award_at or 0)
        own = None
        if figure.award_at is not None:
            own = standings.own_authority(self.text, tokens[figure.award_at].end, end)
        authority = (
            own.name
            if own
            else standings.last_before(named, max(figure.start, tokens[last].start)) or above.authority
        )
        award = lexicon.code_for(figure.award, authority)
        first = min(figure.count_at, last if figure.award_at is None else figure.award_at)
        return Award(
            count=figure.count,
            award=award.name,
            award_code=award.code,
            recipient_kind=figure.kind or award.kind,
            authority=_GRANTERS.get(award.code or "", authority),
            context=standings.context_of(self.text, tokens, first, last, end) or above.context,
            state=state,
            spans=self.text.spans(figure.start, figure.end),
        )
