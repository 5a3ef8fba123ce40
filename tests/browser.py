"""Chromium without a window, driven through its own protocol, and axe-core in its pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from workshop import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""What axe-core calls the criteria of WCAG 2.2 AA, those of the versions before included."""


class Browser:
    """One browser; each page is loaded anew."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, page: Path, *, width: int = 1280, scheme: str = "light") -> None:
        """Load a page on a screen of this width, for a reader who likes it light or dark."""
        self._command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=False,
        )
        liked = {"name": "prefers-color-scheme", "value": scheme}
        self._command("Emulation.setEmulatedMedia", features=[liked])
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(page.as_uri())

    def run(self, script: str) -> Any:
        """Return what a script returns."""
        return self.driver.execute_script(script)  # type: ignore[no-untyped-call]

    def told(self) -> list[str]:
        """Return what the console tells since the page was opened: errors, breaches of policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return the address of each request since the page was opened, without data: ones."""
        messages = [
            json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")
        ]
        addresses = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        return [address for address in addresses if not address.startswith("data:")]

    @contextmanager
    def without_policy(self) -> Iterator[None]:
        """Let pages load and run what their own policy forbids."""
        self._command("Page.setBypassCSP", enabled=True)
        try:
            yield
        finally:
            self._command("Page.setBypassCSP", enabled=False)

    def violations(self) -> list[str]:
        """Return what breaks WCAG 2.2 AA in the open page: rule, place and reason."""
        if not AXE.exists():
            pytest.skip("axe-core is not installed: run `make setup-tests`")
        self._command("Runtime.evaluate", expression=AXE.read_text(encoding="utf-8"))
        result = self.driver.execute_async_script(  # type: ignore[no-untyped-call]
            "const [tags, done] = arguments;"
            # What passes is only counted: to name each place of it is most of the work.
            "axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
            ".then((told) => done({passes: told.passes.length, violations: told.violations}),"
            "(error) => done(String(error)))",
            TAGS,
        )
        assert isinstance(result, dict), result
        assert result["passes"] > 10, "axe-core has hardly looked at the page"
        return [
            f"{rule['id']}: {node['target']}: {node['failureSummary']}"
            for rule in result["violations"]
            for node in rule["nodes"]
        ]

    def _command(self, command: str, **arguments: object) -> None:
        self.driver.execute_cdp_cmd(command, arguments)  # type: ignore[no-untyped-call]


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser of the machine; skips where there is none."""
    chromium = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    chromedriver = shutil.which("chromedriver")
    if chromium is None or chromedriver is None:
        pytest.skip("Chromium and its driver are not installed: run `make setup-tests`")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(chromedriver))
    try:
        driver.set_script_timeout(120)
        yield Browser(driver)
    finally:
        driver.quit()
