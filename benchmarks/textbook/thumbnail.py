from PIL import Image, ImageOps

with Image.open(snakemake.input[0]) as image:
    image = ImageOps.exif_transpose(image).convert("RGB")
    image.thumbnail((256, 256))
    image.save(snakemake.output[0])
