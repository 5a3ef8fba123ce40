"""Lets `python -m uchtil` be the same as `uchtil`."""

import sys

from uchtil.cli import main

sys.exit(main())
