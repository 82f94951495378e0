"""Averages the weights of two runs, the second of which started from the first.

usage: python -m quoth_training.average FIRST.pt SECOND.pt SHARE_OF_SECOND OUT.pt
"""

import sys

import torch


def main():
    first, second, share, out = sys.argv[1:5]
    a, b = torch.load(first, weights_only=True), torch.load(second, weights_only=True)
    # A head that only the second has is kept as it is.
    torch.save({k: torch.lerp(a[k], v, float(share)) if k in a and v.is_floating_point() else v for k, v in b.items()}, out)


if __name__ == "__main__":
    main()
