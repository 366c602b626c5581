import LinearAlgebra
import Testing

@testable import Datasets

/// Cross-validation: each row is tested once.
struct FoldTests {
  private static func dataset(_ classes: [Int], keys: [Double]? = nil) -> Dataset {
    var dataset = Dataset(
      inputs: Matrix(rows: classes.count, columns: 1, elements: classes.indices.map { Float($0) }), inputNames: ["a"],
      labels: .classes(classes, names: (0...classes.max()!).map { "c\($0)" }))
    dataset.splitKeys = keys
    return dataset
  }

  private static func recipe(_ split: String? = nil) throws -> DataRecipe {
    var recipe = DataRecipe(source: .file(path: "made.csv"), seed: 5)
    recipe.split = try split.map { try DataSplit(text: $0) }
    return recipe
  }

  @Test(arguments: 2...10)
  func eachRowIsTestedOnce(count: Int) throws {
    for rows in [count, count + 1, 47, 60] {
      let classes = (0..<rows).map { $0 % 7 < 4 ? 0 : $0 % 7 < 6 ? 1 : 2 }
      let folds = try Self.dataset(classes).folds(count, for: Self.recipe())
      #expect(folds.count == count)
      #expect(folds.flatMap(\.test).sorted() == Array(0..<rows), "\(rows) rows")
      for fold in folds {
        #expect((fold.training + fold.test).sorted() == Array(0..<rows) && fold.validation.isEmpty)
        #expect(abs(fold.test.count * count - rows) < count, "\(fold.test.count) of \(rows)")
        for number in 0...2 {
          let (all, tested) = (classes.count { $0 == number }, fold.test.count { classes[$0] == number })
          #expect(abs(tested * count - all) < count, "\(tested) of \(all) in class \(number)")
        }
      }
    }
  }

  @Test func groupsStayTogether() throws {
    let keys = (0..<60).map { Double($0 * $0 % 17) }
    let data = Self.dataset((0..<60).map { $0 % 2 }, keys: keys)
    let folds = try data.folds(4, for: Self.recipe("0.8/0.2/0 by group g"))
    #expect(folds.flatMap(\.test).sorted() == Array(0..<60))
    for fold in folds { #expect(Set(fold.test.map { keys[$0] }).isDisjoint(with: fold.training.map { keys[$0] })) }
  }

  @Test func inTimeWhatComesLaterIsTested() throws {
    let keys = (0..<50).map { Double($0 * 7 % 50) }
    let data = Self.dataset((0..<50).map { $0 % 2 }, keys: keys)
    for count in [2, 3, 7, 24] {
      let folds = try data.folds(count, for: Self.recipe("0.8/0.2/0 by time t"))
      #expect(folds.count == count)
      for fold in folds {
        #expect(!fold.training.isEmpty && !fold.test.isEmpty)
        #expect(fold.training.map { keys[$0] }.max()! < fold.test.map { keys[$0] }.min()!)
      }
      #expect(Set(folds.flatMap(\.test)).count == folds.flatMap(\.test).count)
    }
  }

  @Test func fewerGroupsThanFolds() throws {
    let data = Self.dataset((0..<60).map { $0 % 2 }, keys: (0..<60).map { Double($0 % 3) })
    #expect { try data.folds(4, for: Self.recipe("0.8/0.2/0 by group g")) } throws: {
      ($0 as? DataError)?.problem == .fewGroups(groups: 3, folds: 4)
    }
  }

  @Test func sealedRowsAreInNoFold() throws {
    let data = Self.dataset((0..<50).map { $0 % 2 })
    let recipe = try Self.recipe("0.6/0.2/0.2")
    let sealed = Set(try data.parts(for: recipe).test)
    let folds = try data.folds(5, for: recipe)
    #expect(folds.flatMap(\.test).count == 40)
    for fold in folds { #expect(sealed.isDisjoint(with: fold.training + fold.test)) }
  }

  @Test func fewerRowsThanFolds() throws {
    #expect { try Self.dataset([0, 1, 0]).folds(4, for: Self.recipe()) } throws: {
      ($0 as? DataError)?.problem == .emptyPart(rows: 3)
    }
  }
}
