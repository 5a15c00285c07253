"""Trains the scorer of :mod:`linter.signals.learned` and measures it.

``python -m tools.learn`` reads the labelled sentences and calls of ``corpus/`` (nothing of the
test part), writes the scorer's data file, and measures it on voices that it was not trained on.
It needs the extra ``learn`` (scikit-learn); the scorer itself needs nothing.
"""
