"""Draw docs/crop.webp, what crop and backdrop take: python -m tools.crops docs"""

import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

from scripts.images.thumbnail import make_thumbnail, read_thumbnail
from scripts.sample.painter import paint_study
from tools.screenshots import save

STUDY = "haystacks-sunset"
SIZE, GAP = 300, 24  # px
MOUNT, PAPER = (226, 217, 199), (214, 214, 210)


def draw_crops(path_to_output):
    """Write the picture: mounted and cropped, before paper and without it, side by side."""
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder, "study.png")
        paint_study(STUDY, study)
        with Image.open(study) as image:
            painting = image.convert("RGB")
        painting.thumbnail((SIZE, SIZE))
        mounted = Image.new("RGB", (painting.width + 90, painting.height + 110), MOUNT)
        mounted.paste(painting, (45, 45))
        plate = Image.new("L", (SIZE, SIZE))
        ImageDraw.Draw(plate).ellipse((45, 45, 255, 255), fill=255)
        thing = Image.new("RGB", (SIZE, SIZE), PAPER)
        thing.paste(painting.resize((SIZE, SIZE)), (0, 0), plate)
        shown = []
        for name, picture, options in (
            ("mounted", mounted, {"crop": "auto"}),
            ("thing", thing, {"backdrop": "remove"}),
        ):
            before, after = Path(folder, f"{name}.png"), Path(folder, f"{name}-small.png")
            picture.save(before)
            make_thumbnail(before, after, size=SIZE, skip=False, **options)
            picture.thumbnail((SIZE, SIZE))
            shown += [picture, read_thumbnail(after).image]
    width = sum(picture.width for picture in shown) + GAP * (len(shown) - 1)
    drawn = Image.new("RGBA", (width, SIZE))
    x = 0
    for picture in shown:
        drawn.paste(picture.convert("RGBA"), (x, (SIZE - picture.height) // 2))
        x += picture.width + GAP
    save(drawn, path_to_output)


if __name__ == "__main__":
    draw_crops(Path(sys.argv[1], "crop.webp"))
