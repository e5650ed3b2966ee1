"""Relevé: a register of decisions kept as YAML, checked, and published as pages.

Read the modules in this order; each imports only from those above it.

    clock      where the time of a build goes
    processes  other processes, born as copies of this one
    aside      what is said at length, unpacked when it is asked for
    problems   what is wrong with a register, where, and how to mend it
    source     YAML text -> plain values that know where they stand
    values     the kinds of value that a field may hold
    schema     the shape of each file in data/
    shape      what those shapes say of themselves; the JSON Schema made from them
    reading    a folder of YAML -> typed records, or problems of shape
    as_of      what the register held on a day: whatever is later is left out
    register   typed records -> one linked register, as of a day
    derived    what is worked out from it: standing, dates due, offices, debts, draft agendas
    lists      which decisions and follow-ups stand on an index, and which on the page of a year
    series     what the pictures show: counts over time and by owner, relations of a decision
    pictures   where the marks of a picture stand
    seals      fingerprints of approved records, and what was changed since
    language   words of the interface, dates, times, numbers and typography
    checks_over_time   rules on meetings, decisions, follow-ups, reports and seals
    checks     the rules that hold across files, all of them in one list
    cache      what one run leaves to the next
    made_from  what a page was made from, so that it is not made again from the same
    ahead      files read by several processes at once
    load       a folder -> a register fit to be published, or its problems
    tables     what is looked up on many pages, worked out once
    markup     text as HTML, at less cost
    prose      CommonMark and [[references]] -> safe HTML
    pages      which pages there are, and their addresses
    shell      a page drawn once by the site engine, filled for each record
    naming     what to call things and how to say texts, in one language
    citing     what other sites and machines are told of a page
    search     what can be found, and the index in which it is found
    sitemap    the addresses of every page in every language
    templates  Jinja, without what our templates have no use for
    render     what each page says, through the templates of overrides/register/
    fill       every page, filled and written, by several processes
    before     what the build before has left: its pages, and what they were made from
    build      a site: its pages, what they are made with, what they were made from
    served     a site after an edit: first what was edited, then what follows from it
    __main__   the command line: check the register, write the schemas and the catalogues

`../site.py` joins them to mkdocs, and is the only file that imports it.
"""
