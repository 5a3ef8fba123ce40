"""YAML and Markdown into records that remember their lines."""

from uchtil.load.project import Loaded, load, load_project

__all__ = ["Loaded", "load", "load_project"]
