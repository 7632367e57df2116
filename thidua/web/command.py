"""The `thidua` command: `read` needs no database; everything else is a management command."""

import os
import sys


def main() -> None:
    if len(sys.argv) > 1 and sys.argv[1] == "read":
        # Imported here: reading a file must not wait for Django.
        from thidua.web.read_command import main as read  # noqa: PLC0415

        sys.exit(read(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.web.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    if len(sys.argv) > 1:
        sys.argv[1] = sys.argv[1][:1] + sys.argv[1][1:].replace(
            "-", "_"
        )  # `demo-seeds` is the module demo_seeds
    execute_from_command_line(sys.argv)
