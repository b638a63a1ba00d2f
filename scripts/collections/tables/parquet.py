"""Tables in parquet files."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.collections.tables.records import table_of_records
from scripts.common.errors import InputError

LONGEST_REASON = 120


def read_parquet(data, path, kind):
    """Return the Table in the bytes of a parquet file, or None if it has no columns.

    `kind` is what they are in words, to be told.

    Raises InputError if they are not parquet.
    """
    try:
        records = pq.read_table(io.BytesIO(data)).to_pylist()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(
            f"{path}: damaged or no parquet, this is {kind}"
            f" ({' '.join(str(error).split())[:LONGEST_REASON]}); allowed: parquet"
        ) from error
    return table_of_records(enumerate(records, 1), [])
