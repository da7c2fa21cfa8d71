"""The tab "Contacts": who is who, how they are reached, and whom to call first."""
