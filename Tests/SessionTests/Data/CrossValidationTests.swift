import Datasets
import Experiments
import Foundation
import Session
import Testing
import Training

/// k trainings that each see all folds but the one they are tested on.
struct CrossValidationTests {
  private func run(_ source: String, _ sets: [String] = [], folds: Int, epochs: Int) throws -> CrossValidation {
    let opened = try Experiment.open(source: source, sets: sets)
    var validation = try CrossValidation(of: opened.experiment, opened.dataset, folds: folds)
    for number in 0..<validation.count {
      var trainer = try validation.trainer(ofFold: number)
      while trainer.epoch < epochs, trainer.divergence == nil { trainer.step() }
      validation.take(trainer)
    }
    return validation
  }

  @Test func eachFoldIsATrainingOfItsOwn() throws {
    let validation = try run("iris", folds: 5, epochs: 3)
    #expect(validation.folds.map(\.seed) == (0..<5).map { validation.experiment.seed + $0 })
    #expect(validation.folds.map(\.tested) == Array(repeating: 30, count: 5) && validation.rows == 150)
    #expect(validation.folds.allSatisfy { $0.trained == 120 && $0.epochs == 3 && $0.divergence == nil })
    #expect(validation.folds.allSatisfy { abs($0.values[.majority]! - 1.0 / 3) < 1e-9 })
    let weights = try (0..<5).map { try validation.trainer(ofFold: $0).network.parameters }
    #expect(Set(weights.map(\.values)).count == 5)
    #expect(try run("iris", folds: 5, epochs: 3).folds == validation.folds)
  }

  /// The table's mean and deviation by their definitions.
  @Test func meanAndDeviation() throws {
    let validation = try run("circle", ["data.samples=60"], folds: 4, epochs: 2)
    let values = validation.folds.map { $0.values[.accuracy]! }
    let mean = values.reduce(0, +) / 4
    let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 3).squareRoot()
    let summary = try #require(validation.summary(of: .accuracy))
    #expect(summary.mean == mean && abs(summary.deviation! - deviation) < 1e-12)
    #expect(validation.summary(of: .rmse) == nil)
  }

  /// A fold is the training of its rows, whatever the other folds are.
  @Test func aFoldIsTheTrainingOfItsRows() throws {
    let opened = try Experiment.open(source: "iris", sets: ["data.split=0.6/0.2/0.2"])
    let validation = try CrossValidation(of: opened.experiment, opened.dataset, folds: 3)
    let sealed = Set(opened.data!.sealed!.rows)
    #expect(validation.rows == 120)
    for (number, parts) in try opened.dataset.folds(3, for: opened.experiment.recipe).enumerated() {
      let trainer = try validation.trainer(ofFold: number)
      #expect(trainer.data.trainingRows == parts.training && trainer.data.testRows == parts.test)
      #expect(trainer.data.sealed == nil && sealed.isDisjoint(with: parts.training + parts.test))
    }
  }

  @Test func numbersToPredictAreInTheirOwnUnits() throws {
    let validation = try run("line", folds: 3, epochs: 20)
    #expect(validation.measures == [.r2, .rmse, .mae, .meanRMSE, .linearRMSE, .cost])
    #expect(validation.text.contains("RMSE of the mean"))
  }

  @Test func textAndJSON() throws {
    let validation = try run("iris", folds: 3, epochs: 1)
    let lines = validation.text.split(separator: "\n")
    #expect(lines.count == 7 && lines[0].hasSuffix("cost") && lines[4].contains("mean") && lines[5].contains("±"))
    #expect(Set(lines.prefix(6).map(\.count)).count == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(validation.json.utf8)) as? [String: Any])
    #expect((object["folds"] as? [Any])?.count == 3)
    let mean = try #require(object["mean"] as? [String: Double])
    #expect(abs(mean["accuracy"]! - validation.summary(of: .accuracy)!.mean) < 1e-12)
  }

  @Test func aBrokenFoldIsSaid() throws {
    let validation = try run(
      "line", ["optimizer.rate=1000000", "network.activation=linear", "optimizer.name=sgd"], folds: 2, epochs: 20)
    #expect(validation.folds.contains { $0.divergence != nil } && validation.text.contains("broke off"))
    #expect(try JSONSerialization.jsonObject(with: Data(validation.json.utf8)) is [String: Any])
  }

  @Test func tooFewRows() throws {
    let opened = try Experiment.open(source: "xor4")
    #expect(throws: Mistake.self) { try CrossValidation(of: opened.experiment, opened.dataset, folds: 5) }
  }
}
