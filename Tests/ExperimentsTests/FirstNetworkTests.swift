import Datasets
import Experiments
import NeuralNetwork
import ScratchFolder
import Testing
import Training

/// What is chosen for data of which nothing more is known.
struct FirstNetworkTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func table(rows: Int, inputs: Int = 2) throws -> String {
    let names = (0..<inputs).map { "x\($0)," }.joined() + "kind\n"
    let body = (0..<rows).map { row in
      (0..<inputs).map { "\((row * (2 * $0 + 37)) % 101).5," }.joined() + (row % 2 == 0 ? "p\n" : "q\n")
    }
    return try scratch.file("own.csv", names + body.joined())
  }

  private func open(_ source: String, _ sets: String...) throws -> Experiment {
    try Experiment.open(source: source, sets: sets).experiment
  }

  @Test func byRowsAndInputs() throws {
    let small = try open(try table(rows: 100))
    #expect(small.network.hidden == [8] && small.training.optimizer == .adam && small.training.learningRate == 0.01)
    #expect(small.training.regularization == Regularization(.l2, rate: 0.05))  // 3/60
    let wide = try open(try table(rows: 100, inputs: 9))
    #expect(wide.training.regularization.rate == 0.2)  // 10/60, one digit
    let long = try open(try table(rows: 9000))
    #expect(long.network.hidden == [32] && long.training.learningRate == 0.003)
  }

  @Test(arguments: [(39, nil), (40, "0.6/0.2/0.2")] as [(Int, String?)])
  func aTestPartIsSealedWhereThereAreRowsForIt(rows: Int, split: String?) throws {
    let opened = try Experiment.open(source: try table(rows: rows))
    #expect(opened.isBareData && opened.experiment.recipe.split?.text == split)
    #expect((opened.data?.sealed != nil) == (split != nil))
    #expect(opened.data == (try opened.experiment.learningData(from: opened.dataset)))
  }

  @Test func whatWasGivenStays() throws {
    let path = try table(rows: 100)
    let given = try open(path, "optimizer.name=sgd", "network.hidden=[3, 2]", "data.train=0.5", "batch=all")
    #expect(given.training.optimizer == .sgd && given.network.hidden == [3, 2] && given.training.batch == .all)
    #expect(given.recipe.split == nil && given.recipe.trainShare == 0.5)
    #expect(given.training.learningRate == 0.01)
    #expect(try open(path, "data.split=none").recipe.split == nil)
    #expect(try open(path, "regularization.kind=none").training.regularization.kind == .none)
  }

  @Test func aDemoFileSaysForItself() throws {
    _ = try table(rows: 100)
    let opened = try Experiment.open(source: try scratch.file("own.yaml", "data: {source: own.csv}\n"))
    #expect(!opened.isBareData && opened.experiment.recipe.split == nil)
    #expect(opened.experiment.training.optimizer == .sgd && opened.experiment.training.regularization.kind == .none)
  }

  @Test func picturesGetMoreUnits() throws {
    let names = "label," + (0..<64).map { "pixel\($0)" }.joined(separator: ",") + "\n"
    let rows = (0..<60).map { row in "\(row % 3)," + (0..<64).map { "\(row * $0 % 256)" }.joined(separator: ",") + "\n"
    }
    let experiment = try open(try scratch.file("pictures.csv", names + rows.joined()))
    #expect(experiment.network.hidden == [64] && experiment.network.activations == [.rectifier])
  }
}
