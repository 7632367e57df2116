"""Draws one page of a PDF as a grey picture (PGM): `python -m thidua.kit.files.draw FILE PAGE TO`.

A process of its own: what a hostile file does to PDFium ends here, within the memory and time that `ocr` gives it.
"""

import sys
from math import sqrt

import pypdfium2

DPI = 250
"""Of A4 and what is smaller; Tesseract finds no more letters in finer pictures of office print."""
PIXELS = 25_000_000


def main(path: str, number: str, to: str) -> None:
    document = pypdfium2.PdfDocument(path)
    page = document[int(number) - 1]
    width, height = page.get_size()
    scale = min(DPI / 72, sqrt(PIXELS / max(width * height, 1)))
    drawn = page.render(scale=scale, grayscale=True)
    with open(to, "wb") as file:
        file.write(b"P5 %d %d 255\n" % (drawn.width, drawn.height))
        rows = memoryview(drawn.buffer).cast("B")
        for row in range(drawn.height):
            file.write(rows[row * drawn.stride : row * drawn.stride + drawn.width])


if __name__ == "__main__":
    main(*sys.argv[1:])
