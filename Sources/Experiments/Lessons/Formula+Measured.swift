extension Formula {
  /// The numbers of a state that it speaks of, its constants left out.
  public func measured(in scope: some FormulaScope) -> [Double] { root.measured(in: scope) }
}

extension Pick {
  /// The numbers of a state that its rule compares; none where it names one.
  public func measured(in scope: some FormulaScope) -> [Double] {
    switch rule {
    case .largest(let term), .smallest(let term), .holds(let term): term.measured(in: scope)
    case .named: []
    }
  }
}

extension Formula.Term {
  fileprivate func measured(in scope: some FormulaScope) -> [Double] {
    switch self {
    case .number, .setting, .entry: []
    // The table of the classes is there to be read.
    case .reading(.trainConfusions, _), .reading(.testConfusions, _): []
    // A yes or no, and a place, are no numbers that stand anywhere.
    case .own(.dead), .own(.saturated), .own(.layer), .own(.unit), .own(.input): []
    case .quantity(.diverged), .quantity(.atRest), .quantity(.solved): []
    case .call(_, let terms): terms.flatMap { $0.measured(in: scope) }
    case .operation(_, let left, let right): left.measured(in: scope) + right.measured(in: scope)
    case .quantity, .parameter, .unit, .layer, .sample, .moment, .reading, .racer, .outputs, .slope, .own:
      [value(in: scope)].compactMap { $0 }
    }
  }
}
