"""No article number, rate or legal text is typed into code: it comes from the book, with its dates."""

import ast
import re

from tests.architecture.house import PROJECT, python_files

ARTICLE = re.compile(r"\b(?:[Đđ]iều|[Kk]hoản) \d+")
EXEMPT = (
    "thidua/law/data",
    "thidua/reading",
    "thidua/vn",
)  # readers know the shape of citations, not the law


def test_no_article_number_stands_in_a_string():
    found = []
    for path in python_files():
        name = str(path.relative_to(PROJECT))
        if name.startswith(EXEMPT):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ARTICLE.search(node.value):
                found.append(f"{name}:{node.lineno}")

    assert found == []
