"""The command line: reads what is asked, calls the services, says what happened. Never decides anything itself.

Modules here import nothing slow; `caregiver --help` must not wait for a feed parser.
"""
