"""A Python of its own, for what is true only of one that has just begun."""

import subprocess
import sys


def afresh(code: str) -> str:
    """Return what some code prints in a Python that has imported nothing yet."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()
