"""A real Chromium against the served application: no violation of the content policy, nothing serious for axe."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys import chromium, snapshot

# Playwright's synchronous interface keeps an event loop in this thread; Django asks to be told that this is meant.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

AXE = Path(__file__).resolve().parents[2] / "thidua/kit/ui/tests/vendor/axe.min.js"
DESK = {"width": 1366, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium.path()
    if not found:
        pytest.skip("no Chromium was found on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=chromium.FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def kept() -> list[snapshot.Snapshot]:
    """The demo as the first journey of the session loaded it."""
    return []


@pytest.fixture
def demo(transactional_db, kept, settings, tmp_path_factory) -> None:
    """The demo province, its accounts with the password of `snapshot.PASSWORD`."""
    if kept:
        snapshot.put_back(kept[0], settings.FILES_ROOT)
        return
    snapshot.load_demo()
    kept.append(snapshot.take(settings.FILES_ROOT, tmp_path_factory.mktemp("demo") / "files"))


@pytest.fixture
def page(browser, live_server) -> Iterator[Page]:
    """A fresh profile at 1366 × 900; the test fails when a page broke the content policy, threw in script or met a fault of the server."""
    context = browser.new_context(
        base_url=live_server.url, viewport=DESK, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
    )
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    opened.on(
        "console",
        lambda message: (
            complaints.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    opened.on(
        "response",
        lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None,
    )
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture
def enter(page) -> Callable[[object, str], Page]:
    """Signs an account in through the page."""

    def entered(user, password: str = "mật khẩu dài 2024") -> Page:
        user.set_password(password)
        user.save()
        page.goto("/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(user.username)
        page.get_by_label("Mật khẩu", exact=True).fill(password)
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url("**/")
        return page

    return entered


@pytest.fixture
def look(page) -> Callable[[str], None]:
    """No page is too wide, on a desk or a phone, and axe finds nothing serious; on a phone too where the pictures for the
    handbook are kept (THIDUA_PICTURES)."""
    folder = os.environ.get("THIDUA_PICTURES")

    def looked(name: str, *, phone: bool = True) -> None:
        for width, size in (("1366", DESK), ("390", PHONE)) if phone else (("1366", DESK),):
            page.set_viewport_size(size)
            if folder:
                Path(folder).mkdir(parents=True, exist_ok=True)
                page.screenshot(path=f"{folder}/{name}-{width}.png")
            overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert overflow <= 0, f"{name} at {width}: {overflow} px too wide"
            if folder or size == DESK:
                _no_serious_violation(page, f"{name} at {width}")
        page.set_viewport_size(DESK)

    return looked


def _no_serious_violation(page: Page, where: str) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(result => result.violations)"
    )
    serious = [
        f"{rule['id']}: {rule['nodes'][0]['html'][:200]}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    ]
    assert serious == [], where
