"""The command ``huashu``: reads options, prints, decides exit codes; nothing else."""
