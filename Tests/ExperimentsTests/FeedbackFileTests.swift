import Experiments
import ScratchFolder
import Testing

/// What a demo file may say wrongly of networks that hear themselves: one line with the place, and a hint.
@Suite struct FeedbackFileTests {
  private func mistake(_ text: String, files: [String: String] = [:]) throws -> String {
    let scratch = try Scratch()
    for (name, content) in files { _ = try scratch.file(name, content) }
    let path = try scratch.file("demo.yaml", text)
    do throws(Mistake) {
      _ = try Experiment.open(source: path)
      return "nothing"
    } catch {
      return error.description.replacing(path, with: "demo.yaml") + (error.hint.map { "; " + $0 } ?? "")
    }
  }

  private static let hopfield = "network: {kind: hopfield}\n"
  private static let recurrent = "network: {kind: recurrent}\n"

  @Test(
    arguments: [
      (hopfield + "settling: {patterns: AQ}\n", [:], "demo.yaml:2:22: there is no pattern \"Q\""),
      (hopfield + "settling: {task: bishops}\n", [:], "demo.yaml:2:18: there is no task \"bishops\""),
      (hopfield + "settling: {board: 17}\n", [:], "demo.yaml:2:19: expected a whole number of rows from 4 to 16"),
      (hopfield + "settling: {patterns: random-2000}\n", [:], "demo.yaml:2:22: expected 1 to 1024 random patterns"),
      (
        hopfield + "settling:\n  patterns: |\n    .#.\n    #..\n\n    ..\n    ##\n", [:],
        "the pattern is 2x2, those before it are 3x2"
      ),
      (hopfield + "settling:\n  patterns: |\n    .#.\n    #x.\n", [:], "expected # or ., found \"x\""),
      (
        hopfield + "settling: {patterns: p.csv}\n", ["p.csv": "a,b,c,d\n1,0,1,0\n1,x,1,0\n"],
        "p.csv:3:2: expected a number, found \"x\""
      ),
      (hopfield + "settling: {patterns: none.csv}\n", [:], "none.csv"),
      (
        hopfield + "settling: {begin: pattern, recalled: 9}\n", [:], "expected one of 3 patterns to begin with, found 9"
      ),
      (
        recurrent + "sequences: {source: echo-5, steps: 5}\n", [:],
        "demo.yaml:2:36: expected at least 6 steps for echo-5, found 5"
      ),
      (recurrent + "sequences: {source: eco-5}\n", [:], "demo.yaml:2:21: there is no sequence \"eco-5\""),
      (recurrent + "sequences: {steps: 0}\n", [:], "demo.yaml:2:20: expected a whole number of steps from 1 to 1000"),
      (recurrent + "recurrent: {activation: sigmoid}\n", [:], "demo.yaml:2:25: there is no activation \"sigmoid\""),
      (
        recurrent + "sequences: {source: s.csv}\n",
        ["s.csv": "sequence,time,x,y\n1,0,1,0\n1,2,1,0\n2,0,1,1\n"], "s.csv:3:2: expected time 1, found \"2\""
      ),
    ] as [(String, [String: String], String)])
  func aMistakeHasItsPlace(text: String, files: [String: String], words: String) throws {
    let found = try mistake(text, files: files)
    #expect(found.contains(words) && !found.contains("\n"), "\(found)")
  }

  @Test func patternsAndSequencesComeFromFiles() throws {
    let scratch = try Scratch()
    _ = try scratch.file("p.csv", "name,a,b,c,d\ncross,1,0,0,1\nbar,1,1,0,0\n")
    _ = try scratch.file("s.csv", "sequence,time,x,y\n" + (0..<6).map { "\($0),0,1,a\n\($0),1,0,b\n" }.joined())
    let memory = try scratch.file("m.yaml", Self.hopfield + "settling: {patterns: p.csv}\n")
    let opened = try Experiment.open(source: memory).experiment
    guard case .settling(let settling) = try opened.engine(for: try Experiment.open(source: memory).dataset) else {
      return #expect(Bool(false))
    }
    #expect(settling.memory.patterns.map(\.name) == ["cross", "bar"] && settling.memory.width == 2)
    let sequences = try scratch.file("r.yaml", Self.recurrent + "sequences: {source: s.csv}\n")
    let data = try Experiment.open(source: sequences).experiment.sequences.data(seed: 1)
    #expect(data.training.count == 4 && data.test.count == 2 && data.training.outputNames == ["a", "b"])
  }
}
