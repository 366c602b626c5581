import Experiments
import NeuralNetwork
import Plots
import Screen
import Testing
import Training

@testable import Session
@testable import Visualizer

/// Well-known exercises, done from an opened demo with six keys at most, and what comes of them in the engine's values.
struct ExerciseTests {
  /// Types keys in a demo and lets it learn.
  private func done(_ demo: String, _ keys: [Key], epochs: Int) throws -> State {
    #expect(keys.count <= 6)
    var state = try State.opened(demo, width: 200, height: 60)
    state.type(keys)
    learn(&state, epochs: epochs)
    return state
  }

  private func learn(_ state: inout State, epochs: Int) {
    if !state.isRunning { state.perform(.session(.toggleRun)) }
    let end = state.run!.trainer.epoch + epochs
    while state.run!.trainer.epoch < end, state.run!.trainer.divergence == nil {
      state.perform(.session(.train(updates: 20)))
    }
    if state.isRunning { state.perform(.session(.toggleRun)) }
  }

  /// A learning rate of 3: three keys, and the cost is far above that of 0.1.
  @Test func aLearningRateOfThree() throws {
    let calm = try done("circle", [], epochs: 60)
    let wild = try done("circle", .letters("..."), epochs: 60)
    #expect(wild.run!.trainer.settings.learningRate == 3)
    #expect(try #require(calm.run!.training).cost * 5 < #require(wild.run!.training).cost)
    #expect(wild.picture.text.contains("η 3"))
  }

  /// A product of the inputs in place of a layer.
  @Test func aFeatureCrossInPlaceOfALayer() throws {
    let line = try done("cross", [], epochs: 100)
    #expect(try #require(line.run!.test?.accuracy) < 0.75)
    let cross = try done("cross", .letters("I") + [.down, .down, .down, .down, .enter], epochs: 100)
    #expect(cross.run!.trainer.network.layout.sizes == [3, 1])
    #expect(try #require(cross.run!.test?.accuracy) > 0.97)
  }

  /// Exclusive or with one hidden unit cannot be learned, with four it is.
  @Test func exclusiveOrWithOneUnit() throws {
    let four = try done("xor", [], epochs: 100)
    #expect(try #require(four.run!.test?.accuracy) > 0.97)
    let one = try done("xor", .letters("JJJ"), epochs: 100)
    #expect(one.run!.trainer.network.layout.sizes == [2, 1, 1])
    #expect(try #require(one.run!.test?.accuracy) < 0.9)
  }

  /// The circle takes three units of one layer: found by taking one away at a time, each run to its end.
  @Test func theFewestUnitsForTheCircle() throws {
    var state = try State.opened("few-units")
    var best: [Int: Double] = [:]
    for _ in 0..<4 {
      learn(&state, epochs: 80)
      best[state.run!.trainer.network.layout.sizes[1]] = state.run!.test?.accuracy
      state.type(.letters("J"))
    }
    #expect(Set(best.keys) == [1, 2, 3, 4])
    #expect(best[4]! > 0.95 && best[3]! > 0.95)
    #expect(best[2]! < 0.95 && best[1]! < 0.9)
  }

  /// Five new starts are five branches, each listed with its seed and where it ended.
  @Test func fiveNewStarts() throws {
    var state = try State.opened("xor")
    for _ in 0..<5 {
      state.type(.letters("R"))
      learn(&state, epochs: 20)
    }
    let branches = state.run!.history.branches
    #expect(branches.count >= 5)
    state.type(.letters("t"))
    let seeds = Set(state.run!.tips.values.filter { $0.updates > 0 }.map(\.seed))
    #expect(seeds.count == 5)
    for seed in seeds { #expect(state.picture.text.contains("seed \(seed)") || state.picture.text.contains("\(seed)")) }
  }

  /// An L1 penalty brings weights to zero, where none were without it; they are counted on the screen.
  @Test func aPenaltyMakesWeightsZero() throws {
    let free = try done("sparse", [], epochs: 100)
    let held = try done("sparse", .letters(":l1") + [.enter], epochs: 100)
    #expect(held.run!.trainer.settings.regularization == Regularization(.l1, rate: 0.01))
    #expect(zeros(free) == 0 && zeros(held) >= 5)
    var seen = held
    seen.type(.letters("6z"))
    let first = Health(of: seen.run!.trainer).layers[0]
    #expect(first.zeros > 0 && seen.picture.text.contains("\(first.zeros) of 28"))
  }

  private func zeros(_ state: State) -> Int { Health(of: state.run!.trainer).layers.reduce(0) { $0 + $1.zeros } }
}
