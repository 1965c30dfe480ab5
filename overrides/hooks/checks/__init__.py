"""What stops a build, or warns its author.

Each check returns whole messages: file, place, what is wrong, the mend, and a full stop. Nobody
adds anything to them.
"""
