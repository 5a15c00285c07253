"""The score sheet: a workbook for who reviews calls with a spreadsheet.

:mod:`~linter.reports.sheets.xlsx` puts it together; the rows of each sheet have a module of their
own, and :mod:`~linter.reports.sheets.book` is all that knows of files.
"""
