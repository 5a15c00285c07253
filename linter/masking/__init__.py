"""Hiding what could tell who somebody is, before anything is written.

What is hidden keeps its length, so that a span of the text is one of the masked text, too, and a
finding of a masked report can still be found in the transcript.
"""

from linter.masking.filenames import masked_name, masked_team
from linter.masking.pseudonymising import pseudonymised
from linter.masking.pseudonyms import Apart, Pseudonyms, agent_key, team_key
from linter.masking.reports import mask_call, mask_report
from linter.masking.texts import masked, mentions_of

__all__ = [
    "Apart",
    "Pseudonyms",
    "agent_key",
    "mask_call",
    "mask_report",
    "masked",
    "masked_name",
    "masked_team",
    "mentions_of",
    "pseudonymised",
    "team_key",
]
