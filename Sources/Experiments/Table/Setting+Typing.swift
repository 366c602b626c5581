import Yams

extension Setting {
  /// The value that a typed text stands for; what stands for none stays a text, to be refused.
  public func value(typed text: String) -> SettingValue {
    let text = text.trimmingSpaces
    let bare = text.hasSuffix("%") ? String(text.dropLast()).trimmingSpaces : text
    switch unit {
    case .percent: return shape.value(typed: bare)
    case .share:
      let value = shape.value(typed: bare)
      guard let number = value.number, number > 1 || bare != text else { return value }
      return .number(number / 100)
    case .perSecond: return shape.value(typed: text.hasSuffix("/s") ? String(text.dropLast(2)) : text)
    case .mebibytes:
      return shape.value(typed: text.hasSuffix("MiB") ? String(text.dropLast(3)).trimmingSpaces : text)
    case .none: return shape.value(typed: text)
    }
  }

  /// The same for a text that was read as YAML.
  func value(typed node: Node) -> SettingValue {
    node.isNull ? SettingValue(node) : node.plain.map { value(typed: $0) } ?? SettingValue(node)
  }

  /// An experiment with a typed value.
  ///
  /// - Throws: `TypingMistake` where the text is none of this setting's values.
  public func changing(_ experiment: Experiment, toTyped text: String) throws(TypingMistake) -> Experiment {
    do throws(Mistake) { return try changing(experiment, to: value(typed: text)) } catch {
      throw TypingMistake(setting: self, text: text, mistake: error)
    }
  }

  /// What can be typed, with an example: `a rate above 0 and up to 1000000, such as 0.03`.
  public var typingHint: String {
    switch shape {
    case .names: expected + ": " + shape.names.joined(separator: ", ")
    case .flag, .whole, .number, .text, .form, .list, .either:
      unit == .share ? expected + ", such as 0.7 or 70 %" : expected + (example.map { ", such as \($0)" } ?? "")
    }
  }

  /// A text that can be typed.
  var example: String? {
    switch shape {
    case .list(.whole, _): "8-8"
    case .list, .either, .flag, .whole, .number, .text, .names, .form:
      choices.values.dropFirst(choices.values.count / 2).first?.typed ?? shape.example
    }
  }
}

/// A typed text that is no value of its setting.
public struct TypingMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// The setting that was to have the value.
  public let setting: Setting
  /// What was typed.
  public let text: String
  let mistake: Mistake

  /// One line: what the setting takes, or what else is wrong, with a hint where there is one.
  public var description: String {
    if mistake.problem.isAboutTheValue { return "\(setting.label) takes \(setting.typingHint), not \(quoted(text))" }
    return "\(setting.label): \(mistake.description)" + (mistake.hint.map { "; \($0)" } ?? "")
  }
}

extension SettingValue {
  /// The value as it can be typed: `8-4`, `x1 x2`, `width; height of it`.
  public var typed: String {
    guard case .list(let elements) = self else { return text ?? "" }
    let texts = elements.map(\.typed)
    if texts.isEmpty { return "none" }
    if elements.allSatisfy({ ($0.text.flatMap { UInt64($0) } ?? 0) > 0 }) { return texts.joined(separator: "-") }
    let isParted = texts.contains { $0.contains { " ,;".contains($0) } }
    if isParted { return texts.map { $0 + ";" }.joined(separator: " ") }
    return texts.count == 1 ? "[\(texts[0])]" : texts.joined(separator: " ")
  }
}

extension SettingShape {
  /// An example that the form itself gives.
  fileprivate var example: String? {
    switch self {
    case .form(_, let example): example
    case .either(let shapes): shapes.compactMap(\.example).first
    case .flag, .whole, .number, .text, .names, .list: nil
    }
  }

  /// The value that a typed text stands for; a text where it stands for none.
  func value(typed text: String) -> SettingValue {
    switch self {
    case .flag:
      switch text.lowercased() {
      case "on", "yes", "true": .flag(true)
      case "off", "no", "false": .flag(false)
      default: .text(text)
      }
    case .whole: .whole(typed: text)
    case .number: Numeral.digits(text).map { .number($0) } ?? .text(text)
    case .text, .form: .text(text)
    case .names(let names, let also):
      .text((names + also).first { $0 == text } ?? names.first { $0.lowercased() == text.lowercased() } ?? text)
    case .list(let element, let count): list(typed: text, of: element, canBeEmpty: count.lowerBound == 0)
    case .either(let shapes):
      shapes.lazy.map { ($0, $0.value(typed: text)) }.first { $0.0.takes($0.1) }?.1 ?? .text(text)
    }
  }

  private func list(typed text: String, of element: SettingShape, canBeEmpty: Bool) -> SettingValue {
    if canBeEmpty, ["none", "0", "[]", ""].contains(text) { return .list([]) }
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let bare = isBracketed ? String(text.dropFirst().dropLast()) : text
    if bare.contains(";") { return .list(bare.split(separator: ";").compactMap { element.value(part: $0) }) }
    guard !text.hasPrefix("-"), !text.hasPrefix("−") else { return .text(text) }
    var marks = " "
    if case .whole = element { marks = isBracketed ? " ," : " ,-" }
    let parts = bare.replacing(", ", with: " ").split(whereSeparator: marks.contains)
    return .list(parts.compactMap { element.value(part: $0) })
  }

  /// The value of a part of a list; nil where it is blank.
  private func value(part: Substring) -> SettingValue? {
    let text = String(part).trimmingSpaces
    return text.isEmpty ? nil : value(typed: text)
  }

  /// Whether a value has the kind of this shape; limits are the domain's.
  private func takes(_ value: SettingValue) -> Bool {
    switch (self, value) {
    case (.flag, .flag), (.whole, .number), (.number, .number), (.text, .text), (.list, .list): true
    case (.names(let names, let also), .text(let text)): names.contains(text) || also.contains(text)
    case (.form(let pattern, _), .text(let text)): (try? Regex(pattern).firstMatch(in: text)) != nil
    case (.either(let shapes), _): shapes.contains { $0.takes(value) }
    case (.flag, _), (.whole, _), (.number, _), (.text, _), (.list, _), (.names, _), (.form, _): false
    }
  }
}

extension SettingValue {
  /// A whole number, however it is written: `1e3` is 1000.
  fileprivate static func whole(typed text: String) -> SettingValue {
    if UInt64(text) != nil { return .number(text) }
    guard !text.contains(","), let digits = Numeral.digits(text), let number = Double(digits) else {
      return .text(text)
    }
    return Int(exactly: number).map { .number($0) } ?? .number(digits)
  }
}

extension Mistake.Problem {
  /// Whether a value is of the wrong kind, or outside of what is possible.
  fileprivate var isAboutTheValue: Bool {
    if case .wrongType = self { return true }
    if case .impossible = self { return true }
    return false
  }
}
