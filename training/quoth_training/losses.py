"""The losses of the six heads over one batch."""

import torch
from torch.nn import functional

from .batches import mention_pairs
from .mentions import FEATURES

WEIGHTS = {"anchor": 1.0, "roles": 1.0, "act": 0.3, "negated": 0.2, "names": 1.0, "mention": 0.4, "circumstances": 0.4}
WEIGHT_OF_NO_CIRCUMSTANCE = 0.5  # Nearly all words have none.
WORDS_OF_AN_ANSWER = 20.0  # brings the sum over a window's words to the size of the other losses


def word_vectors(network, batch):
    x = network.dropout(network.encode(batch.pieces, batch.features, batch.annotation, batch.mask))
    return torch.gather(x, 1, batch.word_piece[:, :, None].expand(-1, -1, x.shape[-1]))


def losses_of(network, documents, batch, first_names, generator):
    words = word_vectors(network, batch)
    out = anchor_losses(network, documents, batch, words)
    out |= name_loss(network, documents, batch, words)
    out |= mention_loss(network, documents, batch, words, first_names, generator)
    return out


def anchor_losses(network, documents, batch, words):
    target = torch.zeros(batch.word_mask.shape)
    known = batch.word_mask.clone()
    row, column, tags, acts, negated = [], [], [], [], []
    told, told_tags = [], []
    for k, (d, first, end) in enumerate(batch.ranges):
        anchors = documents[d].anchors
        if anchors is None:
            known[k] = False
            continue
        for word in documents[d].unsure:
            if first <= word < end:
                known[k, word - first] = False
        for word, roles, act, negation in anchors:
            if first <= word < end:
                target[k, word - first] = getattr(documents[d], "probabilities", {}).get(word, 1.0)
                circumstances = getattr(documents[d], "circumstances", {}).get(word)
                if circumstances is not None:
                    told.append(len(row))
                    told_tags.append(functional.pad(torch.from_numpy(circumstances[first:end].astype("int64")),
                                                    (0, words.shape[1] - (end - first)), value=-1))
                row.append(k)
                column.append(word - first)
                tags.append(functional.pad(torch.from_numpy(roles[first:end].astype("int64")), (0, words.shape[1] - (end - first)), value=-1))
                acts.append(act)
                negated.append(negation)
    if not row:
        return {}
    logits = network.anchor(words)[..., 0].float()
    loss = functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    row, column = torch.tensor(row), torch.tensor(column)
    out = {"anchor": (loss * known).sum() / max(8, len(row))}
    scores = network.roles(words, batch.word_mask, row, column).float()
    out["roles"] = functional.cross_entropy(scores.flatten(0, 1), torch.cat(tags), ignore_index=-1, reduction="sum") / (
        len(row) * WORDS_OF_AN_ANSWER) * 3
    if told:
        scores = network.circumstances(words, batch.word_mask, row[told], column[told]).float()
        parts, weight = torch.cat(told_tags), torch.ones(scores.shape[-1])
        weight[0] = WEIGHT_OF_NO_CIRCUMSTANCE
        out["circumstances"] = functional.cross_entropy(scores.flatten(0, 1), parts, weight, ignore_index=-1, reduction="sum") / (
            (parts > 0).sum() + 20)
    acts, negated = torch.tensor(acts), torch.tensor(negated)
    if (acts >= 0).any():
        score = network.act(words[row, column]).float()
        out["act"] = functional.cross_entropy(score[:, :-1], acts, ignore_index=-1)
        out["negated"] = functional.binary_cross_entropy_with_logits(score[negated >= 0, -1], negated[negated >= 0].float())
    return out


def name_loss(network, documents, batch, words):
    tags = torch.full(batch.word_mask.shape, -1)
    for k, (d, first, end) in enumerate(batch.ranges):
        if documents[d].names is not None:
            tags[k, :end - first] = torch.from_numpy(documents[d].names[first:end].astype("int64"))
    if not (tags > 0).any():
        return {}
    score = network.names(words).float()
    return {"names": functional.cross_entropy(score.flatten(0, 1), tags.flatten(), ignore_index=-1, reduction="sum") / ((tags > 0).sum() + 10)}


def mention_loss(network, documents, batch, words, first_names, generator):
    """Marginal likelihood of the right antecedents (Lee et al. 2017), a document's neighbouring windows taken together."""
    total, count, k = 0.0, 0, 0
    while k < len(batch.ranges):
        d, first, _ = batch.ranges[k]
        last = k
        while last + 1 < len(batch.ranges) and batch.ranges[last + 1][0] == d:
            last += 1
        end = batch.ranges[last][2]
        inside, pairs = mention_pairs(documents[d], first, end, first_names, generator)
        if pairs:
            flat = words[k:last + 1][batch.word_mask[k:last + 1]]
            query, key, new = network.mention(flat[[m.first - first for m in inside]], flat[[m.end - 1 - first for m in inside]])
            query, key, new = query.float(), key.float(), new.float()
            for j, candidates, features, right in pairs:
                score = new[j][None]
                if candidates:
                    table = network.mention.features[torch.arange(FEATURES)[None], torch.tensor(features)].sum(-1)
                    score = torch.cat([score, key[candidates] @ query[j] / 8 + table])
                good = torch.tensor([not any(right)] + right)
                total = total + torch.logsumexp(score, 0) - torch.logsumexp(score[good], 0)
                count += 1
        k = last + 1
    return {"mention": total / count} if count else {}
