import json
from pathlib import Path

palettes = {Path(path).stem: json.loads(Path(path).read_text()) for path in snakemake.input}
Path(snakemake.output[0]).write_text(json.dumps(palettes))
