import Datasets
import Yams

// Each of these reads one value, or notes what is wrong with it and gives nil.
extension SettingsReader {
  mutating func text(_ node: Node, expected: String = "text") -> String? {
    guard let scalar = node.scalar, !node.isNull else { return wrongType(expected, node) }
    return scalar.string
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

  /// A node as a message names it.
  func describe(_ node: Node) -> String { SettingValue(node).described }
}
