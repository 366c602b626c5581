import Foundation

/// A text with placeholders that are filled from a state: `The cost is {train_cost}, z is {unit(0,0).z:2}.`
///
/// A placeholder shows three significant digits, or with `:N` that many decimals; `{{` is a brace.
public struct Passage: Hashable, Sendable {
  private let pieces: [Piece]

  private enum Piece: Hashable, Sendable {
    case words(String)
    case value(Formula, decimals: Int?)
  }

  /// Whether it has a placeholder.
  public var hasPlaceholders: Bool {
    pieces.contains { if case .value = $0 { true } else { false } }
  }

  /// Reads a text.
  ///
  /// - Throws: where a placeholder cannot be read, with the place in the text.
  public init(_ text: String) throws(FormulaError) {
    var pieces: [Piece] = []
    var words = ""
    var rest = text[...]
    while let letter = rest.first {
      if rest.hasPrefix("{{") {
        words.append("{")
        rest = rest.dropFirst(2)
      } else if letter == "{" {
        pieces.append(.words(words))
        words = ""
        let offset = text.distance(from: text.startIndex, to: rest.startIndex)
        guard let end = rest.firstIndex(of: "}") else { throw FormulaError(offset: offset, problem: .openBrace) }
        pieces.append(try Self.placeholder(String(rest[..<end].dropFirst()), at: offset + 1))
        rest = rest[end...].dropFirst()
      } else {
        words.append(letter)
        rest = rest.dropFirst()
      }
    }
    self.pieces = pieces + [.words(words)]
  }

  private static func placeholder(_ text: String, at offset: Int) throws(FormulaError) -> Piece {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    do throws(FormulaError) {
      let formula = try Formula(String(parts[0]))
      guard parts.count == 2 else { return .value(formula, decimals: nil) }
      guard let decimals = Int(parts[1]), (0...9).contains(decimals) else {
        let place = parts[0].count + 1
        throw FormulaError(offset: place, problem: .expected("decimals from 0 to 9", found: quoted(String(parts[1]))))
      }
      return .value(formula, decimals: decimals)
    } catch {
      throw FormulaError(offset: offset + error.offset, problem: error.problem)
    }
  }

  /// The text with its placeholders filled; a question mark stands for what has no value.
  public func filled(in scope: some FormulaScope) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let formula, let decimals):
        formula.value(in: scope).map { Passage.words(for: $0, decimals: decimals) } ?? "?"
      }
    }.joined()
  }

  /// A number as a text has it: with so many decimals, else with three significant digits and no idle noughts.
  public static func words(for value: Double, decimals: Int? = nil) -> String {
    guard value.isFinite else { return value.isNaN ? "no number" : value > 0 ? "∞" : "-∞" }
    if let decimals { return signless(String(format: "%.\(decimals)f", value)) }
    guard value != 0 else { return "0" }
    var decimals = 2
    var size = abs(value)
    while size < 1, decimals < 9 { (size, decimals) = (size * 10, decimals + 1) }
    while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
    let text = String(format: "%.\(decimals)f", value)
    guard text.contains(".") else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()
    return signless(String(trimmed))
  }

  /// Without the sign of a nought: `-0.00` is `0.00`.
  private static func signless(_ text: String) -> String {
    text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) } ? String(text.dropFirst()) : text
  }
}
