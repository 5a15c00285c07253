"""A child for the tests: its work is next to nothing."""

import sys

from tools.bench.serving import serve

if __name__ == "__main__":
    serve(lambda: None, {"letters": float(len(sys.argv[1]))})
