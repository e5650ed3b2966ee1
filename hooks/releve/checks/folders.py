"""Names of folders and files: what a wrong one hides is not said to be missing elsewhere.

Comes in: the files that could be read, before they are linked. Goes out: those in folders of
bodies, a problem for each other folder, and what may stand in it. Begin at `in_folders_of_bodies`.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..source import FOLDER, File, Problem, listed, may_hold, nearest, tell


def in_folders_of_bodies(files: list[File]) -> tuple[list[File], list[Problem]]:
    """The files without those in a folder that is named for no body, and a problem for each such
    folder.

    All files are kept where the list of bodies, or their organizations, may be what is wrong.
    """
    home = next((file for file in files if file.kind == "register"), None)
    organizations = {key for file in files if file.kind == "organizations" for key in file.content}
    if home is None or not {*_bodies(home)} <= organizations:
        return files, []
    bodies = _bodies(home)
    kept, wrong = [], {}
    for file in files:
        if file.kind in ("meeting", "follow-up") and file.name[1] not in bodies:
            wrong[file.name[:2]] = file
        else:
            kept.append(file)
    return kept, [_no_bodys_folder(home, *folder) for folder in wrong]


def _bodies(home: File) -> list[str]:
    """The ids of the bodies, from register.yml."""
    return [body.id for body in home.content.bodies]


def _no_bodys_folder(home: File, kind: str, name: str) -> Problem:
    bodies = _bodies(home)
    near = nearest(name, bodies)
    line, _ = home.source.place(("bodies",))
    remedy = (
        tell("Rename it %(path)s, or move its files there.", path=f"{FOLDER}/{kind}/{near}")
        if near
        else tell(
            "Name it for its body: %(bodies)s. If `%(name)s` is another body, write on "
            "line %(line)s of %(file)s: `bodies: [%(all)s]`.",
            bodies=listed(bodies),
            name=name,
            line=line,
            file=home.path,
            all=", ".join([*bodies, name]),
        )
    )
    message = tell(
        "this folder is named `%(name)s`, which is not a body of this register.", name=name
    )
    return Problem(f"{FOLDER}/{kind}/{name}", 1, 1, message, remedy)


def what_may_be_hidden(files: Iterable[File], problems: Iterable[Problem]) -> set[str]:
    """Paths, and beginnings of paths, of what files or folders with errors may hold."""
    hidden: set[str] = set()
    bodies = next((_bodies(file) for file in files if file.kind == "register"), [])
    for file in {problem.file for problem in problems if problem.severity == "error"}:
        hidden |= {file, may_hold(file)}
        _, *folders = file.split("/")
        if len(folders) == 2 and folders[0] in ("meetings", "follow-ups"):
            near = nearest(folders[1], bodies)
            hidden.add(f"{FOLDER}/{folders[0]}/{f'{near}/' if near else ''}")
    return hidden
