# ruff: noqa: RUF001 - titles and dates are written with these signs
import pytest

from scripts.common.plain_text import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("Stacks of Wheat (End of Summer)", "Stacks of Wheat (End of Summer)"),
        ("<em>Water Lilies</em>", "Water Lilies"),
        ('Study for "<i class="a > b">Nana</i>"', 'Study for "Nana"'),
        ("Caf&eacute; &#8211; &amp; more &lt;3", "Café – & more <3"),
        ("a < b, 5 <6 & c", "a < b, 5 <6 & c"),
        ("  two\n\tlines  ", "two lines"),
        ("one<br/>two<p>three</p>four", "one\ntwo\nthree\nfour"),
        ("<style>a {}</style>seen<script>if (a < b) {}</script>", "seen"),
        ("<!-- no --><b>not closed", "not closed"),
        ("<title>Sorry</title>\n<body>\n<h1>Sorry, no</h1>", "Sorry\nSorry, no"),
        ("a\0b", "a b"),
    ],
)
def test_tags_go_and_the_text_stays(markup, text):
    assert plain_text(markup) == text
