"""One function per user verb: what a button calls, free of widgets."""
