"""What the tests of the check share: the reader in a browser."""

from collections.abc import Iterator

import pytest
from contacts.reader import Reader
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Reader]:
    """Return the reader of contacts files."""
    page = browser.new_page()
    yield Reader(page)
    page.close()
