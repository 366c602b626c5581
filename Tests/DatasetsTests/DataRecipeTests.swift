import Datasets
import Testing

/// Which changes of a recipe want the rows of a file read again.
@Suite struct DataRecipeTests {
  private static let base = DataRecipe(source: .file(path: "rows.csv"))

  /// A change of every field, and whether the rows read are the same after it.
  private static let changes: [(field: String, change: @Sendable (inout DataRecipe) -> Void, readsTheSame: Bool)] = [
    ("source", { $0.source = .file(path: "others.csv") }, false),
    ("samples", { $0.samples = 7 }, true),
    ("noise", { $0.noise = 5 }, true),
    ("trainShare", { $0.trainShare = 0.7 }, true),
    ("scaling", { $0.scaling = .standardize }, true),
    ("split", { $0.split = DataSplit(training: 0.6, validation: 0.2, test: 0.2) }, true),
    ("split", { $0.split = DataSplit(training: 0.6, validation: 0.2, test: 0.2, rule: .group(column: "a")) }, false),
    ("testFile", { $0.testFile = "exam.csv" }, false),
    ("labelScaling", { $0.labelScaling = .standardize }, true),
    ("inputs", { $0.inputs = [.column("a")] }, false),
    ("excluded", { $0.excluded = ["a"] }, false),
    ("columns", { $0.columns["a"] = .category }, false),
    ("missing", { $0.missing = MissingPolicies(.fill) }, false),
    ("label", { $0.label = "a" }, false),
    ("task", { $0.task = .regression }, false),
    ("seed", { $0.seed = 2 }, true),
  ]

  @Test func everyFieldIsThoughtOf() {
    for (field, change, readsTheSame) in Self.changes {
      var changed = Self.base
      change(&changed)
      #expect(changed != Self.base && changed.readsTheSame(as: Self.base) == readsTheSame, "\(field)")
      #expect(Self.base.readsTheSame(as: changed) == readsTheSame, "\(field)")
    }
    let fields = Mirror(reflecting: Self.base).children.compactMap(\.label)
    #expect(Set(fields) == Set(Self.changes.map(\.field)), "a new field has a line above")
  }
}
