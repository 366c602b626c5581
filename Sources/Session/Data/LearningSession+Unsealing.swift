import Training

extension LearningSession {
  /// Opens the sealed test part, which is counted, and tells how well the network does on it.
  mutating func unseal() {
    guard run.history.process.kind == .feedforward else { return say(.nothingSealed(hasTest: run.test != nil)) }
    guard var sealed = run.trainer.data.sealed else { return say(.nothingSealed(hasTest: run.test != nil)) }
    isRunning = false
    unsealings += 1
    report = TestReport(
      of: run.trainer, on: sealed.open(), beside: run.experiment.linearTrainer(for: run.trainer.data),
      openings: unsealings)
  }
}
