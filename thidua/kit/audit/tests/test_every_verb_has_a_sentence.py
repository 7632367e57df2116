"""Whatever any app records is told in words: its `sentences.py` knows the verb."""

import ast
import re
from importlib import import_module
from pathlib import Path

from django.apps import apps

from thidua.kit.audit.sentences import is_told
from thidua.kit.workflow import Workflow

THIDUA = Path(__file__).parents[3]
_VERB = re.compile(r"[a-z_]+\.[a-z_]+")


def sources():
    files = [path for path in THIDUA.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(files)}


def constants(node):
    """Texts in a piece of code that may be verbs."""
    texts = (
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    return {text for text in texts if _VERB.fullmatch(text)}


def recorded(tree):
    """(verbs written down in one module, lines of `chain.record` whose verb cannot be told)."""
    verbs, unknown = set(), []
    for node in ast.walk(tree):
        function = getattr(node, "func", None)
        if not (
            isinstance(function, ast.Attribute)
            and function.attr == "record"
            and ast.unparse(function.value) == "chain"
        ):
            continue
        found = constants(node.args[0])
        if not found and isinstance(node.args[0], ast.Name):
            # A name: whatever looks like a verb of the same app in this module.
            found = {verb for verb in constants(tree) - jobs(tree) if verb.partition(".")[0] in told_apps()}
        verbs |= found
        if not found:
            unknown.append(node.lineno)
    return verbs, unknown


def jobs(tree):
    """Names of jobs that a module starts: they are no verbs."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        text for call in calls if ast.unparse(call.func) == "jobs.start" for text in constants(call.args[0])
    }


def told_apps():
    return {config.label for config in apps.get_app_configs()}


def workflows():
    """Every workflow of an installed app: its steps are recorded by the one door in the kit."""
    for config in apps.get_app_configs():
        if (Path(config.path) / "workflow.py").exists() and config.name.startswith("thidua."):
            module = import_module(f"{config.name}.workflow")
            yield from (thing for thing in vars(module).values() if isinstance(thing, Workflow))


DOOR = THIDUA / "kit" / "workflow" / "table.py"
SOURCES = sources()
VERBS = sorted(
    {verb for tree in SOURCES.values() for verb in recorded(tree)[0]}
    | {f"{workflow.name}.{step.name}" for workflow in workflows() for step in workflow.steps}
)


def test_every_recorded_verb_can_be_found_in_the_code():
    unknown = {
        str(path): lines for path, tree in SOURCES.items() if (lines := recorded(tree)[1]) and path != DOOR
    }

    assert unknown == {}


def test_every_verb_has_a_sentence():
    assert [verb for verb in VERBS if not is_told(verb)] == []


def test_there_are_verbs_to_look_at():
    assert len(VERBS) > 20
