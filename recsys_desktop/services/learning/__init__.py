"""Answers, questions, trainings, models and whether they help."""
