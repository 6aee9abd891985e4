"""Chains in which each row names the one that follows it, as a claim names what replaced it.

A chain is a mapping of an id to the next; every function takes time in proportion to its length.
"""

from collections.abc import Mapping


def rings(following: Mapping[str, str]) -> set[str]:
    """Those from which a chain comes back to where it began."""
    found: set[str] = set()
    done: set[str] = set()
    for start in following:
        path: dict[str, int] = {}
        at = start
        while at in following and at not in done and at not in path:
            path[at] = len(path)
            at = following[at]
        found.update(list(path)[path[at] :] if at in path else ())
        done.update(path)
    return found


def lengths(following: Mapping[str, str]) -> dict[str, int]:
    """How many follow each, directly or through others. In a ring the number means nothing."""
    found: dict[str, int] = {}
    for start in following:
        path: list[str] = []
        at = start
        while at in following and at not in found:
            path.append(at)
            found[at] = 0
            at = following[at]
        for one in reversed(path):
            found[one] = found.get(following[one], 0) + 1
    return found


def ends(following: Mapping[str, str]) -> dict[str, str]:
    """The last of the chain that begins at each. In a ring it means nothing."""
    found: dict[str, str] = {}
    for start in following:
        path: list[str] = []
        at = start
        while at in following and at not in found:
            path.append(at)
            found[at] = at
            at = following[at]
        found.update(dict.fromkeys(path, found.get(at, at)))
    return found
