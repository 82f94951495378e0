"""How memory behaved while input went in."""

import dataclasses
import pathlib


@dataclasses.dataclass(frozen=True)
class Sample:
    seconds: float  # Since the start.
    read: int  # Bytes of input that had been handed over.
    resident: int  # Bytes.


def resident(process_id):
    """Bytes that the process has in memory now; 0 once it has ended."""
    try:
        status = pathlib.Path(f"/proc/{process_id}/status").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return 0
    return next((1024 * int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)


def slope(samples):
    """Bytes of memory more for each byte of input, the line of least squares; None where the input did not move."""
    count = len(samples)
    if count < 2:
        return None
    mean_read, mean_resident = sum(one.read for one in samples) / count, sum(one.resident for one in samples) / count
    spread = sum((one.read - mean_read) ** 2 for one in samples)
    return sum((one.read - mean_read) * (one.resident - mean_resident) for one in samples) / spread if spread else None


def settled(samples, share=0.2):
    """Without those of the first part of the input: workspaces, tables and buffers find their size there."""
    return [one for one in samples if one.read >= share * samples[-1].read] if samples else []
