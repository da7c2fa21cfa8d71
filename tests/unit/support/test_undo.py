"""Undo and redo walk through the steps as they were done, however often and in whatever order they are asked for."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.undo import FEWEST_STEPS, UndoStack, UndoStep


class _Counter:
    """Something to do and take back: a list of numbers."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def step(self, number: int) -> UndoStep:
        """Add a number and return the step that takes it away again."""
        self.numbers.append(number)
        return UndoStep(text=f"Added {number}", undo=self._remove, redo=lambda: self.numbers.append(number))

    def _remove(self) -> None:
        self.numbers.pop()


@given(actions=st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_the_state_is_always_that_of_the_steps_done_and_not_taken_back(actions: list[str]) -> None:
    stack, counter = UndoStack(), _Counter()
    done: list[int] = []
    undone: list[int] = []
    for number, action in enumerate(actions):
        if action == "do":
            stack.push(counter.step(number))
            done.append(number)
            undone.clear()
        elif action == "undo":
            assert (stack.undo() is None) == (not done)
            undone.extend([done.pop()] if done else [])
        else:
            assert (stack.redo() is None) == (not undone)
            done.extend([undone.pop()] if undone else [])
        assert counter.numbers == done


def test_the_oldest_steps_are_forgotten_and_fifty_are_kept() -> None:
    stack, counter = UndoStack(FEWEST_STEPS), _Counter()
    for number in range(FEWEST_STEPS + 10):
        stack.push(counter.step(number))
    while stack.undo():
        pass
    assert counter.numbers == list(range(10))


def test_fewer_than_fifty_steps_are_no_undo() -> None:
    with pytest.raises(ValueError, match="50"):
        UndoStack(FEWEST_STEPS - 1)


def test_the_next_steps_are_named() -> None:
    stack, counter = UndoStack(), _Counter()
    assert (stack.next_undo, stack.next_redo) == (None, None)
    step = counter.step(1)
    stack.push(step)
    assert stack.undo() is step
    assert (stack.next_undo, stack.next_redo) == (None, step)
    assert stack.redo() is step


def test_a_step_that_fails_stays_where_it_was() -> None:
    def fail() -> None:
        raise OSError("no room")

    stack = UndoStack()
    step = UndoStep(text="Deleted a page", undo=fail, redo=fail)
    stack.push(step)
    with pytest.raises(OSError, match="no room"):
        stack.undo()
    assert (stack.next_undo, stack.next_redo) == (step, None)


def test_a_step_changes_no_stack() -> None:
    stack = UndoStack()
    stack.push(UndoStep(text="Clear", undo=stack.clear, redo=stack.clear))
    with pytest.raises(RuntimeError):
        stack.undo()
    assert stack.next_undo is not None


def test_a_step_pushes_no_step() -> None:
    stack = UndoStack()
    another = UndoStep(text="Another", undo=lambda: None, redo=lambda: None)
    stack.push(UndoStep(text="Push", undo=lambda: stack.push(another), redo=lambda: None))
    with pytest.raises(RuntimeError):
        stack.undo()
    assert stack.next_undo is not None
    assert stack.next_undo.text == "Push"


def test_listeners_hear_of_each_change_until_they_stop() -> None:
    stack, counter = UndoStack(), _Counter()
    heard: list[bool] = []
    stop = stack.listen(lambda: heard.append(stack.next_undo is not None))
    stack.push(counter.step(1))
    stack.undo()
    stack.undo()
    stack.redo()
    stack.clear()
    stack.clear()
    assert heard == [True, False, True, False]
    stop()
    stop()
    stack.push(counter.step(2))
    assert len(heard) == 4


def test_a_step_under_newer_ones_can_be_taken_back_alone() -> None:
    done = ["one", "two", "three"]
    steps = [UndoStep(text=text, undo=partial(done.remove, text), redo=partial(done.append, text)) for text in done]
    stack = UndoStack()
    for step in steps:
        stack.push(step)
    assert stack.undo_step(steps[1])
    assert done == ["one", "three"]
    assert [stack.can_undo(step) for step in steps] == [True, False, True]
    assert not stack.undo_step(steps[1])
    assert stack.redo() is steps[1]
    assert done == ["one", "three", "two"]


def test_two_steps_that_look_the_same_are_two() -> None:
    counter = _Counter()
    step, twin = counter.step(1), counter.step(1)
    stack = UndoStack()
    stack.push(step)
    assert (stack.can_undo(step), stack.can_undo(twin)) == (True, False)
