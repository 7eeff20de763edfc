"""Tables of marks for the commands that read them."""

import math


def table(text, by_expert=False):
    """Rows between slashes, marks between spaces, "*" or "-" for none; a row is an application's unless by_expert."""
    rows = [row.split() for row in text.strip().split("/")]
    width = max(map(len, rows))
    cells = [["" if cell in "*-" else cell for cell in row] + [""] * (width - len(row)) for row in rows]
    return [list(column) for column in zip(*cells)] if by_expert else cells


def csv(cells, delimiter=",", application="A{}", expert="E{}"):
    head = delimiter.join(["", *(expert.format(i + 1) for i in range(len(cells[0])))])
    return "\n".join([head, *(delimiter.join([application.format(i + 1), *row]) for i, row in enumerate(cells))]) + "\n"


def printed(value, expected):
    """Equal in every digit of the text `expected`."""
    assert math.isclose(value, float(expected), rel_tol=0, abs_tol=0.5000001 * 10 ** -len(expected.partition(".")[2])), (value, expected)
