"""Who finds quotations: how each is run, and how its answer becomes records."""

from quoth_bench.contenders.corenlp import CoreNLP
from quoth_bench.contenders.quoth import Quoth, listed_models
from quoth_bench.contenders.spacy import Spacy
from quoth_bench.contenders.textacy import Textacy


def everyone(binary):
    """Quoth with each model that the program lists, then the peers."""
    return [*(Quoth(binary, *model) for model in listed_models(binary)), Spacy(), Textacy(), CoreNLP(is_light=True), CoreNLP(is_light=False)]
