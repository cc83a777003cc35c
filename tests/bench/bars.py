"""A bar, and whether a figure clears it."""

from collections.abc import Iterable


def line(what: str, figure: float, unit: str, bar: float | None = None, least: bool = False) -> str:
    """Return a figure beside its bar; `least` when it must be at least that much.

    >>> line("ready", 1.5, "x hello", 2.0)
    'ready                           1.50 x hello   bar <= 2.0   ok'
    """
    shown = f"{figure:,.0f}" if abs(figure) >= 1000 else f"{figure:.2f}"
    text = f"{what:<28}{shown:>8} {unit:<9}"
    if bar is None:
        return text.rstrip()
    good = figure >= bar if least else figure <= bar
    return f"{text} bar {'>=' if least else '<='} {bar}   {'ok' if good else 'MISSED'}"


def waits(what: str, found: Iterable[float | None], bar: float) -> None:
    """Print the median and the 95th percentile of keys; `None` stands for one that changed nothing.

    Times are in milliseconds.
    """
    every = list(found)
    live = sorted(each for each in every if each is not None)
    if not live:
        print(f"{what}: no key changed anything")
        return
    print(line(f"{what}, p50", live[len(live) // 2], "ms"))
    print(line(f"{what}, p95", live[len(live) * 95 // 100], "ms", bar))
    if len(live) < len(every):
        print(f"   {len(every) - len(live)} of {len(every)} keys changed nothing")
