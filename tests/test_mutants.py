"""A fault that is seeded into a shipped scenario is told on its line (a sample of the corpus)."""

from __future__ import annotations

import re

import pytest

from tests.mutants.corpus import KINDS, Mutant, corpus, together, told

FEW = corpus(per_kind=1)[::11]


@pytest.mark.parametrize("mutant", FEW, ids=lambda mutant: mutant.kind.name)
def test_a_fault_that_is_seeded_is_told_on_its_line_and_no_other_with_it(mutant: Mutant) -> None:
    said = told([mutant])
    assert said.right, said.findings
    assert not said.false


def test_several_faults_are_all_told_in_one_run_each_where_it_stands_now() -> None:
    group = together(2)[1]
    assert len({mutant.file for mutant in group}) < len(group) or len(group) > 2
    said = told(group)
    assert not said.missed
    assert not said.false


def test_every_kind_says_why_another_line_may_be_named() -> None:
    for kind in KINDS:
        assert kind.near == (0,) or kind.why_near or not kind.near, kind.name
        assert kind.near or kind.told, kind.name
        assert all(re.search(r"\w+ \w+", there.why) for there in (*kind.told, *kind.follows))


def test_the_corpus_holds_faults_of_many_kinds_in_each_scenario_and_is_the_same_each_time() -> None:
    mutants = corpus(per_kind=2)
    assert len(mutants) >= 330
    assert len(KINDS) >= 150
    assert {mutant.kind.name for mutant in mutants} == {kind.name for kind in KINDS}
    assert {mutant.scenario for mutant in mutants} >= {"handbook", "scaffold"}
    assert mutants == corpus(per_kind=2)
