import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

/// That the tasks are learned: the quick one always, the others where the build is optimized.
@Suite struct LearningTests {
  @Test func aShortEchoIsLearned() throws {
    let trainer = train(.echo(delay: 1), units: 6, training: 30, steps: 8, updates: 150, rate: 0.02)
    #expect(try #require(trainer.measureTest()?.accuracy) > 0.99)
  }

  #if !DEBUG
    @Test func anEchoOfFiveStepsIsLearned() throws {
      let trainer = train(.echo(delay: 5), units: 24, training: 200, updates: 3000, rate: 0.005)
      let measures = try #require(trainer.measureTest())
      #expect(measures.accuracy! >= 0.99, "\(measures)")
      #expect(measures.accuracyByStep.prefix(5).allSatisfy { $0 == nil })
    }

    @Test func rebersGrammarIsLearned() throws {
      let trainer = train(.reber, units: 12, training: 300, updates: 3000, rate: 0.01)
      #expect(try #require(trainer.measureTest()?.legal) >= 0.99)
    }

    @Test(arguments: [SequenceGenerator.sine, .twoSines]) func wavesAreLearned(generator: SequenceGenerator) throws {
      let trainer = train(generator, units: 16, training: 50, updates: 4000, rate: 0.003)
      #expect(try #require(trainer.measureTest()?.r2) >= 0.99)
      guard generator == .sine else { return }
      let truth = trainer.data.test.inputs(ofSequence: 0)
      let given = Matrix(rows: 10, columns: 1, elements: Array(truth.elements[..<10]))
      let free = trainer.network.runFreely(after: given, steps: 28)
      let errors = (10..<38).map { abs(free[$0, 0] - truth[$0 + 1, 0]) }
      #expect(errors.max()! < 0.3, "\(errors)")
    }

    @Test func parityIsLearned() throws {
      let trainer = train(.parity, units: 12, training: 300, steps: 8, updates: 6000, rate: 0.01)
      #expect(try #require(trainer.measureTest()?.accuracy) >= 0.99)
    }
  #endif

  private func train(
    _ generator: SequenceGenerator, units: Int, training: Int, steps: Int? = nil, updates: Int, rate: Float
  ) -> RecurrentTrainer {
    let settings = TrainingSettings(
      cost: generator.meaning == .classes ? .crossEntropy : .quadratic, optimizer: .adam, learningRate: rate,
      batch: .samples(20), clipping: 1)
    var trainer = RecurrentTrainerTests.trainer(
      generator, units: units, training: training, steps: steps, settings: settings)
    trainer.step(times: updates)
    return trainer
  }
}
