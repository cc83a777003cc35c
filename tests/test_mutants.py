"""A fault that is seeded into a shipped scenario is told on its line (a sample of the corpus)."""

from __future__ import annotations

import pytest

from tests.mutants.corpus import Mutant, corpus, told

FEW = corpus(per_kind=1)[::8]


@pytest.mark.parametrize("mutant", FEW, ids=lambda mutant: mutant.kind.name)
def test_a_fault_that_is_seeded_is_told_on_its_line_and_no_other_with_it(mutant: Mutant) -> None:
    said = told([mutant])
    assert said.right, said.findings
    assert not said.false


def test_the_corpus_holds_two_hundred_faults_of_many_kinds_and_is_the_same_each_time() -> None:
    mutants = corpus()
    assert len(mutants) >= 200
    assert len({mutant.kind.name for mutant in mutants}) >= 25
    assert mutants == corpus()
