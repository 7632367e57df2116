"""The `thidua` command: `read`, `judge` and `law` need no database; everything else is a management command."""

import os
import sys
from importlib import import_module

_PURE = {"read": "read_command", "judge": "judge_command", "law": "law_command"}
"""Imported only when asked for: reading a file must not wait for Django, nor Django for the law book."""


def main() -> None:
    if len(sys.argv) > 1 and sys.argv[1] in _PURE:
        command = import_module(f"thidua.web.{_PURE[sys.argv[1]]}")
        sys.exit(command.main(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.web.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    if len(sys.argv) > 1:
        sys.argv[1] = sys.argv[1][:1] + sys.argv[1][1:].replace(
            "-", "_"
        )  # `demo-seeds` is the module demo_seeds
    execute_from_command_line(sys.argv)
