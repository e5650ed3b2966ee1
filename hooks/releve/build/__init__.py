"""The whole: a folder -> a checked register -> a site, once or again and again.

Comes in: the project's folder. Goes out: the files of the site, and in `.cache/` what spares the
next build work. Begin at `outputs`, the list of what a build writes, or at `served`, the way from a
saved file to the browser.

    parallel_reading   files read by several processes at once
    load               a folder -> a register fit to be published, or its problems
    reader             the same again and again, with its problems printed
    previous_build     what the build before has left
    write_pages        every page filled and written, by several processes
    site               one build of a site: its pages, and what they are made with
    edited_site        a site after an edit: first what was edited, then what follows
    outputs            what a build writes, in order: pages, sitemap, search
    served             a site that is served while its register is written
"""
