"""Folders of scenarios that somebody wrote to do harm, each made of a small sound one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

Make = Callable[[Path], None]
"""Spoils a copy of the small scenario."""

TINY = Path(__file__).parent / "cases" / "tiny"
EVENTS, COVER, TABLE = "events/river.yaml", "scenario.yaml", "tables/ferry.yaml"
ENDINGS = "endings.yaml"
DEEP = 100_000


def replaced(file: str, old: str, new: str) -> Make:
    """Return what puts other words into a file."""

    def work(folder: Path) -> None:
        text = (folder / file).read_text()
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new), errors="surrogatepass")

    return work


def held(file: str, data: str | bytes) -> Make:
    """Return what makes a file hold this and nothing else."""

    def work(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    return work


def grown(file: str) -> Make:
    """Return what lets a file have 50 MB."""

    def work(folder: Path) -> None:
        (folder / file).touch()
        os.truncate(folder / file, 50_000_000)

    return work


def instead(file: str, make: Callable[[Path], object]) -> Make:
    """Return what puts something else where a file is expected."""

    def work(folder: Path) -> None:
        (folder / file).unlink(missing_ok=True)
        make(folder / file)

    return work


def of_lots(name: str, text: str, count: int) -> Make:
    """Return what writes many files."""

    def work(folder: Path) -> None:
        for number in range(count):
            (folder / name.format(number)).write_text(text.format(number))

    return work


def laughs(levels: int) -> str:
    """Return a document that would have 9 to the power of the levels words."""
    lines = ["a0: &a0 [ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


def issues(count: int, options: int) -> Make:
    """Return what puts so many issues of so many options before those of the table."""
    more = "".join(
        f"  i-{n}:\n    label: L\n    kind: distributive\n    why: W\n    options:\n"
        + "".join(
            f"      o-{o}: {{text: T, worth: {{ferryman: {o}, miller: 0}}}}\n"
            for o in range(options)
        )
        for n in range(count)
    )
    return replaced(TABLE, "issues:\n", f"issues:\n{more}")


def whole_shelf(folder: Path) -> None:
    """Let the folder of scenes be the folder itself."""
    shutil.rmtree(folder / "events")
    (folder / "events").symlink_to(".")


FAULTY_SCENES = "events:\n" + "".join(
    f"  s-{n}: {{title: T, seat: nobody-{n}, text: T, when: flod > {n}, weigth: 1, first: on}}\n"
    for n in range(2500)
)
FAULTY_CHOICES = "".join(
    f"      c{n}: {{say: S, if: flod > {n}, do: {{trst: +1, reveal: nothing}}}}\n"
    for n in range(2000)
)
LONG = " and ".join(["flood >= 20"] * 7000)

HOSTILE: dict[str, tuple[Make, str]] = {
    "billion-laughs": (held(EVENTS, laughs(60)), f"{EVENTS}:1:5: forbidden-yaml"),
    "fifty-megabytes": (grown(EVENTS), f"{EVENTS}:1:1: too-big"),
    "big-history": (grown("history.amur"), "history.amur:1:1: too-big"),
    "many-values": (held(EVENTS, "events: [" + "a," * 100_000 + "]"), f"{EVENTS}:1:"),
    "deep-flow": (held(EVENTS, "events: " + "[" * DEEP), f"{EVENTS}:1:"),
    "deep-mappings": (held(EVENTS, "events: " + "{a: " * DEEP), f"{EVENTS}:1:"),
    "deep-lists": (held(EVENTS, "- " * DEEP), f"{EVENTS}:1:"),
    "deep-keys": (held(EVENTS, "? " * DEEP), f"{EVENTS}:1:"),
    "deep-blocks": (
        held(EVENTS, "".join(f"{' ' * n}a:\n" for n in range(1200))),
        f"{EVENTS}:61:",
    ),
    "long-expression": (
        replaced(EVENTS, "sitting between 1 and 3 and flood >= 20", LONG),
        f"{EVENTS}:5:",
    ),
    "long-number": (replaced(COVER, "version: 1", f"version: {'1' * 100_000}"), f"{COVER}:3:10"),
    "long-key": (replaced(COVER, "version: 1", f"? {'v' * 900_000}\n: 1"), f"{COVER}:3:3"),
    "many-parentheses": (
        replaced(EVENTS, "when: note.mended", f"when: {'(' * 400}note.mended"),
        f"{EVENTS}:24:31: too-deep",
    ),
    "bell-in-an-id": (replaced(EVENTS, "  thanks:", '  "th\\anks":'), f"{EVENTS}:21:3: bad-id"),
    "bidi-in-an-id": (
        replaced(EVENTS, "  thanks:", "  th\u202eanks:"),
        f"{EVENTS}:21:3: bad-id",
    ),
    "nul": (held(EVENTS, "events: {a\0b: c}"), f"{EVENTS}:1:11: yaml-syntax"),
    "escaped-nul": (replaced(EVENTS, "  thanks:", '  "th\\0anks":'), f"{EVENTS}:21:3: bad-id"),
    "surrogate": (replaced(EVENTS, "Thanks", "\ud800"), f"{EVENTS}:22:12: not-text"),
    "escaped-surrogate": (replaced(EVENTS, "Thanks", '"\\ud800"'), f"{EVENTS}:22:"),
    "utf-16": (held(EVENTS, "events: {}".encode("utf-16")), f"{EVENTS}:1:1: not-text"),
    "table-outside": (replaced(COVER, "table: ferry", "table: ../x"), f"{COVER}:11:8: bad-id"),
    "map-outside": (held("map/view.yaml", "geography: ../x"), "map/view.yaml:1:12: bad-id"),
    "brief-outside": (
        replaced(COVER, "brief: ferryman", "brief: ../../x"),
        f"{COVER}:9:68: bad-id",
    ),
    "page-of-another-name": (held("codex/a\u202eb.md", "title: T\n\nT"), "b.md:1:1: bad-id"),
    "link-outside": (
        instead(EVENTS, lambda path: path.symlink_to("/etc/passwd")),
        f"{EVENTS}:1:1: outside-folder",
    ),
    "linked-page": (
        instead("codex/river.md", lambda path: path.symlink_to("/etc/passwd")),
        "codex/river.md:1:1: outside-folder",
    ),
    "loop": (
        instead(EVENTS, lambda path: path.symlink_to(path.name)),
        f"{EVENTS}:1:1: missing-file",
    ),
    "shelf-in-itself": (whole_shelf, "events/endings.yaml:1:1: unknown-key"),
    "pipe": (instead(EVENTS, os.mkfifo), f"{EVENTS}:1:1: missing-file"),
    "pipe-for-a-cover": (instead(COVER, os.mkfifo), f"{COVER}:1:1: missing-file"),
    "pipe-for-history": (instead("history.amur", os.mkfifo), "history.amur:1:1: missing-file"),
    "device": (
        instead("codex/river.md", lambda path: path.symlink_to("/dev/zero")),
        "codex/river.md:1:1: missing-file",
    ),
    "folder-for-a-file": (instead("sources.yaml", Path.mkdir), "sources.yaml:1:1: missing-file"),
    "folder-for-dossiers": (
        instead("dossiers.yaml", Path.mkdir),
        "dossiers.yaml:1:1: missing-file",
    ),
    "pipe-beside": (
        lambda folder: os.mkfifo(folder / "events/x.yaml"),
        "events/x.yaml:1:1: missing-file",
    ),
    "folder-called-like-a-file": (
        lambda folder: (folder / "events/x.yaml").mkdir(),
        "events/x.yaml:1:1: missing-file",
    ),
    "no-text": (held(EVENTS, b"events: {\xff\xfe}\n"), f"{EVENTS}:1:10: not-text"),
    "papers-without-number": (issues(30, 30), f"{TABLE}:7:1: too-big"),
    "options-without-number": (issues(1, 900), f"{TABLE}:12:5: too-big"),
    "thousands-of-files": (of_lots("events/{}.yaml", "events: {{}}", 5000), "too-big"),
    "text-of-megabytes": (
        replaced(EVENTS, "text: The miller sends a fish.", f"text: {'word ' * 200_000}"),
        f"{EVENTS}:1:1: too-big",
    ),
    "digits-without-number": (
        replaced(
            ENDINGS,
            "groups: [fare]",
            "  m0: trust * face\n"
            + "".join(f"  m{n}: m{n - 1} * m{n - 1}\n" for n in range(1, 45))
            + "groups: [fare]",
        ),
        f"{ENDINGS}:6:7: too-big",
    ),
    "sittings-without-end": (
        replaced(TABLE, "sittings: 4", f"sittings: {'9' * 30}"),
        f"{TABLE}:5:11: bad-number",
    ),
    "thousands-of-scenes": (
        of_lots("events/{}.yaml", "e{}: {{}}", 1100),
        "events/0.yaml:1:1: unknown-key",
    ),
    "thousands-of-pages": (of_lots("codex/p-{}.md", "title: T\n\nT", 1100), "too-big"),
    "thousands-of-faults": (held(EVENTS, FAULTY_SCENES), f"{EVENTS}:2:"),
    "thousands-of-choices": (
        replaced(EVENTS, "    choices:\n      eat:", f"    choices:\n{FAULTY_CHOICES}      eat:"),
        f"{EVENTS}:27:",
    ),
    "thousands-of-tabs": (held(EVENTS, "\t\n" * 400_000), f"{EVENTS}:1:1: forbidden-yaml"),
    "thousands-of-doubles": (held(EVENTS, "events: 1\n" * 15_000), f"{EVENTS}:2:1: duplicate-key"),
}


def scenes(count: int, when: Callable[[int], str]) -> Make:
    """Return what adds scenes, each with a condition and a note of its own."""
    return added(
        EVENTS,
        "".join(
            f"  e-{n}:\n    title: T\n    seat: ferryman\n    when: {when(n)}\n    text: T\n"
            f"    choices:\n      a: {{say: A, do: {{trust: +1, note: n{n}}}}}\n"
            "      b: {say: B, do: {face: +1}}\n    source: ledger\n"
            for n in range(count)
        ),
    )


def tales(count: int, when: Callable[[int], str]) -> Make:
    """Return what adds endings before the last one."""
    more = "".join(
        f"  x-{n}: {{group: fare, when: '{when(n)}', title: T, text: T, source: ledger}}\n"
        for n in range(count)
    )
    return replaced(ENDINGS, "  strangers:", f"{more}  strangers:")


def added(file: str, text: str) -> Make:
    """Return what puts more at the end of a file."""

    def work(folder: Path) -> None:
        with (folder / file).open("a") as out:
            out.write(text)

    return work


def option(number: int) -> str:
    """Return an option of which none beats another."""
    return f"o{number}: {{text: T, worth: {{ferryman: 0.0{number % 10}, miller: 0}}}}\n      "


HEAVY: dict[str, Make] = {
    "thousand-scenes": scenes(1000, lambda n: "sitting >= 1"),
    "each-waits-for-the-next": scenes(500, lambda n: f"note.n{n + 1}" if n < 499 else "flood > 20"),
    "all-wait-in-a-ring": scenes(500, lambda n: f"note.n{(n + 1) % 500}"),
    "each-waits-for-many": scenes(
        300, lambda n: " and ".join(f"note.n{(n + k) % 300}" for k in range(1, 15))
    ),
    "thousands-of-endings": tales(2000, lambda n: f"signed and trust > {n % 90}"),
    "endings-of-many-ways": tales(
        60, lambda n: f"signed and (trust < {n} or face > {n} or patience < {n}) and trust != {n}"
    ),
    "hundreds-of-options": replaced(
        TABLE, "high: {text", "".join(map(option, range(190))) + "high: {text"
    ),
}
"""Sound ones in which everything depends on everything: they may be played, and are warned of."""
