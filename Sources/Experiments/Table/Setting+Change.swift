import Datasets

extension Setting {
  /// The value in an experiment.
  public func value(in experiment: Experiment) -> SettingValue { read(experiment) }

  /// What the value amounts to where it is a default, or without effect; else the value.
  public func effectiveValue(in experiment: Experiment) -> SettingValue {
    resolve?(experiment) ?? read(experiment)
  }

  /// What the screen says behind the value, such as a formula.
  public func explanation(in experiment: Experiment) -> String? { explain?(experiment) }

  /// An experiment with another value.
  ///
  /// - Throws: the first `Mistake` where it is none of this setting's values.
  public func changing(_ experiment: Experiment, to value: SettingValue) throws(Mistake) -> Experiment {
    var changed = experiment
    do throws(Refusal) { try write(&changed, value, ReadingContext()) } catch { throw Mistake(error.parts[0].problem) }
    return changed
  }

  /// Whether a value is one of this setting's, whatever the rest of an experiment.
  public func takes(_ value: SettingValue) -> Bool {
    (try? changing(Experiment(name: "", source: .generator(.circle)), to: value)) != nil
  }

  /// An experiment with the next (`step` 1) or previous (−1) choice; nil where there is none.
  ///
  /// - Parameters:
  ///   - element: of a list, the element that changes; the last, or all, where nil.
  ///   - others: choices that only the present run has; they stand behind the table's.
  public func stepped(
    _ experiment: Experiment, by step: Int, element: Int? = nil, among others: [SettingValue] = []
  ) -> Experiment? {
    var changed = experiment
    if let stepElement { return stepElement(&changed, step, element) ? changed : nil }
    guard let next = choices.adding(others).neighbor(of: effectiveValue(in: experiment), by: step) else { return nil }
    return try? changing(experiment, to: next)
  }

  /// How many choices may have to be tried until one goes with the rest of the experiment.
  public var ringCount: Int {
    if case .ring(let values) = choices { values.count } else { 1 }
  }
}

extension Setting.Choices {
  func adding(_ others: [SettingValue]) -> Setting.Choices {
    guard case .ring(let values) = self else { return self }
    return .ring(values + others.filter { !values.contains($0) })
  }

  /// The choice that follows a value, or comes before it; nil at either end.
  func neighbor(of value: SettingValue, by step: Int) -> SettingValue? {
    switch self {
    case .none: nil
    case .ring(let ring): ring.isEmpty ? nil : follower(of: value, in: ring, by: step)
    case .ordered(let values): Self.neighbor(of: value, in: values, by: step)
    case .counting:
      value.text.flatMap { UInt64($0) }.flatMap { count in
        step > 0 ? .number(count &+ 1) : count == 0 ? nil : .number(count - 1)
      }
    }
  }

  /// The nearest number (or word at the end) beyond a value that may stand between two of them.
  private static func neighbor(of value: SettingValue, in values: [SettingValue], by step: Int) -> SettingValue? {
    if let index = values.firstIndex(of: value) {
      let next = index + step.signum()
      return values.indices.contains(next) ? values[next] : nil
    }
    guard let number = value.number else { return step > 0 ? values.first : values.last }
    let places = values.enumerated().map { place, choice in
      choice.number ?? (place == 0 ? -Double.infinity : .infinity)
    }
    let index = step > 0 ? places.firstIndex { $0 > number } : places.lastIndex { $0 < number }
    return index.map { values[$0] }
  }
}

extension Experiment {
  /// Every setting that is not another view of others, by its key: what a saved run keeps.
  public var settingsObject: [String: SettingValue] {
    Dictionary(uniqueKeysWithValues: Setting.all.filter { !$0.isDerived }.map { ($0.key, $0.value(in: self)) })
  }

  /// Reads what `settingsObject` has written; what is missing has its default. Nothing is suited to the data.
  ///
  /// - Throws: the first `Mistake`, in the order of the table.
  public init(name: String, settings: [String: SettingValue]) throws(Mistake) {
    self.init(name: name, source: .generator(.circle))
    if let stranger = settings.keys.sorted().first(where: { Setting(key: $0) == nil }) {
      throw Mistake(.unknownKey(stranger, suggestion: Setting.suggestion(for: stranger, after: ""), known: []))
    }
    for setting in Setting.all {
      guard let value = settings[setting.key] else { continue }
      self = try setting.changing(self, to: value)
    }
    recipe.seed = seed
    let (activations, hidden) = (network.activations.count, network.hidden.count)
    if activations != hidden { throw Mistake(.layerCount(activations: activations, hidden: hidden)) }
  }
}

extension Experiment {
  /// What differs from another experiment in what is learned and how, a few words each: `η 0.03 → 0.1`, `batch 10 → all`.
  public func differences(from old: Experiment) -> [String] {
    Setting.all.filter(\.changesLearning).compactMap { setting in
      let (before, now) = (setting.effectiveValue(in: old), setting.effectiveValue(in: self))
      return before == now ? nil : "\(setting.symbol ?? setting.label) \(before.typed) → \(now.typed)"
    }
  }
}

extension Setting {
  /// Whether it has to do with what is learned and how, and not with what is looked at.
  fileprivate var changesLearning: Bool {
    switch group {
    case .data, .network, .settling, .sequences, .training: !isDerived
    case .surface: false
    case .run: self == .seed
    }
  }
}
