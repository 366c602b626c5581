import Experiments
import NeuralNetwork
import Training

extension Setting {
  /// Whether a value can be typed: numbers, and sizes of layers.
  public var takesText: Bool {
    switch self {
    case .samples, .noise, .trainShare, .units, .learningRate, .batch, .regularizationRate, .seed, .speed: true
    default: false
    }
  }

  /// What can be typed, for the prompt.
  public var typingHint: String {
    switch self {
    case .samples: "a number of samples"
    case .noise: "0 to 50"
    case .trainShare: "1 to 100, in percent"
    case .units: "sizes of the hidden layers, such as 8-8"
    case .batch: "a number of samples, or all"
    case .seed: "a whole number"
    case .speed: "updates a second, or max"
    default: "a number"
    }
  }

  /// The experiment with a typed value.
  ///
  /// - Throws: `TypingError` where the text is no value of this setting.
  func set(_ text: String, in experiment: Experiment) throws(TypingError) -> Experiment {
    var result = experiment
    guard apply(text.filter { $0 != " " && $0 != "%" }, to: &result) else {
      throw TypingError(setting: self, text: text)
    }
    return result
  }

  private func apply(_ text: String, to experiment: inout Experiment) -> Bool {
    let number = Float(text).flatMap { $0.isFinite ? $0 : nil }
    let count = Int(text)
    switch self {
    case .samples:
      guard let count, (1...1_000_000).contains(count) else { return false }
      experiment.recipe.samples = count
    case .noise:
      guard let number, (0...50).contains(number) else { return false }
      experiment.recipe.noise = number
    case .trainShare:
      guard let number, number >= 1, number <= 100 else { return false }
      experiment.recipe.trainShare = number / 100
    case .units: return experiment.network.setHidden(text)
    case .learningRate:
      guard let number, number > 0 else { return false }
      experiment.training.learningRate = number
    case .batch: return experiment.training.batch.set(text)
    case .regularizationRate:
      guard let number, number >= 0 else { return false }
      experiment.training.regularization.rate = number
    case .seed:
      guard let seed = UInt64(text) else { return false }
      experiment.seed = seed
    case .speed: return experiment.speed.set(text)
    default: return false
    }
    return true
  }
}

/// A typed text that is no value of its setting.
struct TypingError: Error, CustomStringConvertible {
  let setting: Setting
  let text: String

  var description: String { "\(setting.label) takes \(setting.typingHint), not \"\(text)\"" }
}

extension Experiment.NetworkSettings {
  /// Reads "8-8" or "8,8"; "0" or "none" is no hidden layer.
  fileprivate mutating func setHidden(_ text: String) -> Bool {
    let parts = text.split { "-,[]".contains($0) }
    let sizes = text == "none" || text == "0" ? [] : parts.compactMap { Int($0) }
    guard sizes.count == (text == "none" || text == "0" ? 0 : parts.count), sizes.count <= Self.mostLayers,
      sizes.allSatisfy({ (1...1024).contains($0) })
    else { return false }
    setHidden(sizes)
    return true
  }
}

extension BatchSize {
  fileprivate mutating func set(_ text: String) -> Bool {
    if text == "all" {
      self = .all
      return true
    }
    guard let count = Int(text), count > 0 else { return false }
    self = .samples(count)
    return true
  }
}

extension Experiment.Speed {
  fileprivate mutating func set(_ text: String) -> Bool {
    if text == "max" {
      self = .unlimited
      return true
    }
    guard let speed = Double(text), speed > 0, speed.isFinite else { return false }
    self = .updatesPerSecond(speed)
    return true
  }
}
