"""A bar, and whether a figure clears it."""


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
