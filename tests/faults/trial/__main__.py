"""What the tests ask for, in a process of its own; prints the key of each job."""

import os
import sys
from importlib import import_module

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.faults.trial.settings"
django.setup()
import_module("tests.faults.trial.acts").main(sys.argv[1:])
