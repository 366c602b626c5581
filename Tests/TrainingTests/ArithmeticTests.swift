import NeuralNetwork
import Testing

@testable import Training

/// The arithmetic shown is the engine's: its sums give the engine's bits, its lines come out as they say.
@Suite struct ArithmeticTests {
  @Test(arguments: [BatchSize.samples(1), .samples(5), .all], [Activation.tanh, .rectifier, .softmax])
  func unitsGiveTheEnginesBits(batch: BatchSize, output: Activation) {
    for dropout in [[], [0.5, 0.2]] as [[Float]] { check(batch, output, dropout) }
  }

  private func check(_ batch: BatchSize, _ output: Activation, _ dropout: [Float]) {
    var trainer = Trainer(
      network: someNetwork([3, 5, 4, 2], [.tanh, .gelu, output]), data: someData(inputs: 3, outputs: 2),
      settings: TrainingSettings(learningRate: 0.1, batch: batch, dropout: dropout), seed: 3)
    for _ in 0..<5 { trainer.step() }
    let before = StepInHand(of: trainer).before
    for (number, layer) in trainer.network.layout.layers.enumerated() {
      for unit in 0..<layer.units {
        for sample in 0..<before.batchCount { check(before, number, unit, sample) }
      }
    }
  }

  private func check(_ trainer: Trainer, _ layer: Int, _ unit: Int, _ sample: Int) {
    let pass = trainer.propagation
    let one = UnitArithmetic(
      layer: layer, unit: unit, sample: sample, of: pass, in: trainer.network, cost: trainer.settings.cost)
    let place = "layer \(layer), unit \(unit), sample \(sample)"
    #expect(one.inputs.last!.sum.bitPattern == one.z.bitPattern, "\(place)")
    if one.activation != .softmax { #expect(one.activation.value(one.z).bitPattern == one.a.bitPattern, "\(place)") }
    switch one.error {
    case .above(let terms):
      #expect((terms.last!.sum * one.mask * one.slope).bitPattern == one.delta.bitPattern, "\(place)")
    case .output(let target, let slope, _):
      #expect(slope == one.a - target)
      if one.activation != .softmax { #expect((slope * one.slope).bitPattern == one.delta.bitPattern, "\(place)") }
    }
    let gradient = pass.gradient(ofSample: sample)
    let own = one.inputs.indices.map { gradient[weight: layer, unit, $0].bitPattern }
    #expect(one.gradients.map(\.bitPattern) == own)
    #expect(gradient[bias: layer, unit].bitPattern == one.delta.bitPattern)
  }

  @Test(arguments: [Schedule.step, .inverseTime, .cosine], [Float(0.01), 100])
  func scheduleAndClippingAreInTheLines(schedule: Schedule, clipping: Float) throws {
    let settings = TrainingSettings(
      learningRate: 0.5, batch: .all, regularization: Regularization(.l2, rate: 0.1), schedule: schedule,
      clipping: clipping)
    var trainer = someTrainer([2, 3, 1], settings)
    for _ in 0..<60 { trainer.step() }
    #expect(trainer.learningRate < 0.5)
    for index in 0..<trainer.network.layout.count {
      let update = UpdateArithmetic(of: index, in: StepInHand(of: trainer))
      #expect(update.lines.contains { $0.formula.contains("‖g‖") } == (clipping < 1))
      for line in update.lines {
        let result = try #require(Evaluator.value(of: line.numbers))
        #expect(abs(result - Double(line.value)) <= 1e-5 * abs(result) + 1e-7 * abs(Double(update.before)))
      }
    }
  }

  @Test(arguments: [BatchSize.samples(1), .samples(5), .all])
  func pullsGiveTheGradientsBits(batch: BatchSize) {
    var trainer = someTrainer([3, 5, 2], TrainingSettings(batch: batch))
    for _ in 0..<5 { trainer.step() }
    let before = StepInHand(of: trainer).before
    for index in 0..<trainer.network.layout.count {
      let name = trainer.network.layout.name(at: index)
      let weight = WeightArithmetic(name, of: before.propagation, rows: Array(before.batchRows))
      #expect(weight.mean.bitPattern == before.gradient.values[index].bitPattern, "\(name)")
    }
  }

  @Test(
    arguments: Optimizer.Kind.allCases,
    [Regularization(), Regularization(.l1, rate: 0.01), Regularization(.l2, rate: 0.03)])
  func linesComeOutAsTheySay(rule: Optimizer.Kind, penalty: Regularization) throws {
    let settings = TrainingSettings(
      optimizer: rule, learningRate: 0.02, batch: .samples(5), regularization: penalty)
    var trainer = someTrainer([2, 3, 1], settings)
    for _ in 0..<9 {
      let step = StepInHand(of: trainer)
      trainer.step()
      for index in 0..<trainer.network.layout.count {
        let update = UpdateArithmetic(of: index, in: step)
        #expect(update.after.bitPattern == trainer.network.parameters.values[index].bitPattern)
        #expect(update.lines.contains { $0.symbol.hasPrefix("w") && $0.value == update.after })
        for line in update.lines {
          let result = try #require(Evaluator.value(of: line.numbers))
          let error = abs(result - Double(line.value))
          #expect(error <= 1e-5 * abs(result) + 1e-7 * abs(Double(update.before)), "\(rule.rawValue): \(line)")
        }
      }
    }
  }

  /// The same as by going back for it; and never after a change or a move in time.
  @Test func aStepInViewIsInHandAtOnce() {
    for count in [1, 3, 4, 5, 9] {
      var history = History(someTrainer())
      history.step(times: count)
      var plain = history
      history.stepInView()
      plain.step()
      expectSame(history, plain)
      let stopped = history
      history.make(.parameter(index: 0, value: 0.5))
      plain.make(.parameter(index: 0, value: 0.5))
      expectSame(history, plain)
      history = stopped
      history.back(by: .update)
      history.make(.settings(TrainingSettings(learningRate: 7, batch: .samples(4))))
      history.step()
      var other = stopped
      other.lastStep = nil
      other.back(by: .update)
      other.make(.settings(TrainingSettings(learningRate: 7, batch: .samples(4))))
      other.step()
      expectSame(history, other)
    }
  }

  private func expectSame(_ one: History<Trainer>, _ other: History<Trainer>) {
    let (a, b) = (one.stepInHand(), other.stepInHand())
    #expect(Fingerprint(a.before).differences(from: Fingerprint(b.before)) == [])
    #expect(Fingerprint(a.after).differences(from: Fingerprint(b.after)) == [])
    #expect(a.performed == b.performed)
  }

  @Test func theFinishedStepIsShownUntilTheNextBegins() {
    var history = History(someTrainer())
    for _ in 0..<6 { history.step() }
    var previous = history
    previous.back(by: .update)
    for phase in 0..<12 {
      let step = history.stepInHand()
      #expect(step.before.phase == .update)
      if phase == 0 {
        #expect(step.before.network == previous.trainer.network)
        #expect(step.after.network == history.trainer.network)
        #expect(step.hasDone(.update))
      } else if history.trainer.phase != .input, history.trainer.phase != .epoch {
        #expect(step.before.network == history.trainer.network)
        #expect(step.hasDone(history.trainer.performed!))
        #expect(!step.hasDone(history.trainer.phase))
      }
      history.advance()
    }
  }
}

/// Works a line's numbers out: + − · / √ ² and brackets.
struct Evaluator {
  private enum Token: Equatable {
    case number(Double)
    case sign(Character)
  }

  private var tokens: ArraySlice<Token>

  static func value(of numbers: Equation.Substitution) -> Double? {
    var tokens: [Token] = []
    for part in numbers.parts {
      switch part {
      case .number(let value): tokens.append(.number(Double(value)))
      case .text(let text): read(text, into: &tokens)
      }
    }
    var evaluator = Evaluator(tokens: tokens[...])
    let value = evaluator.sum()
    return evaluator.tokens.isEmpty ? value : nil
  }

  private static func read(_ text: String, into tokens: inout [Token]) {
    var digits = ""
    for character in text + " " {
      if character.isNumber && character != "²" || character == "." {
        digits.append(character)
      } else {
        if let number = Double(digits) { tokens.append(.number(number)) }
        digits = ""
        if character != " " { tokens.append(.sign(character)) }
      }
    }
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard tokens.first == .sign(sign) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func sum() -> Double {
    var value = product()
    while true {
      if take("+") { value += product() } else if take("−") { value -= product() } else { return value }
    }
  }

  private mutating func product() -> Double {
    var value = factor()
    while true {
      if take("·") { value *= factor() } else if take("/") { value /= factor() } else { return value }
    }
  }

  private mutating func factor() -> Double {
    if take("√") { return factor().squareRoot() }
    var value = Double.nan
    if take("(") {
      value = sum()
      guard take(")") else { return .nan }
    } else if case .number(let number)? = tokens.first {
      tokens.removeFirst()
      value = number
    }
    return take("²") ? value * value : value
  }
}
