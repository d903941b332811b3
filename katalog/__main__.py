"""`python -m katalog`."""

from katalog.cli.program import process

if __name__ == "__main__":
    process()
