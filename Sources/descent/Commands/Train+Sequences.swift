import Experiments
import Training

/// Training on sequences.
extension Train {
  func trainOnSequences(_ experiment: Experiment) throws {
    guard trials == nil else { throw Mistake(.notFor("no trials: it learns", .recurrent)) }
    try checkOutputs(experiment)
    var trainer = try experiment.recurrentTrainer(for: try experiment.sequences.data(seed: experiment.seed))
    if let load = source.load {
      trainer.apply(.parameters(try WeightsFile.read(load, layout: trainer.network.layout)))
    }
    if let saveInitial { try WeightsFile.write(trainer.network.parameters, to: saveInitial) }
    var run = TrainingRun(
      of: trainer, name: experiment.name, epochs: epochs ?? (updates == nil ? 100 : nil), updates: updates,
      stop: experiment.stop, keepsHistory: history != nil, showsProgress: !quiet)
    run.train()
    var outputs =
      save.map { [AtomicFile.Output(path: $0, bytes: WeightsFile.bytes(of: run.trainer.network.parameters))] } ?? []
    if let history { outputs.append(AtomicFile.Output(path: history, bytes: Array(run.history.text.utf8))) }
    try AtomicFile.writeAll(outputs)
    var summary = SequenceSummary(of: run.trainer, seed: experiment.seed, sequencesPerSecond: run.samplesPerSecond)
    if run.isStopped { summary.stopped = experiment.stop }
    if let divergence = summary.divergence, !quiet { Failure.report(divergence, updates: summary.updates) }
    if json || !quiet { try Output.write((json ? summary.json : summary.text) + "\n") }
  }
}
