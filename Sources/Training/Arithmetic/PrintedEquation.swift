import Foundation
import NeuralNetwork

/// A line of arithmetic as it is shown: operands with at least four significant digits, and no more digits in the result
/// than they support, so that who works out what is printed gets what is printed.
public struct PrintedEquation: Hashable, Sendable {
  /// The formula in numbers, piece by piece.
  public let numbers: [Part]
  /// The result as it is shown, rounded to the digits that the shown operands support.
  public let result: String

  /// A piece of text, or a number; a negative one after a sign stands in brackets.
  public struct Part: Hashable, Sendable {
    /// What is shown.
    public let text: String
    /// The number that the text stands for; nil for what is between numbers.
    public let value: Float?
  }

  /// Operands are given more digits, up to nine, until the five digits of the result follow from them; where they never
  /// do, the fewest with which most of the result follows.
  public init(_ equation: Equation) {
    var best: (numbers: [Part], supported: Int)?
    for digits in 4...9 where best.map({ $0.supported < 5 }) ?? true {
      let numbers = Self.parts(of: equation.numbers, digits: digits)
      guard let value = FormulaReader.value(of: numbers.map(\.text).joined()) else {
        best = (numbers, 5)
        break
      }
      let supported = Self.supportedDigits(of: equation.value, near: value)
      if best.map({ $0.supported < supported }) ?? true { best = (numbers, supported) }
    }
    numbers = best?.numbers ?? []
    result = Self.text(equation.value, digits: max(1, best?.supported ?? 5))
  }

  /// The line's right side: `0.9·0.12 + 0.03 = 0.138`.
  public var text: String { numbers.map(\.text).joined() + " = " + result }

  private static func parts(of numbers: Equation.Substitution, digits: Int) -> [Part] {
    var parts: [Part] = []
    for part in numbers.parts {
      switch part {
      case .text(let text): parts.append(Part(text: text, value: nil))
      case .number(let value):
        let text = text(value, digits: digits)
        let isOpen = parts.last.map { [UInt8(ascii: "("), UInt8(ascii: "|")].contains($0.text.utf8.last) } ?? true
        parts.append(Part(text: value < 0 && !isOpen ? "(\(text))" : text, value: value))
      }
    }
    return parts
  }

  /// How many digits of a number, five at most, are also those of what the printed operands give; 0 where not even one.
  public static func supportedDigits(of value: Float, near computed: Double) -> Int {
    (1...5).last { digits in
      let written = Rounded(value, digits: digits)
      return abs(written.value - computed) <= 0.5001 * written.unit
    } ?? 0
  }

  /// A sum as it is shown below its printed terms: at most five significant digits, and no more than the printed terms
  /// give; where they cancel so far that not even one follows, the decimals that do.
  ///
  /// - Parameter terms: what the printed terms add up to.
  public static func sum(_ value: Float, ofPrinted terms: Double) -> String {
    let digits = value.isFinite ? supportedDigits(of: value, near: terms) : 5
    if digits > 0 { return text(value, digits: digits) }
    let decimals = (0...6).last { abs(Double(value) - terms) <= 0.5001 * (Double("1e-\($0)") ?? 1) } ?? 0
    let written = String(format: "%.*f", decimals, Double(value))
    return Double(written) == 0 ? String(written.drop { $0 == "-" }) : written
  }

  /// So many significant digits, without zeros at the end of decimals; an exponent where the number is small or large.
  static func text(_ value: Float, digits: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    return Rounded(value, digits: digits).text
  }
}
