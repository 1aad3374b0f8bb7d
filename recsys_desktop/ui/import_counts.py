"""What an import did or would do, in counts and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.building.verdicts import SKIP_REASONS
from recsys_desktop.services.imports.importing import FileReport, MergeCounts
from recsys_desktop.ui.texts import words

_BLANK = message("import", "empty")


def import_summary(counts: MergeCounts) -> str:
    """Return "new products: 298 · new customers: 500", only what there is; in this form no number needs a plural."""
    parts = [
        (counts.new_items, message("import", "new products: {count}")),
        (counts.changed_items, message("import", "changed products: {count}")),
        (counts.new_users, message("import", "new customers: {count}")),
        (counts.new_interactions, message("import", "new purchases and other actions: {count}")),
        (counts.changed_interactions, message("import", "changed purchases and other actions: {count}")),
    ]
    said = [words(text.fill(count=count)) for count, text in parts if count]
    return " · ".join(said) or words(message("import", "All of it was in your shop already."))


def remarks(files: Sequence[FileReport]) -> str:
    """Return what was left out on purpose and how many damaged rows could be put right; "" where there is nothing to say."""
    mended = sum(file.mended for file in files)
    said = [left_out(file.skipped for file in files)]
    if mended:
        said.append(words(message("import", "Damaged rows that could be put right: {count}.").fill(count=mended)))
    return " ".join(filter(None, said))


def left_out(skipped: Iterable[Mapping[str, int]]) -> str:
    """Return "Left out on purpose: 9,288 cancelled or returned, 12 without a customer."; "" where nothing was."""
    totals: dict[str, int] = {}
    for file in skipped:
        for reason, count in file.items():
            totals[reason] = totals.get(reason, 0) + count
    if not any(totals.values()):
        return ""
    parts = [
        words(message("import", "{count} {reason}").fill(count=count, reason=_reason(reason)))
        for reason, count in sorted(totals.items(), key=lambda pair: -pair[1])
        if count
    ]
    return words(message("import", "Left out on purpose: {reasons}.").fill(reasons=", ".join(parts)))


def _reason(reason: str) -> Text:
    return SKIP_REASONS.get(reason, _BLANK)
