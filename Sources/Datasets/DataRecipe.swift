import Foundation

/// How data are made ready: where they come from, and what happens to them on the way to the network.
public struct DataRecipe: Hashable, Sendable {
  /// Where the rows come from.
  public enum Source: Hashable, Sendable {
    case generator(Generator)
    /// A CSV or an IDX file.
    case file(path: String)
  }

  /// What a label is taken for.
  public enum Task: String, CaseIterable, Sendable {
    case classification, regression
  }

  /// Where the rows come from.
  public var source: Source
  /// The number of rows: of a generator's, as many as are made (its default where nil); of a file's, the first so
  /// many after the shuffle (all where nil).
  public var samples: Int?
  /// 0 ... 50, in percent; generators only.
  public var noise: Float = 0
  /// The training part's share, above 0 and at most 1. Where nil a half, and all of a truth table.
  public var trainShare: Float?
  /// How the network's inputs are brought to a common scale, by the training part's statistics.
  public var scaling: Scaling = .none
  /// Shares of training, validation and a sealed test part; where nil, `trainShare` cuts the rows in two.
  public var split: DataSplit?
  /// How a label that is a number is brought to scale.
  public var labelScaling: Scaling = .none
  /// The inputs of the network; the raw inputs where empty.
  public var inputs: [InputFeature] = []
  /// Columns of a file that are not learned from.
  public var excluded: [String] = []
  /// Roles of columns of a file; those of others are guessed.
  public var columns = ColumnRoles()
  /// What becomes of a file's missing cells.
  public var missing = MissingPolicies()
  /// The label's column in a table (guessed where nil), or the labels' file beside an array of pictures.
  public var label: String?
  /// Whether a file's label is a class or a number; where nil, a text is a class, and so are few whole numbers that
  /// come back again and again.
  public var task: Task?
  /// A file with rows of their own that are the test part; nil where the test part is some of the source's rows.
  public var testFile: String?
  /// The seed of everything that is random in the data: a generator's rows, noise, the shuffle.
  public var seed: UInt64

  /// The rows as they come: no noise, no scaling, no engineered inputs.
  public init(source: Source, seed: UInt64 = 1) {
    self.source = source
    self.seed = seed
  }

  /// Makes the rows, or reads them.
  ///
  /// - Throws: `DataError` where a file cannot be used.
  public func load() throws(DataError) -> Dataset {
    switch source {
    case .generator(let generator):
      if testFile != nil { throw DataError(.testWithoutFile) }
      return generator.dataset(count: samples, noise: noise, seed: seed)
    case .file(let path): return try load(try FileContents(path: path), path: path)
    }
  }

  private func load(_ contents: consuming FileContents, path: String) throws(DataError) -> Dataset {
    switch contents.format {
    case .text, .foreign:
      let (dataset, plan) = try TableFile(path: path, choices: choices, splitColumn: split?.column).understood(contents)
      return try withTestFile(dataset, plan: plan)
    case .idx:
      let dataset = try IDXFile(contents, path: path).dataset(labels: label).described(file: path, form: "IDX")
      return try withTestFile(dataset, plan: nil)
    case .npy, .zip:
      let dataset = try NumPyFile(contents, path: path).dataset(labels: label, task: task)
      return try withTestFile(dataset.described(file: path, form: "NumPy"), plan: nil)
    }
  }

  /// Whether another recipe reads the same rows of a file, however it prepares them.
  ///
  /// What is put aside here is used after reading alone; whatever else a recipe says, now or once it says more, counts.
  public func readsTheSame(as other: DataRecipe) -> Bool {
    var asked = self
    (asked.trainShare, asked.scaling, asked.labelScaling) = (other.trainShare, other.scaling, other.labelScaling)
    (asked.samples, asked.noise, asked.seed) = (other.samples, other.noise, other.seed)
    if asked.split?.column == other.split?.column { asked.split = other.split }
    return asked == other
  }

  /// Whether the source is a table by its name: one that does not say otherwise.
  public var isCSV: Bool {
    guard case .file(let path) = source else { return false }
    var name = (path as NSString).lastPathComponent.lowercased() as NSString
    if name.pathExtension == "gz" { name = name.deletingPathExtension as NSString }
    return !name.hasSuffix("-ubyte") && !["idx", "npy", "npz", "gz"].contains(name.pathExtension)
      && (name.pathExtension != "" || !(path as NSString).pathExtension.hasPrefix("gz"))
  }

  private var choices: TableChoices {
    var choices = TableChoices()
    choices.label = label
    choices.task = task
    choices.inputs = chosenColumns
    choices.excluded = excluded
    choices.roles = columns
    choices.missing = missing
    return choices
  }

  /// The columns to be read, where nothing but columns is asked for; the others may then hold anything.
  private var chosenColumns: [String]? {
    let names = inputs.compactMap { if case .column(let name) = $0 { name } else { nil } }
    return names.isEmpty || names.count < inputs.count ? nil : names
  }
}
