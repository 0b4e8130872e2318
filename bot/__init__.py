"""telco-bot: short, sourced Korean answers about Korea's telcos, in Slack.

The layers, each importing only what stands below it::

    cli                                    the commands
    wiring                                 builds everything; the only importer of adapters
    slack | playground | storage | library | charts | settings   adapters, strangers to each other
    services                               one verb a file, over the Protocols in services.ports
    domain                                 pure: no I/O, no Slack, no database, no clock

import-linter holds this map in the test run (see ``[tool.importlinter]`` in pyproject.toml).
"""

__version__ = "0.1.0"
