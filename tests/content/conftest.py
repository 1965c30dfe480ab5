"""A few sentences as a page, a language and data, without a build."""

import pytest
from conftest import ROOT
from inputs.data import Data, read_data
from inputs.languages import Language, read_languages


@pytest.fixture
def english() -> Language:
    """Return the English of the site, strings and all."""
    return next(language for language in read_languages() if language.folder == "en")


@pytest.fixture
def data() -> Data:
    """Return the small data of the tests."""
    return read_data(["en", "zh"], ROOT / "tests/fixtures/tiny/data")
