/// One line of arithmetic: `v = 0.9v + g = 0.9·0.12 + 0.03 = 0.138`, as values still to be written out.
public struct Equation: Hashable, Sendable {
  /// What is computed: `v`.
  public let symbol: String
  /// How, in symbols: `0.9v + g`.
  public let formula: String
  /// How, in numbers.
  public let numbers: Substitution
  /// The result, as the engine has it.
  public let value: Float

  public init(_ symbol: String, _ formula: String, _ numbers: Substitution, _ value: Float) {
    self.symbol = symbol
    self.formula = formula
    self.numbers = numbers
    self.value = value
  }

  /// A formula with numbers in it. Written as a string literal: `"0.9·\(v) + \(g)"`.
  public struct Substitution: Hashable, Sendable, ExpressibleByStringInterpolation {
    public let parts: [Part]

    public enum Part: Hashable, Sendable {
      case text(String)
      case number(Float)
    }

    public init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }

    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    public struct StringInterpolation: StringInterpolationProtocol {
      fileprivate var parts: [Part] = []

      public init(literalCapacity: Int, interpolationCount: Int) {}

      public mutating func appendLiteral(_ text: String) {
        if !text.isEmpty { parts.append(.text(text)) }
      }

      public mutating func appendInterpolation(_ number: Float) { parts.append(.number(number)) }
      public mutating func appendInterpolation(_ count: Int) { parts.append(.text("\(count)")) }
      public mutating func appendInterpolation(_ formula: Substitution) { parts += formula.parts }
    }
  }
}
