import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@Suite struct RecurrentTrainerTests {
  static func trainer(
    _ generator: SequenceGenerator, units: Int, activation: Activation = .tanh, training: Int = 40, steps: Int? = nil,
    settings: TrainingSettings, truncation: Int? = nil, initializer: Initializer = .lecun, seed: UInt64 = 1
  ) -> RecurrentTrainer {
    var stream = RandomStream(seed: seed, purpose: .weights)
    let data = generator.data(training: training, test: 100, steps: steps, seed: seed)
    var network = RecurrentNetwork(
      inputs: data.training.inputs.columns, units: units, outputs: data.training.targets.columns,
      activation: activation, output: generator.meaning == .classes ? .softmax : .linear)
    network.initialize(with: initializer, from: &stream)
    return RecurrentTrainer(network: network, data: data, settings: settings, truncation: truncation, seed: seed)
  }

  static let settings = TrainingSettings(
    cost: .crossEntropy, optimizer: .adam, learningRate: 0.01, batch: .samples(7), clipping: 1)

  /// An update in one call is the same as its phases one by one, over the end of an epoch too.
  @Test(arguments: [SequenceGenerator.echo(delay: 3), .reber, .first], [nil, 2])
  func stepIsRepeatedAdvance(generator: SequenceGenerator, truncation: Int?) {
    var settings = Self.settings
    settings.regularization = Regularization(.l2, rate: 0.001)
    var whole = Self.trainer(generator, units: 6, training: 10, settings: settings, truncation: truncation)
    var stepwise = whole
    for _ in 0..<5 {
      whole.step()
      repeat { stepwise.advance() } while stepwise.phase != .input
      #expect(whole == stepwise)
    }
    #expect(whole.epoch > 0 && whole.divergence == nil)
  }

  @Test func phasesGoForwardInTimeAndBack() {
    var trainer = Self.trainer(.parity, units: 3, training: 2, steps: 3, settings: Self.settings)
    var phases: [RecurrentPhase?] = []
    for _ in 0..<10 {
      trainer.advance()
      phases.append(trainer.performed)
    }
    #expect(
      phases == [
        .input, .forward(step: 0), .forward(step: 1), .forward(step: 2), .error, .backward(step: 2),
        .backward(step: 1), .backward(step: 0), .update, .epoch,
      ])
    #expect(trainer.clock == 10 && trainer.updates == 1 && trainer.epoch == 1 && trainer.epochStart == 0)
  }

  /// How long the batch in hand is can be told at every moment without a pass through it.
  @Test(arguments: [BatchSize.all, .samples(7)]) func theStepsInHandAreThoseOfThePass(batch: BatchSize) {
    var settings = Self.settings
    settings.batch = batch
    var trainer = Self.trainer(.reber, units: 3, training: 10, settings: settings)
    while trainer.epoch < 2 || trainer.phase != .error {
      #expect(
        RecurrentPropagation.steps(inHandOf: trainer) == RecurrentPropagation(inHandOf: trainer).steps,
        "\(trainer.phase)")
      trainer.advance()
    }
    trainer.apply(.parameter(index: 0, value: 1))
    #expect(RecurrentPropagation.steps(inHandOf: trainer) == RecurrentPropagation(inHandOf: trainer).steps)
  }

  /// Every rule learns something of a sine.
  @Test(arguments: Optimizer.Kind.allCases.filter { $0 != .perceptron }) func everyOptimizerLowersTheCost(
    kind: Optimizer.Kind
  ) {
    let settings = TrainingSettings(
      optimizer: kind, learningRate: kind == .adadelta ? 1 : 0.02, batch: .all, clipping: 1)
    var trainer = Self.trainer(.sine, units: 4, training: 5, steps: 15, settings: settings)
    let before = trainer.measureTraining()!.cost
    trainer.step(times: 30)
    #expect(trainer.divergence == nil)
    #expect(trainer.measureTraining()!.cost < before, "\(kind)")
  }

  /// Every cost with an output that fits: the objective falls along its own gradient.
  @Test(arguments: Cost.allCases) func everyCostFallsAlongItsGradient(cost: Cost) throws {
    let output = try #require(cost.outputs.first { $0 == .softmax || $0 == .tanh })
    let settings = TrainingSettings(cost: cost, learningRate: 0.01, batch: .all)
    var trainer = Self.trainer(.echo(delay: 1), units: 5, training: 4, steps: 6, settings: settings)
    trainer.apply(.output(output))
    let before = trainer.measureTraining()!.cost
    trainer.step(times: 5)
    #expect(trainer.measureTraining()!.cost < before, "\(cost) with \(output)")
  }

  @Test func divergenceStopsBeforeTheWeights() {
    let settings = TrainingSettings(learningRate: 1e20, batch: .all)
    var trainer = Self.trainer(.sine, units: 4, activation: .rectifier, training: 3, steps: 10, settings: settings)
    trainer.step(times: 50)
    #expect(trainer.divergence != nil)
    #expect(trainer.network.parameters.values.allSatisfy { $0.isFinite })
    let stopped = trainer
    trainer.step()
    #expect(trainer.clock == stopped.clock && trainer.network == stopped.network && trainer.phase == .update)
    trainer.apply(.settings(TrainingSettings(learningRate: 1e-3)))
    #expect(trainer.divergence == nil && trainer.phase == .input)
  }

  /// A walk of moves and edits, from a copy and from the beginning, comes to the same bits.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func replayGivesTheSameBits(seed: UInt64) {
    let start = Self.trainer(.reber, units: 5, training: 9, settings: Self.settings, seed: seed)
    var stream = RandomStream(seed: seed, purpose: .search)
    let moves = (0..<120).map { _ in stream.integer(below: 14) }
    func walk(_ trainer: inout RecurrentTrainer, _ moves: ArraySlice<Int>) {
      for move in moves {
        switch move {
        case 0: trainer.apply(.parameter(index: 3, value: 0.5))
        case 1: trainer.apply(.truncation(trainer.truncation == nil ? 3 : nil))
        case 2: trainer.apply(.activation(trainer.network.activation == .tanh ? .rectifier : .tanh))
        case 3: trainer.apply(.singularValue(1))
        case 4: trainer.step()
        default: for _ in 0..<move { trainer.advance() }
        }
      }
    }
    var first = start
    walk(&first, moves[..<60])
    var second = first
    walk(&first, moves[60...])
    walk(&second, moves[60...])
    var third = start
    walk(&third, moves[...])
    #expect(first == second && second == third, "seed \(seed)")
  }
}
