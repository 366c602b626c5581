import Datasets
import LinearAlgebra
import Testing

struct PreparationTests {
  /// Ten rows, x1 = 1 ... 10, of which the even ones are of class 1.
  private let data = Dataset(
    inputs: Matrix(rows: 10, columns: 2, elements: (1...10).flatMap { [Float($0), 7] }), inputNames: ["a", "b"],
    labels: .classes((1...10).map { ($0 + 1) % 2 }, names: ["odd", "even"]))

  private func recipe(_ change: (inout DataRecipe) -> Void = { _ in }) -> DataRecipe {
    var recipe = DataRecipe(source: .file(path: "ten.csv"), seed: 3)
    change(&recipe)
    return recipe
  }

  @Test(arguments: [(0.5, 5), (0.1, 1), (0.75, 8), (0.01, 1), (1, 10)] as [(Float, Int)])
  func splitBySeed(_ share: Float, _ count: Int) throws {
    let recipe = recipe { $0.trainShare = share }
    let made = try data.prepared(for: recipe, coding: .unit)
    #expect(made.training.count == count && made.test.count == 10 - count)
    #expect(Set(made.trainingRows + made.testRows) == Set(0..<10))
    let again = try data.prepared(for: recipe, coding: .unit)
    #expect(made == again)
    for (row, number) in made.trainingRows.enumerated() {
      #expect(made.training.inputs[row, 0] == data.inputs[number, 0])
      #expect(made.training.targets[row, 0] == Float(number % 2))
    }
  }

  @Test func anotherSeedAnotherOrder() throws {
    let other = recipe { $0.seed = 4 }
    let orders = try [recipe(), other].map { try data.prepared(for: $0, coding: .unit).trainingRows }
    #expect(orders[0] != orders[1])
  }

  @Test func aShareOfAFile() throws {
    let made = try data.prepared(for: recipe { $0.samples = 4 }, coding: .unit)
    let whole = try data.prepared(for: recipe { $0.trainShare = 1 }, coding: .unit)
    #expect(made.trainingRows + made.testRows == whole.trainingRows.prefix(4).map { $0 })
  }

  @Test func truthTablesKeepTheirOrder() throws {
    let recipe = DataRecipe(source: .generator(.parity(3)), seed: 9)
    let made = try recipe.load().prepared(for: recipe, coding: .signed)
    #expect(made.trainingRows == Array(0..<8) && made.test.count == 0)
    #expect(made.training.targets.elements == [-1, 1, 1, -1, 1, -1, -1, 1])
  }

  @Test func standardizeIsFittedToTheTrainingPartAlone() throws {
    let made = try data.prepared(for: recipe { $0.scaling = .standardize }, coding: .unit)
    let column = (0..<5).map { Double(made.training.inputs[$0, 0]) }
    #expect(abs(column.reduce(0, +)) < 1e-5)
    #expect(abs(column.reduce(0) { $0 + $1 * $1 } / 5 - 1) < 1e-5)
    #expect((0..<5).allSatisfy { made.training.inputs[$0, 1] == 0 })
    #expect(made.inputTransform([data.inputs[made.testRows[0], 0], 7]) == Array(made.test.inputs.row(0)))
  }

  @Test func normalizeFillsZeroToOne() throws {
    let made = try data.prepared(for: recipe { $0.scaling = .normalize }, coding: .unit)
    let column = (0..<5).map { made.training.inputs[$0, 0] }
    #expect(column.min() == 0 && column.max() == 1)
  }

  @Test func engineeredInputs() throws {
    let recipe = recipe { $0.inputs = ["x1", "x2²", "x1x2", "sin x1", "b"].map(InputFeature.init) }
    let made = try data.prepared(for: recipe, coding: .unit)
    #expect(made.inputNames == ["a", "x2^2", "x1x2", "sin(x1)", "b"])
    let x = data.inputs[made.trainingRows[0], 0]
    #expect(Array(made.training.inputs.row(0)) == [x, 49, 7 * x, Elementary.sin(x), 7])
  }

  @Test(arguments: ["x3", "x1x9", "c", "sin(x3)"])
  func unknownInputs(_ name: String) {
    let error = #expect(throws: DataError.self) {
      try data.prepared(for: recipe { $0.inputs = [InputFeature(name: name)] }, coding: .unit)
    }
    #expect(error?.problem == .noSuchInput(name, available: ["a", "b"]))
  }

  @Test func codingOfTwoClasses() throws {
    func rows(_ coding: TargetCoding) throws -> [[Float]] {
      let made = try data.prepared(for: recipe(), coding: coding)
      return (0..<made.training.count).map { Array(made.training.targets.row($0)) }
    }
    let classes = try #require(try data.prepared(for: recipe(), coding: .unit).training.classes)
    #expect(try rows(.signed) == classes.map { [$0 == 1 ? 1 : -1] })
    #expect(try rows(.unit) == classes.map { [Float($0)] })
    #expect(try rows(.oneHot) == classes.map { $0 == 1 ? [0, 1] : [1, 0] })
    #expect(throws: DataError(.classesForNumbers)) { try rows(.value) }
  }

  @Test func aNumberToPredictIsScaledByTheTrainingPart() throws {
    let numbers = Dataset(
      inputs: Matrix(rows: 6, columns: 1), inputNames: ["a"], labels: .values([1000, 3000, 2000, 5000, 4000, 9000]))
    var recipe = recipe()
    #expect(try numbers.prepared(for: recipe, coding: .value).training.targets.elements.allSatisfy { $0 >= 1000 })
    recipe.labelScaling = .standardize
    let targets = try numbers.prepared(for: recipe, coding: .value).training.targets.elements
    #expect(abs(targets.reduce(0, +)) < 1e-5 && abs(targets.reduce(0) { $0 + $1 * $1 } / 3 - 1) < 1e-5)
  }

  @Test func codingOfThreeClasses() throws {
    let recipe = DataRecipe(source: .generator(.threeArms), seed: 1)
    for (coding, low) in [(.signed, -1), (.unit, 0), (.oneHot, 0)] as [(TargetCoding, Float)] {
      let made = try recipe.load().prepared(for: recipe, coding: coding)
      let right = try #require(made.training.classes?[0])
      #expect(Array(made.training.targets.row(0)) == (0..<3).map { $0 == right ? 1 : low })
      #expect(made.outputNames == ["A", "B", "C"])
    }
  }

  @Test func pointsByHand() throws {
    var edited = data
    let before = try data.prepared(for: recipe(), coding: .unit)
    let added = edited.add([99, 1], label: .classNumber(1))
    edited.remove(row: before.trainingRows[1])
    edited.remove(row: before.testRows[0])
    let after = try edited.prepared(for: recipe(), coding: .unit)
    var expected = before.trainingRows
    expected.remove(at: 1)
    #expect(after.trainingRows == expected + [added])
    #expect(after.testRows == Array(before.testRows.dropFirst()))
    #expect(after.training.inputs[4, 0] == 99)
    #expect(edited.count == 9)
    #expect(edited.row(nearestTo: 98, 0) == added)
    #expect(edited.label(ofRow: added) == .classNumber(1))
  }

  @Test func picturesByTheNamesOfTheirPixels() {
    func size(_ names: [String]) -> Dataset.ImageSize? {
      Dataset(
        inputs: Matrix(rows: 1, columns: names.count), inputNames: names, labels: .values([1])
      ).imageSize
    }
    #expect(size(["pixel_0_0", "pixel_0_1", "pixel_1_0", "pixel_1_1"]) == Dataset.ImageSize(rows: 2, columns: 2))
    #expect(size(["pixel_0_0", "pixel_1_0", "pixel_0_1", "pixel_1_1"]) == nil)
    #expect(size(["pixel_9999999_9999999"]) == nil)
  }
}

struct InputFeatureTests {
  @Test(
    arguments: InputFeature.plane + [
      .square(11), .product(2, 9), .column("petal length"), .column("x0"), .column("sin"),
    ])
  func namesReadBack(_ feature: InputFeature) {
    #expect(InputFeature(name: feature.name) == feature)
  }

  @Test(
    arguments: [
      ("x1²", .square(0)), ("x1*x2", .product(0, 1)), ("x2x1", .product(0, 1)), ("x1·x2", .product(0, 1)),
      ("sin x2", .sine(1)), ("x3x3", .square(2)), ("xy", .column("xy")), ("x", .column("x")),
    ] as [(String, InputFeature)])
  func otherSpellings(_ name: String, _ feature: InputFeature) {
    #expect(InputFeature(name: name) == feature)
  }
}

struct NamesTests {
  @Test(
    arguments: [
      ("spirale", "spiral"), ("sprial", "spiral"), ("Circle", "circle"), ("gaus", "gauss"), ("zzz", nil), ("", nil),
    ] as [(String, String?)])
  func nearestName(_ name: String, _ nearest: String?) {
    #expect(Names.nearest(to: name, among: ["circle", "xor", "gauss", "spiral"]) == nearest)
  }
}
