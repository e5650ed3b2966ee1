"""Builds the site: a folder -> a checked register -> the files of a site.

Comes in: the project's folder. Goes out: the files of the site, and in `.cache/` data that save the
next build work. Begin at `outputs`, the list of what a build writes, or at `served`, the steps from
an edited file to the browser.

    parallel_reading   reads files in several processes at once
    load               a folder -> a register that may be published, or its problems
    at_commit          the register as it is at a commit, to compare with
    begin_file         begins the file of a meeting, or of reports on a follow-up
    reader             loads a register repeatedly, and prints its problems
    previous_build     what the previous build saved, and which of its pages may be kept
    write_pages        fills and writes every page, in several processes
    write_exports      makes and writes what leaves the site, and remembers it
    site_folder        the folder that is written, and takes the place of the old site at the end
    published_at       where the site is published, from mkdocs.yml or its repository
    frame_problems     what is wrong besides the register: links, docs/, what mkdocs warns of
    site               one build of a site: its pages, and all that is needed to make them
    edited_site        a served site after an edit: pages about the edit first, then the others
    outputs            what a build writes, in order: pages, sitemap, search index, exports
    served             a site that is served while somebody edits its register
"""
