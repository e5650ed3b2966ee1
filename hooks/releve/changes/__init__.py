"""What a change of a register does to its record, in the words of minutes.

Comes in: two registers, as they are before and after a change. Goes out: a sentence for each thing
that readers will see changed, as a `Message` that any language can say. Registers are compared, and
not files: lines broken elsewhere, or fields in another order, are no change. Begin at `changes`.

    names        meetings and follow-ups, as a sentence names them
    meetings     meetings announced, held, cancelled, approved; records changed or corrected
    follow_ups   reports on follow-ups, and due dates that were moved
    directories  people, organizations, topics and terms; the settings of the register
    compare      all of these, and how GitHub shows them
"""

from .compare import as_markdown, changes

__all__ = ["as_markdown", "changes"]
