"""What is frozen into one folder, and what packages are made of it. Standard library only; part of no package."""
