"""The next programme of a call: one that is known, or a file of the user's own."""

from attrs import evolve

from almwp.cli.app import App


def with_next_programme(app: App, to: str) -> tuple[App, App, str]:
    """Return the application that reads files, that which carries over, and an id.

    Raises:
        UnknownNameError: There is no such framework.
        UnreadableFileError: The file of a framework cannot be opened.
        CallError: It cannot be used.
    """
    from almwp.workflow.carryoverreading import plugins_to_read_with
    from almwp.workflow.frameworkfiles import framework_path, read_framework_file
    from almwp.workflow.scoring import load_framework

    path = framework_path(to, app.plugins)
    known = app.with_framework(to)
    if path is None or known is None:
        load_framework(to, app.plugins)
        return app, app, to
    after, name = known
    plugins = plugins_to_read_with(app.plugins, name, read_framework_file(path))
    return evolve(app, given=plugins), after, name
