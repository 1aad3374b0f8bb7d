"""Commands about the rules of lists."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from recsys_desktop.cli.base import Outcome, command, commands, json_option
from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import STANDARD, Rules, Scenario
from recsys_desktop.services.shop import Shop


@commands.command()
@json_option
@command
def rules(shop: Shop) -> Outcome:
    """Show the rules of every scenario, and the products that are in no list."""
    from recsys_desktop.services.listing import scenarios

    hidden = list(scenarios.hidden(shop))
    known = scenarios.scenarios(shop)
    document = {"scenarios": [{"name": one.name, "rules": asdict(one.rules)} for one in known], "hidden": hidden}
    words = [_words(one) for one in known]
    return document, "\n".join([*words, *([f"in no list: {', '.join(hidden)}"] if hidden else [])])


@commands.command("set-rules")
@click.option("--scenario", "name", default=STANDARD, show_default=True, help="Name of the rules; new ones where there are none.")
@click.option("--delete", is_flag=True, help="Delete them instead.")
@click.argument("values", nargs=-1, metavar="[RULE=VALUE]...")
@json_option
@command
def set_rules(shop: Shop, name: str, delete: bool, values: tuple[str, ...]) -> Outcome:
    """Change rules: list_length=6 price_high=20 "only_categories=Home > Kitchen" diversity=0.3; RULE= as it was at first.

    Several products or categories are written as a list: without_categories='["Toys", "Books"]'.
    """
    from recsys_desktop.services.listing import scenarios

    if delete:
        scenarios.delete(shop, name)
        return {"deleted": name}, f"{name}: deleted."
    known = {one.name: one for one in scenarios.scenarios(shop)}
    changed = known[name].rules if name in known else Rules()
    for value in values:
        rule, given, text = value.partition("=")
        if not given:
            raise click.UsageError(f"{value}: write RULE=VALUE.")
        changed = scenarios.changed(changed, rule, _value(text, isinstance(getattr(changed, rule, None), tuple)))
    scenario = Scenario(name, changed)
    scenarios.save(shop, scenario, name if name in known else None)
    return {"name": name, "rules": asdict(changed)}, _words(scenario)


@commands.command()
@click.argument("item_id", metavar="PRODUCT")
@click.option("--no-longer", is_flag=True, help="Let it into lists again.")
@json_option
@command
def hide(shop: Shop, item_id: str, no_longer: bool) -> Outcome:
    """Keep a product out of every list."""
    from recsys_desktop.services.listing import scenarios

    scenarios.hide(shop, ItemId(item_id), not no_longer)
    return {"item_id": item_id, "hidden": not no_longer}, f"{item_id}: {'in lists again' if no_longer else 'in no list'}."


def _value(text: str, several: bool) -> object:
    """Read a value: JSON where it is, else the text itself. Where a rule takes ``several``, what is no list is the only one."""
    try:
        value: object = json.loads(text) if text else None
    except ValueError:
        value = text
    return [text] if several and text and not isinstance(value, list) else value


def _words(scenario: Scenario) -> str:
    """Name what differs from the defaults."""
    values = asdict(scenario.rules)
    plain = asdict(Rules())
    said = [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in values.items() if value != plain[name]]
    return f"{scenario.name}: {'  '.join(said) or 'nothing special'}"
