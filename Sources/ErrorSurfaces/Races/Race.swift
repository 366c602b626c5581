import NeuralNetwork
import Training

/// Up to six optimizers from the same start over the same batches.
public struct Race: Hashable, Sendable {
  /// Those that take part, in the order in which they were entered.
  public private(set) var racers: [Racer]
  /// The cost that they go down on.
  public let landscape: Landscape
  /// The updates that every racer still running has made.
  public private(set) var steps = 0
  /// Each racer's cost when it was measured last.
  public private(set) var costs: [Double]
  private let start: [Racer]

  /// The most that can take part.
  public static let limit = 6

  /// A race on a network's own training, from its present weights. Traps unless one to six take part.
  public init(training trainer: Trainer, _ entrants: [Entrant]) {
    self.init(.network(NetworkLandscape(of: trainer)), entrants.map { Racer($0, training: trainer) })
  }

  /// A race on a test function. Traps unless one to six take part.
  public init(on function: TestFunction, from start: Parameters, _ entrants: [Entrant]) {
    self.init(.function(function), entrants.map { Racer($0, on: function, from: start) })
  }

  private init(_ landscape: Landscape, _ racers: [Racer]) {
    precondition((1...Race.limit).contains(racers.count), "a race is for 1 to 6, got \(racers.count)")
    self.landscape = landscape
    self.racers = racers
    start = racers
    costs = Array(repeating: landscape.cost(at: racers[0].position), count: racers.count)
  }

  /// One update for every racer.
  public mutating func step() {
    for number in racers.indices { racers[number].step() }
    steps += 1
  }

  /// Everyone back to the start.
  public mutating func restart() {
    racers = start
    steps = 0
    measure()
  }

  /// One update less for every racer: from the start over again.
  public mutating func stepBack() {
    let steps = steps
    guard steps > 0 else { return }
    restart()
    for _ in 0..<steps - 1 { step() }
    measure()
  }

  /// Measures every racer's cost: a network's on its whole training part.
  public mutating func measure() {
    var evaluator = CostEvaluator(landscape)
    for number in racers.indices { costs[number] = evaluator.cost(at: racers[number].position) }
  }

  /// The racers' numbers, the lowest measured cost first; those that diverged come last.
  public var standings: [Int] {
    func rank(_ number: Int) -> (Int, Double, Int) {
      let isOut = racers[number].hasDiverged || !costs[number].isFinite
      return (isOut ? 1 : 0, isOut ? 0 : costs[number], number)
    }
    return racers.indices.sorted { rank($0) < rank($1) }
  }
}
