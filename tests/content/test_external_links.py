"""A link to another site says so, for eye and ear; one inside the site does not."""

import pytest
from content import external_links
from content.text import parse
from lxml import html


def marked(content: str) -> html.HtmlElement:
    page = parse(content)
    external_links.mark(page, "https://example.org/site/", "other site")
    return page


def test_link_to_another_site_is_marked() -> None:
    (link,) = marked("<p><a href='https://www.icloud.com/find'>Find</a></p>").iter("a")
    assert link.get("rel") == "noopener noreferrer"
    assert link.text_content() == "Find (other site)"
    assert link.xpath("span[@class='unseen'][@data-search-exclude]")


def test_title_of_a_source_goes_without_words() -> None:
    page = marked(f"<p><a href='https://nkom.no' rel='{external_links.REL}'>Nkom</a></p>")
    assert page.text_content() == "Nkom"


@pytest.mark.parametrize(
    "href", ["../card/", "#top", "https://example.org/zh/", "tel:+4791509000", "mailto:a@b.no"]
)
def test_other_links_stay_as_they_are(href: str) -> None:
    page = marked(f"<p><a href='{href}'>It</a></p>")
    assert page.text_content() == "It"
    assert not page.xpath("//a/@rel")
