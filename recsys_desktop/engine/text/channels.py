"""A catalogue's texts as vectors, read in two ways: by the language model, and letter by letter."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.engine.text.letters import Letters, joined


@dataclass(frozen=True)
class TextChannels:
    """Unit vectors of n texts, zero rows where one says nothing; a channel that is not there has no columns."""

    model: Float32Array  # (n, e)
    letters: Float32Array  # (n, r)
    reader: Letters | None = None  # what read the letters, for texts still to come

    @classmethod
    def of_model(cls, vectors: Float32Array | None, items: int) -> TextChannels:
        """Return the language model's vectors (n, e) alone, or none of the ``items`` where it has not read them."""
        nothing = np.zeros((items, 0), np.float32)
        return cls(nothing if vectors is None else np.ascontiguousarray(vectors, np.float32), nothing)

    def joined(self, share: float) -> Float32Array:
        """Return unit vectors (n, w) in which letters count ``share``, 0 to 1; see :func:`~engine.text.letters.joined`.

        A channel that counts nothing is left out, and so is one that is not there.
        """
        if not self.letters.shape[1] or (share <= 0 and self.model.shape[1]):
            return self.model
        if not self.model.shape[1] or share >= 1:
            return self.letters
        return joined(self.model, self.letters, share)

    def with_model(self, vectors: Float32Array | None) -> TextChannels:
        """Return the same texts as another language model reads them (n, e); None leaves them as they are."""
        return self if vectors is None else replace(self, model=vectors)

    def of(self, rows: Int64Array) -> TextChannels:
        """Return the texts at these rows (m,), in their order."""
        return replace(self, model=self.model[rows], letters=self.letters[rows])
