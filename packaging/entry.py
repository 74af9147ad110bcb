"""What the built program starts with: the game's command line, without the set-up of a checkout."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a large class file is counted by several processes
    from game.cli import main

    sys.exit(main())
