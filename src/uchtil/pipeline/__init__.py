"""The ordered steps of a build and their fingerprints: the room that knows all others.

Nothing heavy is imported here: the question whether there is anything to do is answered
by ``freshness`` with the standard library alone.
"""
