"""Fine-tuning of the language model on the behaviour and feedback of one shop."""
