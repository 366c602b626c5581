import LinearAlgebra

/// Sequences made by a rule, for a network with a memory to learn.
public enum SequenceGenerator: Hashable, Sendable {
  /// Random bits; wanted is the bit so many steps ago.
  case echo(delay: Int)
  /// Random bits; wanted is whether an odd number of them has been 1 so far.
  case parity
  /// A sine of 20 steps a turn, from a random place on; wanted is its next value.
  case sine
  /// The mean of two sines, of 20 and of 20√2 steps a turn.
  case twoSines
  /// Strings of Reber's grammar (Reber 1967); wanted is the next symbol.
  case reber
  /// Random symbols out of four; wanted, at the end, is the first of them.
  case first
  /// The same; wanted is the last.
  case last

  /// The name in demo files, such as `echo-5`.
  public var name: String {
    switch self {
    case .echo(let delay): "echo-\(delay)"
    case .parity: "parity-sequence"
    case .sine: "sine-wave"
    case .twoSines: "two-sines"
    case .reber: "reber"
    case .first: "first-symbol"
    case .last: "last-symbol"
    }
  }

  /// The delays that an echo may have.
  public static let delays = 1...50

  /// One of each kind, in the order in which they are offered.
  public static let offered: [SequenceGenerator] = [.echo(delay: 5), .parity, .sine, .twoSines, .reber, .first, .last]

  /// The generator of that name, or nil.
  public init?(name: String) {
    if let known = Self.offered.first(where: { $0.name == name }) {
      self = known
    } else if name.hasPrefix("echo-"), let delay = Int(name.dropFirst(5)), Self.delays.contains(delay) {
      self = .echo(delay: delay)
    } else {
      return nil
    }
  }

  /// The steps of a sequence unless a number is asked for; a string of the grammar is as long as it comes.
  public var defaultSteps: Int {
    switch self {
    case .echo(let delay): 20 + delay
    case .parity: 12
    case .sine, .twoSines: 40
    case .reber, .first, .last: 10
    }
  }

  /// Makes training and test sequences, of one stream.
  public func data(training: Int, test: Int, steps: Int? = nil, seed: UInt64) -> SequenceData {
    var stream = RandomStream(seed: seed, purpose: .data)
    let steps = steps ?? defaultSteps
    return SequenceData(
      training: sequences(training, steps: steps, from: &stream), test: sequences(test, steps: steps, from: &stream))
  }

  /// Makes some sequences. Traps unless there is at least one, of at least one step (an echo needs more than its delay).
  public func sequences(_ count: Int, steps: Int, from stream: inout RandomStream) -> SequenceSet {
    precondition(count > 0 && steps > 0, "\(count) sequences of \(steps) steps")
    var drawn: [Drawn] = []
    for _ in 0..<count { drawn.append(draw(steps, from: &stream)) }
    let steps = drawn.flatMap(\.steps)
    func matrix(_ rows: [[Float]]) -> Matrix {
      Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
    }
    return SequenceSet(
      inputs: matrix(steps.map(\.inputs)),
      targets: matrix(steps.map { $0.target ?? Array(repeating: 0, count: outputNames.count) }),
      isAsked: steps.map { $0.target != nil }, lengths: drawn.map(\.steps.count), inputNames: inputNames,
      outputNames: outputNames, meaning: meaning, allowed: self == .reber ? matrix(steps.map(\.allowed)) : nil)
  }

  /// The names of a step's inputs: one number `x`, or one input a symbol.
  public var inputNames: [String] {
    switch self {
    case .echo, .parity, .sine, .twoSines: ["x"]
    case .reber: ReberGrammar.symbols
    case .first, .last: Self.alphabet
    }
  }

  /// The names of a step's outputs: one a class, or `next` for the next value.
  public var outputNames: [String] {
    switch self {
    case .echo, .parity: ["0", "1"]
    case .sine, .twoSines: ["next"]
    case .reber: ReberGrammar.symbols
    case .first, .last: Self.alphabet
    }
  }

  /// Whether the outputs are numbers or classes.
  public var meaning: SequenceSet.Meaning {
    switch self {
    case .sine, .twoSines: .values
    case .echo, .parity, .reber, .first, .last: .classes
    }
  }

  static let alphabet = ["A", "B", "C", "D"]
}
