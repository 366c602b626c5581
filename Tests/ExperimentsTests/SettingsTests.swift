import Datasets
import Experiments
import NeuralNetwork
import ScratchFolder
import Testing
import Training

struct SettingsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open(_ text: String, sets: [String] = []) throws -> Experiment {
    try Experiment.load(source: scratch.file("demo.yaml", text), sets: sets)
  }

  @Test func everyKey() throws {
    let experiment = try open(
      """
      title: Two spirals
      summary: "A line: with a colon"
      seed: 18446744073709551615
      data: {source: spiral, samples: 40, noise: 5, train: 0.25, scale: normalize, inputs: [x1, x2², sin(x2)]}
      network: {hidden: [8, 3], activation: [relu, scaled-tanh], output: sigmoid, initializer: small-normal, dropout: [0.5, 0]}
      cost: cross-entropy
      optimizer: {name: adamw, rate: 1e-3, schedule: 1/t, clip: 2.5}
      batch: all
      shuffle: false
      regularization: {kind: L2, rate: 0.01}
      surface: {axes: "layers.0.weight[2][1], layers.1.bias[0]"}
      view: map
      speed: max
      """)
    #expect(experiment.name == "demo")
    #expect(experiment.title == "Two spirals")
    #expect(experiment.summary == "A line: with a colon")
    #expect(experiment.seed == .max && experiment.recipe.seed == .max)
    #expect(experiment.recipe.source == .generator(.spiral))
    #expect(experiment.recipe.samples == 40 && experiment.recipe.noise == 5 && experiment.recipe.trainShare == 0.25)
    #expect(experiment.recipe.scaling == .normalize)
    #expect(experiment.recipe.inputs == [.input(0), .square(1), .sine(1)])
    #expect(experiment.network.hidden == [8, 3])
    #expect(experiment.network.activations == [.rectifier, .scaledTanh])
    #expect(experiment.network.output == .sigmoid && experiment.network.initializer == .smallNormal)
    #expect(
      experiment.training
        == TrainingSettings(
          cost: .crossEntropy, optimizer: .adamw, learningRate: 0.001, batch: .all, shuffle: false,
          regularization: Regularization(.l2, rate: 0.01), schedule: .inverseTime, dropout: [0.5, 0], clipping: 2.5))
    #expect(experiment.surfaceAxes == .parameters(.weight(layer: 0, unit: 2, input: 1), .bias(layer: 1, unit: 0)))
    #expect(experiment.view == "map" && experiment.speed == .unlimited)
  }

  @Test func whatIsNotSaidHasADefault() throws {
    let experiment = try open("data: {source: circle}")
    #expect(experiment.title == "demo" && experiment.seed == 1)
    #expect(experiment.network == Experiment.NetworkSettings(hidden: [4, 2], activation: .tanh, output: .tanh))
    #expect(experiment.training == TrainingSettings())
    #expect(try open("").recipe.source == .generator(.circle))
  }

  @Test(
    arguments: [
      ("plane", "", .linear, .quadratic), ("three-arms", "", .softmax, .crossEntropy), ("xor", "", .tanh, .quadratic),
      ("xor", "cost: cross-entropy", .sigmoid, .crossEntropy), ("xor", "cost: kl-divergence", .softmax, .klDivergence),
      ("three-arms", "cost: quadratic", .softmax, .quadratic), ("xor", "cost: hinge", .tanh, .hinge),
    ] as [(String, String, Activation, Cost)])
  func theOutputSuitsTheData(_ source: String, _ line: String, _ output: Activation, _ cost: Cost) throws {
    let experiment = try open("data: {source: \(source)}\n\(line)")
    #expect(experiment.network.output == output && experiment.training.cost == cost)
  }

  @Test func setsComeAfterTheFileAndInTheirOrder() throws {
    let experiment = try open(
      "data: {source: xor, noise: 5}\nnetwork: {hidden: [4], activation: relu}",
      sets: ["network.hidden=[8, 8]", "data={noise: 7, samples: 30}", "optimizer.rate=0.5", "optimizer.rate=0.25"])
    #expect(experiment.network.hidden == [8, 8] && experiment.network.activations == [.rectifier, .rectifier])
    #expect(experiment.recipe.noise == 7 && experiment.recipe.samples == 30)
    #expect(experiment.training.learningRate == 0.25)
  }

  @Test func theSeedIsPutOverAll() throws {
    let path = try scratch.file("demo.yaml", "seed: 3")
    #expect(try Experiment.load(source: path, sets: ["seed=4"], seed: 5).seed == 5)
  }

  @Test func oneDropoutRateIsForAllLayersAndClippingCanBeTakenBack() throws {
    let experiment = try open("network: {dropout: 0.2}\noptimizer: {clip: 3}", sets: ["optimizer.clip=none"])
    #expect(experiment.training.dropout.prefix(2) == [0.2, 0.2] && experiment.training.clipping == nil)
  }

  @Test func anActivationOfALayerThatIsAddedLater() throws {
    let experiment = try open("network: {hidden: [], activation: elu}")
    #expect(try experiment.applying([SettingChange(key: "network.hidden", value: "[2]")]).network.activations == [.elu])
  }
}
