import Datasets
import Experiments
import NeuralNetwork
import ScratchFolder
import Testing
import Training

/// The demos as they are shipped.
struct DemoTests {
  static let demos = Demos.all.map(\.name)

  @Test func theyAreFound() {
    #expect(Set(["xor", "circle", "gauss", "spiral", "iris", "digits", "plane"]).isSubset(of: Self.demos))
  }

  @Test(arguments: demos)
  func eachIsRightAndBegins(_ name: String) throws {
    let opened = try Experiment.open(source: name)
    #expect(opened.experiment.title != name && !opened.experiment.summary.isEmpty)
    switch try opened.experiment.engine(for: opened.dataset) {
    case .training(var trainer):
      for _ in 0..<3 { trainer.step() }
      #expect(trainer.updates == 3 && trainer.divergence == nil)
    case .recurrent(var trainer):
      trainer.step(times: 3)
      #expect(trainer.updates == 3 && trainer.divergence == nil)
    case .settling(var settling):
      settling.settle(sweeps: 1000)
      #expect(settling.rest == .fixedPoint)
    }
  }

  private func train(_ name: String, seed: UInt64, epochs: Int) throws -> Trainer {
    let opened = try Experiment.open(source: name, seed: seed)
    var trainer = opened.experiment.trainer(for: try opened.experiment.learningData(from: opened.dataset))
    while trainer.epoch < epochs { trainer.step() }
    return trainer
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func irisIsTold(seed: UInt64) throws {
    let trainer = try train("iris", seed: seed, epochs: 200)
    #expect(try #require(trainer.measureTest()?.accuracy) >= 0.93)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func xorIsLearned(seed: UInt64) throws {
    let trainer = try train("xor", seed: seed, epochs: 100)
    #expect(trainer.network.layout.sizes == [2, 4, 1] && trainer.network.activations[0] == .tanh)
    #expect(try #require(trainer.measureTraining()).cost < 0.02)
  }

  @Test func spiralIsLearned() throws {
    let trainer = try train("spiral", seed: 1, epochs: 100)
    #expect(trainer.network.layout.sizes == [2, 8, 8, 1])
    #expect(try #require(trainer.measureTraining()).cost < 0.1)
  }

  @Test func irisHasFishersFlowers() throws {
    let dataset = try Experiment.open(source: "iris").dataset
    #expect(dataset.count == 150 && dataset.classNames == ["setosa", "versicolor", "virginica"])
    #expect(dataset.inputNames == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    #expect(Array(dataset.inputs.row(0)) == [5.1, 3.5, 1.4, 0.2])
  }

  @Test func digitsArePictures() throws {
    let dataset = try Experiment.open(source: "digits").dataset
    #expect(dataset.count == 1797 && dataset.imageSize == Dataset.ImageSize(rows: 8, columns: 8))
    #expect(dataset.classNames == (0...9).map { String($0) })
  }
}

/// Data files without a demo file, and generators by name.
struct SourceTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func classesOfAnOwnFile() throws {
    let path = try scratch.file("my data.csv", "h,w,kind\n1,2,a\n3,4,b\n5,6,c\n7,8,a\n")
    let opened = try Experiment.open(source: path)
    #expect(opened.experiment.name == "my data")
    #expect(opened.experiment.network.output == .softmax && opened.experiment.training.cost == .crossEntropy)
    #expect(opened.experiment.recipe.scaling == .standardize && opened.experiment.network.hidden.count == 1)
    #expect(opened.dataset.classNames == ["a", "b", "c"])
  }

  @Test func numbersOfAnOwnFile() throws {
    let path = try scratch.file("own.csv", "x,y\n1,2.5\n3,4.5\n5,6\n7,8\n")
    let opened = try Experiment.open(source: path)
    #expect(opened.experiment.network.output == .linear && opened.experiment.training.cost == .quadratic)
    #expect(opened.experiment.coding(for: opened.dataset) == .value)
  }

  @Test func largeNumbersOfAnOwnFileAreLearnedToScale() throws {
    let rows = (0..<40).map { "\($0),\(100_000 + 5000 * $0)" }
    let path = try scratch.file("prices.csv", (["x,price"] + rows).joined(separator: "\n"))
    let opened = try Experiment.open(source: path)
    #expect(opened.experiment.recipe.labelScaling == .standardize)
    var trainer = opened.experiment.trainer(for: try opened.experiment.learningData(from: opened.dataset))
    while trainer.epoch < 100 { trainer.step() }
    #expect(try #require(trainer.measureTest()?.r2) > 0.9)
    let plain = try Experiment.load(source: path, sets: ["data.scale-label=none"])
    #expect(plain.recipe.labelScaling == .none)
  }

  @Test func anOutputForClassesMakesNumbersClasses() throws {
    let path = try scratch.file("own.csv", "x,y\n1,2.5\n3,4.5\n5,2.5\n7,8\n")
    #expect(try Experiment.open(source: path, sets: ["network.output=softmax"]).dataset.classNames?.count == 3)
    #expect(try Experiment.open(source: path, sets: ["data.task=classification"]).dataset.classNames?.count == 3)
  }

  @Test func generatorsByName() throws {
    #expect(try Experiment.load(source: "parity-4").recipe.source == .generator(.parity(4)))
    let mistake = #expect(throws: Mistake.self) { try Experiment.load(source: "parity-44") }
    #expect(mistake?.kind == .missing)
  }

  @Test(
    arguments: [
      (.tanh, .quadratic, .signed), (.linear, .huber, .signed), (.sigmoid, .quadratic, .unit),
      (.threshold, .quadratic, .unit),
      (.softmax, .crossEntropy, .oneHot), (.sigmoid, .hinge, .signed), (.rectifier, .hellinger, .unit),
      (.softplus, .quadratic, .unit), (.elu, .quadratic, .signed),
    ] as [(Activation, Cost, TargetCoding)])
  func targetsAreCodedToSuitTheOutput(_ output: Activation, _ cost: Cost, _ coding: TargetCoding) throws {
    var experiment = Experiment(name: "t", source: .generator(.xor))
    experiment.network.output = output
    experiment.training.cost = cost
    #expect(experiment.coding(for: try experiment.recipe.load()) == coding)
  }

  @Test func theSameSeedGivesTheSameRun() throws {
    func run(_ seed: UInt64) throws -> Trainer {
      let opened = try Experiment.open(source: "spiral", seed: seed)
      var trainer = opened.experiment.trainer(for: try opened.experiment.learningData(from: opened.dataset))
      for _ in 0..<50 { trainer.step() }
      return trainer
    }
    let networks = try [3, 3, 4].map { try run($0).network }
    #expect(networks[0] == networks[1] && networks[0] != networks[2])
  }
}
