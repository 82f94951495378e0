"""Which machine a figure was measured on, and how to stay on one core of it."""

import os
import subprocess

FLAGS = ("amx_int8", "avx512_vnni", "avx_vnni", "avx2")


def describe():
    """Processor, number of cores and the instruction sets that matter, on one line."""
    shown = subprocess.run(["lscpu"], env={**os.environ, "LC_ALL": "C"}, check=True, capture_output=True, text=True).stdout
    fields = dict(line.split(":", 1) for line in shown.splitlines() if ":" in line)
    flags = fields.get("Flags", "").split()
    model, cores = fields.get("Model name", "unknown").strip(), fields.get("CPU(s)", "?").strip()
    return f"{model}, {cores} cores seen, {' '.join(flag for flag in FLAGS if flag in flags) or 'none of ' + ' '.join(FLAGS)}"


def pin(core=None):
    """Binds this process and those it starts to one core (as taskset does), the last allowed one by default; returns its number."""
    core = max(os.sched_getaffinity(0)) if core is None else core
    os.sched_setaffinity(0, {core})
    return core
