"""The embedded sample: 36 studies after the series of Claude Monet, painted by this program."""

from typing import NamedTuple


class Study(NamedTuple):
    """One picture: its ID is a motif and a light, its year that of the series it follows."""

    image_id: str
    title: str
    year: int


# Width and height in px, in the proportions of the canvases that Monet used for each motif.
SIZES = {
    "snow": (640, 440),
    "harbour": (640, 492),
    "poppies": (640, 492),
    "sails": (640, 476),
    "station": (640, 464),
    "cliffs": (640, 512),
    "tulips": (640, 516),
    "haystacks": (640, 416),
    "poplars": (516, 640),
    "cathedral": (424, 640),
    "footbridge": (640, 616),
    "parliament": (640, 560),
    "lilies": (640, 608),
    "venice": (640, 456),
}

STUDIES = (
    Study("snow-overcast", "A farm under snow, grey weather", 1867),
    Study("snow-sunlight", "A farm under snow with a magpie, sunlight", 1869),
    Study("harbour-sunrise", "Sunrise over a harbour", 1872),
    Study("harbour-night", "A harbour by night", 1873),
    Study("poppies-summer", "Poppies, summer noon", 1873),
    Study("sails-noon", "Sails on the Seine, noon", 1874),
    Study("snow-dusk", "A farm under snow, dusk", 1875),
    Study("sails-autumn", "Sails on the Seine, autumn", 1875),
    Study("station-morning", "Saint-Lazare station, morning", 1877),
    Study("station-evening", "Saint-Lazare station, evening", 1877),
    Study("cliffs-sunset", "The cliffs at Étretat, sunset", 1883),
    Study("cliffs-calm", "The cliffs at Étretat, calm morning", 1885),
    Study("cliffs-grey", "The cliffs at Étretat, grey weather", 1886),
    Study("tulips-sunlight", "Tulip fields, sunlight", 1886),
    Study("tulips-dusk", "Tulip fields, dusk", 1886),
    Study("poppies-evening", "Poppies, evening", 1890),
    Study("haystacks-summer", "Haystacks, end of summer", 1890),
    Study("haystacks-sunset", "Haystacks, sunset", 1891),
    Study("haystacks-snow", "Haystacks, snow", 1891),
    Study("haystacks-mist", "Haystacks, morning mist", 1891),
    Study("poplars-summer", "Poplars, summer", 1891),
    Study("poplars-autumn", "Poplars, autumn", 1891),
    Study("poplars-dusk", "Poplars, dusk", 1891),
    Study("cathedral-morning", "The cathedral front, morning", 1894),
    Study("cathedral-sunlight", "The cathedral front, full sunlight", 1894),
    Study("cathedral-grey", "The cathedral front, grey weather", 1894),
    Study("footbridge-green", "The Japanese footbridge, harmony in green", 1899),
    Study("parliament-fog", "Parliament, fog", 1903),
    Study("parliament-sunset", "Parliament, sunset", 1903),
    Study("parliament-storm", "Parliament, stormy sky", 1904),
    Study("lilies-morning", "Water lilies, morning", 1906),
    Study("lilies-evening", "Water lilies, evening", 1907),
    Study("venice-morning", "Venice, San Giorgio, morning", 1908),
    Study("venice-dusk", "Venice, San Giorgio, dusk", 1908),
    Study("lilies-night", "Water lilies, night", 1916),
    Study("footbridge-autumn", "The Japanese footbridge, autumn", 1919),
)


def sample_collection():
    """Return a dict with image_id, title and year for each study, in a fixed order."""
    return [study._asdict() for study in STUDIES]
