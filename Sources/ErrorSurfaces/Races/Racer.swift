import NeuralNetwork
import Training

/// One optimizer on its way down.
public struct Racer: Hashable, Sendable {
  /// Its optimizer and learning rate.
  public let entrant: Entrant
  /// Where it has been.
  public private(set) var path: WeightPath
  /// How far it has walked: Σ‖Δw‖.
  public private(set) var distance = 0.0
  /// The updates it has made.
  public private(set) var steps = 0
  /// Whether it has run into a number that is not finite; it then stands where it was before.
  public private(set) var hasDiverged = false
  /// What the last update added to the parameters; nil before the first.
  public private(set) var lastStep: Parameters?
  /// One of the two: a network in training, or a point on a test function.
  private var trainer: Trainer?
  private var point: FunctionDescent?

  /// A racer that trains a copy of a network, from its present weights and the present batch on, with an empty memory.
  public init(_ entrant: Entrant, training trainer: Trainer) {
    self.init(entrant, trainer.entering(entrant), nil, layout: trainer.network.layout)
  }

  /// A racer that descends a test function.
  public init(_ entrant: Entrant, on function: TestFunction, from start: Parameters) {
    let descent = FunctionDescent(function: function, position: start, optimizer: Optimizer(entrant.optimizer))
    self.init(entrant, nil, descent, layout: TestFunction.layout)
  }

  private init(_ entrant: Entrant, _ trainer: Trainer?, _ point: FunctionDescent?, layout: Parameters.Layout) {
    self.entrant = entrant
    self.trainer = trainer
    self.point = point
    path = WeightPath(bytes: 1 << 20, layout: layout)
    path.record(position, update: 0)
  }

  /// The present parameters.
  public var position: Parameters { trainer?.network.parameters ?? point!.position }

  /// Makes one update; none after a divergence.
  public mutating func step() {
    guard !hasDiverged else { return }
    let before = position
    move()
    guard !hasDiverged else { return }
    let step = position.subtracting(before)
    steps += 1
    distance += step.length
    lastStep = step
    path.record(position, update: steps)
  }

  private mutating func move() {
    if trainer != nil {
      trainer!.step()
      hasDiverged = trainer!.divergence != nil
    } else {
      hasDiverged = !point!.step(rate: entrant.rate)
    }
  }
}

/// An optimizer at work on a test function.
private struct FunctionDescent: Hashable, Sendable {
  let function: TestFunction
  var position: Parameters
  var optimizer: Optimizer

  /// One update; stays and says no where it would not be finite.
  mutating func step(rate: Float) -> Bool {
    let function = function
    let gradient = function.gradient(at: position)
    switch optimizer.kind.need {
    case .gradientElsewhere:
      return optimizer.solve(&position, along: gradient, rate: rate) { function.gradient(at: $0) } == nil
    case .cost:
      optimizer.search(&position, rate: rate) { Float(function.value(at: $0)) }
      return true
    case .gradient:
      return optimizer.update(&position, along: gradient, rate: rate) == nil
    }
  }
}

extension Trainer {
  /// This trainer with another optimizer, at the beginning of its present step.
  fileprivate func entering(_ entrant: Entrant) -> Trainer {
    var racer = self
    var settings = settings
    // An optimizer of another kind in between empties the memory.
    settings.optimizer = entrant.optimizer == .sgd ? .momentum : .sgd
    racer.change(settings)
    settings.optimizer = entrant.optimizer
    settings.learningRate = entrant.rate
    racer.change(settings)
    return racer
  }
}
