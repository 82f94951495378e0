"""Logistic regression over named clues, with nothing but the standard library.

A row is a dictionary {clue: value}; a clue that is absent is 0. A model is (intercept, {clue: weight}), which is what the
configuration of a model file holds and src/attribution/trust.cc computes with.
"""

import math

ROUNDS = 25
SMALLEST_STEP = 1e-6


def probability(model, row):
    intercept, weights = model
    return 1 / (1 + math.exp(-(intercept + sum(weights.get(clue, 0) * value for clue, value in row.items()))))


def solved(matrix, right):
    """x of matrix · x = right, for a symmetric positive definite matrix (Cholesky). Both are overwritten."""
    size = len(right)
    for j in range(size):
        row_j = matrix[j]
        row_j[j] = math.sqrt(row_j[j] - sum(value * value for value in row_j[:j]))
        for i in range(j + 1, size):
            row_i = matrix[i]
            row_i[j] = (row_i[j] - sum(a * b for a, b in zip(row_i[:j], row_j[:j]))) / row_j[j]
    for j in range(size):
        right[j] = (right[j] - sum(a * b for a, b in zip(matrix[j][:j], right[:j]))) / matrix[j][j]
    for j in reversed(range(size)):
        right[j] = (right[j] - sum(matrix[i][j] * right[i] for i in range(j + 1, size))) / matrix[j][j]
    return right


def fitted(rows, labels, penalty):
    """The model of greatest likelihood less penalty/2 · Σ weight² (Newton's method); the intercept is free."""
    clues = sorted({clue for row in rows for clue in row})
    place = {clue: k + 1 for k, clue in enumerate(clues)}
    sparse = [[(0, 1.0)] + sorted((place[clue], value) for clue, value in row.items() if value) for row in rows]
    weights = [0.0] * (len(clues) + 1)
    for _ in range(ROUNDS):
        gradient = [0.0] + [-penalty * weight for weight in weights[1:]]
        curvature = [[0.0] * len(weights) for _ in weights]
        for k in range(len(weights)):
            curvature[k][k] = penalty if k else 1e-9
        for row, label in zip(sparse, labels):
            guess = 1 / (1 + math.exp(-sum(weights[k] * value for k, value in row)))
            steepness = guess * (1 - guess)
            for at, (k, value) in enumerate(row):
                gradient[k] += (label - guess) * value
                line = curvature[k]
                for other, factor in row[:at + 1]:
                    line[other] += steepness * value * factor
        step = solved(curvature, gradient)
        weights = [weight + change for weight, change in zip(weights, step)]
        if max(map(abs, step)) < SMALLEST_STEP:
            break
    return weights[0], dict(zip(clues, weights[1:]))
