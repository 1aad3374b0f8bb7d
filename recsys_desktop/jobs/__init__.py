"""Background work: one serial thread per lane, results on the GUI thread only."""
