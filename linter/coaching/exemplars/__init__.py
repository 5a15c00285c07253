"""Who answers best in comparable situations, and what they say there that others do not.

A lint gives the moments (:mod:`~linter.coaching.exemplars.moments`); like is compared with like
(:mod:`~linter.coaching.exemplars.agents`); what is said is compared agent by agent
(:mod:`~linter.coaching.exemplars.language`), and what chance could have made is not told.
"""

from linter.coaching.exemplars.analysis import Settings, analyse
from linter.coaching.exemplars.collection import Collection
from linter.coaching.exemplars.moments import CallMoments, Moments
from linter.coaching.exemplars.results import Result

__all__ = ["CallMoments", "Collection", "Moments", "Result", "Settings", "analyse"]
