"""Word documents: what a reader of the page sees, in the order of the page. Deleted, hidden and running text stays out."""

from collections.abc import Iterator
from pathlib import Path

from thidua.kit.files.extract.archive import DAMAGED, Element, Package
from thidua.kit.files.extract.letters import OldFont, cleaned, decode_runs
from thidua.kit.files.extract.numbering import Numbering
from thidua.kit.files.extract.outcome import Extracted, Limits, Unreadable
from thidua.kit.files.extract.plain import convert_old
from thidua.kit.files.extract.sniff import inside_zip
from thidua.kit.files.extract.styles import Letters, Styles, attribute, child, local, value

TOO_LONG = "Văn bản quá dài (hơn {} triệu ký tự). Tách thành nhiều tệp rồi tải từng tệp."
_UNSEEN = {
    "pPr",
    "rPr",
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "proofErr",
    "sectPr",
    "tblPr",
    "sdtPr",
    "rt",
    "tcPr",
}
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SHAPES = {"drawing", "pict", "object"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
# What offices use symbol fonts for; other signs of such fonts are ornaments.
_SIGNS = {
    "symbol": {0xB7: "•", 0x2D: "-", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0xB0: "°"},
    "wingdings": {
        0xFC: "✓",
        0xFB: "✗",
        0xFE: "☑",
        0xFD: "☒",
        0xA8: "☐",
        0x6F: "☐",
        0xE0: "→",
        0xD8: "•",
        0xA7: "•",
    },
}
Run = tuple[str, OldFont | None]


def read_word(data: bytes | Path, limits: Limits) -> Extracted:
    """Text of a .docx: paragraphs, tables cell by cell, automatic numbers, text boxes, footnotes at the end."""
    with Package(data, limits) as package:
        types = package.text("[Content_Types].xml")
        inside_zip(package.names, types)
        main = next(iter(package.related("").get("officeDocument", [])), "word/document.xml")
        root = package.xml(main)
        if root is None:
            raise Unreadable(DAMAGED)
        try:
            return _Document(package, main, limits).read(root)
        except RecursionError as fault:  # nesting that no office program writes
            raise Unreadable(DAMAGED) from fault


class _Document:
    def __init__(self, package: Package, main: str, limits: Limits) -> None:
        self._package = package
        self._parts = package.related(main)
        self._limits = limits
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"), self._styles)
        self._cited: list[tuple[str, str]] = []
        self._encoding = ""

    def _part(self, relation: str) -> Element | None:
        names = self._parts.get(relation)
        return self._package.xml(names[0]) if names else None

    def read(self, root: Element) -> Extracted:
        lines, length = [], 0
        for line in (*self._blocks(root), *self._notes()):
            length += len(line) + 1
            if length > self._limits.characters:
                raise Unreadable(TOO_LONG.format(self._limits.characters // 1_000_000), "docx")
            lines.append(line)
        header = self._header()
        text = "\n".join(lines)
        if not text.strip():
            text = header
        encoding, guessed = self._encoding, False
        if not encoding:
            text, encoding = convert_old(text)
            guessed = bool(encoding)
        return Extracted("docx", cleaned(text).strip("\n"), encoding, guessed, header=cleaned(header))

    def _header(self) -> str:
        """Running heads, in which some offices put everything."""
        lines: list[str] = []
        for name in self._parts.get("header", []):
            root = self._package.xml(name)
            lines += self._blocks(root) if root is not None else []
        return "\n".join(line for line in dict.fromkeys(lines) if line.strip())

    def _notes(self) -> Iterator[str]:
        """Footnotes and endnotes in the order in which the text refers to them."""
        roots = {kind: self._part(kind) for kind in dict.fromkeys(kind for kind, _ in self._cited)}
        bodies = {
            (kind, attribute(note, "id")): note
            for kind, root in roots.items()
            for note in (root if root is not None else ())
        }
        for number, key in enumerate(list(self._cited), start=1):
            if key in bodies:
                text = " ".join(line.strip() for line in self._blocks(bodies[key]) if line.strip())
                yield f"{number} {text}"

    def _blocks(self, container: Element) -> list[str]:
        """Lines of everything inside: paragraphs, tables, and what wraps them."""
        lines: list[str] = []
        for element in container:
            kind = local(element)
            if kind == "p":
                lines += self._paragraph(element)
            elif kind == "tc":
                lines += self._cell(element)
            elif kind == "AlternateContent":
                chosen = _chosen(element)
                lines += self._blocks(chosen) if chosen is not None else []
            elif kind == "tr" and child(child(element, "trPr"), "del") is not None:
                continue
            elif kind not in _UNSEEN:
                lines += self._blocks(element)
        return lines

    def _cell(self, cell: Element) -> list[str]:
        """Lines of one cell without blank ones around; the hidden rest of a cell merged downward says nothing."""
        merged = child(child(cell, "tcPr"), "vMerge")
        if merged is not None and value(merged) != "restart":
            return []
        lines = self._blocks(cell)
        while lines and not lines[0].strip():
            lines.pop(0)
        while lines and not lines[-1].strip():
            lines.pop()
        return lines

    def _paragraph(self, paragraph: Element) -> list[str]:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        label = self._numbering.label(properties, style)
        runs: list[Run] = []
        boxes: list[Element] = []
        self._inline(paragraph, self._styles.of_paragraph(style), runs, boxes)
        text = decode_runs(runs)
        if not self._encoding:
            self._encoding = next((old.encoding for _, old in runs if old), "")
        if label and text.strip():
            text = label + text.lstrip(" \t")
        lines = text.split("\n")
        for box in boxes:
            lines += [line for line in self._blocks(box) if line.strip()]
        return lines

    def _inline(self, parent: Element, drawn: Letters, runs: list[Run], boxes: list[Element]) -> None:
        for element in parent:
            kind = local(element)
            if kind == "r":
                self._run(element, drawn, runs, boxes)
            elif kind in _SHAPES:
                boxes += _text_boxes(element)
            elif kind == "AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    self._inline(chosen, drawn, runs, boxes)
            elif kind not in _UNSEEN:
                self._inline(element, drawn, runs, boxes)

    def _run(self, run: Element, paragraph: Letters, runs: list[Run], boxes: list[Element]) -> None:
        drawn = self._styles.of_run(child(run, "rPr"), paragraph)
        if drawn.hidden:
            return
        old = drawn.old
        for element in run:
            kind = local(element)
            if kind == "t":
                text = (element.text or "").replace("\n", " ").replace("\u2011", "-")
                # In old fonts the soft hyphen and capitals are letters and codes.
                text = text if old else (text.upper() if drawn.caps else text).replace("\u00ad", "")
                runs.append((text, old))
            elif kind in _BREAKS:
                runs.append((_BREAKS[kind], None))
            elif kind == "sym":
                runs.append((_sign(element), None))
            elif kind in _NOTES:
                self._cited.append((_NOTES[kind], attribute(element, "id") or ""))
            elif kind in _SHAPES:
                boxes += _text_boxes(element)
            elif kind in {"AlternateContent", "ruby"}:
                chosen = _chosen(element) if kind == "AlternateContent" else child(element, "rubyBase")
                if chosen is not None:
                    self._inline(chosen, paragraph, runs, boxes)


def _chosen(alternatives: Element) -> Element | None:
    """The newer of two renderings of one thing; the other says the same again."""
    choice = child(alternatives, "Choice")
    return choice if choice is not None else child(alternatives, "Fallback")


def _text_boxes(shape: Element) -> list[Element]:
    """Contents of the outermost text boxes of a drawing."""
    found: list[Element] = []
    for element in shape:
        kind = local(element)
        if kind == "txbxContent":
            found.append(element)
        elif kind == "AlternateContent":
            chosen = _chosen(element)
            found += _text_boxes(chosen) if chosen is not None else []
        else:
            found += _text_boxes(element)
    return found


def _sign(element: Element) -> str:
    font = (attribute(element, "font") or "").lower()
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    table = next((signs for name, signs in _SIGNS.items() if font.startswith(name)), {})
    return table.get(code & 0xFF, "")
