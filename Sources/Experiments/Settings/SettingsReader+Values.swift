import Datasets
import Yams

// Each of these reads one value, or notes what is wrong with it and gives nil.
extension SettingsReader {
  mutating func text(_ node: Node, expected: String = "text") -> String? {
    guard let scalar = node.scalar, !node.isNull else { return wrongType(expected, node) }
    return scalar.string
  }

  mutating func flag(_ node: Node) -> Bool? {
    switch node.plain {
    case "true": true
    case "false": false
    default: wrongType("true or false", node)
    }
  }

  mutating func whole(_ node: Node, in range: ClosedRange<Int>, _ expected: String) -> Int? {
    guard let text = node.plain, let value = Int(text) else {
      return node.plain.flatMap(Double.init) == nil ? wrongType(expected, node) : impossible(expected, node)
    }
    return range.contains(value) ? value : impossible(expected, node)
  }

  mutating func number(_ node: Node, _ expected: String, where isPossible: (Float) -> Bool) -> Float? {
    guard let text = node.plain, text.allSatisfy({ "+-.eE0123456789".contains($0) }), let value = Float(text) else {
      return wrongType(expected, node)
    }
    return value.isFinite && isPossible(value) ? value : impossible(expected, node)
  }

  /// One of a closed set of names.
  mutating func name<Value>(
    _ node: Node, of kind: String, among known: [String], _ value: (String) -> Value?
  ) -> Value? {
    guard let text = text(node, expected: "the name of a \(kind)") else { return nil }
    if let value = value(text) { return value }
    note(.unknownName(kind: kind, text, known: known), at: node)
    return nil
  }

  mutating func name<Value: RawRepresentable<String> & CaseIterable>(_ node: Node, of kind: String) -> Value? {
    name(node, of: kind, among: Value.allCases.map(\.rawValue), Value.init(rawValue:))
  }

  /// A list, each element read by itself; nil where any of them is wrong.
  mutating func list<Value>(
    _ node: Node, of expected: String, _ read: (inout Self, Node) -> Value?
  ) -> [Value]? {
    guard case .sequence(let sequence) = node else { return wrongType("a list of \(expected)", node) }
    let values = sequence.map { read(&self, $0) }
    let right = values.compactMap { $0 }
    return right.count == values.count ? right : nil
  }

  private mutating func wrongType<Value>(_ expected: String, _ node: Node) -> Value? {
    note(.wrongType(expected: expected, found: describe(node)), at: node)
    return nil
  }

  private mutating func impossible<Value>(_ expected: String, _ node: Node) -> Value? {
    note(.impossible(expected: expected, found: describe(node)), at: node)
    return nil
  }

  /// A node as a message names it.
  func describe(_ node: Node) -> String {
    switch node {
    case _ where node.isNull: "nothing"
    case .scalar(let scalar): node.plain.flatMap(Double.init) == nil ? quoted(scalar.string) : scalar.string.printable
    case .sequence: "a list"
    case .mapping: "settings"
    case .alias: "an alias"
    }
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
