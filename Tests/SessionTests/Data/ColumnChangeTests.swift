import Datasets
import Experiments
import ScratchFolder
import Session
import Testing

/// What is decided anew about the columns of a file, while it is open.
struct ColumnChangeTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Sixty rows: a number with gaps, a category, an identifier, a number and a class that could both be the label.
  private func play(_ sets: String...) throws -> OwnData {
    let rows = (0..<60).map { row in
      let age = row % 6 == 0 ? "" : "\(20 + row * 7 % 41).5"
      return "p\(row),\(age),\(["red", "blue", "green"][row % 3]),\(row * 13 % 53).25,\(row % 2 == 0 ? "yes" : "no")\n"
    }
    return try OwnData(try scratch.file("own.csv", "id,age,colour,price,passed\n" + rows.joined()), sets)
  }

  @Test func aRoleGoesThroughItsChoices() throws {
    var own = try play()
    #expect(own.column("age").role == .number && own.run.dataset.inputNames.contains("age"))
    #expect(try own.decide("age", .role(by: -1)).isEmpty)
    #expect(own.column("age").role == .out && !own.run.dataset.inputNames.contains("age"))
    #expect(own.run.experiment.recipe.columns["age"] == .out)
    _ = try own.decide("age", .role(by: 1))
    #expect(own.column("age").role == .number && own.run.experiment.recipe.columns.isEmpty)
    _ = try own.decide("id", .role(by: 2))
    #expect(own.column("id").role == .category)
  }

  @Test func theNetworkBeginsAnewWithTheNewInputs() throws {
    var own = try play()
    own.train(50)
    let before = own.run.trainer.network.layout.inputs
    _ = try own.decide("colour", .role(by: -1))
    #expect(own.run.trainer.network.layout.inputs == before - 3 && own.run.trainer.updates == 0)
    #expect(own.run.trainer.data.inputNames == own.run.dataset.inputNames)
  }

  @Test func missingCellsAreTreatedByColumn() throws {
    var own = try play()
    var kept: [Int] = []
    for _ in MissingPolicy.allCases + [.fill] {
      _ = try own.decide("age", .missing(by: 1))
      kept.append(own.run.dataset.table!.rowsKept)
    }
    #expect(own.run.experiment.recipe.missing.byColumn.isEmpty)
    #expect(kept.contains(50) && kept.contains(60))
  }

  @Test func anotherLabelBringsItsOutput() throws {
    var own = try play()
    #expect(own.run.dataset.labelName == "passed" && own.run.experiment.network.output == .softmax)
    _ = try own.decide("price", .predict)
    #expect(own.run.dataset.labelName == "price" && own.run.dataset.classNames == nil)
    #expect(own.run.experiment.network.output == .linear && own.run.trainer.data.outputNames == ["price"])
    #expect(own.run.experiment.recipe.labelScaling == .standardize)
    #expect(own.column("passed").role != .label)
    own.train(30)
    #expect(own.run.training?.r2 != nil)
    _ = try own.decide("colour", .predict)
    #expect(own.run.dataset.classNames?.count == 3 && own.run.trainer.network.layout.outputs == 3)
    #expect(own.run.experiment.network.output == .softmax && own.run.experiment.training.cost == .crossEntropy)
  }

  @Test func theLabelHasNoOtherRole() throws {
    var own = try play()
    let before = own.run.experiment
    let news = try own.decide("passed", .role(by: 1))
    #expect(news.count == 1 && own.run.experiment == before)
  }

  @Test func aColumnThatIsNotThere() throws {
    var own = try play()
    let before = own.run.experiment
    #expect(try own.decide("nobody", .role(by: 1)).isEmpty && own.run.experiment == before)
  }

  @Test func aShareOfTwoPartsEndsTheSplit() throws {
    var own = try play()
    #expect(own.run.trainer.data.sealed != nil)
    own.perform(.set(.trainShare, to: "0.8"))
    #expect(own.run.trainer.data.sealed == nil && own.run.trainer.data.training.count == 48)
  }
}
