"""What an import does to products and behaviour that the shop already holds."""

from __future__ import annotations

from typing import Literal, get_args

#: "update": newer values win. "keep": products that are there keep their values, behaviour as with "update".
#: "add": nothing that is there is touched; only new products and new behaviour come in.
Policy = Literal["update", "keep", "add"]
POLICIES: tuple[Policy, ...] = get_args(Policy)
