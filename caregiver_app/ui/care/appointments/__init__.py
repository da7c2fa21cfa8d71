"""The tab "Appointments": visits, what came of them, and what is to be chased."""
