# What charts say, on the screen and on paper.
