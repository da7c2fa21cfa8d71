"""The one place that knows how services are built and joined. Windows and commands get what they need from its modules.

Nothing is imported here: who asks where the data lies pays for no service.
"""
