"""What macOS is told of the application. Standard library only; read by pyinstaller/caregiver.spec."""
