import Experiments
import NeuralNetwork
import Session
import Testing

/// Parts that cannot work together are refused wherever they are asked for, in one sentence.
@Suite struct PartsTests {
  private static let cases: [(sets: [String], key: String, value: String, sentence: String)] = [
    (
      ["network.hidden=[4, 2]"], "optimizer.name", "perceptron", "\(Mismatch.perceptronWithHiddenLayers)"
    ),
    (
      ["network.hidden=[]"], "optimizer.name", "perceptron",
      "\(Mismatch.perceptronWithoutThreshold(output: .tanh))"
    ),
    (["network.hidden=[4]"], "network.activation", "softmax", "\(Mismatch.hiddenSoftmax(layer: 0))"),
  ]

  @Test(arguments: cases.indices) func onTheScreen(_ number: Int) throws {
    let (sets, key, value, sentence) = Self.cases[number]
    var play = try Play("circle", sets[0])
    let before = play.run.experiment
    let news = play.set(key, value)
    let words = news.compactMap { if case .refused(let words) = $0 { words } else { nil } }
    #expect(words.count == 1 && words[0].contains(sentence), "\(words)")
    #expect(!sentence.contains("\n") && play.run.experiment == before)
  }

  @Test(arguments: cases.indices) func onTheCommandLine(_ number: Int) throws {
    let (sets, key, value, sentence) = Self.cases[number]
    let error = #expect(throws: Mistake.self) { try Play("circle", sets[0], "\(key)=\(value)") }
    #expect(error?.description.contains(sentence) == true)
  }

  @Test func steppingThroughOptimizersLeavesThePerceptronOut() throws {
    var play = try Play("circle")
    let rule = Setting.all.first { $0.key == "optimizer.name" }!
    var seen: Set<Optimizer.Kind> = []
    for _ in Optimizer.Kind.allCases {
      play.perform(.change(rule, by: 1))
      seen.insert(play.trainer.settings.optimizer)
    }
    #expect(!seen.contains(.perceptron) && seen.count == Optimizer.Kind.allCases.count - 1)
  }
}
