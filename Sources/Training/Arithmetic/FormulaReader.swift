import LinearAlgebra

/// Works out a line of arithmetic from its text: + − · / √ ² ½ ⅔ |x| and brackets, exp, ln, tanh, max, sign, Φ and φ.
///
/// `exp` and its like take the factor that follows, its square included: `exp (1 − 0.5)²`.
struct FormulaReader {
  private enum Token: Equatable {
    case number(Double)
    case word(String)
    case sign(Unicode.Scalar)
  }

  private var tokens: ArraySlice<Token>

  /// The value of a formula in numbers; nil for what is none.
  static func value(of text: String) -> Double? {
    guard let tokens = tokens(of: text), !tokens.isEmpty else { return nil }
    var reader = FormulaReader(tokens: tokens[...])
    let value = reader.sum()
    return reader.tokens.isEmpty && !value.isNaN ? value : nil
  }

  private static func tokens(of text: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = Substring(text).unicodeScalars
    while let next = rest.first {
      if next == "½" || next == "⅔" {
        tokens.append(.number(next == "½" ? 0.5 : 2.0 / 3))
        rest.removeFirst()
      } else if next.isDigit {
        guard let number = takeNumber(from: &rest) else { return nil }
        tokens.append(.number(number))
      } else if next.isLetter {
        let word = rest.prefix { $0.isLetter }
        tokens.append(.word(String(word)))
        rest = rest[word.endIndex...]
      } else {
        if next != " " { tokens.append(.sign(next == "-" ? "−" : next)) }
        rest.removeFirst()
      }
    }
    return tokens
  }

  /// Digits, a point, and an exponent with its sign.
  private static func takeNumber(from rest: inout Substring.UnicodeScalarView) -> Double? {
    var text = rest.prefix { $0 == "." || $0.isDigit }
    let after = rest[text.endIndex...]
    if after.first == "e" {
      let sign = after.dropFirst().prefix { $0 == "-" || $0 == "+" }
      let digits = after.dropFirst(1 + sign.count).prefix { $0.isDigit }
      if !digits.isEmpty { text = rest[text.startIndex..<digits.endIndex] }
    }
    rest = rest[text.endIndex...]
    return Double(Substring(text))
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard tokens.first == .sign(sign) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func sum() -> Double {
    var value = take("−") ? -product() : product()
    while true {
      if take("+") { value += product() } else if take("−") { value -= product() } else { return value }
    }
  }

  private mutating func product() -> Double {
    var value = factor()
    while true {
      if take("·") {
        value *= factor()
      } else if take("/") {
        value /= factor()
      } else if tokens.first == .sign("(") {
        value *= factor()
      } else {
        return value
      }
    }
  }

  private mutating func factor() -> Double {
    if take("√") { return factor().squareRoot() }
    guard let token = tokens.popFirst() else { return .nan }
    var value = Double.nan
    switch token {
    case .number(let number): value = number
    case .word(let name): return apply(name)
    case .sign("("):
      value = sum()
      guard take(")") else { return .nan }
    case .sign("|"):
      value = abs(sum())
      guard take("|") else { return .nan }
    case .sign: return .nan
    }
    return take("²") ? value * value : value
  }

  private mutating func apply(_ name: String) -> Double {
    if name == "max" {
      guard take("(") else { return .nan }
      let first = sum()
      guard take(",") else { return .nan }
      let second = sum()
      return take(")") ? max(first, second) : .nan
    }
    let x = factor()
    switch name {
    case "exp": return PreciseElementary.exp(x)
    case "ln": return PreciseElementary.log(x)
    case "tanh": return PreciseElementary.tanh(x)
    case "sign": return x > 0 ? 1 : x < 0 ? -1 : 0
    case "Φ": return 0.5 * (1 + PreciseElementary.erf(x / 2.0.squareRoot()))
    case "φ": return PreciseElementary.exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
    default: return .nan
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  /// The letters of functions' names: Latin and Greek ones.
  fileprivate var isLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("Α"..."ω").contains(self)
  }
}
