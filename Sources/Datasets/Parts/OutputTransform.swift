/// The way from a network's output back to a label's own units: label = output · divisor + offset.
public struct OutputTransform: Hashable, Sendable {
  /// What is added, in the label's units.
  public var offset: Double
  /// What an output of 1 is worth, in the label's units.
  public var divisor: Double

  /// Outputs are labels as they are.
  public static let identity = OutputTransform(offset: 0, divisor: 1)

  /// Takes the numbers as they are; traps on none.
  public init(offset: Double, divisor: Double) {
    self.offset = offset
    self.divisor = divisor
  }

  /// The label that an output stands for, in its own units.
  public func label(ofOutput output: Float) -> Double { Double(output) * divisor + offset }

  /// The output that a label asks for.
  public func output(forLabel label: Double) -> Float { Float((label - offset) / divisor) }

  /// An error of outputs in the label's own units.
  public func label(ofError error: Double) -> Double { error * divisor }
}
