"""Trains small networks with PyTorch (float32) and writes the weights before and after to torch_runs.json.

    python3 torch_runs.py

Every case takes the same rows in the same order, 200 updates, batches cut from the rows in order with a smaller one
left over at the end of an epoch. TorchRunTests.swift trains the same networks and compares.

Some optimizers divide by the size of the gradient, so that where one starts at nearly 0, rounding decides which way a
weight goes, and PyTorch does not agree with itself. So each case takes the first seed for which PyTorch's float32 and
float64 agree to 2e-5.
"""

import json
import math
import pathlib

import torch

torch.set_num_threads(1)
UPDATES = 200
SAMPLES = 13

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "rectifier": torch.relu,
    "linear": lambda z: z,
    "leaky-relu": lambda z: torch.nn.functional.leaky_relu(z, 0.01),
    "elu": torch.nn.functional.elu,
    "softplus": torch.nn.functional.softplus,
    "gelu": torch.nn.functional.gelu,
    "silu": torch.nn.functional.silu,
    "scaled-tanh": lambda z: 1.7159 * torch.tanh(2 * z / 3),
    "softmax": lambda z: torch.softmax(z, 1),
}


def cross_entropy(z, a, y, output):
    if output == "softmax":
        return -(y * torch.log_softmax(z, 1)).sum(1)
    return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="none").sum(1)


COSTS = {
    "quadratic": lambda z, a, y, _: 0.5 * ((a - y) ** 2).sum(1),
    "cross-entropy": cross_entropy,
    "exponential": lambda z, a, y, _: torch.exp(((a - y) ** 2).sum(1)),
    "hellinger": lambda z, a, y, _: ((a.sqrt() - y.sqrt()) ** 2).sum(1) / math.sqrt(2),
    "kl-divergence": lambda z, a, y, _: (y * torch.log(y / a)).sum(1),
    "generalized-kl": lambda z, a, y, _: (y * torch.log(y / a) - y + a).sum(1),
    "itakura-saito": lambda z, a, y, _: (y / a - torch.log(y / a) - 1).sum(1),
    "absolute": lambda z, a, y, _: (a - y).abs().sum(1),
    "huber": lambda z, a, y, _: torch.nn.functional.huber_loss(a, y, reduction="none").sum(1),
    "hinge": lambda z, a, y, _: torch.clamp(1 - a * y, min=0).sum(1),
}

OPTIMIZERS = {
    "sgd": lambda p, lr: torch.optim.SGD(p, lr),
    "momentum": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9),
    "nesterov": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, nesterov=True),
    "averaged": lambda p, lr: torch.optim.SGD(p, lr),
    "adagrad": torch.optim.Adagrad,
    "rmsprop": torch.optim.RMSprop,
    "adadelta": torch.optim.Adadelta,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "nadam": torch.optim.NAdam,
}


def targets_for(cost, output, outputs, generator):
    if output == "softmax" and cost in ("kl-divergence", "generalized-kl", "hellinger", "itakura-saito"):
        y = torch.rand(SAMPLES, outputs, generator=generator) + 0.1
        return y / y.sum(1, keepdim=True)
    classes = torch.randint(0, outputs, (SAMPLES,), generator=generator)
    one_hot = torch.nn.functional.one_hot(classes, outputs).float()
    if output == "softmax" or cost == "cross-entropy":
        return one_hot
    if cost == "hinge":
        return 2 * one_hot - 1
    if cost in ("hellinger", "generalized-kl", "itakura-saito"):
        return torch.rand(SAMPLES, outputs, generator=generator) * 0.9 + 0.05
    return torch.rand(SAMPLES, outputs, generator=generator) * 1.6 - 0.8


def run(hidden="tanh", output="tanh", cost="quadratic", optimizer="sgd", rate=0.05, batch=4, l1=0.0, l2=0.0, clip=None,
        seed=0, kind=torch.float32):
    generator = torch.Generator().manual_seed(hash_of(hidden, output, cost, optimizer, batch) + seed)
    sizes = [3, 5, 4, 2]
    activations = [hidden, hidden, output]
    x = torch.rand(SAMPLES, sizes[0], generator=generator) * 4 - 2
    y = targets_for(cost, output, sizes[-1], generator)
    weights = [(torch.rand(u, i, generator=generator) - 0.5).requires_grad_() for i, u in zip(sizes, sizes[1:])]
    biases = [(torch.rand(u, generator=generator) * 0.4 - 0.1).requires_grad_() for u in sizes[1:]]
    if output in ("softplus", "rectifier") and cost in ("hellinger", "generalized-kl", "itakura-saito"):
        with torch.no_grad():
            biases[-1] += 1.5  # Away from the edge, where clips differ.
    x, y = x.to(kind), y.to(kind)
    weights = [w.detach().to(kind).requires_grad_() for w in weights]
    biases = [b.detach().to(kind).requires_grad_() for b in biases]
    parameters = [p for pair in zip(weights, biases) for p in pair]
    before = [p.tolist() for p in parameters]
    step = OPTIMIZERS[optimizer](parameters, lr=rate)
    mean, position, last = None, 0, 0.0
    for update in range(UPDATES):
        rows = slice(position, min(position + batch, SAMPLES))
        position = 0 if rows.stop == SAMPLES else rows.stop
        a = x[rows]
        for w, b, name in zip(weights, biases, activations):
            z = a @ w.T + b
            a = ACTIVATIONS[name](z)
        data = COSTS[cost](z, a, y[rows], output).mean()
        last = data.item()
        penalty = l1 * sum(w.abs().sum() for w in weights) + 0.5 * l2 * sum((w**2).sum() for w in weights)
        step.zero_grad()
        (data + penalty).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(parameters, clip)
        step.step()
        flat = [p.detach().clone() for p in parameters]
        mean = flat if mean is None else [m + (p - m) / (update + 1) for m, p in zip(mean, flat)]
    return {
        "hidden": hidden, "output": output, "cost": cost, "optimizer": optimizer, "rate": rate, "batch": batch,
        "l1": l1, "l2": l2, "clip": clip, "sizes": sizes, "inputs": x.tolist(), "targets": y.tolist(),
        "before": before, "after": [p.tolist() for p in parameters], "lastCost": last,
        "mean": [m.tolist() for m in mean] if optimizer == "averaged" else None,
    }


def well_conditioned(**options):
    for seed in range(50):
        single, double = run(**options, seed=seed), run(**options, seed=seed, kind=torch.float64)
        mine, exact = (torch.cat([torch.tensor(t, dtype=torch.float64).flatten() for t in r["after"]]) for r in (single, double))
        scale = torch.maximum(exact.abs(), 0.01 * exact.abs().max())
        if ((mine - exact).abs() / scale).max() < 2e-5:
            return single
    raise SystemExit(f"no seed is well conditioned for {options}")


def hash_of(*parts):
    value = 17
    for character in "/".join(map(str, parts)):
        value = (value * 31 + ord(character)) % (1 << 31)
    return value


def cases():
    for optimizer in OPTIMIZERS:
        rate = {"adadelta": 0.3, "adagrad": 0.02, "sgd": 0.1, "averaged": 0.1, "nadam": 0.002}.get(optimizer, 0.005)
        for batch in (1, 4, SAMPLES):
            yield well_conditioned(optimizer=optimizer, rate=rate, batch=batch)
    for activation in ACTIVATIONS:
        if activation != "softmax":
            yield well_conditioned(hidden=activation, output="linear", rate=0.02)
        yield well_conditioned(output=activation, rate=0.02)
    positive = ("sigmoid", "softmax", "softplus")
    fits = {
        "cross-entropy": ("sigmoid", "softmax"), "hellinger": positive, "generalized-kl": positive,
        "itakura-saito": positive, "kl-divergence": ("softmax",), "exponential": ("tanh", "softmax"),
        "absolute": ("tanh", "linear"), "huber": ("linear", "softmax"), "hinge": ("tanh", "linear"),
    }
    for cost, outputs in fits.items():
        for output in outputs:
            yield well_conditioned(output=output, cost=cost, rate=0.005 if cost == "itakura-saito" else 0.03)
    yield well_conditioned(l1=0.01)
    yield well_conditioned(l2=0.03, optimizer="adam", rate=0.01)
    yield well_conditioned(clip=0.05, rate=0.5)


def rounded(value):
    return [rounded(v) for v in value] if isinstance(value, list) else float(f"{value:.9g}")


if __name__ == "__main__":
    results = []
    for case in cases():
        for key in ("inputs", "targets", "before", "after", "mean"):
            if case[key] is not None:
                case[key] = rounded(case[key])
        results.append(case)
    path = pathlib.Path(__file__).with_name("torch_runs.json")
    path.write_text("[\n" + ",\n".join(json.dumps(case) for case in results) + "\n]\n")
    print(len(results), "cases,", path.stat().st_size, "bytes, PyTorch", torch.__version__)
