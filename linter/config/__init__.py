"""The configuration: what a project wants of huashu, written down once.

Nothing here prints, and nothing is imported of it where there is no configuration but the search
for one (:mod:`linter.config.search`).
"""
