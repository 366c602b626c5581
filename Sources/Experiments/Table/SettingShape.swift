/// Which values a setting may have, as plain data: what the schema, the manual and typing go by.
public indirect enum SettingShape: Hashable, Sendable {
  /// `true` or `false`.
  case flag
  /// A whole number of a range.
  case whole(ClosedRange<UInt64>)
  /// A number of an interval.
  case number(Interval)
  /// Any text.
  case text
  /// One of some names; others stand for the same and are not offered.
  case names([String], also: [String] = [])
  /// A text of a form: a regular expression (ECMA-262) that it matches, and an example of it.
  case form(String, example: String)
  /// A list of so many values, each of a shape.
  case list(SettingShape, count: ClosedRange<Int>)
  /// Any of several; the first that takes a typed text has it.
  case either([SettingShape])

  /// The names that can be chosen from, itself or as one of several.
  public var names: [String] {
    switch self {
    case .names(let names, _): names
    case .either(let shapes): shapes.flatMap(\.names)
    case .flag, .whole, .number, .text, .form, .list: []
    }
  }

  /// The values in a few words: `0.001 … 1`, `tanh | relu`.
  public var words: String {
    switch self {
    case .flag: "true | false"
    case .whole(let range):
      range.upperBound >= UInt64(Int.max) && range.upperBound != .max
        ? "whole, from \(range.lowerBound)" : "whole, \(range.lowerBound) to \(range.upperBound)"
    case .number(let interval): interval.words
    case .text: "text"
    case .names(let names, _): names.joined(separator: " | ")
    case .form(_, let example): "such as \(example)"
    case .list(let element, let count):
      "list of \(count.lowerBound == 0 ? "up to" : "\(count.lowerBound) to") \(count.upperBound): \(element.words)"
    case .either(let shapes): shapes.map(\.words).joined(separator: " | ")
    }
  }
}
