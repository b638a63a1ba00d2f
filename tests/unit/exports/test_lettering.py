import numpy as np
from PIL import Image

from scripts.exports.lettering import Lettering, can_write, printable


def test_letters_of_many_scripts_can_be_written():
    for text in ("Étretat, Łódź", "Κήπος", "Сирень", "غروب", "שקיעה"):
        assert can_write("DejaVuSans", printable(text))
    assert not can_write("DejaVuSans", "日没")


def test_arabic_is_written_from_right_to_left_in_joined_letters():
    lettering = Lettering("DejaVuSans", 40)

    def written(text):
        picture = Image.new("L", (200, 80), 255)
        lettering.write(picture, text, 10, 60, 0)
        return np.asarray(picture)

    beh, seen = "\u0628", "\u0633"
    # Beh in the form that begins a word, and seen in that which ends it.
    assert (written(beh + seen) == written("\ufe91\ufeb2")).mean() > 0.995
    assert (written(beh + seen) == written(seen + beh)).mean() < 0.98


def test_a_long_text_is_cut_off_to_fit():
    lettering = Lettering("DejaVuSans", 20)
    assert lettering.fitted("Fog", 100) == "Fog"
    cut = lettering.fitted("The houses of parliament in the fog", 200)
    assert cut.startswith("The houses")
    assert cut.endswith("…")
    assert 150 < lettering.width(cut) <= 200
