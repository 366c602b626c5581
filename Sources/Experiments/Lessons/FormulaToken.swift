/// A word, number or sign of a formula, and where it begins.
struct FormulaToken {
  let kind: Kind
  /// The character at which it begins, from 0.
  let offset: Int

  enum Kind: Hashable {
    case number(Double)
    /// A name; dots, hyphens and indices in brackets are part of it: `layers.0.weight[2][1]`, `random-search`.
    case word(String)
    case sign(String)
    case end

    /// As a message names it.
    var words: String {
      switch self {
      case .number(let number): "\(number)"
      case .word(let word): quoted(word)
      case .sign(let sign): "\"\(sign)\""
      case .end: "the end"
      }
    }
  }

  /// All tokens of a text, `.end` behind them.
  ///
  /// - Throws: at a character that belongs to no formula.
  static func all(in text: String) throws(FormulaError) -> [FormulaToken] {
    let letters = Array(text)
    var tokens: [FormulaToken] = []
    var place = 0
    while place < letters.count {
      let start = place
      guard letters[start] != " ", letters[start] != "\n" else {
        place += 1
        continue
      }
      let kind = try token(letters, &place)
      tokens.append(FormulaToken(kind: kind, offset: start))
    }
    return tokens + [FormulaToken(kind: .end, offset: letters.count)]
  }

  private static func token(_ letters: [Character], _ place: inout Int) throws(FormulaError) -> Kind {
    let start = place
    let first = letters[place]
    if first.isDigit {
      while place < letters.count, letters[place].isDigit || letters[place] == "." || isExponent(letters, place) {
        place += 1
      }
      let text = String(letters[start..<place])
      guard let number = Double(text), number.isFinite else {
        throw FormulaError(offset: start, problem: .expected("a number", found: quoted(text)))
      }
      return .number(number)
    }
    if first.isLetter {
      while place < letters.count, letters[place].isOfName(after: letters[start..<place]) { place += 1 }
      return .word(String(letters[start..<place]))
    }
    let pair = String(letters[start..<min(letters.count, start + 2)])
    place += ["<=", ">=", "==", "!="].contains(pair) ? 2 : 1
    let sign = String(letters[start..<place]).replacing("−", with: "-")
    guard sign.count == 2 || "+-*/<>(),.".contains(sign) else {
      throw FormulaError(offset: start, problem: .expected("a number, a name or an operator", found: quoted(sign)))
    }
    return .sign(sign)
  }

  /// Whether the character at a place belongs to a number's exponent: `1e-3`.
  private static func isExponent(_ letters: [Character], _ place: Int) -> Bool {
    if letters[place] == "e" {
      return place + 1 < letters.count && (letters[place + 1].isDigit || letters[place + 1] == "-")
    }
    return letters[place] == "-" && letters[place - 1] == "e"
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }

  /// Whether it goes on a name; brackets do so in a weight's name, a hyphen before a letter.
  fileprivate func isOfName(after name: ArraySlice<Character>) -> Bool {
    if isLetter || isDigit || self == "_" || self == "." { return true }
    if self == "-" { return !name.contains("_") && !name.starts(with: "layers.") }
    return (self == "[" || self == "]") && name.starts(with: "layers.")
  }
}
