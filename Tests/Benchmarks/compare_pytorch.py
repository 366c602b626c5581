"""The workloads of `descent bench` in PyTorch: one JSON object {name: seconds a unit} on standard output.

Usage: compare_pytorch.py RUNS. Each is done as a PyTorch user would do it for speed: float32, one thread unless the name
says otherwise, no data loader, rows shuffled once an epoch, no graph of anything that is not needed.
"""

import json
import os
import sys
import time

import torch
from torch import nn

DURATION = 0.5


def measure(work, runs, clock=time.thread_time):
    """Seconds a unit, in several runs; `work` does a piece and returns how many units it was."""
    work()
    times = []
    for _ in range(runs):
        start, units, elapsed = clock(), 0, 0.0
        while elapsed < DURATION:
            units += work()
            elapsed = clock() - start
        times.append(elapsed / units)
    return sorted(times)


def training(model, loss, inputs, targets, batch):
    """Trains on and on; sgd written out, which is quicker than `torch.optim.SGD` on networks of this size."""
    parameters = list(model.parameters())
    rows = len(inputs)

    def work():
        order = torch.randperm(rows)
        x, y = inputs[order], targets[order]
        seen = 0
        for start in range(0, rows, batch):
            cost = loss(model(x[start : start + batch]), y[start : start + batch])
            gradients = torch.autograd.grad(cost, parameters)
            with torch.no_grad():
                torch._foreach_add_(parameters, gradients, alpha=-0.01)
            seen += batch
            if batch == 1 and seen == 200:
                break
        return seen

    return work


def toy():
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1), nn.Tanh())


def classifier(inputs, hidden, outputs):
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def toy_training(batch):
    x = 12 * torch.rand(500, 2) - 6
    y = torch.sign(torch.randn(500, 1))
    return training(toy(), lambda a, y: 0.5 * ((a - y) ** 2).sum(1).mean(), x, y, batch)


def classifier_training(sizes, batch, rows):
    x, y = torch.rand(rows, sizes[0]), torch.arange(rows) % sizes[-1]
    return training(classifier(*sizes), nn.functional.cross_entropy, x, y, batch)


def recurrent_training():
    """Sequences of 30 steps, batch 16, through nn.RNN of 16 units, as in eager PyTorch."""
    rnn, readout = nn.RNN(1, 16, batch_first=True), nn.Linear(16, 1)
    parameters = [*rnn.parameters(), *readout.parameters()]
    x, y = torch.rand(160, 30, 1), torch.rand(160, 30, 1)

    def work():
        order = torch.randperm(160)
        inputs, targets = x[order], y[order]
        for start in range(0, 160, 16):
            a = readout(rnn(inputs[start : start + 16])[0])
            cost = 0.5 * ((a - targets[start : start + 16]) ** 2).sum(2).mean()
            gradients = torch.autograd.grad(cost, parameters)
            with torch.no_grad():
                torch._foreach_add_(parameters, gradients, alpha=-0.01)
        return 160

    return work


def products():
    """A 1024x1024 matrix times a vector."""
    matrix, vector = torch.rand(1024, 1024), torch.rand(1024)

    def work():
        with torch.no_grad():
            matrix @ vector
        return 1

    return work


def surface():
    """The costs on 250 samples at 80x48 points of a plane: all points of a row of the grid at once, by vmap."""
    model = toy()
    names = [name for name, _ in model.named_parameters()]
    origin = [p.detach() for p in model.parameters()]
    first, second = ([torch.randn_like(p) for p in origin] for _ in range(2))
    x, y = 12 * torch.rand(250, 2) - 6, torch.sign(torch.randn(250, 1))
    a, rows = torch.linspace(-1, 1, 80), torch.linspace(-1, 1, 48)

    def cost(a, b):
        weights = {n: o + a * d + b * e for n, o, d, e in zip(names, origin, first, second)}
        return 0.5 * ((torch.func.functional_call(model, weights, (x,)) - y) ** 2).sum(1).mean()

    row = torch.func.vmap(cost, in_dims=(0, None))

    def work():
        with torch.no_grad():
            torch.stack([row(a, b) for b in rows])
        return 1

    return work


def plane_map():
    """Each unit's activation at 100x100 points."""
    model = toy()
    places = torch.linspace(-6, 6, 100)

    def work():
        with torch.no_grad():
            x = torch.cartesian_prod(places, places)
            maps = []
            for layer in model:
                x = layer(x)
                if isinstance(layer, nn.Tanh):
                    maps.append(x.T.contiguous())
        return 1

    return work


def main():
    runs = int(sys.argv[1])
    torch.manual_seed(1)
    torch.set_num_threads(1)
    results = {
        "train-2-8-8-1-stochastic": measure(toy_training(1), runs),
        "train-2-8-8-1-batch": measure(toy_training(10), runs),
        "train-64-32-10": measure(classifier_training((64, 32, 10), 32, 1600), runs),
        "train-784-128-10": measure(classifier_training((784, 128, 10), 64, 6400), runs),
        "train-recurrent-16": measure(recurrent_training(), runs),
        "hopfield-products": measure(products(), runs),
        "surface": measure(surface(), runs),
        "map": measure(plane_map(), runs),
    }
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    results["surface-all-threads"] = measure(surface(), runs, clock=time.monotonic)
    json.dump({"name": f"PyTorch {torch.__version__.split('+')[0]}", "seconds": results}, sys.stdout)


main()
