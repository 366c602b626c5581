import Training

extension LearningSession {
  /// Opens the sealed test part, which is counted, and tells how well the network does on it.
  mutating func unseal() {
    guard let trainer = run.history.process.training,
      let opened = TestReport(opening: trainer, of: run.experiment, openings: unsealings + 1)
    else { return say(.nothingSealed(hasTest: run.test != nil)) }
    isRunning = false
    unsealings += 1
    report = opened
  }
}
