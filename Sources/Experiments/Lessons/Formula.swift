import NeuralNetwork

/// An expression over the state of a run, as lessons write it: `train_cost < 0.05 and units <= 3`.
///
/// Numbers, `+ − * /`, comparisons, `and`, `or`, `not` and brackets, over named quantities, weights
/// (`layers.0.weight[2][1]`), units (`unit(0,1).z`, `state(3)`) and functions of them. What holds is 1, what does not is 0.
public struct Formula: Hashable, Sendable {
  /// The expression as it was written.
  public let text: String
  let root: Term

  /// Reads an expression.
  ///
  /// - Throws: where it cannot be read, with the place in the text.
  public init(_ text: String) throws(FormulaError) {
    self.text = text
    var reader = try FormulaParser(text)
    root = try reader.readAll()
  }

  /// Its value in a state; nil where the state has no such number, such as a unit that is not there.
  public func value(in scope: some FormulaScope) -> Double? { root.value(in: scope) }

  /// Whether what it says is so; not so where it has no value.
  public func holds(in scope: some FormulaScope) -> Bool { value(in: scope).map { $0 != 0 } ?? false }

  /// The same with each `entry(…)` in it replaced by its value in a state: that in which a step is entered.
  public func settled(in scope: some FormulaScope) -> Formula { Formula(text: text, root: root.settled(in: scope)) }

  private init(text: String, root: Term) { (self.text, self.root) = (text, root) }

  /// A part of an expression.
  indirect enum Term: Hashable, Sendable {
    case number(Double)
    case quantity(Quantity)
    case parameter(ParameterName)
    case unit(layer: Int, unit: Int, UnitPart)
    case layer(Int, LayerPart)
    case sample(SamplePart, Int)
    case moment(SamplePart, step: Int, Int)
    case reading(Reading, [Int])
    case racer(Optimizer.Kind)
    case outputs([Term])
    case slope(SlopeKind, ParameterName)
    case setting(Setting, String)
    case entry(Term)
    case own(OwnPart)
    case call(Function, [Term])
    case operation(Operation, Term, Term)
  }

  /// What has two sides.
  enum Operation: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case below = "<"
    case above = ">"
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case and, or
  }

  /// A function of numbers.
  public enum Function: String, CaseIterable, Hashable, Sendable {
    case abs, sign, sqrt, exp, log, tanh, sigmoid, min, max, round, not

    /// How many numbers it takes.
    var arguments: Int {
      switch self {
      case .abs, .sign, .sqrt, .exp, .log, .tanh, .sigmoid, .round, .not: 1
      case .min, .max: 2
      }
    }
  }
}

extension Formula: Codable {
  /// Reads the text that `encode` wrote.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
