"""What a piece of HTML says, without its tags."""

from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "title",
        "tr",
        "ul",
    ]
)
UNSEEN = frozenset({"script", "style", "template"})


def plain_text(markup):
    """Return the text of `markup`, HTML or not, a line for each of its blocks, none of them empty.

    Tags go, entities become what they stand for, and runs of white space one space.

    >>> plain_text("<em>Dr&eacute;sden &amp; I</em>")
    'Drésden & I'
    >>> plain_text("<title>Sorry</title><p>Come<br>back")
    'Sorry\\nCome\\nback'
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\0"))
    return "\n".join(filter(None, lines))


class _Reader(HTMLParser):
    """Collects the text; \\0, which no text has, parts the blocks."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self.unseen = 0

    def handle_starttag(self, tag, attrs):
        self._part(tag)
        self.unseen += tag in UNSEEN

    def handle_endtag(self, tag):
        self._part(tag)
        self.unseen = max(0, self.unseen - (tag in UNSEEN))

    def handle_data(self, data):
        if not self.unseen:
            self.pieces.append(data.replace("\0", " "))

    def _part(self, tag):
        if tag in BLOCKS:
            self.pieces.append("\0")
