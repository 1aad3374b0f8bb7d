"""All peers, in the order of the tables."""

from __future__ import annotations

from tests.benchmarks.quality.peers import ease, head, libraries, neighbours, popularity, texts
from tests.benchmarks.quality.peers.peer import Peer

#: Those that run inside the benchmark's own process, and those that need .venv-peers.
HERE: tuple[Peer, ...] = (*popularity.PEERS, *neighbours.PEERS, *ease.PEERS, *texts.PEERS, *head.PEERS)
PEERS: tuple[Peer, ...] = (*HERE, *libraries.PEERS)
BY_NAME = {peer.name: peer for peer in PEERS}
#: What looks at times; every other peer is a library peer without time.
WITH_TIME = frozenset({"popularity (recent)", "EASE x trend", "own recent history"})
