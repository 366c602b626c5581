import Experiments

@testable import descent

/// What is told of a demo when lines are typed.
func told(_ demo: String, _ lines: String...) throws -> [String] {
  var (typed, told) = (lines, [String]())
  let conversation = Conversation(
    isAsked: true, write: { told.append($0) }, read: { _ in typed.isEmpty ? nil : typed.removeFirst() })
  var run = PlainRun(try HeadlessSession(try Experiment.open(source: demo), weights: nil), conversation)
  try run.tell()
  return told
}
