"""Run the benchmarks that are named, or all of them: `python -m tests.bench [NAME...]`."""

import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

PREFIX = "bench_"


def main(wanted: list[str]) -> int:
    """Run benchmarks and return 0, or 2 when a name means none."""
    known = sorted(
        path.stem.removeprefix(PREFIX) for path in Path(__file__).parent.glob(f"{PREFIX}*.py")
    )
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"there is no benchmark {unknown[0]}; there are {', '.join(known)}")
        return 2
    for name in wanted or known:
        print(f"== {name}")
        begun = perf_counter()
        import_module(f"tests.bench.{PREFIX}{name}").main()
        print(f"   ({perf_counter() - begun:.1f} s)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
