import NeuralNetwork
import Testing
import Training

import Experiments
@testable import Session

/// What formulas are worth in networks that hear themselves, by the definitions.
struct FeedbackFormulaTests {
  private func value(_ text: String, _ play: Play) throws -> Double? {
    try Formula(text).value(in: play.session.moment)
  }

  private func isClose(_ left: Double?, _ right: Double, _ bound: Double = 1e-9) -> Bool {
    left.map { abs($0 - right) <= bound } ?? false
  }

  @Test func fieldsAndTheEnergyAreSumsOverTheWeights() throws {
    var play = try Play("hopfield-letters")
    let count = Int(try #require(try value("units", play)))
    #expect(count == 49)
    for _ in 0..<3 {
      let states = try (0..<count).map { try #require(try value("state(\($0))", play)) }
      var energy = 0.0
      for i in [0, 24, 48] {
        let sum = try (0..<count).reduce(0.0) { try $0 + (value("weight(\(i),\($1))", play) ?? .nan) * states[$1] }
        #expect(try isClose(value("field(\(i))", play), sum))
      }
      for i in 0..<count { energy -= try #require(try value("field(\(i))", play)) * states[i] / 2 }
      #expect(try isClose(value("energy", play), energy))
      let restless = try (0..<count).count { try (value("field(\($0))", play) ?? 0) * states[$0] < 0 }
      #expect(try value("restless", play) == Double(restless))
      play.train(updates: 30)
    }
  }

  @Test func aMemoryKnowsItsPatternsAndItsRest() throws {
    var play = try Play("hopfield-letters")
    #expect(try value("patterns", play) == 3 && value("at_rest", play) == 0 && value("sweeps", play) == 0)
    #expect(try isClose(value("overlap(0)", play), 1 - 2.0 * 10 / 49), "10 of 49 units are flipped")
    play.finishStep()
    #expect(try value("overlap(0)", play) == 1 && value("at_rest", play) == 1 && value("restless", play) == 0)
    #expect(try (value("sweeps", play) ?? 0) > 0 && value("solved_share", play) == nil)
    play.perform(.settling(.tryManyTimes))
    #expect(try value("solved_share", play) == play.run.findings.trials?.solved)
    for none in ["overlap(3)", "state(49)", "weight(0,49)", "clashes", "train_cost", "hidden(0,0)", "layers.0.bias[0]"]
    {
      #expect(try value(none, play) == nil, "\(none)")
    }
  }

  @Test func aPuzzleCountsWhatIsPlacedAndWhatClashes() throws {
    var play = try Play("rooks")
    let squares = try (0..<64).filter { try value("state(\($0))", play) == 1 }
    var clashes = 0
    for (place, first) in squares.enumerated() {
      clashes += squares[(place + 1)...].count { $0 / 8 == first / 8 || $0 % 8 == first % 8 }
    }
    #expect(try value("placed", play) == Double(squares.count) && value("clashes", play) == Double(clashes))
    #expect(try value("solved", play) == 0 && value("temperature", play) == 0 && value("patterns", play) == nil)
    play.finishStep()
    #expect(try value("solved", play) == 1 && value("placed", play) == 8 && value("energy", play) == 0)
  }

  @Test func aHiddenStateIsTheActivationOfItsSum() throws {
    let play = try Play("echo")
    let (inputs, units) = (1, 16)
    #expect(try value("time_steps", play) == 25 && value("units", play) == 16 && value("samples", play) == 400)
    #expect(try value("parameters", play) == Double((inputs + units + 1) * units + (units + 1) * 2))
    for (step, unit) in [(0, 0), (1, 3), (24, 15)] {
      var sum = try #require(try value("layers.0.bias[\(unit)]", play))
      sum += try #require(try value("layers.0.weight[\(unit)][0] * input(\(step),0)", play))
      for other in 0..<units where step > 0 {
        sum += try #require(
          try value("layers.0.weight[\(unit)][\(inputs + other)] * hidden(\(step - 1),\(other))", play))
      }
      #expect(try isClose(value("hidden(\(step),\(unit)) - tanh(\(sum))", play), 0, 1e-5))
    }
    #expect(try value("target(4,0)", play) == nil, "nothing is wanted in the first five steps")
    for step in 5..<25 {
      #expect(try value("target(\(step),1)", play) == value("(input(\(step - 5),0) + 1) / 2", play))
      #expect(try isClose(value("answer(\(step),0) + answer(\(step),1)", play), 1, 1e-5))
    }
    for none in ["hidden(25,0)", "hidden(0,16)", "input(0,1)", "input(0)", "time_gradient(25)", "energy", "state(0)"] {
      #expect(try value(none, play) == nil, "\(none)")
    }
  }

  @Test func aRecurrentTrainingIsMeasured() throws {
    var play = try Play("echo")
    let before = try #require(try value("train_cost", play))
    #expect(try isClose(value("rate", play), 0.01) && value("updates", play) == 0)
    play.train(epochs: 1)
    #expect(try (value("train_cost", play) ?? .nan) < before && value("epochs", play) == 1)
    #expect(try value("updates", play) == 20 && value("batch", play) == 20)
    #expect(try value("test_accuracy", play) == play.trained?.measureTest()?.accuracy)
    #expect(try value("diverged", play) == 0 && value("row", play) == nil)
  }

  /// The slope of the cost is what the cost does where a weight moves a little.
  @Test(arguments: ["layers.0.weight[2][0]", "layers.0.weight[3][5]", "layers.0.bias[1]", "layers.1.weight[1][4]"])
  func theGradientIsTheSlopeOfTheCost(weight: String) throws {
    var play = try Play("echo", "sequences.count=20")
    let index = try #require(play.run.history.process.point.layout.index(of: ParameterName(weight)!))
    let (at, slope) = (play.weights[index], try #require(try value("gradient(\(weight))", play)))
    let step: Float = 1.0 / 64
    let costs = try [at + step, at - step].map { place in
      play.perform(.setParameter(index: index, to: place))
      return try #require(try value("train_cost", play))
    }
    let difference = (costs[0] - costs[1]) / (2 * Double(step))
    #expect(abs(difference - slope) < 0.002 + 0.02 * abs(slope), "\(difference) \(slope)")
  }

  @Test func theGradientInTimeIsThatOfEachStep() throws {
    var play = try Play("vanishing")
    play.train(updates: 1)
    let norms = try (0..<30).map { try #require(try value("time_gradient(\($0))", play)) }
    #expect(norms[29] > 1e8 * norms[0] && zip(norms, norms.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func deedsAreWhatKeysDo() throws {
    var play = try Play("hopfield-letters")
    let first = try value("state(0)", play)
    play.perform(.settling(.flip(unit: 0)))
    #expect(try value("state(0)", play) == first.map { -$0 })
    for deed in [LessonStep.Deed.cover, .store, .trials] { play.perform(deed.action) }
    #expect(try value("state(48)", play) == -1 && value("patterns", play) == 4 && value("solved_share", play) != nil)
    play.perform(.settling(.forget))
    #expect(try value("patterns", play) == 3 && value("solved_share", play) == nil, "other patterns, other trials")
  }
}

extension Play {
  fileprivate var trained: RecurrentTrainer? { run.history.process.recurrent }
}
