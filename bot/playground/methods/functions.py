"""functions.*: how an app ends a step of a workflow."""

from collections.abc import Mapping

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method
from bot.playground.model import Json


def complete_success(call: Call) -> Json:
    """Take the outputs of a step; raises SlackError where one that is required is missing."""
    run = call.workspace.steps.running(call.need("function_execution_id"))
    outputs = call.json("outputs")
    if not isinstance(outputs, dict):
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: outputs"])
    needed = [each["name"] for each in run.step.outputs if each.get("is_required")]
    if absent := [name for name in needed if name not in outputs]:
        raise SlackError("parameter_validation_failed", [f"[ERROR] missing: {', '.join(absent)}"])
    call.workspace.steps.end(run, {"outputs": outputs})
    return {}


def complete_error(call: Call) -> Json:
    """Take the word why a step failed."""
    run = call.workspace.steps.running(call.need("function_execution_id"))
    call.workspace.steps.end(run, {"error": call.need("error")})
    return {}


METHODS: Mapping[str, Method] = {
    "functions.completeSuccess": complete_success,
    "functions.completeError": complete_error,
}
