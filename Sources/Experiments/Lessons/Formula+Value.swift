import LinearAlgebra

extension Formula.Term {
  /// Its value in a state; nil where the state has no such number.
  func value(in scope: some FormulaScope) -> Double? {
    switch self {
    case .number(let number): number
    case .quantity(let quantity): scope.value(of: quantity)
    case .parameter(let name): scope.value(of: name)
    case .unit(let layer, let unit, let part): scope.value(of: part, layer: layer, unit: unit)
    case .layer(let layer, let part): scope.value(of: part, layer: layer)
    case .sample(let part, let index): scope.value(of: part, at: index)
    case .moment(let part, let step, let index): scope.value(of: part, at: index, step: step)
    case .reading(let reading, let indices): scope.value(of: reading, indices)
    case .racer(let optimizer): scope.cost(of: optimizer)
    case .slope(let kind, let name): scope.slope(kind, of: name)
    case .setting(let setting, let value): scope.has(setting, value) ? 1 : 0
    case .entry(let term): term.value(in: scope)
    case .own(let part): scope.value(of: part)
    case .outputs(let inputs):
      inputs.values(in: scope).flatMap { scope.output(for: $0) }
    case .call(let function, let arguments):
      arguments.values(in: scope).map { function($0) }
    case .operation(let operation, let left, let right):
      left.value(in: scope).flatMap { left in right.value(in: scope).map { operation(left, $0) } }
    }
  }
}

extension Formula.Term {
  /// The same with each `entry(…)` in it replaced by its value in a state.
  func settled(in scope: some FormulaScope) -> Formula.Term {
    switch self {
    case .entry(let term): .number(term.value(in: scope) ?? .nan)
    case .outputs(let inputs): .outputs(inputs.map { $0.settled(in: scope) })
    case .call(let function, let arguments): .call(function, arguments.map { $0.settled(in: scope) })
    case .operation(let operation, let left, let right):
      .operation(operation, left.settled(in: scope), right.settled(in: scope))
    case .number, .quantity, .parameter, .unit, .layer, .sample, .moment, .reading, .racer, .slope, .setting, .own: self
    }
  }
}

extension [Formula.Term] {
  /// The values of all; nil where one has none.
  fileprivate func values(in scope: some FormulaScope) -> [Double]? {
    let values = compactMap { $0.value(in: scope) }
    return values.count == count ? values : nil
  }
}

extension Formula.Function {
  fileprivate func callAsFunction(_ values: [Double]) -> Double {
    let x = values[0]
    return switch self {
    case .abs: Swift.abs(x)
    case .sign: x > 0 ? 1 : x < 0 ? -1 : 0
    case .sqrt: x.squareRoot()
    case .exp: PreciseElementary.exp(x)
    case .log: PreciseElementary.log(x)
    case .tanh: PreciseElementary.tanh(x)
    case .sigmoid: 1 / (1 + PreciseElementary.exp(-x))
    case .min: Swift.min(x, values[1])
    case .max: Swift.max(x, values[1])
    case .round: x.rounded()
    case .not: x == 0 ? 1 : 0
    }
  }
}

extension Formula.Operation {
  fileprivate func callAsFunction(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left / right
    case .below: left < right ? 1 : 0
    case .above: left > right ? 1 : 0
    case .atMost: left <= right ? 1 : 0
    case .atLeast: left >= right ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .unequal: left != right ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .or: left != 0 || right != 0 ? 1 : 0
    }
  }
}
