"""The refusal of a setting, apart so that each file of settings can use it."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class UnusableSetting(Refusal):
    """A setting has a value that cannot be used."""

    code = "unusable-setting"
    message = N_(
        "{variable} is set to «{value}», which cannot be used. Write for example: {variable}={example}"
    )
