"""Trains a small network with PyTorch under other constants than the defaults and writes torch_constants.json.

    python3 torch_constants.py

Each case: a 3-5-2 tanh network on quadratic cost, 40 epochs of the same 13 rows in the same order, batches of 4 (the last
of an epoch has one row), with an optimizer's constants, a schedule stepped after every epoch, and biases that learn, are
frozen or are not there. TorchConstantsTests.swift trains the same and compares. As in torch_runs.py a case takes the first
seed for which PyTorch's float32 and float64 agree.
"""

import json
import pathlib

import torch

torch.set_num_threads(1)
SAMPLES, BATCH, EPOCHS, SIZES = 13, 4, 40, [3, 5, 2]

OPTIMIZERS = {
    "sgd": torch.optim.SGD,
    "momentum": torch.optim.SGD,
    "nesterov": lambda p, **o: torch.optim.SGD(p, nesterov=True, **o),
    "adagrad": torch.optim.Adagrad,
    "rmsprop": torch.optim.RMSprop,
    "adadelta": torch.optim.Adadelta,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "nadam": torch.optim.NAdam,
}

SCHEDULES = {
    "constant": lambda o, c: torch.optim.lr_scheduler.LambdaLR(o, lambda t: 1),
    "step": lambda o, c: torch.optim.lr_scheduler.StepLR(o, c["stepEpochs"], c["stepFactor"]),
    "1/t": lambda o, c: torch.optim.lr_scheduler.LambdaLR(o, lambda t: 1 / (1 + t / c["inverseEpochs"])),
    "cosine": lambda o, c: torch.optim.lr_scheduler.CosineAnnealingLR(o, c["cosineEpochs"]),
}


def options(name, constants):
    result = {}
    if name in ("momentum", "nesterov"):
        result["momentum"] = constants.get("momentum", 0.9)
    if name in ("adam", "adamw", "nadam"):
        result["betas"] = (constants.get("beta1", 0.9), constants.get("beta2", 0.999))
    if "epsilon" in constants:
        result["eps"] = constants["epsilon"]
    if "decay" in constants:
        result["weight_decay"] = constants["decay"]
    return result


def run(optimizer, rate, constants, schedule, scheduling, biases, seed, kind):
    generator = torch.Generator().manual_seed(seed)
    x = (torch.rand(SAMPLES, SIZES[0], generator=generator) * 4 - 2).to(kind)
    y = (torch.rand(SAMPLES, SIZES[-1], generator=generator) * 1.6 - 0.8).to(kind)
    layers = [torch.nn.Linear(i, u, bias=biases != "none", dtype=kind) for i, u in zip(SIZES, SIZES[1:])]
    with torch.no_grad():
        for layer in layers:
            layer.weight.copy_(torch.rand(layer.weight.shape, generator=generator) - 0.5)
            bias = torch.rand(layer.weight.shape[0], generator=generator) * 0.4 - 0.1
            if biases != "none":
                layer.bias.copy_(bias)
                layer.bias.requires_grad_(biases == "free")
    before = state(layers)
    step = OPTIMIZERS[optimizer]([p for l in layers for p in l.parameters()], lr=rate, **options(optimizer, constants))
    scheduler = SCHEDULES[schedule](step, scheduling)
    for _ in range(EPOCHS):
        for first in range(0, SAMPLES, BATCH):
            a = x[first : first + BATCH]
            for layer in layers:
                a = torch.tanh(layer(a))
            step.zero_grad()
            (0.5 * ((a - y[first : first + BATCH]) ** 2).sum(1).mean()).backward()
            step.step()
        scheduler.step()
    return {
        "optimizer": optimizer, "rate": rate, "constants": constants, "schedule": schedule, "scheduling": scheduling,
        "biases": biases, "inputs": rounded(x.tolist()), "targets": rounded(y.tolist()), "before": before,
        "after": state(layers),
    }


def state(layers):
    """Layer by layer the weights input by input, then the biases: Parameters' order."""
    flat = []
    for layer in layers:
        flat += layer.weight.detach().T.flatten().tolist()
        flat += layer.bias.detach().tolist() if layer.bias is not None else [0.0] * layer.weight.shape[0]
    return rounded(flat)


def rounded(value):
    return [rounded(v) for v in value] if isinstance(value, list) else float(f"{value:.9g}")


def case(optimizer, rate, constants={}, schedule="constant", scheduling={}, biases="free"):
    for seed in range(200):
        arguments = (optimizer, rate, constants, schedule, scheduling, biases, seed)
        single, double = run(*arguments, torch.float32), run(*arguments, torch.float64)
        mine, exact = (torch.tensor(r["after"], dtype=torch.float64) for r in (single, double))
        if ((mine - exact).abs() / torch.maximum(exact.abs(), 0.01 * exact.abs().max())).max() < 2e-5:
            return single
    raise SystemExit(f"no seed is well conditioned for {optimizer} {constants}")


if __name__ == "__main__":
    results = [
        case("momentum", 0.05, {"momentum": 0.5}),
        case("nesterov", 0.02, {"momentum": 0.8}),
        case("adam", 0.01, {"beta1": 0.8, "beta2": 0.99}),
        case("adam", 0.01, {"epsilon": 0.01}),
        case("adamw", 0.01, {"decay": 0.3}),
        case("adamw", 0.01, {"beta1": 0.5, "beta2": 0.9, "epsilon": 0.001, "decay": 0.05}),
        case("nadam", 0.002, {"beta1": 0.7, "beta2": 0.95}),
        case("nadam", 0.002, {"epsilon": 0.1}),
        case("rmsprop", 0.003, {"epsilon": 0.02}),
        case("adagrad", 0.05, {"epsilon": 0.1}),
        case("adadelta", 0.5, {"epsilon": 0.0001}),
        case("sgd", 0.2, schedule="step", scheduling={"stepEpochs": 7, "stepFactor": 0.3}),
        case("sgd", 0.2, schedule="1/t", scheduling={"inverseEpochs": 4.5}),
        case("sgd", 0.2, schedule="cosine", scheduling={"cosineEpochs": 41}),
        case("sgd", 0.1, biases="frozen"),
        case("adamw", 0.01, {"decay": 0.3}, biases="frozen"),
        case("momentum", 0.03, biases="none"),
    ]
    path = pathlib.Path(__file__).with_name("torch_constants.json")
    path.write_text("[\n" + ",\n".join(json.dumps(result) for result in results) + "\n]\n")
    print(len(results), "cases,", path.stat().st_size, "bytes, PyTorch", torch.__version__)
