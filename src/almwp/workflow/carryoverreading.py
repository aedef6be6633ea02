"""Read files that were written for a draft when its adopted text is there."""

from attrs import evolve

from almwp.model.framework import Framework
from almwp.model.ids import NodeId
from almwp.plugins.registry import Plugins
from almwp.workflow.frameworkfiles import FrameworkFile, with_framework
from almwp.workflow.scoring import load_framework

_OF_DRAFT = "draft:"
"""Marks levels that only the draft has, so that they are not taken for adopted ones."""


def plugins_to_read_with(
    plugins: Plugins, name: str, given: FrameworkFile | None = None
) -> Plugins:
    """Return the plugins by which files of both periods are read.

    Where the user's own text takes the place of a draft, the topics of the draft are
    understood beside it: proposals that were sent before the adoption hang on them.

    Args:
        plugins: Those that were loaded.
        name: Id of the next programme.
        given: The user's own text of it, if there is one.

    Raises:
        PluginError: The plugin that contributed the draft broke.
    """
    if given is None:
        return plugins
    framework = given.framework
    if name in plugins.frameworks:
        framework = with_topics_of(load_framework(name, plugins), framework)
    return with_framework(plugins, evolve(given, framework=framework)).plugins


def with_topics_of(draft: Framework, adopted: Framework) -> Framework:
    """Return *adopted* with the nodes of *draft* that it does not have.

    A title that both have is that of the adopted text.
    """
    ids = {node.id for node in adopted.nodes}
    titles = {form for node in adopted.nodes for _, form in node.title.forms}
    nodes = [
        node
        for node in draft.nodes
        if node.id not in ids
        and titles.isdisjoint(form for _, form in node.title.forms)
    ]
    kept: set[NodeId] = {node.id for node in nodes}
    levels = {level.id for level in draft.levels}
    names = {level: f"{_OF_DRAFT}{level}" for level in levels}
    own_titles = [form for _, form in draft.title.forms]
    return evolve(
        adopted,
        aliases=dict.fromkeys((*adopted.aliases, *draft.aliases, *own_titles)),
        levels=[
            *adopted.levels,
            *(evolve(level, id=names[level.id]) for level in draft.levels),
        ],
        nodes=[
            *adopted.nodes,
            *(
                evolve(
                    node,
                    level=names[node.level],
                    parents=[parent for parent in node.parents if parent in kept],
                )
                for node in nodes
            ),
        ],
        successions=(),
    )
