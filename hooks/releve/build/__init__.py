"""The whole: a folder -> a checked register -> a site, once or again and again.

Comes in: the project's folder. Goes out: the files of the site, and in `.cache/` what spares the
next build work. Begin at `load`, then `build`; `../mkdocs_hook.py` calls them.

    parallel_reading   files read by several processes at once
    load               a folder -> a register fit to be published, or its problems
    previous_build     what the build before has left
    write_pages        every page filled and written, by several processes
    build              a site: its pages, and what they are made with
    served             a site after an edit: first what was edited, then what follows
"""
