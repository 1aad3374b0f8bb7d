"""Fine-tuning of the language model: pairs from behaviour, objectives, and the loop that takes the steps."""

from recsys_desktop.offline import stay_offline

stay_offline()
