"""What the services report, as a JSON document for scripts and as words for a person at a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Feedback, Item
from recsys_desktop.services.advising import Advice
from recsys_desktop.services.fitting import FitReport, PrepareReport
from recsys_desktop.services.handing.exporting import ExportReport
from recsys_desktop.services.imports.import_reports import Report, file_document, file_words
from recsys_desktop.services.imports.near_titles import NearTitles
from recsys_desktop.services.learning.evaluation_log import EvaluationReport
from recsys_desktop.services.learning.training import TrainingReport
from recsys_desktop.services.listing.list_making import ListMaking
from recsys_desktop.services.listing.reasons import Reason
from recsys_desktop.services.listing.recommending import Recommendation, RecommendationList, SimilarItem
from recsys_desktop.services.listing.standing import Standing
from recsys_desktop.services.nightly import NightlyReport
from recsys_desktop.services.statistics import ShopState


def of_encoding(report: PrepareReport) -> Report:
    """Describe an encoding: products read and vectors still valid."""
    read = report.catalogue
    seconds = read.seconds + report.sentences.seconds + report.fit.seconds
    document: dict[str, object] = {
        "encoded": read.encoded,
        "reused": read.reused,
        "seconds": seconds,
        "model_version": read.model_version,
        "customers_encoded": report.sentences.encoded,
        "customers_reused": report.sentences.reused,
    }
    return document, f"{read.encoded} products read, {read.reused} unchanged, lists ready after {seconds:.1f} s."


def of_fit(report: FitReport, making: ListMaking) -> Report:
    """Describe a fit and how the lists are made since."""
    choice = report.choice
    parts, found = [str(text) for text in making.parts], [str(text) for text in making.found]
    document: dict[str, object] = {
        "items": report.items,
        "with_buyers": report.warm,
        "groups": report.groups,
        "seconds": report.seconds,
        "budget": choice.budget.value,
        "customers": choice.customers,
        "by_time": choice.by_time,
        "steps": [{"part": step.part, "ndcg@10": step.results, "taken": step.taken} for step in choice.steps],
        "settings": asdict(choice.settings),
        "parts": parts,
        "found": found,
    }
    return document, "\n".join([*(f"- {part}" for part in parts), *found])


def of_training(report: TrainingReport) -> Report:
    """Describe a training and the judgement on it."""
    changed = [
        {"name": change.name, "norm_before": change.norm_before, "norm_of_change": change.norm_of_change}
        for change in report.parameters
    ]
    document: dict[str, object] = {
        "model_version": report.model_version,
        "kept": report.kept,
        "learnt": report.learnt,
        "metrics": report.metrics,
        "verdict": str(report.verdict),
        "parameters": changed,
        "seconds": report.seconds,
    }
    return document, f"{report.verdict}\n{_in_use(report)}"


def _in_use(report: TrainingReport) -> str:
    return f"Model {report.model_version} is in use now." if report.kept else f"Model {report.model_version} stays in use."


def of_list(made: RecommendationList) -> Report:
    """Describe one customer's list."""
    items = [
        {
            "rank": place.rank,
            "item_id": place.item.item_id,
            "title": place.item.title,
            "score": place.score,
            "reasons": [_reason(reason) for reason in place.reasons],
        }
        for place in made.items
    ]
    document: dict[str, object] = {
        "user": made.user_id,
        "model_version": made.model_version,
        "items": items,
        "filled_by": str(made.step),
    }
    return document, "\n".join(_place_words(place) for place in made.items)


def of_similar(item_id: ItemId, found: Sequence[SimilarItem]) -> Report:
    """Describe the products like one."""
    items = [{"rank": one.rank, "item_id": one.item.item_id, "title": one.item.title, "score": one.score} for one in found]
    return {"item": item_id, "items": items}, "\n".join(f"{one.rank:3d}  {one.item.title}  ({one.item.item_id})" for one in found)


def of_added(item: Item, found: Standing | None) -> Report:
    """Describe a product typed in by hand and where it stands; None where the shop has no lists yet."""
    places = [] if found is None else [{"user": place.user_id, "rank": place.rank} for place in found.places]
    document: dict[str, object] = {
        "item_id": item.item_id,
        "title": item.title,
        "placed": found is not None,
        "lists_looked_at": 0 if found is None else found.looked_at,
        "customers": places,
    }
    added = f"Added: {item.title} ({item.item_id})."
    if found is None:
        return document, f"{added} It is placed once the shop is prepared (encode)."
    lines = [f"{place.rank:3d}  {place.user_id}" for place in found.places]
    return document, "\n".join([f"{added} {found.sentence}", *lines])


def of_status(state: ShopState, advice: Advice) -> Report:
    """Describe what a shop holds, what its data carry, and what is missing."""
    document: dict[str, object] = {
        "products": state.items,
        "customers": state.users,
        "interactions": state.interactions,
        "by_kind": {kind.word: count for kind, count in state.by_kind.items()},
        "first_time": state.first_time,
        "last_time": state.last_time,
        "prepared": state.prepared,
        "new_feedback": state.new_feedback,
        "model_version": state.model_version,
        "next_step": str(state.next_step),
        "carries": [
            {
                "part": ability.part.value,
                "carried": ability.carried,
                "sentence": str(ability.sentence),
                "wanted": None if ability.wanted is None else str(ability.wanted),
            }
            for ability in advice.abilities
        ],
        "missing": [{"kind": gap.kind, "sentence": str(gap.sentence), "remedy": str(gap.remedy)} for gap in advice.gaps],
        "collect_next": None if advice.next_step is None else str(advice.next_step),
    }
    return document, "\n".join(_status_words(state, advice))


def _status_words(state: ShopState, advice: Advice) -> list[str]:
    lines = [f"{state.items} products, {state.users} customers, {state.interactions} things they did; model {state.model_version}."]
    for ability in advice.abilities:
        wanted = "" if ability.wanted is None else f" {ability.wanted}"
        lines.append(f"[{'x' if ability.carried else ' '}] {ability.sentence}{wanted}")
    lines += [f"    {gap.sentence} {gap.remedy}" for gap in advice.gaps]
    return [*lines, f"Next: {state.next_step}"]


def of_feedback(given: Feedback) -> Report:
    """Describe a stored answer."""
    document: dict[str, object] = {
        "feedback_id": given.feedback_id,
        "user": given.user_id,
        "item_id": given.item_id,
        "kind": given.kind.word,
        "value": given.value,
    }
    return document, f"Stored: {given.kind.word} of {given.item_id} for {given.user_id}."


def of_evaluation(report: EvaluationReport) -> Report:
    """Describe a replay of the last weeks."""
    document: dict[str, object] = {
        "customers": report.customers,
        "metrics": report.rows,
        "hits": report.hits,
        "coverage": report.coverage,
        "difference_ndcg@10": report.difference,
        "learnt_until": report.learnt_until,
        "window": [report.window_start, report.window_end],
        "seconds": report.seconds,
        "verdict": str(report.verdict),
    }
    return document, str(report.verdict)


def of_export(report: ExportReport) -> Report:
    """Describe a written file of lists, products or behaviour."""
    document: dict[str, object] = {"file": str(report.path), "users": report.users, "rows": report.rows, "what": report.what}
    customers = f" for {report.users} customers" if report.what == "lists" else ""
    return document, f"{report.rows} rows{customers} written to {report.path}."


def of_near_titles(found: NearTitles) -> Report:
    """Describe products with nearly the same name; variants are counted only."""
    pairs = [asdict(pair) for pair in found.slips]
    document: dict[str, object] = {"pairs": pairs, "slips": found.slip_count, "variants": found.variant_count}
    lines = [f"{near_titles_words(found.slip_count)} {found.variant_count} pairs look like variants of one product."]
    lines += [f"  {pair.first_title} ({pair.first})  ~  {pair.second_title} ({pair.second})" for pair in found.slips]
    return document, "\n".join(lines)


def near_titles_words(slips: int) -> str:
    """Return the sentence about products that may have been entered twice."""
    if slips == 0:
        return "No two products have nearly the same name."
    return f"{slips} pairs of products have nearly the same name and may be one product entered twice; nothing was joined."


def of_nightly(report: NightlyReport) -> Report:
    """Describe a night: what came in, what could not, what was written."""
    exported, export_words = of_export(report.export)
    refused = [
        {"path": str(path), "code": error.code, "message": str(error.message), "hint": str(error.hint)}
        for path, error in report.refused
    ]
    document: dict[str, object] = {
        "files": [file_document(file) for file in report.files],
        "refused": refused,
        "encoded": report.prepared.catalogue.encoded,
        "export": exported,
    }
    lines = [file_words(file) for file in report.files]
    lines += [f"{path}: not imported. {error.message}" for path, error in report.refused]
    return document, "\n".join([*lines, export_words])


def _reason(reason: Reason) -> Mapping[str, object]:
    return {"kind": reason.kind, "item_id": reason.item_id, "title": reason.title, "share": reason.share}


def _place_words(place: Recommendation) -> str:
    because = " · ".join(str(reason.text) for reason in place.reasons[:2])
    return f"{place.rank:3d}  {place.item.title}  ({place.item.item_id})  {because}"
