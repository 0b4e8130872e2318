"""Trials of the digests' promise with real processes, databases and faults.

Run them by hand with ``python -m tests.trials``; the test run does a few of each.
"""
