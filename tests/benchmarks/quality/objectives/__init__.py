"""Objectives that were tried against the package's own and lost; ``tests/benchmarks/objectives.py`` runs them all."""
