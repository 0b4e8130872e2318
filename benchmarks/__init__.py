"""The phrase index beside its peers, in one process: `python -m benchmarks`.

Not part of the package that is shipped. Needs the extra `bench`; a peer that is not installed is left
out, with a line that says so.
"""
