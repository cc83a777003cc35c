"""How long records take: milliseconds, the best of several runs.

Bars, where they were set: 200 decisions replayed by the bare rules under 2; a jump to any node of
10,000 under 50; opening that file under 300.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from game.cli.export_story import html, markdown
from game.files.plays import heading_for
from game.files.record_lines import line_text
from game.files.records import RecordFile, read_record
from game.files.scenarios import read_scenario
from game.policy import persona
from game.record import OPENING, Node, Record, States, digest, replay, verify
from game.rules import Rules, formatted, parsed
from game.session import Session
from game.state import Decision, State
from game.tui.replay.course import Course


def main(runs: int = 7) -> None:
    """Print a line for each measure."""
    rules = Rules(read_scenario("aigun-six-days"))
    plays = [whole_play(rules, str(seed)) for seed in range(1858, 1868)]
    two_hundred(rules, plays, runs)
    bushy = grown(rules, 10_000)
    deep = one_line(rules, 10_000)
    for what, record in (("bushy", bushy), ("one line", deep)):
        depth = max(len(record.path(n)) for n in list(record.nodes)[-200:])
        print(f"10,000 nodes, {what}, {depth} deep")
        with TemporaryDirectory() as folder:
            path = Path(folder) / "play.amur"
            with RecordFile.create(path, record.heading) as file:
                started = perf_counter()
                for line in record.lines[:500]:
                    file.append(line)
                print(f"  append, flush and fsync, each   {(perf_counter() - started) * 2:8.3f}")
            with path.open("ab") as rest:
                rest.write(text_of(record, 500))
            show("  open the file", runs, lambda path=path: read_record(path))
        jumps(rules, record)
        show("  one decision more", runs, lambda record=record: record.add(1, "x", "y", ""))
        written_down(rules, record)


def two_hundred(rules: Rules, plays: list[Record], runs: int) -> None:
    """Measure replaying 200 decisions, of whole plays by two policies one after the other."""
    picked: list[tuple[Record, list[Node], list[Decision]]] = []
    left = 200
    for record in plays:
        nodes = list(record.main_line())[:left]
        picked.append((record, nodes, [parsed(n.decision_text, rules.table) for n in nodes]))
        left -= len(nodes)
    print(f"200 decisions of {sum(bool(n) for _, n, _ in picked)} plays")
    openings = {id(record): rules.opening(record.heading.seed) for record, _, _ in picked}

    def bare() -> None:
        for record, _, decisions in picked:
            state = openings[id(record)]
            for decision in decisions:
                state = rules.follow(state, decision)

    def jumped() -> None:
        for record, nodes, _ in picked:
            if nodes:
                States(rules, record.heading.seed).at(record, nodes[-1].id)

    def replayed() -> None:
        for record, nodes, _ in picked:
            if nodes:
                for _ in replay(rules, record, nodes[-1].id):
                    pass

    show("  bare rules, decisions given", runs, bare)
    show("  from the texts, legality checked", runs, jumped)
    show("  turns told and digests checked", runs, replayed)
    states: list[State] = []
    for record, _, decisions in picked:
        states.append(openings[id(record)])
        for decision in decisions:
            states.append(rules.follow(states[-1], decision))
    best = show("  their digests", runs, lambda: [digest(state) for state in states])
    print(f"  a digest, in microseconds       {best * 1000 / len(states):8.1f}")


def jumps(rules: Rules, record: Record) -> None:
    """Measure jumps to the last node and then to any, with nothing known beforehand."""
    nodes = list(record.nodes)
    states = States(rules, record.heading.seed)
    started = perf_counter()
    states.at(record, nodes[-1])
    print(f"  the first jump, to the end      {(perf_counter() - started) * 1000:8.3f}")
    lot = Random(1)
    times = []
    for _ in range(500):
        node = lot.choice(nodes)
        started = perf_counter()
        states.at(record, node)
        times.append((perf_counter() - started) * 1000)
    print(f"  500 jumps, median and worst     {median(times):8.3f} {max(times):8.3f}")
    told_jumps(rules, record, states)
    started = perf_counter()
    assert verify(rules, record) == []
    print(f"  verify all                      {(perf_counter() - started) * 1000:8.0f}")


def written_down(rules: Rules, record: Record) -> None:
    """Measure a handout and a page of a record, once each."""
    for what, written in (("a handout in Markdown", markdown), ("a page in HTML", html)):
        started = perf_counter()
        text = written(rules, record, None)
        size = len(text.encode()) / 1e6
        print(f"  {what:<30}{(perf_counter() - started) * 1000:8.0f}, {size:.1f} MB")


def told_jumps(rules: Rules, record: Record, states: States) -> None:
    """Measure jumps to places of the longest of the last lines, with what was told there."""
    to = max(list(record.nodes)[-200:], key=lambda node: len(record.path(node)))
    started = perf_counter()
    course = Course(rules, record, to, "advisers", states)
    while not course.look_ahead(1000):
        pass
    print(f"  a line of {course.last:>6} looked at     {(perf_counter() - started) * 1000:8.3f}")
    lot = Random(2)
    times = []
    for _ in range(200):
        place = lot.randrange(course.last + 1)
        started = perf_counter()
        course.told(place)
        times.append((perf_counter() - started) * 1000)
    print(f"  200 jumps told, median and worst{median(times):8.3f} {max(times):8.3f}")


def whole_play(rules: Rules, seed: str) -> Record:
    """Return the record of two policies' play."""
    claimant, host = rules.table.seats
    seats = {
        claimant: persona("integrative", rules, seed),
        host: persona("official", rules, seed),
    }
    session = Session(rules, Record(heading_for(rules, seed, claimant)), seats, persons=())
    session.advance()
    return session.record


def grown(rules: Rules, size: int) -> Record:
    """Return a record of many short variations, drawn by lot on any node."""
    lot = Random(1)
    record = Record(heading_for(rules, "1858", rules.table.seats[0]))
    states = {OPENING: rules.opening("1858")}
    open_nodes, nodes = [OPENING], []
    while len(nodes) < size:
        on = lot.choice(open_nodes[-50:] if lot.random() < 0.9 else open_nodes)
        legal = rules.legal_decisions(states[on])
        if not len(legal):
            open_nodes.remove(on)
            continue
        head = lot.choice(legal.heads)
        decision = head.nth(lot.randrange(len(head)))
        after = rules.follow(states[on], decision)
        seat = rules.table.seats[states[on].seat]
        text = formatted(decision, rules.table)
        nodes.append(Node(len(nodes) + 1, on, seat, text, digest(after)))
        states[len(nodes)] = after
        open_nodes.append(len(nodes))
    return record.with_lines(nodes)[0]


def one_line(rules: Rules, size: int) -> Record:
    """Return a record of a play and then one line of guesses, as deep as it has nodes."""
    record = Record(heading_for(rules, "1858", rules.table.seats[0]))
    state = rules.opening("1858")
    guess = Decision("expect", "", ("top=villages",))
    nodes: list[Node] = []
    for id in range(1, size + 1):
        legal = rules.legal_decisions(state)
        decision = legal[0] if id == 1 else guess
        seat = rules.table.seats[state.seat]
        state = rules.apply(state, decision).state
        nodes.append(Node(id, id - 1, seat, formatted(decision, rules.table), digest(state)))
    return record.with_lines(nodes)[0]


def text_of(record: Record, start: int) -> bytes:
    """Return the lines of a record from a place on, as they stand in a file."""

    return "".join(line_text(line) + "\n" for line in record.lines[start:]).encode()


def show(what: str, runs: int, work: Callable[[], object]) -> float:
    """Print and return the best time of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        started = perf_counter()
        work()
        times.append((perf_counter() - started) * 1000)
    print(f"{what:<32}{min(times):8.3f}")
    return min(times)


if __name__ == "__main__":
    main()
