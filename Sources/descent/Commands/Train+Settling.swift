import Experiments
import NeuralNetwork
import Training

/// Settling in place of training: once, or many times.
extension Train {
  func settle(_ experiment: Experiment) throws {
    guard save == nil, saveInitial == nil, history == nil, source.load == nil else {
      throw Mistake(.notFor("weights that come from its patterns: nothing to save or load", .hopfield))
    }
    let settling = experiment.settling.settling(seed: experiment.seed)
    if let trials { return try settle(settling, experiment, times: trials) }
    var settled = settling
    if let updates {
      while settled.updates < updates, settled.rest == nil { settled.advance() }
    } else {
      settled.settle(sweeps: epochs ?? SettlingTrials.usualSweeps)
    }
    let summary = SettlingSummary(of: settled, seed: experiment.seed)
    try say(json ? summary.json : summary.text)
  }

  private func settle(_ settling: Settling, _ experiment: Experiment, times: Int) throws {
    let trials = experiment.settling.trials(
      of: settling, count: times, sweeps: epochs ?? SettlingTrials.usualSweeps)
    let summary = TrialsSummary(of: trials, seed: experiment.seed)
    try say(json ? summary.json : summary.text)
  }

  private func say(_ text: String) throws { if json || !quiet { try Output.write(text + "\n") } }
}
