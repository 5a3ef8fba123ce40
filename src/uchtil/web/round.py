"""Looking at many addresses: hosts side by side, but few, and what is known not again."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from uchtil.web.answers import Answer, Outcome, Question
from uchtil.web.archive import Archive
from uchtil.web.memory import Memory
from uchtil.web.visit import Visit

_AT_ONCE = 4


@dataclass(kw_only=True)
class Round:
    """One round of looking; ``refresh`` asks also what is known.

    ``was_cut_off`` tells after it whether no host at all was reached, nor the archive: then
    what was answered says nothing of the addresses.
    """

    visit: Visit
    archive: Archive
    memory: Memory
    refresh: bool = False
    was_cut_off: bool = False

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """Yield an answer for each question as it comes; what is remembered first.

        What is learnt is written down at the end, also where this is broken off.
        """
        hosts: dict[str, list[Question]] = {}
        for question in questions:
            known = None if self.refresh else self.memory.recall(question.address)
            if known is not None:
                yield known
            else:
                hosts.setdefault(urlsplit(question.address).netloc, []).append(question)
        if hosts:
            yield from self._ask(list(hosts.values()))

    def _ask(self, groups: list[list[Question]]) -> Iterator[Answer]:
        waiting: queue.SimpleQueue[list[Question]] = queue.SimpleQueue()
        done: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()
        for group in groups:
            waiting.put(group)

        def work() -> None:
            while True:
                try:
                    group = waiting.get_nowait()
                except queue.Empty:
                    return
                for question in group:
                    try:
                        done.put(self._answer(question))
                    except BaseException as error:  # told by the thread that waits
                        done.put(error)
                        return

        for _ in range(min(_AT_ONCE, len(groups))):
            # Daemons: who breaks this off does not wait for hosts that do not answer.
            threading.Thread(target=work, daemon=True).start()
        held: list[Answer] = []
        self.was_cut_off = True
        try:
            for _ in range(sum(map(len, groups))):
                answer = done.get()
                if isinstance(answer, BaseException):
                    raise answer
                held.append(answer)
                if not answer.cut_off or answer.archive_asked:
                    self.was_cut_off = False
                yield answer
            if self.was_cut_off and self.archive.answers():
                self.was_cut_off = False
        finally:
            # Of what a machine without a network was told nothing is known.
            if not self.was_cut_off:
                for answer in held:
                    self.memory.keep(replace(answer, cut_off=False))
                self.memory.write()

    def _answer(self, question: Question) -> Answer:
        answer = self.visit.look_at(question.address)
        if answer.outcome is not Outcome.DEAD:
            return answer
        asked, copy = self.archive.copy_of(question)
        return replace(answer, copy=copy, archive_asked=asked)
