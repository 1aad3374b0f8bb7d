"""The child process: one library model trained on the arrays of a folder, its lists written beside them.

Runs in ``.venv-peers`` and imports nothing of this project: ``python worker.py als|bpr|sasrec FOLDER``.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import scipy.sparse as sp

SEED = 0
#: SASRec: epochs between two looks at the held-out lists, looks without a better one before it stops, most epochs, usual ones.
EVERY, PATIENCE, MOST_EPOCHS, USUAL_EPOCHS = 5, 4, 300, 30
#: More items than this make full softmax's logits too large.
MOST_SOFTMAX_ITEMS = 20_000
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
    """Self-attention over sequences (Kang and McAuley 2018), full or sampled softmax.

    Where lists are judged, it trains until four looks in a row bring no better NDCG@10 and answers with the best lists; else for
    as many epochs as that took.
    """
    from rectools.dataset import Dataset

    began = time.perf_counter()
    if settings["distinct"]:  # where only new items are asked for, learning repeats is learning what is masked
        arrays = arrays | {name: column for which in ("train", "asked") for name, column in first_ones(arrays, which)}
    train = Dataset.construct(frame(arrays["train_starts"], arrays["train_items"], "u"))
    model = sasrec_model(settings, int(arrays["items"]))
    if not settings["judged"]:
        epochs = int(settings.get("epochs", USUAL_EPOCHS))
        model.fit_partial(train, min_epochs=epochs, max_epochs=epochs)
        return sasrec_lists(model, arrays, settings["length"]), {}
    best, best_epoch, best_lists = -1.0, 0, None
    for epoch in range(EVERY, MOST_EPOCHS + 1, EVERY):
        model.fit_partial(train, min_epochs=EVERY, max_epochs=EVERY)
        lists = sasrec_lists(model, arrays, settings["length"])
        found = ndcg(lists[:, :10], arrays)
        print(f"    epoch {epoch}: held-out NDCG@10 {found:.4f}", flush=True)
        if found > best:
            best, best_epoch, best_lists = found, epoch, lists
        converged = epoch >= best_epoch + EVERY * PATIENCE
        if converged or time.perf_counter() - began > settings["seconds"]:
            break
    return best_lists, {"epochs": best_epoch, "converged": float(converged)}


def first_ones(arrays: dict, which: str) -> list[tuple[str, np.ndarray]]:
    """Return sequences in which every item stands at its first place only."""
    starts, rows = arrays[f"{which}_starts"], arrays[f"{which}_items"]
    each = [list(dict.fromkeys(one.tolist())) for one in np.split(rows, starts[1:-1])]
    ends = np.cumsum([0, *map(len, each)])
    return [(f"{which}_starts", ends), (f"{which}_items", np.array([row for one in each for row in one], np.int64))]


def sasrec_model(settings: dict, items: int):
    """Return the untrained model."""
    import torch
    from rectools.models import SASRecModel

    torch.manual_seed(SEED)
    return SASRecModel(
        n_blocks=int(settings["blocks"]),
        n_heads=2,
        n_factors=int(settings["factors"]),
        dropout_rate=settings["dropout"],
        session_max_len=int(settings["window"]),
        loss="sampled_softmax" if settings["sampled"] or items > MOST_SOFTMAX_ITEMS else "softmax",
        n_negatives=256,
        lr=settings["rate"],
        batch_size=64,
        get_trainer_func=trainer,
    )


def trainer():
    """Return a silent trainer on the processor."""
    from pytorch_lightning import Trainer

    return Trainer(
        max_epochs=MOST_EPOCHS,
        accelerator="cpu",
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )


def sasrec_lists(model, arrays: dict, length: int) -> np.ndarray:
    """Return the lists (q, length) of histories, -1 where nothing of a history was ever learnt."""
    from rectools.dataset import Dataset

    histories = frame(arrays["asked_starts"], arrays["asked_items"], "q")
    known = histories[histories["item_id"].isin(arrays["train_items"])]
    masked = np.split(arrays["masked_items"], arrays["masked_starts"][1:-1])
    spare = max((len(rows) for rows in masked), default=0)
    found = model.recommend(known["user_id"].unique(), Dataset.construct(known), k=length + spare, filter_viewed=False)
    lists = np.full((len(arrays["asked_starts"]) - 1, length), -1, np.int64)
    for name, rows in found.sort_values("rank").groupby("user_id")["item_id"]:
        number = int(str(name)[1:])
        left = rows.to_numpy()[~np.isin(rows.to_numpy(), masked[number])][:length]
        lists[number, : len(left)] = left
    return lists


def ndcg(lists: np.ndarray, arrays: dict) -> float:
    """Return the mean NDCG of lists (q, k) over the queries that have targets."""
    targets = np.split(arrays["targets_items"], arrays["targets_starts"][1:-1])
    gains = 1.0 / np.log2(np.arange(2, lists.shape[1] + 2))
    ideal = np.r_[0.0, np.cumsum(gains)]
    pairs = [(rows, wanted) for rows, wanted in zip(lists, targets, strict=True) if len(wanted)]
    return float(np.mean([np.isin(rows, wanted) @ gains / ideal[min(len(wanted), len(gains))] for rows, wanted in pairs]))


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
