"""The generated pages in the repository are those that the code makes today."""

from django.conf import settings

from thidua.web.management.commands.generate_docs import MADE, pages


def test_the_pages_in_the_repository_are_up_to_date():
    folder = settings.PROJECT / "docs" / "generated"

    for name, text in pages().items():
        assert (folder / name).read_text(encoding="utf-8") == MADE + text, (
            f"{name}: run `thidua generate-docs`"
        )
