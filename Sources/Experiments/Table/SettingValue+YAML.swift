import Yams

extension SettingValue {
  /// The value that a node of YAML stands for.
  init(_ node: Node) {
    switch node {
    case _ where node.isNull: self = .unusable("nothing")
    case .scalar(let scalar): self = node.plain.map(Self.init(plain:)) ?? .text(scalar.string)
    case .sequence(let sequence): self = .list(sequence.map(Self.init))
    case .mapping: self = .unusable("settings")
    case .alias: self = .unusable("an alias")
    }
  }

  private init(plain text: String) {
    switch text {
    case "true": self = .flag(true)
    case "false": self = .flag(false)
    case _ where Self.isNumber(text): self = .number(text)
    default: self = .text(text)
    }
  }

  /// The value in YAML; a text that could be taken for something else stands in quotes.
  var node: Node {
    switch self {
    case .flag(let flag): Node(flag ? "true" : "false")
    case .number(let digits): Node(digits)
    case .text(let text): text.isPlainName ? Node(text) : Node(text, Tag(.str), .singleQuoted)
    case .list(let list): .sequence(Node.Sequence(list.map(\.node), .implicit, .flow))
    case .unusable: Node("", Tag(.null))
    }
  }
}

extension String {
  /// Whether YAML takes it for a text without quotes, and nothing else.
  fileprivate var isPlainName: Bool {
    guard let first = unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { return false }
    let isName = unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "-0123456789".unicodeScalars.contains($0))
    }
    return isName
      && !["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"].contains(lowercased())
  }
}

extension Node {
  /// The text of a scalar that is not in quotes.
  var plain: String? {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return nil }
    return scalar.string
  }

  /// Whether nothing is given.
  var isNull: Bool { plain.map { ["", "~", "null"].contains($0) } ?? false }

  /// The node in YAML's flow form, on one line: `[8, 8]`.
  var flow: String {
    switch self {
    case .scalar(let scalar) where scalar.style == .plain || scalar.style == .any: scalar.string
    case .scalar(let scalar): "'" + scalar.string.replacing("'", with: "''").replacing("\n", with: " ") + "'"
    case .sequence(let sequence): "[" + sequence.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let mapping): "{" + mapping.map { "\($0.flow): \($1.flow)" }.joined(separator: ", ") + "}"
    case .alias: ""
    }
  }
}
