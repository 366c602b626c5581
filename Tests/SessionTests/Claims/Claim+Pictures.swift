import Foundation
import Testing
import Training

/// More than two classes, and inputs of more than two numbers.
extension Claim {
  static let pictures = [
    Claim("digits", "Real digits of 8x8 pixels from forms filled in by 13 people.") { play in
      #expect(play.trainer.network.layout.inputs == 8 * 8)
      let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../demos/SOURCES.md")
      let text = try String(contentsOf: sources.standardized, encoding: .utf8)
      #expect(text.contains("digits by 13 people, 8x8 pixels"))
    },
    Claim("digits", "64 inputs, ten outputs, and a confusion matrix that empties off its diagonal.") { play in
      #expect(play.trainer.network.layout.sizes.first == 64 && play.trainer.network.layout.sizes.last == 10)
      let before = play.mistakes
      play.train(epochs: 10)
      #expect(before > 1000 && play.mistakes < 40)
    },
    Claim("iris", "Fisher's flowers of 1936.") { play in
      #expect(play.run.dataset.count == 150)
    },
    Claim("iris", "Four lengths in, three species out; two of them overlap, so see which get mixed up.") { play in
      #expect(play.trainer.network.layout.sizes == [4, 8, 3])
      play.train(epochs: 100)
      let confusion = play.run.training!.confusion!
      #expect(confusion[0][1] + confusion[0][2] + confusion[1][0] + confusion[2][0] == 0)
      #expect(confusion[1][2] + confusion[2][1] > 0)
    },
    Claim("parity", "Is the number of ones odd?") { play in
      let samples = play.trainer.data.training
      for row in 0..<samples.count {
        let ones = samples.inputs.row(row).count { $0 > 0.5 }
        #expect((samples.targets[row, 0] > 0) == !ones.isMultiple(of: 2))
      }
    },
    Claim(
      "parity", "Every bit counts, and one flip turns the answer, so nothing short of all five inputs helps."
    ) { play in
      let samples = play.trainer.data.training
      #expect(samples.count == 32 && samples.inputs.columns == 5)
      for input in 0..<5 {
        let agreement = (0..<32).reduce(Float(0)) { $0 + (samples.inputs[$1, input] - 0.5) * samples.targets[$1, 0] }
        #expect(agreement == 0)
      }
      play.train(epochs: 100)
      #expect(play.accuracy == 1)
    },
    Claim("three-arms", "A spiral with three classes, so three outputs.") { play in
      #expect(play.trainer.data.classNames?.count == 3 && play.trainer.network.layout.sizes.last == 3)
      play.train(epochs: 20)
      #expect(play.accuracy > 0.9)
    },
    Claim("three-arms", "Softmax turns them into shares of one whole.") { play in
      play.train(updates: 10)
      let outputs = play.trainer.propagation.layers.last!.a
      let samples = play.trainer.propagation.count
      for sample in 0..<samples {
        #expect(abs(outputs[3 * sample..<3 * sample + 3].reduce(0, +) - 1) < 1e-6)
      }
    },
  ]
}

extension Play {
  /// How many samples of the training part stand off the confusion matrix's diagonal.
  fileprivate var mistakes: Int {
    run.training!.confusion!.enumerated().reduce(0) { $0 + $1.element.reduce(0, +) - $1.element[$1.offset] }
  }
}
