"""The step of the studio in which a pack is written: texts with a look at them, and a form for everything else."""
