/// A sentence of a demo or its lesson, and what the engine must do for it to be true.
struct Claim: Sendable, CustomStringConvertible {
  let demo: String
  /// Word for word as the demo has it.
  let sentence: String
  /// Plays the demo, and expects what the sentence says.
  let check: @Sendable (inout Play) throws -> Void

  init(_ demo: String, _ sentence: String, check: @escaping @Sendable (inout Play) throws -> Void) {
    (self.demo, self.sentence, self.check) = (demo, sentence, check)
  }

  var description: String { "\(demo): \(sentence)" }

  static let all =
    pictures + planes + numbers + surfaces + wells + races + networks + memories + boards + sequences
}
