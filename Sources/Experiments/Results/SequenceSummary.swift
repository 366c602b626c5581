import Training

/// What training on sequences came to.
public struct SequenceSummary: Hashable, Sendable {
  /// The seed that the run can be repeated with.
  public let seed: UInt64
  /// The number of weights and biases.
  public let parameters: Int
  /// The epochs that were completed.
  public let epochs: Int
  /// The updates of the weights.
  public let updates: Int
  /// Measured over the updates alone; nil where there were none.
  public let sequencesPerSecond: Double?
  /// How well the training part is predicted at the end.
  public let training: RecurrentMeasures?
  /// The same of the test part.
  public let test: RecurrentMeasures?
  /// The largest singular value of the recurrent weights.
  public let singularValue: Double
  /// The rule that ended the run, where it came to hold.
  public var stopped: LessonStep.Goal?
  /// What broke the run off before its end.
  public let divergence: Divergence?

  /// A summary of what a trainer has done so far; it measures both parts.
  public init(of trainer: RecurrentTrainer, seed: UInt64, sequencesPerSecond: Double?) {
    self.seed = seed
    (parameters, epochs, updates) = (trainer.network.parameters.count, trainer.epoch, trainer.updates)
    self.sequencesPerSecond = sequencesPerSecond
    (training, test) = (trainer.measureTraining(), trainer.measureTest())
    singularValue = trainer.network.largestSingularValue
    divergence = trainer.divergence
  }

  /// One JSON object; null where a measure does not apply or is not finite.
  public var json: String {
    JSON.object([
      .init("seed", .literal("\(seed)")), .init("parameters", .literal("\(parameters)")),
      .init("epochs", .literal("\(epochs)")), .init("updates", .literal("\(updates)")),
      .init("sequences_per_second", Self.number(sequencesPerSecond?.rounded())),
      .init("train", Self.object(training)), .init("test", Self.object(test)),
      .init("singular_value", Self.number(singularValue)),
      .init("diverged", divergence.map { .text("\($0.parameter)") } ?? .literal("null")),
      .init("stopped", stopped.map { .text("\($0)") } ?? .literal("null")),
    ]).written()
  }

  private static func object(_ measures: RecurrentMeasures?) -> JSON {
    .object([
      .init("cost", number(measures?.cost)), .init("penalty", number(measures?.penalty)),
      .init("accuracy", number(measures?.accuracy)), .init("r2", number(measures?.r2)),
      .init("legal", number(measures?.legal)),
      .init("accuracy_by_step", .array((measures?.accuracyByStep ?? []).map { number($0) })),
    ])
  }

  private static func number(_ value: Double?) -> JSON {
    .literal(value.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null")
  }

  /// In lines: how far, and how well both parts are predicted.
  public var text: String {
    let head = "\(epochs) epochs, \(updates) updates, \(parameters) weights and biases"
    let parts = [("train", training), ("test", test)].compactMap { name, measures in
      measures.map { "\(name): \(Self.words($0))" }
    }
    return ([head] + parts + ["largest singular value of the recurrent weights \(Float(singularValue))"])
      .joined(separator: "\n")
  }

  private static func words(_ measures: RecurrentMeasures) -> String {
    func percent(_ share: Double) -> String { "\((1000 * share).rounded() / 10) %" }
    var parts = ["cost \(Float(measures.cost))"]
    if let accuracy = measures.accuracy { parts.append("\(percent(accuracy)) right") }
    if let legal = measures.legal { parts.append("\(percent(legal)) of strings legal") }
    if let r2 = measures.r2 { parts.append("R² \(Float(r2))") }
    return parts.joined(separator: ", ")
  }
}
