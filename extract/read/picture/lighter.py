"""Networks that read pictures, their sums put so that they take less time and say the same but for last digits.

They come as they were trained. A mean of what a convolution gives is the convolution of the mean, of fewer pixels; what
is grey needs one channel of the three; and onnxruntime keeps values in blocks of sixteen channels, and puts them into
rows and back for each step that knows no blocks. Whatever has none of these shapes stays as it is.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from extract.read.picture.network import NetworkStep, PictureNetwork, step_numbers, step_setting

#: Values are kept in blocks of so many channels (where processors have registers of 512 bits; half of it elsewhere).
_BLOCK = 16
#: A convolution of single pixels; what steps are called that leave channels apart.
_PIXEL, _APART = (1, 1), ("Relu", "MaxPool")
#: Which side of a picture its channels are; the weight that is one.
_CHANNELS, _ONE = 1, "lighter.one"


def lighten(network: PictureNetwork) -> None:
    """Makes a network lighter, and one for grey pictures of one channel. Raises ValueError where its first step is no
    convolution."""
    _without_copies(network)
    _of_grey(network)
    _means_first(network)
    _without_second_sums(network)
    _without_joins(network)
    _in_whole_blocks(network)
    _scaled_in_blocks(network)
    _enlarged_at_last(network)


def _without_copies(network: PictureNetwork) -> None:
    """Without steps that give what they take."""
    copies = [step for step in network.steps if step.kind == "Identity" and step.gives[0] not in network.given()]
    network.leave_out(copies)
    first = {step.gives[0]: step.takes[0] for step in copies}
    for step in network.steps:
        for n, value in enumerate(step.takes):
            while value in first:
                value = first[value]
            step.takes[n] = value


def _of_grey(network: PictureNetwork) -> None:
    """The first convolution takes one channel: with three alike its weights for each are added up."""
    takers = [step for value in network.taken() for step in network.takers(value)]
    weights = network.floats.get(takers[0].takes[1]) if [step.kind for step in takers] == ["Conv"] else None
    if weights is None:
        raise ValueError("the network's first step is no convolution")
    network.floats[takers[0].takes[1]] = weights.astype(np.float64).sum(axis=1, keepdims=True).astype(np.float32)
    network.resize(takers[0].takes[0], _CHANNELS, 1)


def _means_first(network: PictureNetwork) -> None:
    """Where a mean is taken of the sum of a value and of what a convolution of single pixels gives, the means of both
    are added: the convolution has fewer pixels."""
    for mean in [step for step in network.steps if step.kind == "AveragePool"]:
        added = network.giver(mean.takes[0])
        sums = [step for value in added.takes if (step := network.giver(value))] if added else []
        convolutions = [(one, conv) for one in sums if (conv := _biased(network, one, _PIXEL))]
        if not added or added.kind != "Add" or not convolutions or len(network.takers(mean.takes[0])) > 1:
            continue
        if any(step_numbers(mean, "pads")):
            # a frame of nothing has no offsets
            continue
        biased, conv = convolutions[-1]
        if any(len(network.takers(step.gives[0])) > 1 for step in (biased, conv)):
            continue
        for step, n in (conv, 0), (added, 1 - added.takes.index(biased.gives[0])):
            first = NetworkStep("AveragePool", [step.takes[n]], [f"{step.takes[n]}.mean"], mean.rest)
            network.put(first, before=step)
            step.takes[n] = first.gives[0]
        network.leave_out([mean])
        added.gives = mean.gives


def _without_second_sums(network: PictureNetwork) -> None:
    """A value and its product with a factor of each channel are the product with one more than the factor, which takes
    one pass over all pixels and not two."""
    for scaled in [step for step in network.steps if step.kind == "Mul"]:
        factor, takers = network.giver(scaled.takes[-1]), network.takers(scaled.gives[0])
        if not factor or factor.kind != "HardSigmoid" or [step.kind for step in takers] != ["Add"]:
            continue
        if sorted(takers[0].takes) != sorted([scaled.takes[0], scaled.gives[0]]):
            continue
        network.floats[_ONE] = np.ones((1, 1, 1, 1), np.float32)
        more = NetworkStep("Add", [scaled.takes[1], _ONE], [f"{scaled.takes[1]}.more"])
        network.put(more, before=scaled)
        scaled.takes[1], scaled.gives = more.gives[0], takers[0].gives
        network.leave_out(takers)


def _without_joins(network: PictureNetwork) -> None:
    """A convolution of two values side by side is the sum of one of each, and they need not be copied."""
    for join in [step for step in network.steps if step.kind == "Concat" and len(step.takes) == 2]:
        takers = network.takers(join.gives[0])
        first = _channels(network, join.takes[0])
        weights = _weights(network, takers[0]) if len(takers) == 1 else None
        if weights is None or first is None or step_numbers(join, "axis") != [1]:
            continue
        (conv,) = takers
        name, given = conv.takes[1], conv.gives[0]
        other = NetworkStep("Conv", [join.takes[1], f"{name}.other"], [f"{given}.other"], conv.rest)
        network.floats[other.takes[1]], network.floats[name] = weights[:, first:], weights[:, :first]
        one = NetworkStep("Conv", [join.takes[0], name], [f"{given}.first"], conv.rest)
        parts = [other]
        if bias := _bias(network, conv):
            # offsets are added by the convolution that they follow
            offsets = next(value for value in bias.takes if value in network.floats)
            parts.append(NetworkStep("Add", [other.gives[0], offsets], [f"{given}.offset"], bias.rest))
        added = NetworkStep("Add", [parts[-1].gives[0], one.gives[0]], (bias or conv).gives)
        network.put(one, *parts, added, before=conv)
        network.leave_out([join, conv, *([bias] if bias else [])])


def _in_whole_blocks(network: PictureNetwork) -> None:
    """Channels of nothing, up to whole blocks, for convolutions of more than a pixel whose channels only convolutions
    take."""
    for conv in [step for step in network.steps if step.kind == "Conv"]:
        weights, bias = _weights(network, conv), _bias(network, conv)
        if weights is None or bias is None or not -weights.shape[0] % _BLOCK or weights.shape[2:] == _PIXEL:
            continue
        takers = _convolutions_of(network, bias.gives[0])
        taking = [_weights(network, step) for step in takers]
        if not takers or any(one is None for one in taking):
            continue
        more = -weights.shape[0] % _BLOCK
        offsets = next(name for name in bias.takes if name in network.floats)
        network.floats[conv.takes[1]] = _padded(weights, 0, more)
        network.floats[offsets] = _padded(network.floats[offsets], 1, more)
        for step, one in zip(takers, taking, strict=True):
            network.floats[step.takes[1]] = _padded(one, 1, more)


def _scaled_in_blocks(network: PictureNetwork) -> None:
    """What is multiplied by a factor of each channel is put into blocks once, by a step that changes nothing, and not
    by each step that takes it; a sum with it is one with the convolution that gives the other part."""
    for scaled in [step for step in network.steps if step.kind == "Mul"]:
        factor = network.giver(scaled.takes[-1])
        plus = network.giver(factor.takes[0]) if factor and factor.kind == "Add" else None
        if "HardSigmoid" not in {step.kind for step in (factor, plus) if step}:
            continue
        if len(network.takers(scaled.gives[0])) > 1:
            settings = step_setting("kernel_shape", _PIXEL) + step_setting("strides", _PIXEL)
            rows = f"{scaled.gives[0]}.rows"
            product = NetworkStep("Mul", scaled.takes, [rows], scaled.rest)
            network.put(product, NetworkStep("MaxPool", [rows], scaled.gives, settings), before=scaled)
            network.leave_out([scaled])


def _enlarged_at_last(network: PictureNetwork) -> None:
    """A picture that is made twice as large twice, by weights for each of four pixels: all sixteen are channels of
    small pixels first, and are put in their places when all is summed up."""
    for second in [step for step in network.steps if step.kind == "ConvTranspose"]:
        bent = network.giver(second.takes[0])
        first_bias = network.giver(bent.takes[0]) if bent and bent.kind == "Relu" else None
        first = next((step for name in first_bias.takes if (step := network.giver(name))), None) if first_bias else None
        last_bias = _bias(network, second)
        if not bent or not first or not first_bias or not last_bias or first.kind != "ConvTranspose":
            continue
        told = network.takers(last_bias.gives[0])
        tables = [network.floats.get(step.takes[1]) for step in (first, second)]
        offsets = [_offsets(network, step) for step in (first_bias, last_bias)]
        if [step.kind for step in told] != ["Sigmoid"] or any(one is None or one.shape[2:] != (2, 2) for one in tables):
            continue
        sums = _as_channels(tables[0], tables[1], *offsets)
        names = [f"lighter.{n}" for n in range(len(sums))]
        network.floats |= zip(names, sums, strict=True)
        way = [first.takes[0], *(f"lighter.way.{n}" for n in range(5)), told[0].gives[0]]
        steps = [
            NetworkStep("Conv", [way[0], names[0], names[1]], [way[1]]),
            NetworkStep("Relu", [way[1]], [way[2]]),
            NetworkStep("Conv", [way[2], names[2], names[3]], [way[3]]),
            NetworkStep("Sigmoid", [way[3]], [way[4]]),
            NetworkStep("DepthToSpace", [way[4]], [way[5]], step_setting("blocksize", 2)),
            NetworkStep("DepthToSpace", [way[5]], [way[6]], step_setting("blocksize", 2)),
        ]
        network.put(*steps, before=first)
        network.leave_out([first, first_bias, bent, second, last_bias, *told])


def _as_channels(first: Any, second: Any, offset: Any, last: Any) -> tuple[Any, ...]:
    """The weights and offsets of two convolutions of single pixels that stand for two that double a picture: channels
    are told by the place (row and column) among the first four, and in the second by that among the next four."""
    many, some = first.shape[:2]
    outer = first.transpose(2, 3, 1, 0).reshape(4 * some, many, 1, 1)
    inner = np.zeros((16, 4 * some, 1, 1), np.float32)
    for place, (row, column) in product(range(4), product(range(2), repeat=2)):
        inner[place * 4 + row * 2 + column, place * some : (place + 1) * some, 0, 0] = second[:, 0, row, column]
    return outer, np.tile(offset, 4), inner, np.repeat(last, 16)


def _bias(network: PictureNetwork, conv: NetworkStep) -> NetworkStep | None:
    """The step that adds its offset to each channel of a convolution, if it alone takes that."""
    takers = network.takers(conv.gives[0])
    return takers[0] if len(takers) == 1 and _offsets(network, takers[0]) is not None else None


def _offsets(network: PictureNetwork, step: NetworkStep) -> Any:
    """What a step adds to each channel; None where it is another step."""
    tables = [network.floats[name] for name in step.takes if name in network.floats]
    return tables[0].ravel() if step.kind == "Add" and len(tables) == 1 and tables[0].ndim == 4 else None


def _biased(network: PictureNetwork, bias: NetworkStep, shape: tuple[int, int]) -> NetworkStep | None:
    """The convolution of that shape to which a step adds offsets."""
    if _offsets(network, bias) is None:
        return None
    conv = next((step for name in bias.takes if (step := network.giver(name))), None)
    weights = _weights(network, conv) if conv else None
    return conv if weights is not None and weights.shape[2:] == shape else None


def _weights(network: PictureNetwork, step: NetworkStep) -> Any:
    """The weights of a convolution of all channels together; None where a step is none."""
    whole = step.kind == "Conv" and step_numbers(step, "group") in ([], [1])
    return network.floats.get(step.takes[1]) if whole else None


def _channels(network: PictureNetwork, value: str) -> int | None:
    """How many channels a value has, told by the convolution that it comes from."""
    step = network.giver(value)
    while step and step.kind != "Conv":
        step = network.giver(step.takes[0]) if step.kind in (*_APART, "Add") else None
    weights = _weights(network, step) if step else None
    return None if weights is None else int(weights.shape[0])


def _convolutions_of(network: PictureNetwork, value: str) -> list[NetworkStep]:
    """The steps that take a value, through those that leave channels apart; none where one puts them otherwise."""
    found: list[NetworkStep] = []
    for step in network.takers(value):
        further = _convolutions_of(network, step.gives[0]) if step.kind in _APART else [step]
        if not further:
            return []
        found += further
    return found if all(step.kind == "Conv" for step in found) else []


def _padded(table: Any, side: int, more: int) -> Any:
    return np.pad(table, [(0, more if n == side else 0) for n in range(table.ndim)])
