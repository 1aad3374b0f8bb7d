"""The known errors of reading a file, each as a sentence that says what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recsys_desktop.domain.columns import CATEGORY, ITEM_ID, KIND, PRICE, QUANTITY, TIME, TITLE, USER_ID, VALUE
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import Text, message

#: What a field is called on the screen.
FIELD_LABELS: dict[str, Text] = {
    ITEM_ID: message("import", "product number"),
    USER_ID: message("import", "customer"),
    TITLE: message("import", "product name"),
    CATEGORY: message("import", "category"),
    PRICE: message("import", "price"),
    KIND: message("import", "kind of behaviour"),
    VALUE: message("import", "rating"),
    QUANTITY: message("import", "quantity"),
    TIME: message("import", "time"),
}


def field_label(field: str) -> Text:
    """Return the words for a field; fields without words of their own are shown by their name."""
    return FIELD_LABELS.get(field, message("import", "{name}").fill(name=field.replace("_", " ")))


def file_not_found(path: Path) -> RecsysError:
    """Return the error for a path where there is no file."""
    return RecsysError(
        "file_not_found",
        message("import", "There is no file {name}.").fill(name=str(path)),
        message("import", "Check the name and the folder, then choose the file again."),
    )


def unreadable_file(path: Path, reason: str | Text) -> RecsysError:
    """Return the error for a file that the system does not let us read."""
    return RecsysError(
        "unreadable_file",
        message("import", "{name} cannot be read: {reason}.").fill(name=path.name, reason=reason),
        message("import", "Close other programs that use the file and check that you may open it. Nothing was changed."),
    )


def damaged_file(path: Path, reason: Text) -> RecsysError:
    """Return the error for a file whose bytes are damaged, cut off, locked or of a kind that cannot be unpacked."""
    return RecsysError(
        "unreadable_file",
        message("import", "{name} cannot be read: {reason}.").fill(name=path.name, reason=reason),
        message("import", "Download it from your shop again, or unpack it first and choose what lies in it. Nothing was changed."),
    )


def empty_file(path: Path) -> RecsysError:
    """Return the error for a file without a single row."""
    return RecsysError(
        "empty_file",
        message("import", "{name} is empty.").fill(name=path.name),
        message("import", "Export it again from your shop. Nothing was changed."),
    )


def no_rows(path: Path) -> RecsysError:
    """Return the error for a file that has a header and nothing below it."""
    return RecsysError(
        "empty_file",
        message("import", "{name} has a header line but no rows below it.").fill(name=path.name),
        message("import", "Export it again from your shop. Nothing was changed."),
    )


def not_a_table(path: Path, looks_like: Text) -> RecsysError:
    """Return the error for a file that holds something else than a table."""
    return RecsysError(
        "not_a_table",
        message("import", "{name} is not a table: it looks like {kind}.").fill(name=path.name, kind=looks_like),
        message("import", "Choose a CSV, TSV or Excel file with one product or one purchase per row. Nothing was changed."),
    )


def unknown_encoding(path: Path, guess: str) -> RecsysError:
    """Return the error for a file whose characters could be read in several ways; ``guess`` is the likeliest encoding."""
    return RecsysError(
        "unknown_encoding",
        message("import", "The characters of {name} cannot be read for certain; the likeliest encoding is {guess}.").fill(
            name=path.name, guess=guess
        ),
        message(
            "import", "Name the encoding in the import window or with --encoding, or save the file as UTF-8. Nothing was changed."
        ),
    )


#: What a delimiter is called; others are shown between quotation marks.
_DELIMITER_NAMES: dict[str, Text] = {
    ",": message("import", "a comma"),
    ";": message("import", "a semicolon"),
    "\t": message("import", "a tab"),
    " ": message("import", "a blank"),
    "\x1f": message("import", "a control character"),
    "\x01": message("import", "a control character"),
}


def unsure_format(path: Path, delimiter: str) -> RecsysError:
    """Return the error for a table whose columns could be told apart in several ways; ``delimiter`` is the likeliest one."""
    shown = _DELIMITER_NAMES.get(delimiter, message("import", '"{sign}"').fill(sign=delimiter))
    return RecsysError(
        "unsure_format",
        message("import", "It is not certain what separates the columns of {name}; most likely {delimiter} does.").fill(
            name=path.name, delimiter=shown
        ),
        message("import", "Check the preview in the import window, or name it with --delimiter. Nothing was changed."),
    )


def not_needed(path: Path, reason: Text) -> RecsysError:
    """Return the error for a platform's export that holds neither products nor behaviour; ``reason`` says what it holds."""
    return RecsysError(
        "not_needed",
        message("import", "{name} is not imported: {reason}").fill(name=path.name, reason=reason),
        message("import", "Choose the export of the products, or of the orders with their items. Nothing was changed."),
    )


def missing_column(path: Path, wanted: Sequence[str], header: Sequence[str]) -> RecsysError:
    """Return the error for a table without a column that is needed; ``wanted`` names its fields, ``header`` what was found."""
    labels = [field_label(field) for field in wanted]
    found = ", ".join(name for name in header if name.strip()) or "-"
    text = message("import", "{name} has no column for: {wanted}. Columns found: {found}.")
    hint = message("import", "Say which column it is in the import window, or with --map {field}=COLUMN. Nothing was changed.")
    return RecsysError(
        "missing_column",
        text.fill(name=path.name, wanted=_joined(labels), found=found[:500]),
        hint.fill(field=wanted[0]),
    )


def unknown_column(path: Path, column: str, header: Sequence[str]) -> RecsysError:
    """Return the error for a mapping that names a column the file does not have."""
    return RecsysError(
        "missing_column",
        message("import", "{name} has no column {column}. Columns found: {found}.").fill(
            name=path.name, column=column, found=", ".join(name for name in header if name.strip())[:500]
        ),
        message("import", "Write the column's name as it stands in the file's first line. Nothing was changed."),
    )


def wrong_map(text: str, fields: Sequence[str]) -> RecsysError:
    """Return the error for a --map option that cannot be understood."""
    return RecsysError(
        "wrong_map",
        message("import", "Cannot understand the column mapping {text}.").fill(text=text),
        message("import", "Write it as id=COLUMN,title=COLUMN; the fields are: {fields}.").fill(fields=", ".join(fields)),
    )


def _joined(texts: Sequence[Text]) -> Text:
    """Return texts joined by commas as one text, each still translatable."""
    joined = texts[0]
    for text in texts[1:]:
        joined = message("import", "{first}, {second}").fill(first=joined, second=text)
    return joined
