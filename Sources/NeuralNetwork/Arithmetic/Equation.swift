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

  /// Symbol, formula, the same in numbers, and the result, which is taken as given and not worked out.
  public init(_ symbol: String, _ formula: String, _ numbers: Substitution, _ value: Float) {
    self.symbol = symbol
    self.formula = formula
    self.numbers = numbers
    self.value = value
  }

  /// A formula with numbers in it. Written as a string literal: `"0.9·\(v) + \(g)"`.
  public struct Substitution: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Text and numbers in turn, as they are written.
    public let parts: [Part]

    /// A piece of a formula.
    public enum Part: Hashable, Sendable {
      /// What stands between numbers, as it is shown.
      case text(String)
      /// A number whose digits are still to be chosen.
      case number(Float)
    }

    /// A formula without numbers.
    public init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }

    /// A formula with the numbers that the literal holds.
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// Collects the pieces of a literal.
    public struct StringInterpolation: StringInterpolationProtocol {
      fileprivate var parts: [Part] = []

      /// Nothing collected yet; no room is reserved.
      public init(literalCapacity: Int, interpolationCount: Int) {}

      /// Adds text between numbers; an empty piece is left out.
      public mutating func appendLiteral(_ text: String) {
        if !text.isEmpty { parts.append(.text(text)) }
      }

      /// Adds a number that is still to be written out.
      public mutating func appendInterpolation(_ number: Float) { parts.append(.number(number)) }
      /// Adds a count, written out as it is.
      public mutating func appendInterpolation(_ count: Int) { parts.append(.text("\(count)")) }
      /// Adds another formula's pieces.
      public mutating func appendInterpolation(_ formula: Substitution) { parts += formula.parts }
    }
  }
}
