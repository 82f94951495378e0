"""The parts of the programs in bench/."""
