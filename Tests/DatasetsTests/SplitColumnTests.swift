import Testing

@testable import Datasets

/// A split by a column wants one; points that are made have none.
struct SplitColumnTests {
  @Test(arguments: ["0.5/0.25/0.25 by group b", "0.5/0.25/0.25 by time b"])
  func madePointsHaveNoColumnToSplitBy(text: String) throws {
    var recipe = DataRecipe(source: .generator(.circle))
    recipe.split = try DataSplit(text: text)
    let dataset = try recipe.load()
    #expect { try dataset.parts(for: recipe) } throws: { error in
      (error as? DataError)?.problem == .noSuchColumn("b", available: [])
    }
  }
}
