/// The value of a setting as plain data: what YAML, JSON and typing have in common.
public indirect enum SettingValue: Hashable, Sendable {
  /// `true` or `false`.
  case flag(Bool)
  /// A number by its decimal digits, so that none is lost on the way: `0.03`, `18446744073709551615`.
  case number(String)
  /// A text or a name, without quotes.
  case text(String)
  /// Several values in their order.
  case list([SettingValue])
  /// What is no value of any setting, as a message names it: `nothing`, `settings`.
  case unusable(String)

  /// A number by the fewest digits that give it back.
  public static func number(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> SettingValue {
    let digits = String(value)
    return .number(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }

  /// A whole number.
  public static func number(_ value: some FixedWidthInteger) -> SettingValue { .number(String(value)) }

  /// The text of a scalar.
  var text: String? {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): text
    case .list, .unusable: nil
    }
  }

  /// The number that it is, if it is one.
  public var number: Double? {
    guard case .number(let digits) = self else { return nil }
    return Double(digits)
  }

  /// The value as a message names it.
  var described: String {
    switch self {
    case .number(let digits): digits
    case .text(let text): quoted(text)
    case .flag(let flag): quoted(flag ? "true" : "false")
    case .list: "a list"
    case .unusable(let description): description
    }
  }

  /// Whether a text is a number's digits as YAML and JSON write them.
  static func isNumber(_ text: some StringProtocol) -> Bool {
    text.allSatisfy { "+-.eE0123456789".contains($0) } && Double(text) != nil
  }
}

extension SettingValue: Codable {
  /// Takes whatever stands there, null and settings as `unusable`; it throws where the decoder does.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .unusable("nothing")
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? container.decode(UInt64.self) {
      self = .number(whole)
    } else if let whole = try? container.decode(Int64.self) {
      self = .number(whole)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([SettingValue].self) {
      self = .list(list)
    } else {
      self = .unusable("settings")
    }
  }

  /// Writes whole numbers as such, other numbers as the nearest double, and `unusable` as null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .number(let digits):
      if let whole = UInt64(digits) { try container.encode(whole) } else { try container.encode(Double(digits)) }
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .unusable: try container.encodeNil()
    }
  }
}
