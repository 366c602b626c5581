import ArgumentParser
import Experiments
import Session
import Training

/// Cross-validation.
extension Train {
  /// Refuses what does not go with folds.
  func validateFolds() throws {
    guard let folds else { return }
    guard (2...1000).contains(folds) else {
      throw ValidationError("expected 2 to 1000 folds for --folds, found \(folds)")
    }
    let others: [(String, Bool)] = [
      ("--save", save != nil), ("--save-initial", saveInitial != nil), ("--history", history != nil),
      ("--load", source.load != nil), ("--unseal", unseal), ("--trials", trials != nil),
    ]
    if let other = others.first(where: \.1) {
      throw ValidationError("\(other.0) does not go with --folds: each fold is a network of its own")
    }
  }

  /// Trains a network for each fold, and tells what they reach.
  func crossValidate(_ opened: OpenedExperiment, folds count: Int) throws {
    let experiment = opened.experiment
    guard experiment.kind == .feedforward else { throw Mistake(.notFor("no folds", experiment.kind)) }
    if !quiet, let table = opened.dataset.table { table.summary.forEach(Failure.say) }
    var validation = try CrossValidation(of: experiment, opened.dataset, folds: count)
    let sealed = opened.data?.sealed?.count ?? 0
    if !quiet, sealed > 0 { Failure.remark("\(sealed) rows stay sealed and are in no fold") }
    for number in 0..<validation.count {
      var run = TrainingRun(
        of: try validation.trainer(ofFold: number), name: "fold \(number + 1) of \(validation.count)",
        epochs: epochs ?? (updates == nil ? 100 : nil), updates: updates, stop: experiment.stop, keepsHistory: false,
        showsProgress: !quiet)
      run.train()
      validation.take(run.trainer)
    }
    if json {
      try Output.write(validation.json + "\n")
    } else if !quiet {
      try Output.write(validation.text)
    }
  }
}
