import NeuralNetwork

/// Reads a formula by its grammar: `or` under `and` under comparisons under sums under products.
struct FormulaParser {
  let tokens: [FormulaToken]
  var next = 0

  /// So deep brackets may stand in each other.
  private static let deepest = 40
  private var depth = 0

  /// The numbers that `it` has: none outside a pick.
  let own: [Formula.OwnPart]
  /// Whether `it` has been named.
  var namesOwn = false

  init(_ text: String, own: [Formula.OwnPart] = []) throws(FormulaError) {
    tokens = try FormulaToken.all(in: text)
    self.own = own
  }

  /// The whole text as one expression.
  mutating func readAll() throws(FormulaError) -> Formula.Term {
    let term = try disjunction()
    guard kind == .end else { throw expected("the end or an operator such as <") }
    return term
  }

  var token: FormulaToken { tokens[next] }
  var kind: FormulaToken.Kind { token.kind }

  func expected(_ what: String) -> FormulaError {
    FormulaError(offset: token.offset, problem: .expected(what, found: kind.words))
  }

  mutating func take(_ sign: String) -> Bool {
    guard kind == .sign(sign) || kind == .word(sign) else { return false }
    next += 1
    return true
  }

  private mutating func demand(_ sign: String) throws(FormulaError) {
    guard take(sign) else { throw expected("\"\(sign)\"") }
  }

  // MARK: Operators

  private mutating func disjunction() throws(FormulaError) -> Formula.Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw expected("fewer brackets in each other") }
    var term = try conjunction()
    while take("or") { term = .operation(.or, term, try conjunction()) }
    return term
  }

  private mutating func conjunction() throws(FormulaError) -> Formula.Term {
    var term = try comparison()
    while take("and") { term = .operation(.and, term, try comparison()) }
    return term
  }

  private mutating func comparison() throws(FormulaError) -> Formula.Term {
    let term = try sum()
    guard case .sign(let sign) = kind, ["<", ">", "<=", ">=", "==", "!="].contains(sign) else { return term }
    next += 1
    return .operation(Formula.Operation(rawValue: sign)!, term, try sum())
  }

  private mutating func sum() throws(FormulaError) -> Formula.Term {
    var term = try product()
    while true {
      if take("+") {
        term = .operation(.plus, term, try product())
      } else if take("-") {
        term = .operation(.minus, term, try product())
      } else {
        return term
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Formula.Term {
    var term = try factor()
    while true {
      if take("*") {
        term = .operation(.times, term, try factor())
      } else if take("/") {
        term = .operation(.over, term, try factor())
      } else {
        return term
      }
    }
  }

  // MARK: Operands

  private mutating func factor() throws(FormulaError) -> Formula.Term {
    if take("-") { return .operation(.minus, .number(0), try factorWithin()) }
    if kind == .sign("(") { return try bracket() }
    if case .number(let number) = kind {
      next += 1
      return .number(number)
    }
    guard case .word(let word) = kind else { throw expected("a number, a name or a bracket") }
    return try named(word)
  }

  mutating func bracket() throws(FormulaError) -> Formula.Term {
    try demand("(")
    let term = try disjunction()
    try demand(")")
    return term
  }

  private mutating func factorWithin() throws(FormulaError) -> Formula.Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw expected("fewer signs in a row") }
    return try factor()
  }

  private static let known =
    Formula.Quantity.allCases.map(\.rawValue) + Formula.Function.allCases.map(\.rawValue)
    + Formula.SamplePart.allCases.map(\.rawValue) + Formula.SlopeKind.allCases.map(\.rawValue)
    + Formula.Reading.allCases.map(\.rawValue)
    + ["unit", "layer", "output", "entry", "race", "is", "layers.0.weight[0][0]", "layers.0.bias[0]"]

  private mutating func named(_ word: String) throws(FormulaError) -> Formula.Term {
    let place = token.offset
    if let quantity = Formula.Quantity(rawValue: word) {
      next += 1
      return .quantity(quantity)
    }
    if word.hasPrefix("layers.") { return .parameter(try parameter()) }
    if word == "it" || word.hasPrefix("it.") { return .own(try ownPart(word)) }
    next += 1
    if let function = Formula.Function(rawValue: word) { return try call(function) }
    if let part = Formula.SamplePart(rawValue: word) { return try sample(part) }
    if let reading = Formula.Reading(rawValue: word) { return .reading(reading, try indices(reading.indices)) }
    if let kind = Formula.SlopeKind(rawValue: word) { return try slope(kind) }
    switch word {
    case "unit": return try unit()
    case "layer": return try layer()
    case "entry": return .entry(try entry())
    case "output": return .outputs(try arguments())
    case "race": return try racer()
    case "is": return try setting()
    default: throw FormulaError(offset: place, problem: .unknownName(word, known: Self.known))
    }
  }
}

// MARK: Names with something behind them

extension FormulaParser {
  private mutating func parameter() throws(FormulaError) -> ParameterName {
    guard case .word(let word) = kind, let name = ParameterName(word) else {
      throw expected("a weight such as layers.0.weight[2][1]")
    }
    next += 1
    return name
  }

  private mutating func entry() throws(FormulaError) -> Formula.Term {
    let (place, named) = (token.offset, namesOwn)
    namesOwn = false
    let term = try bracket()
    guard !namesOwn else {
      throw FormulaError(
        offset: place, problem: .expected("a number of the state; it.change is since the entry", found: "it"))
    }
    namesOwn = named
    return term
  }

  private mutating func arguments() throws(FormulaError) -> [Formula.Term] {
    try demand("(")
    var terms = [try disjunction()]
    while take(",") { terms.append(try disjunction()) }
    try demand(")")
    return terms
  }

  private mutating func call(_ function: Formula.Function) throws(FormulaError) -> Formula.Term {
    let place = token.offset
    let terms = try arguments()
    guard terms.count == function.arguments else {
      let expected = "\(function.arguments) in \(function.rawValue)(…)"
      throw FormulaError(offset: place, problem: .expected(expected, found: "\(terms.count)"))
    }
    return .call(function, terms)
  }

  private mutating func whole() throws(FormulaError) -> Int {
    guard case .number(let number) = kind, let whole = Int(exactly: number), whole < 1_000_000 else {
      throw expected("a number from 0")
    }
    next += 1
    return whole
  }

  /// So many whole numbers: `(3)`, `(2, 0)`.
  private mutating func indices(_ count: Int) throws(FormulaError) -> [Int] {
    try demand("(")
    var indices = [try whole()]
    while indices.count < count {
      try demand(",")
      indices.append(try whole())
    }
    try demand(")")
    return indices
  }

  /// `input(0)`, or `input(3, 0)` at a step of a sequence.
  private mutating func sample(_ part: Formula.SamplePart) throws(FormulaError) -> Formula.Term {
    try demand("(")
    let first = try whole()
    let second = take(",") ? try whole() : nil
    try demand(")")
    return second.map { .moment(part, step: first, $0) } ?? .sample(part, first)
  }

  private mutating func slope(_ kind: Formula.SlopeKind) throws(FormulaError) -> Formula.Term {
    try demand("(")
    let name = try parameter()
    try demand(")")
    return .slope(kind, name)
  }

  /// `unit(0,1).z`
  private mutating func unit() throws(FormulaError) -> Formula.Term {
    let place = try indices(2)
    let part = try member(of: Formula.UnitPart.allCases.map(\.rawValue))
    return .unit(layer: place[0], unit: place[1], Formula.UnitPart(rawValue: part)!)
  }

  /// `layer(0).gradient`
  private mutating func layer() throws(FormulaError) -> Formula.Term {
    let layer = try indices(1)[0]
    let part = try member(of: Formula.LayerPart.allCases.map(\.rawValue))
    return .layer(layer, Formula.LayerPart(rawValue: part)!)
  }

  /// `race(adam)`
  private mutating func racer() throws(FormulaError) -> Formula.Term {
    try demand("(")
    let names = Optimizer.Kind.allCases.map(\.rawValue)
    let name = try name(among: names)
    try demand(")")
    return .racer(Optimizer.Kind(rawValue: name)!)
  }

  /// `is(network.output, sigmoid)`
  private mutating func setting() throws(FormulaError) -> Formula.Term {
    try demand("(")
    let key = try name(among: Setting.all.map(\.key))
    try demand(",")
    guard case .word(let value) = kind else { throw expected("a name that the setting can have") }
    next += 1
    try demand(")")
    return .setting(Setting(key: key)!, value)
  }

  private mutating func member(of names: [String]) throws(FormulaError) -> String {
    try demand(".")
    return try name(among: names)
  }

  private mutating func name(among names: [String]) throws(FormulaError) -> String {
    guard case .word(let word) = kind else { throw expected("one of " + names.joined(separator: ", ")) }
    guard names.contains(word) else {
      throw FormulaError(offset: token.offset, problem: .unknownName(word, known: names))
    }
    next += 1
    return word
  }
}
