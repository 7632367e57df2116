"""Official papers in the form of the decree on paperwork: one structure (`blocks.Paper`), four forms.

to_docx(paper, at=…) → bytes · to_pdf(paper, at=…, timeout=…) → bytes · to_text(paper) → str · to_html(paper, …) → HTML
to_page(paper, …) → the HTML as a file of its own
All four say the same words; with the same `at` the files are the same bytes.
"""

from thidua.kit.papers.pdf import to_pdf
from thidua.kit.papers.plain import to_text
from thidua.kit.papers.sheet import to_html, to_page
from thidua.kit.papers.word import to_docx

__all__ = ["to_docx", "to_html", "to_page", "to_pdf", "to_text"]
