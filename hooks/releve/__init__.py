"""Relevé: a register of decisions kept as YAML, checked, and published as pages.

Data flows one way, through packages. Each imports only from those above it, and only what
the package itself names (its `__init__.py`): that is its one door.

    runtime    what any program needs: time, processes, a cache, lazily loaded text
    source     YAML in `data/` -> typed records, or problems that say how to mend it
    language   how a language says things: words, dates, numbers, typography
    register   typed records -> one linked register, and what follows from it on a day
    checks     the rules that hold across files, all of them in one list
    changes    two registers -> what the later one changes, in words
    drafts     a linked register -> the files that a secretariat begins with
    pages      a linked register -> what each page says
    exports    a linked register -> the files in which it leaves the site
    build      the whole: a folder -> a checked register -> a site, once or again and again

Two programs stand above them: `__main__`, the command line, and `../mkdocs_hook.py`, which joins
them to mkdocs and is the only file that imports it. They import the modules of `build` one by one,
because a check has no use for what only a build needs.
"""
