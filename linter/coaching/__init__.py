"""The trainers' workbench: example sets, drills, what exemplary agents say."""
