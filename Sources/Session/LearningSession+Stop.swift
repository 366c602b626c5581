import Experiments

/// The rule that ends the training.
extension LearningSession {
  /// The updates after which the rule is to be looked at: where an epoch ends and nowhere else, so that the run ends at
  /// the same update however fast it goes; nil where there is no rule.
  var updatesToStop: Int? { run.experiment.stop == nil || scene.ownsSteps ? nil : tally.updatesToEpochEnd }

  /// Halts where the rule comes to hold. Told to go on, the run does, until the rule has ceased to hold and holds again.
  mutating func lookAtStop() {
    guard let rule = run.experiment.stop, !scene.ownsSteps, tally.isEpochEnd else { return }
    guard let reading = value(of: rule.measure), rule.comparison.holds(reading, rule.bound) else {
      isPastStop = false
      return
    }
    guard !isPastStop else { return }
    isPastStop = true
    isRunning = false
    say(.stopped(rule, reading: reading))
  }
}
