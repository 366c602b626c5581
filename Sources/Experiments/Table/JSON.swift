import Datasets

/// A tree of JSON whose objects keep their order.
indirect enum JSON: Hashable, Sendable {
  case object([Member])
  case array([JSON])
  case text(String)
  /// A number by its digits, or `true`, `false`, `null`.
  case literal(String)

  struct Member: Hashable, Sendable {
    let name: String
    let value: JSON

    init(_ name: String, _ value: JSON) { (self.name, self.value) = (name, value) }
  }

  static func texts(_ texts: [String]) -> JSON { .array(texts.map { .text($0) }) }

  /// The value of a setting.
  init(_ value: SettingValue) {
    switch value {
    case .flag(let flag): self = .literal(flag ? "true" : "false")
    case .number(let digits): self = .literal(digits)
    case .text(let text): self = .text(text)
    case .list(let list): self = .array(list.map(JSON.init))
    case .unusable: self = .literal("null")
    }
  }

  /// The text, two blanks for each level; what has no objects inside stands on one line.
  func written(indentation: String = "") -> String {
    let deeper = indentation + "  "
    switch self {
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map { "\(deeper)\(JSONText.string($0.name)): \($0.value.written(indentation: deeper))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
    case .array(let elements) where elements.contains(where: \.isObject):
      let lines = elements.map { deeper + $0.written(indentation: deeper) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indentation)]"
    case .array(let elements): return "[" + elements.map { $0.written() }.joined(separator: ", ") + "]"
    case .text(let text): return JSONText.string(text)
    case .literal(let literal): return literal
    }
  }

  private var isObject: Bool { if case .object = self { true } else { false } }
}
