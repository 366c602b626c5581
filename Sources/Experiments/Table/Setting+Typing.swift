import Yams

extension Setting {
  /// The value that a typed text stands for; what stands for none stays a text, to be refused.
  public func value(typed text: String) -> SettingValue {
    let text = text.trimmingSpaces
    // What stands in brackets is a list in a file, and refused as one.
    if text.hasPrefix("["), text.hasSuffix("]"), shape.element == nil, !shape.isText { return .list([]) }
    return shape.value(typed: text, in: unit)
  }

  /// The same for what a file or an option says in YAML: texts without quotes are read as typed ones, also inside of lists.
  func value(typed node: Node) -> SettingValue {
    if node.isNull { return SettingValue(node) }
    if let text = node.plain { return value(typed: text) }
    guard let sequence = node.sequence, let element = shape.element else { return SettingValue(node) }
    return .list(
      sequence.map { part in
        if part.isNull { return SettingValue(part) }
        return part.plain.map { element.value(typed: $0.trimmingSpaces, in: unit) } ?? SettingValue(part)
      })
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

  /// Whether any text is one of its values, or any of a form.
  fileprivate var isText: Bool {
    switch self {
    case .text, .form: true
    case .either(let shapes): shapes.contains(where: \.isText)
    case .flag, .whole, .number, .names, .list: false
    }
  }

  /// The shape of a list's elements; nil where there can be no list.
  fileprivate var element: SettingShape? {
    switch self {
    case .list(let element, _): element
    case .either(let shapes): shapes.lazy.compactMap(\.element).first
    case .flag, .whole, .number, .text, .names, .form: nil
    }
  }

  /// The value that a typed text stands for; a text where it stands for none.
  fileprivate func value(typed text: String, in unit: Setting.Unit) -> SettingValue {
    switch self {
    case .flag:
      switch text.lowercased() {
      case "on", "yes", "true": .flag(true)
      case "off", "no", "false": .flag(false)
      default: .text(text)
      }
    case .whole: .whole(typed: text, in: unit)
    case .number: .number(typed: text, in: unit)
    case .text, .form: .text(text)
    case .names(let names, let also):
      .text((names + also).first { $0 == text } ?? names.first { $0.lowercased() == text.lowercased() } ?? text)
    case .list(let element, let count): list(typed: text, of: element, canBeEmpty: count.lowerBound == 0, in: unit)
    case .either(let shapes):
      shapes.lazy.map { ($0, $0.value(typed: text, in: unit)) }.first { $0.0.takes($0.1) }?.1 ?? .text(text)
    }
  }

  private func list(
    typed text: String, of element: SettingShape, canBeEmpty: Bool, in unit: Setting.Unit
  ) -> SettingValue {
    if canBeEmpty, ["none", "0", "[]", ""].contains(text) { return .list([]) }
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let bare = isBracketed ? String(text.dropFirst().dropLast()) : text
    func values(_ parts: [Substring]) -> SettingValue {
      let texts = parts.map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
      return .list(texts.map { element.value(typed: $0, in: unit) })
    }
    if bare.contains(";") { return values(bare.split(separator: ";")) }
    // As in a file, commas part what stands in brackets.
    if isBracketed, bare.contains(",") { return values(bare.split(separator: ",")) }
    guard !text.hasPrefix("-"), !text.hasPrefix("−") else { return .text(text) }
    var marks = " "
    if case .whole = element { marks = isBracketed ? " ," : " ,-" }
    return values(unit.closingUp(bare).replacing(", ", with: " ").split(whereSeparator: marks.contains))
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
  fileprivate static func whole(typed text: String, in unit: Setting.Unit) -> SettingValue {
    let bare = unit.number(text)
    if UInt64(bare) != nil { return .number(bare) }
    guard !bare.contains(","), let digits = Numeral.digits(bare), let number = Double(digits) else {
      return .text(text)
    }
    return Int(exactly: number).map { .number($0) } ?? .number(digits)
  }

  /// A number; of a share also in percent: `70 %`, or above 1.
  fileprivate static func number(typed text: String, in unit: Setting.Unit) -> SettingValue {
    let bare = unit.number(text)
    guard let digits = Numeral.digits(bare) else { return .text(text) }
    guard unit == .share, let number = Double(digits), number > 1 || bare != text else { return .number(digits) }
    return .number(number / 100)
  }
}

extension Setting.Unit {
  /// What its numbers may have behind them: `30 %`, `5/s`, `64 MiB`.
  private var mark: String {
    switch self {
    case .none: ""
    case .percent, .share: "%"
    case .perSecond: "/s"
    case .mebibytes: "MiB"
    }
  }

  /// A text without its mark, if it has one.
  fileprivate func number(_ text: String) -> String {
    mark.isEmpty || !text.hasSuffix(mark) ? text : String(text.dropLast(mark.count)).trimmingSpaces
  }

  /// A text in which the mark stands right behind each number.
  fileprivate func closingUp(_ text: String) -> String {
    mark.isEmpty ? text : text.replacing(" " + mark, with: mark)
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
