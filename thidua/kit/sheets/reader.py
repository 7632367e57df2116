"""A workbook read row by row: values typed by the columns of a layout, every fault at its cell.

    with Book(path, AWARDS) as book:
        for problem in book.header_problems: …
        for rows in book.chunks(500): …          # lists of Row, in the order of the sheet

Only the first visible sheet that holds anything is read. The library keeps the cells of that sheet (24 bytes each,
outside of Python); typed rows exist one chunk at a time.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from python_calamine import CalamineWorkbook

from thidua.kit.sheets import header
from thidua.kit.sheets.cells import Fault, Parse, Raw, parser, shown
from thidua.kit.sheets.layout import Layout, letters_of
from thidua.kit.sheets.problems import Problem, Row
from thidua.vn.encodings import Encoding, decode_tcvn3, decode_vni, guess

_SAMPLE_ROWS = 400
DECODERS: dict[str, Callable[[str], str]] = {"tcvn3": decode_tcvn3, "vni": decode_vni}
NO_HEADER = "Không tìm thấy dòng tiêu đề. Chép dữ liệu vào tệp mẫu của loại này rồi tải lại."


class Book:
    """`encoding`: the old encoding that a person confirmed; its texts are converted before anything is read."""

    def __init__(self, path: Path, layout: Layout, *, sheet: str = "", encoding: str = "") -> None:
        self.layout = layout
        self._book = CalamineWorkbook.from_path(path)
        self._decode = DECODERS.get(encoding)
        self.sheet = sheet or _first(self._book)
        self._sheet = self._book.get_sheet_by_name(self.sheet)
        self._first_column = (self._sheet.start or (0, 0))[1]
        self.height = self._sheet.total_height + (self._sheet.start or (0, 0))[0]
        top = list(islice(self._raw(), header.LOOKED_AT + 1))
        self.header = header.find(top, layout, self._first_column)
        self._data_from = self._after_header(top)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    @property
    def header_problems(self) -> tuple[Problem, ...]:
        if self.header is None:
            return (Problem("A1", 1, "", NO_HEADER),)
        return self.header.problems

    @property
    def can_be_read(self) -> bool:
        return self.header is not None and self.header.is_whole

    def old_encoding(self) -> Encoding | None:
        """The old encoding that the sheet seems to be in, by its first rows; None for Unicode."""
        said = " ".join(
            cell for row in islice(self._raw(), _SAMPLE_ROWS) for cell in row if isinstance(cell, str)
        )
        found = guess(said)
        return found.encoding if found else None

    def top_text(self, rows: int = 45) -> str:
        """The first rows as lines of text: where a stamp of secrecy would stand."""
        lines = (" | ".join(shown(cell) for cell in row if cell != "") for row in islice(self._raw(), rows))
        return "\n".join(lines)

    def samples(self, count: int, encoding: str) -> list[tuple[str, str, str]]:
        """(cell, before, after) of the first texts that the encoding changes: for the officer to look at."""
        decode, found = DECODERS[encoding], []
        for number, row in enumerate(self._raw(), 1):
            for place, cell in enumerate(row):
                if isinstance(cell, str) and (after := decode(cell)) != cell:
                    found.append(
                        (f"{letters_of(self._first_column + place)}{number}", cell[:120], after[:120])
                    )
                    if len(found) == count:
                        return found
        return found

    def chunks(self, size: int) -> Iterator[list[Row]]:
        """Rows that hold anything, `size` at a time; blank lines are passed over."""
        rows = self._typed()
        while chunk := list(islice(rows, size)):
            yield chunk

    def printed(self) -> Iterator[tuple[int, list[Raw]]]:
        """(row number, cells as they stand) of every row of data, blank ones left out: to write them again."""
        for number, row in enumerate(self._raw(), 1):
            if number >= self._data_from and any(cell != "" for cell in row):
                yield number, row

    def printed_header(self) -> list[Raw]:
        """The cells of the header as they stand."""
        number = self.header.number if self.header else 1
        return next(islice(self._raw(), number - 1, None), [])

    def _raw(self) -> Iterator[list[Any]]:
        if self._decode is None:
            yield from self._sheet.iter_rows()
            return
        decode = self._decode
        for row in self._sheet.iter_rows():
            yield [decode(cell) if isinstance(cell, str) and not cell.isascii() else cell for cell in row]

    def _after_header(self, top: list[list[Raw]]) -> int:
        if self.header is None:
            return 1
        number = self.header.number
        below = top[number] if number < len(top) else []
        return number + (2 if header.is_numbering(below) else 1)

    def _typed(self) -> Iterator[Row]:
        assert self.header is not None, "a sheet without a header has no typed rows"
        columns = [
            (column, self.header.places[column.key], parser(column))
            for column in self.layout.columns
            if column.key in self.header.places
        ]
        letters = {column.key: letters_of(self._first_column + place) for column, place, _ in columns}
        labels = self.header.labels
        for number, row in enumerate(self._raw(), 1):
            if number < self._data_from:
                continue
            values: dict[str, Any] = {}
            problems: list[Problem] | None = None
            for column, place, parse in columns:
                raw = row[place]
                if raw == "":
                    continue
                value = _value(raw, parse)
                if value is None:
                    continue
                if type(value) is Fault:
                    problems = problems or []
                    cell = f"{letters[column.key]}{number}"
                    said = "" if column.kind == "digits" else shown(raw)[:200]
                    problems.append(Problem(cell, number, labels[column.key], value.message, said))
                    values[column.key] = value
                else:
                    values[column.key] = value
            if not values:
                continue
            found = Row(number, values, letters, labels)
            yield self._whole(found, problems)

    def _whole(self, row: Row, problems: list[Problem] | None) -> Row:
        """The row with what its required cells lack; faulty cells are as absent to whoever reads on."""
        lacking = [
            row.problem(column.key, f"Thiếu {column.label[:1].lower()}{column.label[1:]}. Nhập vào ô này.")
            for column in self.layout.columns
            if column.required and column.key not in row.values
        ]
        if not lacking and not problems:
            return row
        sound = {key: value for key, value in row.values.items() if type(value) is not Fault}
        return Row(row.number, sound, row.letters, row.labels, (*(problems or ()), *lacking))


def _value(raw: Raw, parse: Parse) -> Any:
    """None for a blank cell, else a value or a Fault."""
    if raw == "" or raw is None or (type(raw) is str and not raw.strip()):
        return None
    value = parse(raw)
    return None if value == "" else value


def _first(book: CalamineWorkbook) -> str:
    """The name of the first visible sheet that holds anything."""
    for place, each in enumerate(book.sheets_metadata):
        if "Visible" in str(each.visible) and "WorkSheet" in str(each.typ):
            sheet = book.get_sheet_by_index(place)
            if sheet.end is not None:
                return each.name
    return book.sheet_names[0]
