import NeuralNetwork

/// The rule of a pick: which is the right one.
extension FormulaParser {
  /// `largest(…)`, `smallest(…)`, one by its name, or a condition on `it`; a sample is the one in hand.
  mutating func readRule(of kind: Pick.Kind) throws(FormulaError) -> Pick.Rule {
    if let target = named(as: kind) { return .named(target) }
    let isLargest = take("largest")
    guard isLargest || take("smallest") else { return .holds(try condition(of: kind)) }
    let term = try bracket()
    guard self.kind == .end else { throw expected("the end") }
    try demandOwn(of: kind, at: 0)
    return isLargest ? .largest(term) : .smallest(term)
  }

  private mutating func condition(of kind: Pick.Kind) throws(FormulaError) -> Formula.Term {
    let term = try readAll()
    try demandOwn(of: kind, at: 0)
    return term
  }

  /// Without `it`, all or none of the units would be right.
  private func demandOwn(of kind: Pick.Kind, at offset: Int) throws(FormulaError) {
    guard kind != .sample, !namesOwn else { return }
    let example = kind == .weight ? "largest(abs(it.change))" : "largest(abs(it.delta))"
    throw FormulaError(
      offset: offset, problem: .expected("something of it, such as \(example)", found: "nothing of it"))
  }

  /// The target that the whole text names: `unit(0,1)`, `layers.0.weight[2][1]`; nil where it says something else.
  private func named(as kind: Pick.Kind) -> Pick.Target? {
    switch kind {
    case .unit, .hidden:
      guard tokens.count == 7, tokens[0].kind == .word("unit"), case .number(let layer) = tokens[2].kind,
        case .number(let unit) = tokens[4].kind,
        [1, 3, 5].map({ tokens[$0].kind }) == ["(", ",", ")"].map({ .sign($0) }),
        let layer = Int(exactly: layer), let unit = Int(exactly: unit)
      else { return nil }
      return .unit(layer: layer, unit: unit)
    case .weight:
      guard tokens.count == 2, case .word(let word) = tokens[0].kind,
        case .weight(let layer, let unit, let input)? = ParameterName(word)
      else { return nil }
      return .weight(layer: layer, unit: unit, input: input)
    case .sample: return nil
    }
  }

  mutating func ownPart(_ word: String) throws(FormulaError) -> Formula.OwnPart {
    guard !own.isEmpty else {
      throw expected("a number; \"it\" is what a question with pick: unit, hidden or weight asks for")
    }
    let name = String(word.dropFirst(3))
    guard let part = Formula.OwnPart(rawValue: name), own.contains(part) else {
      let known = own.map { "it." + $0.rawValue }
      throw FormulaError(offset: token.offset, problem: .unknownName(word, known: known))
    }
    next += 1
    namesOwn = true
    return part
  }
}
