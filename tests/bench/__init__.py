"""Benchmarks: ratios measured side by side in one run, since machines differ.

`python -m tests.bench` runs them all and says which bar was missed; `python -m tests.bench speed`
runs one. They are no tests: nothing here fails because a machine is busy.
"""
