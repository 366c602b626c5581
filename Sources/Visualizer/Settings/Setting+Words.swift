import Datasets
import Experiments
import Plots
import Session
import Training

extension Setting {
  /// The present value as the screen shows it.
  public func words(in experiment: Experiment) -> String {
    let words = words(for: effectiveValue(in: experiment))
    return explanation(in: experiment).map { words + ": " + $0 } ?? words
  }

  /// A value as the screen shows it, with its unit.
  func words(for value: SettingValue) -> String {
    switch value {
    case .flag(let flag): flag ? "on" : "off"
    case .number(let digits): words(for: digits)
    case .text(let text): self == .data ? text.split(separator: "/").last.map(String.init) ?? text : text
    case .list, .unusable: value.typed
    }
  }

  private func words(for digits: String) -> String {
    guard let number = Double(digits), UInt64(digits) == nil || unit != .none else { return digits }
    let reading = NumberFormat.reading
    return switch unit {
    case .none: reading.string(number)
    case .percent: reading.string(number) + " %"
    case .share: reading.string((number * 1000).rounded() / 10) + " %"
    case .mebibytes: digits + " MiB"
    case .perSecond: reading.string(number) + "/s"
    }
  }

  /// The name in the settings panel, with the symbol of formulas.
  var panelLabel: String { symbol.map { "\(label) \($0)" } ?? label }

  /// Whether Enter asks for a text, and does not just take the next choice.
  var takesText: Bool {
    switch shape {
    case .flag, .names: false
    case .either: !isRing || [.data, .axes, .inputs, .patterns, .sequences].contains(self)
    case .whole, .number, .text, .form, .list: true
    }
  }

  private var isRing: Bool { if case .ring = choices { true } else { false } }
}

extension Experiment.Speed {
  /// Updates a second, or `max`.
  var text: String {
    switch self {
    case .unlimited: "max"
    case .updatesPerSecond(let speed): NumberFormat.reading.string(speed) + "/s"
    }
  }
}

extension BatchSize {
  /// The name of the mode.
  var mode: String {
    switch self {
    case .all: "batch"
    case .samples(1): "stochastic"
    case .samples(let count): "mini-batch \(count)"
    }
  }
}

extension Run {
  /// A setting's value as the screen shows it; of a file's label and task what was guessed, where nothing was said.
  func words(for setting: Setting) -> String {
    guard let table = dataset.table else { return setting.words(in: experiment) }
    if setting == .label, experiment.recipe.label == nil { return table.label.name + ", guessed" }
    if setting == .task, experiment.recipe.task == nil { return table.label.task.rawValue + ", guessed" }
    return setting.words(in: experiment)
  }
}
