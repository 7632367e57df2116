"""`thidua serve`: the web server and one worker for background jobs, started and ended as children by their ids."""

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from contextlib import suppress
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.kit.jobs.watch import GRACE, end_with_parent


class Command(BaseCommand):
    help = "Phục vụ Thidua trên máy này"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--host", default=os.environ.get("THIDUA_BIND", "127.0.0.1"))
        parser.add_argument("--workers", type=int, default=int(os.environ.get("THIDUA_WORKERS", "2")))
        parser.add_argument(
            "--no-jobs", action="store_true", help="việc nền do `thidua worker` ở nơi khác làm"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if _taken(host, port):
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ PORT=8080."
            )
        self.is_ending = False
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._end)
        server = _child(_granian(host, port, options["workers"]))
        jobs = None if options["no_jobs"] else Kept([sys.executable, "-m", "django", "worker"])
        self.stdout.write(
            f"\nThidua: http://{'localhost' if host == '127.0.0.1' else host}:{port}  (Ctrl+C để dừng)"
        )
        self.stdout.flush()
        try:
            while server.poll() is None and not self.is_ending:
                time.sleep(0.2)
                if jobs and jobs.look():
                    self.stderr.write("Tiến trình làm việc nền đã dừng; chạy lại.")
        finally:
            ended = [child for child in (server, jobs and jobs.child) if child]
            code = _ended(ended)
        if code not in (0, -signal.SIGTERM, -signal.SIGINT):
            raise CommandError(f"Máy chủ dừng với mã {code}.")

    def _end(self, *_: object) -> None:
        self.is_ending = True


class Kept:
    """A child that is started again when it ends: after a second, and later and later when it ends at once again."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._pause = 1.0
        self._begin()

    def look(self) -> bool:
        """Whether it has just been started again."""
        if self.child.poll() is None:
            return False
        now = time.monotonic()
        if not self._due:
            lived = now - self._begun
            self._pause = 1.0 if lived > 60 else min(self._pause * 2, 60.0)
            self._due = now + self._pause
        if now < self._due:
            return False
        self._begin()
        return True

    def _begin(self) -> None:
        self._begun, self._due = time.monotonic(), 0.0
        self.child = _child(self._command)


def _granian(host: str, port: int, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "1"),
        *("--no-access-log", "--log-level", "warning", "thidua.web.wsgi:application"),
    ]


def _child(command: list[str]) -> subprocess.Popen[bytes]:
    """A child in a group of its own (Ctrl+C reaches it through this process only) that never outlives this process."""
    tied = partial(end_with_parent, signal.SIGTERM)
    return subprocess.Popen(command, preexec_fn=tied, start_new_session=True)  # noqa: S603


def _ended(children: list[subprocess.Popen[bytes]]) -> int:
    """Ask all to end, wait, end them; gives the code with which the first one (the server) ended."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    limit = time.monotonic() + GRACE + 5
    for child in children:
        try:
            child.wait(max(0.1, limit - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        with suppress(ProcessLookupError):  # what a killed child left of its group, the port still in hand
            os.killpg(child.pid, signal.SIGKILL)
    return children[0].returncode if children else 0


def _taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False
