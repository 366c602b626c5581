"""Checks demo files against `descent schema` (read from standard input).

    descent schema | python3 Tests/ExperimentsTests/Schema/check.py

Every demo and every file in `right` must be valid, every file in `wrong` must not. Needs jsonschema and PyYAML.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors and the program read it: `yes` is a text, `1e-3` a number."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))

schema = json.load(sys.stdin)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
here = pathlib.Path(__file__).parent
demos = sorted((here / "../../../demos").glob("*.yaml"))
right, wrong = sorted((here / "right").glob("*.yaml")), sorted((here / "wrong").glob("*.yaml"))
failures = 0
for path, is_right in [(p, True) for p in demos + right] + [(p, False) for p in wrong]:
    errors = [e.message for e in validator.iter_errors(yaml.load(path.read_text(), Core))]
    if bool(errors) == is_right:
        failures += 1
        print(f"{path.name}: {'; '.join(errors) or 'is taken for valid'}")
print(f"{len(demos)} demos, {len(right)} right and {len(wrong)} wrong files, {failures} failures")
sys.exit(failures > 0 or not demos or not wrong)
