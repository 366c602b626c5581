import LinearAlgebra
import ScratchFolder
import Testing

@testable import Datasets

/// Nothing of a sealed part reaches what is learned or watched.
struct SealedTests {
  private static func recipe(_ split: String, seed: UInt64 = 3) throws -> DataRecipe {
    var recipe = DataRecipe(source: .file(path: "made.csv"), seed: seed)
    recipe.split = try DataSplit(text: split)
    recipe.scaling = .standardize
    recipe.labelScaling = .standardize
    return recipe
  }

  private static func dataset(_ inputs: [Float], _ labels: [Float]) -> Dataset {
    Dataset(
      inputs: Matrix(rows: inputs.count, columns: 1, elements: inputs), inputNames: ["a"], labels: .values(labels))
  }

  private static let inputs = (0..<50).map { Float($0 * 37 % 53) }
  private static let labels = (0..<50).map { Float($0 * 11 % 47) }

  @Test func theValidationPartIsMeasuredAndTheTestPartSealed() throws {
    let data = Self.dataset(Self.inputs, Self.labels)
    let recipe = try Self.recipe("0.6/0.2/0.2")
    let (made, parts) = (try data.prepared(for: recipe, coding: .value), try data.parts(for: recipe))
    #expect(made.testIsValidation && made.testRows == parts.validation && made.trainingRows == parts.training)
    var sealed = try #require(made.sealed)
    #expect(sealed.rows == parts.test && sealed.count == 10 && sealed.openings == 0)
    let opened = sealed.open()
    #expect(sealed.openings == 1 && opened.count == 10)
    for (place, row) in parts.test.enumerated() {
      #expect(abs(made.outputTransform.label(ofOutput: opened.targets[place, 0]) - Double(Self.labels[row])) < 1e-4)
    }
    _ = sealed.open()
    #expect(sealed.openings == 2)
  }

  @Test func withoutAValidationPartNothingIsSealed() throws {
    let made = try Self.dataset(Self.inputs, Self.labels).prepared(for: Self.recipe("0.7/0/0.3"), coding: .value)
    #expect(made.sealed == nil && !made.testIsValidation && made.test.count == 15)
  }

  @Test func withoutATestPartNothingIsSealed() throws {
    let made = try Self.dataset(Self.inputs, Self.labels).prepared(for: Self.recipe("0.7/0.3/0"), coding: .value)
    #expect(made.sealed == nil && made.testIsValidation && made.test.count == 15)
  }

  /// Scales and the medians that fill gaps are those of the training part, whatever the other rows hold.
  @Test func whatIsFittedKnowsTheTrainingPartAlone() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let recipe = try Self.recipe("0.5/0.2/0.3", seed: seed)
      var before = Self.dataset(Self.inputs, Self.labels)
      before.gaps = [InputGap(input: 0, rows: [4, 9, 14, 40])]
      let rows = try before.parts(for: recipe)
      var (inputs, labels) = (Self.inputs, Self.labels)
      for row in rows.test + rows.validation { (inputs[row], labels[row]) = (1e6 + Float(row), -1e6) }
      var after = Self.dataset(inputs, labels)
      after.gaps = before.gaps
      let (one, two) = (
        try before.prepared(for: recipe, coding: .value), try after.prepared(for: recipe, coding: .value)
      )
      #expect(one.training == two.training, "seed \(seed)")
      #expect(one.inputTransform == two.inputTransform && one.outputTransform == two.outputTransform, "seed \(seed)")
    }
  }

  @Test func groupsBeyondThoseThatAreToldApartAreRefused() throws {
    let scratch = try Scratch()
    let rows = (0..<100_002).map { "\($0 % 7).5,g\($0),\($0 % 2 == 0 ? "p" : "q")\n" }.joined()
    var recipe = try Self.recipe("0.6/0.2/0.2 by group g")
    recipe.source = .file(path: try scratch.file("g.csv", "a,g,y\n" + rows))
    #expect { try recipe.load() } throws: {
      ($0 as? DataError)?.problem == .tooManyCategories(column: "g", limit: TextPool.textLimit)
    }
  }
}
