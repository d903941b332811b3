"""`python -m katalog`."""

from katalog.cli import main

if __name__ == "__main__":
    main()
