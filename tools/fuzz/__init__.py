"""Throws damaged transcripts at every reader until one answers with anything but a call or an
error of ours, takes too long or takes too much memory.

With atheris (https://github.com/google/atheris) the inputs are those that reach new code; without
it, or with ``--plain``, they are chosen at random, and the same for the same seed.
"""
