import Datasets
import Foundation
import LinearAlgebra
import ScratchFolder
import Testing

/// A test part from a file of its own: the same columns, scaled and filled by what the training part tells.
struct TestFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func recipe(_ own: String, _ test: String, split: String? = nil) throws -> DataRecipe {
    var recipe = DataRecipe(source: .file(path: try scratch.file("own.csv", own)))
    recipe.testFile = try scratch.file("exam.csv", test)
    recipe.scaling = .standardize
    recipe.split = try split.map { try DataSplit(text: $0) }
    return recipe
  }

  private static let own =
    "a,colour,y\n" + (0..<40).map { "\($0 + 1).5,\(["red", "blue"][$0 / 2 % 2]),\(["p", "q"][$0 % 2])\n" }.joined()

  private func problem(_ test: String, own: String = own) throws -> DataError {
    let recipe = try recipe(own, test)
    return try #require(throws: DataError.self) { try recipe.load() }
  }

  @Test func columnsInAnyOrderScaledByTheTrainingPart() throws {
    let recipe = try recipe(Self.own, "y,more,colour,a\nq,1,blue,11.5\np,2,red,21.5\n", split: "0.75/0.25/0")
    let dataset = try recipe.load()
    #expect(dataset.count == 40 && dataset.ownRows == 0..<40 && dataset.testFile?.rows == 40..<42)
    let data = try dataset.prepared(for: recipe, coding: .oneHot)
    var sealed = try #require(data.sealed)
    let test = sealed.open()
    #expect(data.training.count == 30 && data.test.count == 10 && test.count == 2 && data.testIsValidation)
    #expect(test.classes == [1, 0])
    let learned = data.trainingRows.map { dataset.inputs[$0, 0] }
    let mean = learned.reduce(0, +) / 30
    let deviation = (learned.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 30).squareRoot()
    #expect(abs(test.inputs[0, 0] - (11.5 - mean) / deviation) < 1e-5)
    #expect(abs(test.inputs[1, 0] - (21.5 - mean) / deviation) < 1e-5)
    let notes = dataset.table?.notes ?? []
    #expect(notes.contains(.testRows(2, file: recipe.testFile!)))
    #expect(notes.contains(.test(.unusedColumns(["more"]), file: recipe.testFile!)))
  }

  @Test func nothingLeaksFromTheTestFile() throws {
    let plain = try recipe(Self.own, "a,colour,y\n1.5,red,p\n", split: "0.6/0.2/0.2")
    let wild = try recipe(Self.own, "a,colour,y\n1e6,green,p\n-1e6,,q\n", split: "0.6/0.2/0.2")
    let (one, other) = (try plain.load(), try wild.load())
    #expect(one.domain == other.domain && one.inputNames == other.inputNames && one.classNames == other.classNames)
    let (first, second) = (
      try one.prepared(for: plain, coding: .oneHot), try other.prepared(for: wild, coding: .oneHot)
    )
    #expect(first.training == second.training && first.test == second.test)
    #expect(first.training.count == 30 && first.test.count == 10)
    #expect(one.table?.baseline == other.table?.baseline && one.table?.columns == other.table?.columns)
  }

  @Test func withoutASplitTheSharesDivideTheOwnRows() throws {
    var recipe = try recipe(Self.own, "a,colour,y\n1.5,red,p\n3.5,blue,q\n")
    recipe.trainShare = 0.7
    let dataset = try recipe.load()
    let parts = try dataset.parts(for: recipe)
    #expect(parts.training.count == 28 && parts.validation.count == 12 && parts.test == [40, 41])
    recipe.trainShare = 1
    let data = try dataset.prepared(for: recipe, coding: .oneHot)
    #expect(data.training.count == 40 && data.test.count == 0 && data.sealed?.count == 2)
  }

  @Test func foldsLeaveTheTestFileAlone() throws {
    for split in [nil, "0.6/0.2/0.2"] {
      let recipe = try recipe(Self.own, "a,colour,y\n1.5,red,p\n3.5,blue,q\n", split: split)
      let dataset = try recipe.load()
      let folds = try dataset.folds(4, for: recipe)
      #expect(folds.flatMap(\.test).sorted() == Array(0..<40))
      for fold in folds {
        let data = try dataset.prepared(for: recipe, coding: .oneHot, parts: fold)
        #expect(data.sealed == nil && data.test.count == 10 && !data.testIsValidation)
      }
    }
  }

  @Test func rowsByHandStandBehindTheTestFile() throws {
    let recipe = try recipe(Self.own, "a,colour,y\n1.5,red,p\n3.5,blue,q\n", split: "0.6/0.2/0.2")
    var dataset = try recipe.load()
    #expect(dataset.add([1, 0, 1], label: .classNumber(0)) == 42)
    dataset.remove(row: 3)
    let parts = try dataset.parts(for: recipe)
    #expect(parts.training.last == 42 && parts.test == [40, 41])
    #expect((parts.training + parts.validation).sorted() == (0..<40).filter { $0 != 3 } + [42])
  }

  @Test func missingCellsAreFilledFromTheTrainingPart() throws {
    let recipe = try recipe(Self.own, "a,colour,y\n,red,p\n3.5,,q\n4.5,red,\n", split: "0.75/0.25/0")
    let dataset = try recipe.load()
    let data = try dataset.prepared(for: recipe, coding: .oneHot)
    var sealed = try #require(data.sealed)
    let test = sealed.open()
    #expect(test.count == 2)
    let learned = data.trainingRows.map { dataset.inputs[$0, 0] }.sorted()
    let median = (learned[14] + learned[15]) / 2
    let mean = learned.reduce(0, +) / 30
    let deviation = (learned.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 30).squareRoot()
    #expect(abs(test.inputs[0, 0] - (median - mean) / deviation) < 1e-5)
    #expect(dataset.table?.notes.contains(.test(.rowsLeftOut(1), file: recipe.testFile!)) == true)
  }

  @Test func categoriesThatWereNeverLearnedAreSaid() throws {
    let recipe = try recipe(Self.own, "a,colour,y\n1.5,green,p\n2.5,green,q\n3.5,red,p\n", split: "0.75/0.25/0")
    let dataset = try recipe.load()
    #expect(
      dataset.table?.notes.contains(
        .test(.unseenTexts(column: "colour", count: 2, example: "green"), file: recipe.testFile!)) == true)
    let green = dataset.inputNames.indices.filter { $0 > 0 }.map { dataset.inputs[40, $0] }
    #expect(green == [0, 0])
  }

  @Test func mistakes() throws {
    #expect(try problem("a,y\n1.5,p\n").problem == .testLacks(["colour"], available: ["a", "y"]))
    #expect(
      try problem("a,colour,label\n1.5,red,p\n").problem == .testLacks(["y"], available: ["a", "colour", "label"]))
    #expect(try problem("a,colour,y\n1.5,red,r\n").problem == .unknownClass("r"))
    #expect(try problem("a,colour,y\n1.5,red,\n").problem == .noRows)
    #expect(try problem("a,colour,y\nx,red,p\ny,red,q\n").problem == .notANumber("x"))
    #expect(try problem("").problem == .empty)
    #expect(try problem("a,colour,y\n").problem == .noRows)
    var recipe = try recipe(Self.own, "")
    recipe.testFile = scratch.folder.appendingPathComponent("nowhere.csv").path
    #expect(throws: DataError.self) { try recipe.load() }
    if case .file(let path) = recipe.source { recipe.testFile = path }
    #expect { try recipe.load() } throws: { ($0 as? DataError)?.problem == .testIsSource }
    recipe.source = .generator(.circle)
    #expect { try recipe.load() } throws: { ($0 as? DataError)?.problem == .testWithoutFile }
    for error in [DataError.Problem.testLacks(["a"], available: ["b"]), .unknownClass("r"), .testForm(isTable: true)] {
      #expect(!error.message.isEmpty && !error.message.contains("\n"))
    }
  }

  @Test func withoutNamesByPlace() throws {
    let own = (0..<40).map { "\($0).5,\($0 % 7),\(["p", "q"][$0 % 2])\n" }.joined()
    let recipe = try recipe(own, "3.5,2,q\n", split: "0.75/0.25/0")
    let dataset = try recipe.load()
    #expect(dataset.inputNames == ["V1", "V2"] && dataset.inputs.row(40) == [3.5, 2])
    #expect(try problem("3.5,q\n", own: own).problem == .testLacks(["V3"], available: ["V1", "V2"]))
  }

  @Test func numbersToPredict() throws {
    let own = "a,b,price\n" + (0..<40).map { "\($0 * 17 % 41),\($0 % 3),\(Double($0) * 1000 + 0.5)\n" }.joined()
    var recipe = try recipe(own, "price,b,a\n7000.5,1,7\n", split: "0.75/0.25/0")
    recipe.labelScaling = .standardize
    let data = try recipe.load().prepared(for: recipe, coding: .value)
    var sealed = try #require(data.sealed)
    let test = sealed.open()
    #expect(abs(data.outputTransform.label(ofOutput: test.targets[0, 0]) - 7000.5) < 0.01)
  }

  @Test func otherFormsOfTheSameTable() throws {
    let recipe = try recipe(
      Self.own, #"[{"y": "q", "a": 2.5, "colour": "red"}, {"y": "p", "a": 3.5, "colour": "blue"}]"#)
    let dataset = try recipe.load()
    #expect(dataset.testFile?.rows.count == 2 && dataset.inputs[40, 0] == 2.5)
  }

  @Test func arrays() throws {
    func idx(_ name: String, _ sizes: [UInt8], _ bytes: [UInt8]) throws -> String {
      try scratch.file(name, [0, 0, 8, UInt8(sizes.count)] + sizes.flatMap { [0, 0, 0, $0] } + bytes)
    }
    let images = try idx("own-images-idx3-ubyte", [4, 2, 2], Array(0..<16))
    _ = try idx("own-labels-idx1-ubyte", [4], [0, 1, 2, 1])
    var recipe = DataRecipe(source: .file(path: images))
    recipe.testFile = try idx("exam-images-idx3-ubyte", [2, 2, 2], Array(20..<28))
    _ = try idx("exam-labels-idx1-ubyte", [2], [1, 0])
    let dataset = try recipe.load()
    #expect(dataset.inputs.row(5) == [24, 25, 26, 27] && dataset.testFile?.rows == 4..<6)
    #expect(dataset.labels == .classes([0, 1, 2, 1, 1, 0], names: ["0", "1", "2"]))
    _ = try idx("exam-labels-idx1-ubyte", [2], [1, 3])
    #expect { try recipe.load() } throws: { ($0 as? DataError)?.problem == .unknownClass("3") }
    recipe.testFile = try idx("wide-images-idx3-ubyte", [2, 2, 1], Array(20..<24))
    _ = try idx("wide-labels-idx1-ubyte", [2], [1, 0])
    #expect { try recipe.load() } throws: { ($0 as? DataError)?.problem == .testInputs(expected: "2x2", found: "2x1") }
    recipe.testFile = try scratch.file("t.csv", "a,y\n1,p\n2,q\n")
    #expect { try recipe.load() } throws: { ($0 as? DataError)?.problem == .testForm(isTable: false) }
  }
}
