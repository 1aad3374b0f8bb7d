"""Products and behaviour as sentences, and the language model that turns sentences into vectors."""

from recsys_desktop.offline import stay_offline

stay_offline()
