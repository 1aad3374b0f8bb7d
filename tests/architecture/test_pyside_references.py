"""PySide6 6.12.0 loses one reference to ``True`` at each signal emission on Python 3.11, and aborts after about 570."""

from __future__ import annotations

import sys

import pytest

EMISSIONS = 2_000
TOLERATED = 100  # other code of the process holds and releases True meanwhile


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True, False and None are never counted from Python 3.12 on")
@pytest.mark.parametrize("value", [True, False, None])
def test_emitting_a_signal_loses_no_reference(value: object) -> None:
    from PySide6.QtCore import QObject, Signal

    class Sender(QObject):
        flag = Signal(bool)
        thing = Signal(object)

    sender, received = Sender(), []
    sender.flag.connect(received.append)
    sender.thing.connect(received.append)
    before = sys.getrefcount(value)
    for _ in range(EMISSIONS):
        (sender.thing if value is None else sender.flag).emit(value)
        received.pop()
        sender.thing.emit(value)
        received.pop()
    assert abs(sys.getrefcount(value) - before) < TOLERATED
