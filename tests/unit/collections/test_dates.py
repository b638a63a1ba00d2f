# ruff: noqa: RUF001 - dates are written with these letters and signs
import csv
import os
import random
import time
from pathlib import Path

import pytest

from scripts.collections.dates.reading import UNDATED, Dating, read_date, read_dates

ROOT = Path(__file__).parents[3]
MUSEUMS = Path(os.environ.get("PALETTES_MUSEUMS", ROOT.parent / "shared/museums"))

EXACT = """1890 | 1890. | [1890] | (1890) | 1890.0 | 1,890 | 1890-05-01 | 1890-05-01T00:00:00
+1890-00-00T00:00:00Z | May 1, 1890 | 1 May 1890 | May 29th, 1890 | 5-7 May 1890 | 11/7/1890
7.11.1890 | 5/1890 | 1890/05/01 | June-July 1890 | June 5 - July 7, 1890 | Spring 1890
spring-summer 1890 | 1er mai 1890 | 1. Mai 1890 | été 1890 | signed and dated 1890 | designed 1890
1890 (printed 1920) | 1890, cast 1950 | 1890, printed later | 1890 printed 1920
1890, retouched c. 1912 | 1890 (1950 print) | negative 1890, printed 1950 | New York, 1890
19th century (1890) | 189[0] | 18[90] | １８９０ | ١٨٩٠
Anno 1890 | 1890 г."""

# What else a text may say: year, earliest, latest, approximate.
KINDS = {
    (1890, 1885, 1895, True): """c. 1890 | c1890 | ca. 1890 | CA 1890 | circa 1890
        about 1890
        c, 1890 | um 1890 | vers 1890 | hacia 1890 | verso 1890 | ok. 1890 | около 1890 | env. 1890
        ?1890 | 1890? | [1890?] | 1890 (?) | probably 1890 | possibly 1890 | c. [1890]
        c. May 1890 | n.d. (c. 1890) | undated, c. 1890 | ~1890 | omstreeks 1890
        signed, c. 1890""",
    (1890, 1890, 1891, False): """1890-91 | 1890–1891 | 1890/91 | 1890/1 | 1890 — 91 | 1890 to 1891
        1890 bis 1891 | 1890 and 1891 | 1890; 1891 | winter 1890-91 | May 1890 - July 1891
        von 1890 bis 1891 | dal 1890 al 1891 | de 1890 à 1891 | 1890 & 1891 | from 1890 to 1891""",
    (1890, 1890, 1891, True): """1890 or 1891 | between 1890 and 1891 | zwischen 1890 und 1891
        entre 1890 et 1891 | tra il 1890 e il 1891 | 1890 oder 1891 | after 1890 and before 1891""",
    (1890, 1890, 1897, False): "1890-1895 and 1897 | 1890-95, 1897",
    (None, 1890, 1901, False): "1890; 1901 | 1890-1901 | 1890 - 1901 | 1890, 1901",
    (None, 1890, 1900, True): "between 1890 and 1900 | entre 1890 y 1900 | tussen 1890 en 1900",
    (None, 1885, 1905, True): "c. 1890-1900 | c. 1890-c. 1900 | between c. 1890 and c. 1900",
    (None, 1890, 1905, True): "1890-c. 1900",
    (1890, 1890, 1899, True): """1890s | the 1890s | 1890's | 1890er Jahre | années 1890 | anni 1890
        década de 1890 | 189- | 189? | 1890-е | last decade of the 19th century""",
    (1890, 1890, 1893, True): "early 1890s | beginning of the 1890s | Anfang der 1890er Jahre",
    (1954, 1954, 1963, True): "mid 1950s to early 1960s | mid-1950s-early 1960s",
    (None, 1950, 1969, True): "1950s-60s | 1950s–1960s",
    (1920, None, 1920, True): """before 1920 | by 1920 | until 1920 | no later than 1920
        1920 or earlier | pre-1920 | vor 1920 | avant 1920 | bis 1920 | prima del 1920""",
    (
        1850,
        1850,
        None,
        True,
    ): """after 1850 | post-1850 | 1850 or later | 1850-ongoing | 1850-present
        since 1850 | not before 1850 | nach 1850 | après 1850 | 1850-""",
    (1600, None, 1610, True): "before c. 1600",
    (1480, 1470, 1490, True): "c. 1480",
    (None, 1600, 1699, True): """17th century | 17th c. | 17th-century | XVIIe siècle | siglo XVII
        17. Jahrhundert | 17. Jh. | XVII век | sec. XVII | XVII secolo | 17e eeuw | s. XVII | 1600s
        seventeenth century | c. 17th century | XVII w. | 17de eeuw | XVIIᵉ s.
        17th century in the style of 16th century | 17th century copy of a 16th century original
        Spanish, 17th century""",
    (
        None,
        1600,
        1799,
        True,
    ): """17th-18th century | 17th–18th c. | 17th/18th century | 17th or 18th c.
        XVIIe-XVIIIe siècle | siglos XVII-XVIII | 17.-18. Jahrhundert""",
    (None, 1700, 1799, True): "17-- | 1700s | 18th century",
    (None, 1800, 1999, True): "19th-20th c. | 19th century-20th century",
    (None, 1600, 1630, True): "early 17th century | début du XVIIe siècle | Anfang 17. Jh.",
    (
        None,
        1640,
        1660,
        True,
    ): "mid-17th century | Mitte des 17. Jahrhunderts | metà del XVII secolo",
    (None, 1870, 1899, True): "late 19th century | fin XIXe siècle | Ende 19. Jh. | fin du XIXe s.",
    (None, 1770, 1830, True): "late 18th-early 19th century | late 18th - early 19th c.",
    (None, 1840, 1899, True): "mid- to late-19th century | c. mid- to late-19th century",
    (None, 1600, 1649, True): """first half of the 17th century | 1st half 17th c.
        1. Hälfte 17. Jh. | 1ère moitié du XVIIe siècle | prima metà del XVII secolo
        eerste helft 17e eeuw | first half of 17th century | primera mitad del siglo XVII""",
    (None, 1625, 1649, True): "second quarter of the 17th century | 2. Viertel 17. Jahrhundert",
    (None, 1675, 1699, True): "last quarter of the 17th century | dernier quart du XVIIe siècle",
    (None, 1650, 1699, True): "17th century, second half | 17th century (second half)",
    (None, 1825, 1874, True): "second or third quarter of the 19th century",
    (None, 1890, 1910, True): "turn of the 20th century | turn of the 19th and 20th centuries",
    (None, 1, 99, True): "c. 1st century | 1st century AD",
    (None, -100, -1, True): "1st century BC | I sec. a.C. | 1. Jh. v. Chr.",
    (None, -1700, -1601, True): "17th c. BC | 17th century B.C.E.",
    (None, -3000, -2001, True): "3rd millennium B.C. | 3. Jahrtausend v. Chr.",
    (None, -110, 60, True): "ca. 100 BC-AD 50",
    (None, -500, -400, False): "500-400 BC | 500 BC - 400 BC",
    (-500, -500, -500, False): "500 BC | 500 BCE | 500 B.C. | 500 v. Chr. | 500 av. J.-C. | -500",
    (-499, -499, -499, False): "-0499 | -0499-01-01T00:00:00Z",
    (120, 120, 120, False): "AD 120 | A.D. 120 | 120 CE | 120 n. Chr.",
    (5, -6, 15, True): "c. AD 5",
    (None, 1615, 1868, False): "Edo period, 1615-1868 | Edo period (1615–1868)",
    (None, 1644, 1911, True): "Qing dynasty",
    (None, -1353, -1336, False): "New Kingdom, Dynasty 18, reign of Akhenaten, 1353–1336 BC",
    UNDATED: """n.d. | undated | s.d. | o.J. | o. J. | unknown | ? | - | — | date unknown | no date
        ohne Jahr | sans date | senza data | sin fecha | s/d | s.f. | z.j. | без даты | 0 | 0000
        unbekannt | N/A | [n.d.]""",
    None: """Impression | 12 | 90 | 12345 | 2101 | 10000 BC | -12000 | 1923.45 | A1890 | 1890b
        1895-1890 | born 1890 | accession 1923 | 19 | c. ? | of | 1890-91-1880 | 60s | 45th century
        1890-1895-1891 | turn of the century | no. 5 | MCMX | 1,890,000 | XVII | 32 century""",
}


def cases():
    exact = [(text, Dating(1890, 1890, 1890, False)) for text in split(EXACT)]
    return exact + [
        (text, dating and Dating(*dating))
        for dating, texts in KINDS.items()
        for text in split(texts)
    ]


def split(texts):
    return [
        text.strip() for line in texts.splitlines() for text in line.split(" | ") if text.strip()
    ]


@pytest.mark.parametrize(("text", "dating"), cases())
def test_a_date_is_read_as_museums_mean_it(text, dating):
    assert read_date(text) == dating


@pytest.mark.parametrize(
    ("year", "date", "dating"),
    [
        ("1890", None, (1890, 1890, 1890, False)),
        ("", "c. 1890", (1890, 1885, 1895, True)),
        (None, "", UNDATED),
        ("79", None, (79, 79, 79, False)),
        ("1890", "c. 1890", (1890, 1885, 1895, True)),
        ("1890", "1885-1900", (1890, 1885, 1900, False)),
        ("1890", "before 1920", (1890, None, 1920, True)),
        ("1890", "1950", (1890, 1890, 1890, False)),
        ("1890", "n.d.", (1890, 1890, 1890, False)),
        ("1890", "Impression", (1890, 1890, 1890, False)),
        ("no date", "c. 1890", (1890, 1885, 1895, True)),
        ("no date", "17th century", (None, 1600, 1699, True)),
        ("no date", "", UNDATED),
        ("0", "Impression", UNDATED),
        ("19th century", "1890", (1890, 1800, 1899, True)),
        ("19th century", "1950", (None, 1800, 1899, True)),
        ("Impression", "1890", (1890, 1890, 1890, False)),
        ("Impression", "Sunrise", None),
        ("Impression", "", None),
        ("Impression", None, None),
    ],
)
def test_the_year_cell_decides_and_the_date_cell_adds(year, date, dating):
    assert read_dates(year, date) == dating


def test_no_text_raises_and_every_dating_is_in_order():
    rng = random.Random(13)
    dates = [text for text, _ in cases()]
    signs = "0123456789cn.-–/?[]() ,;~+'\u0130\u00b2\u0660XVIde" + "".join(
        map(chr, range(0, 70000, 991))
    )
    for _ in range(20_000):
        text = list(rng.choice(dates) + rng.choice(["", " ", rng.choice(dates)]))
        for _ in range(rng.randrange(4)):
            text[rng.randrange(len(text))] = rng.choice(signs)
            text.insert(rng.randrange(len(text) + 1), rng.choice(signs))
        dating = read_date("".join(text))
        if dating is not None:
            bounds = [year for year in dating[1:3] if year is not None]
            assert bounds == sorted(bounds)
            assert 0 not in [dating.year, *bounds]
            assert all(-10_010 < year <= 2110 for year in bounds)


@pytest.mark.parametrize("text", ["1890 " * 40_000, "c. " * 60_000, "[" * 200_000, "1" * 200_000])
def test_long_texts_are_no_dates_and_take_no_time(text):
    started = time.perf_counter()
    assert read_date(text) is None
    assert time.perf_counter() - started < 0.1


@pytest.mark.skipif(not (MUSEUMS / "dates.tsv").exists(), reason="no dates of a museum")
def test_dates_of_a_museum_are_read_as_its_curators_mean_them():
    with (MUSEUMS / "dates.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    datings = [(row, read_date(row["date"])) for row in rows]
    assert sum(dating is not None for _, dating in datings) >= 0.95 * len(rows)
    outside = [row["date"] for row, dating in datings if dating and is_outside(row, dating)]
    # Of these the curators know more than the text says.
    assert set(outside) <= {
        "16th century", "20th century", "c. 1915-1930", "c. mid- to late-19th century"
    }  # fmt: skip


def is_outside(row, dating):
    earliest, latest = int(row["earliest"]), int(row["latest"])
    allowed = 20 if earliest < 1700 else 6
    years = [year for year in dating[:3] if year is not None]
    return any(not earliest - allowed <= year <= latest + allowed for year in years)
