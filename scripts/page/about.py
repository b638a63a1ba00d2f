"""What the page tells about itself: the collection's own words, and where its pictures are from."""

import html
from collections import Counter
from urllib.parse import urlsplit

from markdown_it import MarkdownIt

from scripts.page.language import told

SOURCES = 12  # that are listed
HEADINGS_BELOW = 2  # the page has a heading, and so has its "About"


def html_of_markdown(text):
    """Return CommonMark as HTML that loads nothing: its HTML stays text, its pictures are links.

    >>> html_of_markdown("*Fog* <script> ![a plan](https://a.org/b.png)")
    '<p><em>Fog</em> &lt;script&gt; <a href="https://a.org/b.png" rel="noopener">a plan</a></p>\\n'
    """
    parser = MarkdownIt("commonmark", {"html": False})
    parser.add_render_rule("image", _link_to_picture)
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + HEADINGS_BELOW)}"
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("rel", "noopener")
    return parser.renderer.render(tokens, parser.options, {})


def _link_to_picture(renderer, tokens, place, options, env):
    address, words = tokens[place].attrGet("src"), tokens[place].content
    return f'<a href="{html.escape(address)}" rel="noopener">{html.escape(words or address)}</a>'


def html_of_sources(images, words):
    """Return a list of where the images of palettes.json are from, the most first, "" if untold."""
    counted = Counter(map(_source, images))
    counted.pop("", None)
    if not counted:
        return ""
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    items = [f"{name}: {told(words, 'paintings_count', n=n)}" for name, n in ranked[:SOURCES]]
    if len(ranked) > SOURCES:
        items.append(told(words, "sources_more", n=len(ranked) - SOURCES))
    listed = "\n".join(f"<li>{html.escape(item)}</li>" for item in items)
    return f"<h3>{html.escape(words['sources'])}</h3>\n<ul>\n{listed}\n</ul>"


def _source(image):
    """Return the host of an image's link and its licence, as far as they are told."""
    link = image.get("link") or ""
    try:
        host = urlsplit(link).hostname if link.lower().startswith(("http://", "https://")) else None
    except ValueError:
        host = None
    return ", ".join(filter(None, ((host or "").removeprefix("www."), image.get("licence"))))
