"""Tables in workbooks: .xlsx, .xls and .ods."""

import io

from python_calamine import CalamineError, CalamineWorkbook

from scripts.collections.tables.cells import table_of, text_of
from scripts.common.errors import InputError


def read_workbook(data, path, kind):
    """Return the Table in the first sheet that has one, or None if all are empty.

    `data` are the bytes of the file, `kind` what they are in words, to be told.

    Raises InputError if the file is not a workbook.
    """
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            names = workbook.sheet_names
            for name in names:
                values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                if table := _table_of_sheet(values, name, names):
                    return table
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(
            f"{path}: damaged or no workbook, this is {kind} ({' '.join(str(error).split())});"
            " allowed: .xlsx, .xls or .ods without a password"
        ) from error
    return None


def _table_of_sheet(values, name, names):
    others = ", ".join(other for other in names if other != name)
    notes = [f"sheet {name} is read, not: {others}"] if others else []
    records = ((row, list(map(text_of, cells))) for row, cells in enumerate(values, start=1))
    return table_of(records, notes)
