/// What the arithmetic panel shows, beside the selection.
public struct ArithmeticView: Hashable, Sendable {
  /// The sample of the batch whose numbers are shown.
  var sample = 0
  /// The line that was scrolled to; nil follows the present phase.
  var scroll: Int?
  /// Whether the numbers of each step stay covered until a key, for a class to guess.
  var isGuessing = false
  /// Whether the numbers of the last step are covered now.
  var isCovered = false
}
