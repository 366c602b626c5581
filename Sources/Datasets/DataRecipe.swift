import Foundation

/// How data are made ready: where they come from, and what happens to them on the way to the network.
public struct DataRecipe: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    case generator(Generator)
    /// A CSV or an IDX file.
    case file(path: String)
  }

  /// What a label is taken for.
  public enum Task: String, CaseIterable, Sendable {
    case classification, regression
  }

  public var source: Source
  /// The number of rows: of a generator's, as many as are made (its default where nil); of a file's, the first so
  /// many after the shuffle (all where nil).
  public var samples: Int?
  /// 0 ... 50, in percent; generators only.
  public var noise: Float = 0
  /// The training part's share, above 0 and at most 1. Where nil a half, and all of a truth table.
  public var trainShare: Float?
  public var scaling: Scaling = .none
  /// How a label that is a number is brought to scale.
  public var labelScaling: Scaling = .none
  /// The inputs of the network; the raw inputs where empty.
  public var inputs: [InputFeature] = []
  /// The label's column in a CSV file (the last where nil), or the labels' file beside an IDX file.
  public var label: String?
  /// Whether a file's label is a class or a number; where nil, a text is a class, and so are up to ten whole numbers
  /// that come back again and again.
  public var task: Task?
  public var seed: UInt64

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
      generator.dataset(count: samples, noise: noise, seed: seed)
    case .file(let path) where isCSV:
      try CSVFile(path: path, label: label, task: task, columns: chosenColumns).read()
    case .file(let path):
      try IDXFile(path: path).dataset(labels: label)
    }
  }

  /// Whether the source is a CSV file: one whose name does not say otherwise.
  public var isCSV: Bool {
    guard case .file(let path) = source else { return false }
    let name = (path as NSString).lastPathComponent.lowercased()
    return !name.hasSuffix("-ubyte") && !["idx", "gz"].contains((name as NSString).pathExtension)
  }

  /// The columns to be read, where nothing but columns is asked for; the others may then hold anything.
  private var chosenColumns: Set<String>? {
    let names = inputs.compactMap { if case .column(let name) = $0 { name } else { nil } }
    return names.isEmpty || names.count < inputs.count ? nil : Set(names)
  }
}
