import Datasets
import ErrorSurfaces
import Foundation
import NeuralNetwork
import ScratchFolder
import Testing
import Training

@testable import Experiments

/// A written experiment reads back as it was.
@Suite struct WritingTests {
  private func reread(_ experiment: Experiment) throws -> Experiment {
    let scratch = try Scratch()
    let path = try scratch.file("\(experiment.name).yaml", experiment.demoFile)
    return try Experiment.load(source: path)
  }

  @Test(arguments: Demos.all.map(\.name)) func everyDemoReadsBack(name: String) throws {
    var experiment = try Experiment.load(source: name)
    experiment.lesson = []
    #expect(try reread(experiment) == experiment)
  }

  @Test(arguments: ["null", "yes", "1e5", "a: b", "it's \"so\"", "# no", "日本", "- x", "{a}", "~"])
  func anyTitleReadsBack(title: String) throws {
    var experiment = try Experiment.load(source: "xor")
    experiment.lesson = []
    (experiment.title, experiment.summary) = (title, title)
    #expect(try reread(experiment) == experiment)
  }

  @Test func everySettingReadsBack() throws {
    var experiment = try Experiment.load(source: "spiral")
    experiment.lesson = []
    experiment.seed = .max
    experiment.recipe.samples = 77
    experiment.recipe.noise = 12.345678
    experiment.recipe.trainShare = 1 / 3
    experiment.recipe.scaling = .normalize
    experiment.recipe.inputs = [InputFeature(name: "x1"), InputFeature(name: "sin(x2)"), InputFeature(name: "x1x2")]
    experiment.network = Experiment.NetworkSettings(hidden: [3, 4, 5], activation: .gelu, initializer: .he)
    experiment.network.activations[1] = .elu
    experiment.network.newLayerActivation = .tanh
    experiment.network.output = .sigmoid
    for cost in Cost.allCases where cost.outputs.contains(.sigmoid) {
      for optimizer in Optimizer.Kind.allCases where optimizer != .perceptron {
        experiment.training.cost = cost
        experiment.training.optimizer = optimizer
        experiment.training.learningRate = 0.1 + 1e-7
        experiment.training.schedule = .cosine
        experiment.training.clipping = 0.3
        experiment.training.dropout = [0.1, 0, 0.25]
        experiment.training.batch = optimizer == .adam ? .all : .samples(13)
        experiment.training.shuffle = optimizer == .sgd
        experiment.training.regularization = Regularization(.l1, rate: 1e-5)
        experiment.surfaceAxes = try SurfaceAxes("layers.1.weight[2][1],layers.0.bias[0]")
        experiment.view = "surface"
        experiment.speed = optimizer == .momentum ? .unlimited : .updatesPerSecond(0.5)
        var expected = experiment
        expected.recipe.seed = experiment.seed
        if [.crossEntropy, .hinge, .klDivergence].contains(cost) { expected.recipe.task = .classification }
        #expect(try reread(experiment) == expected)
      }
    }
  }
}
