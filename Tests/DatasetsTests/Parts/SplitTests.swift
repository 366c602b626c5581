import LinearAlgebra
import Testing

@testable import Datasets

/// Which row goes into which part, for every split of the rows in tenths.
struct SplitTests {
  /// All shares in tenths with a training part.
  private static let shares: [(training: Int, validation: Int, test: Int)] = (1...10).flatMap { training in
    (0...(10 - training)).map { (training, $0, 10 - training - $0) }
  }

  /// Rows of classes in turn by `sizes`, each with its number as input.
  private static func dataset(_ sizes: [Int], keys: [Double]? = nil) -> Dataset {
    let classes = sizes.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    var dataset = Dataset(
      inputs: Matrix(rows: classes.count, columns: 1, elements: classes.indices.map { Float($0) }), inputNames: ["a"],
      labels: .classes(classes, names: sizes.indices.map { "c\($0)" }))
    dataset.splitKeys = keys
    return dataset
  }

  private static func recipe(
    _ shares: (training: Int, validation: Int, test: Int), _ rule: DataSplit.Rule, seed: UInt64 = 1
  ) -> DataRecipe {
    var recipe = DataRecipe(source: .file(path: "made.csv"), seed: seed)
    recipe.split = DataSplit(
      training: Double(shares.training) / 10, validation: Double(shares.validation) / 10,
      test: Double(shares.test) / 10, rule: rule)
    return recipe
  }

  /// The parts, or nil where one of them would have no row, which is refused.
  private static func parts(_ dataset: Dataset, _ recipe: DataRecipe) throws -> RowParts? {
    do throws(DataError) { return try dataset.parts(for: recipe) } catch {
      #expect(error.problem == .emptyPart(rows: dataset.count))
      return nil
    }
  }

  private static func expectAllOnce(_ parts: RowParts, of count: Int, _ comment: Comment) {
    #expect((parts.training + parts.validation + parts.test).sorted() == Array(0..<count), comment)
  }

  @Test(arguments: [[6], [10, 10], [50, 30, 20], [97, 3], [1, 1, 1, 40], [7, 11, 13, 17, 19]])
  func stratifiedPartsHaveTheirSharesOfEachClass(sizes: [Int]) throws {
    let data = Self.dataset(sizes)
    guard case .classes(let classes, _) = data.labels else { return }
    for shares in Self.shares {
      let recipe = Self.recipe(shares, .stratified)
      guard let parts = try Self.parts(data, recipe) else { continue }
      Self.expectAllOnce(parts, of: data.count, "\(shares)")
      let wanted = [shares.training, shares.validation, shares.test]
      for (part, share) in zip([parts.training, parts.validation, parts.test], wanted) {
        #expect(abs(part.count * 10 - data.count * share) <= 10, "\(shares) of \(data.count): \(part.count)")
        for (number, size) in sizes.enumerated() {
          let count = part.count { classes[$0] == number }
          #expect(abs(count * 10 - size * share) < 20, "\(shares): \(count) of class \(number)")
        }
      }
    }
  }

  @Test(arguments: [DataSplit.Rule.random, .stratified])
  func partsKeepTheShuffledOrder(rule: DataSplit.Rule) throws {
    let data = Self.dataset([40, 25, 15])
    let order = try #require(try Self.parts(data, Self.recipe((10, 0, 0), .random))).training
    let place = Dictionary(uniqueKeysWithValues: zip(order, 0...))
    let parts = try #require(try Self.parts(data, Self.recipe((6, 2, 2), rule)))
    for part in [parts.training, parts.validation, parts.test] {
      let places = part.map { place[$0]! }
      #expect(places == places.sorted())
    }
  }

  @Test func anotherSeedOtherRows() throws {
    let data = Self.dataset([30, 30])
    for rule in [DataSplit.Rule.random, .stratified] {
      let first = try data.parts(for: Self.recipe((6, 2, 2), rule, seed: 1))
      #expect(try first == data.parts(for: Self.recipe((6, 2, 2), rule, seed: 1)))
      #expect(try first != data.parts(for: Self.recipe((6, 2, 2), rule, seed: 2)))
    }
  }

  @Test func groupsStayTogether() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = RandomStream(seed: seed, purpose: .search)
      let keys = (0..<90).map { _ in Double(random.integer(below: 23)) }
      let largest = Dictionary(grouping: keys) { $0 }.values.map(\.count).max()!
      let data = Self.dataset([45, 45], keys: keys)
      for shares in Self.shares {
        guard let parts = try Self.parts(data, Self.recipe(shares, .group(column: "g"), seed: seed)) else { continue }
        Self.expectAllOnce(parts, of: 90, "seed \(seed), \(shares)")
        let sets = [parts.training, parts.validation, parts.test].map { Set($0.map { keys[$0] }) }
        #expect(sets[0].isDisjoint(with: sets[1]) && sets[0].union(sets[1]).isDisjoint(with: sets[2]), "seed \(seed)")
        #expect(abs(parts.training.count - 9 * shares.training) <= largest, "seed \(seed), \(shares)")
        if shares.validation == 0 { #expect(parts.validation.isEmpty) }
        if shares.test == 0 { #expect(parts.test.isEmpty) }
      }
    }
  }

  @Test func timeRunsFromTrainingToTest() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = RandomStream(seed: seed, purpose: .search)
      let keys = (0..<60).map { _ in Double(random.integer(below: 40)) }
      let data = Self.dataset([30, 30], keys: keys)
      let parts = try data.parts(for: Self.recipe((6, 2, 2), .time(column: "t"), seed: seed))
      Self.expectAllOnce(parts, of: 60, "seed \(seed)")
      #expect(parts.training.count == 36 && parts.validation.count == 12 && parts.test.count == 12)
      let rows = parts.training + parts.validation + parts.test
      #expect(zip(rows, rows.dropFirst()).allSatisfy { (keys[$0], $0) < (keys[$1], $1) }, "seed \(seed)")
    }
  }

  @Test func tooFewRowsForAllParts() throws {
    for rule in [DataSplit.Rule.random, .stratified] {
      #expect { try Self.dataset([1, 1]).parts(for: Self.recipe((6, 2, 2), rule)) } throws: {
        ($0 as? DataError)?.problem == .emptyPart(rows: 2)
      }
    }
  }

  @Test func rowsAddedByHandAreLearnedFrom() throws {
    var data = Self.dataset([20, 20])
    let before = try data.parts(for: Self.recipe((6, 2, 2), .stratified))
    data.add([0.5], label: .classNumber(1))
    data.remove(row: before.test[0])
    let parts = try data.parts(for: Self.recipe((6, 2, 2), .stratified))
    #expect(parts.training == before.training + [40] && parts.test == Array(before.test.dropFirst()))
    #expect(parts.validation == before.validation)
  }
}
