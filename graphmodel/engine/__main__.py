"""The guard of one home: `python -m graphmodel.engine HOME`, started by sessions and by nobody else."""

import sys
from pathlib import Path

from graphmodel.engine.guard import watch
from graphmodel.engine.home import Home

if __name__ == "__main__":
    watch(Home(Path(sys.argv[1])))
