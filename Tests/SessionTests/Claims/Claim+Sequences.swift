import Experiments
import LinearAlgebra
import NeuralNetwork
import Session
import Testing
import Training

/// Networks that read sequences.
extension Claim {
  static let sequences = echoes + waves + vanishing + size + grammar

  private static let echoes = [
    Claim("echo", "Say what came in five steps ago.") { play in
      let data = play.recurrent.data.training
      for rows in data.sequences {
        for row in rows.dropFirst(5) { #expect(data.targets[row, 1] == (data.inputs[row - 5, 0] > 0 ? 1 : 0)) }
      }
    },
    Claim("echo", "The network has to carry five bits along in its units.") { play in
      #expect(play.recurrent.data.training.inputs.columns == 1 && play.recurrent.network.units == 16)
    },
    Claim("echo", "Each column is the same network at the next step of time.") {
      #expect($0.recurrent.phasesPerStep == 54)
    },
    Claim("echo", "In the first five steps nothing is wanted.") { play in
      #expect(play.run.findings.test!.accuracyByStep.prefix(5).allSatisfy { $0 == nil })
      #expect(play.run.findings.test!.accuracyByStep.dropFirst(5).allSatisfy { $0 != nil })
    },
    Claim("echo", "After three epochs all is right.") { play in
      play.finishStep()
      #expect(play.run.history.process.epoch == 3 && play.testAccuracy == 1)
    },
    Claim("echo", "Errors now pass back through three steps and no more.") { play in
      play.enter(step: 2)
      #expect(play.recurrent.truncation == 3)
    },
    Claim("echo", "Can the network learn to look back five?") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.testAccuracy < 0.9)
    },
    Claim("echo", "it cannot") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.testAccuracy < 0.9)
    },
    Claim("echo", "With six steps it can, in ten epochs.") { play in
      play.enter(step: 3)
      play.finishStep()
      #expect(play.recurrent.truncation == 6 && play.testAccuracy > 0.99)
    },
    Claim(
      "parity-sequence", "After each bit, say whether the number of ones so far is odd.",
      check: { play in
        let data = play.recurrent.data.training
        for rows in data.sequences {
          var ones = 0
          for row in rows {
            ones += data.inputs[row, 0] > 0 ? 1 : 0
            #expect(data.targets[row, 1] == Float(ones % 2))
          }
        }
      }),
    Claim("parity-sequence", "It is a memory of a single bit, turned over by each 1.") { play in
      play.finishStep()
      #expect(play.testAccuracy == 1)
    },
    Claim("parity-sequence", "After ten epochs all are right.") { play in
      play.finishStep()
      #expect(play.run.history.process.epoch == 10 && play.testAccuracy == 1)
    },
  ]

  private static let waves = [
    Claim(
      "sine-wave",
      "Three curves - the truth, the next value as it is predicted from true ones, and the network left to itself from the "
        + "middle on."
    ) { play in #expect(play.recurrent.network.inputs == play.recurrent.network.outputs) },
    Claim("sine-wave", "After ten epochs the prediction explains 98 % of the variance.") { play in
      play.finishStep()
      #expect(play.run.test!.r2! > 0.98)
    },
    Claim("sine-wave", "After 90 more epochs the network left to itself keeps the wave over its 20 steps.") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.freeError < 0.3, "\(play.freeError)")
    },
  ]

  private static let vanishing = [
    Claim("vanishing", "Remember the first of thirty symbols.") { play in
      let data = play.recurrent.data.training
      for rows in data.sequences {
        #expect(rows.count == 30 && data.targets.row(rows.last!) == data.inputs.row(rows.first!))
      }
    },
    Claim(
      "vanishing",
      "The largest singular value of the recurrent weights is 0.5, so an error is at least halved by each step on its way "
        + "back."
    ) { play in
      #expect(abs(play.recurrent.network.largestSingularValue - 0.5) < 1e-5)
      play.finishStep()
      #expect(zip(play.norms, play.norms.dropFirst()).allSatisfy { $0 <= 0.5001 * $1 })
    },
    Claim("vanishing", "At the first step it is more than 100 million times smaller than at the last.") { play in
      play.finishStep()
      #expect(play.norms.first! * 1e8 < play.norms.last!)
    },
    Claim("vanishing", "Will the network have learned the first symbol after 30 epochs?") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.testAccuracy < 0.4)
    },
    Claim(
      "vanishing",
      "With rectifiers and a singular value of 8 the gradient explodes - at the first step it is more than 10000 times larger."
    ) { play in
      play.enter(step: 3)
      play.finishStep()
      #expect(play.norms.first! > 1e4 * play.norms.last!)
    },
    Claim("vanishing", "The clip cuts the update to a length of 1 times the rate.") { play in
      play.enter(step: 3)
      let before = play.recurrent.network.parameters.values
      play.finishStep()
      let step = zip(play.recurrent.network.parameters.values, before).reduce(0.0) {
        $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1))
      }
      #expect(abs(step.squareRoot() - 0.1) < 1e-3, "\(step.squareRoot())")
    },
    Claim("vanishing", "With 1.1, and adam, all test sequences are right after 60 epochs.") { play in
      play.enter(step: 4)
      play.finishStep()
      #expect(play.testAccuracy == 1)
    },
  ]

  private static let size = [
    Claim(
      "vanishing", "Whether an error finds its way back there depends on the size of the recurrent weights."
    ) { _ in
      let shares = try ["0.5", "1", "1.5"].map { value in
        var play = try Play("vanishing", "recurrent.singular=\(value)")
        play.finishStep()
        return play.norms.first! / play.norms.last!
      }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 * 100 < $1 }, "\(shares)")
    }
  ]

  private static let grammar = [
    Claim("reber", "The network finds out which symbols may come next.") { play in
      play.finishStep()
      #expect(play.run.findings.test!.legal! > 0.99)
    },
    Claim("reber", "At first no string is predicted legally throughout.") {
      #expect($0.run.findings.test!.legal! == 0)
    },
    Claim("reber", "After three epochs every prediction is a symbol that the grammar allows.") { play in
      play.finishStep()
      #expect(play.run.history.process.epoch == 3 && play.run.findings.test!.legal! == 1)
    },
    Claim(
      "reber",
      "Yet fewer than 60 % are the symbol that came, for where the grammar leaves a choice there is nothing to know."
    ) { play in
      play.finishStep()
      #expect(play.testAccuracy < 0.6)
    },
  ]
}

extension Play {
  fileprivate var recurrent: RecurrentTrainer { run.history.process.recurrent! }
  fileprivate var norms: [Double] { recurrent.propagation.gradientNorms }

  /// The root of the mean squared error of twenty steps left to itself, on the test sequences.
  fileprivate var freeError: Double {
    let test = recurrent.data.test
    var sum = 0.0
    for number in 0..<test.count {
      let inputs = test.inputs(ofSequence: number)
      let given = Matrix(rows: 20, columns: 1, elements: Array(inputs.elements.prefix(20)))
      let outputs = recurrent.network.runFreely(after: given, steps: 20)
      for step in 20..<40 {
        let error = Double(outputs[step, 0] - test.targets[test.sequences[number].lowerBound + step, 0])
        sum += error * error
      }
    }
    return (sum / Double(20 * test.count)).squareRoot()
  }
}
