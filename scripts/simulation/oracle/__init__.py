"""What should have happened, worked out anew from the recorded facts without the planner's code."""
