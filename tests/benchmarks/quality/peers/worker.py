"""The child process: one library model trained on the arrays of a folder, its lists written beside them.

Runs in ``.venv-peers`` and imports nothing of this project: ``python worker.py als|bpr|sasrec FOLDER``.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import scipy.sparse as sp

SEED = 0
#: Users whose last item tells SASRec when to stop, epochs without a better one before it does, and most epochs.
VALIDATION_USERS, PATIENCE, MOST_EPOCHS, USUAL_EPOCHS = 1_000, 5, 200, 30
BLOCK = 1_000


def matrix(starts: np.ndarray, rows: np.ndarray, items: int) -> sp.csr_matrix:
    """Return the binary matrix (users, items) of sequences."""
    found = sp.csr_matrix((np.ones(len(rows), np.float32), rows, starts), shape=(len(starts) - 1, items))
    found.sum_duplicates()
    found.data[:] = 1.0
    return found


def best(scores: np.ndarray, arrays: dict, first: int, length: int) -> np.ndarray:
    """Return the rows (b, length) that score best among those not masked, for queries ``first`` and on; -1 for none left."""
    starts, masked = arrays["masked_starts"], arrays["masked_items"]
    for place in range(len(scores)):
        scores[place, masked[starts[first + place] : starts[first + place + 1]]] = -np.inf
    rows = np.argsort(-scores, axis=1, kind="stable")[:, :length]
    rows[np.take_along_axis(scores, rows, axis=1) == -np.inf] = -1
    return np.pad(rows, ((0, 0), (0, length - rows.shape[1])), constant_values=-1)


def ranked(users: np.ndarray, items: np.ndarray, arrays: dict, length: int) -> np.ndarray:
    """Return the lists of user factors (q, d) by item factors (n, d)."""
    blocks = [best(users[at : at + BLOCK] @ items.T, arrays, at, length) for at in range(0, len(users), BLOCK)]
    return np.concatenate(blocks)


def als(arrays: dict, settings: dict) -> tuple[np.ndarray, dict]:
    """Weighted matrix factorisation (Hu, Koren and Volinsky 2008); queries are folded in."""
    from implicit.als import AlternatingLeastSquares

    items = int(arrays["items"])
    model = AlternatingLeastSquares(
        factors=int(settings["factors"]),
        regularization=settings["regularisation"],
        alpha=settings["alpha"],
        iterations=int(settings["iterations"]),
        random_state=SEED,
    )
    model.fit(matrix(arrays["train_starts"], arrays["train_items"], items), show_progress=False)
    asked = matrix(arrays["asked_starts"], arrays["asked_items"], items)
    folded = model.recalculate_user(np.arange(asked.shape[0]), asked)
    return ranked(np.atleast_2d(folded), model.item_factors, arrays, settings["length"]), {}


def bpr(arrays: dict, settings: dict) -> tuple[np.ndarray, dict]:
    """Bayesian personalised ranking (Rendle et al. 2009); queries take part as further users, since it has no fold-in."""
    from implicit.bpr import BayesianPersonalizedRanking

    items = int(arrays["items"])
    train = matrix(arrays["train_starts"], arrays["train_items"], items)
    asked = matrix(arrays["asked_starts"], arrays["asked_items"], items)
    model = BayesianPersonalizedRanking(
        factors=int(settings["factors"]),
        learning_rate=settings["rate"],
        regularization=settings["regularisation"],
        iterations=int(settings["iterations"]),
        random_state=SEED,
    )
    model.fit(sp.vstack([train, asked], format="csr"), show_progress=False)
    return ranked(model.user_factors[train.shape[0] :], model.item_factors, arrays, settings["length"]), {}


def frame(starts: np.ndarray, rows: np.ndarray, prefix: str):
    """Return sequences as RecTools wants them; days apart, since only the order counts."""
    import pandas as pd

    lengths = np.diff(starts)
    users = np.repeat(np.arange(len(lengths)), lengths)
    places = np.arange(len(rows)) - np.repeat(starts[:-1], lengths)
    moments = pd.Timestamp("2000-01-01") + pd.to_timedelta(places, unit="D")
    names = [f"{prefix}{user}" for user in users]
    return pd.DataFrame({"user_id": names, "item_id": rows, "weight": 1.0, "datetime": moments})


def sasrec(arrays: dict, settings: dict) -> tuple[np.ndarray, dict]:
    """Self-attention over sequences (Kang and McAuley 2018), full or sampled softmax, until validation stops it."""
    import torch
    from rectools.dataset import Dataset
    from rectools.models import SASRecModel

    torch.set_num_threads(int(settings.get("threads", torch.get_num_threads())))
    train = Dataset.construct(frame(arrays["train_starts"], arrays["train_items"], "u"))
    watch = Stopping(int(settings.get("epochs", USUAL_EPOCHS)), settings["judged"], settings["seconds"])
    model = SASRecModel(
        n_blocks=int(settings["blocks"]),
        n_heads=2,
        n_factors=int(settings["factors"]),
        dropout_rate=settings["dropout"],
        session_max_len=int(settings["window"]),
        loss="sampled_softmax" if settings["sampled"] else "softmax",
        n_negatives=256,
        lr=settings["rate"],
        batch_size=128,
        deterministic=True,
        get_val_mask_func=last_items if settings["judged"] else None,
        get_trainer_func=watch.trainer,
    )
    model.fit(train)
    histories = frame(arrays["asked_starts"], arrays["asked_items"], "q")
    known = histories[histories["item_id"].isin(arrays["train_items"])]
    asked = Dataset.construct(known)
    lists = np.full((len(arrays["asked_starts"]) - 1, settings["length"]), -1, np.int64)
    masked = np.split(arrays["masked_items"], arrays["masked_starts"][1:-1])
    spare = max((len(rows) for rows in masked), default=0)
    found = model.recommend(known["user_id"].unique(), asked, k=settings["length"] + spare, filter_viewed=False)
    for name, rows in found.sort_values("rank").groupby("user_id")["item_id"]:
        number = int(str(name)[1:])
        left = rows.to_numpy()[~np.isin(rows.to_numpy(), masked[number])][: settings["length"]]
        lists[number, : len(left)] = left
    return lists, watch.facts()


def last_items(interactions, **_) -> np.ndarray:
    """Return which interactions validate: the last one of a sample of users with three or more."""
    users = interactions["user_id"].to_numpy()
    order = np.lexsort((np.arange(len(users)), interactions["datetime"].to_numpy(), users))
    names, counts = np.unique(users, return_counts=True)
    long = names[counts >= 3]
    chosen = np.random.default_rng(SEED).permutation(long)[:VALIDATION_USERS]
    newest = order[np.r_[users[order][1:] != users[order][:-1], True]]
    mask = np.zeros(len(users), bool)
    mask[newest] = np.isin(users[newest], chosen)
    return mask


class Stopping:
    """Makes the trainer: early stopping where it is judged, else so many epochs as were found best; time ends both."""

    def __init__(self, epochs: int, judged: bool, seconds: float) -> None:
        self._epochs, self._judged, self._seconds = epochs, judged, seconds
        self._losses: list[float] = []

    def trainer(self):
        """Return a silent trainer on the processor."""
        from pytorch_lightning import Trainer
        from pytorch_lightning.callbacks import Callback, EarlyStopping

        losses = self._losses

        class Watching(Callback):
            def on_validation_end(self, trainer, _) -> None:
                if not trainer.sanity_checking:
                    losses.append(float(trainer.callback_metrics["val_loss"]))
                    print(f"    epoch {len(losses)}: validation loss {losses[-1]:.4f}", flush=True)

        return Trainer(
            max_epochs=MOST_EPOCHS if self._judged else max(self._epochs, 1),
            max_time={"seconds": int(self._seconds)},
            callbacks=[Watching(), EarlyStopping("val_loss", patience=PATIENCE)] if self._judged else [],
            accelerator="cpu",
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
        )

    def facts(self) -> dict:
        """Return the epochs after which the validation loss was smallest, and whether it had stopped falling by then."""
        if not self._losses:
            return {}
        best = int(np.argmin(self._losses)) + 1
        return {"epochs": best, "converged": float(len(self._losses) - best >= PATIENCE)}


def main() -> None:
    """Train, rank, write."""
    warnings.filterwarnings("ignore")
    model, folder = sys.argv[1], Path(sys.argv[2])
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    with np.load(folder / "in.npz") as stored:
        arrays = dict(stored)
    lists, facts = {"als": als, "bpr": bpr, "sasrec": sasrec}[model](arrays, settings)
    np.save(folder / "out.npy", lists.astype(np.int64))
    (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")


if __name__ == "__main__":
    main()
