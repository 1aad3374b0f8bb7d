"""Where scripts still look for the reader; it lives in :mod:`tests.benchmarks.quality.online_retail`."""

from tests.benchmarks.quality.online_retail import DAY, PATH, WINDOW, OnlineRetail, load_online_retail

__all__ = ["DAY", "PATH", "WINDOW", "OnlineRetail", "load_online_retail"]
