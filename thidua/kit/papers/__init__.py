"""Papers that go out: .docx from templates, PDF by typst, and official papers from one structure in four forms.

from thidua.kit.papers import official
from thidua.kit.papers.blocks import Heading, Letterhead, Paper, Paragraph, Signature
from thidua.kit.papers.filling import check_template, render_docx
from thidua.kit.papers.typesetting import render_pdf
"""
