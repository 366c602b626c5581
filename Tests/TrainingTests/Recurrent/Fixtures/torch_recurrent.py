"""Trains small recurrent networks with PyTorch's nn.RNN (float32) and writes the weights before and after to
torch_recurrent.json.

    python3 torch_recurrent.py

Every case takes the same sequences in the same order, 200 updates, batches cut from the sequences in order with a smaller one
left over at the end of an epoch. TorchRecurrentTests.swift trains the same networks and compares. The second bias of nn.RNN
stays 0, as the engine has one. "Truncated" detaches the state after every so many steps.

Each case takes the first seed for which PyTorch's float32 and float64 agree to 2e-5: see torch_runs.py.
"""

import json
import pathlib

import torch
from torch import nn

torch.set_num_threads(1)
UPDATES, SEQUENCES, STEPS, BATCH = 200, 7, 9, 3
INPUTS, UNITS, OUTPUTS = 2, 5, 2


def run(nonlinearity, truncation, clip, optimizer, rate, last, seed, kind):
    torch.manual_seed(seed)
    rnn, readout = nn.RNN(INPUTS, UNITS, nonlinearity=nonlinearity), nn.Linear(UNITS, OUTPUTS)
    x = torch.rand(STEPS, SEQUENCES, INPUTS) * 2 - 1
    y = torch.rand(STEPS, SEQUENCES, OUTPUTS) * 2 - 1
    with torch.no_grad():
        rnn.bias_hh_l0.zero_()
    rnn.bias_hh_l0.requires_grad_(False)
    rnn, readout, x, y = rnn.to(kind), readout.to(kind), x.to(kind), y.to(kind)
    parameters = [rnn.weight_ih_l0, rnn.weight_hh_l0, rnn.bias_ih_l0, readout.weight, readout.bias]
    before = [p.tolist() for p in parameters]
    step = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[optimizer](parameters, lr=rate)
    position = 0
    for _ in range(UPDATES):
        batch = slice(position, min(position + BATCH, SEQUENCES))
        position = 0 if batch.stop == SEQUENCES else batch.stop
        state, outputs = None, []
        for start in range(0, STEPS, truncation or STEPS):
            hidden, state = rnn(x[start : start + (truncation or STEPS), batch], state)
            outputs.append(readout(hidden))
            state = state.detach()
        a, t = torch.cat(outputs), y[:, batch]
        if last:
            a, t = a[-1:], t[-1:]
        cost = 0.5 * ((a - t) ** 2).sum(2).mean()
        step.zero_grad()
        cost.backward()
        if clip:
            nn.utils.clip_grad_norm_(parameters, clip)
        step.step()
    return {
        "nonlinearity": nonlinearity, "truncation": truncation, "clip": clip, "optimizer": optimizer, "rate": rate,
        "last": last, "inputs": x.transpose(0, 1).tolist(), "targets": y.transpose(0, 1).tolist(),
        "before": before, "after": [p.tolist() for p in parameters],
    }


def well_conditioned(*options):
    for seed in range(100):
        single, double = (run(*options, seed, kind) for kind in (torch.float32, torch.float64))
        mine, exact = (
            torch.cat([torch.tensor(t, dtype=torch.float64).flatten() for t in r["after"]]) for r in (single, double)
        )
        scale = torch.maximum(exact.abs(), 0.01 * exact.abs().max())
        if ((mine - exact).abs() / scale).max() < 2e-5:
            return single
    raise SystemExit(f"no seed is well conditioned for {options}")


def rounded(value):
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


if __name__ == "__main__":
    results = [
        well_conditioned(nonlinearity, truncation, clip, optimizer, rate, last)
        for nonlinearity in ("tanh", "relu")
        for truncation in (None, 4)
        for clip in (None, 0.1)
        for optimizer, rate in (("sgd", 0.05), ("adam", 0.003))
        for last in (False, True)
    ]
    path = pathlib.Path(__file__).with_name("torch_recurrent.json")
    path.write_text("[\n" + ",\n".join(json.dumps({k: rounded(v) for k, v in r.items()}) for r in results) + "\n]\n")
    print(len(results), "cases,", path.stat().st_size, "bytes, PyTorch", torch.__version__)
