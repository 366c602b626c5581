import Experiments
import NeuralNetwork
import Training

/// What a pick knows of all that can be selected, worked out once.
struct PickNumbers: Sendable {
  /// The one that is `it`.
  var target: Pick.Target
  /// The slopes of the mean cost and of the sample's.
  let gradient, pull: Parameters?
  /// What the last update added, and what was there as the step was entered.
  let step, start: Parameters?
  let activities: [[UnitActivity]]
  /// The pass of the sequence in hand; nil in other networks.
  let sequence: RecurrentPropagation?

  fileprivate init(of moment: Lesson.Moment, since entry: Lesson.Moment, _ kind: Pick.Kind, first: Pick.Target) {
    target = first
    let process = moment.run.history.process
    let trainer = process.training.flatMap { $0.divergence == nil ? $0 : nil }
    let isWeight = kind == .weight && process.settler == nil
    gradient =
      isWeight ? process.recurrent?.trainingGradient ?? trainer.map { GradientCheck(of: $0).gradient } : nil
    pull = isWeight ? moment.sampleStep?.before.gradient : nil
    step = isWeight ? moment.run.lastStep : nil
    start = isWeight ? entry.run.history.process.point : nil
    sequence = isWeight ? nil : process.recurrent.map { RecurrentPropagation(inHandOf: $0) }
    activities = kind == .unit || kind == .hidden ? trainer.map { Health(of: $0).layers.map(\.units) } ?? [] : []
  }
}

extension Lesson.Moment {
  /// All that can be selected, in the order of the network or of the rows.
  public func targets(of kind: Pick.Kind) -> [Pick.Target] {
    let process = run.history.process
    if let settler = process.settler {
      return kind == .unit ? (0..<settler.network.count).map { .unit(layer: 0, unit: $0) } : []
    }
    let layers = process.point.layout.layers
    switch kind {
    case .sample: return process.training.map { (0..<$0.data.training.count).map { .sample($0) } } ?? []
    case .weight:
      return layers.indices.flatMap { layer in
        (0..<layers[layer].units).flatMap { unit in
          (0..<layers[layer].inputs).map { .weight(layer: layer, unit: unit, input: $0) }
        }
      }
    case .unit, .hidden:
      // A recurrent network's outputs cannot be selected on the screen.
      if process.recurrent != nil { return (0..<layers[0].units).map { .unit(layer: 0, unit: $0) } }
      return layers.indices.dropLast(kind == .hidden ? 1 : 0).flatMap { layer in
        (0..<layers[layer].units).map { .unit(layer: layer, unit: $0) }
      }
    }
  }

  /// The right ones of a pick in this state.
  ///
  /// - Parameter entry: the state in which the step was entered.
  public func right(of pick: Pick, since entry: Lesson.Moment) -> [Pick.Target] {
    pick.right(among: targets(of: pick.kind), in: scope(of: pick, since: entry))
  }

  /// What the rule of a pick compares, of each that may be selected.
  func values(of pick: Pick, since entry: Lesson.Moment) -> [Double] {
    let scope = scope(of: pick, since: entry)
    return targets(of: pick.kind).flatMap { pick.measured(in: scope($0)) }
  }

  /// The state in which a target is `it`; for a sample, the one in hand.
  private func scope(of pick: Pick, since entry: Lesson.Moment) -> (Pick.Target) -> Lesson.Moment {
    guard let first = targets(of: pick.kind).first else { return { _ in self } }
    var base = self
    base.picking = PickNumbers(of: self, since: entry, pick.kind, first: first)
    return { [base] target in
      var moment = base
      moment.picking?.target = target
      if case .sample(let row) = target { moment.run.chosenRow = row }
      return moment
    }
  }

  /// A number of what is picked; nil outside a pick.
  public func value(of part: Formula.OwnPart) -> Double? {
    guard let picking else { return nil }
    switch picking.target {
    case .unit(let layer, let unit): return value(of: part, layer: layer, unit: unit, picking)
    case .weight(let layer, let unit, let input):
      if part == .input { return Double(input) }
      return value(of: part, .weight(layer: layer, unit: unit, input: input), picking)
    case .sample: return nil
    }
  }

  private func value(of part: Formula.OwnPart, layer: Int, unit: Int, _ picking: PickNumbers) -> Double? {
    if let pass = picking.sequence { return value(of: part, unit: unit, in: pass) }
    let isSettling = run.history.process.settler != nil
    func activity(_ isSo: (UnitActivity) -> Bool) -> Double? {
      picking.activities.isEmpty ? nil : isSo(picking.activities[layer][unit]) ? 1 : 0
    }
    return switch part {
    case .z: isSettling ? value(of: .field, [unit]) : value(of: Formula.UnitPart.z, layer: layer, unit: unit)
    case .a: isSettling ? value(of: .state, [unit]) : value(of: Formula.UnitPart.a, layer: layer, unit: unit)
    case .slope: value(of: Formula.UnitPart.slope, layer: layer, unit: unit)
    case .delta: value(of: Formula.UnitPart.delta, layer: layer, unit: unit)
    case .bias: value(of: Formula.UnitPart.bias, layer: layer, unit: unit)
    case .dead: activity(\.isDead)
    case .saturated: activity(\.isSaturated)
    case .layer: Double(layer)
    case .unit: Double(unit)
    case .value, .gradient, .pull, .step, .change, .input: nil
    }
  }

  /// A number of a recurrent unit at the last step of the sequence in hand.
  private func value(of part: Formula.OwnPart, unit: Int, in pass: RecurrentPropagation) -> Double? {
    guard let length = pass.lengths.first, length > 0, unit < pass.units else { return nil }
    let numbers = pass.hidden(length - 1)
    return switch part {
    case .z: Double(numbers.z[unit])
    case .a: Double(numbers.a[unit])
    case .slope:
      run.history.process.recurrent.map { Double($0.network.activation.derivative(numbers.z[unit], numbers.a[unit])) }
    case .delta: Double(numbers.delta[unit])
    case .bias: value(of: .bias(layer: 0, unit: unit))
    case .layer: 0
    case .unit: Double(unit)
    case .dead, .saturated, .value, .gradient, .pull, .step, .change, .input: nil
    }
  }

  private func value(of part: Formula.OwnPart, _ name: ParameterName, _ picking: PickNumbers) -> Double? {
    func number(_ parameters: Parameters?) -> Double? {
      parameters.flatMap { parameters in parameters.layout.index(of: name).map { Double(parameters.values[$0]) } }
    }
    let value = number(run.history.process.point)
    return switch part {
    case .value: value
    case .gradient: number(picking.gradient)
    case .pull: number(picking.pull)
    case .step: number(picking.step)
    case .change: value.flatMap { value in number(picking.start).map { value - $0 } }
    case .layer: Double(name.layer)
    case .unit: Double(name.unit)
    case .z, .a, .slope, .delta, .bias, .dead, .saturated, .input: nil
    }
  }
}

extension Pick.Target {
  /// As the screen names it: `h1`, `h1 → y`, `row 3`.
  public func name(in run: Run) -> String {
    let process = run.history.process
    let isNamed = process.training != nil
    return switch self {
    case .unit(let layer, let unit):
      isNamed ? run.label(layer: layer, unit: unit) : (process.recurrent == nil ? "unit " : "h") + "\(unit + 1)"
    case .weight(let layer, let unit, let input):
      isNamed
        ? run.label(of: .weight(layer: layer, unit: unit, input: input))
        : "\(ParameterName.weight(layer: layer, unit: unit, input: input))"
    case .sample(let row): "row \(row)"
    }
  }
}
