"""How long a library of 300 plays takes: milliseconds.

The list of them is to stand within 300; what was seen in them is counted beside it, once.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from game.files.catalogue import Catalogue
from game.files.library import Library
from game.files.records import RecordFile
from game.files.scenarios import read_scenario
from game.rules import Rules
from tests.bench.bench_record import show, whole_play

PLAYS = 300


def main(runs: int = 5) -> None:
    """Print a line for each measure."""
    rules = Rules(read_scenario("aigun-six-days"))
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        for seed in range(PLAYS):
            record = whole_play(rules, str(seed))
            path = library.new_path(record.heading)
            RecordFile.create(path, record.heading, record.lines).close()
        print(f"{PLAYS} plays")
        show("  listed, nothing known", runs, lambda: Catalogue(library).plays())
        catalogue = Catalogue(library)
        plays = catalogue.plays()
        show("  listed again", runs, catalogue.plays)
        begun = perf_counter()
        for play in plays:
            catalogue.survey(play)
        print(f"{'  surveyed, once':<32}{(perf_counter() - begun) * 1000:8.3f}")
        show("  what was seen in all", runs, lambda: catalogue.seen(plays))


if __name__ == "__main__":
    main()
